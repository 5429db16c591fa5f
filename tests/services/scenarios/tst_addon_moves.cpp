// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/adjustment.h"
#include "services/payments/version_moves.h"
#include "tests/services/billing/billing_house.h"
#include "tests/support/differences_of.h"

using namespace tenantry;
using namespace tenantry::tests;
using payments::MoveHow;
using payments::MoveWhat;
using std::chrono::days;
using subscriptions::When;

/// SUB-9: who has an add-on keeps it as it was sold until somebody moves it to how it is sold now:
/// alone, or with the version of the plan.
class TestAddonMoves : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void init();
  void whoHasItIsMoved_data();
  void whoHasItIsMoved();
  void theyMoveAsPreviewedOrNotAtAll_data();
  void theyMoveAsPreviewedOrNotAtAll();
  void whatWaitsIsNotLost_data();
  void whatWaitsIsNotLost();
  void whatCannotBeSoldSoStays();
  void whatIsNotSoldIsRefused();
  void ofAPlanThatIsSoldNoMoreAddonsMove();

private:
  /// Ten rooms, at that by the month; and the plan starter.
  void sell(std::int64_t rooms, std::int64_t starter = 4900, int granted = 10,
            const QString &currency = u"USD"_s);
  OrganizationId holder(int quantity);
  [[nodiscard]] QString sound();
  [[nodiscard]] subscriptions::Subscription live(const OrganizationId &id) {
    return expect(m_house->worker.subscriptions().live(id));
  }
  Result<payments::MoveReport> move(const QString &plan, const MoveHow &how,
                                    const QString &expected = {}) {
    return payments::moveAll(m_house->worker.session, m_house->worker.business, plan, how,
                             expected);
  }
  std::unique_ptr<BillingHouse> m_house;
  Currency m_dollar = *Currency::parse(u"USD");
  MoveWhat m_addons{false, true, {}}, m_both{true, true, {}}, m_rooms{false, true, u"rooms"_s};
};

void TestAddonMoves::init() {
  m_house = std::make_unique<BillingHouse>();
  sell(2800);
}

void TestAddonMoves::sell(std::int64_t rooms, std::int64_t starter, int granted,
                          const QString &currency) {
  auto business = expect(m_house->worker.business.current(m_house->worker.session))->business;
  auto &addon = business.addons[u"rooms"_s];
  addon.id = u"rooms"_s;
  addon.name.byLanguage[{}] = u"Ten rooms"_s;
  addon.most = 3;
  addon.limits = {{u"users"_s, granted}};
  addon.prices = {{Money(rooms, *Currency::parse(currency)), Interval::Month}};
  for (auto &price : business.plans[u"starter"_s].prices)
    if (price.amount.currency() == m_dollar && price.interval == Interval::Month)
      price.amount = Money(starter, m_dollar);
  const auto owner = m_house->test.connect();
  store::Session session{*owner, m_house->clock, u"tests"_s};
  expect(business::BusinessApply(session).apply(business, u"tests"_s));
}

OrganizationId TestAddonMoves::holder(int quantity) {
  const auto id = m_house->organization();
  m_house->subscribe(id, u"starter"_s);
  m_house->runAll();
  if (quantity == 0)
    return id;
  billing::ChangeRequest adding;
  adding.organization = id;
  adding.addonId = u"rooms"_s;
  adding.quantity = quantity;
  expect(payments::changeSubscription(m_house->worker.session, m_house->worker.business, adding));
  return id;
}

QString TestAddonMoves::sound() { return differencesOf(m_house->worker).join(u'\n'); }

void TestAddonMoves::whoHasItIsMoved_data() {
  QTest::addColumn<QString>("plan");
  QTest::addColumn<QString>("what");
  QTest::addColumn<bool>("atOnce");
  QTest::addColumn<int>("moved");
  QTest::addColumn<std::int64_t>("due");
  QTest::addColumn<std::int64_t>("mrr");
  using I = std::int64_t;
  // 14 of 28 days are left; two of it went from 28.00 to 42.00, the plan from 49.00 to 59.00.
  QTest::newRow("SUB-9 it alone, now")
      << QString() << u"rooms"_s << true << 1 << I(1400) << I(4900 + 2 * 4200);
  QTest::newRow("SUB-9 it alone, later")
      << QString() << u"rooms"_s << false << 1 << I(0) << I(4900 + 2 * 4200);
  QTest::newRow("SUB-9 with the plan, now")
      << u"starter"_s << u"both"_s << true << 2 << I(1400 + 500 + 500) << I(5900 + 2 * 4200);
  QTest::newRow("SUB-9 with the plan, later")
      << u"starter"_s << u"both"_s << false << 2 << I(0) << I(5900 + 2 * 4200);
  QTest::newRow("SUB-9 of another plan")
      << u"professional"_s << u"both"_s << true << 0 << I(0) << I(4900 + 2 * 2800);
}

void TestAddonMoves::whoHasItIsMoved() {
  QFETCH(QString, plan);
  QFETCH(QString, what);
  QFETCH(bool, atOnce);
  QFETCH(int, moved);
  QFETCH(std::int64_t, due);
  QFETCH(std::int64_t, mrr);
  const auto id = holder(2);
  holder(0);
  sell(4200, 5900, 4);
  m_house->clock.set(BillingHouse::start() + days(14));
  MoveHow how{atOnce ? When::Now : When::PeriodEnd, {}, true, what == "both"_L1 ? m_both : m_rooms};
  const auto seen = expect(move(plan, how));
  QCOMPARE(seen.refusedCount, std::int64_t(0));
  how.preview = false;
  const auto done = expect(move(plan, how, seen.digest));
  QCOMPARE(done.digest, seen.digest);
  QCOMPARE(done.moved.size(), moved > 0 ? 1u : 0u);
  if (moved > 0) {
    QCOMPARE(done.moved.at(m_dollar).subscriptions, std::int64_t(moved));
    QCOMPARE(done.moved.at(m_dollar).dueNow, due);
  }
  QCOMPARE(live(id).items.at(u"rooms"_s).quantity, 2);
  if (!atOnce)
    QCOMPARE(live(id).items.at(u"rooms"_s).addon.limits.at(u"users"_s), 10);
  m_house->clock.set(BillingHouse::start() + days(29));
  m_house->runAll();
  QCOMPARE(live(id).mrrTwelfths / 12, mrr);
  QCOMPARE(live(id).items.at(u"rooms"_s).addon.limits.at(u"users"_s), moved > 0 ? 4 : 10);
  QVERIFY(expect(move(plan, how)).moved.empty()); // nothing is left
  QCOMPARE(
      m_house->number("select count(*) from event where type = 'subscription.changed' and "
                      "payload #>> '{addons_moved,0}' = 'rooms' and payload -> 'addons' is null"),
      std::int64_t(moved == 0 ? 0
                   : atOnce   ? 1
                              : 2));
  QCOMPARE(sound(), QString());
}

void TestAddonMoves::theyMoveAsPreviewedOrNotAtAll_data() {
  QTest::addColumn<When>("when");
  QTest::addColumn<QString>("meanwhile");
  QTest::addColumn<bool>("moves");
  for (const auto when : {When::Now, When::PeriodEnd}) {
    const auto row = [when](const char *name, const QString &meanwhile, bool moves) {
      QTest::addRow("SUB-9 %s: %s", when == When::Now ? "now" : "later", name)
          << when << meanwhile << moves;
    };
    row("nothing happened", {}, true);
    row("another price", u"price"_s, false);
    row("another limit alone", u"limit"_s, false);
    row("one has none any more", u"removed"_s, false);
  }
}

void TestAddonMoves::theyMoveAsPreviewedOrNotAtAll() {
  QFETCH(When, when);
  QFETCH(QString, meanwhile);
  QFETCH(bool, moves);
  const auto id = holder(1);
  holder(2);
  sell(4200);
  const auto seen = expect(move({}, {when, {}, true, m_addons}));
  QCOMPARE(seen.moved.at(m_dollar).subscriptions, std::int64_t(2));
  if (meanwhile == "price"_L1)
    sell(5600);
  else if (meanwhile == "limit"_L1)
    sell(4200, 4900, 20);
  else if (meanwhile == "removed"_L1) {
    billing::ChangeRequest none;
    none.organization = id;
    none.addonId = u"rooms"_s;
    none.quantity = 0;
    expect(payments::changeSubscription(m_house->worker.session, m_house->worker.business, none));
  }
  const auto done = move({}, {when, {}, false, m_addons}, seen.digest);
  QCOMPARE(done.has_value(), moves);
  if (moves)
    QCOMPARE(done->digest, seen.digest);
  else
    QCOMPARE(done.error().code, u"subscription.picture_changed"_s);
  QCOMPARE(
      m_house->number("select count(*) from event where payload -> 'addons_moved' is not null"),
      std::int64_t(moves ? 2 : 0));
  QCOMPARE(sound(), QString());
}

void TestAddonMoves::whatWaitsIsNotLost_data() {
  QTest::addColumn<QString>("waits");
  QTest::addColumn<QString>("wanted");
  QTest::addColumn<bool>("atOnce");
  QTest::addColumn<QString>("becomes");
  QTest::newRow("SUB-9 the same waits") << u"rooms"_s << u"rooms"_s << false << u"waits"_s;
  QTest::newRow("SUB-9 more waits") << u"both"_s << u"rooms"_s << false << u"waits"_s;
  QTest::newRow("SUB-9 a part of it waits") << u"plan"_s << u"both"_s << false << u"later"_s;
  QTest::newRow("SUB-9 it waits as it was sold before")
      << u"rooms"_s << u"rooms"_s << false << u"later"_s;
  QTest::newRow("SUB-9 the other waits") << u"plan"_s << u"rooms"_s << false << u"refused"_s;
  QTest::newRow("SUB-9 now, and a part of it waits")
      << u"plan"_s << u"both"_s << true << u"moved"_s;
  QTest::newRow("SUB-9 now, and it waits as it was sold before")
      << u"rooms"_s << u"both"_s << true << u"moved"_s;
  QTest::newRow("SUB-9 now, and the other waits")
      << u"plan"_s << u"rooms"_s << true << u"refused"_s;
  QTest::newRow("SUB-9 now, and more waits") << u"both"_s << u"rooms"_s << true << u"refused"_s;
  QTest::newRow("SUB-9 now, and it ends") << u"end"_s << u"rooms"_s << true << u"refused"_s;
}

void TestAddonMoves::whatWaitsIsNotLost() {
  QFETCH(QString, waits);
  QFETCH(QString, wanted);
  QFETCH(bool, atOnce);
  QFETCH(QString, becomes);
  const std::map<QString, MoveWhat> whats{
      {u"plan"_s, {}}, {u"both"_s, m_both}, {u"rooms"_s, m_rooms}};
  auto &worker = m_house->worker;
  const auto id = holder(1);
  sell(4200, 5900);
  if (waits == "end"_L1)
    expect(worker.subscriptions().cancel(id, true));
  else
    expect(payments::moveToNewest(worker.session, worker.business, id,
                                  {When::PeriodEnd, {}, false, whats.at(waits)}));
  const bool isSoldAnew = QByteArray(QTest::currentDataTag()).endsWith("sold before");
  const int rooms = isSoldAnew ? 5200 : 4200;
  if (isSoldAnew)
    sell(rooms, 5900);
  const auto before = live(id).scheduled;
  const auto report = expect(move(
      {},
      {atOnce ? When::Now : When::PeriodEnd, {}, false, wanted == "rooms"_L1 ? m_rooms : m_both}));
  QCOMPARE(report.waitedAlready, std::int64_t(becomes == "waits"_L1));
  QCOMPARE(report.refusedCount, std::int64_t(becomes == "refused"_L1));
  QCOMPARE(report.moved.size(), becomes == "moved"_L1 || becomes == "later"_L1 ? 1u : 0u);
  if (becomes == "refused"_L1)
    QCOMPARE(report.refused.front().why.code, u"subscription.scheduled"_s);
  if (becomes == "later"_L1) {
    const auto then = subscriptions::alterationOf(live(id).scheduled);
    QCOMPARE(then.planVersion.has_value(), wanted == "both"_L1);
    QCOMPARE(then.resold.size(), std::size_t(1));
    QCOMPARE(then.resold.front().prices.front().amount.minor(), std::int64_t(rooms));
  } else if (becomes != "moved"_L1) {
    QVERIFY(live(id).scheduled == before);
  } else {
    QCOMPARE(live(id).mrrTwelfths, std::int64_t((rooms + 5900) * 12));
  }
}

/// What is sold in another currency alone, or no more, stays as it was sold.
void TestAddonMoves::whatCannotBeSoldSoStays() {
  const auto id = holder(1);
  sell(4200, 4900, 10, u"EUR"_s);
  const auto report = expect(move({}, {When::Now, {}, false, m_addons}));
  QCOMPARE(report.refusedCount, std::int64_t(1));
  QCOMPARE(report.refused.front().why.code, u"addon.no_price"_s);
  QCOMPARE(live(id).mrrTwelfths, std::int64_t((4900 + 2800) * 12));
}

void TestAddonMoves::whatIsNotSoldIsRefused() {
  const auto refused = move({}, {When::Now, {}, true, {false, true, u"cats"_s}});
  QVERIFY(!refused);
  QCOMPARE(refused.error().code, u"addon.unknown"_s);
}

/// What of it stays is said once, of whoever has it; one that never was is refused as a whole.
void TestAddonMoves::ofAPlanThatIsSoldNoMoreAddonsMove() {
  const auto id = holder(2);
  holder(0);
  sell(4200, 5900);
  auto business = expect(m_house->worker.business.current(m_house->worker.session))->business;
  business.plans.erase(u"starter"_s);
  const auto owner = m_house->test.connect();
  store::Session session{*owner, m_house->clock, u"tests"_s};
  expect(business::BusinessApply(session).apply(business, u"tests"_s));
  MoveHow how{When::Now, {}, true, m_both};
  const auto seen = expect(move(u"starter"_s, how));
  how.preview = false;
  const auto done = expect(move(u"starter"_s, how, seen.digest));
  QCOMPARE(done.moved.at(m_dollar).subscriptions, std::int64_t(1));
  QCOMPARE(done.refusedCount, std::int64_t(1));
  QVERIFY(done.refused.front().organization.isNull());
  QCOMPARE(done.refused.front().name, u"starter"_s);
  QCOMPARE(done.refused.front().why.code, u"plan.unknown"_s);
  QCOMPARE(live(id).mrrTwelfths / 12, std::int64_t(4900 + 2 * 4200));
  QCOMPARE(move(u"never"_s, how).error().code, u"plan.unknown"_s);
  QCOMPARE(move(u"starter"_s, {When::Now, {}, false, {}}).error().code, u"plan.unknown"_s);
  QCOMPARE(sound(), QString());
}

QTEST_GUILESS_MAIN(TestAddonMoves)
#include "tst_addon_moves.moc"
