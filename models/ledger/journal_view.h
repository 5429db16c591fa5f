// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/connection/stoppable_reading.h"
#include "services/billing/journal_listing.h"

namespace tenantry::models {

/// The transaction that is looked at. What was booked never changes, so it is read once.
class JournalView : public QObject {
  Q_OBJECT

public:
  explicit JournalView(Connection &connection, QObject *parent = nullptr);

  void show(const billing::JournalKey &key);
  void retry(); ///< reads it again, where it is not there
  void clear();
  /// Ends the reading: what is there stays, where nothing is `failed` says so. False where none
  /// goes on that somebody may have noticed.
  bool stop();
  /// Null until it was read, and after an error.
  [[nodiscard]] const billing::JournalTransaction *transaction() const {
    return m_transaction ? &*m_transaction : nullptr;
  }
  [[nodiscard]] const std::optional<billing::JournalKey> &key() const { return m_key; }
  [[nodiscard]] bool isFetching() const { return m_reading.isRunning(); }

Q_SIGNALS:
  void changed();
  void failed(const tenantry::Error &error);

private:
  Connection &m_connection;
  std::optional<billing::JournalKey> m_key; ///< the entry that was chosen
  std::optional<billing::JournalTransaction> m_transaction;
  StoppableReading m_reading;
};

} // namespace tenantry::models
