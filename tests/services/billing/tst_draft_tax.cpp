// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/approvals.h"
#include "services/billing/drafts.h"
#include "services/billing/one_off.h"
#include "tests/services/billing/billing_house.h"
#include "tests/support/code_of.h"

using namespace tenantry;
using namespace tenantry::tests;
using billing::Drafts;
using billing::InvoiceKey;

/// BILL-1, BILL-2: what waits for review is issued to the customer of now with that customer's tax
/// (ADR 15).
class TestDraftTax : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void aCorrectedCustomerIsInvoicedAsIfItHadBeenSoAllAlong();
  void aBulkPreviewSaysWhatEachComesTo();
  void anotherAmountIsApprovedAgain();
  void aDraftThatWasCreditedKeepsItsTaxAndCustomer();
  void aRateThatChangedHoldsForWhatWaits();
  void whatWasSoldWithItsTaxStaysSo_data();
  void whatWasSoldWithItsTaxStaysSo();
  void whatGetsANumberIsTheSumOfItsLines();
};

namespace {

/// Of a customer, all that its tax depends on.
struct Facts {
  QString country, vatId;
};

const std::array facts{Facts{u"US"_s, {}}, Facts{u"DE"_s, {}}, Facts{u"DE"_s, u"DE136695976"_s},
                       Facts{u"FR"_s, {}}};

void correct(BillingHouse &house, const OrganizationId &id, const Facts &now) {
  organizations::OrganizationService service(house.worker.session);
  const auto known = expect(service.find(id));
  if (known.addressCountry == now.country && known.vatId == now.vatId)
    return;
  expect(service.amend(id, {{u"addressCountry"_s, now.country}, {u"vatId"_s, now.vatId}},
                       known.revision));
}

Drafts drafts(BillingHouse &house) { return {house.worker.session, house.worker.business}; }

/// Everything that the customer sees of an invoice's money.
QString pictureOf(BillingHouse &house, const InvoiceKey &key) {
  const auto invoice = expect(house.worker.invoices().find(key.organization, key.invoice));
  QStringList said{u"%1 + %2 = %3 %4 %5 %6"_s.arg(invoice.net)
                       .arg(invoice.tax)
                       .arg(invoice.total)
                       .arg(invoice.reverseCharge ? u"reverse"_s : u"-"_s,
                            invoice.customer.address.country, invoice.customer.vatId)};
  for (const auto &line : expect(house.worker.invoices().lines(key.organization, key.invoice)))
    said += u"%1 %2 %3 %4 × %5: %6 %7 %8 %9"_s.arg(line.lineNo)
                .arg(line.kind, line.item, line.unit, line.quantity)
                .arg(line.amount)
                .arg(line.discountShare)
                .arg(line.taxShare)
                .arg(QString::fromStdString(line.detail.dump()));
  return said.join(u'\n');
}

InvoiceKey draftOf(BillingHouse &house, const OrganizationId &id) {
  return {id, expect(house.worker.invoices().ofOrganization(id)).back().id};
}

} // namespace

void TestDraftTax::aCorrectedCustomerIsInvoicedAsIfItHadBeenSoAllAlong() {
  BillingHouse house(business::Finalize::Review);
  struct Pair {
    OrganizationId corrected, same;
    QString name;
    Facts now;
  };
  std::vector<Pair> pairs;
  for (const auto &from : facts)
    for (const auto &to : facts)
      for (const auto &coupon : {QString(), u"friend"_s, u"tenner"_s}) {
        if (coupon == "friend"_L1 && from.country != "FR"_L1)
          continue; // a rounding more, where prices include the tax
        Pair pair{house.organization(from.country, u"UTC"_s, u"EUR"_s, from.vatId),
                  house.organization(to.country, u"UTC"_s, u"EUR"_s, to.vatId),
                  u"%1%2 → %3%4 %5"_s.arg(from.country, from.vatId, to.country, to.vatId, coupon),
                  to};
        for (const auto &id : {pair.corrected, pair.same}) {
          house.subscribe(id, u"professional"_s, coupon);
          house.use(id, u"storage_gb"_s, 137);
        }
        pairs.push_back(std::move(pair));
      }
  house.clock.set(house.clock.now() + std::chrono::days(40)); // a closing invoice with usage, too
  house.runAll();
  for (const auto &pair : pairs)
    correct(house, pair.corrected, pair.now);
  for (const auto &pair : pairs) {
    const auto made = expect(house.worker.invoices().ofOrganization(pair.corrected));
    const auto same = expect(house.worker.invoices().ofOrganization(pair.same));
    QVERIFY(made.size() == 2 && same.size() == 2);
    for (std::size_t i = 0; i < made.size(); ++i) {
      const InvoiceKey key{pair.corrected, made[i].id}, other{pair.same, same[i].id};
      const auto shown = expect(drafts(house).preview({key})).front();
      QVERIFY(expect(drafts(house).act(key, shown.digest())));
      QVERIFY(expect(drafts(house).act(other)));
      QVERIFY2(pictureOf(house, key) == pictureOf(house, other),
               qPrintable(pair.name + u'\n' + pictureOf(house, key) + u"\nand not\n"_s +
                          pictureOf(house, other)));
      const auto issued = expect(house.worker.invoices().find(key.organization, key.invoice));
      QCOMPARE(shown.total.minor(), issued.total);
    }
  }
  QCOMPARE(house.wrong(), QString());
  QVERIFY(house.number("select count(*) from event where type = 'invoice.tax_changed'") > 0);
  QCOMPARE(
      house.number("select ((select coalesce(sum(amount), 0) from ledger_entry where account = "
                   "'tax_payable') + (select sum(tax) from invoice))::bigint"),
      0);
}

void TestDraftTax::aBulkPreviewSaysWhatEachComesTo() {
  BillingHouse house(business::Finalize::Review);
  std::vector<InvoiceKey> keys;
  for (const auto &from : facts)
    house.subscribe(house.organization(from.country, u"UTC"_s, u"EUR"_s, from.vatId));
  house.runAll();
  const auto rows = expect(house.worker.database->adHoc(
      "select organization_id, invoice_id from invoice order by invoice_id"));
  for (const auto row : rows)
    keys.push_back({row.get<OrganizationId>(0), row.get<InvoiceId>(1)});
  keys.push_back({keys[0].organization, makeId<InvoiceId>(house.clock.now())});
  const auto seen = expect(drafts(house).preview({keys[0]})).front().digest();
  correct(house, keys[0].organization, facts[1]);
  correct(house, keys[1].organization, facts[2]);
  const auto verdicts = expect(drafts(house).preview(keys));
  QList<std::int64_t> totals, before;
  for (const auto &verdict : verdicts) {
    totals << (verdict.refusal ? -1 : verdict.total.minor());
    before << (verdict.drafted ? verdict.drafted->minor() : 0);
  }
  QCOMPARE(totals, (QList<std::int64_t>{23'681, 19'900, 19'900, 19'900, -1}));
  QCOMPARE(before, (QList<std::int64_t>{19'900, 23'681, 0, 0, 0}));
  QCOMPARE(house.number("select count(*) from event where type = 'invoice.tax_changed'"), 0);
  // What was seen before the correction is not what is issued.
  QCOMPARE(codeOf(drafts(house).act(keys[0], seen)), u"invoice.picture_changed"_s);
  for (std::size_t i = 0; i < 4; ++i)
    QVERIFY(expect(drafts(house).act(keys[i], verdicts[i].digest())));
  QVERIFY(!expect(drafts(house).act(keys[0]))); // twice is once
  QCOMPARE(house.number("select count(*) from event where type = 'invoice.tax_changed'"), 2);
  QCOMPARE(house.wrong(), QString());
}

void TestDraftTax::anotherAmountIsApprovedAgain() {
  BillingHouse house(business::Finalize::Review);
  {
    const auto owner = house.test.connect();
    store::Session session{*owner, house.clock, u"tests"_s};
    auto changed = expect(house.worker.business.current(house.worker.session))->business;
    changed.invoice.approvalAbove = {{*Currency::parse(u"EUR"_s), 10'000}};
    expect(business::BusinessApply(session).apply(changed, u"tests"_s));
  }
  const auto id = house.organization(u"US"_s, u"UTC"_s, u"EUR"_s);
  house.subscribe(id);
  house.runAll();
  const auto key = draftOf(house, id);
  // The worker approves, and whoever is logged in as owner finalizes.
  const auto owner = house.test.connect();
  store::Session other{*owner, house.clock, u"other"_s};
  business::AppliedBusiness business;
  QVERIFY(expect(drafts(house).approve(key)));
  correct(house, id, facts[1]);
  const auto changed = expect(Drafts(other, business).preview({key})).front();
  QCOMPARE(changed.total.minor(), 23'681);
  QCOMPARE(changed.refusal->code, u"invoice.approval_needed"_s);
  QVERIFY(!expect(drafts(house).preview({key})).front().isApprovedByAsker);
  QVERIFY(expect(drafts(house).approve(key))); // of what it comes to now
  QVERIFY(!expect(drafts(house).approve(key)));
  QVERIFY(expect(drafts(house).preview({key})).front().isApprovedByAsker);
  QCOMPARE(house.number("select total from invoice_approval where withdrawn_at is null"), 23'681);
  QCOMPARE(house.number("select count(*) from invoice_approval"), 2);
}

void TestDraftTax::aDraftThatWasCreditedKeepsItsTaxAndCustomer() {
  BillingHouse house(business::Finalize::Review);
  const auto id = house.organization(u"DE"_s, u"UTC"_s, u"EUR"_s);
  house.subscribe(id, u"enterprise"_s);
  house.runAll();
  const auto key = draftOf(house, id);
  // As it was before what is taken back of a draft lowered it (ADR 21).
  expect(house.test.connect()->adHoc(
      "insert into invoice_line (organization_id, invoice_id, line_no, kind, amount, "
      "credits_invoice_id, credits_line_no) values (:organization, :note, 1, 'proration_credit', "
      "-100, :invoice, 1)",
      {{"organization", id},
       {"note", makeId<InvoiceId>(house.clock.now())},
       {"invoice", key.invoice}}));
  correct(house, id, facts[2]);
  const auto verdict = expect(drafts(house).preview({key})).front();
  QVERIFY(verdict.keepsTax && !verdict.drafted);
  QVERIFY(expect(drafts(house).act(key, verdict.digest())));
  const auto invoice = expect(house.worker.invoices().find(id, key.invoice));
  QCOMPARE(invoice.tax, std::int64_t(18'981));
  QVERIFY(!invoice.reverseCharge);
  QCOMPARE(invoice.customer.vatId, QString()); // whose tax it is
}

void TestDraftTax::aRateThatChangedHoldsForWhatWaits() {
  BillingHouse house(business::Finalize::Review);
  const auto id = house.organization(u"DE"_s, u"UTC"_s, u"EUR"_s);
  const auto key =
      InvoiceKey{id, expect(billing::OneOffCharges(house.worker.session, house.worker.business)
                                .act({id, {}, {{u"Set-up"_s, 3, Rational(3333)}}}))
                         .id};
  const auto owner = house.test.connect();
  store::Session session{*owner, house.clock, u"tests"_s};
  auto changed = expect(house.worker.business.current(house.worker.session))->business;
  changed.taxRates[0].percent = 16;
  expect(business::BusinessApply(session).apply(changed, u"tests"_s));
  QCOMPARE(expect(drafts(house).preview({key})).front().total.minor(), 9'999 + 1'600);
  QVERIFY(expect(drafts(house).act(key)));
  QCOMPARE(expect(house.worker.invoices().lines(id, key.invoice)).back().unit, u"16"_s);
  QCOMPARE(house.wrong(), QString());
}

void TestDraftTax::whatWasSoldWithItsTaxStaysSo_data() {
  QTest::addColumn<QString>("country");
  QTest::addColumn<bool>(
      "saysSo"); // of lines that were stored before they did, it is told otherwise
  QTest::addColumn<bool>("keepsRate");
  QTest::addColumn<std::int64_t>("total");
  QTest::addColumn<std::int64_t>("tax");
  for (const bool saysSo : {true, false}) {
    const auto row = [saysSo](const char *name) -> QTestData & {
      return QTest::addRow("BILL-1 %s%s", name, saysSo ? "" : ", an older line")
             << QString::fromLatin1(name).left(2) << saysSo;
    };
    row("FR no longer includes it") << true << std::int64_t(23'880) << std::int64_t(3'980);
    row("FR has no rate any more") << false << std::int64_t(19'900) << std::int64_t(0);
    row("DE includes it now") << true << std::int64_t(19'900) << std::int64_t(3'177);
    row("DE has no rate any more") << false << std::int64_t(19'900) << std::int64_t(0);
  }
}

void TestDraftTax::whatWasSoldWithItsTaxStaysSo() {
  QFETCH(QString, country);
  QFETCH(bool, saysSo);
  QFETCH(bool, keepsRate);
  BillingHouse house(business::Finalize::Review);
  const auto id = house.organization(country, u"UTC"_s, u"EUR"_s);
  house.subscribe(id);
  house.runAll();
  const auto key = draftOf(house, id);
  const auto owner = house.test.connect();
  store::Session session{*owner, house.clock, u"tests"_s};
  if (!saysSo)
    expect(owner->adHoc("update invoice_line set detail = (detail::jsonb - 'inclusive')::json"));
  auto changed = expect(house.worker.business.current(house.worker.session))->business;
  for (auto &rate : changed.taxRates)
    rate.inclusive = !rate.inclusive;
  if (!keepsRate)
    changed.taxRates.clear();
  expect(business::BusinessApply(session).apply(changed, u"tests"_s));
  QTEST(expect(drafts(house).preview({key})).front().total.minor(), "total");
  QVERIFY(expect(drafts(house).act(key)));
  QTEST(expect(house.worker.invoices().find(id, key.invoice)).tax, "tax");
  QCOMPARE(house.wrong(), QString());
}

void TestDraftTax::whatGetsANumberIsTheSumOfItsLines() {
  BillingHouse house(business::Finalize::Review);
  const auto id = house.organization();
  house.subscribe(id);
  house.runAll();
  const auto owner = house.test.connect();
  const auto forced = owner->adHoc(
      "update invoice set number = 'INV-X', status = 'open', net = net + 1, total = total + 1, "
      "issued_on = '2026-02-01' where status = 'draft'");
  QVERIFY(!forced);
  QCOMPARE(forced.error().code, u"invoice.sum_mismatch"_s);
}

QTEST_GUILESS_MAIN(TestDraftTax)
#include "tst_draft_tax.moc"
