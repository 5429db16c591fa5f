// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/jobs/own_work.h"
#include "services/billing/what_if.h"

namespace tenantry::models {

/// What was sold and used in the last months, rated again by other business files. It looks at the
/// whole book, so it begins when somebody asks, shows itself in the status bar and can be
/// cancelled.
class WhatIfReading : public QObject {
  Q_OBJECT

public:
  static constexpr int mostListed = 200; ///< customers, and limits

  WhatIfReading(Connection &connection, RunningWork &work, QObject *parent = nullptr);

  void begin(const std::shared_ptr<const business::Business> &wanted, int months);
  void cancel() { m_work.cancel(); }
  void clear(); ///< the files have changed: nothing that was counted is of them
  [[nodiscard]] const billing::WhatIf *report() const { return m_report ? &*m_report : nullptr; }
  [[nodiscard]] Instant asOf() const { return m_asOf; }
  [[nodiscard]] bool isRunning() const { return m_work.isRunning(); }
  [[nodiscard]] bool isCancelled() const { return m_isCancelled; }
  [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

Q_SIGNALS:
  void changed();

private:
  void take(const Result<billing::WhatIf> &report);

  Connection &m_connection;
  OwnWork m_work;
  std::optional<billing::WhatIf> m_report;
  Instant m_asOf{};
  std::optional<Error> m_error;
  bool m_isCancelled = false;
  int m_asked = 0;
};

} // namespace tenantry::models
