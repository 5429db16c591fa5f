// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/one_off.h"

#include "services/billing/drafts.h"
#include "services/billing/holds.h"
#include "services/payments/adjustment.h"
#include "tests/services/payments/debt.h"

using namespace tenantry;
using namespace tenantry::tests;
using billing::OneOffCharges;
using billing::OneOffLine;
using billing::OneOffRequest;

/// What is sold once (BILL-1): its lines, tax, balance, and that it is issued as every invoice is.
class TestOneOff : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void linesAreChecked_data();
  void linesAreChecked();
  void theRulesOfMoneyHold_data();
  void theRulesOfMoneyHold();
  void thePreviewIsWhatIsIssued();
  void whatChangedSinceThePreviewIsRefused();
  void sentTwiceItIsIssuedOnce();
  void aDraftIsFinalizedByHand_data();
  void aDraftIsFinalizedByHand();
  void aClosedOrganizationIsChargedNothing();
  void itIsPaidAndCreditedAsAnyOther();
};

namespace {

OneOffLine line(const QString &description, const QString &quantity, const QString &unit) {
  return {description, *parseDecimal(quantity), *parseDecimal(unit)};
}

struct Shop : BillingHouse {
  using BillingHouse::BillingHouse;
  OneOffCharges charges() { return {worker.session, worker.business}; }
  std::int64_t count(const QByteArray &what) { return number("select count(*) from " + what); }
};

} // namespace

void TestOneOff::linesAreChecked_data() {
  QTest::addColumn<std::vector<OneOffLine>>("lines");
  QTest::addColumn<QString>("code");
  QTest::addColumn<int>("wrong");
  const auto fine = line(u"Set-up"_s, u"1"_s, u"50000"_s);
  const auto row = [&](const char *name, const OneOffLine &second) {
    QTest::newRow(name) << std::vector{fine, second} << u"invoice.line_invalid"_s << 2;
  };
  QTest::newRow("BILL-1 no line") << std::vector<OneOffLine>() << u"invoice.no_lines"_s << 0;
  row("BILL-1 no words", line(u"  "_s, u"1"_s, u"1"_s));
  row("BILL-1 too many words", line(QString(501, u'x'), u"1"_s, u"1"_s));
  row("BILL-1 nothing of it", line(u"a"_s, u"0"_s, u"1"_s));
  row("BILL-1 less than nothing", line(u"a"_s, u"-1"_s, u"1"_s));
  row("BILL-1 for nothing", line(u"a"_s, u"1"_s, u"0"_s));
  row("BILL-1 given back", line(u"a"_s, u"1"_s, u"-5"_s));
  row("BILL-1 rounds to nothing", line(u"a"_s, u"0.001"_s, u"1"_s));
  row("BILL-1 finer than is kept", line(u"a"_s, u"0.0000000001"_s, u"100000000000"_s));
  row("BILL-1 beyond all sums", line(u"a"_s, u"1000000000"_s, u"100000000"_s));
  QTest::newRow("BILL-1 two lines") << std::vector{fine, fine} << QString() << 0;
  QTest::newRow("BILL-1 more lines than a paper bears")
      << std::vector<OneOffLine>(1'001, fine) << u"invoice.line_invalid"_s << 0;
}

void TestOneOff::linesAreChecked() {
  QFETCH(std::vector<OneOffLine>, lines);
  QFETCH(QString, code);
  const auto checked = billing::checkOneOffLines(lines);
  QCOMPARE(checked ? QString() : checked.error().code, code);
  if (!checked)
    QTEST(checked.error().place.line, "wrong");
}

void TestOneOff::theRulesOfMoneyHold_data() {
  QTest::addColumn<QString>("country");
  QTest::addColumn<QString>("vatId");
  QTest::addColumn<std::int64_t>("net");
  QTest::addColumn<std::int64_t>("tax");
  // 7.5 × 120.00 = 900.00; 3 × 0.335 = 1.005, rounded once per line: 1.01
  QTest::newRow("BILL-7 no tax") << u"US"_s << QString() << std::int64_t(90'101) << std::int64_t(0);
  QTest::newRow("BILL-7 tax on top, 19 % of 901.01 = 171.1919")
      << u"DE"_s << QString() << std::int64_t(90'101) << std::int64_t(17'119);
  // 901.01 × 20 ÷ 120 = 150.168…
  QTest::newRow("BILL-7 prices with tax")
      << u"FR"_s << QString() << std::int64_t(75'084) << std::int64_t(15'017);
  QTest::newRow("BILL-7 reverse charge")
      << u"DE"_s << u"DE136695976"_s << std::int64_t(90'101) << std::int64_t(0);
}

void TestOneOff::theRulesOfMoneyHold() {
  QFETCH(QString, country);
  QFETCH(QString, vatId);
  Shop shop;
  const auto id = shop.organization(country, u"UTC"_s, u"EUR"_s, vatId);
  const auto invoice = expect(shop.charges().act(
      {id,
       {},
       {line(u"Consulting"_s, u"7.5"_s, u"12000"_s), line(u"Stamps"_s, u"3"_s, u"33.5"_s)}}));
  QTEST(invoice.net, "net");
  QTEST(invoice.tax, "tax");
  QCOMPARE(invoice.reverseCharge, !vatId.isEmpty());
  QVERIFY(invoice.kind == billing::InvoiceKind::OneOff);
  QVERIFY(invoice.status == billing::InvoiceStatus::Open);
  QCOMPARE(invoice.number, u"INV-2026-000001"_s);
  QCOMPARE(invoice.dueOn, std::optional(*invoice.issuedOn + std::chrono::days(30)));
  const auto lines = expect(shop.worker.invoices().lines(id, invoice.id));
  QCOMPARE(lines[0].item, u"Consulting"_s);
  QCOMPARE(lines[0].quantity, u"7.5"_s);
  QCOMPARE(lines[1].unit, u"33.5"_s);
  const auto ledger = expect(shop.worker.invoices().ledger(id));
  QCOMPARE(-ledger.at(u"revenue"_s).begin()->second, invoice.net); // earned at once
  QVERIFY(!ledger.contains(u"deferred_revenue"_s));
}

void TestOneOff::thePreviewIsWhatIsIssued() {
  Shop shop;
  const auto id = shop.organization();
  const auto usd = *Currency::parse(u"USD"_s);
  expect(payments::adjustBalance(shop.worker.session, shop.worker.business, id, Money(3'000, usd),
                                 u"gift"_s));
  const OneOffRequest request{id, usd, {line(u"Set-up"_s, u"1"_s, u"50000"_s)}};
  const auto seen = expect(shop.charges().preview(request));
  QCOMPARE(seen.balanceUsed, std::int64_t(3'000));
  QCOMPARE(shop.count("invoice"), std::int64_t(0));
  const auto invoice = expect(shop.charges().act(request, billing::digestOfCharge(seen)));
  QCOMPARE(invoice.total, seen.invoice.total);
  QCOMPARE(invoice.balanceApplied, std::int64_t(3'000));
  QCOMPARE(invoice.amountDue(), std::int64_t(47'000));
}

void TestOneOff::whatChangedSinceThePreviewIsRefused() {
  Shop shop;
  const auto id = shop.organization();
  const OneOffRequest request{id, {}, {line(u"Set-up"_s, u"1"_s, u"50000"_s)}};
  const auto seen = billing::digestOfCharge(expect(shop.charges().preview(request)));
  expect(payments::adjustBalance(shop.worker.session, shop.worker.business, id,
                                 Money(1, *Currency::parse(u"USD"_s)), u"gift"_s));
  QCOMPARE(shop.charges().act(request, seen).error().code, u"invoice.picture_changed"_s);
  QCOMPARE(shop.count("invoice"), std::int64_t(0));
}

void TestOneOff::sentTwiceItIsIssuedOnce() {
  Shop shop;
  const auto id = shop.organization();
  const OneOffRequest request{
      id, {}, {line(u"Set-up"_s, u"1"_s, u"50000"_s)}, makeId<InvoiceId>(shop.clock.now())};
  const auto first = expect(shop.charges().act(request));
  QCOMPARE(expect(shop.charges().act(request)).number, first.number);
  QCOMPARE(shop.count("invoice"), std::int64_t(1));
}

void TestOneOff::aDraftIsFinalizedByHand_data() {
  QTest::addColumn<bool>("onHold");
  QTest::newRow("BILL-3 invoices are reviewed") << false;
  QTest::newRow("BILL-3 the organization is on hold") << true;
}

void TestOneOff::aDraftIsFinalizedByHand() {
  QFETCH(bool, onHold);
  Shop shop(onHold ? business::Finalize::Automatic : business::Finalize::Review);
  const auto id = shop.organization(u"DE"_s, u"UTC"_s, u"EUR"_s);
  billing::Holds holds(shop.worker.session);
  if (onHold)
    QVERIFY(expect(holds.holdOrganization(id, u"disputed"_s)));
  const auto draft = expect(shop.charges().act({id, {}, {line(u"Set-up"_s, u"2"_s, u"50000"_s)}}));
  QVERIFY(draft.status == billing::InvoiceStatus::Draft && draft.number.isEmpty());
  if (onHold)
    QVERIFY(expect(holds.releaseOrganization(id)));
  QVERIFY(expect(billing::Drafts(shop.worker.session, shop.worker.business).act({id, draft.id})));
  const auto invoice = expect(shop.worker.invoices().find(id, draft.id));
  QCOMPARE(invoice.number, u"INV-2026-000001"_s);
  QCOMPARE(invoice.total, std::int64_t(119'000));
}

void TestOneOff::aClosedOrganizationIsChargedNothing() {
  Shop shop;
  const auto id = shop.organization();
  expect(organizations::OrganizationService(shop.worker.session)
             .move(id, organizations::Status::Closed, u"gone"_s));
  QCOMPARE(shop.charges().act({id, {}, {line(u"Set-up"_s, u"1"_s, u"1"_s)}}).error().code,
           u"organization.closed"_s);
}

void TestOneOff::itIsPaidAndCreditedAsAnyOther() {
  Debt debt(u"succeeds"_s);
  OneOffCharges charges(debt.worker.session, debt.worker.business);
  const auto invoice =
      expect(charges.act({debt.customer, {}, {line(u"Set-up"_s, u"1"_s, u"50000"_s)}}));
  QVERIFY(expect(debt.service().charge(debt.customer, invoice.id)));
  QVERIFY(debt.latest().status == billing::InvoiceStatus::Paid);
  const auto credit = expect(billing::Corrections(debt.worker.session, debt.worker.business)
                                 .previewCredit(debt.customer, invoice.id, 10'000));
  QCOMPARE(credit.credit->toBalance, std::int64_t(10'000));
  QCOMPARE(credit.lines.front().draft.item, u"Set-up"_s);
}

QTEST_GUILESS_MAIN(TestOneOff)
#include "tst_one_off.moc"
