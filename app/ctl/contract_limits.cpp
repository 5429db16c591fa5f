// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/contract_limits.h"

using namespace Qt::StringLiterals;

namespace tenantry::ctl {

namespace {

Failure notALimit(const QString &text) {
  return fail(u"subscription.limit_invalid"_s,
              u"“%1” is not METRIC=N, METRIC=unlimited or METRIC=plan."_s.arg(text));
}

} // namespace

Result<subscriptions::WantedLimits> readLimits(const std::vector<std::string> &given) {
  subscriptions::WantedLimits wanted;
  for (const auto &one : given) {
    const auto text = QString::fromStdString(one);
    const auto metric = text.section(u'=', 0, 0).trimmed(), value = text.section(u'=', 1).trimmed();
    if (metric.isEmpty() || wanted.contains(metric))
      return notALimit(text);
    if (value == "plan"_L1) {
      wanted[metric] = std::nullopt;
      continue;
    }
    bool isNumber = value == "unlimited"_L1;
    const auto limit = isNumber ? business::unlimited : value.toLongLong(&isNumber);
    if (!isNumber || limit < business::unlimited)
      return notALimit(text);
    wanted[metric] = limit;
  }
  return wanted;
}

} // namespace tenantry::ctl
