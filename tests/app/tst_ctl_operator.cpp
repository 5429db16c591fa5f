// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/database.h"
#include "services/store/embedded_cluster.h"
#include "tests/app/documented.h"
#include "tests/app/programs.h"

#include <QTemporaryDir>
#include <QTemporaryFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using tenantry::tests::patience;

/// The command line where something went wrong before, or somebody else does the same. The
/// functions build on each other, in this order.
class TestCtlOperator : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase();
  void ofTwoDemosTheSecondWaits();
  void whatIfIsAskedOfThePlan();
  void aDeadJobIsNamedListedAndBeginsAnew();
  void aPersonHasHerOwnRights();
  void nobodySignsForAnother_data();
  void nobodySignsForAnother();
  void loginsAreMadeAndEnded();
  void restoreCleansUpAfterOneThatWasKilled();

private:
  nlohmann::json answer(const QStringList &arguments, int status = 0) const {
    return m_ctl.answer(arguments, status);
  }
  QTemporaryDir m_directory{u"/tmp/tenantry-ctl-XXXXXX"_s};
  std::unique_ptr<store::EmbeddedCluster> m_cluster; ///< held, so that commands need not start it
  std::unique_ptr<store::Database> m_server;
  tests::Ctl m_ctl{m_directory.path()};
};

namespace {

struct Running : QProcess {
  Running(const QString &directory, const QStringList &arguments) {
    start(tests::programPath(u"tenantryctl"_s),
          QStringList{u"--json"_s, u"--embedded"_s, directory} + arguments);
  }
  nlohmann::json document() {
    return nlohmann::json::parse(readAllStandardOutput().toStdString(), nullptr, false);
  }
};

} // namespace

void TestCtlOperator::initTestCase() {
  QVERIFY(m_directory.isValid());
  auto cluster = store::EmbeddedCluster::open(m_directory.path());
  QVERIFY2(cluster.has_value(), cluster ? "" : qPrintable(cluster.error().toString()));
  m_cluster = std::move(*cluster);
  auto server = store::Database::open({m_cluster->url(), {}, u"tests"_s});
  QVERIFY(server.has_value());
  m_server = std::move(*server);
}

void TestCtlOperator::ofTwoDemosTheSecondWaits() {
  QVERIFY(answer({u"business"_s, u"apply"_s, u"resources/business/default"_s}).contains("version"));
  const QStringList demo{u"demo"_s, u"--organizations"_s, u"12"_s, u"--months"_s,
                         u"2"_s,    u"--if-empty"_s};
  Running first(m_directory.path(), demo);
  Running second(m_directory.path(), demo);
  QVERIFY(first.waitForFinished(patience) && second.waitForFinished(patience));
  QCOMPARE(first.exitCode(), 0);
  QCOMPARE(second.exitCode(), 0);
  QVERIFY(first.document()["filled"] != second.document()["filled"]);
  QVERIFY(answer({u"organization"_s, u"list"_s})["count"] == 12);
  QVERIFY(answer({u"doctor"_s})["sound"] == true);
}

void TestCtlOperator::whatIfIsAskedOfThePlan() {
  const auto shipped = u"resources/business/default"_s;
  QVERIFY(answer({u"business"_s, u"plan"_s, shipped})["what_if"].is_null());
  const auto same = answer({u"business"_s, u"plan"_s, shipped, u"--months"_s, u"12"_s})["what_if"];
  QVERIFY(same["plans"].empty() && same["pay_more"] == 0);
  QTemporaryDir dearer;
  QVERIFY(QDir(dearer.path()).mkdir(u"plans"_s));
  for (const auto &file : {u"business.toml"_s, u"metrics.toml"_s, u"plans/starter.toml"_s,
                           u"plans/professional.toml"_s, u"plans/enterprise.toml"_s}) {
    QFile from(shipped + u'/' + file), to(dearer.filePath(file));
    QVERIFY(from.open(QIODevice::ReadOnly) && to.open(QIODevice::WriteOnly));
    to.write(from.readAll().replace("amount = 4900\n", "amount = 5900\n"));
  }
  const auto more = answer({u"business"_s, u"plan"_s, dearer.path(), u"--months"_s, u"2"_s,
                            u"--most"_s, u"1"_s})["what_if"];
  QVERIFY(more["pay_more"] > 1 && more["pay_less"] == 0);
  QCOMPARE(more["customers"].size(), std::size_t(1));
  for (const auto &plan : more["plans"])
    QVERIFY(plan["plan"] == "starter" && plan["then"]["fees"] > plan["now"]["fees"]);
}

void TestCtlOperator::aDeadJobIsNamedListedAndBeginsAnew() {
  QVERIFY(m_server->script(
      "insert into job (job_id, queue, kind, key, payload, state, run_at, attempts, max_attempts, "
      "last_error, created_at, finished_at) values ('01900000-0000-7000-8000-000000000001', "
      "'billing', 'billing.wake', 'next', '{}', 'dead', now(), 20, 20, "
      "'No disk. [store.disk_full]', now(), now())"));
  const auto id = u"01900000-0000-7000-8000-000000000001"_s;
  const auto doctor = answer({u"doctor"_s}, 1);
  QVERIFY(doctor["differences"] == 1);
  const auto &check = doctor["checks"][doctor["checks"].size() - 3];
  QVERIFY(check["name"] == "job.dead");
  const auto message = check["differences"][0]["message"].get<std::string>();
  QVERIFY2(message.find("billing.wake next") != std::string::npos &&
               message.find("No disk.") != std::string::npos,
           message.c_str());
  const auto dead = answer({u"jobs"_s, u"list"_s, u"--state"_s, u"dead"_s})["jobs"];
  QCOMPARE(dead.size(), std::size_t(1));
  QVERIFY(dead[0]["id"] == id.toStdString());
  QVERIFY(dead[0]["attempts"] == 20);
  QVERIFY(dead[0]["error"] == "No disk. [store.disk_full]");
  QVERIFY(answer({u"jobs"_s, u"list"_s, u"--state"_s, u"running"_s})["jobs"].empty());
  QVERIFY(m_ctl.run({u"jobs"_s, u"list"_s}).output.contains("20 of 20"));
  auto again = answer({u"jobs"_s, u"retry"_s, id});
  QCOMPARE(tests::differences(tests::documented(u"| `jobs list"_s)["jobs"][0], again),
           QStringList());
  QVERIFY(again["state"] == "ready" && again["attempts"] == 0);
  QVERIFY(answer({u"jobs"_s, u"retry"_s, id}, 1)["error"]["code"] == "job.not_found");
  QVERIFY(answer({u"doctor"_s})["sound"] == true);
}

void TestCtlOperator::aPersonHasHerOwnRights() {
  QVERIFY(m_ctl.run({u"staff"_s, u"add"_s, u"fay"_s, u"--role"_s, u"finance"_s}).status == 0);
  const auto asHer = [&](const QStringList &arguments, int status = 0) {
    const auto ran = tests::runProgram(
        u"tenantryctl"_s,
        QStringList{u"--json"_s, u"--database"_s, m_cluster->url() + u" user=fay"_s} + arguments);
    if (ran.status != status)
      qWarning().noquote() << ran.output;
    return ran.status == status ? nlohmann::json::parse(ran.output.toStdString())
                                : nlohmann::json::object();
  };
  QVERIFY(!asHer({u"invoice"_s, u"list"_s})["invoices"].empty());
  QVERIFY(!asHer({u"ledger"_s, u"months"_s})["months"].empty());
  QVERIFY(asHer({u"doctor"_s}, 1)["error"]["code"] == "store.forbidden");
  const auto listed = asHer({u"organization"_s, u"list"_s});
  const auto id = QString::fromStdString(listed["organizations"][0]["id"]);
  QVERIFY(asHer({u"balance"_s, u"adjust"_s, id, u"1.00"_s, u"--currency"_s, u"EUR"_s, u"--reason"_s,
                 u"kindness"_s})["done"] == true);
  const auto who = m_server->adHoc(
      "select string_agg(distinct actor, ' ') from tenantry.event where type = 'balance.adjusted'");
  QVERIFY(who);
  QCOMPARE((*who)[0].get<QString>(0), u"fay"_s);
  QVERIFY(asHer({u"staff"_s, u"add"_s, u"eve"_s, u"--role"_s, u"finance"_s}, 1).contains("error"));
  QTemporaryFile usage;
  QVERIFY(usage.open());
  usage.write(R"({"specversion": "1.0", "id": "e1", "source": ")" + id.toUtf8() +
              R"(", "type": "api_calls", "data": {"quantity": 1}})");
  usage.close();
  QVERIFY(asHer({u"usage"_s, u"import"_s, usage.fileName()}, 1).contains("error"));
  const auto landed = m_server->adHoc("select count(*) from tenantry.usage_event where key = 'e1'");
  QVERIFY(landed && (*landed)[0].get<std::int64_t>(0) == 0);
}

void TestCtlOperator::nobodySignsForAnother_data() {
  QTest::addColumn<QByteArray>("sql");
  const auto row = [](const char *name, const QByteArray &sql) { QTest::newRow(name) << sql; };
  row("an entry of the trail",
      "select audit_write(array[gen_random_uuid()], 'invoice', 'delete', array['{}'::json], null)");
  row("the trail's trigger on a table of her own",
      "create temp table mine (organization_id uuid); create trigger forged after insert on mine "
      "referencing new table as new_rows for each statement execute function "
      "audit_inserted('invoice')");
  row("sums of an invoice", "select invoice_check_sums(array[gen_random_uuid()], "
                            "array[gen_random_uuid()], array[1::bigint])");
  row("an event", "insert into event select organization_id, 100000, 'invoice.paid', now(), 'eve', "
                  "'{}' from organization limit 1");
  row("a closed month",
      "insert into book_closing (closed_through, reason, actor, closed_at) values "
      "('2020-01-31', 'r', 'eve', now())");
}

void TestCtlOperator::nobodySignsForAnother() {
  QFETCH(const QByteArray, sql);
  auto her = store::Database::open({m_cluster->url() + u" user=fay"_s, {}, u"tests"_s});
  QVERIFY(her.has_value());
  const auto refused = (*her)->transaction([&]() -> Result<> {
    TENANTRY_CHECK((*her)->setActor(u"eve"_s));
    return (*her)->script(sql);
  });
  QVERIFY(!refused);
  QCOMPARE(refused.error().code, u"store.forbidden"_s);
  // What she may do stands under her name, whatever she says.
  const auto renamed = (*her)->transaction([&]() -> Result<> {
    TENANTRY_CHECK((*her)->setActor(u"eve"_s));
    return (*her)->script("update organization set revision = revision + 1");
  });
  QVERIFY(renamed.has_value());
  const auto who = m_server->adHoc("select actor from tenantry.audit_entry where table_name = "
                                   "'organization' order by entry_id desc limit 1");
  QVERIFY(who);
  QCOMPARE((*who)[0].get<QString>(0), u"fay"_s);
}

void TestCtlOperator::loginsAreMadeAndEnded() {
  const auto made = answer(
      {u"staff"_s, u"add"_s, u"ada"_s, u"--role"_s, u"finance"_s, u"--role"_s, u"support"_s});
  QCOMPARE(tests::differences(tests::documented(u"| `staff add"_s), made), QStringList());
  QVERIFY(made["password"].get<std::string>().size() >= 12);
  QVERIFY(answer({u"staff"_s, u"add"_s, u"ada"_s, u"--role"_s, u"finance"_s}, 1)["error"]["code"] ==
          "staff.exists");
  QVERIFY(m_ctl.run({u"staff"_s, u"add"_s, u"bob"_s, u"--role"_s, u"owner"_s}).status == 2);
  QProcess typed;
  typed.start(tests::programPath(u"tenantryctl"_s),
              {u"--json"_s, u"--embedded"_s, m_directory.path(), u"staff"_s, u"add"_s, u"daemon"_s,
               u"--role"_s, u"worker"_s, u"--password-stdin"_s});
  typed.write("a password of its own\n");
  typed.closeWriteChannel();
  QVERIFY(typed.waitForFinished(patience));
  const auto silent = nlohmann::json::parse(typed.readAllStandardOutput().toStdString());
  QVERIFY(typed.exitCode() == 0 && silent["password"].is_null());
  const auto listed = answer({u"staff"_s, u"list"_s});
  QCOMPARE(tests::differences(tests::documented(u"| `staff list"_s), listed), QStringList());
  QCOMPARE(listed["staff"].size(), std::size_t(3)); // with fay
  QVERIFY(listed["staff"][0]["roles"] == nlohmann::json({"finance", "support"}));
  const auto ada = store::Database::open({m_cluster->url() + u" user=ada"_s, {}, u"tests"_s});
  QVERIFY(ada.has_value());
  const auto ended = answer({u"staff"_s, u"end"_s, u"ada"_s});
  QCOMPARE(tests::differences(tests::documented(u"| `staff end"_s), ended), QStringList());
  QVERIFY(ended["sessions_cut"] == 1);
  QVERIFY(!(*ada)->adHoc("select 1"));
  QVERIFY(!store::Database::open({m_cluster->url() + u" user=ada"_s, {}, u"tests"_s}));
  QVERIFY(answer({u"staff"_s, u"list"_s})["staff"][0]["may_connect"] == false);
  QVERIFY(answer({u"staff"_s, u"end"_s, u"nobody"_s}, 1)["error"]["code"] == "staff.not_found");
}

void TestCtlOperator::restoreCleansUpAfterOneThatWasKilled() {
  const auto file = m_directory.filePath(u"book.backup"_s);
  QVERIFY(answer({u"backup"_s, file})["bytes"] > 0);
  const auto mine = m_server->adHoc("select 'tenantry_restore_' || pg_backend_pid()");
  QVERIFY(mine);
  const auto ofALivingOne = (*mine)[0].get<QString>(0);
  for (const auto &name :
       {u"restored"_s, u"tenantry_restore_1"_s, u"tenantry_restore_mine"_s, ofALivingOne})
    QVERIFY(m_server->script("create database " + name.toUtf8()));
  const auto ran =
      tests::runProgram(u"tenantryctl"_s, {u"--json"_s, u"--database"_s,
                                           m_cluster->url(u"restored"_s), u"restore"_s, file});
  QVERIFY2(ran.status == 0, ran.output.constData());
  const auto left = m_server->adHoc(
      "select string_agg(datname, ' ' order by datname = 'tenantry_restore_mine') from pg_database "
      "where datname like 'tenantry\\_restore\\_%'");
  QVERIFY(left);
  QCOMPARE((*left)[0].get<QString>(0), ofALivingOne + u" tenantry_restore_mine"_s);
}

QTEST_GUILESS_MAIN(TestCtlOperator)
#include "tst_ctl_operator.moc"
