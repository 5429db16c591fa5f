// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/subscriptions/alteration.h"
#include "tests/services/subscriptions/course.h"

using namespace tenantry;
using namespace tenantry::tests;

namespace {

/// A plan beside those of the house, with a price for seats.
struct SeatedHouse : House {
  PlanVersionId other = makeId<PlanVersionId>(at(u"2026-01-01T00:00:00Z"_s));
  SeatedHouse() {
    business::Plan plan;
    plan.id = u"other"_s;
    plan.prices = {{Money(99'900, usd), Interval::Month, business::PricePer::Subscription},
                   {Money(999, usd), Interval::Month, business::PricePer::Seat}};
    applied.planVersions[other] = {other, 1, plan};
  }
};

} // namespace

/// SUB-8: the price of a contract is agreed anew.
class TestAgreedPrice : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void aPriceIsAgreedForWhatComes_data();
  void aPriceIsAgreedForWhatComes();

private:
  SeatedHouse m_house;
};

void TestAgreedPrice::aPriceIsAgreedForWhatComes_data() {
  using Price = std::optional<std::int64_t>;
  QTest::addColumn<Price>("before");
  QTest::addColumn<Price>("price");
  QTest::addColumn<bool>("withPlan");
  QTest::addColumn<When>("when");
  QTest::addColumn<QString>("code");
  QTest::addColumn<QString>("action");
  const Price none, old = 100, other = 250;
  const auto now = When::Now, then = When::PeriodEnd;
  QTest::newRow("SUB-8 now") << none << other << false << now << QString() << QString();
  QTest::newRow("SUB-8 another now") << old << other << false << now << QString() << QString();
  QTest::newRow("SUB-8 the plan's now") << old << none << false << now << QString() << QString();
  QTest::newRow("SUB-8 then") << old << other << false << then << QString() << u"change_price"_s;
  QTest::newRow("SUB-8 the plan's then")
      << old << none << false << then << QString() << u"change_price"_s;
  QTest::newRow("SUB-8 with a plan") << old << other << true << now << QString() << QString();
  QTest::newRow("SUB-8 the same with a plan")
      << old << old << true << now << QString() << QString();
  QTest::newRow("SUB-8 with a plan then")
      << none << other << true << then << QString() << u"change_plan"_s;
  QTest::newRow("SUB-8 it is so") << old << old << false << now << u"subscription.no_change"_s
                                  << QString();
  QTest::newRow("SUB-8 it is the plan's")
      << none << none << false << now << u"subscription.no_change"_s << QString();
  QTest::newRow("SUB-8 below zero")
      << none << Price(-1) << false << now << u"subscription.price_invalid"_s << QString();
}

void TestAgreedPrice::aPriceIsAgreedForWhatComes() {
  using Price = std::optional<std::int64_t>;
  QFETCH(Price, before);
  QFETCH(Price, price);
  QFETCH(bool, withPlan);
  QFETCH(When, when);
  QFETCH(QString, code);
  QFETCH(QString, action);
  Course course(m_house, u"UTC"_s);
  course.begin(course.request(m_house.flat), at(u"2026-03-10T10:00:00Z"_s));
  course.advanceTo(at(u"2026-03-10T10:00:00Z"_s));
  course.state.priceOverride = before;
  course.state.mrrTwelfths = before.value_or(fee) * 12;
  Alteration to;
  to.price = AgreedPrice{price};
  if (withPlan)
    to.planVersion = m_house.other;
  const auto now = at(u"2026-03-12T10:00:00Z"_s);
  auto change =
      alter(course.state, course.around(), now, to, when, {business::Proration::Day, now});
  QCOMPARE(change ? QString() : change.error().code, code);
  if (!change)
    return;
  QCOMPARE(toString(change->after.scheduled.action), action);
  if (when == When::Now) { // what was paid goes back as it was
    QCOMPARE(change->orders[0].midPeriod->credits->priceOverride, before);
    QCOMPARE(change->orders[0].priceOverride, price);
  } else {
    QCOMPARE(change->after.priceOverride, before);
    QVERIFY(change->orders.empty() && change->movements.empty());
    QCOMPARE(mrrOnceScheduled(change->after, course.around()),
             (price.value_or(fee) + (withPlan ? 999 : 0)) * 12);
    change = advance(change->after, course.around(), at(u"2026-04-10T00:00:00Z"_s));
    QCOMPARE(change->orders.back().priceOverride, price);
  }
  QCOMPARE(change->after.priceOverride, price);
  QCOMPARE(change->after.mrrTwelfths, (price.value_or(fee) + (withPlan ? 999 : 0)) * 12);
  if (before == price) // it is the same and meant for another plan
    return;
  const auto &payload = change->events[0].payload;
  QVERIFY(payload.at("price") == (price ? nlohmann::json(*price) : nlohmann::json()));
  QVERIFY(payload.at("price_before") == (before ? nlohmann::json(*before) : nlohmann::json()));
}

QTEST_GUILESS_MAIN(TestAgreedPrice)
#include "tst_agreed_price.moc"
