// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/embedded_cluster.h"
#include "tests/app/documented.h"
#include "tests/app/programs.h"

#include <QDateTime>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using nlohmann::json;

/// Imports by the real program: killed in the middle and run again, twice over, and as a stream.
/// The functions build on each other, in this order.
class TestCtlImport : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase();
  void oneThatIsKilledLeavesNothingOfItsFile();
  void eachBadRowIsToldAndTheOthersLand();
  void aSecondOneChangesNothing();
  void usageThatIsKilledIsRunAgainAndCountsOnce();
  void USE_1_anEventIsListedAndCorrected();
  void USE_3_aPlanIsSuggested();
  void usageNeedsNoMoreMemoryForALongerFile();
  void moreBadRowsThanAReportListsAreSaid();
  void ANA_2_ratesAreReadAsTheCentralBankPublishesThem();
  void whatCannotBeReadIsSaid_data();
  void whatCannotBeReadIsSaid();
  void booksAndTrailAgree();

private:
  [[nodiscard]] QString usage(int events, const QString &prefix, bool isBatch = false) const;
  [[nodiscard]] qint64 peakOf(const QString &file, qint64 landed) const;

  QTemporaryDir m_directory{u"/tmp/tenantry-ctl-XXXXXX"_s};
  std::unique_ptr<store::EmbeddedCluster> m_cluster; ///< held, so that commands need not start it
  tests::Ctl m_ctl{m_directory.path()};
};

namespace {

const QStringList importBook{u"import"_s, u"stripe"_s, u"tests/data/import/book"_s};

QByteArray text(const json &json) { return QByteArray::fromStdString(json.dump()); }

/// [[kind, good, known, bad, landed], …]
QByteArray countsOf(const json &document) {
  json counts = json::array();
  for (const auto &file : document["files"])
    counts.push_back({file["kind"], file["good"], file["known"], file["bad"], file["landed"]});
  return text(counts);
}

} // namespace

void TestCtlImport::initTestCase() {
  auto cluster = store::EmbeddedCluster::open(m_directory.path(),
                                              store::EmbeddedCluster::Durability::Throwaway);
  QVERIFY2(cluster.has_value(), cluster ? "" : qPrintable(cluster.error().toString()));
  m_cluster = std::move(*cluster);
}

void TestCtlImport::oneThatIsKilledLeavesNothingOfItsFile() {
  QCOMPARE(m_ctl.run(importBook, u"import.before_commit"_s).status, -1);
  QVERIFY(m_ctl.answer({u"organization"_s, u"list"_s})["count"] == 0);
}

void TestCtlImport::eachBadRowIsToldAndTheOthersLand() {
  const auto first = m_ctl.answer(importBook, 1);
  QCOMPARE(countsOf(first), R"([["customers",5,0,3,5],["subscriptions",5,0,4,5],)"
                            R"(["invoices",4,0,2,4],["usage",4,1,5,4]])"_ba);
  QCOMPARE(first["errors"].size(), std::size_t(14));
  QVERIFY(first["error"] == first["errors"][0]);
  QCOMPARE(text(first["error"]["place"]), R"({"field":"id","file":"customers.csv","line":6})"_ba);
  QVERIFY(first["error"]["code"] == "id_missing");
  const auto table = m_ctl.run(importBook);
  QCOMPARE(table.status, 1);
  QVERIFY(table.output.startsWith("file"));
  QVERIFY(table.errors.contains("customers.csv:7 Email: "));
}

void TestCtlImport::aSecondOneChangesNothing() {
  const auto before = m_ctl.answer({u"invoice"_s, u"list"_s});
  const auto second = m_ctl.answer(importBook, 1);
  for (const auto &file : second["files"])
    QVERIFY(file["landed"] == 0);
  QCOMPARE(second["errors"].size(), std::size_t(14));
  QVERIFY(m_ctl.answer({u"invoice"_s, u"list"_s}) == before);
}

/// A file of events of yesterday, with a bad one in every thousand.
QString TestCtlImport::usage(int events, const QString &prefix, bool isBatch) const {
  const auto path = m_directory.filePath(prefix + u".jsonl"_s);
  QFile file(path);
  if (!file.open(QIODevice::WriteOnly))
    qFatal("cannot write");
  const auto day = QDateTime::currentDateTimeUtc().addDays(-1).toString(Qt::ISODate).toUtf8();
  if (isBatch)
    file.write("[");
  for (int i = 0; i < events; ++i) {
    const auto quantity = i % 1000 == 999 ? "\"many\""_ba : QByteArray::number(i % 7);
    file.write(R"({"specversion": "1.0", "source": "cus_acme", "type": "api_calls", "time": ")"_ba +
               day + R"(", "id": ")" + prefix.toUtf8() + QByteArray::number(i) +
               R"(", "data": {"quantity": )" + quantity +
               (!isBatch          ? "}}\n"
                : i + 1 == events ? "}}]"
                                  : "}},"));
  }
  return path;
}

void TestCtlImport::usageThatIsKilledIsRunAgainAndCountsOnce() {
  const QStringList command{u"usage"_s, u"import"_s, usage(30'000, u"first"_s)};
  QCOMPARE(m_ctl.run(command, u"usage_import.after_batch"_s).status, -1);
  const auto again = m_ctl.answer(command, 1);
  QCOMPARE(countsOf(again), R"([["usage",19970,10000,30,19970]])"_ba);
  QCOMPARE(text(again["errors"][0]["place"]),
           R"({"field":"data.quantity","file":"first.jsonl","line":1000})"_ba);
  auto third = m_ctl.answer(command, 1);
  QCOMPARE(countsOf(third), R"([["usage",0,29970,30,0]])"_ba);
  third.erase("error");
  third.erase("errors");
  QCOMPARE(tests::differences(tests::documented(u"| `import stripe"_s), third), QStringList());
}

void TestCtlImport::USE_1_anEventIsListedAndCorrected() {
  const auto list = m_ctl.answer({u"organization"_s, u"list"_s, u"--search"_s, u"ops@acme"_s});
  const auto whose = QString::fromStdString(list["organizations"][0]["id"].get<std::string>());
  const auto of = [&](const QStringList &more) {
    return QStringList{u"usage"_s, u"correct"_s, whose} + more;
  };
  const QStringList why{u"--reason"_s, u"counted twice"_s};
  const QStringList wanted{u"first6"_s, u"4"_s}; // which is 6
  const auto seen = m_ctl.answer(of(wanted + QStringList{u"--preview"_s}));
  QCOMPARE(tests::differences(tests::documented(u"| `usage correct"_s), seen), QStringList());
  QVERIFY(seen["done"] == false && seen["quantity"] == "-4" && seen["left"] == "2");
  const auto date = QString::fromStdString(seen["from"].get<std::string>());
  const QStringList listing{u"usage"_s, u"events"_s, whose, u"api_calls"_s, u"--date"_s, date};
  const auto before = m_ctl.answer(listing);
  QVERIFY(before["events"].size() == 100 && before["counted"] > 100);
  QCOMPARE(tests::differences(tests::documented(u"| `usage events"_s), before), QStringList());
  const auto grouped = m_ctl.answer(
      {u"usage"_s, u"by-dimension"_s, whose, u"api_calls"_s, u"--date"_s, date, u"--by"_s, u"x"_s});
  QCOMPARE(tests::differences(tests::documented(u"| `usage by-dimension"_s), grouped),
           QStringList());
  QVERIFY(grouped["quantity"] == before["used"] && grouped["events"] == before["counted"]);
  QVERIFY(m_ctl.answer(listing + QStringList{u"--without"_s, u"x"_s})["counted"] ==
          before["counted"]);
  QVERIFY(m_ctl.answer(listing + QStringList{u"--by"_s, u"x"_s, u"--value"_s, u"y"_s})["counted"] ==
          0);
  QVERIFY(m_ctl.answer(of(wanted), 1)["error"]["code"] == "usage.reason_missing");
  QVERIFY(m_ctl.answer(of(wanted + why + QStringList{u"--expect"_s, u"x"_s}), 1)["error"]["code"] ==
          "usage.picture_changed");
  QVERIFY(m_ctl.answer(of(QStringList{u"first6"_s, u"0.5"_s} + why), 1)["error"]["code"] ==
          "usage.quantity_invalid");
  const auto digest = QString::fromStdString(seen["digest"].get<std::string>());
  QVERIFY(m_ctl.answer(of(wanted + why + QStringList{u"--expect"_s, digest}))["done"] == true);
  QVERIFY(m_ctl.answer(of(wanted + why), 1)["error"]["code"] == "usage.quantity_invalid");
  const auto after = m_ctl.answer(listing);
  QVERIFY(after["events"][0]["corrects"] == "first6" && after["events"][0]["quantity"] == "-4");
  QVERIFY(after["used"] == seen["used_after"] && before["used"] == seen["used_before"]);
}

/// Of a limit that is used up, and of one that is not.
void TestCtlImport::USE_3_aPlanIsSuggested() {
  const auto list = m_ctl.answer({u"organization"_s, u"list"_s, u"--search"_s, u"ops@acme"_s});
  const auto whose = QString::fromStdString(list["organizations"][0]["id"].get<std::string>());
  const QStringList suggest{u"usage"_s, u"suggest"_s, whose};
  const auto within = m_ctl.answer(suggest);
  QVERIFY(within["verdict"] == "within_limits" && within["now"].is_null());
  const auto path = m_directory.filePath(u"much.json"_s);
  QFile file(path);
  QVERIFY(file.open(QIODevice::WriteOnly));
  file.write(R"([{"source": "cus_acme", "type": "api_calls", "id": "much", "time": ")"_ba +
             QDateTime::currentDateTimeUtc().addSecs(-1).toString(Qt::ISODate).toUtf8() +
             R"(", "data": {"quantity": 100000000}}])");
  file.close();
  QCOMPARE(countsOf(m_ctl.answer({u"usage"_s, u"import"_s, path})), R"([["usage",1,0,0,1]])"_ba);
  const auto suggested = m_ctl.answer(suggest);
  auto page = tests::documented(u"| `usage suggest"_s);
  page["suggested"] = page["now"];
  QCOMPARE(tests::differences(page, suggested), QStringList());
  QVERIFY(suggested["verdict"] == "suggested" && suggested["suggested"]["plan"] == "enterprise");
  QVERIFY(suggested["difference_a_month"] == suggested["suggested"]["a_month"].get<std::int64_t>() -
                                                 suggested["now"]["a_month"].get<std::int64_t>());
  QVERIFY(m_ctl.run(suggest).output.contains("enterprise is suggested: "));
}

/// The most memory that the program had while it read that file, in kB.
qint64 TestCtlImport::peakOf(const QString &file, qint64 landed) const {
  static const QRegularExpression peakLine(u"VmHWM:\\s*(\\d+) kB"_s);
  QProcess process;
  process.start(tests::programPath(u"tenantryctl"_s),
                {u"--json"_s, u"--embedded"_s, m_directory.path(), u"usage"_s, u"import"_s, file});
  qint64 peak = 0;
  while (!process.waitForFinished(20) && process.state() == QProcess::Running) {
    QFile status(u"/proc/%1/status"_s.arg(process.processId()));
    if (status.open(QIODevice::ReadOnly))
      peak = std::max(peak,
                      peakLine.match(QString::fromUtf8(status.readAll())).captured(1).toLongLong());
  }
  const auto said = json::parse(process.readAllStandardOutput().toStdString(), nullptr, false);
  return said["files"][0]["landed"] == landed ? peak : -1;
}

void TestCtlImport::usageNeedsNoMoreMemoryForALongerFile() {
#ifdef __SANITIZE_ADDRESS__
  QSKIP("The address sanitizer keeps what was freed for a while: memory says nothing there.");
#endif
  const auto shorter = peakOf(usage(30'000, u"short"_s), 29'970);
  const auto longer = peakOf(usage(150'000, u"long"_s), 149'850);
  QVERIFY(shorter > 0);
  QVERIFY2(longer > 0 && longer < shorter * 5 / 4,
           qPrintable(u"%1 kB for 30,000 lines, %2 kB for 150,000"_s.arg(shorter).arg(longer)));
  const auto batch = peakOf(usage(150'000, u"batch"_s, true), 149'850);
  QVERIFY2(batch > 0 && batch < shorter * 5 / 4,
           qPrintable(
               u"%1 kB for 30,000 lines, %2 kB for a batch of 150,000"_s.arg(shorter).arg(batch)));
}

void TestCtlImport::moreBadRowsThanAReportListsAreSaid() {
  const auto path = m_directory.filePath(u"bad.jsonl"_s);
  const auto import = [&](qint64 lines, const QStringList &more) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write("?\n"_ba.repeated(lines)) < lines)
      qFatal("cannot write");
    file.close();
    return m_ctl.run(QStringList{u"usage"_s, u"import"_s, path} + more);
  };
  const auto whole = import(10'000, {u"--json"_s}).json();
  QVERIFY(whole["files"][0]["cut"] == false);
  const auto cut = import(10'001, {u"--json"_s}).json();
  QVERIFY(cut["files"][0]["bad"] == 10'001);
  QVERIFY(cut["files"][0]["cut"] == true);
  QCOMPARE(cut["errors"].size(), std::size_t(10'000));
  const auto told = import(10'001, {u"--dry-run"_s});
  QCOMPARE(told.status, 1);
  QVERIFY2(told.output.contains("bad.jsonl: only the first 10000 of 10001 bad rows are listed;"),
           told.output.constData());
}

void TestCtlImport::ANA_2_ratesAreReadAsTheCentralBankPublishesThem() {
  const auto file = m_directory.filePath(u"rates.csv"_s);
  const auto rates = [&](const QByteArray &content, const QStringList &more = {}, int status = 0) {
    QFile written(file);
    if (!written.open(QIODevice::WriteOnly) || written.write(content) != content.size())
      qFatal("the file could not be written");
    written.close();
    return m_ctl.answer(QStringList{u"import"_s, u"rates"_s, file} + more, status);
  };
  const QByteArray good("Date,USD,JPY,Note,\n2026-01-05,1.1234,160.5,x,\n2026-01-02,1.1,N/A,y,\n");
  const auto tried = rates(good, {u"--dry-run"_s});
  QCOMPARE(tests::differences(tests::documented(u"| `import rates"_s), tried), QStringList());
  QVERIFY(tried["rates"] == 3 && tried["recorded"] == 0 && tried["left_out"].size() == 1);
  QVERIFY(rates(good)["recorded"] == 3);
  QVERIFY(rates(good)["recorded"] == 0);
  // Nothing of a file with a bad cell; a day that is known is corrected.
  QVERIFY(rates("Date,USD\n2026-01-06,1.2\n2026-01-07,much\n", {}, 1)["recorded"] == 0);
  QVERIFY(rates("Date,USD\n2026-01-05,1.2\n")["recorded"] == 1);
}

void TestCtlImport::whatCannotBeReadIsSaid_data() {
  QTest::addColumn<QStringList>("command");
  QTest::addColumn<QString>("code");
  QTest::newRow("no such folder") << QStringList{u"import"_s, u"stripe"_s, u"/nowhere"_s}
                                  << u"import.nothing_found"_s;
  QTest::newRow("a folder without the files")
      << QStringList{u"import"_s, u"stripe"_s, u"tests"_s} << u"import.nothing_found"_s;
  QTest::newRow("no such file") << QStringList{u"usage"_s, u"import"_s, u"/nowhere"_s}
                                << u"import.unreadable"_s;
  QTest::newRow("a folder as a file")
      << QStringList{u"usage"_s, u"import"_s, u"tests"_s} << u"import.unreadable"_s;
}

void TestCtlImport::whatCannotBeReadIsSaid() {
  QFETCH(QStringList, command);
  QFETCH(QString, code);
  QVERIFY(m_ctl.answer(command, 1)["error"]["code"] == code.toStdString());
}

void TestCtlImport::booksAndTrailAgree() {
  QVERIFY(m_ctl.answer({u"doctor"_s})["sound"] == true);
  QVERIFY(m_ctl.answer({u"audit"_s, u"verify"_s})["sound"] == true);
}

QTEST_GUILESS_MAIN(TestCtlImport)
#include "tst_ctl_import.moc"
