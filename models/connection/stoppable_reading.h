// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/connection/connection.h"
#include "models/connection/when_done.h"
#include <QTimer>
#include <map>

namespace tenantry::models {

/// The reading of what is looked at as a whole: it can be stopped, in the database too. What came
/// before stays with whoever reads; they are told of nothing that comes after.
class StoppableReading : public QObject {
  Q_OBJECT

public:
  explicit StoppableReading(Connection &connection, QObject *parent = nullptr);

  /// Calls `then` with the result, unless the reading was ended by then. Several may go on at once.
  template <typename R, typename Then> void begin(const QFuture<R> &future, Then then) {
    const auto number = start(QFuture<void>(future));
    whenDone(future, this, [this, number, then = std::move(then)](const R &result) mutable {
      end(number, result.has_value());
      then(result);
    });
  }
  void cancel(); ///< without a word: it is read anew
  void forget(); ///< the same, and nothing was read: something else is looked at
  /// Which readings are stopped: those that somebody may have noticed, or with what is stopped
  /// beside them also those that have just begun.
  enum class Reach { Noticed, All };
  /// Stops what goes on; false where nothing of that reach does.
  bool stop(Reach reach = Reach::Noticed);

  [[nodiscard]] bool isRunning() const { return !m_running.empty(); }
  /// Long enough to be told of: most readings come before anybody could.
  [[nodiscard]] bool isLong() const { return isRunning() && !m_patience.isActive(); }
  [[nodiscard]] bool isStopped() const { return m_isStopped; } ///< and nothing was begun since
  [[nodiscard]] const std::optional<Instant> &readAt() const { return m_readAt; } ///< the last time
  [[nodiscard]] const Zone &zone() const { return m_connection.zone(); }
  [[nodiscard]] static Error error(); ///< what those who tell of errors say: `store.cancelled`

Q_SIGNALS:
  void changed(); ///< it takes long, or no longer; it was stopped, or goes on

private:
  quint64 start(const QFuture<void> &future);
  void end(quint64 number, bool isRead);

  Connection &m_connection;
  std::map<quint64, QFuture<void>> m_running;
  quint64 m_last = 0;
  QTimer m_patience;
  std::optional<Instant> m_readAt;
  bool m_isStopped = false;
};

} // namespace tenantry::models
