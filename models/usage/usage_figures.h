// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/connection/connection.h"
#include "services/usage/arrivals.h"
#include "services/usage/standings.h"
#include <QElapsedTimer>
#include <QTimer>

namespace tenantry::models {

/// What stands above the lists of usage.
struct UsageFacts {
  std::map<QString, business::Metric> metrics;
  QString metric; ///< the one that is looked at
  usage::StandingLevels levels;
  Instant since{};                     ///< the first hour of `recorded`
  std::vector<std::int64_t> recorded;  ///< events of the last 24 hours and the running one, by hour
  std::vector<std::int64_t> dayBefore; ///< the same hours a day earlier
  Instant asOf{};
};

/// Levels of a metric's limits and what came in by the hour, kept up to date: with news, and each
/// minute while somebody looks, for counting makes no news. What takes long is asked for less
/// often.
class UsageFigures : public QObject {
  Q_OBJECT

public:
  static constexpr int hours = 25;

  explicit UsageFigures(Connection &connection, QObject *parent = nullptr);

  void show(const QString &metric); ///< empty: the first of the business
  void begin();
  void reload();
  void setWatched(bool watched); ///< somebody looks
  [[nodiscard]] const UsageFacts *facts() const { return m_facts ? &*m_facts : nullptr; }
  [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
  [[nodiscard]] bool isFetching() const { return m_isFetching; }

Q_SIGNALS:
  void changed(); ///< facts came, or an error instead
  void ticked();  ///< a minute passed while somebody looks

private:
  void take(const Result<UsageFacts> &facts);

  Connection &m_connection;
  QString m_metric;
  std::optional<UsageFacts> m_facts;
  std::optional<Error> m_error;
  bool m_isFetching = false, m_isStale = false, m_hasBegun = false;
  QElapsedTimer m_took;
  QTimer m_newsPause; ///< news come in bursts
  QTimer m_minute;
};

} // namespace tenantry::models
