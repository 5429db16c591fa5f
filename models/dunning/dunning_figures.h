// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/connection/connection.h"
#include "services/payments/dunning_board.h"
#include <QTimer>

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
class DunningFigures : public QObject {
  Q_OBJECT

public:
  static constexpr int lateDays = 30;

  explicit DunningFigures(Connection &connection, QObject *parent = nullptr);

  void reload();
  [[nodiscard]] const DunningFacts *facts() const { return m_facts ? &*m_facts : nullptr; }
  [[nodiscard]] bool isFetching() const { return m_isFetching; }

Q_SIGNALS:
  void changed();

private:
  Connection &m_connection;
  std::optional<DunningFacts> m_facts;
  bool m_isFetching = false, m_isStale = false;
  QTimer m_newsPause; ///< news come in bursts
};

} // namespace tenantry::models
