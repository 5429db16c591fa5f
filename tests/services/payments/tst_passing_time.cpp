// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/usage/reservations.h"
#include "tests/services/core/billing_cases.h"
#include "tests/services/payments/dunned_house.h"

using namespace tenantry;
using namespace tenantry::tests;
using std::chrono::minutes;

namespace {

/// From twelve hours behind UTC to fourteen before it, by whole hours and by parts of one, with
/// clocks that are turned at midnight (Havana, Beirut, Cairo, Nuuk) and by half an hour (Lord
/// Howe).
const QStringList zones{u"Etc/GMT+12"_s,
                        u"Pacific/Pago_Pago"_s,
                        u"Pacific/Honolulu"_s,
                        u"Pacific/Marquesas"_s,
                        u"America/Anchorage"_s,
                        u"America/Los_Angeles"_s,
                        u"America/New_York"_s,
                        u"America/Havana"_s,
                        u"America/St_Johns"_s,
                        u"America/Sao_Paulo"_s,
                        u"America/Nuuk"_s,
                        u"Atlantic/Azores"_s,
                        u"UTC"_s,
                        u"Europe/London"_s,
                        u"Europe/Berlin"_s,
                        u"Africa/Casablanca"_s,
                        u"Africa/Cairo"_s,
                        u"Asia/Beirut"_s,
                        u"Asia/Tehran"_s,
                        u"Asia/Kolkata"_s,
                        u"Asia/Kathmandu"_s,
                        u"Asia/Tokyo"_s,
                        u"Australia/Eucla"_s,
                        u"Australia/Adelaide"_s,
                        u"Australia/Lord_Howe"_s,
                        u"Pacific/Auckland"_s,
                        u"Pacific/Chatham"_s,
                        u"Pacific/Kiritimati"_s};

/// What has become of a house, with nothing of when.
QStringList outcome(BillingHouse &house) {
  const auto rows = expect(house.worker.database->adHoc(R"(
    select line from (
      select format('%s: invoice of period %s is %s, %s of %s', name, period_index, i.status, paid, total)
      from invoice as i join organization using (organization_id)
      union all
      select format('%s is %s', name, s.status)
      from subscription as s join organization using (organization_id)
      union all
      select format('%s: %s %s of %s', name, count(*), a.status, amount)
      from payment_attempt as a join organization using (organization_id) group by name, a.status, amount
      union all
      select format('%s: %s %s', name, count(*), type)
      from event join organization using (organization_id) group by name, type
      union all
      select format('%s: %s reserved, %s counted', name,
                    (select coalesce(sum(quantity), 0) from usage_hold as h
                     where h.organization_id = o.organization_id),
                    (select coalesce(sum(quantity), 0) from usage_event as u
                     where u.organization_id = o.organization_id))
      from organization as o) as x (line) order by line)"));
  QStringList lines;
  for (const auto row : rows)
    lines += row.get<QString>(0);
  return lines;
}

/// Customers to whom everything that waits for its hour happens at once: a card that pays, one that
/// is declined, one whose provider does not answer, and units that are reserved.
struct Timed : DunnedHouse {
  Timed() {
    pays = owes(u"succeeds"_s).organization;
    name(pays, u"Pays"_s);
    name(owes(soft).organization, u"Declined"_s);
    name(owes(u"times_out_then:insufficient_funds"_s).organization, u"Silent"_s);
    expect(test.connect()->script("update organization_limit set limit_value = 10, kind = 'hard' "
                                  "where metric = 'api_calls'"));
  }
  void name(const OrganizationId &id, const QString &called) {
    expect(test.connect()->adHoc("update organization set name = :name where organization_id = :id",
                                 {{"name", called}, {"id", id}}));
  }
  bool reserve(const QString &key, std::int64_t quantity) {
    return expect(reservations().reserve(pays, {{key, u"api_calls"_s, quantity}}, minutes(30)))[0]
        .granted;
  }
  usage::CommitOutcome commit(const QString &key) {
    return expect(reservations().commit(pays, {{key, {}, {}}}))[0];
  }
  usage::Reservations reservations() { return {worker.session, worker.business}; }
  void liveUntil(Instant at) {
    expect(jobs::runDueUntil(worker.session, registry, scenarios::houseConsumers(), clock, at));
  }
  OrganizationId pays;
};

/// What becomes of them where nobody touches the clock.
QStringList asItGoes() {
  static const QStringList lines = [] {
    Timed house;
    house.reserve(u"first"_s, 6);
    static_cast<void>(house.commit(u"first"_s));
    house.liveUntil(house.start() + days(45));
    return outcome(house);
  }();
  return lines;
}

} // namespace

/// Time as it really comes: by the hour round every local midnight, and by leaps.
class TestPassingTime : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void goldenRunOnce_data();
  void goldenRunOnce();
  void hourlyRunsBillEachOnceAtItsOwnMidnight_data();
  void hourlyRunsBillEachOnceAtItsOwnMidnight();
  void aClockThatIsSetBackDoesNothingTwice_data();
  void aClockThatIsSetBackDoesNothingTwice();
  void aClockThatLeapsForwardLosesNothing_data();
  void aClockThatLeapsForwardLosesNothing();
};

void TestPassingTime::goldenRunOnce_data() { addBillingCases("anchoring", "run_once"); }

// Its week is a trial of seven days, whose end is billed.
void TestPassingTime::goldenRunOnce() {
  QFETCH(const QByteArray, json);
  const Json one = caseOf(json);
  const auto &given = one["given"];
  DunnedHouse house;
  const auto zone = given["tz"].get<QString>();
  house.clock.set(Zone::find(zone)->at(given["anchor"].get<LocalDay>(), hours(12)));
  subscriptions::StartRequest request;
  request.organization = house.organization(u"FR"_s, zone, u"EUR"_s);
  house.setMethod(request.organization, u"succeeds"_s);
  request.planId = u"professional"_s;
  request.trialDays = given["days"].get<int>();
  expect(house.worker.subscriptions().start(request));
  QStringList issuedBy;
  for (const Json &run : given["runs"]) {
    house.clock.set(run.get<Instant>());
    for (auto left = house.runAll().invoices; left > 0; --left)
      issuedBy += run.get<QString>();
  }
  QCOMPARE(issuedBy, QStringList{one["expect"]["issued_by_run"].get<QString>()});
  const auto period = expect(house.worker.subscriptions().live(request.organization)).period;
  QCOMPARE(toIso(Zone::find(zone)->midnight(period.from)),
           one["expect"]["issued"].at(0).get<QString>());
}

void TestPassingTime::hourlyRunsBillEachOnceAtItsOwnMidnight_data() {
  QTest::addColumn<QString>("began");
  QTest::addColumn<QString>("renews");
  QTest::newRow("F1 the 31st in February") << u"2026-01-31"_s << u"2026-02-28"_s;
  QTest::newRow("F1 clocks go forward at midnight in Havana") << u"2025-03-08"_s << u"2026-03-08"_s;
  QTest::newRow("F1 clocks go back in Europe") << u"2025-10-25"_s << u"2026-10-25"_s;
  QTest::newRow("F1 midnight comes twice in Havana") << u"2025-11-01"_s << u"2026-11-01"_s;
}

void TestPassingTime::hourlyRunsBillEachOnceAtItsOwnMidnight() {
  QFETCH(const QString, began);
  QFETCH(const QString, renews);
  BillingHouse house;
  const auto first = *parseDay(began);
  const auto boundary = *parseDay(renews);
  const auto interval = boundary - first > days(31) ? Interval::Year : Interval::Month;
  for (const auto &zone : zones) {
    house.clock.set(Zone::find(zone)->at(first, hours(12)));
    house.subscribe(house.organization(u"US"_s, zone), u"professional"_s, {}, interval);
    house.runAll();
  }
  const auto many = static_cast<std::int64_t>(zones.size());
  QCOMPARE(house.number("select count(*) from invoice"), many);
  const Instant before(boundary.time_since_epoch() - days(1));
  for (int hour = 0; hour <= 48; ++hour) {
    house.clock.set(before + hours(hour));
    if (house.runAll().invoices > 0)
      QCOMPARE(house.runAll().invoices, std::int64_t(0));
  }
  QCOMPARE(house.number("select count(*) from invoice where period_index = 1"), many);
  QCOMPARE(house.number("select count(*) from invoice"), 2 * many);
  // By the zones of PostgreSQL: at the run it was that day there, an hour before it was not yet.
  const auto strangers = expect(house.worker.database->adHoc(
      "select string_agg(time_zone || ' ' || i.created_at, ', ') from invoice as i "
      "join organization using (organization_id) where period_index = 1 and "
      "((i.created_at at time zone time_zone)::date <> :day or "
      "((i.created_at - interval '1 hour') at time zone time_zone)::date >= :day)",
      {{"day", boundary}}));
  QCOMPARE(strangers[0].get<std::optional<QString>>(0).value_or(QString()), QString());
  QCOMPARE(house.wrong(), QString());
}

void TestPassingTime::aClockThatIsSetBackDoesNothingTwice_data() {
  QTest::addColumn<int>("afterMinutes");
  QTest::newRow("BILL-4 the provider has not answered yet") << 0;
  QTest::newRow("BILL-5 after the first retry") << 60 * 24 * 3 + 120;
  QTest::newRow("BILL-1 after the renewal") << 60 * 24 * 28 + 10;
}

void TestPassingTime::aClockThatIsSetBackDoesNothingTwice() {
  QFETCH(const int, afterMinutes);
  Timed house;
  house.liveUntil(house.start() + minutes(afterMinutes));
  QVERIFY(house.reserve(u"first"_s, 6));
  const auto before = outcome(house);
  house.clock.set(house.clock.now() - hours(1));
  house.runAll();
  QVERIFY(!house.reserve(u"second"_s, 6)); // what was promised is still held
  house.liveUntil(house.clock.now() + minutes(59));
  if (afterMinutes > 0) // nothing was to come in that hour
    QCOMPARE(outcome(house), before);
  QVERIFY(house.commit(u"first"_s) == usage::CommitOutcome::Counted);
  QVERIFY(house.commit(u"first"_s) == usage::CommitOutcome::Repeated);
  house.liveUntil(house.start() + days(45));
  QCOMPARE(outcome(house), asItGoes());
  QCOMPARE(house.wrong(), QString());
}

void TestPassingTime::aClockThatLeapsForwardLosesNothing_data() {
  QTest::addColumn<int>("afterMinutes");
  QTest::addColumn<qint64>("tries"); // whose time is over by then is not tried any more
  QTest::newRow("BILL-4 the provider has not answered yet") << 0 << qint64(1);
  QTest::newRow("BILL-5 after the first retry") << 60 * 24 * 3 + 120 << qint64(2);
}

void TestPassingTime::aClockThatLeapsForwardLosesNothing() {
  QFETCH(const int, afterMinutes);
  QFETCH(const qint64, tries);
  Timed house;
  house.liveUntil(house.start() + minutes(afterMinutes));
  QVERIFY(house.reserve(u"first"_s, 6));
  house.clock.set(house.clock.now() + days(31));
  QVERIFY(house.reserve(u"second"_s, 6)); // what was promised has run out
  QVERIFY(house.commit(u"first"_s) == usage::CommitOutcome::NotHeld);
  QVERIFY(house.commit(u"second"_s) == usage::CommitOutcome::Counted);
  house.liveUntil(house.start() + days(45));
  const auto lines = outcome(house);
  QCOMPARE(lines.filter(u"Pays"_s), asItGoes().filter(u"Pays"_s));
  for (const auto &who : {u"Declined"_s, u"Silent"_s}) {
    QVERIFY(lines.contains(who + u" is cancelled"_s));
    QVERIFY(lines.contains(who + u": invoice of period 0 is uncollectible, 0 of 19900"_s));
    QCOMPARE(house.number("select count(*) from payment_attempt join invoice using "
                          "(organization_id, invoice_id) join organization using "
                          "(organization_id) where period_index = 0 and name = '" +
                          who.toUtf8() + "'"),
             tries);
  }
  QCOMPARE(house.wrong(), QString());
}

QTEST_GUILESS_MAIN(TestPassingTime)
#include "tst_passing_time.moc"
