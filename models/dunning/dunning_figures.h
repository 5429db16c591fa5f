// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/connection/watched_reading.h"
#include "services/payments/dunning_board.h"

namespace tenantry::models {

/// What stands above the board.
struct DunningFacts {
  std::map<payments::DunningStep, payments::DunningSum> sums;
  Instant readAt{};
  LocalDay month{};                 ///< its first day, of the business
  payments::DunningOutcome ofMonth; ///< so far
  payments::DunningOutcome lately;  ///< of the last 30 days
  [[nodiscard]] payments::DunningSum whole() const;
};

/// Money in dunning, recovered and lost, kept up to date.
class DunningFigures : public WatchedReading<DunningFacts> {
  Q_OBJECT

public:
  static constexpr int lateDays = 30;

  explicit DunningFigures(Connection &connection, QObject *parent = nullptr)
      : WatchedReading(connection, parent) {}

private:
  Reading reading() override;
};

} // namespace tenantry::models
