// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/services/api/findings_house.h"

#include <algorithm>
#include <thread>

using namespace std::chrono_literals;
using namespace tenantry;
using namespace tenantry::tests;

/// BILL-4, ADR 12: what moved, or is contested, at a provider without us waits for a person.
class TestFindings : public QObject {
  Q_OBJECT

private:
  std::unique_ptr<FindingsHouse> m_house;
  QString find(const QString &kind);

private Q_SLOTS:
  void initTestCase() { m_house = std::make_unique<FindingsHouse>(); }
  void cleanupTestCase() { m_house.reset(); }
  void cleanup();
  void BILL_4_itWaitsForAPerson_data();
  void BILL_4_itWaitsForAPerson();
  void BILL_4_anyOrderComesToTheSame_data();
  void BILL_4_anyOrderComesToTheSame();
  void whatTheProviderSaidLastCounts();
  void whatComesToNothingGoes_data();
  void whatComesToNothingGoes();
  void whatWasReadEarlierChangesNothing_data();
  void whatWasReadEarlierChangesNothing();
  void twoWorkersFindItOnce();
  void anotherTenantSeesNothing();
  void aPersonEndsItAndNewsBringItBack();
  void whoSawSomethingElseEndsNothing();
  void whatWasToldBeforeDoesNotWait();
  void whereDisputesMayNotBeReadOneIsTold();
};

/// The next test has its own.
void TestFindings::cleanup() {
  expect(m_house->test.connect()->adHoc("update provider_finding set state = 'closed', closed_at = "
                                        "opened_at where closed_at is null"));
}

QString TestFindings::find(const QString &kind) {
  auto &house = *m_house;
  house.beginPaid();
  if (kind == u"dispute"_s)
    return house.disputed(u"needs_response"_s);
  return kind == u"refunded_elsewhere"_s ? house.refundedThere(500) : house.chargedTwice();
}

void TestFindings::BILL_4_itWaitsForAPerson_data() {
  QTest::addColumn<QString>("code");
  QTest::addColumn<std::int64_t>("amount");
  QTest::addColumn<QByteArray>("event");
  QTest::newRow("dispute") << u"needs_response"_s << fee << QByteArray("payment.disputed");
  QTest::newRow("refunded_elsewhere")
      << u"refunded_elsewhere"_s << std::int64_t(500) << QByteArray("payment.contradicted");
  QTest::newRow("second_charge") << u"second_charge"_s << fee << QByteArray("payment.contradicted");
}

void TestFindings::BILL_4_itWaitsForAPerson() {
  QFETCH(QByteArray, event);
  auto &house = *m_house;
  const auto kind = QString::fromLatin1(QTest::currentDataTag());
  const auto reference = find(kind);
  const auto all = house.found();
  QCOMPARE(all.size(), std::size_t(1));
  const auto &one = all.front();
  QCOMPARE(toString(one.kind), kind);
  QVERIFY(isFinding(one.kind));
  QTEST(one.code, "code");
  QTEST(one.amount->minor(), "amount");
  QCOMPARE(one.number, house.debt().number);
  QCOMPARE(one.reference, reference);
  QCOMPARE(one.isWithdrawn, kind == u"dispute"_s);
  QCOMPARE(one.reason, kind == u"dispute"_s ? u"fraudulent"_s : QString());
  QCOMPARE(expect(ContradictionListing(house.worker.session).count({one.kind, {}})),
           std::int64_t(1));
  const auto report = expect(scenarios::examine(house.worker.session, house.worker.business));
  QVERIFY(std::any_of(report.checks.begin(), report.checks.end(), [&](const auto &check) {
    return check.check == u"payment.contradicted"_s && check.differences.size() == 1;
  }));
  QCOMPARE(house.told(event), std::int64_t(1));
  QCOMPARE(house.differences(), QStringList()); // nothing was booked
  QVERIFY(house.debt().status == billing::InvoiceStatus::Paid);
}

void TestFindings::BILL_4_anyOrderComesToTheSame_data() {
  QTest::addColumn<bool>("isWon");
  QTest::newRow("it was lost") << false;
  QTest::newRow("it was won") << true;
}

// F16: all orders of what one dispute makes Stripe tell, every second time told twice.
void TestFindings::BILL_4_anyOrderComesToTheSame() {
  QFETCH(bool, isWon);
  auto &house = *m_house;
  const QStringList types{u"charge.dispute.created"_s, u"charge.dispute.funds_withdrawn"_s,
                          u"charge.dispute.updated"_s, u"charge.dispute.closed"_s};
  std::vector<qsizetype> order{0, 1, 2, 3};
  int round = 0;
  do {
    house.beginPaid();
    const auto id = house.dispute(isWon ? u"won"_s : u"lost"_s, !isWon);
    for (int time = 0; time <= ++round % 2; ++time)
      for (const auto place : order)
        QCOMPARE(
            house.tell(house.stripe.event(types.at(place), {{"id", id}}, house.seconds())).status,
            200);
    house.work();
    QCOMPARE(house.found().size(), std::size_t(isWon ? 0 : 1));
    QVERIFY(house.finding(id)->state == (isWon ? FindingState::Closed : FindingState::Open));
    QCOMPARE(house.told("payment.disputed"), std::int64_t(1));
    QCOMPARE(house.told("payment.dispute_ended"), std::int64_t(1));
  } while (std::next_permutation(order.begin(), order.end()));
  QCOMPARE(house.waitingEvents(), std::int64_t(0));
}

// What was told says nothing of now: the dispute was lost before its beginning was heard.
void TestFindings::whatTheProviderSaidLastCounts() {
  auto &house = *m_house;
  house.beginPaid();
  const auto id = house.disputed(u"under_review"_s, false);
  QCOMPARE(house.found().front().code, u"under_review"_s);
  QVERIFY(!house.found().front().isWithdrawn);
  QCOMPARE(house.told("payment.dispute_ended"), std::int64_t(0));
  static_cast<void>(house.dispute(u"lost"_s, true, id));
  house.hear(u"charge.dispute.created"_s, {{"id", id}, {"status", "needs_response"}});
  QCOMPARE(house.found().front().code, u"lost"_s);
  QVERIFY(house.found().front().isWithdrawn);
  QCOMPARE(house.told("payment.disputed"), std::int64_t(1));
  QCOMPARE(house.told("payment.dispute_ended"), std::int64_t(1));
}

void TestFindings::whatComesToNothingGoes_data() {
  QTest::addColumn<QString>("how");
  for (const auto *how : {"a dispute is won", "an inquiry ends", "a refund fails",
                          "a second charge is given back there"})
    QTest::newRow(how) << QString::fromLatin1(how);
}

void TestFindings::whatComesToNothingGoes() {
  auto &house = *m_house;
  QFETCH(QString, how);
  QString id;
  if (how == u"a dispute is won"_s) {
    id = find(u"dispute"_s);
    static_cast<void>(house.disputed(u"won"_s, false, id));
  } else if (how == u"an inquiry ends"_s) {
    house.beginPaid();
    id = house.disputed(u"warning_under_review"_s, false);
    QCOMPARE(house.found().size(), std::size_t(1));
    static_cast<void>(house.disputed(u"warning_closed"_s, false, id));
  } else if (how == u"a refund fails"_s) {
    id = find(u"refunded_elsewhere"_s);
    house.stripe.finish(id, u"failed"_s, u"lost_or_stolen_card"_s);
    house.hear(u"refund.failed"_s, {{"id", id}});
  } else {
    id = find(u"second_charge"_s);
    for (const auto amount : {fee - 300, std::int64_t(300)}) { // first a part of it
      house.intentId = id;
      static_cast<void>(house.refundedThere(amount));
      if (amount > 300)
        QCOMPARE(house.found().front().amount->minor(), std::int64_t(300));
    }
  }
  QVERIFY(house.found().empty());
  QVERIFY(house.finding(id)->state == FindingState::Closed);
  QCOMPARE(house.differences(), QStringList());
}

void TestFindings::whatWasReadEarlierChangesNothing_data() {
  QTest::addColumn<QString>("kind");
  QTest::addColumn<QString>("early");
  QTest::addColumn<QString>("late");
  const auto add = [](const QString &kind, const QString &early, const QString &late) {
    QTest::addRow("%s, %s", qPrintable(kind), qPrintable(late)) << kind << early << late;
  };
  add(u"dispute"_s, u"needs_response"_s, u"lost"_s);
  add(u"dispute"_s, u"needs_response"_s, u"won"_s);
  add(u"refunded_elsewhere"_s, u"pending"_s, u"succeeded"_s);
  add(u"refunded_elsewhere"_s, u"succeeded"_s, u"failed"_s);
  add(u"second_charge"_s, u"succeeded"_s, u"refunded"_s);
}

// A worker reads, another reads later and writes first.
void TestFindings::whatWasReadEarlierChangesNothing() {
  QFETCH(QString, kind);
  QFETCH(QString, early);
  QFETCH(QString, late);
  auto &house = *m_house;
  auto one = *house.finding(find(kind));
  const auto begin = one.readAt;
  const auto hear = [&](const QString &said, std::chrono::seconds after) {
    one.said = said;
    one.readAt = begin + after;
    one.isWithdrawn = said == u"lost"_s;
    expect(Findings(house.worker.session, house.worker.business).hear(one));
    return *house.finding(one.reference);
  };
  static_cast<void>(hear(early, 1s));
  const auto known = hear(late, 3s);
  QCOMPARE(known.said, late);
  const auto after = hear(early, 2s);
  QCOMPARE(after.said, late);
  QCOMPARE(after.isWithdrawn, known.isWithdrawn);
  QVERIFY(after.state == known.state);
}

void TestFindings::twoWorkersFindItOnce() {
  auto &house = *m_house;
  house.beginPaid();
  const auto id = house.dispute(u"lost"_s);
  std::vector<QString> events;
  for (int i = 0; i < 4; ++i) {
    const auto event =
        house.stripe.event(u"charge.dispute.closed"_s, {{"id", id}}, house.seconds());
    QCOMPARE(house.tell(event).status, 200);
    events.push_back(event["id"].get<QString>());
  }
  std::atomic<int> good = 0;
  std::vector<std::thread> threads;
  for (const auto &event : events)
    threads.emplace_back([&house, &good, event] {
      Worker worker(house.test, house.clock);
      const auto gateway = house.factory(worker.session);
      if (StripeNews(worker.session, worker.business, *gateway, *house.client).handle(event))
        ++good;
    });
  for (auto &thread : threads)
    thread.join();
  QCOMPARE(good.load(), 4);
  QCOMPARE(house.found().size(), std::size_t(1));
  QCOMPARE(house.told("payment.disputed"), std::int64_t(1));
  QCOMPARE(house.told("payment.dispute_ended"), std::int64_t(1));
  house.work();
}

void TestFindings::anotherTenantSeesNothing() {
  auto &house = *m_house;
  static_cast<void>(find(u"dispute"_s));
  const auto tenant = house.test.connect(u"tenant"_s);
  store::Session session{*tenant, house.clock, u"tests"_s};
  const auto seenBy = [&](const OrganizationId &who) {
    return expect(tenant->transaction([&]() -> Result<std::size_t> {
      TENANTRY_CHECK(tenant->enterOrganization(who));
      TENANTRY_TRY(all, contradictions(session));
      return all.size();
    }));
  };
  QCOMPARE(seenBy(house.customer), std::size_t(1));
  QCOMPARE(seenBy(house.debtor()), std::size_t(0));
}

void TestFindings::aPersonEndsItAndNewsBringItBack() {
  auto &house = *m_house;
  const auto id = find(u"dispute"_s);
  auto &session = house.worker.session;
  const auto of = house.found().front();
  const auto settle = [&](bool moved, const QString &reason) {
    return settleByHand(session, house.worker.business, of, moved, reason);
  };
  QCOMPARE(askAgain(session, of).error().code, u"payment.finding_not_asked"_s);
  QCOMPARE(settle(true, u"seen"_s).error().code, u"payment.finding_not_moved"_s);
  QCOMPARE(settle(false, u" "_s).error().code, u"payment.reason_missing"_s);
  expect(settle(false, u"our mistake"_s));
  QCOMPARE(settle(false, u"again"_s).error().code, u"payment.not_contradicted"_s);
  QVERIFY(house.found().empty());
  QCOMPARE(house.told("payment.settled_by_hand"), std::int64_t(1));
  house.hear(u"charge.dispute.updated"_s, {{"id", id}}); // as it was
  QVERIFY(house.found().empty());
  static_cast<void>(house.disputed(u"lost"_s, true, id));
  QCOMPARE(house.found().size(), std::size_t(1));
}

// The question is open while the inquiry becomes a dispute that is lost: there is no later news.
void TestFindings::whoSawSomethingElseEndsNothing() {
  auto &house = *m_house;
  house.beginPaid();
  const auto id = house.disputed(u"warning_needs_response"_s, false);
  auto &session = house.worker.session;
  const auto seen = house.found().front();
  static_cast<void>(house.disputed(u"lost"_s, true, id));
  QCOMPARE(settleByHand(session, house.worker.business, house.found().front(), false, u"no"_s,
                        seen.digest())
               .error()
               .code,
           u"payment.picture_changed"_s);
  QCOMPARE(settleByHand(session, house.worker.business, seen, false, u"no"_s).error().code,
           u"payment.not_contradicted"_s);
  QCOMPARE(house.found().size(), std::size_t(1));
  QCOMPARE(house.told("payment.dispute_ended"), std::int64_t(1));
}

// Before findings were kept a person had to book it by hand.
void TestFindings::whatWasToldBeforeDoesNotWait() {
  auto &house = *m_house;
  house.beginPaid();
  const auto made = house.client->post(
      u"/v1/refunds"_s, {{u"payment_intent"_s, house.intentId}, {u"amount"_s, u"500"_s}},
      u"before findings"_s);
  const auto id = made.body["id"].get<QString>();
  auto &session = house.worker.session;
  expect(session.database.transaction([&]() -> Result<> {
    TENANTRY_CHECK(store::lockOrganization(session, house.customer));
    return store::appendEvents(session, house.customer,
                               {{u"payment.contradicted"_s,
                                 {{"reference", id},
                                  {"decline_code", "refunded_elsewhere"},
                                  {"invoice", house.invoice}}}});
  }));
  static_cast<void>(house.refundedThere(300)); // which lists both
  QCOMPARE(house.found().size(), std::size_t(1));
  QCOMPARE(house.found().front().amount->minor(), std::int64_t(300));
  QCOMPARE(house.told("payment.contradicted"), std::int64_t(2));
}

void TestFindings::whereDisputesMayNotBeReadOneIsTold() {
  auto &house = *m_house;
  house.beginPaid();
  house.stripe.trouble("GET /v1/disputes/dp_closed", u"403"_s);
  house.hear(u"charge.dispute.created"_s, {{"id", "dp_closed"},
                                           {"payment_intent", house.intentId},
                                           {"amount", fee},
                                           {"currency", "usd"},
                                           {"reason", "fraudulent"}});
  QCOMPARE(house.found().size(), std::size_t(1));
  QCOMPARE(house.found().front().code, u"needs_response"_s);
}

QTEST_GUILESS_MAIN(TestFindings)
#include "tst_findings.moc"
