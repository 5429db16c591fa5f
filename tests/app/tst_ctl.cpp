// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/database.h"
#include "services/store/embedded_cluster.h"
#include "tests/app/documented.h"
#include "tests/app/programs.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using tests::Ran;

/// The command line as people and scripts use it: the real program on a cluster of its own, from
/// nothing to a checked book. The functions build on each other, in this order.
class TestCtl : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase();
  void migrateMakesTheSchemaOnce();
  void businessFilesWithMistakesAreNamedWithTheirPlace();
  void businessApplyTwiceChangesNothing();
  void demoFillsAnEmptyBookOnly();
  void aDryRunOfAnImportNamesBadRowsAndWritesNothing();
  void organizationsAreListed();
  void invoicesAreListedShownAndExplained();
  void anInvoiceBecomesThePdfThatItStays();
  void previewWritesNothingAndRunRefusesTheFuture();
  void aChangeIsPreviewedExpectedAndDone();
  void metricsAreExact();
  void workersStopWhenIdle();
  void booksAndTrailAgree();
  void doctorNamesADifference();
  void backupRestoresIntoAFreshCluster();
  void restoreTouchesNobodysDatabase();
  void scenariosPassFailOrAreInvalid();
  void whatIsDocumentedComesOut_data();
  void whatIsDocumentedComesOut();

private:
  Ran ctl(const QStringList &arguments) const { return m_ctl.run(arguments); }
  nlohmann::json answer(const QStringList &arguments, int status = 0) const {
    return m_ctl.answer(arguments, status);
  }
  QTemporaryDir m_directory{u"/tmp/tenantry-ctl-XXXXXX"_s};
  std::unique_ptr<store::EmbeddedCluster> m_cluster; ///< held, so that commands need not start it
  tests::Ctl m_ctl{m_directory.path()};
  QString m_invoice;
};

namespace {

QString today() { return QDateTime::currentDateTimeUtc().date().toString(Qt::ISODate); }

QString inDays(int days) {
  return QDateTime::currentDateTimeUtc().date().addDays(days).toString(Qt::ISODate);
}

QString write(const QTemporaryDir &directory, const QString &name, const QByteArray &content) {
  QFile file(directory.filePath(name));
  if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
    qFatal("%s cannot be written", qPrintable(name));
  return file.fileName();
}

} // namespace

void TestCtl::initTestCase() {
  auto cluster = store::EmbeddedCluster::open(m_directory.path(),
                                              store::EmbeddedCluster::Durability::Throwaway);
  QVERIFY2(cluster.has_value(), cluster ? "" : qPrintable(cluster.error().toString()));
  m_cluster = std::move(*cluster);
}

void TestCtl::migrateMakesTheSchemaOnce() {
  const auto first = answer({u"migrate"_s});
  QVERIFY(first["applied"] > 0);
  QVERIFY(first["role_prefix"] == "tenantry");
  QVERIFY(answer({u"migrate"_s})["applied"] == 0);
}

void TestCtl::businessFilesWithMistakesAreNamedWithTheirPlace() {
  const auto refused = answer({u"business"_s, u"plan"_s, u"tests/data/business/broken"_s}, 1);
  QVERIFY(refused["errors"].size() > 1);
  QVERIFY(refused["error"]["code"].get<std::string>().starts_with("business."));
  QVERIFY(refused["error"]["place"]["line"] > 0);
  QVERIFY(answer({u"business"_s, u"plan"_s, u"resources/business/default"_s})["version"] == 0);
}

void TestCtl::businessApplyTwiceChangesNothing() {
  const QStringList apply{u"business"_s, u"apply"_s, u"resources/business/default"_s};
  const auto first = answer(apply);
  QVERIFY(first["version"] == 1);
  QVERIFY(!first["changes"].empty());
  const auto second = answer(apply);
  QVERIFY(second["version"] == 1);
  QVERIFY(second["changes"].empty());
}

void TestCtl::demoFillsAnEmptyBookOnly() {
  const auto filled = answer(
      {u"demo"_s, u"--organizations"_s, u"12"_s, u"--months"_s, u"2"_s, u"--seed"_s, u"3"_s});
  QCOMPARE(tests::differences(tests::documented(u"| `demo"_s), filled), QStringList());
  QVERIFY(filled["organizations"] == 12);
  QVERIFY(filled["invoices"] > 0);
  QVERIFY(filled["payments"] > 0);
  QVERIFY(filled["usage_events"] > 0);
  QVERIFY(answer({u"demo"_s, u"--if-empty"_s})["filled"] == false);
  QVERIFY(answer({u"demo"_s}, 1)["error"]["code"] == "demo.not_empty");
}

void TestCtl::aDryRunOfAnImportNamesBadRowsAndWritesNothing() {
  const auto dry = answer({u"import"_s, u"stripe"_s, u"tests/data/import"_s, u"--dry-run"_s}, 1);
  QVERIFY(dry["dry_run"] == true);
  QVERIFY(!dry["files"].empty());
  QVERIFY(!dry["errors"].empty());
  for (const auto &error : dry["errors"])
    QVERIFY(error["place"]["line"] > 0);
  QVERIFY(answer({u"organization"_s, u"list"_s})["count"] == 12);
  const auto usage = answer({u"usage"_s, u"import"_s, u"nowhere.jsonl"_s}, 1);
  QVERIFY(usage.contains("error"));
}

void TestCtl::organizationsAreListed() {
  const auto all = answer({u"organization"_s, u"list"_s});
  QVERIFY(all["count"] == 12);
  QCOMPARE(all["organizations"].size(), std::size_t(12));
  const auto name = QString::fromStdString(all["organizations"][0]["name"].get<std::string>());
  const auto found = answer({u"organization"_s, u"list"_s, u"--search"_s, name.toUpper()});
  QVERIFY(found["count"] >= 1);
  QVERIFY(answer({u"organization"_s, u"list"_s, u"--status"_s, u"closed"_s})["count"] == 0);
  QCOMPARE(answer({u"organization"_s, u"list"_s, u"--limit"_s, u"5"_s})["organizations"].size(),
           std::size_t(5));
}

void TestCtl::invoicesAreListedShownAndExplained() {
  const auto list = answer({u"invoice"_s, u"list"_s, u"--limit"_s, u"1000"_s});
  QVERIFY(!list["invoices"].empty());
  m_invoice = QString::fromStdString(list["invoices"][0]["number"].get<std::string>());
  const auto shown = answer({u"invoice"_s, u"show"_s, m_invoice});
  QVERIFY(shown["number"] == m_invoice.toStdString());
  std::int64_t sum = 0;
  for (const auto &line : shown["lines"])
    sum += line["amount"].get<std::int64_t>();
  QVERIFY(shown["total"] == sum);
  const auto explained = answer({u"invoice"_s, u"explain"_s, m_invoice});
  QCOMPARE(explained["lines"].size(), shown["lines"].size());
  QVERIFY(explained["lines"][0].contains("detail"));
  QVERIFY(answer({u"invoice"_s, u"show"_s, u"INV-1999-000001"_s}, 1)["error"]["code"] ==
          "invoice.not_found");
}

void TestCtl::anInvoiceBecomesThePdfThatItStays() {
  const auto path = m_directory.filePath(u"invoice.pdf"_s);
  const auto contents = [&] {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
  };
  QVERIFY(answer({u"invoice"_s, u"pdf"_s, m_invoice, path})["bytes"] > 1000);
  const auto first = contents();
  QVERIFY(first.startsWith("%PDF"));
  QVERIFY(answer({u"invoice"_s, u"pdf"_s, m_invoice, path}).contains("file"));
  QCOMPARE(contents(), first);
}

void TestCtl::previewWritesNothingAndRunRefusesTheFuture() {
  const auto before = answer({u"invoice"_s, u"list"_s, u"--limit"_s, u"1000"_s})["invoices"].size();
  const auto preview = answer({u"invoice"_s, u"preview"_s, u"--date"_s, inDays(35)});
  QVERIFY(preview["invoices"] > 0);
  QCOMPARE(preview["planned"].size(), preview["listed"].get<std::size_t>());
  QCOMPARE(answer({u"invoice"_s, u"list"_s, u"--limit"_s, u"1000"_s})["invoices"].size(), before);
  QVERIFY(answer({u"invoice"_s, u"run"_s, u"--date"_s, inDays(2)}, 1)["error"]["code"] ==
          "billing.date_in_future");
  QVERIFY(answer({u"invoice"_s, u"preview"_s, u"--date"_s, u"9999-12-31"_s}, 1)["error"]["code"] ==
          "billing.date_too_far");
  QVERIFY(answer({u"invoice"_s, u"run"_s, u"--date"_s, today()}).contains("invoices"));
  QVERIFY(answer({u"invoice"_s, u"run"_s, u"--date"_s, today()})["invoices"] == 0);
}

// SUB-6
void TestCtl::aChangeIsPreviewedExpectedAndDone() {
  const auto organizations = answer({u"organization"_s, u"list"_s})["organizations"];
  QString id;
  for (const auto &row : organizations)
    if (row["subscription_status"] == "active" && row["plan"] != "enterprise")
      id = QString::fromStdString(row["id"].get<std::string>());
  const QStringList change{u"subscription"_s, u"change"_s, id, u"--plan"_s, u"enterprise"_s};
  const auto preview = answer(change + QStringList{u"--preview"_s});
  QCOMPARE(preview["done"].get<bool>(), false);
  QCOMPARE(tests::differences(tests::documented(u"A change is"_s), preview), QStringList());
  QVERIFY(answer(change + QStringList{u"--preview"_s})["digest"] == preview["digest"]);
  const auto refused = answer(change + QStringList{u"--expect"_s, u"0123456789abcdef"_s}, 1);
  QVERIFY(refused["error"]["code"] == "subscription.picture_changed");
  const auto digest = QString::fromStdString(preview["digest"].get<std::string>());
  const auto done = answer(change + QStringList{u"--expect"_s, digest});
  QVERIFY(done["done"].get<bool>() && done["total"] == preview["total"]);
  QVERIFY(answer(change, 1)["error"]["code"] == "subscription.no_change");
  answer({u"subscription"_s, u"cancel"_s, id});
  const QStringList back{u"subscription"_s, u"unschedule"_s, id};
  const auto waits = answer(back + QStringList{u"--preview"_s});
  auto page = tests::documented(u"A change is"_s);
  for (const auto *key : {"subscription", "next_as_scheduled"})
    page[key] = nullptr;
  QCOMPARE(tests::differences(page, waits), QStringList());
  QVERIFY(waits["done"] == false && waits["scheduled_before"] == "cancel");
  QVERIFY(waits["next_as_scheduled"].is_null() && waits["next"].is_object()); // it would end
  QVERIFY(answer(back + QStringList{u"--expect"_s, u"0123456789abcdef"_s}, 1)["error"]["code"] ==
          "subscription.picture_changed");
  const auto seen = QString::fromStdString(waits["digest"].get<std::string>());
  QVERIFY(answer(back + QStringList{u"--expect"_s, seen})["scheduled"].is_null());
  QVERIFY(answer(back, 1)["error"]["code"] == "subscription.no_change");
  answer({u"subscription"_s, u"pause"_s, id});
  answer({u"subscription"_s, u"resume"_s, id});
}

void TestCtl::metricsAreExact() {
  const auto metrics = answer({u"metrics"_s, u"--date"_s, today()});
  std::map<std::string, std::int64_t> listed;
  const auto list = answer({u"organization"_s, u"list"_s});
  for (const auto &row : list["organizations"])
    listed[row["currency"].get<std::string>()] += row["mrr_twelfths"].get<std::int64_t>();
  for (const auto &mrr : metrics["mrr"])
    QCOMPARE(mrr["twelfths"].get<std::int64_t>(), listed[mrr["currency"].get<std::string>()]);
  QVERIFY(!metrics["mrr"].empty());
  const auto text = ctl({u"metrics"_s, u"--date"_s, today()});
  QCOMPARE(text.status, 0);
  QVERIFY(text.output.contains("MRR"));
}

void TestCtl::workersStopWhenIdle() {
  const auto worked = answer({u"work"_s, u"--until-idle"_s});
  QVERIFY(worked["dead_jobs"].empty());
}

void TestCtl::booksAndTrailAgree() {
  const auto doctor = answer({u"doctor"_s});
  QVERIFY(doctor["sound"] == true);
  QVERIFY(doctor["checks"].size() > 20);
  QVERIFY(answer({u"audit"_s, u"verify"_s})["sound"] == true);
}

void TestCtl::doctorNamesADifference() {
  auto database = store::Database::open({m_cluster->url(), {}, u"tests"_s});
  QVERIFY(database.has_value());
  // Behind the triggers' back, as only a superuser can.
  QVERIFY((*database)
              ->script("set session_replication_role = replica;"
                       "update tenantry.subscription set mrr_twelfths = mrr_twelfths + 1 "
                       "where ended_at is null")
              .has_value());
  const auto doctor = answer({u"doctor"_s}, 1);
  QVERIFY(doctor["sound"] == false);
  QVERIFY(doctor["differences"] > 0);
  QVERIFY((*database)
              ->script("update tenantry.subscription set mrr_twelfths = mrr_twelfths - 1 "
                       "where ended_at is null")
              .has_value());
  QVERIFY(answer({u"doctor"_s})["sound"] == true);
}

void TestCtl::backupRestoresIntoAFreshCluster() {
  const auto file = m_directory.filePath(u"book.backup"_s);
  QVERIFY(answer({u"backup"_s, file})["bytes"] > 0);
  QVERIFY(answer({u"backup"_s, file})["bytes"] > 0); // the one before is replaced
  QVERIFY(!(QFileInfo(file).permissions() & (QFile::ReadGroup | QFile::ReadOther)));
  QVERIFY(answer({u"backup"_s, m_directory.path()}, 1)["error"]["code"] == "backup.failed");
  QVERIFY(answer({u"restore"_s, file}, 1)["error"]["code"] == "restore.not_empty");
  const QTemporaryDir fresh(u"/tmp/tenantry-ctl-XXXXXX"_s);
  const auto elsewhere = [&](const QStringList &arguments) {
    return tests::runProgram(u"tenantryctl"_s,
                             QStringList{u"--json"_s, u"--embedded"_s, fresh.path()} + arguments);
  };
  const auto refused = [&](const QString &broken) {
    return QString::fromStdString(
        elsewhere({u"restore"_s, broken}).json()["error"]["code"].get<std::string>());
  };
  QFile whole(file);
  QVERIFY(whole.open(QIODevice::ReadOnly));
  const auto torn = write(m_directory, u"torn.backup"_s, whole.read(whole.size() * 9 / 10));
  QCOMPARE(refused(u"README.md"_s), u"restore.not_a_backup"_s);
  QCOMPARE(refused(u"/nowhere"_s), u"restore.not_a_backup"_s);
  QVERIFY(refused(torn).startsWith(u"restore."_s));
  const auto restored = elsewhere({u"restore"_s, file}); // nothing of those is left
  QVERIFY2(restored.status == 0, restored.output.constData());
  QCOMPARE(tests::differences(tests::documented(u"| `restore FILE`"_s), restored.json()),
           QStringList());
  QVERIFY(restored.json()["differences"] == 0);
  QVERIFY(elsewhere({u"audit"_s, u"verify"_s}).json()["sound"] == true);
  QVERIFY(elsewhere({u"organization"_s, u"list"_s}).json()["count"] == 12);
}

void TestCtl::restoreTouchesNobodysDatabase() {
  auto server = store::Database::open({m_cluster->url(u"postgres"_s), {}, u"tests"_s});
  QVERIFY(server && (*server)->script("create database somebodys"));
  const auto url = m_cluster->url(u"somebodys"_s);
  auto database = store::Database::open({url, {}, u"tests"_s});
  QVERIFY(database && (*database)->script("create table theirs (x integer)"));
  const auto ran =
      tests::runProgram(u"tenantryctl"_s, {u"--json"_s, u"--database"_s, url, u"restore"_s,
                                           m_directory.filePath(u"book.backup"_s)});
  QCOMPARE(ran.status, 1);
  QVERIFY(ran.json()["error"]["code"] == "restore.not_empty");
}

void TestCtl::scenariosPassFailOrAreInvalid() {
  const QByteArray head =
      "name = \"start\"\nstart = 2026-01-31T09:00:00Z\n"
      "[[step]]\nat = 2026-01-31T09:00:00Z\ndo = \"organization.create\"\n"
      "with = { ref = \"acme\", name = \"Acme\", email = \"ops@acme.example\", "
      "time_zone = \"UTC\", currency = \"USD\", country = \"US\", trial = false }\n"
      "[[step]]\nat = 2026-01-31T10:00:00Z\ndo = \"subscription.start\"\n"
      "with = { organization = \"acme\", plan = \"starter\" }\n"
      "[[expect]]\nat = 2026-02-01T00:00:00Z\n";
  const auto good = write(m_directory, u"good.toml"_s,
                          head + "invoice = { organization = \"acme\", nth = 1, total = 4900 }\n");
  const auto wrong = write(m_directory, u"wrong.toml"_s,
                           head + "invoice = { organization = \"acme\", nth = 1, total = 4901 }\n");
  const auto broken = write(m_directory, u"broken.toml"_s, "name = \"broken\"\nstrat = 1\n");
  const auto passed = answer({u"scenario"_s, u"run"_s, good, good, u"--jobs"_s, u"2"_s});
  QCOMPARE(passed["scenarios"].size(), std::size_t(2));
  QVERIFY(passed["scenarios"][0]["passed"] == true);
  const auto failed = answer({u"scenario"_s, u"run"_s, wrong, good}, 1);
  QVERIFY(failed["scenarios"][0]["passed"] == false);
  QVERIFY(!failed["scenarios"][0]["failures"].empty());
  QVERIFY(failed["scenarios"][1]["passed"] == true);
  const auto invalid = answer({u"scenario"_s, u"run"_s, broken}, 2);
  QVERIFY(invalid["error"]["code"].get<std::string>().starts_with("scenario."));
}

void TestCtl::whatIsDocumentedComesOut_data() {
  QTest::addColumn<QString>("words");
  QTest::addColumn<QStringList>("command");
  QTest::addColumn<int>("status");
  const auto row = [](const char *words, const QStringList &command, int status = 0) {
    QTest::newRow(words) << QString::fromUtf8(words) << command << status;
  };
  row("| `migrate`", {u"migrate"_s});
  row("| `backup FILE`", {u"backup"_s, m_directory.filePath(u"again.backup"_s)});
  row("| `doctor`", {u"doctor"_s});
  row("| `audit verify`", {u"audit"_s, u"verify"_s});
  row("| `business plan", {u"business"_s, u"plan"_s, u"tests/data/business/minimal"_s}, 1);
  row("| `business apply", {u"business"_s, u"apply"_s, u"resources/business/default"_s});
  row("| `organization list", {u"organization"_s, u"list"_s});
  row("| `invoice list", {u"invoice"_s, u"list"_s});
  row("| `invoice show", {u"invoice"_s, u"show"_s, m_invoice});
  row("| `invoice explain", {u"invoice"_s, u"explain"_s, m_invoice});
  row("| `invoice pdf", {u"invoice"_s, u"pdf"_s, m_invoice, m_directory.filePath(u"a.pdf"_s)});
  row("| `invoice preview", {u"invoice"_s, u"preview"_s, u"--date"_s, inDays(35)});
  row("| `invoice run", {u"invoice"_s, u"run"_s, u"--date"_s, today()});
  row("`metrics --date D [--in CURRENCY]` gives", {u"metrics"_s, u"--date"_s, today()});
  row("| `import stripe", {u"import"_s, u"stripe"_s, u"tests/data/import/book"_s}, 1);
  row("| `jobs list", {u"jobs"_s, u"list"_s});
  row("| `work", {u"work"_s, u"--until-idle"_s});
  row("| `scenario run", {u"scenario"_s, u"run"_s, m_directory.filePath(u"wrong.toml"_s)}, 1);
}

void TestCtl::whatIsDocumentedComesOut() {
  QFETCH(QString, words);
  QFETCH(QStringList, command);
  QFETCH(int, status);
  auto found = answer(command, status);
  found.erase("error");
  found.erase("errors");
  const bool isInvoice = words.endsWith(u"show"_s) || words.endsWith(u"explain"_s);
  if (isInvoice) // said in its row, of the invoice alone
    for (const auto *link : {"issued_again_as", "in_place_of"})
      QCOMPARE(found.erase(link), std::size_t(1));
  const auto page = isInvoice                      ? tests::documentedInvoice()
                    : words.endsWith(u"apply"_s)   ? tests::documented(u"| `business plan"_s)
                    : words.endsWith(u"preview"_s) ? tests::documentedPreview()
                                                   : tests::documented(words);
  QVERIFY(page.is_object());
  QCOMPARE(tests::differences(page, found), QStringList());
}

QTEST_GUILESS_MAIN(TestCtl)
#include "tst_ctl.moc"
