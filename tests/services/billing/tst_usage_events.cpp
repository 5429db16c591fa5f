// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/usage/corrections.h"
#include "services/usage/recount.h"
#include "tests/services/billing/billing_house.h"

using namespace tenantry;
using namespace tenantry::tests;
using namespace tenantry::usage;

namespace {

template <typename T> QString refusal(const Result<T> &result) {
  return result ? QString() : result.error().code;
}

} // namespace

/// The events behind a total one by one, and what finance takes back of them.
class TestUsageEvents : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase();
  void USE_1_aPeriodListsItsEventsTheLatestFirst();
  void USE_1_everyEventSaysWhatBecameOfIt();
  void USE_1_periodsAreFoundByTheirDays();
  void USE_1_aPreviewIsWhatItComesTo_data();
  void USE_1_aPreviewIsWhatItComesTo();
  void USE_1_correctionsTakeNoMoreThanIsLeft();
  void USE_1_whatChangedSinceIsLookedAtAgain();
  void USE_1_sentTwiceItIsDoneOnce();
  void USE_1_afterTheClosingInvoiceTheNextOneTakesItBack();
  void USE_1_whoMayCorrect_data();
  void USE_1_whoMayCorrect();
  void USE_1_theDatabaseLetsStaffCorrectAndNothingElse_data();
  void USE_1_theDatabaseLetsStaffCorrectAndNothingElse();
  void USE_1_aTenantSeesAndCorrectsNobodyElses();

private:
  struct Role {
    Role(BillingHouse &house, const QString &role)
        : database(house.test.connect(role)), session{*database, house.clock, role} {}
    std::unique_ptr<store::Database> database;
    store::Session session;
    business::AppliedBusiness business;
    UsageCorrections corrections() { return {session, business}; }
  };

  void at(const char *instant) { m_house.clock.set(*parseInstant(QString::fromLatin1(instant))); }
  OrganizationId subscribed() {
    at("2026-01-31T10:00:00Z");
    const auto id = m_house.organization();
    m_house.subscribe(id, u"starter"_s);
    return id;
  }
  void ingest(const OrganizationId &id, const QString &metric, const QString &key,
              std::int64_t quantity, const char *instant, const QString &corrects = {}) {
    UsageEvent event;
    event.organization = id;
    event.key = key;
    event.metric = metric;
    event.quantity = quantity;
    event.occurredAt = *parseInstant(QString::fromLatin1(instant));
    event.corrects = corrects;
    event.dimensions = {{u"region"_s, u"eu"_s}, {u"user"_s, key}};
    expect(UsageService(m_house.worker.session, m_house.worker.business).ingest({event}));
  }
  EventListing listing() { return {m_house.worker.session, m_house.worker.business}; }
  UsageCorrections corrections() { return {m_house.worker.session, m_house.worker.business}; }
  EventQuery query(const OrganizationId &id, const QString &metric, const char *day = nullptr) {
    std::optional<LocalDay> wanted;
    if (day)
      wanted = *parseDay(QString::fromLatin1(day));
    const auto periods = expect(listing().periods(id));
    return {id, metric, periodAt(periods, wanted, m_house.clock.now())->from};
  }
  std::vector<EventRow> rows(const EventQuery &query) {
    std::vector<EventRow> all;
    EventCursor after;
    for (;;) {
      auto page = expect(listing().page(query, 2, after));
      all.insert(all.end(), page.rows.begin(), page.rows.end());
      if (!page.next)
        return all;
      after = *page.next;
    }
  }
  bool isExact() {
    const auto applied = expect(m_house.worker.business.current(m_house.worker.session));
    return expect(recount(m_house.worker.session, applied->business.metrics)).empty();
  }
  static QStringList keys(const std::vector<EventRow> &rows) {
    QStringList keys;
    for (const auto &row : rows)
      keys += row.key;
    return keys;
  }

  BillingHouse m_house;
};

/// Metrics of every kind, which the plans do not charge for.
void TestUsageEvents::initTestCase() {
  auto business = expect(m_house.worker.business.current(m_house.worker.session))->business;
  using business::Aggregation;
  for (const auto &[id, aggregation] : {std::pair{u"peak"_s, Aggregation::Max},
                                        {u"stored"_s, Aggregation::Last},
                                        {u"people"_s, Aggregation::Unique}})
    business.metrics[id] = {id, aggregation, business::LimitKind::Soft, u"user"_s, 0};
  const auto owner = m_house.test.connect();
  store::Session session{*owner, m_house.clock, u"tests"_s};
  expect(business::BusinessApply(session).apply(business, u"tests"_s));
}

void TestUsageEvents::USE_1_aPeriodListsItsEventsTheLatestFirst() {
  const auto id = subscribed(), other = subscribed();
  at("2026-02-03T10:00:00Z");
  for (const auto &key : {u"c"_s, u"a"_s, u"b"_s}) // at one time: by their keys
    ingest(id, u"api_calls"_s, key, 100, "2026-02-02T10:00:00Z");
  ingest(id, u"api_calls"_s, u"early"_s, 10, "2026-02-01T10:00:00Z");
  ingest(id, u"api_calls"_s, u"late"_s, 1, "2026-02-03T09:00:00Z");
  ingest(id, u"storage_gb"_s, u"other metric"_s, 1, "2026-02-03T09:00:00Z");
  ingest(other, u"api_calls"_s, u"other's"_s, 1, "2026-02-03T09:00:00Z");
  const auto wanted = query(id, u"api_calls"_s);
  const auto found = rows(wanted);
  QCOMPARE(keys(found), (QStringList{u"late"_s, u"c"_s, u"b"_s, u"a"_s, u"early"_s}));
  QVERIFY(found[0].dimensions && (*found[0].dimensions)["region"] == "eu");
  const auto totals = expect(listing().totals(wanted));
  QCOMPARE(totals.events, std::int64_t(5));
  QCOMPARE(totals.used, std::int64_t(311));
  QCOMPARE(refusal(listing().page(wanted, 201)), u"list.page_size"_s);
  QCOMPARE(refusal(listing().page({id, u"weather"_s, wanted.period}, 10)),
           u"usage.metric_unknown"_s);
}

void TestUsageEvents::USE_1_everyEventSaysWhatBecameOfIt() {
  const auto id = subscribed();
  m_house.runAll();
  ingest(id, u"api_calls"_s, u"in time"_s, 2'000'000, "2026-01-31T10:30:00Z");
  QCOMPARE(int(rows(query(id, u"api_calls"_s)).front().outcome.kind), int(EventOutcome::Waits));
  at("2026-02-28T10:00:00Z");
  m_house.runAll();
  at("2026-03-05T10:00:00Z");
  ingest(id, u"api_calls"_s, u"after"_s, 3'000'000, "2026-02-21T10:00:00Z");
  ingest(id, u"api_calls"_s, u"less"_s, -1'000'000, "2026-03-05T10:00:00Z", u"after"_s);
  const auto closed = query(id, u"api_calls"_s, "2026-02-10");
  auto found = rows(closed);
  QCOMPARE(keys(found), (QStringList{u"less"_s, u"after"_s, u"in time"_s}));
  QCOMPARE(found[0].corrects, u"after"_s);
  QVERIFY(found[0].isLate && found[1].isLate && !found[2].isLate);
  QCOMPARE(found[1].corrected, std::int64_t(-1'000'000));
  QCOMPARE(found[1].left(business::Aggregation::Sum), std::int64_t(2'000'000));
  QCOMPARE(int(found[1].outcome.kind), int(EventOutcome::Waits));
  QCOMPARE(int(found[2].outcome.kind), int(EventOutcome::OnItsInvoice));
  at("2026-03-31T10:00:00Z");
  m_house.runAll();
  found = rows(closed);
  QCOMPARE(int(found[1].outcome.kind), int(EventOutcome::Billed));
  QVERIFY(!found[1].outcome.invoice.isEmpty());
  QVERIFY(found[1].outcome.invoice != found[2].outcome.invoice);
}

void TestUsageEvents::USE_1_periodsAreFoundByTheirDays() {
  const auto id = subscribed();
  at("2026-03-10T10:00:00Z");
  m_house.runAll();
  const auto periods = expect(listing().periods(id));
  QCOMPARE(periods.size(), 3u); // March, February, and what is outside of them
  const auto day = [](const char *text) { return *parseDay(QString::fromLatin1(text)); };
  const auto now = m_house.clock.now();
  QCOMPARE(toIso(periodAt(periods, {}, now)->days.from), u"2026-02-28"_s);
  QCOMPARE(toIso(periodAt(periods, day("2026-02-27"), now)->days.from), u"2026-01-31"_s);
  QVERIFY(!periodAt(periods, day("2026-01-30"), now));
  const auto without = m_house.organization();
  QVERIFY(periodAt(expect(listing().periods(without)), {}, now)->isOutside());
  QCOMPARE(refusal(listing().periods(OrganizationId(makeUuidV7(now)))),
           u"organization.not_found"_s);
}

void TestUsageEvents::USE_1_aPreviewIsWhatItComesTo_data() {
  QTest::addColumn<QString>("metric");
  QTest::addColumn<int>("quantity");
  QTest::addColumn<int>("before");
  QTest::addColumn<int>("after");
  QTest::newRow("a sum, a part of it") << u"api_calls"_s << 3 << 18 << 15;
  QTest::newRow("a sum, all of it") << u"api_calls"_s << 9 << 18 << 9;
  QTest::newRow("a maximum that goes") << u"peak"_s << 6 << 9 << 5;
  QTest::newRow("the last value") << u"stored"_s << 2 << 9 << 7;
  QTest::newRow("one of the distinct values") << u"people"_s << 1 << 3 << 2;
}

void TestUsageEvents::USE_1_aPreviewIsWhatItComesTo() {
  QFETCH(QString, metric);
  QFETCH(int, quantity);
  QFETCH(int, before);
  QFETCH(int, after);
  const auto id = subscribed();
  at("2026-02-03T10:00:00Z");
  ingest(id, metric, u"one"_s, 5, "2026-02-01T10:00:00Z");
  ingest(id, metric, u"two"_s, 4, "2026-02-02T10:00:00Z");
  ingest(id, metric, u"three"_s, 9, "2026-02-03T10:00:00Z");
  const UsageCorrection wanted{id, u"three"_s, quantity, u"counted twice"_s, {}};
  const auto seen = expect(corrections().preview(wanted));
  QCOMPARE(int(seen.before), before);
  QCOMPARE(int(seen.after), after);
  QCOMPARE(int(expect(listing().totals(query(id, metric))).used), before); // nothing was written
  const auto done = expect(corrections().act(wanted, seen.digest()));
  QCOMPARE(int(done.after), after);
  QCOMPARE(int(expect(listing().totals(query(id, metric))).used), after);
  QCOMPARE(
      int(expect(UsageService(m_house.worker.session, m_house.worker.business).quota(id, metric))
              .used),
      after);
  QVERIFY(isExact());
  QCOMPARE(m_house.number("select count(*) from event where type = 'usage.corrected' and payload "
                          "->> 'reason' = 'counted twice' and payload ->> 'corrects' = 'three' and "
                          "organization_id = '" +
                          id.toString().toLatin1() + "'"),
           std::int64_t(1));
}

void TestUsageEvents::USE_1_correctionsTakeNoMoreThanIsLeft() {
  const auto id = subscribed();
  ingest(id, u"api_calls"_s, u"one"_s, 5, "2026-01-31T10:00:00Z");
  const auto acting = [&](const QString &key, std::int64_t quantity, const QString &reason) {
    return refusal(corrections().act({id, key, quantity, reason, {}}));
  };
  QCOMPARE(acting(u"one"_s, 1, u" "_s), u"usage.reason_missing"_s);
  QCOMPARE(acting(u"two"_s, 1, u"why"_s), u"usage.not_found"_s);
  QCOMPARE(acting(u"one"_s, 0, u"why"_s), u"usage.quantity_invalid"_s);
  QCOMPARE(acting(u"one"_s, -1, u"why"_s), u"usage.quantity_invalid"_s);
  QCOMPARE(acting(u"one"_s, 6, u"why"_s), u"usage.quantity_invalid"_s);
  QCOMPARE(acting(u"one"_s, 3, u"why"_s), QString());
  QCOMPARE(acting(u"one"_s, 3, u"why"_s), u"usage.quantity_invalid"_s);
  // What customers' software sends is held to the same, alone and within a batch, and may be sent
  // again.
  UsageEvent less;
  less.organization = id;
  less.key = u"less"_s;
  less.metric = u"api_calls"_s;
  less.quantity = -2;
  less.occurredAt = m_house.clock.now();
  less.corrects = u"one"_s;
  auto more = less;
  more.key = u"more"_s;
  more.quantity = -1;
  UsageService service(m_house.worker.session, m_house.worker.business);
  QCOMPARE(refusal(service.ingest({less, more})), u"usage.quantity_invalid"_s);
  QCOMPARE(expect(service.ingest({less})).counted, std::int64_t(1));
  QCOMPARE(expect(service.ingest({less})).repeated, std::int64_t(1));
  QCOMPARE(refusal(service.ingest({more})), u"usage.quantity_invalid"_s);
  QCOMPARE(acting(u"less"_s, 1, u"why"_s), u"usage.quantity_invalid"_s);
  QCOMPARE(expect(listing().totals(query(id, u"api_calls"_s))).used, std::int64_t(0));
  QVERIFY(isExact());
}

void TestUsageEvents::USE_1_whatChangedSinceIsLookedAtAgain() {
  const auto id = subscribed();
  ingest(id, u"api_calls"_s, u"one"_s, 5, "2026-01-31T10:00:00Z");
  const UsageCorrection wanted{id, u"one"_s, 2, u"why"_s, {}};
  const auto seen = expect(corrections().preview(wanted));
  ingest(id, u"api_calls"_s, u"two"_s, 7, "2026-01-31T10:00:00Z");
  QCOMPARE(refusal(corrections().act(wanted, seen.digest())), u"usage.picture_changed"_s);
  QCOMPARE(expect(listing().totals(query(id, u"api_calls"_s))).used, std::int64_t(12));
  const auto again = expect(corrections().preview(wanted));
  QCOMPARE(expect(corrections().act(wanted, again.digest())).after, std::int64_t(10));
}

void TestUsageEvents::USE_1_sentTwiceItIsDoneOnce() {
  const auto id = subscribed();
  ingest(id, u"api_calls"_s, u"one"_s, 5, "2026-01-31T10:00:00Z");
  const UsageCorrection wanted{id, u"one"_s, 2, u"why"_s, makeUuidV7(m_house.clock.now())};
  QVERIFY(!expect(corrections().knows(id, wanted.id)));
  QCOMPARE(expect(corrections().act(wanted)).after, std::int64_t(3));
  QVERIFY(expect(corrections().knows(id, wanted.id)));
  QCOMPARE(expect(corrections().act(wanted)).after, std::int64_t(3));
  QCOMPARE(expect(listing().totals(query(id, u"api_calls"_s))).used, std::int64_t(3));
}

/// The difference stands on the next invoice as a line of the old period.
void TestUsageEvents::USE_1_afterTheClosingInvoiceTheNextOneTakesItBack() {
  const auto id = subscribed();
  ingest(id, u"api_calls"_s, u"too much"_s, 30'000, "2026-01-31T10:00:00Z");
  at("2026-02-28T10:00:00Z");
  m_house.runAll();
  at("2026-03-02T10:00:00Z");
  const UsageCorrection wanted{id, u"too much"_s, 10'000, u"a loop"_s, {}};
  const auto seen = expect(corrections().preview(wanted));
  QVERIFY(seen.isOnNextInvoice());
  QVERIFY(seen.closing.startsWith(u"INV-"_s));
  QCOMPARE(toIso(seen.period.days.from), u"2026-01-31"_s);
  expect(corrections().act(wanted, seen.digest()));
  at("2026-03-31T10:00:00Z");
  m_house.runAll();
  QCOMPARE(m_house.wrong(), QString());
  const auto billed = expect(m_house.worker.database->adHoc(
      "select l.quantity::text, l.amount from invoice_line as l join invoice as i using "
      "(organization_id, invoice_id) where l.kind = 'usage' and l.organization_id = '" +
      id.toString().toLatin1() + "' order by i.created_at, l.line_no"));
  QCOMPARE(billed.size(), 2);
  QVERIFY(billed[1].get<std::int64_t>(1) < 0);
  QVERIFY(rows(query(id, u"api_calls"_s, "2026-02-01")).front().outcome.kind ==
          EventOutcome::Billed);
}

void TestUsageEvents::USE_1_whoMayCorrect_data() {
  QTest::addColumn<QString>("role");
  QTest::addColumn<bool>("may");
  for (const auto &role : {u"finance"_s, u"administrator"_s, u"worker"_s})
    QTest::newRow(qPrintable(role)) << role << true;
  for (const auto &role : {u"success"_s, u"support"_s, u"manager"_s})
    QTest::newRow(qPrintable(role)) << role << false;
}

/// Near its limit, late, and of each aggregation: all that follows from a correction is theirs.
void TestUsageEvents::USE_1_whoMayCorrect() {
  QFETCH(QString, role);
  QFETCH(bool, may);
  const auto id = subscribed();
  for (const auto &metric : {u"api_calls"_s, u"peak"_s, u"stored"_s, u"people"_s})
    ingest(id, metric, metric, 1'000'000, "2026-01-31T10:00:00Z");
  at("2026-03-02T10:00:00Z");
  m_house.runAll();
  Role staff(m_house, role);
  QCOMPARE(expect(staff.corrections().mayCorrect()), may);
  for (const auto &metric : {u"api_calls"_s, u"peak"_s, u"stored"_s, u"people"_s}) {
    const UsageCorrection wanted{id, metric, 1, u"why"_s, {}};
    QVERIFY(staff.corrections().preview(wanted)); // everybody may look
    QCOMPARE(refusal(staff.corrections().act(wanted)), may ? QString() : u"store.forbidden"_s);
  }
  QCOMPARE(m_house.number("select count(*) from usage_event where corrects is not null and "
                          "organization_id = '" +
                          id.toString().toLatin1() + "'"),
           std::int64_t(may ? 4 : 0));
  QVERIFY(isExact());
}

void TestUsageEvents::USE_1_theDatabaseLetsStaffCorrectAndNothingElse_data() {
  QTest::addColumn<QString>("role");
  QTest::addColumn<QByteArray>("values");
  for (const auto &role : {u"finance"_s, u"administrator"_s}) {
    QTest::addRow("%s, usage", qPrintable(role)) << role << QByteArray("5, null");
    QTest::addRow("%s, less of nothing", qPrintable(role)) << role << QByteArray("-5, null");
    QTest::addRow("%s, more of an event", qPrintable(role)) << role << QByteArray("5, 'one'");
  }
  QTest::newRow("support, a correction") << u"support"_s << QByteArray("-5, 'one'");
}

void TestUsageEvents::USE_1_theDatabaseLetsStaffCorrectAndNothingElse() {
  QFETCH(QString, role);
  QFETCH(QByteArray, values);
  const auto id = subscribed();
  ingest(id, u"api_calls"_s, u"one"_s, 5, "2026-01-31T10:00:00Z");
  const auto staff = m_house.test.connect(role);
  const auto tried = staff->adHoc(
      "insert into usage_event (organization_id, key, metric, occurred_at, recorded_at, part_from, "
      "quantity, corrects) values ('" +
      id.toString().toLatin1() + "', 'x', 'api_calls', now(), now(), '2026-01-31Z', " + values +
      ")");
  QCOMPARE(refusal(tried), u"store.forbidden"_s);
}

/// Nor does a tenant that entered its own organization.
void TestUsageEvents::USE_1_aTenantSeesAndCorrectsNobodyElses() {
  const auto mine = subscribed(), other = subscribed();
  ingest(other, u"api_calls"_s, u"one"_s, 5, "2026-01-31T10:00:00Z");
  Role tenant(m_house, u"tenant"_s);
  const auto tried = tenant.database->transaction([&]() -> Result<CorrectionPicture> {
    TENANTRY_CHECK(
        tenant.database->adHoc("select enter_organization('" + mine.toString().toLatin1() + "')"));
    return tenant.corrections().preview({other, u"one"_s, 1, u"why"_s, {}});
  });
  QCOMPARE(refusal(tried), u"usage.not_found"_s);
}

QTEST_GUILESS_MAIN(TestUsageEvents)
#include "tst_usage_events.moc"
