// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/connection/connection.h"
#include <QTimer>

namespace tenantry::models {

/// How long the database takes to answer the shortest question, asked every few seconds where lists
/// are read. What waits before it there does not count.
class Latency : public QObject {
  Q_OBJECT

public:
  explicit Latency(Connection &connection, QObject *parent = nullptr);

  [[nodiscard]] std::optional<std::chrono::microseconds> value() const { return m_value; }

Q_SIGNALS:
  void changed();
  void answered(); ///< each time: whatever happened until then has been told

private:
  void ask();
  void set(std::optional<std::chrono::microseconds> value);

  Connection &m_connection;
  std::optional<std::chrono::microseconds> m_value; ///< none: not connected, or not known yet
  bool m_isAsking = false;
  QTimer m_timer;
};

} // namespace tenantry::models
