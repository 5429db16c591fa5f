// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/connection/stoppable_reading.h"
#include "services/payments/dunning_board.h"
#include <QTimer>

namespace tenantry::models {

/// The case that is looked at: what was tried, what is to come, which time was given.
class DunningView : public QObject {
  Q_OBJECT

public:
  explicit DunningView(Connection &connection, QObject *parent = nullptr);

  void show(const billing::InvoiceKey &key);
  void find(const QString &number); ///< `found` or `failed` follows; the last one counts
  void refresh();                   ///< reads it anew; until then what was read stays
  void retry();                     ///< what failed last: the search or the reading
  void clear();
  /// Ends the reading: what is there stays, where nothing is `failed` says so. False where none
  /// goes on that somebody may have noticed.
  bool stop();
  /// As if that time had never been given; `revoked` or `failed` follows.
  void revoke(const payments::ExtensionId &extension);

  /// Null until it was read, and after an error.
  [[nodiscard]] const payments::DunningSheet *sheet() const {
    return m_sheet ? &*m_sheet : nullptr;
  }
  [[nodiscard]] bool isFetching() const { return m_reading.isRunning(); }

Q_SIGNALS:
  void changed();
  void found(const QString &key); ///< of invoice_key.h
  void failed(const tenantry::Error &error);
  void revoked(const QString &number);
  void notRevoked(const tenantry::Error &error);

private:
  void take(const Result<payments::DunningSheet> &sheet);

  Connection &m_connection;
  std::optional<billing::InvoiceKey> m_key;
  std::optional<payments::DunningSheet> m_sheet;
  StoppableReading m_reading;
  quint64 m_search = 0;
  QString m_number;   ///< that is searched for, or was not found
  QTimer m_newsPause; ///< news come in bursts
};

} // namespace tenantry::models
