// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/corrections.h"
#include "services/payments/write_offs.h"
#include "tests/services/payments/dunned_house.h"

using namespace tenantry;
using namespace tenantry::tests;

/// The board of dunning over real histories (BILL-5).
class TestDunningBoard : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void BILL_5_casesStandAsThePolicyHasThem_data();
  void BILL_5_casesStandAsThePolicyHasThem();
  void BILL_5_pagesAndFiltersAgree();
  void BILL_5_whatCameInAndWhatWasLost();
  void BILL_5_aPersonTriesOnceMore();
  void BILL_5_aTryIsForWhatWasShown();
  void BILL_5_whatCannotSucceedIsNotTried_data();
  void BILL_5_whatCannotSucceedIsNotTried();
  void BILL_5_noMoreThanCardNetworksBear();
  void BILL_5_timeIsGiven();
  void BILL_5_timeThatIsTakenBackWasNeverGiven();
  void BILL_5_noTimeWithoutDayOrReason_data();
  void BILL_5_noTimeWithoutDayOrReason();
  void BILL_5_whoMay_data();
  void BILL_5_whoMay();
};

void TestDunningBoard::BILL_5_casesStandAsThePolicyHasThem_data() {
  QTest::addColumn<QString>("behaviour");
  QTest::addColumn<int>("day");
  QTest::addColumn<QString>("standing");
  QTest::newRow("BILL-5 a soft decline is retried") << soft << 0 << u"retrying 1/4 retry +3"_s;
  QTest::newRow("BILL-5 again and again") << soft << 8 << u"retrying 3/4 retry +9"_s;
  QTest::newRow("BILL-5 the failure past a week suspends")
      << soft << 10 << u"suspended 4/4 finish +30"_s;
  QTest::newRow("BILL-5 what is given up is no case") << soft << 31 << QString();
  QTest::newRow("BILL-5 a hard decline waits") << hard << 0 << u"exhausted 1/4 suspend +7"_s;
  QTest::newRow("BILL-5 and is suspended then") << hard << 8 << u"suspended 1/4 finish +30"_s;
  QTest::newRow("BILL-5 the customer must act")
      << u"needs_action"_s << 0 << u"exhausted 1/4 suspend +7"_s;
  QTest::newRow("BILL-5 what is not due is no case") << QString() << 8 << QString();
  QTest::newRow("BILL-5 past due without a method")
      << QString() << 31 << u"exhausted 0/4 suspend +36"_s;
  QTest::newRow("BILL-4 what is paid is no case") << u"succeeds"_s << 8 << QString();
}

void TestDunningBoard::BILL_5_casesStandAsThePolicyHasThem() {
  QFETCH(const QString, behaviour);
  QFETCH(const int, day);
  DunnedHouse house;
  const auto key = house.owes(behaviour);
  house.live(day);
  QTEST(house.standing(key), "standing");
}

void TestDunningBoard::BILL_5_pagesAndFiltersAgree() {
  DunnedHouse house;
  for (const auto &currency : {u"USD"_s, u"EUR"_s})
    for (const auto &behaviour : {soft, hard, soft})
      house.owes(behaviour, currency);
  house.live(1);
  for (const auto sort : {DunningSort::Next, DunningSort::Opened})
    for (const bool ascending : {true, false}) {
      DunningQuery query;
      query.sort = sort;
      query.ascending = ascending;
      const auto whole = house.rows(query);
      QCOMPARE(whole.size(), std::size_t(6));
      query.pageSize = 1;
      std::vector<InvoiceId> seen;
      do {
        const auto page = expect(house.board().page(query));
        for (const auto &row : page.rows)
          seen.push_back(row.id);
        query.after = page.next;
      } while (query.after);
      QCOMPARE(seen.size(), whole.size());
      for (std::size_t i = 0; i < seen.size(); ++i)
        QCOMPARE(seen[i], whole[i].id);
    }
  const auto count = [&](const DunningFilter &filter) {
    const auto counted = expect(house.board().count(filter));
    [&] { QCOMPARE(std::int64_t(house.rows({.filter = filter}).size()), counted); }();
    return counted;
  };
  QCOMPARE(count({.step = DunningStep::Retrying}), std::int64_t(4));
  QCOMPARE(count({.step = DunningStep::Exhausted, .decline = DeclineClass::Hard}), std::int64_t(2));
  QCOMPARE(count({.step = DunningStep::Exhausted, .decline = DeclineClass::Soft}), std::int64_t(0));
  QCOMPARE(count({.currency = u"EUR"_s}), std::int64_t(3));
  QCOMPARE(count({.search = u"oNe"_s}), std::int64_t(6));
  const auto number = house.rows().front().number;
  QCOMPARE(count({.search = number}), std::int64_t(1));
  const auto sums = expect(house.board().sums());
  QCOMPARE(sums.at(DunningStep::Retrying).count, std::int64_t(4));
  QCOMPARE(sums.at(DunningStep::Retrying).due.at(*Currency::parse(u"USD"_s)), 2 * fee);
  DunningQuery tooMuch;
  tooMuch.pageSize = 201;
  QCOMPARE(house.board().page(tooMuch).error().code, u"list.page_size"_s);
}

void TestDunningBoard::BILL_5_whatCameInAndWhatWasLost() {
  DunnedHouse house;
  house.owes(u"succeeds"_s); // at once: it was never dunned
  const auto pays = house.owes(soft);
  house.owes(hard); // written off at the end
  const auto byHand = house.owes(soft);
  const auto voided = house.owes(soft);
  const auto inParts = house.owes(soft);
  house.live(5);
  house.setMethod(pays.organization, u"succeeds"_s);
  house.live(6);
  SimulatorGateway gateway(house.worker.session);
  expect(PaymentService(house.worker.session, house.worker.business, gateway)
             .receiveTransfer(inParts.organization, inParts.invoice, 5'000, u"a part"_s));
  expect(WriteOffs(house.worker.session, house.worker.business).act(byHand));
  expect(WriteOffs(house.worker.session, house.worker.business).act(inParts));
  expect(billing::Corrections(house.worker.session, house.worker.business)
             .voidInvoice(voided.organization, voided.invoice));
  const auto usd = *Currency::parse(u"USD"_s);
  const auto outcome = [&](int from, int until) {
    return expect(house.board().outcome(BillingHouse::start() + days(from),
                                        BillingHouse::start() + days(until)));
  };
  const auto soFar = outcome(0, 20);
  QCOMPARE(soFar.cases, std::int64_t(1));
  QCOMPARE(soFar.recovered.at(usd), fee + 5'000);
  QCOMPARE(soFar.lostCases, std::int64_t(3));
  QCOMPARE(soFar.lost.at(usd), 3 * fee - 5'000);
  QCOMPARE(house.rows().size(), std::size_t(1));
  house.live(31);
  QCOMPARE(outcome(20, 40).lost.at(usd), fee);
  QCOMPARE(outcome(20, 40).recovered.at(usd), std::int64_t(0));
  QVERIFY(outcome(40, 50).lost.empty());
}

void TestDunningBoard::BILL_5_aTryIsForWhatWasShown() {
  DunnedHouse house;
  const auto key = house.owes(soft);
  house.live(1);
  const auto shown = [&] { return expect(house.acts().previewRetry({key})).front().digest(); };
  const auto seen = shown();
  Wire wire(house.worker.session);
  expect(PaymentService(house.worker.session, house.worker.business, wire)
             .receiveTransfer(key.organization, key.invoice, 100, u"bank"_s));
  QCOMPARE(house.acts().retry(key, seen).error().code, u"invoice.picture_changed"_s);
  QCOMPARE(house.told("dunning.retry_requested"), std::int64_t(0));
  QVERIFY(expect(house.acts().retry(key, shown())));
}

void TestDunningBoard::BILL_5_aPersonTriesOnceMore() {
  DunnedHouse house;
  const auto key = house.owes(soft);
  house.live(1);
  QVERIFY(expect(house.acts().retry(key)));
  QVERIFY(!expect(house.acts().retry(key))); // it is due already
  QVERIFY(expect(house.acts().previewRetry({key})).front().isAlready);
  QCOMPARE(house.told("dunning.retry_requested"), std::int64_t(1));
  QCOMPARE(house.tries(key), std::size_t(1));
  house.live(2);
  QCOMPARE(house.tries(key), std::size_t(2));
  // The ladder goes on as if nothing had been.
  QCOMPARE(house.standing(key), u"retrying 2/4 retry +3"_s);
  // While the outcome of a try is unknown it is not tried again.
  house.setMethod(key.organization, u"times_out"_s);
  house.live(2);
  QCOMPARE(house.tries(key), std::size_t(3));
  QVERIFY(house.rows().front().isTrying);
  QCOMPARE(house.acts().retry(key).error().code, u"payment.running"_s);
  QCOMPARE(house.tries(key), std::size_t(3));
}

void TestDunningBoard::BILL_5_whatCannotSucceedIsNotTried_data() {
  QTest::addColumn<QString>("behaviour");
  QTest::addColumn<int>("day");
  QTest::addColumn<QString>("code");
  QTest::newRow("BILL-5 hard") << hard << 1 << u"dunning.declined_for_good"_s;
  QTest::newRow("BILL-5 the customer must act")
      << u"needs_action"_s << 1 << u"dunning.declined_for_good"_s;
  QTest::newRow("BILL-5 no method") << QString() << 31 << u"dunning.no_method"_s;
  QTest::newRow("BILL-5 not dunned") << QString() << 1 << u"dunning.not_found"_s;
  QTest::newRow("BILL-5 paid") << u"succeeds"_s << 1 << u"dunning.not_found"_s;
}

void TestDunningBoard::BILL_5_whatCannotSucceedIsNotTried() {
  QFETCH(const QString, behaviour);
  QFETCH(const int, day);
  DunnedHouse house;
  const auto key = house.owes(behaviour);
  house.live(day);
  QTEST(expect(house.acts().previewRetry({key})).front().refusal->code, "code");
  QTEST(house.acts().retry(key).error().code, "code");
  QCOMPARE(house.told("dunning.retry_requested"), std::int64_t(0));
}

void TestDunningBoard::BILL_5_noMoreThanCardNetworksBear() {
  DunnedHouse house;
  const auto owner = house.test.connect();
  store::Session session{*owner, house.clock, u"tests"_s};
  auto business = expect(house.worker.business.current(house.worker.session))->business;
  business.dunning.mostTriesIn30Days = 3;
  expect(business::BusinessApply(session).apply(business, u"tests"_s));
  const auto key = house.owes(soft);
  house.live(4); // at once, and after three days
  QVERIFY(expect(house.acts().retry(key)));
  house.live(5);
  QCOMPARE(house.tries(key), std::size_t(3));
  QCOMPARE(house.standing(key), u"exhausted 3/4 suspend +7"_s);
  const auto refused = house.acts().retry(key);
  QVERIFY(!refused);
  QCOMPARE(refused.error().code, u"dunning.tried_enough"_s);
  // 31 January 10:00 and 30 days are 2 March 10:00: the whole of the third it can be tried.
  QVERIFY2(refused.error().message.contains(u"3 times"_s) &&
               refused.error().message.contains(u"2026-03-03"_s),
           qPrintable(refused.error().message));
  QCOMPARE(house.told("dunning.retry_requested"), std::int64_t(1));
  house.live(12);
  QCOMPARE(house.tries(key), std::size_t(3)); // none came by itself
  Wire wire(house.worker.session);
  PaymentService service(house.worker.session, house.worker.business, wire);
  QVERIFY(!expect(service.charge(key.organization, key.invoice))); // whoever asks for it
  house.setMethod(key.organization, soft);                         // the same card, typed again
  house.live(13);
  QCOMPARE(house.tries(key), std::size_t(3));
  house.setMethod(key.organization, u"declines:do_not_honor"_s);
  house.live(14);
  QCOMPARE(house.tries(key), std::size_t(4));
  house.setMethod(key.organization, soft);
  QVERIFY(!expect(service.charge(key.organization, key.invoice)));
  // What customers ask for on their own page is theirs to try.
  store::Session page{*house.worker.database, house.clock, u"customer"_s};
  Wire pageWire(page);
  QVERIFY(expect(
      PaymentService(page, house.worker.business, pageWire).charge(key.organization, key.invoice)));
  QCOMPARE(house.tries(key), std::size_t(5));
}

void TestDunningBoard::BILL_5_timeIsGiven() {
  DunnedHouse house;
  const auto key = house.owes(soft);
  house.live(1); // an hour after a day
  const Grant grant{dayAfterStart(5), u"A transfer is announced"_s};
  QVERIFY(!expect(house.acts().previewExtend({key}, grant)).front().refusal);
  expect(house.acts().extend(key, grant));
  QCOMPARE(house.standing(key), u"extended 1/4 resume +5"_s); // the midnight after it
  QCOMPARE(house.acts().extend(key, grant).error().code, u"dunning.extended_longer"_s);
  QCOMPARE(house.told("dunning.extended"), std::int64_t(1));
  house.live(5);
  QCOMPARE(house.tries(key), std::size_t(1));
  // From 1 d 1 h to 5 d 14 h nothing counted: everything comes 4 d 13 h later.
  house.live(6);
  QCOMPARE(house.standing(key), u"retrying 1/4 retry +7"_s);
  house.live(8);
  QCOMPARE(house.standing(key), u"retrying 2/4 retry +10"_s);
  house.live(33);
  QCOMPARE(house.standing(key), u"suspended 4/4 finish +34"_s);
  house.live(35);
  QCOMPARE(house.standing(key), QString());
  const auto sheet = house.board().sheet(key);
  QCOMPARE(sheet.error().code, u"dunning.not_found"_s);
}

void TestDunningBoard::BILL_5_timeThatIsTakenBackWasNeverGiven() {
  DunnedHouse house;
  const auto key = house.owes(soft);
  house.live(1);
  const auto id =
      expect(house.acts().extend(key, {dayAfterStart(9), u"A transfer is announced"_s}));
  house.live(4);
  QCOMPARE(house.tries(key), std::size_t(1));
  QCOMPARE(int(expect(house.board().sheet(key)).stages.front().act), int(DunningAct::Resume));
  const auto seen = expect(house.acts().previewRevoke(key.organization, id));
  QVERIFY(seen && seen->until == dayAfterStart(9) && seen->sheet.row.due.minor() > 0);
  const auto &first = seen->sheet.stages.front(); // the retry of the third day was missed
  QVERIFY(first.act == DunningAct::Retry && first.at == seen->at);
  QCOMPARE(house.told("dunning.extension_revoked"), std::int64_t(0));
  const auto refused = house.acts().revoke(key.organization, id, u"another"_s);
  QVERIFY(!refused);
  QCOMPARE(refused.error().code, u"invoice.picture_changed"_s);
  house.clock.set(house.clock.now() + std::chrono::minutes(1));
  QVERIFY(expect(house.acts().revoke(key.organization, id, seen->digest())));
  QVERIFY(!expect(house.acts().previewRevoke(key.organization, id)));
  QVERIFY(!expect(house.acts().revoke(key.organization, id)));
  QCOMPARE(house.told("dunning.extension_revoked"), std::int64_t(1));
  house.live(5); // the retry of the third day was missed: it is made now
  QCOMPARE(house.tries(key), std::size_t(2));
  QCOMPARE(house.standing(key), u"retrying 2/4 retry +6"_s);
  const auto sheet = expect(house.board().sheet(key));
  QCOMPARE(sheet.extensions.size(), std::size_t(1));
  QCOMPARE(sheet.extensions.front().reason, u"A transfer is announced"_s);
  QVERIFY(sheet.extensions.front().revokedAt);
  QCOMPARE(sheet.tries.size(), std::size_t(2));
  QStringList stages;
  for (const auto &stage : sheet.stages)
    stages +=
        u"%1 +%2"_s.arg(toString(stage.act)).arg((stage.at - BillingHouse::start()) / days(1));
  QCOMPARE(stages.join(u", "_s), u"retry +6, retry +9, suspend +9, finish +30"_s);
}

void TestDunningBoard::BILL_5_noTimeWithoutDayOrReason_data() {
  QTest::addColumn<int>("day");
  QTest::addColumn<QString>("reason");
  QTest::addColumn<QString>("code");
  QTest::newRow("BILL-5 today") << 1 << u"why"_s << u"dunning.extension_day"_s;
  QTest::newRow("BILL-5 tomorrow") << 2 << u"why"_s << QString();
  QTest::newRow("BILL-5 a year") << 367 << u"why"_s << QString();
  QTest::newRow("BILL-5 longer") << 368 << u"why"_s << u"dunning.extension_day"_s;
  QTest::newRow("BILL-5 no reason") << 5 << u"  "_s << u"dunning.reason_missing"_s;
}

void TestDunningBoard::BILL_5_noTimeWithoutDayOrReason() {
  QFETCH(const int, day);
  QFETCH(const QString, reason);
  DunnedHouse house;
  const auto key = house.owes(soft);
  house.live(1);
  const auto given = house.acts().extend(key, {dayAfterStart(day), reason});
  QTEST(given ? QString() : given.error().code, "code");
}

void TestDunningBoard::BILL_5_whoMay_data() {
  QTest::addColumn<QString>("role");
  QTest::addColumn<bool>("may");
  QTest::newRow("BILL-5 finance") << u"finance"_s << true;
  QTest::newRow("BILL-5 success") << u"success"_s << true;
  QTest::newRow("BILL-5 administrator") << u"administrator"_s << true;
  QTest::newRow("BILL-5 manager") << u"manager"_s << false;
  QTest::newRow("BILL-5 support") << u"support"_s << false;
}

void TestDunningBoard::BILL_5_whoMay() {
  QFETCH(const QString, role);
  QFETCH(const bool, may);
  DunnedHouse house;
  const auto key = house.owes(soft);
  house.live(1);
  const auto database = house.test.connect(role);
  store::Session session{*database, house.clock, role};
  business::AppliedBusiness business;
  DunningActs acts(session, business);
  const auto tried = acts.retry(key);
  QCOMPARE(tried.has_value(), may);
  const auto given = acts.extend(key, {dayAfterStart(5), u"why"_s});
  QCOMPARE(given.has_value(), may);
  if (!may)
    QCOMPARE(given.error().code, u"store.forbidden"_s);
  else
    QVERIFY(expect(acts.revoke(key.organization, *given)));
  QCOMPARE(DunningBoard(session, business).page({}).has_value(), role != u"support"_s);
}

QTEST_GUILESS_MAIN(TestDunningBoard)
#include "tst_dunning_board.moc"
