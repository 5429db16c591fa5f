// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/connection/connection.h"
#include "services/billing/one_off.h"
#include <QTimer>

namespace tenantry::models {

/// Invoices an organization for what is sold once: previews what the lines come to as they are
/// typed, issues what was previewed, and previews anew where tax, balance or hold changed
/// meanwhile. What was sent and not answered, as after a lost connection, is asked about before it
/// is sent again, so that it is issued once.
class ChargeAct : public QObject {
  Q_OBJECT

public:
  ChargeAct(Connection &connection, const OrganizationId &organization, Currency currency,
            QObject *parent = nullptr);

  /// Soon, where more is typed meanwhile: the last ones count.
  void preview(const std::vector<billing::OneOffLine> &lines);
  void forget();  ///< nothing is wanted
  void confirm(); ///< what was previewed last, as it was shown

  [[nodiscard]] bool isBusy() const { return m_isBusy; }
  /// What it would come to; null while that is not known.
  [[nodiscard]] const billing::PlannedInvoice *shown() const {
    return m_shown ? &*m_shown : nullptr;
  }

Q_SIGNALS:
  void previewed();
  /// It cannot be done so, or could not be looked at; of a line, its place says which, from 1.
  void refused(const tenantry::Error &error);
  /// It came to something else than what was shown; the preview of what it comes to follows.
  void outdated(const tenantry::Error &error);
  void busyChanged(bool busy);
  void done(const QString &number); ///< of the invoice; empty: it is a draft

private:
  using Lines = std::vector<billing::OneOffLine>;
  /// The same lines are the same act however often they are sent.
  struct Sent {
    Lines lines;
    InvoiceId id;
  };
  [[nodiscard]] billing::OneOffRequest request() const;
  void look();
  void take(const Result<QString> &outcome);
  void setBusy(bool busy);

  Connection &m_connection;
  const OrganizationId m_organization;
  const Currency m_currency;
  QTimer m_pause;
  Lines m_lines;
  std::optional<billing::PlannedInvoice> m_shown;
  std::optional<Sent> m_sent;
  quint64 m_generation = 0;
  bool m_isBusy = false;
};

} // namespace tenantry::models
