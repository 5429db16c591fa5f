// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/importing/references.h"
#include "services/importing/row_file.h"
#include "services/importing/usage_lines.h"
#include "services/usage/service.h"

namespace tenantry::importing {

/// Streams usage events (CloudEvents, one a line or as one JSON batch) in constant memory, in
/// portions that each land in a transaction: after a crash the same import is simply run again, for
/// an event counts once.
class UsageImport {
public:
  static constexpr std::size_t batchSize = 10'000;

  UsageImport(store::Session &session, business::AppliedBusiness &business,
              const ImportOptions &options, FileReport &report)
      : m_session(session), m_business(business), m_options(options), m_report(report) {}

  [[nodiscard]] Result<> run(const QString &path);

private:
  [[nodiscard]] Result<> prepare();
  template <typename Reader>
  [[nodiscard]] Result<> readAll(Reader &events, const QIODevice &device);
  [[nodiscard]] Result<> take(const Result<std::optional<UsageLine>> &line);
  [[nodiscard]] Result<usage::UsageEvent> toEvent(const UsageLine &line) const;
  [[nodiscard]] Result<> land(std::vector<usage::UsageEvent> events);
  [[nodiscard]] UsageChecks checks() const;

  store::Session &m_session;
  business::AppliedBusiness &m_business;
  const ImportOptions &m_options;
  FileReport &m_report;
  std::shared_ptr<const business::Applied> m_applied;
  References m_customers;
  std::vector<usage::UsageEvent> m_batch;
};

} // namespace tenantry::importing
