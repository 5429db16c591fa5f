// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/connection/watched_reading.h"
#include "services/usage/arrivals.h"
#include "services/usage/standings.h"

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
/// minute while somebody looks, for counting makes no news.
class UsageFigures : public WatchedReading<UsageFacts> {
  Q_OBJECT

public:
  static constexpr int hours = 25;

  explicit UsageFigures(Connection &connection, QObject *parent = nullptr);

  void show(const QString &metric); ///< empty: the first of the business
  void setWatched(bool watched);    ///< somebody looks

Q_SIGNALS:
  void ticked(); ///< a minute passed while somebody looks

private:
  Reading reading() override;
  void take(const UsageFacts &facts) override { m_metric = facts.metric; }

  QString m_metric;
  QTimer m_minute;
};

} // namespace tenantry::models
