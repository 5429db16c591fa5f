// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/services/scenarios/house_acts.h"

#include "services/billing/book_months.h"
#include "services/billing/months.h"
#include "services/payments/version_moves.h"

using namespace Qt::StringLiterals;

namespace tenantry::tests {

Result<> HouseActs::act(int step) {
  if (step % 30 == 29)
    TENANTRY_CHECK(changeBusiness());
  if (step % 50 == 49)
    TENANTRY_CHECK(moveAPlan());
  return step % 35 == 34 ? closeAMonth() : Result<>();
}

// Another version of the business: who has the old one keeps it until somebody moves them.
Result<> HouseActs::changeBusiness() {
  auto &plans = m_business.plans;
  const auto dearer = [](const Rational &unit) -> Rational { return unit * Rational(11, 10); };
  switch (m_random() % 6) {
  case 0:
    for (auto &rate : m_business.taxRates) {
      rate.percent = rate.percent == Rational(16) ? Rational(20) : Rational(16);
      rate.inclusive = rate.inclusive != (m_random() % 3 == 0);
    }
    break;
  case 1:
    for (auto &charge : plans[u"metered"_s].charges) {
      charge.unit = dearer(charge.unit);
      for (auto &tier : charge.tiers)
        tier.unit = dearer(tier.unit);
    }
    break;
  case 2:
    plans[u"metered"_s].limits[u"calls"_s] = static_cast<std::int64_t>(m_random() % 6'000);
    m_business.addons[u"more"_s].limits[u"calls"_s] += 10;
    break;
  case 3: // not sold for a while
    if (auto sold = plans.extract(u"enterprise"_s); !sold.empty())
      m_withdrawn = std::move(sold.mapped());
    else
      plans[u"enterprise"_s] = m_withdrawn;
    break;
  case 4:
    m_business.coupons[u"ever"_s].active = !m_business.coupons[u"ever"_s].active;
    m_business.dunning.final = m_business.dunning.final == business::FinalStep::Cancel
                                   ? business::FinalStep::Keep
                                   : business::FinalStep::Cancel;
    break;
  default:
    for (auto &[id, plan] : plans)
      for (auto &price : plan.prices)
        price.amount += Money(price.amount.minor() / 30, price.amount.currency());
  }
  m_rates.push_back({m_clock.now(), m_business.taxRates});
  scenarios::Step step;
  step.verb = u"business.apply"_s;
  step.business = m_business;
  return m_world.perform(step);
}

// All who have an older version of a plan, as it was shown.
Result<> HouseActs::moveAPlan() {
  auto &session = m_world.session();
  const auto plan = std::next(m_business.plans.begin(),
                              static_cast<std::ptrdiff_t>(m_random() % m_business.plans.size()));
  payments::MoveHow how;
  how.when = m_random() % 2 == 0 ? subscriptions::When::Now : subscriptions::When::PeriodEnd;
  how.what.addons = m_random() % 2 == 0;
  TENANTRY_TRY(shown, payments::moveAll(session, m_world.business(), plan->first, how));
  how.preview = false;
  TENANTRY_TRY(done,
               payments::moveAll(session, m_world.business(), plan->first, how, shown.digest));
  const auto sums = [](const payments::MoveReport &report) {
    QStringList texts{QString::number(report.waitedAlready), QString::number(report.refusedCount)};
    for (const auto &[currency, sum] : report.moved)
      texts += u"%1: %2, %3 to %4, %5 due"_s.arg(currency.code())
                   .arg(sum.subscriptions)
                   .arg(sum.mrrBefore)
                   .arg(sum.mrrAfter)
                   .arg(sum.dueNow);
    return texts.join(u"; "_s);
  };
  return sums(done) == sums(shown)
             ? Result<>()
             : fail(u"history.broken"_s,
                    u"the move of %1 at %2 was shown as %3 and came to %4"_s.arg(
                        plan->first, toIso(m_clock.now()), sums(shown), sums(done)));
}

// The last that is over; what is booked in it stays.
Result<> HouseActs::closeAMonth() {
  TENANTRY_TRY(applied, m_world.business().current(m_world.session()));
  const std::chrono::year_month_day today(applied->zone().dayOf(m_clock.now()));
  const auto month = today.year() / today.month() - std::chrono::months(1);
  const auto closed = billing::closeMonth(m_world.session(), m_world.business(), month);
  if (!closed && closed.error().code != u"ledger.closed")
    return tl::unexpected(closed.error());
  TENANTRY_TRY(figures, booked(month));
  m_closed.emplace(month, figures);
  return {};
}

Result<QString> HouseActs::booked(std::chrono::year_month month) {
  TENANTRY_TRY(figures, billing::monthFigures(m_world.session(), month));
  QStringList texts;
  for (const auto &one : figures)
    texts += u"%1 %2: %3 + %4 - %5"_s.arg(one.account, one.currency.code())
                 .arg(one.opening)
                 .arg(one.debit)
                 .arg(one.credit);
  return texts.join(u"; "_s);
}

Result<> HouseActs::closedBooksStand() {
  for (const auto &[month, then] : m_closed) {
    TENANTRY_TRY(now, booked(month));
    if (now != then)
      return fail(u"history.broken"_s,
                  u"the month before %1 was closed with %2, and has %3"_s.arg(
                      toIso(billing::firstDayOf(month + std::chrono::months(1))), then, now));
  }
  return {};
}

} // namespace tenantry::tests
