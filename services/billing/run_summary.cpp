// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/run_summary.h"

namespace tenantry::billing {

void RunSummary::add(const RunSummary &other) {
  subscriptions += other.subscriptions;
  invoices += other.invoices;
  drafts += other.drafts;
  for (const auto &[currency, total] : other.totals)
    totals[currency] = checkedAdd(totals[currency], total);
  leftOut.insert(leftOut.end(), other.leftOut.begin(), other.leftOut.end());
  lowered.insert(lowered.end(), other.lowered.begin(), other.lowered.end());
}

std::map<Currency, std::int64_t> totalsOf(const std::vector<RunLowering> &lowered) {
  std::map<Currency, std::int64_t> totals;
  for (const auto &one : lowered)
    totals[one.currency] = checkedAdd(totals[one.currency], one.by());
  return totals;
}

} // namespace tenantry::billing
