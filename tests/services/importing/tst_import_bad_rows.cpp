// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/services/importing/import_house.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::importing;
using namespace tenantry::tests;

/// What is wrong in a file is said, and costs no more than the rows that it is in (ORG-6).
class TstImportBadRows : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void whatCannotBeImportedIsSaid_data();
  void whatCannotBeImportedIsSaid();
  void aBadRowTakesNoGoodOneWithIt_data();
  void aBadRowTakesNoGoodOneWithIt();
  void correctionsOfNothingAreLeftOut();
};

void TstImportBadRows::whatCannotBeImportedIsSaid_data() {
  QTest::addColumn<QString>("file");
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<QString>("code");
  QTest::newRow("no such time zone")
      << u"customers.csv"_s << QByteArray("id,email,name,time zone\nc1,a@b.example,One,Mars/Base\n")
      << u"time_zone_unknown"_s;
  QTest::newRow("no header") << u"customers.csv"_s << QByteArray() << u"csv.empty"_s;
  QTest::newRow("a column is missing")
      << u"customers.csv"_s << QByteArray("name\nOne\n") << u"mapping.field_missing"_s;
  QTest::newRow("no column of e-mails")
      << u"customers.csv"_s << QByteArray("id,name\nc1,One\nc2,Two\n")
      << u"mapping.field_missing"_s;
  QTest::newRow("no e-mail") << u"customers.csv"_s << QByteArray("id,name,email\nc1,One,\n")
                             << u"email_invalid"_s;
}

void TstImportBadRows::whatCannotBeImportedIsSaid() {
  QFETCH(const QString, file);
  QFETCH(const QByteArray, text);
  QFETCH(const QString, code);
  House house;
  QTemporaryDir folder;
  write(folder, file, text);
  const auto report = house.import().importStripe(folder.path(), {});
  QVERIFY2(report, report ? "" : qPrintable(report.error().toString()));
  QCOMPARE(report->files.front().errors.size(), 1U);
  QCOMPARE(report->files.front().errors.front().code, code);
  QCOMPARE(report->files.front().errors.front().place.file, file);
}

void TstImportBadRows::aBadRowTakesNoGoodOneWithIt_data() {
  QTest::addColumn<QString>("file");
  QTest::addColumn<QByteArray>("row");
  QTest::addColumn<QString>("error"); ///< its column and code
  const QString customers = u"customers.csv"_s, subscriptions = u"subscriptions.csv"_s,
                invoices = u"invoices.csv"_s;
  QTest::newRow("an id that no index holds")
      << customers << QByteArray(256, 'x') + ",b@one.example,Bad" << u"id text_too_long"_s;
  QTest::newRow("Latin-1") << customers << "c9,b@one.example,M\xFCller"_ba
                           << u" text.utf8_invalid"_s;
  QTest::newRow("a quote within a cell")
      << customers << "c9,b@one.example,5\" disks"_ba << u" csv.quote_stray"_s;
  QTest::newRow("a quote that stays open")
      << customers << "c9,b@one.example,\"Bad"_ba << u" csv.quote_open"_s;
  QTest::newRow("a price beyond all")
      << subscriptions << "s9,c2,starter,active,month,usd,90000000000000.00"_ba
      << u"amount amount_invalid"_s;
  QTest::newRow("a total beyond all")
      << invoices << "i9,N9,c2,open,usd,90000000000000000.00,2026-01-05"_ba
      << u"total amount_invalid"_s;
  QTest::newRow("a number beyond all")
      << invoices << "i9," + QByteArray(256, '9') + ",c2,open,usd,1.00,2026-01-05"
      << u"number text_too_long"_s;
  QTest::newRow("a number of our own series")
      << invoices << "i9,INV-2026-000001,c2,open,usd,1.00,2026-01-05"_ba
      << u"number number_reserved"_s;
}

void TstImportBadRows::aBadRowTakesNoGoodOneWithIt() {
  QFETCH(const QString, file);
  QFETCH(const QByteArray, row);
  QFETCH(const QString, error);
  const std::map<QString, QByteArray> files{
      {u"customers.csv"_s,
       "id,email,name\nc1,a@one.example,One\nc2,b@two.example,Two\n#c3,c@three.example,Three\n"},
      {u"subscriptions.csv"_s,
       "id,customer,plan,status,interval,currency,amount\n#s1,c1,starter,active,month,usd,49\n"},
      {u"invoices.csv"_s, "id,number,customer,status,currency,total,date (utc)\n"
                          "#i1,OLD-1,c1,open,usd,49.00,2026-01-05\n"}};
  House house;
  QTemporaryDir folder;
  for (const auto &[name, content] : files) {
    auto text = content;
    write(folder, name, text.replace("#", name == file ? row + '\n' : QByteArray()));
  }
  const auto report = house.import().importStripe(folder.path(), {});
  QVERIFY2(report, report ? "" : qPrintable(report.error().toString()));
  QCOMPARE(counts(*report).join(u'\n').count(u"1 bad"_s), 1);
  QCOMPARE(report->landed(), 5);
  QCOMPARE(errors(*report),
           QStringList{u"%1 %2 %3"_s.arg(file).arg(file == u"customers.csv"_s ? 4 : 2).arg(error)});
  QCOMPARE(house.differences(), QStringList());
}

void TstImportBadRows::correctionsOfNothingAreLeftOut() {
  House house;
  QTemporaryDir folder;
  write(folder, u"customers.csv"_s, "id,email,name\nc1,a@one.example,One\n");
  const auto line = [](const char *id, const char *data) {
    return R"({"source":"c1","type":"api_calls","time":"2026-03-01T00:00:00Z","id":")"_ba + id +
           R"(","data":{"quantity":)" + data + "}}\n";
  };
  write(folder, u"usage.jsonl"_s,
        line("k1", R"(-2,"corrects":"e2")") + line("e1", "5") + line("e2", "7") +
            line("k2", R"(-1,"corrects":"x")") + line("k3", R"(-1,"corrects":"e1")") +
            line("k4", R"(-9,"corrects":"e1")") + line("k5", R"(-1,"corrects":"k3")"));
  const auto report = house.import().importStripe(folder.path(), {});
  QVERIFY2(report, report ? "" : qPrintable(report.error().toString()));
  QCOMPARE(counts(*report).at(1), u"usage: 4 good, 0 known, 3 bad, 4 landed"_s);
  QCOMPARE(errors(*report), (QStringList{u"usage.jsonl 4 data.corrects usage.not_found"_s,
                                         u"usage.jsonl 6 data.quantity usage.quantity_invalid"_s,
                                         u"usage.jsonl 7 data.quantity usage.quantity_invalid"_s}));
  QCOMPARE(house.rows("select sum(quantity)::text from usage_event"), QStringList{u"9"_s});
  QCOMPARE(house.differences(), QStringList());
}

QTEST_GUILESS_MAIN(TstImportBadRows)
#include "tst_import_bad_rows.moc"
