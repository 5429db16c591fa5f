// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/subscriptions/alteration.h"
#include <QTest>

namespace tenantry::tests {

using namespace Qt::StringLiterals;
using namespace tenantry::subscriptions;

inline constexpr std::int64_t fee = 19'900;
inline constexpr std::int64_t perYear = 199'000;

inline Instant at(const QString &iso) { return *parseInstant(iso); }
inline LocalDay day(const QString &iso) { return *parseDay(iso); }

/// A business with two plans: "flat", and "metered" whose usage is charged.
struct House {
  business::Applied applied;
  PlanVersionId flat = makeId<PlanVersionId>(at(u"2026-01-01T00:00:00Z"_s));
  PlanVersionId metered = makeId<PlanVersionId>(at(u"2026-01-01T00:00:00Z"_s));
  Currency usd = *Currency::parse(u"USD"_s);

  House() {
    business::Plan plan;
    plan.id = u"flat"_s;
    plan.prices = {{Money(fee, usd), Interval::Month, business::PricePer::Subscription},
                   {Money(perYear, usd), Interval::Year, business::PricePer::Subscription}};
    applied.planVersions[flat] = {flat, 1, plan};
    plan.id = u"metered"_s;
    business::Charge charge;
    charge.metric = u"calls"_s;
    charge.currency = usd;
    charge.unit = Rational(1);
    plan.charges = {charge};
    applied.planVersions[metered] = {metered, 1, plan};
  }
};

/// One subscription on its way through time, with everything that came of it.
class Course {
public:
  Course(const House &house, const QString &zone, bool hasPaymentMethod = true) : m_house(house) {
    m_around = {&house.applied, *Zone::find(zone), hasPaymentMethod};
  }

  Start request(const PlanVersionId &plan) const {
    Start made;
    made.organization = makeId<OrganizationId>(at(u"2026-01-01T00:00:00Z"_s));
    made.planVersion = plan;
    made.currency = m_house.usd;
    return made;
  }
  void begin(const Start &request, Instant now) {
    auto change = start(request, m_around, now);
    QVERIFY2(change.has_value(), change ? "" : qPrintable(change.error().toString()));
    QCOMPARE(change->revisionBefore, std::int64_t(0));
    take(std::move(*change));
  }
  void moveTo(const QString &zone) { m_around.zone = *Zone::find(zone); }
  Result<> resumeAt(Instant now) { return take(resume(state, m_around, now)); }
  void suspendAt(Instant now) { take(suspend(state, m_around, now)); }
  void recoverAt(Instant now) { take(recover(state, m_around, now)); }
  Result<> alterAt(Instant now, const Alteration &to, When when) {
    return take(alter(state, m_around, now, to, when, proration(now)));
  }
  Result<> pauseAt(Instant now) { return take(pause(state, m_around, now, proration(now))); }
  void advanceTo(Instant now) { take(advance(state, m_around, now)); }
  void rollTo(Instant now) { take(advance(state, m_around, now, Advance::PeriodsOnly)); }
  Result<> cancelAt(Instant now, bool atPeriodEnd) {
    return take(cancel(state, m_around, now, atPeriodEnd));
  }
  void renewAt(Instant now, bool on) { QVERIFY(take(renewByItself(state, m_around, now, on))); }
  Result<> unscheduleAt(Instant now) { return take(unschedule(state, m_around, now)); }

  [[nodiscard]] QStringList eventTypes() const {
    QStringList types;
    for (const auto &event : events)
      types += event.type.section(u'.', 1);
    return types;
  }
  [[nodiscard]] const Surroundings &around() const { return m_around; }
  [[nodiscard]] std::int64_t movedMrr() const {
    std::int64_t sum = 0;
    for (const auto &movement : movements)
      sum += movement.afterTwelfths - movement.beforeTwelfths;
    return sum;
  }

  Subscription state;
  std::vector<InvoiceOrder> orders;
  std::vector<UsagePart> parts;
  std::vector<SpanCut> spans;
  std::vector<MrrMovement> movements;
  std::vector<store::NewEvent> events;

private:
  Result<> take(Result<Change> change) {
    if (!change)
      return tl::unexpected(change.error());
    if (change->cutPartAt && !parts.empty())
      parts.back().at.to = *change->cutPartAt;
    state = std::move(change->after);
    const auto append = [](auto &all, auto &more) {
      all.insert(all.end(), more.begin(), more.end());
    };
    append(orders, change->orders);
    append(parts, change->opened);
    append(spans, change->spans);
    append(movements, change->movements);
    append(events, change->events);
    return {};
  }
  [[nodiscard]] ProrationBasis proration(Instant now) const {
    return {m_house.applied.business.invoice.proration, now};
  }
  void take(Change change) { static_cast<void>(take(Result<Change>(std::move(change)))); }
  const House &m_house;
  Surroundings m_around;
};

} // namespace tenantry::tests
