// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/invoice_paper.h"

#include "services/billing/one_off.h"
#include "services/billing/subscription_changes.h"
#include "services/payments/credits.h"
#include "tests/services/billing/archive_rules.h"
#include "tests/services/payments/debt.h"
#include "tests/support/gui_main.h"

#include <QProcess>
#include <QTemporaryDir>
#include <qpdf/QPDFWriter.hh>

using namespace tenantry;
using namespace tenantry::tests;

/// The data in an invoice's PDF (BILL-8, EN 16931): what they say, and that the published schema
/// and rules have nothing against them.
class TestElectronicInvoice : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void theDataSayWhatThePaperSays_data();
  void theDataSayWhatThePaperSays();
  void whatCannotBeSaidIsLeftOut_data();
  void whatCannotBeSaidIsLeftOut();
  void whatIsTaxedOtherwiseStandsByItself();
  void aCreditNoteSaysWhatItCorrects();
  void thePaperIsAnArchive_data();
  void thePaperIsAnArchive();
  void whatIsNoArchiveIsSeen_data();
  void whatIsNoArchiveIsSeen();
  void thePublishedRulesHold();

private:
  [[nodiscard]] QString keep(const QString &name, const QByteArray &pdf);
  QTemporaryDir m_folder{u"/tmp/einv-XXXXXX"_s};
  QStringList m_kept; ///< files of those that are to hold
};

namespace {

/// The house, with an issuer in a country.
struct Issuing : BillingHouse {
  explicit Issuing(const QString &country = u"AT"_s, const QString &vatId = u"ATU33864707"_s) {
    auto business = *business::Source::shipped().load();
    business.issuer.country = country;
    business.issuer.vatId = vatId;
    business.taxRates = {{u"DE"_s, {}, Rational(19), false, true},
                         {u"AT"_s, {}, Rational(20), false, true},
                         {u"FR"_s, {}, Rational(20), true, true}};
    business.coupons[u"third"_s].id = u"third"_s;
    business.coupons[u"third"_s].percent = Rational(100, 3);
    const auto owner = test.connect();
    store::Session session{*owner, clock, u"tests"_s};
    expect(business::BusinessApply(session).apply(business, u"tests"_s));
  }
  QByteArray paperOf(const OrganizationId &id, const InvoiceId &invoice) {
    return expect(billing::invoicePdf(worker.session, worker.business, id, invoice));
  }
  billing::Invoice latest(const OrganizationId &id) {
    return expect(worker.invoices().ofOrganization(id)).back();
  }
};

QString run(const QString &program, const QStringList &arguments) {
  QProcess process;
  process.setProcessChannelMode(QProcess::MergedChannels);
  process.start(program, arguments);
  process.waitForFinished(120'000);
  return QString::fromUtf8(process.readAll());
}

/// It parses, says for which output it is made, and what is attached belongs to it as a whole, in
/// another form (ISO 19005-3, 6.2.3 and 6.8).
void checkGraph(const std::string &file) {
  QPDF pdf;
  pdf.processFile(file.c_str());
  QVERIFY(!pdf.anyWarnings());
  auto root = pdf.getRoot();
  auto intents = root.getKey("/OutputIntents");
  QVERIFY(intents.isArray() && intents.getArrayNItems() == 1);
  QVERIFY(intents.getArrayItem(0).getKey("/DestOutputProfile").isStream());
  auto associated = root.getKey("/AF");
  QVERIFY(associated.isArray() && associated.getArrayNItems() == 1);
  auto specification = associated.getArrayItem(0);
  QVERIFY(specification.getKey("/AFRelationship").isNameAndEquals("/Alternative"));
  QCOMPARE(specification.getKey("/UF").getUTF8Value(), std::string("factur-x.xml"));
  auto names = root.getKey("/Names").getKey("/EmbeddedFiles").getKey("/Names");
  QVERIFY(names.isArray() && names.getArrayNItems() == 2);
  QVERIFY(names.getArrayItem(1).getObjGen() == specification.getObjGen());
  auto data = specification.getKey("/EF").getKey("/F");
  QVERIFY(data.isStream() && data.getDict().getKey("/Subtype").isNameAndEquals("/text/xml"));
  const auto content = data.getStreamData();
  QVERIFY(QByteArray(reinterpret_cast<const char *>(content->getBuffer()),
                     static_cast<qsizetype>(content->getSize()))
              .contains("CrossIndustryInvoice>"));
}

QByteArray contentOf(const QString &path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// The data of the paper, kept as NAME.xml; empty where there are none.
QString TestElectronicInvoice::keep(const QString &name, const QByteArray &pdf) {
  QFile file(m_folder.filePath(name + u".pdf"_s));
  if (!file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size())
    return {};
  file.close();
  const auto xml = m_folder.filePath(name + u".xml"_s);
  run(u"pdfdetach"_s, {u"-save"_s, u"1"_s, u"-o"_s, xml, file.fileName()});
  const auto said = QString::fromUtf8(contentOf(xml));
  if (!said.isEmpty())
    m_kept += xml;
  return said;
}

void TestElectronicInvoice::theDataSayWhatThePaperSays_data() {
  QTest::addColumn<QString>("country");
  QTest::addColumn<QString>("vatId");
  QTest::addColumn<QString>("coupon");
  QTest::addColumn<QStringList>("says");
  QTest::newRow("standard rate") << u"AT"_s << QString() << QString()
                                 << QStringList{
                                        u"<ram:ID>urn:cen.eu:en16931:2017</ram:ID>"_s,
                                        u"<ram:ID>INV-2026-000001</ram:ID>"_s,
                                        u"<ram:TypeCode>380</ram:TypeCode>"_s,
                                        u"20260131"_s,
                                        u"<ram:Name>Professional, monthly</ram:Name>"_s,
                                        u"<ram:ChargeAmount>199</ram:ChargeAmount>"_s,
                                        u"<ram:CategoryCode>S</ram:CategoryCode>"_s,
                                        u"<ram:LineTotalAmount>199.00</ram:LineTotalAmount>"_s,
                                        u"<ram:ID schemeID=\"VA\">ATU33864707</ram:ID>"_s,
                                        u"<ram:CalculatedAmount>39.80</ram:CalculatedAmount>"_s,
                                        u"<ram:GrandTotalAmount>238.80</ram:GrandTotalAmount>"_s,
                                        u"<ram:DuePayableAmount>238.80</ram:DuePayableAmount>"_s};
  QTest::newRow("a discount, line by line")
      << u"AT"_s << QString() << u"third"_s
      << QStringList{u"<udt:Indicator>false</udt:Indicator>"_s,
                     u"<ram:ActualAmount>66.33</ram:ActualAmount>"_s,
                     u"<ram:LineTotalAmount>132.67</ram:LineTotalAmount>"_s,
                     u"<ram:TaxBasisTotalAmount>132.67</ram:TaxBasisTotalAmount>"_s};
  QTest::newRow("prices with tax in them")
      << u"FR"_s << QString() << QString()
      << QStringList{u"<ram:ChargeAmount>165.83</ram:ChargeAmount>"_s,
                     u"<ram:GrandTotalAmount>199.00</ram:GrandTotalAmount>"_s};
  QTest::newRow("the customer owes the tax")
      << u"DE"_s << u"DE136695976"_s << QString()
      << QStringList{u"<ram:CategoryCode>AE</ram:CategoryCode>"_s,
                     u"<ram:ID schemeID=\"VA\">DE136695976</ram:ID>"_s,
                     u"<ram:ExemptionReasonCode>VATEX-EU-AE</ram:ExemptionReasonCode>"_s};
  QTest::newRow("no tax")
      << u"US"_s << QString() << QString()
      << QStringList{u"<ram:CategoryCode>O</ram:CategoryCode>"_s,
                     u"<ram:ID>Example SaaS Inc.</ram:ID>"_s,
                     u"<ram:ExemptionReason>Not subject to VAT</ram:ExemptionReason>"_s};
}

void TestElectronicInvoice::theDataSayWhatThePaperSays() {
  QFETCH(QString, country);
  QFETCH(QString, vatId);
  QFETCH(QString, coupon);
  QFETCH(QStringList, says);
  Issuing house;
  const auto id = house.organization(country, u"UTC"_s, u"EUR"_s, vatId);
  house.subscribe(id, u"professional"_s, coupon);
  house.runAll();
  const auto said = keep(QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'-'),
                         house.paperOf(id, house.latest(id).id));
  qsizetype at = 0;
  for (const auto &one : says) {
    const auto found = said.indexOf(one, at);
    QVERIFY2(found >= at, qPrintable(one + u" is not next in\n"_s + said));
    at = found + 1;
  }

  // The same customer's usage beyond its limit, a change within the period, and what is sold once.
  house.clock.set(BillingHouse::start() + std::chrono::days(3));
  house.use(id, u"api_calls"_s, 1'234'567);
  billing::SubscriptionChanges changes(house.worker.session, house.worker.business);
  billing::ChangeRequest change;
  change.organization = id;
  change.planId = u"enterprise"_s;
  change.when = subscriptions::When::Now;
  expect(changes.act(change));
  QVERIFY(!keep(QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'-') + u"-change"_s,
                house.paperOf(id, house.latest(id).id))
               .isEmpty());
  house.clock.set(BillingHouse::start() + std::chrono::days(40));
  house.runAll();
  QVERIFY(!keep(QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'-') + u"-usage"_s,
                house.paperOf(id, house.latest(id).id))
               .isEmpty());
  const auto once = expect(billing::OneOffCharges(house.worker.session, house.worker.business)
                               .act({id,
                                     {},
                                     {{u"A & B <\u0001c>"_s, Rational(15, 2), Rational(12'000)},
                                      {u"Stamps"_s, Rational(3), *parseDecimal(u"33.5")}}}));
  QVERIFY(keep(QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'-') + u"-once"_s,
               house.paperOf(id, once.id))
              .contains(u"<ram:Name>A &amp; B &lt;c&gt;</ram:Name>"_s));
}

void TestElectronicInvoice::whatCannotBeSaidIsLeftOut_data() {
  QTest::addColumn<QString>("issuerVatId");
  QTest::addColumn<QString>("country");
  QTest::addColumn<bool>("isThere");
  QTest::newRow("tax without the issuer's VAT id") << QString() << u"AT"_s << false;
  QTest::newRow("no tax, and no VAT id either") << QString() << u"US"_s << true;
}

void TestElectronicInvoice::whatCannotBeSaidIsLeftOut() {
  QFETCH(QString, issuerVatId);
  QFETCH(QString, country);
  Issuing house(u"AT"_s, issuerVatId);
  const auto id = house.organization(country, u"UTC"_s, u"EUR"_s);
  house.subscribe(id);
  house.runAll();
  const auto pdf = house.paperOf(id, house.latest(id).id);
  QVERIFY(pdf.startsWith("%PDF"));
  const auto said =
      keep(QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'-').remove(u'\''), pdf);
  QTEST(!said.isEmpty(), "isThere");
}

/// A VAT id, and then an upgrade: what is taken back was taxed, what is charged is not (BR-CO-17).
void TestElectronicInvoice::whatIsTaxedOtherwiseStandsByItself() {
  Issuing house;
  const auto id = house.organization(u"DE"_s, u"UTC"_s, u"EUR"_s);
  house.subscribe(id);
  house.runAll();
  organizations::OrganizationService profiles(house.worker.session);
  expect(profiles.amend(id, {{u"vatId"_s, u"DE136695976"_s}}, expect(profiles.find(id)).revision));
  house.clock.set(BillingHouse::start() + std::chrono::days(3));
  billing::ChangeRequest change;
  change.organization = id;
  change.planId = u"enterprise"_s;
  expect(billing::SubscriptionChanges(house.worker.session, house.worker.business).act(change));
  const auto said = keep(u"tax-that-changed"_s, house.paperOf(id, house.latest(id).id));
  qsizetype at = 0;
  for (const auto &one : {u"<ram:CategoryCode>S</ram:CategoryCode>"_s,
                          u"<ram:LineTotalAmount>-177.68</ram:LineTotalAmount>"_s,
                          u"<ram:CategoryCode>AE</ram:CategoryCode>"_s,
                          u"<ram:LineTotalAmount>891.96</ram:LineTotalAmount>"_s,
                          u"<ram:CalculatedAmount>-33.76</ram:CalculatedAmount>"_s,
                          u"<ram:BasisAmount>-177.68</ram:BasisAmount>"_s,
                          u"<ram:CalculatedAmount>0.00</ram:CalculatedAmount>"_s,
                          u"<ram:BasisAmount>891.96</ram:BasisAmount>"_s}) {
    const auto found = said.indexOf(one, at);
    QVERIFY2(found >= at, qPrintable(one + u" is not next in\n"_s + said));
    at = found + 1;
  }
}

void TestElectronicInvoice::aCreditNoteSaysWhatItCorrects() {
  Issuing house;
  auto &worker = house.worker;
  const auto id = house.organization(u"AT"_s, u"UTC"_s, u"EUR"_s);
  house.subscribe(id, u"professional"_s, u"third"_s);
  house.runAll();
  const auto note = expect(payments::Credits(worker.session, worker.business)
                               .act({id, house.latest(id).id, 5'000, u"A bad week"_s}));
  const auto said =
      keep(u"credit-note"_s,
           expect(billing::creditNotePdf(worker.session, worker.business, id, note.id)));
  for (const auto &one : {u"<ram:TypeCode>381</ram:TypeCode>"_s,
                          u"<ram:GrandTotalAmount>50.00</ram:GrandTotalAmount>"_s,
                          u"<ram:IssuerAssignedID>INV-2026-000001</ram:IssuerAssignedID>"_s})
    QVERIFY2(said.contains(one), qPrintable(one + u" is not in\n"_s + said));
}

void TestElectronicInvoice::thePaperIsAnArchive_data() {
  QTest::addColumn<QString>("paper");
  QTest::newRow("an invoice") << u"standard-rate.pdf"_s;
  QTest::newRow("a credit note") << u"credit-note.pdf"_s;
}

void TestElectronicInvoice::thePaperIsAnArchive() {
  QFETCH(QString, paper);
  const auto file = m_folder.filePath(paper);
  const auto checked = run(u"pdfinfo"_s, {u"-meta"_s, file});
  for (const auto &one :
       {u"<pdfaid:part>3</pdfaid:part>"_s, u"<fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>"_s,
        u"<fx:DocumentFileName>factur-x.xml</fx:DocumentFileName>"_s})
    QVERIFY2(checked.contains(one), qPrintable(one + u" is not in\n"_s + checked));
  const auto pdf = contentOf(file);
  QVERIFY(pdf.startsWith("%PDF-1.7"));
  QVERIFY(pdf.contains("/AFRelationship /Alternative"));
  QVERIFY(pdf.contains("/AF ["));
  QCOMPARE(pdf.count("endstream"), pdf.count("\nendstream")); // ISO 19005-3, 6.1.7.1
  QCOMPARE(ArchiveRules::faults(pdf), QStringList());
  checkGraph(file.toStdString());
  if (QTest::currentTestFailed())
    return;
  const auto fonts = run(u"pdffonts"_s, {file}).split(u'\n', Qt::SkipEmptyParts);
  QVERIFY(fonts.size() > 2);
  for (const auto &font : fonts.mid(2))
    QVERIFY2(font.contains(u" yes "_s), qPrintable(font)); // embedded
}

void TestElectronicInvoice::whatIsNoArchiveIsSeen_data() {
  using Spoil = std::function<void(QPDF &)>;
  QTest::addColumn<Spoil>("spoil");
  QTest::addColumn<QString>("clause");
  const auto row = [](const char *name, const char *clause, Spoil spoil) {
    QTest::newRow(name) << std::move(spoil) << QString::fromLatin1(clause);
  };
  const auto parsed = [](const char *text) { return QPDFObjectHandle::parse(text); };
  /// The first object that has such a key, and what it is set to there; null takes it out.
  const auto put = [](const char *key, const char *other, const char *value) -> Spoil {
    return [=](QPDF &pdf) {
      for (auto object : pdf.getAllObjects()) {
        auto dictionary = object.isStream() ? object.getDict() : object;
        if (dictionary.isDictionary() && dictionary.hasKey(key))
          return dictionary.replaceKey(other, QPDFObjectHandle::parse(value));
      }
      throw std::runtime_error(key);
    };
  };
  row("nothing of it is spoilt", "", [](QPDF &) {});
  row("no output", "6.2.3", [](QPDF &pdf) { pdf.getRoot().removeKey("/OutputIntents"); });
  row("another conformance", "6.6.4", [](QPDF &pdf) {
    auto metadata = pdf.getRoot().getKey("/Metadata");
    const auto data = metadata.getStreamData();
    QByteArray xmp(reinterpret_cast<const char *>(data->getBuffer()),
                   static_cast<qsizetype>(data->getSize()));
    xmp.replace("<pdfaid:conformance>B", "<pdfaid:conformance>X");
    metadata.replaceStreamData(xmp.toStdString(), QPDFObjectHandle::newNull(),
                               QPDFObjectHandle::newNull());
  });
  row("a script", "6.5", [=](QPDF &pdf) {
    pdf.getRoot().replaceKey("/OpenAction", parsed("<</S /JavaScript /JS (app.alert(1))>>"));
  });
  row("a form", "6.4", [=](QPDF &pdf) { pdf.getRoot().replaceKey("/AcroForm", parsed("<<>>")); });
  row("a font that is elsewhere", "6.2.11.4.1", put("/FontFile2", "/FontFile2", "null"));
  row("letters that are not found", "6.2.11.3.2", put("/CIDToGIDMap", "/CIDToGIDMap", "/Other"));
  row("a blend mode", "6.2.5", put("/CA", "/BM", "/Multiply"));
  row("a colour of four", "6.2.4.3", put("/MediaBox", "/ColorSpace", "/DeviceCMYK"));
  row("something upon a page", "6.3", put("/MediaBox", "/Annots", "[<</Subtype /Text>>]"));
}

/// The rules that hold for papers see what is wrong.
void TestElectronicInvoice::whatIsNoArchiveIsSeen() {
  QFETCH(std::function<void(QPDF &)>, spoil);
  QFETCH(QString, clause);
  QPDF pdf;
  pdf.processFile(m_folder.filePath(u"standard-rate.pdf"_s).toStdString().c_str());
  spoil(pdf);
  QPDFWriter writer(pdf);
  writer.setOutputMemory();
  writer.setObjectStreamMode(qpdf_o_disable);
  writer.write();
  const auto buffer = writer.getBufferSharedPointer();
  const auto faults = ArchiveRules::faults({reinterpret_cast<const char *>(buffer->getBuffer()),
                                            static_cast<qsizetype>(buffer->getSize())});
  QVERIFY2(
      clause.isEmpty()
          ? faults.isEmpty()
          : std::ranges::any_of(faults,
                                [&](const QString &fault) {
                                  return fault.section(u':', 0, 0).split(u", "_s).contains(clause);
                                }),
      qPrintable(faults.join(u'\n')));
}

void TestElectronicInvoice::thePublishedRulesHold() {
  const QString rules = qEnvironmentVariable("TENANTRY_CONFORMANCE", u"build/conformance"_s);
  if (!QFile::exists(rules + u"/requirements.txt"_s))
    QSKIP("The published rules are not here: scripts/conformance fetches them");
  QVERIFY(m_kept.size() > 20);
  const auto faults =
      run(u"python3"_s, QStringList{u"tests/conformance/validate_invoice.py"_s, rules} + m_kept);
  QVERIFY2(faults.isEmpty(), qPrintable(faults));
}

GUI_TEST_MAIN(TestElectronicInvoice)
#include "tst_electronic_invoice.moc"
