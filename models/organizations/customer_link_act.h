// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/connection/connection.h"

namespace tenantry::models {

/// Where a link leads: to all invoices of an organization and how they are paid, or to one invoice.
struct LinkedTo {
  OrganizationId organization;
  InvoiceId invoice; ///< null: to all
};

/// Makes links for a customer, who has no password here, and ends them.
class CustomerLinkAct : public QObject {
  Q_OBJECT

public:
  CustomerLinkAct(Connection &connection, const LinkedTo &target, QObject *parent = nullptr);

  /// `address`: of the pages, like https://pay.example.com. Error `customer_link.address_invalid`.
  [[nodiscard]] static Result<> check(const QString &address);
  /// One that works for so many days; `made` or `refused` answers. Nobody can be told it again.
  void make(const QString &address, int days);
  /// None of the organization's links works any more, in mails that were sent neither.
  void endAll();
  [[nodiscard]] bool isBusy() const { return m_isBusy; }

Q_SIGNALS:
  void made(const QString &url, const tenantry::LocalDay &lastDay);
  void ended(qint64 count);
  void refused(const tenantry::Error &error);
  void busyChanged(bool busy);

private:
  void setBusy(bool busy);

  Connection &m_connection;
  const LinkedTo m_target;
  bool m_isBusy = false;
};

} // namespace tenantry::models
