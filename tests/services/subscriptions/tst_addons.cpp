// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/subscriptions/contract.h"
#include "tests/services/subscriptions/course.h"

using namespace tenantry;
using namespace tenantry::tests;

namespace {

const auto aprilFirst = u"2026-04-01T10:00:00Z"_s;
const auto midApril = u"2026-04-16T10:00:00Z"_s;

/// Plans that limit calls, and an add-on that grants more of them.
struct Stall : House {
  business::Addon more; ///< not in euro, as the plans are
  Currency eur = *Currency::parse(u"EUR"_s);
  Stall() {
    for (auto &[id, version] : applied.planVersions) {
      version.plan.limits = {{u"calls"_s, 100}, {u"users"_s, business::unlimited}};
      version.plan.prices.push_back(
          {Money(fee, eur), Interval::Month, business::PricePer::Subscription});
    }
    applied.business.metrics[u"calls"_s].id = u"calls"_s;
    more.id = u"more"_s;
    more.limits = {{u"calls"_s, 10}, {u"users"_s, 5}, {u"rooms"_s, 1}};
    more.prices = {{Money(500, usd), Interval::Month}};
    more.most = 3;
  }
};

Alteration itemsOf(const business::Addon &addon, int quantity) {
  return {{}, {}, {}, {}, {}, Item{addon, quantity}};
}

} // namespace

/// SUB-9: what an add-on makes of a subscription, and what it asks billing for.
class TestAddons : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void limitsAreAdded_data();
  void limitsAreAdded();
  void aPartTakesOverLimits_data();
  void aPartTakesOverLimits();
  void moreCountsInTheRunningPartAndLessFromTheNext();
  void itIsOneOrderWithWhatWas();
  void whatCannotBe_data();
  void whatCannotBe();
  void itIsKeptAsItWasSold();
  void itWaitsForThePeriodsEnd();
  void eventsSayHowMany();
  void itIsMovedToHowItIsSold_data();
  void itIsMovedToHowItIsSold();

private:
  Course begun() {
    Course course(m_house, u"UTC"_s);
    course.begin(course.request(m_house.flat), at(aprilFirst));
    course.advanceTo(at(aprilFirst));
    return course;
  }
  Stall m_house;
};

void TestAddons::limitsAreAdded_data() {
  QTest::addColumn<OwnLimits>("contract");
  QTest::addColumn<OwnLimits>("then");
  QTest::newRow("SUB-9 to the plan's; none to what is unlimited or has no limit")
      << OwnLimits{} << OwnLimits{{u"calls"_s, 120}};
  QTest::newRow("SUB-9 to the contract's") << OwnLimits{{u"calls"_s, 7}, {u"users"_s, 3}}
                                           << OwnLimits{{u"calls"_s, 27}, {u"users"_s, 13}};
  QTest::newRow("SUB-9 unlimited by contract")
      << OwnLimits{{u"calls"_s, -1}} << OwnLimits{{u"calls"_s, -1}};
}

void TestAddons::limitsAreAdded() {
  QFETCH(OwnLimits, contract);
  QFETCH(OwnLimits, then);
  const auto &plan = m_house.applied.planVersion(m_house.flat).plan;
  QCOMPARE(limitsBesidePlan(plan, contract, {{u"more"_s, {m_house.more, 2}}}), then);
  QCOMPARE(limitsBesidePlan(plan, contract, {}), contract);
}

void TestAddons::aPartTakesOverLimits_data() {
  QTest::addColumn<OwnLimits>("had");
  QTest::addColumn<OwnLimits>("limits");
  QTest::addColumn<bool>("raises"); // else those of a contract are set
  QTest::addColumn<OwnLimits>("has");
  const auto calls = u"calls"_s;
  const auto no = business::unlimited;
  const auto of = [&](std::int64_t limit) { return OwnLimits{{calls, limit}}; };
  const auto row = [](const char *name, const OwnLimits &had, const OwnLimits &limits, bool raises,
                      const OwnLimits &has) {
    QTest::newRow(name) << had << limits << raises << has;
  };
  row("USE-1 an add-on grants more", of(100), of(110), true, of(110));
  row("USE-1 an add-on grants less", of(120), of(110), true, of(120));
  row("USE-1 it had the plan's", {}, of(110), true, of(110));
  row("USE-1 unlimited is more", of(120), of(no), true, of(no));
  row("USE-1 unlimited is more than the plan's", {}, of(no), true, of(no));
  row("USE-1 unlimited stays", of(no), of(110), true, of(no));
  row("USE-1 others stay", {{u"users"_s, 5}}, of(110), true, {{calls, 110}, {u"users"_s, 5}});
  row("SUB-8 a contract sets less", of(120), of(50), false, of(50));
  row("SUB-8 a contract sets unlimited", of(120), of(no), false, of(no));
  row("SUB-8 a contract ends unlimited", of(no), of(50), false, of(50));
  row("SUB-8 the plan's again", of(no), {}, false, {});
}

void TestAddons::aPartTakesOverLimits() {
  QFETCH(OwnLimits, had);
  QFETCH(OwnLimits, limits);
  QFETCH(bool, raises);
  Change change;
  change.limits = limits;
  (raises ? change.raisesAt : change.limitsAt) = at(midApril);
  change.limitsOf = {u"calls"_s};
  const auto later = at(midApril) + std::chrono::hours(1);
  QTEST(partLimitsAfter(change, {at(aprilFirst), later}, had), "has");
  QCOMPARE(partLimitsAfter(change, {later, later + std::chrono::hours(1)}, had), had);
}

void TestAddons::moreCountsInTheRunningPartAndLessFromTheNext() {
  auto course = begun();
  const auto alterTo = [&](int quantity) {
    return *alter(course.state, course.around(), at(midApril), itemsOf(m_house.more, quantity),
                  When::Now, {});
  };
  const auto added = alterTo(2);
  QVERIFY(!added.cutPartAt && added.opened.empty() && added.entitlementsChanged);
  QCOMPARE(added.raisesAt, std::optional(at(midApril)));
  QCOMPARE(added.limits, (OwnLimits{{u"calls"_s, 120}}));
  course.state = added.after;
  const auto lessened = alterTo(1);
  QVERIFY(!lessened.raisesAt && !lessened.limitsAt && lessened.entitlementsChanged);
  course.state = lessened.after;
  course.advanceTo(at(u"2026-05-01T00:00:00Z"_s));
  QCOMPARE(course.parts.back().ownLimits, (OwnLimits{{u"calls"_s, 110}}));
  const auto bound = setLimits(course.state, course.around(), at(u"2026-05-02T00:00:00Z"_s),
                               {{u"calls"_s, 7}}, u"agreed"_s);
  QVERIFY(bound);
  QCOMPARE(bound->limits, (OwnLimits{{u"calls"_s, 17}}));
  QCOMPARE(bound->limitsOf, std::vector{u"calls"_s}); // others keep what was paid for
}

void TestAddons::itIsOneOrderWithWhatWas() {
  const auto course = begun();
  const auto change =
      alter(course.state, course.around(), at(midApril), itemsOf(m_house.more, 2), When::Now, {});
  QVERIFY(change);
  QCOMPARE(change->orders.size(), 1u);
  const auto &order = change->orders[0];
  QCOMPARE(order.items.at(u"more"_s).quantity, 2);
  QVERIFY(order.midPeriod->credits->items.empty());
  QCOMPARE(order.period, (DayRange{day(u"2026-04-16"_s), day(u"2026-05-01"_s)}));
  QCOMPARE(change->movements.size(), 1u);
  QCOMPARE(change->after.mrrTwelfths, 12 * (fee + 1000));
}

void TestAddons::whatCannotBe_data() {
  QTest::addColumn<int>("held");
  QTest::addColumn<int>("wanted");
  QTest::addColumn<QString>("code");
  QTest::newRow("SUB-9 fewer than none") << 0 << -1 << u"addon.quantity_invalid"_s;
  QTest::newRow("SUB-9 more than it may have") << 0 << 4 << u"addon.quantity_invalid"_s;
  QTest::newRow("SUB-9 as it is") << 2 << 2 << u"subscription.no_change"_s;
  QTest::newRow("SUB-9 none of it") << 0 << 0 << u"subscription.no_change"_s;
}

void TestAddons::whatCannotBe() {
  QFETCH(int, held);
  QFETCH(int, wanted);
  QFETCH(QString, code);
  auto course = begun();
  if (held > 0)
    QVERIFY(course.alterAt(at(midApril), itemsOf(m_house.more, held), When::Now));
  const auto refused = alter(course.state, course.around(), at(midApril),
                             itemsOf(m_house.more, wanted), When::Now, {});
  QVERIFY(!refused);
  QCOMPARE(refused.error().code, code);
}

void TestAddons::itIsKeptAsItWasSold() {
  auto course = begun();
  QVERIFY(course.alterAt(at(midApril), itemsOf(m_house.more, 3), When::Now));
  auto dearer = m_house.more;
  dearer.prices = {{Money(900, m_house.usd), Interval::Month}};
  dearer.most = 1;
  QVERIFY(course.alterAt(at(midApril), itemsOf(dearer, 2), When::Now)); // fewer may always be had
  QCOMPARE(course.state.items.at(u"more"_s), (Item{m_house.more, 2}));
  Alteration yearly, euros;
  yearly.interval = Interval::Year;
  euros.currency = m_house.eur;
  for (const auto &to : {yearly, euros})
    for (const auto when : {When::Now, When::PeriodEnd}) {
      const auto refused = alter(course.state, course.around(), at(midApril), to, when, {});
      QVERIFY(!refused);
      QCOMPARE(refused.error().code, u"addon.no_price"_s);
    }
  Alteration other;
  other.planVersion = m_house.metered;
  QVERIFY(course.alterAt(at(midApril), other, When::Now));
  QCOMPARE(course.state.items.at(u"more"_s), (Item{m_house.more, 2}));
  QCOMPARE(course.parts.back().ownLimits, (OwnLimits{{u"calls"_s, 120}}));
}

void TestAddons::itWaitsForThePeriodsEnd() {
  auto course = begun();
  QVERIFY(course.alterAt(at(midApril), itemsOf(m_house.more, 2), When::PeriodEnd));
  QCOMPARE(toString(course.state.scheduled.action), u"change_addon"_s);
  QVERIFY(course.state.items.empty());
  QCOMPARE(mrrOnceScheduled(course.state, course.around()), 12 * (fee + 1000));
  course.advanceTo(at(u"2026-05-01T00:00:00Z"_s));
  QCOMPARE(course.state.items.at(u"more"_s), (Item{m_house.more, 2}));
  QCOMPARE(course.movedMrr(), 12 * (fee + 1000));
}

void TestAddons::eventsSayHowMany() {
  auto course = begun();
  QVERIFY(course.alterAt(at(midApril), itemsOf(m_house.more, 2), When::Now));
  QVERIFY(course.alterAt(at(midApril), itemsOf(m_house.more, 0), When::PeriodEnd));
  const auto &now = course.events[course.events.size() - 2].payload;
  QVERIFY(now.at("addons") == nlohmann::json({{"more", 2}}));
  QVERIFY(now.at("addons_before") == nlohmann::json::object());
  const auto &then = course.events.back().payload;
  QVERIFY(then.at("addon") == nlohmann::json("more"));
  QVERIFY(then.at("quantity") == nlohmann::json(0));
}

void TestAddons::itIsMovedToHowItIsSold_data() {
  QTest::addColumn<When>("when");
  QTest::addColumn<int>("granted");
  QTest::newRow("SUB-9 now, it grants more: at once") << When::Now << 25;
  QTest::newRow("SUB-9 now, it grants less: from the next part on") << When::Now << 5;
  QTest::newRow("SUB-9 with the next period") << When::PeriodEnd << 25;
}

void TestAddons::itIsMovedToHowItIsSold() {
  QFETCH(When, when);
  QFETCH(int, granted);
  auto course = begun();
  QVERIFY(course.alterAt(at(midApril), itemsOf(m_house.more, 2), When::Now));
  auto sold = m_house.more, other = m_house.more;
  sold.prices = {{Money(900, m_house.usd), Interval::Month}};
  sold.limits = {{u"calls"_s, granted}};
  sold.most = 1;
  other.id = u"other"_s; // that it has not
  Alteration to;
  to.resold = {sold, other};
  const auto moved = alter(course.state, course.around(), at(midApril), to, when, {});
  QVERIFY(moved);
  QCOMPARE(moved->raisesAt.has_value(), when == When::Now);
  QCOMPARE(mrrOnceScheduled(moved->after, course.around()), 12 * (fee + 1800));
  const auto &told = moved->events.back().payload;
  QVERIFY(told.at("addons_moved") == nlohmann::json({"more"}));
  QVERIFY(!told.contains("addons") && told.contains("scheduled") == (when == When::PeriodEnd));
  QCOMPARE(moved->after.items.at(u"more"_s), (Item{when == When::Now ? sold : m_house.more, 2}));
  course.state = moved->after;
  course.advanceTo(at(u"2026-05-01T00:00:00Z"_s));
  QCOMPARE(course.state.items.at(u"more"_s), (Item{sold, 2}));
  QCOMPARE(course.parts.back().ownLimits, (OwnLimits{{u"calls"_s, 100 + 2 * granted}}));
  const auto again =
      alter(course.state, course.around(), at(u"2026-05-02T00:00:00Z"_s), to, when, {});
  QVERIFY(!again);
  QCOMPARE(again.error().code, u"subscription.no_change"_s);
}

QTEST_GUILESS_MAIN(TestAddons)
#include "tst_addons.moc"
