// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/connection/stoppable_reading.h"
#include "services/payments/bank_twins.h"
#include <QTimer>

namespace tenantry::models {

/// An entry of a bank statement with all that a person decides by.
struct BankEntrySheet {
  payments::KeptEntry kept;
  std::vector<payments::MatchProposal> proposals; ///< of what waits
  std::vector<payments::PaidPart> paid;           ///< of what was assigned
  std::optional<payments::KeptEntry> twin;        ///< what it may be, told again
  std::vector<payments::KeptEntry> returnable;    ///< whose money it may be that went back
  Zone zone;                                      ///< of the business
};

/// The entry that is looked at, read anew when news come.
class BankEntryView : public QObject {
  Q_OBJECT

public:
  explicit BankEntryView(Connection &connection, QObject *parent = nullptr);

  void show(const payments::BankEntryId &id);
  void refresh(); ///< until then what was read stays
  void clear();
  /// Ends the reading: what is there stays, where nothing is `failed` says so. False where none
  /// goes on that somebody may have noticed.
  bool stop();

  /// Null until it was read, and after an error.
  [[nodiscard]] const BankEntrySheet *sheet() const { return m_sheet ? &*m_sheet : nullptr; }
  [[nodiscard]] bool isFetching() const { return m_reading.isRunning(); }

Q_SIGNALS:
  void changed();
  void failed(const tenantry::Error &error);

private:
  Connection &m_connection;
  payments::BankEntryId m_id;
  std::optional<BankEntrySheet> m_sheet;
  StoppableReading m_reading;
  QTimer m_pause; ///< news come in bursts
};

} // namespace tenantry::models
