// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/what_if.h"

#include "services/core/rational.h"

using namespace Qt::StringLiterals;

namespace tenantry::billing {

namespace {

QString moreOrLess(std::int64_t difference, Currency currency) {
  return (difference > 0 ? u"+"_s : QString()) + Money(difference, currency).toString();
}

QString limitText(std::int64_t limit) { return limit < 0 ? u"none"_s : QString::number(limit); }

QString amountsText(const WhatIfAmounts &amounts, Currency currency) {
  const auto money = [&currency](std::int64_t minor) {
    return Money(minor, currency).majorString();
  };
  const auto text = u"%1 (fees %2, usage %3"_s.arg(money(amounts.total()), money(amounts.fees),
                                                   money(amounts.usage));
  return amounts.discounts == 0 ? text + u')'
                                : text + u", discounts %1)"_s.arg(money(amounts.discounts));
}

} // namespace

QStringList toLines(const WhatIf &report) {
  QStringList lines{u"Periods that began on or after %1 and before %2, rated again:"_s.arg(
      toIso(report.from), toIso(report.to))};
  for (const auto &plan : report.plans)
    lines += u"  plan %1 in %2: %3 would have been %4, %5"_s.arg(
        plan.planId, plan.currency.code(), amountsText(plan.now, plan.currency),
        amountsText(plan.then, plan.currency),
        moreOrLess(plan.then.total() - plan.now.total(), plan.currency));
  lines +=
      u"  customers who would have paid more: %1, less: %2, the same: %3; tax is not compared"_s
          .arg(report.payMore)
          .arg(report.payLess)
          .arg(report.paySame);
  for (const auto &customer : report.customers)
    lines += u"    %1: %2 → %3 (%4)"_s.arg(customer.name,
                                           Money(customer.now, customer.currency).toString(),
                                           Money(customer.then, customer.currency).toString(),
                                           moreOrLess(customer.difference(), customer.currency));
  lines += u"  over a new limit today: %1"_s.arg(report.passing);
  for (const auto &passed : report.passed)
    lines += u"    %1: %2 %3 used, limit %4 → %5%6"_s.arg(
        passed.name, formatDecimal(passed.used, 12), passed.metric, limitText(passed.limitNow),
        limitText(passed.limitThen), passed.isHard ? u", further use is refused"_s : QString());
  return lines;
}

} // namespace tenantry::billing
