// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/adjustment.h"
#include "services/payments/version_moves.h"
#include "tests/services/billing/billing_house.h"
#include "tests/services/billing/golden_cases.h"
#include "tests/support/differences_of.h"

using namespace tenantry;
using namespace tenantry::tests;
using payments::MoveHow;
using std::chrono::days;
using subscriptions::When;

/// SUB-2: who bought a version of a plan keeps it until somebody moves him to the one on sale.
class TestVersionMoves : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void init();
  void cleanup();
  void SUB_2_atThePeriodsEndItBillsTheNewPrice();
  void SUB_2_atOnceTheRestIsProrated();
  void SUB_2_aMoveThatWaitsOutlastsAPause_data();
  void SUB_2_aMoveThatWaitsOutlastsAPause();
  void SUB_8_aContractKeepsItsPrice_data();
  void SUB_8_aContractKeepsItsPrice();
  void aWholePlanIsPreviewedThenMovedOnce();
  void aWholePlanMovesAsPreviewedOrNotAtAll_data();
  void aWholePlanMovesAsPreviewedOrNotAtAll();
  void whatIsScheduledIsNotReplaced();
  void SUB_2_aMoveThatWaitsCanBeMadeNow_data();
  void SUB_2_aMoveThatWaitsCanBeMadeNow();
  void dueAtOnceIsAllThatIsIssuedWithIt();
  /// The cases follow an optional mode of a peer: a version itself names the day from which who has
  /// an older one pays its price (`existing_from`; all of ver-01, the last price of ver-02).
  /// Tenantry has no such day in its business files: somebody moves them, here on the eve of it for
  /// the end of their period. That a new customer gets the version of his day (ver-02) and that
  /// nobody moves by himself (ver-03) is so without.
  void SUB_2_pricesOverVersions_data() { golden::addRows({"versions"}); }
  void SUB_2_pricesOverVersions();

private:
  void raise(const QString &plan, std::int64_t monthly, int germanTax = 19);
  [[nodiscard]] QString sound();
  [[nodiscard]] std::int64_t mrr(const OrganizationId &id);
  Result<payments::MoveReport> move(const MoveHow &how, const QString &expected = {}) {
    return payments::moveAll(m_house->worker.session, m_house->worker.business, u"starter"_s, how,
                             expected);
  }
  std::unique_ptr<BillingHouse> m_house;
  Currency m_dollar = *Currency::parse(u"USD");
};

void TestVersionMoves::init() { m_house = std::make_unique<BillingHouse>(); }
void TestVersionMoves::cleanup() { m_house.reset(); }

/// A new version of that plan, for dollars by the month.
void TestVersionMoves::raise(const QString &plan, std::int64_t monthly, int germanTax) {
  auto business = expect(m_house->worker.business.current(m_house->worker.session))->business;
  business.taxRates.front().percent = germanTax;
  bool found = false;
  for (auto &price : business.plans[plan].prices)
    if (price.amount.currency() == m_dollar && price.interval == Interval::Month) {
      price.amount = Money(monthly, m_dollar);
      found = true;
    }
  QVERIFY(found);
  const auto owner = m_house->test.connect();
  store::Session session{*owner, m_house->clock, u"tests"_s};
  expect(business::BusinessApply(session).apply(business, u"tests"_s));
}

QString TestVersionMoves::sound() { return differencesOf(m_house->worker).join(u'\n'); }

std::int64_t TestVersionMoves::mrr(const OrganizationId &id) {
  return expect(m_house->worker.subscriptions().live(id)).mrrTwelfths / 12;
}

void TestVersionMoves::SUB_2_atThePeriodsEndItBillsTheNewPrice() {
  const auto id = m_house->organization();
  m_house->subscribe(id, u"starter"_s);
  m_house->runAll();
  raise(u"starter"_s, 5900);
  const auto moved = expect(payments::moveToNewest(
      m_house->worker.session, m_house->worker.business, id, {When::PeriodEnd, {}, false}));
  QCOMPARE(moved.mrrBefore, std::int64_t(4900 * 12));
  QCOMPARE(moved.mrrAfter, std::int64_t(5900 * 12));
  QCOMPARE(moved.dueNow, std::int64_t(0));
  QCOMPARE(mrr(id), std::int64_t(4900));
  m_house->clock.set(BillingHouse::start() + days(29));
  m_house->runAll();
  QCOMPARE(mrr(id), std::int64_t(5900));
  QCOMPARE(m_house->number("select net from invoice order by number desc limit 1"),
           std::int64_t(5900));
  QCOMPARE(sound(), QString());
}

void TestVersionMoves::SUB_2_atOnceTheRestIsProrated() {
  const auto id = m_house->organization();
  m_house->subscribe(id, u"starter"_s);
  m_house->runAll();
  raise(u"starter"_s, 7700);
  m_house->clock.set(BillingHouse::start() + days(14)); // 14 of 28 days are left
  const auto moved = expect(payments::moveToNewest(
      m_house->worker.session, m_house->worker.business, id, {When::Now, {}, false}));
  QCOMPARE(moved.dueNow, std::int64_t(1400)); // (77.00 - 49.00) * 14 / 28
  QCOMPARE(mrr(id), std::int64_t(7700));
  QCOMPARE(sound(), QString());
}

void TestVersionMoves::SUB_2_aMoveThatWaitsOutlastsAPause_data() {
  QTest::addColumn<int>("until");
  QTest::addColumn<int>("charged");
  QTest::newRow("within the period") << 15 << 2275; // 4900 * 13 / 28, of the old version
  QTest::newRow("past its boundary") << 43 << 3045; // 5900 * 16 / 31, of the new one
}

void TestVersionMoves::SUB_2_aMoveThatWaitsOutlastsAPause() {
  QFETCH(int, until);
  QFETCH(int, charged);
  auto &worker = m_house->worker;
  const auto id = m_house->organization();
  m_house->subscribe(id, u"starter"_s);
  m_house->runAll();
  raise(u"starter"_s, 5900);
  QCOMPARE(expect(move({When::PeriodEnd, {}, false})).moved[m_dollar].subscriptions,
           std::int64_t(1));
  billing::ChangeRequest request;
  request.organization = id;
  request.kind = billing::ChangeRequest::Kind::Pause;
  m_house->clock.set(BillingHouse::start() + days(10));
  expect(payments::changeSubscription(worker.session, worker.business, request));
  request.kind = billing::ChangeRequest::Kind::Resume;
  m_house->clock.set(BillingHouse::start() + days(until));
  expect(payments::changeSubscription(worker.session, worker.business, request));
  QCOMPARE(m_house->number("select net from invoice order by number desc limit 1"),
           std::int64_t(charged));
  m_house->clock.set(BillingHouse::start() + days(60));
  m_house->runAll();
  QCOMPARE(mrr(id), std::int64_t(5900));
  QCOMPARE(m_house->number("select net from invoice order by number desc limit 1"),
           std::int64_t(5900));
  QCOMPARE(sound(), QString());
}

void TestVersionMoves::SUB_8_aContractKeepsItsPrice_data() {
  QTest::addColumn<bool>("atOnce");
  QTest::newRow("now") << true;
  QTest::newRow("at the period's end") << false;
}

void TestVersionMoves::SUB_8_aContractKeepsItsPrice() {
  QFETCH(bool, atOnce);
  const auto id = m_house->organization();
  subscriptions::StartRequest start;
  start.organization = id;
  start.planId = u"starter"_s;
  start.priceOverride = 4000;
  expect(m_house->worker.subscriptions().start(start));
  m_house->runAll();
  raise(u"starter"_s, 5900);
  expect(payments::moveToNewest(m_house->worker.session, m_house->worker.business, id,
                                {atOnce ? When::Now : When::PeriodEnd, {}, false}));
  m_house->clock.set(BillingHouse::start() + days(29));
  m_house->runAll();
  QCOMPARE(mrr(id), std::int64_t(4000));
  QCOMPARE(m_house->number("select max(net) from invoice"), std::int64_t(4000));
  QCOMPARE(m_house->number("select version from plan_version join subscription using "
                           "(plan_version_id)"),
           std::int64_t(2));
  QCOMPARE(sound(), QString());
}

void TestVersionMoves::aWholePlanIsPreviewedThenMovedOnce() {
  for (int i = 0; i < 3; ++i)
    m_house->subscribe(m_house->organization(), u"starter"_s);
  m_house->subscribe(m_house->organization(), u"professional"_s);
  m_house->runAll();
  raise(u"starter"_s, 5900);
  m_house->subscribe(m_house->organization(), u"starter"_s); // bought the new one
  const auto waiting = "select count(*) from subscription where scheduled_action <> ''";
  auto report = expect(move({}));
  QCOMPARE(report.moved.at(m_dollar).subscriptions, std::int64_t(3));
  QCOMPARE(report.moved.at(m_dollar).mrrBefore, std::int64_t(3 * 4900 * 12));
  QCOMPARE(report.moved.at(m_dollar).mrrAfter, std::int64_t(3 * 5900 * 12));
  QCOMPARE(m_house->number(waiting), std::int64_t(0));
  report = expect(move({When::PeriodEnd, {}, false}));
  QCOMPARE(report.moved.at(m_dollar).subscriptions, std::int64_t(3));
  QCOMPARE(m_house->number(waiting), std::int64_t(3));
  report = expect(move({When::PeriodEnd, {}, false}));
  QVERIFY(report.moved.empty());
  QCOMPARE(report.waitedAlready, std::int64_t(3));
  m_house->clock.set(BillingHouse::start() + days(29));
  m_house->runAll();
  report = expect(move({When::PeriodEnd, {}, false}));
  QVERIFY(report.moved.empty());
  QCOMPARE(report.waitedAlready, std::int64_t(0));
  QCOMPARE(sound(), QString());
  const auto unknown =
      payments::moveAll(m_house->worker.session, m_house->worker.business, u"none"_s, {});
  QVERIFY(!unknown);
  QCOMPARE(unknown.error().code, u"plan.unknown"_s);
}

void TestVersionMoves::aWholePlanMovesAsPreviewedOrNotAtAll_data() {
  QTest::addColumn<bool>("atOnce");
  QTest::addColumn<QString>("meanwhile");
  QTest::addColumn<bool>("moves");
  QTest::newRow("SUB-2 nothing happened") << false << QString() << true;
  QTest::newRow("SUB-2 another price") << false << u"price"_s << false;
  QTest::newRow("SUB-2 another tax on what is billed later") << false << u"tax"_s << true;
  QTest::newRow("SUB-2 one has left") << false << u"one left"_s << false;
  QTest::newRow("SUB-2 now: nothing happened") << true << QString() << true;
  QTest::newRow("SUB-2 now: another tax") << true << u"tax"_s << false;
}

void TestVersionMoves::aWholePlanMovesAsPreviewedOrNotAtAll() {
  QFETCH(bool, atOnce);
  QFETCH(QString, meanwhile);
  QFETCH(bool, moves);
  const auto customer = m_house->organization();
  for (const auto &id : {customer, m_house->organization(u"DE"_s)})
    m_house->subscribe(id, u"starter"_s);
  m_house->runAll();
  raise(u"starter"_s, 5900);
  m_house->clock.set(BillingHouse::start() + days(14));
  const auto when = atOnce ? When::Now : When::PeriodEnd;
  const auto seen = expect(move({when, {}, true}));
  QCOMPARE(expect(move({when, {}, true})).digest, seen.digest);
  if (meanwhile == "price"_L1)
    raise(u"starter"_s, 6900);
  else if (meanwhile == "tax"_L1)
    raise(u"starter"_s, 5900, 16);
  else if (meanwhile == "one left"_L1)
    expect(m_house->worker.subscriptions().cancel(customer, false));
  const auto done = move({when, {}, false}, seen.digest);
  QCOMPARE(done.has_value(), moves);
  if (moves) {
    QCOMPARE(done->digest, seen.digest);
    QCOMPARE(done->moved.at(m_dollar).subscriptions, std::int64_t(2));
  } else {
    QCOMPARE(done.error().code, u"subscription.picture_changed"_s);
    QVERIFY(done.error().message.contains(u"look at it again"_s));
  }
  QCOMPARE(m_house->number("select count(*) from subscription as s join plan_version as v using "
                           "(plan_version_id) where v.version > 1 or scheduled_action <> ''"),
           std::int64_t(moves ? 2 : 0));
  QCOMPARE(expect(move({when, {}, true})).digest == seen.digest, false); // of what is left
}

void TestVersionMoves::whatIsScheduledIsNotReplaced() {
  const auto id = m_house->organization();
  m_house->subscribe(id, u"starter"_s);
  m_house->runAll();
  billing::ChangeRequest up;
  up.organization = id;
  up.planId = u"professional"_s;
  up.when = When::PeriodEnd;
  expect(payments::changeSubscription(m_house->worker.session, m_house->worker.business, up));
  raise(u"starter"_s, 5900);
  const auto report = expect(move({When::PeriodEnd, {}, false}));
  QVERIFY(report.moved.empty());
  QCOMPARE(report.refusedCount, std::int64_t(1));
  QCOMPARE(report.refused.front().why.code, u"subscription.scheduled"_s);
  m_house->clock.set(BillingHouse::start() + days(29));
  m_house->runAll();
  QCOMPARE(mrr(id), std::int64_t(19900));
}

void TestVersionMoves::SUB_2_aMoveThatWaitsCanBeMadeNow_data() {
  QTest::addColumn<bool>("withSeats");
  QTest::newRow("SUB-2 nothing else waits with it: it moves") << false;
  QTest::newRow("SUB-2 seats wait with it: it stays, and why is said") << true;
}

void TestVersionMoves::SUB_2_aMoveThatWaitsCanBeMadeNow() {
  QFETCH(bool, withSeats);
  const auto id = m_house->organization();
  m_house->subscribe(id, u"starter"_s);
  m_house->runAll();
  raise(u"starter"_s, 7700);
  billing::ChangeRequest later;
  later.organization = id;
  later.toNewestVersion = true;
  later.when = When::PeriodEnd;
  if (withSeats)
    later.seats = 3;
  expect(payments::changeSubscription(m_house->worker.session, m_house->worker.business, later));
  m_house->clock.set(BillingHouse::start() + days(14));
  for (const bool preview : {true, false}) {
    const auto report = expect(move({When::Now, {}, preview}));
    QCOMPARE(report.waitedAlready, std::int64_t(0));
    QCOMPARE(report.refusedCount, std::int64_t(withSeats));
    if (withSeats) {
      QCOMPARE(report.refused.front().why.code, u"subscription.scheduled"_s);
      QVERIFY(report.refused.front().why.message.contains(u"seats"_s));
      continue;
    }
    QCOMPARE(report.moved.at(m_dollar).dueNow, std::int64_t(1400));
    QCOMPARE(report.moved.at(m_dollar).mrrAfter, std::int64_t(7700 * 12));
  }
  QCOMPARE(mrr(id), std::int64_t(withSeats ? 4900 : 7700));
  QCOMPARE(m_house->number("select count(*) from subscription where scheduled_action <> ''"),
           std::int64_t(withSeats));
  QCOMPARE(sound(), QString());
}

/// A month has passed and its renewal was not billed yet: the move issues that invoice too.
void TestVersionMoves::dueAtOnceIsAllThatIsIssuedWithIt() {
  const auto id = m_house->organization();
  m_house->subscribe(id, u"starter"_s);
  m_house->runAll();
  raise(u"starter"_s, 8000);
  m_house->clock.set(BillingHouse::start() + days(28 + 15)); // 16 of 31 days are left
  const auto preview = expect(move({When::Now, {}, true})).moved.at(m_dollar);
  QCOMPARE(preview.dueNow, std::int64_t(4900 + 1600)); // (80.00 - 49.00) * 16 / 31
  QCOMPARE(expect(move({When::Now, {}, false})).moved.at(m_dollar).dueNow, preview.dueNow);
  QCOMPARE(m_house->number("select sum(total)::bigint from invoice"),
           std::int64_t(4900) + preview.dueNow);
  QCOMPARE(sound(), QString());
}

void TestVersionMoves::SUB_2_pricesOverVersions() {
  const auto golden = golden::current();
  const auto &given = golden.at("given");
  // Years later, where the house stands; the months are as long.
  const auto day = [](const golden::Json &text) {
    const std::chrono::year_month_day was(golden::day(text));
    return LocalDay(was + std::chrono::years(12));
  };
  std::multimap<LocalDay, std::function<void()>> course;
  for (const auto &version : given.at("versions")) {
    const std::int64_t price = version.at("price");
    course.emplace(day(version.at("from")), [this, price] { raise(u"starter"_s, price); });
    if (!version.at("existing_from").is_null())
      course.emplace(day(version.at("existing_from")) - days(1), [this] {
        expect(move({When::PeriodEnd, {}, false}));
      });
  }
  course.emplace(day(given.at("sub_start")),
                 [this] { m_house->subscribe(m_house->organization(), u"starter"_s); });
  course.emplace(day(given.at("periods").back()) + days(1), [] {});
  for (const auto &[on, happens] : course) {
    m_house->clock.set(*parseInstant(toIso(on) + u"T06:00:00Z"_s));
    m_house->runAll();
    happens();
    m_house->runAll();
  }
  golden::Amounts prices;
  for (const auto &period : given.at("periods"))
    prices.push_back(m_house->number("select unit::bigint from invoice_line where kind = 'plan' "
                                     "and from_day = '" +
                                     toIso(day(period)).toLatin1() + "'"));
  QCOMPARE(prices, golden.at("expect").at("prices").get<golden::Amounts>());
  QCOMPARE(sound(), QString());
}

QTEST_GUILESS_MAIN(TestVersionMoves)
#include "tst_version_moves.moc"
