// SPDX-License-Identifier: GPL-3.0-or-later
// With TENANTRY_SAMPLES=<folder> the files are kept there to be looked at.
#include "services/documents/invoice_pdf.h"
#include "tests/services/documents/day.h"
#include "tests/support/gui_main.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::documents;
using tenantry::tests::day;

namespace {

Money euros(qint64 minor) { return {minor, *Currency::parse(u"EUR")}; }

InvoiceDocument germanInvoice() {
  InvoiceDocument document;
  document.number = u"INV-2026-000042"_s;
  document.issuer = {u"Tenantry Cloud GmbH"_s,
                     {u"Torstraße 140"_s, u"10119 Berlin"_s},
                     u"DE136695976"_s,
                     u"billing@tenantry.example"_s};
  document.customer = {u"Łódź Robotik & Söhne GmbH"_s,
                       {u"Buchhaltung"_s, u"Hafenstraße 7"_s, u"20457 Hamburg"_s, u"Deutschland"_s},
                       u"DE111111117"_s,
                       {}};
  document.language = u"de"_s;
  document.country = u"DE"_s;
  document.issued = day(2026, 11, 1);
  document.due = day(2026, 12, 1);
  document.service = DayRange{day(2026, 11, 1), day(2026, 12, 1)};
  document.lines = {
      {u"Professional, monatlich"_s, document.service, u"1"_s, u"199,00"_s, euros(19900)},
      {u"Weitere Plätze"_s, document.service, u"12"_s, u"15,00"_s, euros(18000)},
      {u"API-Aufrufe über 100.000"_s, DayRange{day(2026, 10, 1), day(2026, 11, 1)}, u"1.234.567"_s,
       u"0,0008"_s, euros(98765)},
      {u"Gutschrift für den Wechsel von Starter"_s,
       DayRange{day(2026, 10, 20), day(2026, 11, 1)},
       u"1"_s,
       {},
       euros(-1896)}};
  document.subtotal = euros(134769);
  document.discounts = {{u"Gutschein WILLKOMMEN, 10 %"_s, euros(-13477)}};
  document.taxes = {{u"Umsatzsteuer 19 %"_s, euros(23045)}};
  document.total = euros(144337);
  document.balanceApplied = euros(5000);
  document.amountDue = euros(139337);
  document.notes = {
      u"Bitte überweisen Sie den Betrag unter Angabe der Rechnungsnummer auf das Konto "
      "DE89\u00a03704\u00a00044\u00a00532\u00a00130\u00a000."_s,
      u"Vielen Dank für Ihr Vertrauen."_s};
  return document;
}

InvoiceDocument americanInvoice() {
  const Currency dollar = *Currency::parse(u"USD");
  InvoiceDocument document = germanInvoice();
  document.number = u"INV-2026-000043"_s;
  document.customer = {
      u"Harbor & Vine, Inc."_s, {u"500 Howard St"_s, u"San Francisco, CA 94105"_s}, {}, {}};
  document.language = u"en"_s;
  document.country = u"US"_s;
  document.lines = {{u"Enterprise, yearly"_s, DayRange{day(2026, 11, 1), day(2027, 11, 1)}, u"1"_s,
                     u"9,990.00"_s, Money(999000, dollar)}};
  document.subtotal = document.total = document.amountPaid = Money(999000, dollar);
  document.balanceApplied = document.amountDue = Money(0, dollar);
  document.discounts = {};
  document.taxes = {{u"VAT 0% (reverse charge)"_s, Money(0, dollar)}};
  document.state = PaymentState::Paid;
  document.paidOn = day(2026, 11, 2);
  document.notes = {u"Reverse charge: the recipient of the service is liable for the tax."_s};
  return document;
}

QByteArray run(const QString &program, const QStringList &arguments) {
  QProcess process;
  process.start(program, arguments);
  process.waitForFinished();
  return process.readAllStandardOutput();
}

} // namespace

class TstInvoicePdf : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase();
  void textCanBeReadAndSelected_data();
  void textCanBeReadAndSelected();
  void paperIsThatOfTheCountry();
  void fontsAreEmbedded();
  void pagesRepeatTheTableHeadAndAreNumbered();
  void nothingIsLostWhateverTheNumberOfLines();
  void emptyDocumentIsADraft();
  void veryLongTextsStayOnThePages();
  void creditNoteNamesItsInvoice();
  void statesAreShown_data();
  void statesAreShown();

private:
  QString write(const QString &name, const InvoiceDocument &document);
  QString textOf(const QString &path) {
    return QString::fromUtf8(run(u"pdftotext"_s, {u"-layout"_s, path, u"-"_s}));
  }
  int pagesOf(const QString &path);
  QTemporaryDir m_folder;
};

void TstInvoicePdf::initTestCase() {
  QVERIFY2(!QStandardPaths::findExecutable(u"pdftotext"_s).isEmpty(), "poppler-utils is needed");
}

QString TstInvoicePdf::write(const QString &name, const InvoiceDocument &document) {
  const auto pdf = renderInvoicePdf(document);
  if (!pdf || !pdf->startsWith("%PDF-"))
    return {};
  QFile file(qEnvironmentVariable("TENANTRY_SAMPLES", m_folder.path()) + u'/' + name + u".pdf"_s);
  if (!file.open(QIODevice::WriteOnly) || file.write(*pdf) != pdf->size())
    return {};
  return file.fileName();
}

int TstInvoicePdf::pagesOf(const QString &path) {
  const QRegularExpression pages(u"Pages:\\s+(\\d+)"_s);
  return pages.match(QString::fromUtf8(run(u"pdfinfo"_s, {path}))).captured(1).toInt();
}

void TstInvoicePdf::textCanBeReadAndSelected_data() {
  QTest::addColumn<bool>("isGerman");
  QTest::addColumn<QStringList>("texts");
  QTest::newRow("BILL-8 German") << true
                                 << QStringList{u"Rechnung INV-2026-000042"_s,
                                                u"Łódź Robotik & Söhne GmbH"_s,
                                                u"20457 Hamburg"_s,
                                                u"1. November 2026"_s,
                                                u"01.11.2026 – 30.11.2026"_s,
                                                u"Weitere Plätze"_s,
                                                u"1.234.567"_s,
                                                u"987,65"_s,
                                                u"\u221218,96"_s,
                                                u"\u2212134,77 €"_s,
                                                u"Umsatzsteuer 19 %"_s,
                                                u"230,45 €"_s,
                                                u"1.443,37 €"_s,
                                                u"\u221250,00 €"_s,
                                                u"Offener Betrag"_s,
                                                u"1.393,37 €, fällig am 1. Dezember 2026"_s,
                                                u"DE111111117"_s,
                                                u"DE136695976"_s,
                                                u"DE89 3704 0044 0532 0130 00."_s,
                                                u"Seite 1 von 1"_s};
  QTest::newRow("BILL-8 BILL-7 American")
      << false
      << QStringList{u"Invoice INV-2026-000043"_s,
                     u"Harbor & Vine, Inc."_s,
                     u"November 1, 2026"_s,
                     u"Nov 1, 2026 – Oct 31, 2027"_s,
                     u"9,990.00"_s,
                     u"$9,990.00 paid on November 2, 2026"_s,
                     u"Amount due"_s,
                     u"$0.00"_s,
                     u"Reverse charge: the recipient of the service is liable"_s,
                     u"Page 1 of 1"_s};
}

void TstInvoicePdf::textCanBeReadAndSelected() {
  QFETCH(bool, isGerman);
  QFETCH(QStringList, texts);
  const QString path =
      write(isGerman ? u"german"_s : u"american"_s, isGerman ? germanInvoice() : americanInvoice());
  const QString text = textOf(path).replace(u'\u00a0', u' ');
  for (const QString &expected : texts)
    QVERIFY2(text.contains(expected), qPrintable(expected + u"\nis not in\n"_s + text));
  QCOMPARE(pagesOf(path), 1);
}

void TstInvoicePdf::paperIsThatOfTheCountry() {
  const QByteArray german = run(u"pdfinfo"_s, {write(u"german"_s, germanInvoice())});
  const QByteArray american = run(u"pdfinfo"_s, {write(u"american"_s, americanInvoice())});
  QVERIFY2(german.contains("(A4)"), german.constData());
  QVERIFY2(american.contains("612 x 792 pts (letter)"), american.constData());
  QVERIFY2(german.contains("Rechnung INV-2026-000042"), german.constData());
}

void TstInvoicePdf::fontsAreEmbedded() {
  const QString fonts =
      QString::fromUtf8(run(u"pdffonts"_s, {write(u"german"_s, germanInvoice())}));
  const QStringList lines = fonts.trimmed().split(u'\n').mid(2);
  QVERIFY2(!lines.isEmpty(), qPrintable(fonts));
  for (const QString &line : lines) // … emb sub uni object id
    QVERIFY2(line.contains(QRegularExpression(u"\\byes\\s+(yes|no)\\s+yes\\b"_s)),
             qPrintable(fonts));
}

void TstInvoicePdf::pagesRepeatTheTableHeadAndAreNumbered() {
  InvoiceDocument document = germanInvoice();
  const DocumentLine line = document.lines.front();
  document.lines.assign(60, line);
  for (std::size_t i = 0; i < document.lines.size(); ++i) {
    document.lines[i].description = u"Position %1;"_s.arg(i + 1);
    document.lines[i].period = {};
  }
  const QString path = write(u"sixty-lines"_s, document);
  QCOMPARE(pagesOf(path), 3);
  const QStringList pages = textOf(path).split(u'\f');
  for (int page = 0; page < 3; ++page) {
    QVERIFY2(pages[page].contains(u"Seite %1 von 3"_s.arg(page + 1)), qPrintable(pages[page]));
    QCOMPARE(pages[page].contains(u"Einzelpreis"_s), pages[page].contains(u"Position "_s));
  }
  QVERIFY(pages[0].contains(u"Position 1;"_s));
  QVERIFY(pages[2].contains(u"Offener Betrag"_s));
}

void TstInvoicePdf::nothingIsLostWhateverTheNumberOfLines() {
  InvoiceDocument document = germanInvoice();
  document.lines.clear();
  for (int count = 1; count <= 40; ++count) {
    document.lines.push_back(
        {u"Position %1;"_s.arg(count), document.service, u"1"_s, u"1,00"_s, euros(100)});
    const QString text = textOf(write(u"growing"_s, document));
    for (int i = 1; i <= count; ++i)
      QVERIFY2(text.contains(u"Position %1;"_s.arg(i)),
               qPrintable(u"%1 of %2"_s.arg(i).arg(count)));
    QVERIFY(text.contains(u"Vielen Dank"_s));
  }
}

void TstInvoicePdf::emptyDocumentIsADraft() {
  const QString path = write(u"empty"_s, {});
  QCOMPARE(pagesOf(path), 1);
  QVERIFY(textOf(path).contains(u"Invoice (Draft)"_s));
}

void TstInvoicePdf::veryLongTextsStayOnThePages() {
  const QString word(3000, u'w');
  const QString text = u"Lorem ipsum dolor sit amet "_s.repeated(800) + u"END"_s;
  InvoiceDocument document = germanInvoice();
  document.number = u"INV-"_s + QString(200, u'9');
  document.issuer.name = document.customer.name = word;
  document.issuer.address = document.customer.address = QStringList(30, word);
  document.customer.vatId = QString(300, u'8');
  document.lines = {{text, document.service, QString(100, u'7'), QString(100, u'6'),
                     euros(std::numeric_limits<qint64>::min())}};
  document.taxes = {{word, euros(1)}};
  document.notes = {text};
  const QString path = write(u"long"_s, document);
  QVERIFY(pagesOf(path) >= 3);
  QCOMPARE(textOf(path).count(u"END"_s), 2);
  // every word lies within the page and above the foot
  const QRegularExpression box(
      u"<word xMin=\"([-\\d.]+)\" yMin=\"([-\\d.]+)\" xMax=\"([-\\d.]+)\" yMax=\"([-\\d.]+)\""_s);
  auto words = box.globalMatch(QString::fromUtf8(run(u"pdftotext"_s, {u"-bbox"_s, path, u"-"_s})));
  QVERIFY(words.hasNext());
  while (words.hasNext()) {
    const auto match = words.next();
    QVERIFY2(match.captured(1).toDouble() >= 50 && match.captured(2).toDouble() >= 30 &&
                 match.captured(3).toDouble() <= 595 - 50 &&
                 match.captured(4).toDouble() <= 842 - 25,
             qPrintable(match.captured(0)));
  }
}

void TstInvoicePdf::creditNoteNamesItsInvoice() {
  InvoiceDocument document = germanInvoice();
  document.kind = DocumentKind::CreditNote;
  document.number = u"CN-2026-000007"_s;
  document.correctsNumber = u"INV-2026-000042"_s;
  document.due = {};
  const QString text = textOf(write(u"credit-note"_s, document));
  QVERIFY(text.contains(u"Rechnungskorrektur CN-2026-000007"_s));
  QVERIFY(text.contains(u"INV-2026-000042"_s));
  QVERIFY(text.contains(u"Gutgeschriebener Betrag"_s));
  QVERIFY(!text.contains(u"Offen"_s));
}

void TstInvoicePdf::statesAreShown_data() {
  QTest::addColumn<int>("state");
  QTest::addColumn<QString>("word");
  QTest::newRow("draft") << int(PaymentState::Draft) << u"Draft"_s;
  QTest::newRow("open") << int(PaymentState::Open) << u"Open"_s;
  QTest::newRow("overdue") << int(PaymentState::Overdue) << u"Overdue"_s;
  QTest::newRow("paid") << int(PaymentState::Paid) << u"Paid"_s;
  QTest::newRow("void") << int(PaymentState::Void) << u"Void"_s;
  QTest::newRow("uncollectible") << int(PaymentState::Uncollectible) << u"Written off"_s;
}

void TstInvoicePdf::statesAreShown() {
  QFETCH(int, state);
  QFETCH(QString, word);
  InvoiceDocument document = americanInvoice();
  document.amountPaid = Money(0, document.total.currency());
  document.state = PaymentState(state);
  const QString text = textOf(write(u"state"_s, document));
  QVERIFY2(text.contains(word), qPrintable(text));
}

GUI_TEST_MAIN(TstInvoicePdf)
#include "tst_invoice_pdf.moc"
