// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/billing_run.h"
#include "services/billing/finding.h"
#include "tests/services/importing/import_house.h"
#include "tests/services/importing/rows.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::importing;
using namespace tenantry::tests;

namespace {

const QString book = u"tests/data/import/book"_s;
const QString shared = u"../shared/data/import"_s;

const QByteArray everything = "select 'organizations ' || count(*) from organization union all "
                              "select 'subscriptions ' || count(*) from subscription union all "
                              "select 'invoices ' || count(*) from invoice union all "
                              "select 'events ' || count(*) from event union all "
                              "select 'usage ' || count(*) from usage_event union all "
                              "select 'payments ' || count(*) from payment union all "
                              "select 'movements ' || count(*) from mrr_movement union all "
                              "select 'references ' || count(*) from external_reference";

const QStringList nothing{u"organizations 0"_s, u"subscriptions 0"_s, u"invoices 0"_s,
                          u"events 0"_s,        u"usage 0"_s,         u"payments 0"_s,
                          u"movements 0"_s,     u"references 0"_s};

} // namespace

class TstImportService : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void orgSixEachBadRowIsReportedAndTheOthersLand();
  void whatLandsIsWhatTheFilesSay();
  void whatRunsNowIsNotBilledAgain();
  void usageOfThePeriodThatRunsIsBilledAtItsEnd();
  void aSecondImportChangesNothing();
  void allOrNothingLandsNothing();
  void allOrNothingLandsAllWhereNothingIsBad();
  void aDryRunWritesNothing();
  void columnsAreMappedAsChosen();
  void oneThatIsStoppedLandsNothingOfItsFile();
  void usageThatIsStoppedSaysWhatLanded();
  void whatLandedBeforeItStoppedIsReported();
  void usageIsOfWorkersAndSaidBeforeAnythingLands();
  void theSharedFilesGiveTheirTruth();
};

void TstImportService::orgSixEachBadRowIsReportedAndTheOthersLand() {
  House house;
  const auto report = house.import().importStripe(book, {});
  QVERIFY2(report, report ? "" : qPrintable(report.error().toString()));
  QCOMPARE(counts(*report), (QStringList{u"customers: 5 good, 0 known, 3 bad, 5 landed"_s,
                                         u"subscriptions: 5 good, 0 known, 4 bad, 5 landed"_s,
                                         u"invoices: 4 good, 0 known, 2 bad, 4 landed"_s,
                                         u"usage: 4 good, 1 known, 5 bad, 4 landed"_s}));
  QCOMPARE(
      errors(*report),
      (QStringList{
          u"customers.csv 6 id id_missing"_s, u"customers.csv 7 Email email_invalid"_s,
          u"customers.csv 8 id duplicate_id"_s,
          u"subscriptions.csv 7 Customer ID subscription_exists"_s,
          u"subscriptions.csv 8 Customer ID customer_unknown"_s,
          u"subscriptions.csv 9 Current Period End (UTC) period_invalid"_s,
          u"subscriptions.csv 10 Plan plan_unknown"_s, u"invoices.csv 6 Total total_mismatch"_s,
          u"invoices.csv 7 Number duplicate_number"_s,
          u"usage.jsonl 6 data.corrects usage.not_found"_s, u"usage.jsonl 7 type metric_unknown"_s,
          u"usage.jsonl 8 source organization_unknown"_s,
          u"usage.jsonl 9 data.quantity quantity_invalid"_s, u"usage.jsonl 10  json_invalid"_s}));
}

void TstImportService::whatLandsIsWhatTheFilesSay() {
  House house;
  QVERIFY(house.import().importStripe(book, {}));
  QCOMPARE(house.rows("select concat_ws(' ', customer_number, name, status, address_country, "
                      "currency, plan_id, "
                      "mrr_twelfths) from organization order by customer_number"),
           (QStringList{u"cus_acme Acme active US USD professional 238800"_s,
                        u"cus_berg Berg AG active DE EUR enterprise 900000"_s,
                        u"cus_coast hello@coast.example onboarded US USD starter 0"_s,
                        u"cus_echo Echo onboarded DE EUR starter 0"_s,
                        u"cus_fjord Fjord active DE EUR starter 58800"_s}));
  QCOMPARE(house.rows("select concat_ws(' ', external_id, status, anchor_day, period_from, "
                      "period_to, price_override) "
                      "from subscription join external_reference on record_id = subscription_id "
                      "order by external_id"),
           (QStringList{u"sub_acme active 2025-01-31 2026-02-28 2026-03-31"_s,
                        u"sub_berg past_due 2025-06-01 2025-06-01 2026-06-01 900000"_s,
                        u"sub_coast trialing 2026-03-20 2026-03-01 2026-03-20"_s,
                        u"sub_echo cancelled 2025-07-07 2026-01-07 2026-02-01"_s,
                        u"sub_fjord active 2025-08-28 2026-02-28 2026-03-28"_s}));
  QCOMPARE(house.rows("select concat_ws(' ', number, kind, status, net, tax, total, paid, "
                      "amount_due) from invoice "
                      "order by number"),
           (QStringList{u"OLD-1 imported paid 19900 0 19900 19900 0"_s,
                        u"OLD-2 imported open 10000 1900 11900 1900 10000"_s,
                        u"OLD-3 imported void 5000 0 5000 0 5000"_s,
                        u"OLD-4 imported uncollectible 5000 950 5950 0 0"_s}));
  // Who was billed elsewhere gets no first invoice.
  const auto billed = billing::lastInvoices(house.session, house.organizations());
  QVERIFY(billed);
  QStringList last;
  for (const auto &[organization, sums] : *billed)
    last += QString::number(sums.total);
  last.sort();
  QCOMPARE(last, (QStringList{u"11900"_s, u"19900"_s, u"5950"_s}));
  QCOMPARE(house.rows("select sum(quantity)::text from usage_event"), QStringList{u"477"_s});
  QCOMPARE(house.rows("select distinct type from event order by 1"),
           (QStringList{u"organization.created"_s, u"subscription.created"_s}));
  QCOMPARE(house.differences(), QStringList());
}

void TstImportService::whatRunsNowIsNotBilledAgain() {
  House house;
  QVERIFY(house.import().importStripe(book, {}));
  const auto bill = [&house](const QString &now) {
    house.clock.set(*parseInstant(now));
    return billing::BillingRun(house.session, house.business)
        .run(billing::BillingRun::everything());
  };
  const auto today = bill(u"2026-03-10T12:00:00Z"_s);
  QVERIFY2(today, today ? "" : qPrintable(today.error().toString()));
  QCOMPARE(today->invoices, 0);
  const auto later = bill(u"2026-03-31T12:00:00Z"_s);
  QVERIFY2(later, later ? "" : qPrintable(later.error().toString()));
  QCOMPARE(later->invoices, 2);
  QCOMPARE(house.rows("select concat_ws(' ', l.from_day, l.to_day, l.amount) from invoice_line as "
                      "l join invoice "
                      "using (organization_id, invoice_id) where invoice.kind = 'recurring' and "
                      "l.kind = 'plan' "
                      "order by 1"),
           (QStringList{u"2026-03-28 2026-04-28 4900"_s, u"2026-03-31 2026-04-30 19900"_s}));
  QCOMPARE(house.differences(), QStringList());
}

// 10,000 calls are included. What was used before the period was billed elsewhere.
void TstImportService::usageOfThePeriodThatRunsIsBilledAtItsEnd() {
  House house;
  QTemporaryDir folder;
  write(folder, u"customers.csv"_s, "id,email,name\nc1,a@one.example,One\n");
  write(folder, u"subscriptions.csv"_s,
        "id,customer,plan,status,interval,currency,amount,start,current period start,"
        "current period end\n"
        "s1,c1,starter,active,month,usd,\"49,00\",2025-05-24,2026-02-24,2026-03-24\n");
  QByteArray events;
  const std::map<QByteArray, QByteArray> used{
      {"2026-02-20", "5000"}, {"2026-02-24", "3000"}, {"2026-03-10", "9000"}};
  for (const auto &[day, quantity] : used)
    events += R"({"source":"c1","type":"api_calls","id":")"_ba + day + R"(","time":")" + day +
              R"(T10:00:00Z","data":{"quantity":)" + quantity + "}}\n";
  write(folder, u"usage.jsonl"_s, events);
  const auto report = house.import().importStripe(folder.path(), {});
  QVERIFY2(report, report ? "" : qPrintable(report.error().toString()));
  QCOMPARE(report->landed(), 5);
  house.clock.set(*parseInstant(u"2026-03-24T12:00:00Z"_s));
  for (const auto invoices : {1, 0}) {
    const auto billed =
        billing::BillingRun(house.session, house.business).run(billing::BillingRun::everything());
    QVERIFY2(billed, billed ? "" : qPrintable(billed.error().toString()));
    QCOMPARE(billed->invoices, invoices);
  }
  QCOMPARE(house.rows("select concat_ws(' ', kind, quantity, from_day, to_day, amount) "
                      "from invoice_line order by 1"),
           (QStringList{u"plan 1 2026-03-24 2026-04-24 4900"_s,
                        u"usage 12000 2026-02-24 2026-03-24 400"_s}));
  QCOMPARE(house.differences(), QStringList());
}

void TstImportService::aSecondImportChangesNothing() {
  House house;
  QVERIFY(house.import().importStripe(book, {}));
  const auto before = house.rows(everything);
  house.clock.set(*parseInstant(u"2026-09-10T12:00:00Z"_s));
  const auto report = house.import().importStripe(book, {});
  QVERIFY2(report, report ? "" : qPrintable(report.error().toString()));
  QCOMPARE(report->landed(), 0);
  QCOMPARE(counts(*report).at(0), u"customers: 0 good, 5 known, 3 bad, 0 landed"_s);
  QCOMPARE(counts(*report).at(3), u"usage: 0 good, 5 known, 5 bad, 0 landed"_s);
  QCOMPARE(house.rows(everything), before);
}

void TstImportService::allOrNothingLandsNothing() {
  House house;
  ImportOptions options;
  options.allOrNothing = true;
  const auto report = house.import().importStripe(book, options);
  QVERIFY2(report, report ? "" : qPrintable(report.error().toString()));
  QCOMPARE(report->bad(), 14);
  QCOMPARE(report->landed(), 0);
  QCOMPARE(house.rows(everything), nothing);
}

void TstImportService::allOrNothingLandsAllWhereNothingIsBad() {
  House house;
  QTemporaryDir folder;
  const auto path =
      write(folder, u"people.csv"_s, "id,email,name\nc1,a@one.example,One\nc2,b@two.example,Two\n");
  ImportOptions options;
  options.allOrNothing = true;
  const auto report = house.import().importFile(ImportKind::Customers, path, options);
  QVERIFY2(report, report ? "" : qPrintable(report.error().toString()));
  QCOMPARE(report->landed, 2);
  QCOMPARE(house.rows("select count(*)::text from organization"), QStringList{u"2"_s});
}

void TstImportService::aDryRunWritesNothing() {
  House house;
  ImportOptions options;
  options.dryRun = true;
  const auto report = house.import().importStripe(book, options);
  QVERIFY2(report, report ? "" : qPrintable(report.error().toString()));
  QCOMPARE(counts(*report), (QStringList{u"customers: 5 good, 0 known, 3 bad, 0 landed"_s,
                                         u"subscriptions: 5 good, 0 known, 4 bad, 0 landed"_s,
                                         u"invoices: 4 good, 0 known, 2 bad, 0 landed"_s,
                                         u"usage: 4 good, 1 known, 5 bad, 0 landed"_s}));
  QCOMPARE(house.rows(everything), nothing);
}

void TstImportService::columnsAreMappedAsChosen() {
  House house;
  QTemporaryDir folder;
  const auto path = write(folder, u"kunden.csv"_s,
                          "Firma;Mail;Kunde;Zone\nEins;a@one.example;c1;Europe/Berlin\n");
  const auto unmapped = house.import().importFile(ImportKind::Customers, path, {});
  QVERIFY(!unmapped);
  QCOMPARE(unmapped.error().code, u"mapping.field_missing"_s);
  ImportOptions options;
  options.mappings[ImportKind::Customers] = {{u"id"_s, u"Kunde"_s},
                                             {u"email"_s, u"Mail"_s},
                                             {u"name"_s, u"Firma"_s},
                                             {u"time_zone"_s, u"Zone"_s}};
  const auto report = house.import().importFile(ImportKind::Customers, path, options);
  QVERIFY2(report, report ? "" : qPrintable(report.error().toString()));
  QCOMPARE(house.rows(
               "select concat_ws(' ', customer_number, name, email, time_zone) from organization"),
           QStringList{u"c1 Eins a@one.example Europe/Berlin"_s});
}

void TstImportService::oneThatIsStoppedLandsNothingOfItsFile() {
  House house;
  ImportOptions options;
  options.progress = [](const ImportProgress &progress) {
    return progress.kind != ImportKind::Subscriptions;
  };
  const auto report = house.import().importStripe(book, options);
  QVERIFY(report && report->stopped); // with what landed before
  QCOMPARE(report->stopped->code, u"import.cancelled"_s);
  QCOMPARE(house.rows(everything).mid(0, 2),
           (QStringList{u"organizations 5"_s, u"subscriptions 0"_s}));
}

/// What landed is told beside what ended it, and is known the next time.
void TstImportService::usageThatIsStoppedSaysWhatLanded() {
  House house;
  QVERIFY(house.import().importStripe(book, {}));
  QTemporaryDir folder;
  QByteArray lines;
  for (int i = 0; i < 10'500; ++i)
    lines += R"({"specversion": "1.0", "source": "cus_acme", "type": "api_calls", "id": "s)" +
             QByteArray::number(i) +
             R"(", "time": "2026-03-01T10:00:00Z", "data": {"quantity": 1}})" + '\n';
  const auto path = write(folder, u"usage.jsonl"_s, lines);
  ImportOptions options;
  options.progress = [](const ImportProgress &) { return false; };
  const auto stopped = house.import().importUsage(path, options);
  QVERIFY2(stopped, stopped ? "" : qPrintable(stopped.error().toString()));
  QVERIFY(stopped->stopped);
  QCOMPARE(stopped->stopped->code, u"import.cancelled"_s);
  QCOMPARE(stopped->landed, 10'000);
  const auto again = house.import().importUsage(path, {});
  QVERIFY(again && !again->stopped);
  QCOMPARE(again->known, 10'000);
  QCOMPARE(again->landed, 500);
  options.dryRun = true;
  const auto dry = house.import().importUsage(path, options);
  QVERIFY(!dry); // nothing of it stays
  QCOMPARE(dry.error().code, u"import.cancelled"_s);
}

namespace {

QStringList badRows(const FileReport &report) {
  QStringList bad;
  for (const auto &error : report.errors)
    bad += u"%1 %2"_s.arg(error.place.line).arg(error.code);
  return bad;
}

/// "eur 37178500/3"
QStringList figures(const QJsonObject &byCurrency) {
  QStringList texts;
  for (auto it = byCurrency.begin(); it != byCurrency.end(); ++it)
    texts += it.key() + u' ' + (it->isString() ? it->toString() : QString::number(it->toInteger()));
  return texts;
}

} // namespace

void TstImportService::whatLandedBeforeItStoppedIsReported() {
  House house;
  QVERIFY(house.rows("alter table invoice rename to away").isEmpty());
  const auto report = house.import().importStripe(book, {});
  QVERIFY2(report, report ? "" : qPrintable(report.error().toString()));
  QCOMPARE(counts(*report), (QStringList{u"customers: 5 good, 0 known, 3 bad, 5 landed"_s,
                                         u"subscriptions: 5 good, 0 known, 4 bad, 5 landed"_s}));
  QVERIFY(report->stopped && report->stopped->code.startsWith(u"store."_s));
  importing::ImportOptions whole;
  whole.allOrNothing = true;
  const auto none = house.import().importStripe(book, whole);
  QVERIFY(!none && none.error().code == report->stopped->code);
}

void TstImportService::usageIsOfWorkersAndSaidBeforeAnythingLands() {
  House house(u"2026-03-10T12:00:00Z"_s, u"administrator"_s);
  const auto refused = house.import().importStripe(book, {});
  QVERIFY(!refused);
  QCOMPARE(refused.error().code, u"import.usage_of_workers"_s);
  QCOMPARE(house.rows(everything), nothing);
  // Without it the same person imports the rest.
  const QTemporaryDir folder;
  for (const auto &name : QDir(book).entryList({u"*.csv"_s}))
    QVERIFY(QFile::copy(QDir(book).filePath(name), folder.filePath(name)));
  const auto report = house.import().importStripe(folder.path(), {});
  QVERIFY2(report, report ? "" : qPrintable(report.error().toString()));
  QCOMPARE(report->landed(), 14);
}

void TstImportService::theSharedFilesGiveTheirTruth() {
  QFile file(shared + u"/truth.json"_s);
  if (!file.exists())
    QSKIP("there are no export files in ../shared/data/import");
  QVERIFY(file.open(QIODevice::ReadOnly));
  const auto truth = QJsonDocument::fromJson(file.readAll()).object();
  House house(u"2026-11-21T08:00:00Z"_s);
  const auto report = house.import().importStripe(shared, {});
  QVERIFY2(report, report ? "" : qPrintable(report.error().toString()));
  QCOMPARE(report->files.size(), 4U);
  for (const auto &read : report->files) {
    const auto section = truth[toString(read.kind)].toObject();
    QCOMPARE(badRows(read), badRows(section));
    QCOMPARE(read.good, section[u"good"_s].toInteger());
    QCOMPARE(read.landed, read.good);
    QCOMPARE(read.known, section[u"duplicates"_s].toInteger(0));
  }
  QStringList mrr;
  for (const auto &sum :
       house.rows("select lower(currency) || ' ' || sum(delta_twelfths) from mrr_movement "
                  "group by currency order by currency")) {
    const auto words = sum.split(u' ');
    mrr += words[0] + u' ' + QString::fromStdString(Rational(words[1].toLongLong(), 12).str());
  }
  QCOMPARE(mrr, figures(truth[u"mrr_minor_units"_s].toObject()));
  QCOMPARE(house.rows("select lower(currency) || ' ' || sum(total) from invoice group by currency "
                      "order by currency"),
           figures(truth[u"invoice_total_minor_units"_s].toObject()));
  QCOMPARE(house.rows("select sum(quantity)::text from usage_event"),
           QStringList{QString::number(truth[u"usage"_s][u"total"_s].toInteger())});
  QCOMPARE(house.differences(), QStringList());

  const auto before = house.rows(everything);
  const auto again = house.import().importStripe(shared, {});
  QVERIFY2(again, again ? "" : qPrintable(again.error().toString()));
  QCOMPARE(again->landed(), 0);
  QCOMPARE(house.rows(everything), before);
}

QTEST_GUILESS_MAIN(TstImportService)
#include "tst_import_service.moc"
