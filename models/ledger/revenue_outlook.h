// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/jobs/own_work.h"
#include "services/billing/books.h"
#include "services/billing/months.h"

namespace tenantry::models {

/// What was sold in advance and will become revenue, month by month. Every line that still runs is
/// looked at, so it is read when somebody asks for it, with progress, and not with each piece of
/// news: `isOutdated` says that something happened since.
class RevenueOutlook : public QObject {
  Q_OBJECT

public:
  RevenueOutlook(Connection &connection, RunningWork &work, QObject *parent = nullptr);

  void begin(); ///< reads, where nobody asked before or something happened since
  void reload();
  void cancel() { m_work.cancel(); }
  [[nodiscard]] const billing::RevenueSchedule *schedule() const {
    return m_schedule ? &*m_schedule : nullptr;
  }
  [[nodiscard]] Instant asOf() const { return m_asOf; }
  [[nodiscard]] bool isFetching() const { return m_work.isRunning(); }
  [[nodiscard]] bool isOutdated() const { return m_isOutdated; }
  [[nodiscard]] bool isCancelled() const { return m_isCancelled; }
  [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

Q_SIGNALS:
  void changed();

private:
  void take(const Result<std::optional<billing::RevenueSchedule>> &schedule);

  Connection &m_connection;
  OwnWork m_work;
  std::optional<billing::RevenueSchedule> m_schedule;
  Instant m_asOf{};
  std::optional<Error> m_error;
  bool m_hasBegun = false, m_isOutdated = false, m_isCancelled = false;
};

} // namespace tenantry::models
