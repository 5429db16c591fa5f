// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/importing/stripe_rows.h"

#include "services/importing/stripe_formats.h"
#include "tests/services/importing/rows.h"
#include <QFile>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::tests;
using namespace tenantry::importing;

namespace {

template <typename Row>
Rows<Row> readRows(const ImportFormat &format,
                   Result<Row> (*parse)(const MappedRow &, const RowChecks &)) {
  Rows<Row> rows;
  QFile file(u"tests/data/import/%1.csv"_s.arg(format.key));
  if (!file.open(QIODevice::ReadOnly))
    qFatal("no %s", qPrintable(file.fileName()));
  auto reader = CsvReader::open(file, file.fileName());
  const auto mapping = mapColumns(format, reader->header().names());
  QSet<QString> seen;
  const RowChecks checks{
      [&](const QString &id) { return seen.contains(id); },
      [](const QString &id) { return id == u"cus_a" || id == u"cus_b"; },
      [](const QString &plan) { return plan == u"starter" || plan == u"professional"; }};
  for (auto record = reader->next(); !record || *record; record = reader->next()) {
    Result<Row> row = record ? parse(MappedRow(**record, *mapping, reader->file()), checks)
                             : Result<Row>(tl::unexpected(record.error()));
    if (row) {
      seen.insert(row->externalId);
      rows.good += *row;
    } else {
      rows.bad += u"%1 %2 %3"_s.arg(row.error().place.line)
                      .arg(row.error().code, row.error().place.field)
                      .trimmed();
    }
  }
  return rows;
}

Instant at(QStringView iso) { return *parseInstant(iso); }
Currency currency(QStringView code) { return *Currency::parse(code); }

} // namespace

class TstStripeRows : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void customersKeepTheirValuesAndErrorsTheirLines();
  void subscriptionsKeepTheirValuesAndErrorsTheirLines();
  void invoicesKeepTheirValuesAndErrorsTheirLines();
  void errorsNameFileAndColumn();
  void understandsTheDatesOfExports_data();
  void understandsTheDatesOfExports();
  void tellsAddressesFromOtherText_data();
  void tellsAddressesFromOtherText();
  void mapsTheWordsOfStatus_data();
  void mapsTheWordsOfStatus();
};

void TstStripeRows::customersKeepTheirValuesAndErrorsTheirLines() {
  const auto rows = readRows(customersFormat(), &parseCustomerRow);
  QCOMPARE(rows.bad,
           (QStringList{u"5 id_missing id"_s, u"6 duplicate_id id"_s, u"7 email_invalid Email"_s,
                        u"8 created_invalid Created (UTC)"_s, u"9 currency_unknown Currency"_s,
                        u"10 country_unknown Address Country (metadata)"_s, u"11 csv.cells"_s}));
  QCOMPARE(rows.good.size(), 3);
  QCOMPARE(rows.good[0].description, u"says \"hi\", twice"_s);
  QCOMPARE(rows.good[0].email, u"billing@northwind.example"_s);
  QCOMPARE(rows.good[0].country, u"DE"_s);
  QVERIFY(rows.good[0].currency == currency(u"EUR"));
  QVERIFY(rows.good[0].created == at(u"2024-02-11T06:48:00Z"));
  QVERIFY(rows.good[0].isDelinquent);
  QCOMPARE(rows.good[1].line, 3);
  QCOMPARE(rows.good[1].name, u"Łódź Care & Co."_s);
  QCOMPARE(rows.good[1].description, u"line one\nline two"_s);
  QCOMPARE(rows.good[1].country, u"US"_s);
  QCOMPARE(rows.good[1].notes, u"likes tea"_s);
  QVERIFY(!rows.good[1].isDelinquent);
  QCOMPARE(rows.good[2].line, 12);
  QCOMPARE(rows.good[2].email, QString());
  QVERIFY(!rows.good[2].currency);
  QVERIFY(rows.good[2].created == at(u"2024-02-29T21:59:59Z"));
}

void TstStripeRows::subscriptionsKeepTheirValuesAndErrorsTheirLines() {
  const auto rows = readRows(subscriptionsFormat(), &parseSubscriptionRow);
  QCOMPARE(rows.bad,
           (QStringList{u"4 amount_invalid Amount"_s, u"5 plan_unknown Plan"_s,
                        u"6 customer_unknown Customer ID"_s, u"7 status_unknown Status"_s,
                        u"8 interval_unknown Interval"_s, u"9 quantity_invalid Quantity"_s,
                        u"10 currency_unknown Currency"_s, u"11 amount_invalid Amount"_s,
                        u"12 created_invalid Created (UTC)"_s, u"13 date_invalid Trial End (UTC)"_s,
                        u"14 period_invalid Current Period End (UTC)"_s, u"15 duplicate_id id"_s}));
  QCOMPARE(rows.good.size(), 2);
  QVERIFY(rows.good[0].amount == Money(19900, currency(u"EUR")));
  QCOMPARE(rows.good[0].quantity, 3);
  QVERIFY(rows.good[0].interval == Interval::Month);
  QVERIFY(rows.good[0].periodTo == at(u"2026-12-14T00:00:00Z"));
  QVERIFY(rows.good[1].amount == Money(199000, currency(u"USD")));
  QCOMPARE(rows.good[1].quantity, 1);
  QVERIFY(rows.good[1].interval == Interval::Year);
  QVERIFY(rows.good[1].status == ImportedSubscriptionStatus::Cancelled);
  QVERIFY(rows.good[1].cancelled == at(u"2026-10-01T00:00:00Z"));
  QVERIFY(!rows.good[1].started);
}

void TstStripeRows::invoicesKeepTheirValuesAndErrorsTheirLines() {
  const auto rows = readRows(invoicesFormat(), &parseInvoiceRow);
  QCOMPARE(rows.bad,
           (QStringList{u"4 total_mismatch Total"_s, u"5 customer_unknown Customer"_s,
                        u"6 status_unknown Status"_s, u"7 amount_invalid Subtotal"_s,
                        u"8 date_invalid Date (UTC)"_s, u"9 number_missing Number"_s,
                        u"11 currency_unknown Currency"_s, u"12 amount_invalid Total"_s}));
  QCOMPARE(rows.good.size(), 3);
  QVERIFY(rows.good[0].tax == Money(3781, currency(u"EUR")));
  QVERIFY(rows.good[0].total == Money(23681, currency(u"EUR")));
  QVERIFY(rows.good[0].due == at(u"2026-09-02T00:00:00Z"));
  QCOMPARE(rows.good[0].subscriptionId, u"sub_a"_s);
  QVERIFY(rows.good[1].discount == Money(100, currency(u"JPY")));
  QVERIFY(rows.good[1].total == Money(900, currency(u"JPY")));
  QVERIFY(!rows.good[1].paid);
  QVERIFY(rows.good[2].status == ImportedInvoiceStatus::Draft);
  QVERIFY(rows.good[2].subtotal == Money(1000, currency(u"USD")));
  QVERIFY(rows.good[2].amountDue == Money(1000, currency(u"USD")));
}

void TstStripeRows::errorsNameFileAndColumn() {
  const auto mapping = mapColumns(customersFormat(), {u"Customer ID"_s});
  const CsvRecord record{
      7, {u" "_s}, std::make_shared<const CsvHeader>(QStringList{u"Customer ID"_s})};
  const QString file = u"customers.csv"_s;
  const auto row = parseCustomerRow(MappedRow(record, *mapping, file), {});
  QVERIFY(!row);
  QVERIFY((row.error().place == Place{file, 7, 0, u"Customer ID"_s}));
}

void TstStripeRows::understandsTheDatesOfExports_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<QString>("iso"); // empty: refused
  QTest::newRow("seconds") << u"2024-02-11 06:48:00"_s << u"2024-02-11T06:48:00Z"_s;
  QTest::newRow("no seconds") << u"2024-02-12 07:02"_s << u"2024-02-12T07:02:00Z"_s;
  QTest::newRow("day") << u"2024-02-12"_s << u"2024-02-12T00:00:00Z"_s;
  QTest::newRow("ISO") << u"2024-02-12T07:02:03Z"_s << u"2024-02-12T07:02:03Z"_s;
  QTest::newRow("offset") << u"2024-02-12T07:02:03+05:30"_s << u"2024-02-12T01:32:03Z"_s;
  QTest::newRow("UTC") << u"2024-02-12 07:02 UTC"_s << u"2024-02-12T07:02:00Z"_s;
  QTest::newRow("fraction") << u"2024-02-12 07:02:03.5"_s << u"2024-02-12T07:02:03.5Z"_s;
  QTest::newRow("leap day") << u"2024-02-29"_s << u"2024-02-29T00:00:00Z"_s;
  QTest::newRow("no leap day") << u"2026-02-29"_s << QString();
  QTest::newRow("30 February") << u"2026-02-30 10:00"_s << QString();
  QTest::newRow("hour 24") << u"2026-02-03 25:00"_s << QString();
  QTest::newRow("American") << u"02/03/2026"_s << QString();
  QTest::newRow("words") << u"yesterday"_s << QString();
  QTest::newRow("text after it") << u"2026-02-03 10:00 or so"_s << QString();
}

void TstStripeRows::understandsTheDatesOfExports() {
  QFETCH(QString, text);
  QFETCH(QString, iso);
  const auto instant = parseExportInstant(text);
  QCOMPARE(instant.has_value(), !iso.isEmpty());
  if (instant)
    QVERIFY2(*instant == at(iso), qPrintable(toIso(*instant)));
}

void TstStripeRows::tellsAddressesFromOtherText_data() {
  QTest::addColumn<QString>("address");
  QTest::addColumn<bool>("isValid");
  QTest::newRow("plain") << u"a@b.example"_s << true;
  QTest::newRow("tag") << u"a.b+c@mail.b.example"_s << true;
  QTest::newRow("international") << u"jörg@łódź.example"_s << true;
  QTest::newRow("none") << QString() << true;
  QTest::newRow("word") << u"not-a-mail"_s << false;
  QTest::newRow("no domain") << u"a@"_s << false;
  QTest::newRow("no dot") << u"a@b"_s << false;
  QTest::newRow("two dots") << u"a@b..example"_s << false;
  QTest::newRow("two signs") << u"a@b@c.example"_s << false;
  QTest::newRow("space") << u"a b@c.example"_s << false;
  QTest::newRow("two addresses") << u"a@b.example,c@d.example"_s << false;
  QTest::newRow("too long") << QString(64, u'a') + u'@' + QString(190, u'b') + u".example"_s
                            << false;
}

void TstStripeRows::tellsAddressesFromOtherText() {
  QFETCH(QString, address);
  const QStringList columns{u"id"_s, u"Email"_s};
  const auto mapping = mapColumns(customersFormat(), columns);
  const CsvRecord record{2, {u"cus_1"_s, address}, std::make_shared<const CsvHeader>(columns)};
  const QString file;
  QTEST(parseCustomerRow(MappedRow(record, *mapping, file), {}).has_value(), "isValid");
}

void TstStripeRows::mapsTheWordsOfStatus_data() {
  using enum ImportedSubscriptionStatus;
  QTest::addColumn<QString>("word");
  QTest::addColumn<int>("status"); // -1: refused
  QTest::newRow("trialing") << u"trialing"_s << int(Trialing);
  QTest::newRow("active") << u"Active"_s << int(Active);
  QTest::newRow("past due") << u"past_due"_s << int(PastDue);
  QTest::newRow("unpaid") << u"unpaid"_s << int(Suspended);
  QTest::newRow("paused") << u"paused"_s << int(Paused);
  QTest::newRow("American") << u"canceled"_s << int(Cancelled);
  QTest::newRow("British") << u"cancelled"_s << int(Cancelled);
  QTest::newRow("expired") << u"incomplete_expired"_s << int(Expired);
  QTest::newRow("never begun") << u"incomplete"_s << -1;
  QTest::newRow("empty") << QString() << -1;
}

void TstStripeRows::mapsTheWordsOfStatus() {
  QFETCH(QString, word);
  const QStringList columns{u"id"_s,       u"Customer ID"_s, u"Plan"_s,  u"Status"_s,
                            u"Interval"_s, u"Currency"_s,    u"Amount"_s};
  const auto mapping = mapColumns(subscriptionsFormat(), columns);
  const CsvRecord record{
      2,
      {u"sub_1"_s, u"cus_1"_s, u"starter"_s, word, u"month"_s, u"EUR"_s, u"1.00"_s},
      std::make_shared<const CsvHeader>(columns)};
  const QString file;
  const auto row = parseSubscriptionRow(MappedRow(record, *mapping, file), {});
  QTEST(row ? static_cast<int>(row->status) : -1, "status");
}

QTEST_GUILESS_MAIN(TstStripeRows)
#include "tst_stripe_rows.moc"
