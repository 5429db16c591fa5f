// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/connection/watched_reading.h"
#include "services/payments/bank_chain.h"

namespace tenantry::models {

/// Bank statements that do not follow each other, kept up to date.
class StatementGaps : public WatchedReading<std::vector<payments::StatementGap>> {
  Q_OBJECT

public:
  explicit StatementGaps(Connection &connection, QObject *parent = nullptr)
      : WatchedReading(connection, parent) {}

private:
  Reading reading() override;
};

} // namespace tenantry::models
