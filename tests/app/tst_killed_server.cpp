// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/programs.h"

#include <QDate>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>

using namespace Qt::StringLiterals;
using namespace tenantry::tests;

/// 4-quality, “Reliability”: PostgreSQL itself is killed in the middle of work, and all of its
/// processes with it, as when the machine loses its power.
class TestKilledServer : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void aBillingRunGoesOnWhereItWas();
};

namespace {

pid_t serverOf(const QString &directory) {
  QFile file(directory + u"/data/postmaster.pid"_s);
  return file.open(QIODevice::ReadOnly) ? pid_t(file.readLine().trimmed().toInt()) : 0;
}

bool isThere(pid_t process) { return process > 0 && ::kill(process, 0) == 0; }

/// Field 4 of /proc/PID/stat (proc(5)), after the name in brackets, which may hold anything.
pid_t parentOf(const QString &process) {
  QFile file(process + u"/stat"_s);
  if (!file.open(QIODevice::ReadOnly))
    return 0;
  const auto stat = file.readAll();
  return pid_t(stat.mid(stat.lastIndexOf(')') + 2).split(' ').value(1).toInt());
}

/// False: no server is there that could be killed.
bool killServer(const QString &directory) {
  const auto server = serverOf(directory);
  if (!isThere(server) || ::kill(server, SIGSTOP) != 0) // so that it starts no more of them
    return false;
  for (QDirIterator all(u"/proc"_s, QDir::Dirs | QDir::NoDotAndDotDot); all.hasNext();) {
    const auto process = all.next();
    if (parentOf(process) == server)
      ::kill(pid_t(all.fileName().toInt()), SIGKILL);
  }
  return ::kill(server, SIGKILL) == 0;
}

/// As exported: customers whose subscriptions have waited for their renewals since last winter.
bool writeBook(const QString &folder, int customers) {
  QFile names(folder + u"/customers.csv"_s), terms(folder + u"/subscriptions.csv"_s);
  if (!names.open(QIODevice::WriteOnly) || !terms.open(QIODevice::WriteOnly))
    return false;
  names.write("id,Email,Name,Created (UTC),Currency,Address Country (metadata)\n");
  terms.write("id,Customer ID,Plan,Quantity,Currency,Interval,Amount,Status,Created (UTC),"
              "Start (UTC),Current Period Start (UTC),Current Period End (UTC)\n");
  const auto last = QDate::currentDate().addMonths(-8);
  const QDate from(last.year(), last.month(), 1), until = from.addMonths(1);
  for (int number = 0; number < customers; ++number) {
    const auto id = QByteArray::number(number), begun = from.toString(Qt::ISODate).toUtf8();
    names.write("cus_" + id + ",ops@c" + id + ".example,Customer " + id + ',' + begun +
                " 00:00:00,usd,US\n");
    terms.write("sub_" + id + ",cus_" + id + ",starter,1,usd,month,49.00,active," + begun +
                " 00:00:00," + begun + " 00:00:00," + begun + " 00:00:00," +
                until.toString(Qt::ISODate).toUtf8() + " 00:00:00\n");
  }
  return true;
}

} // namespace

void TestKilledServer::aBillingRunGoesOnWhereItWas() {
  const QTemporaryDir folder;
  QFile::setPermissions(folder.path(), QFile::permissions(folder.path()) | QFile::ExeOther);
  const auto directory = folder.filePath(u"book"_s);
  const Ctl ctl(directory);
  QVERIFY(writeBook(folder.path(), 200));
  QCOMPARE(ctl.run({u"import"_s, u"stripe"_s, folder.path()}).status, 0);
  const auto day = QDate::currentDate().toString(Qt::ISODate);
  const QStringList list{u"invoice"_s, u"list"_s, u"--limit"_s, u"100000"_s};
  const auto before = ctl.answer(list)["invoices"].size();
  const auto planned = ctl.answer({u"invoice"_s, u"preview"_s, u"--date"_s, day})["invoices"];
  QVERIFY(planned.is_number_unsigned() && planned.get<std::size_t>() > 1000);
  int killed = 0;
  // Begun and killed a little later each time, until one is through before it is killed.
  for (int wait = 400;; wait *= 2) {
    QProcess run;
    run.start(programPath(u"tenantryctl"_s), {u"--embedded"_s, directory, u"invoice"_s, u"run"_s,
                                              u"--date"_s, day, u"--workers"_s, u"2"_s});
    QTRY_VERIFY_WITH_TIMEOUT(isThere(serverOf(directory)), patience);
    if (!run.waitForFinished(wait) && killServer(directory))
      ++killed;
    QVERIFY(run.state() == QProcess::NotRunning || run.waitForFinished(patience));
    QCOMPARE(run.exitStatus(), QProcess::NormalExit);
    if (run.exitCode() == 0)
      break;
    const auto why = run.readAllStandardError();
    QVERIFY2(why.contains("[store.") || why.contains("[cluster."), why.constData());
  }
  QVERIFY(killed > 0);
  QCOMPARE(ctl.answer(list)["invoices"].size(), before + planned.get<std::size_t>());
  QVERIFY(ctl.answer({u"invoice"_s, u"run"_s, u"--date"_s, day})["invoices"] == 0);
  QCOMPARE(ctl.run({u"doctor"_s}).status, 0);
  QCOMPARE(ctl.run({u"audit"_s, u"verify"_s}).status, 0);
}

QTEST_GUILESS_MAIN(TestKilledServer)
#include "tst_killed_server.moc"
