// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/connection/connection.h"
#include "services/payments/bank_chain.h"

namespace tenantry::models {

/// Says of a gap between two statements that nothing is missing there.
class GapAct : public QObject {
  Q_OBJECT

public:
  explicit GapAct(Connection &connection, QObject *parent = nullptr)
      : QObject(parent), m_connection(connection) {}

  void accept(const payments::BankStatementId &later, const QString &reason);
  [[nodiscard]] bool isBusy() const { return m_isBusy; }

Q_SIGNALS:
  void busyChanged(bool busy);
  void refused(const tenantry::Error &error);
  void done();

private:
  Connection &m_connection;
  bool m_isBusy = false;
};

} // namespace tenantry::models
