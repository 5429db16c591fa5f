// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/connection/connection.h"
#include "services/payments/bank_desk.h"

namespace tenantry::models {

/// Undoes the assignment of one entry, or takes back what another paid whose money it is that the
/// bank sent back: what it comes to, then the act.
class BankUnassigner : public QObject {
  Q_OBJECT

public:
  BankUnassigner(Connection &connection, const payments::BankEntryId &id,
                 QObject *parent = nullptr);

  /// The entry went out: it is the money of this one. Previews it.
  void takeAsReturnOf(const payments::BankEntryId &sent);
  void preview();
  void confirm(); ///< what was previewed; without a preview what it comes to
  [[nodiscard]] bool isBusy() const { return m_isBusy; }
  [[nodiscard]] const payments::UnassignPicture *shown() const {
    return m_shown ? &*m_shown : nullptr;
  }

Q_SIGNALS:
  void previewed();
  void refused(const tenantry::Error &error);  ///< it cannot be undone
  void outdated(const tenantry::Error &error); ///< it comes to something else; a preview follows
  void busyChanged(bool busy);
  void done();

private:
  void take(const Result<> &outcome);

  Connection &m_connection;
  const payments::BankEntryId m_id;
  std::optional<payments::BankEntryId> m_sent; ///< none: its own assignment is undone
  std::optional<payments::UnassignPicture> m_shown;
  bool m_isBusy = false;
};

} // namespace tenantry::models
