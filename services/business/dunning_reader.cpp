// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/business/readers.h"

using namespace Qt::StringLiterals;

namespace tenantry::business {

void readDunning(const TableReader &section, Business &business) {
  Dunning &dunning = business.dunning;
  section.read("retry_after_days", dunning.retryAfterDays, Range{1, 3650}, Need::Required);
  const auto &days = dunning.retryAfterDays;
  if (std::adjacent_find(days.begin(), days.end(), std::greater_equal<>()) != days.end())
    section.report(u"impossible_value"_s, "retry_after_days",
                   u"must increase: each counts from the first failure."_s);
  section.read("suspend_after_days", dunning.suspendAfterDays, Range{0, 3650});
  section.read("final", dunning.final);
  section.read("final_invoice", dunning.finalInvoice);
  section.read("final_after_days", dunning.finalAfterDays, Range{0, 3650});
  section.read("hard", dunning.hard, Need::Required);
  refuseRepeated(section, "hard", dunning.hard);
  section.read("most_tries_in_30_days", dunning.mostTriesIn30Days, Range{1, 1000});
}

} // namespace tenantry::business
