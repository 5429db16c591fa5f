// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/invoice_paper.h"

#include "services/billing/credit_notes.h"
#include "services/billing/one_off.h"
#include "services/billing/subscription_changes.h"
#include "services/business/versions.h"
#include "services/payments/credits.h"
#include "tests/services/billing/billing_house.h"
#include "tests/services/billing/paper_text.h"
#include "tests/support/gui_main.h"

#include <QTemporaryDir>

using namespace tenantry;
using namespace tenantry::tests;

/// What stands on the paper of a real invoice, read back by poppler.
class TestInvoicePaper : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void theAddressIsThatOfTheCountrysPost_data();
  void theAddressIsThatOfTheCountrysPost();
  void numbersAreThoseOfLanguageAndCountry_data();
  void numbersAreThoseOfLanguageAndCountry();
  void aCreditNoteSaysWhatItCorrects_data();
  void aCreditNoteSaysWhatItCorrects();
  void SUB_9_anAddOnStandsOnItByItsName();
  void aPaperIsDrawnOnce();
  void whoIssuedItStandsOnIt();
  void whatWasUsedIsNamed_data();
  void whatWasUsedIsNamed();
};

namespace {

/// What is attached for machines.
QString dataOf(const QByteArray &pdf) {
  const QTemporaryDir folder(u"/tmp/paper-XXXXXX"_s);
  QFile paper(folder.filePath(u"paper.pdf"_s)), data(folder.filePath(u"data.xml"_s));
  if (!paper.open(QIODevice::WriteOnly) || paper.write(pdf) != pdf.size())
    return {};
  paper.close();
  QProcess::execute(u"pdfdetach"_s,
                    {u"-save"_s, u"1"_s, u"-o"_s, data.fileName(), paper.fileName()});
  return data.open(QIODevice::ReadOnly) ? QString::fromUtf8(data.readAll()) : QString();
}

} // namespace

void TestInvoicePaper::theAddressIsThatOfTheCountrysPost_data() {
  QTest::addColumn<QString>("country");
  QTest::addColumn<QString>("region");
  QTest::addColumn<QString>("postalCode");
  QTest::addColumn<QStringList>("lines");
  QTest::newRow("BILL-8 American")
      << u"US"_s << u"IL"_s << u"62701"_s
      << QStringList{u"1 Long Road"_s, u"Springfield, IL 62701"_s, u"United States"_s};
  QTest::newRow("BILL-8 British") << u"GB"_s << QString() << u"SW1A 2AA"_s
                                  << QStringList{u"1 Long Road"_s, u"Springfield"_s, u"SW1A 2AA"_s,
                                                 u"United Kingdom"_s};
  QTest::newRow("BILL-8 German") << u"DE"_s << QString() << u"10115"_s
                                 << QStringList{u"1 Long Road"_s, u"10115 Springfield"_s,
                                                u"Germany"_s};
}

void TestInvoicePaper::theAddressIsThatOfTheCountrysPost() {
  QFETCH(QString, country);
  QFETCH(QString, region);
  QFETCH(QString, postalCode);
  QFETCH(QStringList, lines);
  BillingHouse house;
  organizations::Organization draft;
  draft.name = u"One"_s;
  draft.email = u"one@example.com"_s;
  draft.streetAddress = u"1 Long Road"_s;
  draft.addressLocality = u"Springfield"_s;
  draft.addressRegion = region;
  draft.postalCode = postalCode;
  draft.addressCountry = country;
  draft.currency = *Currency::parse(u"USD"_s);
  draft.language = u"en"_s;
  auto &worker = house.worker;
  const auto id = expect(organizations::OrganizationService(worker.session).create(draft));
  house.subscribe(id);
  house.runAll();
  const auto invoice = expect(worker.invoices().ofOrganization(id)).front();
  const auto text =
      textOf(expect(billing::invoicePdf(worker.session, worker.business, id, invoice.id)));
  qsizetype at = 0;
  for (const auto &line : lines) {
    const auto found = text.indexOf(line, at);
    QVERIFY2(found >= at, qPrintable(line + u" is not next in\n"_s + text));
    at = found + line.size();
  }
}

void TestInvoicePaper::numbersAreThoseOfLanguageAndCountry_data() {
  QTest::addColumn<QString>("language");
  QTest::addColumn<QString>("country");
  QTest::addColumn<QStringList>("says");
  QTest::addColumn<QStringList>("creditSays");
  QTest::newRow("BILL-8 German") << u"de"_s << u"DE"_s
                                 << QStringList{u"Deutschland"_s,
                                                u"Hours 1.234,5 1.990,00 2.456.655,00"_s,
                                                u"Calls 120.000 0,0042 504,00"_s, u"USt. 5,5 %"_s}
                                 << QStringList{u"Deutschland"_s, u"USt. 5,5 %"_s};
  QTest::newRow("BILL-8 American")
      << u"en"_s << u"US"_s
      << QStringList{u"United States"_s, u"Hours 1,234.5 1,990.00 2,456,655.00"_s,
                     u"Calls 120,000 0.0042 504.00"_s, u"VAT 5.5 %"_s}
      << QStringList{u"United States"_s, u"VAT 5.5 %"_s};
  QTest::newRow("BILL-8 Swiss") << u"de"_s << u"CH"_s
                                << QStringList{u"Schweiz"_s,
                                               u"Hours 1’234.5 1’990.00 2’456’655.00"_s,
                                               u"Calls 120’000 0.0042 504.00"_s, u"USt. 5.5 %"_s}
                                << QStringList{u"Schweiz"_s, u"USt. 5.5 %"_s};
  QTest::newRow("BILL-8 German, abroad")
      << u"de"_s << u"US"_s
      << QStringList{u"Vereinigte Staaten"_s, u"Hours 1.234,5 1.990,00 2.456.655,00"_s}
      << QStringList{u"Vereinigte Staaten"_s, u"USt. 5,5 %"_s};
}

/// Prices, quantities and tax rates as amounts are, and the country by its name; machines read
/// what they always read.
void TestInvoicePaper::numbersAreThoseOfLanguageAndCountry() {
  QFETCH(QString, language);
  QFETCH(QString, country);
  QFETCH(QStringList, says);
  QFETCH(QStringList, creditSays);
  BillingHouse house;
  auto &worker = house.worker;
  {
    auto business = expect(worker.business.current(worker.session))->business;
    business.issuer.vatId = u"ATU33864707"_s;
    business.issuer.country = u"AT"_s;
    business.taxRates = {{country, {}, Rational(11, 2), false, true}};
    const auto owner = house.test.connect();
    store::Session session{*owner, house.clock, u"tests"_s};
    expect(business::BusinessApply(session).apply(business, u"tests"_s));
  }
  house.clock.set(house.clock.now() + std::chrono::hours(1));
  organizations::Organization draft;
  draft.name = u"One"_s;
  draft.email = u"one@example.com"_s;
  draft.addressCountry = country;
  draft.currency = *Currency::parse(u"EUR"_s);
  draft.language = language;
  const auto id = expect(organizations::OrganizationService(worker.session).create(draft));
  const auto invoice =
      expect(billing::OneOffCharges(worker.session, worker.business)
                 .act({id,
                       {},
                       {{u"Hours"_s, Rational(2469, 2), Rational(199'000)},
                        {u"Calls"_s, Rational(120'000), *parseDecimal(u"0.42")}}}));
  const auto pdf = expect(billing::invoicePdf(worker.session, worker.business, id, invoice.id));
  const auto text = textOf(pdf).simplified();
  for (const auto &line : says)
    QVERIFY2(text.contains(line), qPrintable(line + u" is not in\n"_s + text));
  const auto data = dataOf(pdf);
  for (const auto &line :
       {u"<ram:ChargeAmount>1990</ram:ChargeAmount>"_s, u">1234.5</ram:BilledQuantity>"_s,
        u"<ram:ChargeAmount>0.0042</ram:ChargeAmount>"_s, u">120000</ram:BilledQuantity>"_s,
        u"<ram:RateApplicablePercent>5.5</ram:RateApplicablePercent>"_s,
        u"<ram:CountryID>%1</ram:CountryID>"_s.arg(country)})
    QVERIFY2(data.contains(line), qPrintable(line + u" is not in\n"_s + data));

  expect(payments::Credits(worker.session, worker.business).act({id, invoice.id, 11900, {}}));
  const auto note = expect(billing::creditNotesOfInvoice(worker.session, id, invoice.id)).front();
  const auto credit =
      textOf(expect(billing::creditNotePdf(worker.session, worker.business, id, note.id)))
          .simplified();
  for (const auto &line : creditSays)
    QVERIFY2(credit.contains(line), qPrintable(line + u" is not in\n"_s + credit));
}

void TestInvoicePaper::aCreditNoteSaysWhatItCorrects_data() {
  QTest::addColumn<QString>("language");
  QTest::addColumn<bool>("isPaid");
  QTest::addColumn<QStringList>("says");
  QTest::newRow("BILL-8 English, of an open invoice")
      << u"en"_s << false
      << QStringList{u"INV-2026-000001"_s,
                     u"Credit note CN-2026-000001"_s,
                     u"Professional, part of a period"_s,
                     u"100,00"_s,
                     u"VAT 19 %"_s,
                     u"19,00"_s,
                     u"€119,00"_s,
                     u"Amount credited"_s,
                     u"A bad week"_s,
                     u"€119,00 lowers what is due of invoice INV-2026-000001."_s};
  QTest::newRow("BILL-8 German, of an invoice that was paid")
      << u"de"_s << true
      << QStringList{u"INV-2026-000001"_s,
                     u"Rechnungskorrektur CN-2026-000001"_s,
                     u"Professional, anteilig"_s,
                     u"100,00"_s,
                     u"USt. 19 %"_s,
                     u"19,00"_s,
                     u"Gutgeschriebener Betrag"_s,
                     u"A bad week"_s,
                     u"Guthaben"_s};
}

void TestInvoicePaper::aCreditNoteSaysWhatItCorrects() {
  QFETCH(QString, language);
  QFETCH(bool, isPaid);
  QFETCH(QStringList, says);
  BillingHouse house;
  auto &worker = house.worker;
  organizations::Organization draft;
  draft.name = u"One"_s;
  draft.email = u"one@example.com"_s;
  draft.addressCountry = u"DE"_s;
  draft.currency = *Currency::parse(u"EUR"_s);
  draft.language = language;
  const auto id = expect(organizations::OrganizationService(worker.session).create(draft));
  house.subscribe(id);
  house.runAll();
  const auto invoice = expect(worker.invoices().ofOrganization(id)).front();
  if (isPaid)
    expect(worker.invoices().receive(id, invoice.id, invoice.total, makeUuidV7(house.clock.now())));
  expect(payments::Credits(worker.session, worker.business)
             .act({id, invoice.id, 11900, u"A bad week"_s}));
  const auto note = expect(billing::creditNotesOfInvoice(worker.session, id, invoice.id)).front();
  QCOMPARE(note.corrects, QStringList{u"INV-2026-000001"_s});
  QCOMPARE(note.lowersInvoices(), isPaid ? 0 : 11900);
  const auto text =
      textOf(expect(billing::creditNotePdf(worker.session, worker.business, id, note.id)));
  qsizetype at = 0;
  for (const auto &line : says) {
    const auto found = text.indexOf(line, at);
    QVERIFY2(found >= at, qPrintable(line + u" is not next in\n"_s + text));
    at = found + line.size();
  }
  QVERIFY2(!text.contains(u"\u2212"_s), "what is credited is positive on its paper");
}

/// Also where it is sold no more, on the invoice and on the note that takes it back.
void TestInvoicePaper::SUB_9_anAddOnStandsOnItByItsName() {
  BillingHouse house;
  auto &worker = house.worker;
  const auto owner = house.test.connect();
  store::Session session{*owner, house.clock, u"tests"_s};
  business::AppliedBusiness applied;
  auto business = expect(applied.current(session))->business;
  const auto shipped = business;
  auto &rooms = business.addons[u"rooms"_s];
  rooms.id = u"rooms"_s;
  rooms.name.byLanguage = {{u"en"_s, u"Ten rooms"_s}, {u"de"_s, u"Zehn Räume"_s}};
  rooms.prices = {{Money(1250, *Currency::parse(u"USD"_s)), Interval::Month}};
  rooms.most = 9;
  expect(business::BusinessApply(session).apply(business, u"tests"_s));
  const auto id = house.organization();
  house.subscribe(id, u"starter"_s);
  house.runAll();
  const auto have = [&](int quantity) {
    billing::ChangeRequest request;
    request.organization = id;
    request.addonId = u"rooms"_s;
    request.quantity = quantity;
    return expect(billing::SubscriptionChanges(worker.session, worker.business).act(request));
  };
  have(3);
  expect(business::BusinessApply(session).apply(shipped, u"tests"_s));
  const auto pdfOf = [&](const InvoiceId &invoice) {
    return expect(billing::invoicePdf(worker.session, worker.business, id, invoice));
  };
  const auto change = pdfOf(expect(worker.invoices().ofOrganization(id)).back().id);
  QVERIFY2(textOf(change).contains(u"Ten rooms, part of a period"_s), qPrintable(textOf(change)));
  house.clock.set(BillingHouse::start() + std::chrono::days(31));
  house.runAll();
  const auto renewal = pdfOf(expect(worker.invoices().ofOrganization(id)).back().id);
  const auto text = textOf(renewal).simplified();
  QVERIFY2(text.contains(u"Ten rooms, monthly 3 12.50 37.50"_s), qPrintable(text));
  have(0);
  const auto notes = expect(billing::creditNotesOf(worker.session, id));
  const auto note =
      textOf(expect(billing::creditNotePdf(worker.session, worker.business, id, notes.back().id)));
  QVERIFY2(note.contains(u"Ten rooms, part of a period"_s), qPrintable(note));
}

void TestInvoicePaper::aPaperIsDrawnOnce() {
  BillingHouse house;
  auto &worker = house.worker;
  const auto id = house.organization();
  house.subscribe(id);
  house.runAll();
  const auto invoice = expect(worker.invoices().ofOrganization(id)).front();
  expect(payments::Credits(worker.session, worker.business).act({id, invoice.id, 500, {}}));
  const auto note = expect(billing::findCreditNote(worker.session, u"CN-2026-000001"_s));
  const auto draw = [&] {
    return expect(billing::creditNotePdf(worker.session, worker.business, id, note.id));
  };
  const auto first = draw();
  house.clock.set(BillingHouse::start() + std::chrono::days(3));
  QCOMPARE(draw(), first);
  const auto none = billing::creditNotePdf(worker.session, worker.business, id,
                                           makeId<CreditNoteId>(house.clock.now()));
  QVERIFY(!none);
  QCOMPARE(none.error().code, u"credit_note.not_found"_s);
}

/// BILL-8: whenever it is drawn. Who we are and what plans are called is of the day of issue.
void TestInvoicePaper::whoIssuedItStandsOnIt() {
  BillingHouse house;
  auto &worker = house.worker;
  const auto rename = [&](const QString &name) {
    house.clock.set(house.clock.now() + std::chrono::hours(1));
    auto changed = expect(worker.business.current(worker.session))->business;
    changed.issuer.legalName = name;
    changed.plans[u"professional"_s].name.byLanguage = {{QString(), name + u" Plan"_s}};
    const auto owner = house.test.connect();
    store::Session session{*owner, house.clock, u"tests"_s};
    expect(business::BusinessApply(session).apply(changed, u"tests"_s));
    house.clock.set(house.clock.now() + std::chrono::hours(1));
  };
  rename(u"Old Firm Ltd"_s);
  const auto id = house.organization();
  house.subscribe(id);
  house.runAll();
  const auto invoice = expect(worker.invoices().ofOrganization(id)).front();
  const auto note = expect(payments::Credits(worker.session, worker.business)
                               .act({id, invoice.id, 100, u"kindness"_s}))
                        .id;
  rename(u"New Firm Ltd"_s);
  for (const auto &pdf :
       {expect(billing::invoicePdf(worker.session, worker.business, id, invoice.id)),
        expect(billing::creditNotePdf(worker.session, worker.business, id, note))}) {
    const auto text = textOf(pdf);
    QVERIFY2(text.contains(u"Old Firm Ltd"_s) && text.contains(u"Old Firm Ltd Plan"_s),
             qPrintable(text));
    QVERIFY2(!text.contains(u"New Firm"_s), qPrintable(text));
  }
}

void TestInvoicePaper::whatWasUsedIsNamed_data() {
  QTest::addColumn<QString>("language");
  QTest::addColumn<bool>("hasNames");
  QTest::addColumn<QString>("says");
  QTest::newRow("BILL-8 English") << u"en"_s << true << u"API calls, usage"_s;
  QTest::newRow("BILL-8 German") << u"de"_s << true << u"API-Aufrufe, Verbrauch"_s;
  QTest::newRow("BILL-8 a language without a text") << u"fr"_s << true << u"API calls, usage"_s;
  QTest::newRow("BILL-8 without names") << u"en"_s << false << u"api calls, usage"_s;
}

/// As the business calls it, on paper and for machines; never by its id.
void TestInvoicePaper::whatWasUsedIsNamed() {
  QFETCH(QString, language);
  QFETCH(bool, hasNames);
  QFETCH(QString, says);
  BillingHouse house;
  auto &worker = house.worker;
  if (!hasNames) {
    auto business = expect(worker.business.current(worker.session))->business;
    for (auto &[id, metric] : business.metrics)
      metric.name = {};
    const auto owner = house.test.connect();
    store::Session session{*owner, house.clock, u"tests"_s};
    expect(business::BusinessApply(session).apply(business, u"tests"_s));
  }
  const auto id = house.organization();
  expect(worker.database->adHoc("update organization set language = '" + language.toLatin1() +
                                "' returning 1"));
  house.subscribe(id);
  house.runAll();
  house.clock.set(BillingHouse::start() + std::chrono::days(3));
  house.use(id, u"api_calls"_s, 1'234'567);
  house.clock.set(BillingHouse::start() + std::chrono::days(40));
  house.runAll();
  const auto invoice = expect(worker.invoices().ofOrganization(id)).back();
  const auto pdf = expect(billing::invoicePdf(worker.session, worker.business, id, invoice.id));
  for (const auto &said : {textOf(pdf), dataOf(pdf)}) {
    QVERIFY2(said.contains(says), qPrintable(said));
    QVERIFY2(!said.contains(u"api_calls"_s), qPrintable(said));
  }
}

GUI_TEST_MAIN(TestInvoicePaper)
#include "tst_invoice_paper.moc"
