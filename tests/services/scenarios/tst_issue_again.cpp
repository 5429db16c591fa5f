// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/issue_again.h"
#include "services/billing/one_off.h"
#include "services/billing/subscription_changes.h"
#include "tests/services/scenarios/metered_house.h"

using namespace tenantry;
using namespace tenantry::tests;

namespace {

/// A customer whose invoice of March, with the usage of February, can be voided.
struct AgainHouse : MeteredHouse {
  explicit AgainHouse(const QString &country = u"US"_s, const QString &coupon = {})
      : id(customer(country, coupon)) {
    at("2026-02-20T00:00:00Z");
    count(id, u"calls"_s, 90, u"a"_s, "2026-02-10T00:00:00Z");
    at("2026-03-01T00:00:00Z");
    runAll();
    voided = {id, last(id).id};
  }
  billing::IssueAgain acts() { return {worker.session, worker.business}; }
  void takeBack() { expect(corrections().voidInvoice(id, voided.invoice, u"wrong"_s)); }
  /// Kind, amount, discount and tax of each line.
  QStringList linesOf(const InvoiceId &invoice) {
    QStringList all;
    for (const auto &line : expect(worker.invoices().lines(id, invoice)))
      all += u"%1 %2 %3 %4 %5"_s.arg(line.kind, line.item)
                 .arg(line.amount)
                 .arg(line.discountShare)
                 .arg(line.taxShare);
    return all;
  }
  QString refusal() {
    const auto refused = acts().preview(voided);
    return refused ? QString() : refused.error().code;
  }
  void change(billing::ChangeRequest::Kind kind, const QString &plan = {},
              const QString &coupon = {}) {
    billing::ChangeRequest request;
    request.kind = kind;
    request.organization = id;
    request.when = subscriptions::When::Now;
    request.planId = plan;
    request.couponId = coupon;
    expect(billing::SubscriptionChanges(worker.session, worker.business).act(request));
  }

  OrganizationId id;
  billing::InvoiceKey voided;
};

} // namespace

/// BILL-2: what a void invoice was for is invoiced once more.
class TestIssueAgain : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void itIsForTheSame_data();
  void itIsForTheSame();
  void aCreditBringsNoCouponAlong();
  void itHasTheCustomerOfToday();
  void partOfAPeriodCostsWhatItDid_data();
  void partOfAPeriodCostsWhatItDid();
  void whatIsSoldOnceIsIssuedAgain();
  void itIsRefusedWhere_data();
  void itIsRefusedWhere();
  void itIsWhatWasShown();
  void afterTheEndItTakesTheUsage();
};

void TestIssueAgain::itIsForTheSame_data() {
  QTest::addColumn<QString>("country");
  QTest::addColumn<QString>("coupon");
  QTest::newRow("BILL-2 no tax") << u"US"_s << QString();
  QTest::newRow("BILL-2 tax, coupon") << u"DE"_s << u"half"_s;
  QTest::newRow("BILL-2 tax in the price, coupon") << u"FR"_s << u"half"_s;
}

void TestIssueAgain::itIsForTheSame() {
  QFETCH(QString, country);
  QFETCH(QString, coupon);
  AgainHouse house(country, coupon);
  const auto before = house.last(house.id);
  const auto lines = house.linesOf(before.id);
  house.takeBack();
  auto changed = expect(house.worker.business.current(house.worker.session))->business;
  changed.plans[u"metered"_s].prices[0].amount =
      Money(77'700, *Currency::parse(u"EUR"_s)); // what was agreed stays
  const auto owner = house.test.connect();
  store::Session session{*owner, house.clock, u"tests"_s};
  expect(business::BusinessApply(session).apply(changed, u"tests"_s));
  house.at("2026-03-10T00:00:00Z");
  if (!coupon.isEmpty()) // it held then
    house.change(billing::ChangeRequest::Kind::EndCoupon, {}, coupon);
  const auto again = expect(house.acts().act(house.voided));
  QCOMPARE(house.linesOf(again.id), lines);
  QCOMPARE(again.total, before.total);
  QCOMPARE(billing::toString(again.status), u"open"_s);
  QVERIFY(again.number != before.number);
  QCOMPARE(expect(house.acts().linksOf(house.voided)).againNumber, again.number);
  QCOMPARE(expect(house.acts().linksOf({house.id, again.id})).insteadNumber, before.number);
  QCOMPARE(house.refusal(), u"invoice.issued_again"_s);
  QCOMPARE(house.number("select count(*) from event where type = 'invoice.issued_again'"), 1);
  house.at("2026-04-01T00:00:00Z");
  house.runAll();
  QCOMPARE(house.linesOf(house.last(house.id).id).filter(u"usage"_s), QStringList());
  QCOMPARE(house.wrong(), QString());
  QCOMPARE(house.unsound(), QString());
}

// The coupon of two periods is over; what comes back of the second was billed at half the price.
void TestIssueAgain::aCreditBringsNoCouponAlong() {
  AgainHouse house(u"US"_s, u"half"_s);
  house.at("2026-03-10T00:00:00Z");
  house.count(house.id, u"calls"_s, -40, u"b"_s, "2026-02-10T00:00:00Z", u"a"_s);
  house.at("2026-04-01T00:00:00Z");
  house.runAll();
  const auto before = house.last(house.id);
  const auto lines = house.linesOf(before.id);
  QCOMPARE(lines.filter(u"usage calls -400 200"_s).size(), qsizetype(1)); // 40 at 10, half of it
  QCOMPARE(lines.filter(u"discount half 200"_s).size(), qsizetype(1));
  house.voided = {house.id, before.id};
  house.takeBack();
  const auto again = expect(house.acts().act(house.voided));
  QCOMPARE(house.linesOf(again.id), lines);
  QCOMPARE(again.total, before.total);
}

void TestIssueAgain::itHasTheCustomerOfToday() {
  AgainHouse house(u"DE"_s);
  house.takeBack();
  organizations::OrganizationService service(house.worker.session);
  expect(service.amend(house.id, {{u"vatId"_s, u"DE136695976"_s}},
                       expect(service.find(house.id)).revision));
  const auto again = expect(house.acts().act(house.voided));
  QCOMPARE(again.total, std::int64_t(10'900));
  QVERIFY(again.reverseCharge);
  QCOMPARE(again.customer.vatId, u"DE136695976"_s);
  QCOMPARE(house.unsound(), QString());
}

void TestIssueAgain::partOfAPeriodCostsWhatItDid_data() {
  QTest::addColumn<QString>("country");
  QTest::addColumn<bool>("bySecond");
  QTest::newRow("BILL-2 days") << u"US"_s << false;
  QTest::newRow("BILL-2 days, tax in the price") << u"FR"_s << false;
  QTest::newRow("BILL-2 seconds, tax in the price") << u"FR"_s << true;
}

void TestIssueAgain::partOfAPeriodCostsWhatItDid() {
  QFETCH(QString, country);
  QFETCH(bool, bySecond);
  AgainHouse house(country);
  if (bySecond) {
    auto changed = expect(house.worker.business.current(house.worker.session))->business;
    changed.invoice.proration = business::Proration::Second;
    const auto owner = house.test.connect();
    store::Session session{*owner, house.clock, u"tests"_s};
    expect(business::BusinessApply(session).apply(changed, u"tests"_s));
  }
  house.at("2026-03-05T10:00:00Z");
  house.change(billing::ChangeRequest::Kind::Pause);
  house.at("2026-03-16T12:34:56Z");
  house.change(billing::ChangeRequest::Kind::Resume);
  house.voided = {house.id, house.last(house.id).id};
  const auto before = house.last(house.id);
  const auto lines = house.linesOf(before.id);
  QVERIFY2(lines.front().startsWith(u"proration_charge"_s), qPrintable(lines.front()));
  house.takeBack();
  const auto again = expect(house.acts().act(house.voided));
  QCOMPARE(house.linesOf(again.id), lines);
  QVERIFY(again.kind == before.kind);
  QCOMPARE(house.unsound(), QString());
}

void TestIssueAgain::whatIsSoldOnceIsIssuedAgain() {
  AgainHouse house(u"DE"_s);
  const auto sold = expect(billing::OneOffCharges(house.worker.session, house.worker.business)
                               .act({house.id, {}, {{u"Set-up"_s, Rational(2), Rational(333)}}}));
  house.voided = {house.id, sold.id};
  house.takeBack();
  const auto again = expect(house.acts().act(house.voided));
  QCOMPARE(house.linesOf(again.id), house.linesOf(sold.id));
  QCOMPARE(house.unsound(), QString());
}

void TestIssueAgain::itIsRefusedWhere_data() {
  QTest::addColumn<QString>("where");
  QTest::addColumn<QString>("code");
  QTest::newRow("BILL-2 it is open") << u"open"_s << u"invoice.not_void"_s;
  QTest::newRow("BILL-2 its days are billed") << u"changed"_s << u"invoice.days_billed"_s;
  QTest::newRow("BILL-2 it took back") << u"took back"_s << u"invoice.takes_back"_s;
  QTest::newRow("BILL-2 nothing is left") << u"billed"_s << u"invoice.nothing_left"_s;
}

void TestIssueAgain::itIsRefusedWhere() {
  QFETCH(QString, where);
  AgainHouse house;
  house.at("2026-03-10T00:00:00Z");
  if (where == "took back"_L1) {
    house.change(billing::ChangeRequest::Kind::Alter, u"small"_s);
    house.at("2026-03-15T00:00:00Z");
    house.change(billing::ChangeRequest::Kind::Alter, u"metered"_s);
    house.voided = {house.id, house.last(house.id).id};
  }
  if (where == "billed"_L1) {
    expect(house.worker.subscriptions().cancel(house.id, true));
    house.count(house.id, u"calls"_s, 5, u"b"_s, "2026-03-05T00:00:00Z");
    house.at("2026-04-01T00:00:00Z");
    house.runAll();
    house.voided = {house.id, house.last(house.id).id};
  }
  if (where != "open"_L1)
    house.takeBack();
  if (where == "changed"_L1)
    house.change(billing::ChangeRequest::Kind::Alter, u"small"_s);
  if (where == "billed"_L1) {
    house.at("2026-04-02T00:00:00Z");
    house.runAll();
  }
  QTEST(house.refusal(), "code");
  QCOMPARE(house.unsound(), QString());
}

void TestIssueAgain::itIsWhatWasShown() {
  AgainHouse house;
  house.takeBack();
  const auto seen = billing::digestOfCharge(expect(house.acts().preview(house.voided)));
  house.count(house.id, u"calls"_s, 5, u"b"_s, "2026-02-11T00:00:00Z");
  const auto refused = house.acts().act(house.voided, seen);
  QVERIFY(!refused);
  QCOMPARE(refused.error().code, u"invoice.picture_changed"_s);
  const auto then = billing::digestOfCharge(expect(house.acts().preview(house.voided)));
  QCOMPARE(expect(house.acts().act(house.voided, then)).total, std::int64_t(10'950));
}

void TestIssueAgain::afterTheEndItTakesTheUsage() {
  AgainHouse house;
  expect(house.worker.subscriptions().cancel(house.id, true));
  house.count(house.id, u"calls"_s, 7, u"b"_s, "2026-03-01T00:00:00Z");
  house.at("2026-04-01T00:00:00Z");
  house.runAll();
  house.voided = {house.id, house.last(house.id).id};
  house.takeBack();
  QCOMPARE(expect(house.acts().act(house.voided)).total, std::int64_t(70));
  house.at("2026-04-02T00:00:00Z");
  house.runAll(); // which was due for it
  QCOMPARE(house.charged(u"calls"_s), 970);
  QCOMPARE(house.number("select count(*) from subscription where due_at is not null"), 0);
  QCOMPARE(house.wrong(), QString());
  QCOMPARE(house.unsound(), QString());
}

QTEST_GUILESS_MAIN(TestIssueAgain)
#include "tst_issue_again.moc"
