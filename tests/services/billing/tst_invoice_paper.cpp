// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/invoice_paper.h"
#include "tests/services/billing/billing_house.h"

#include <QProcess>
#include <QTemporaryDir>

using namespace tenantry;
using namespace tenantry::tests;

/// What stands on the paper of a real invoice, read back by poppler.
class TestInvoicePaper : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void theAddressIsThatOfTheCountrysPost_data();
  void theAddressIsThatOfTheCountrysPost();
};

namespace {

QString textOf(const QByteArray &pdf) {
  QProcess reader;
  reader.start(u"pdftotext"_s, {u"-layout"_s, u"-"_s, u"-"_s});
  reader.write(pdf);
  reader.closeWriteChannel();
  reader.waitForFinished();
  return QString::fromUtf8(reader.readAllStandardOutput());
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

QTEST_MAIN(TestInvoicePaper)
#include "tst_invoice_paper.moc"
