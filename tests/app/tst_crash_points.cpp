// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/due_book.h"
#include "tests/app/programs.h"
#include "tests/architecture/source_tree.h"
#include "tests/services/automation/smtp_peer.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>
#include <csignal>
#include <random>

using namespace tenantry;
using namespace tenantry::tests;

/// Kills the programs at every place that docs/operations.md names, and wherever chance has it.
/// Afterwards others go on, and the book is that of a run in which nobody was killed.
class TestCrashPoints : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase();
  void killedThereNothingIsLostOrDoubled_data();
  void killedThereNothingIsLostOrDoubled();
  void killedAgainAndAgainNothingIsLostOrDoubled_data();
  void killedAgainAndAgainNothingIsLostOrDoubled();

private:
  void workOffWhatIsLeft(WorkedBook &book);
  void killTheDaemon(const QString &point);
  void killTheImport(const QString &point);
  void killTheDemo(const QString &point);
  void killTheBankImport(const QString &point);
  void killTheUnassignment(const QString &point);
  void killTheMail(const QString &point);
  std::unique_ptr<DueBook> m_due;
  std::map<QString, QStringList> m_undisturbed; ///< sizes of a book nobody was killed on
  qint64 m_takes = 0;                           ///< a daemon, from its start to the last job, in ms
};

namespace {

constexpr int partlyBad = 1; // some rows of the export are refused, the others land

QStringList namedPoints() {
  static const QRegularExpression row(u"^\\| `([a-z_]+\\.[a-z_]+)` \\|"_s,
                                      QRegularExpression::MultilineOption);
  const auto page = architecture::contentOf(u"docs/operations.md"_s);
  QStringList points;
  for (auto it = row.globalMatch(page.mid(page.indexOf(u"| crash point |"_s))); it.hasNext();)
    points.append(it.next().captured(1));
  return points;
}

/// It gets killed at that point.
void startDaemon(QProcess &process, const WorkedBook &book, const QString &crashAt = {},
                 const QStringList &more = {}) {
  auto environment = QProcessEnvironment::systemEnvironment();
  if (!crashAt.isEmpty())
    environment.insert(u"TENANTRY_CRASH_AT"_s, crashAt);
  process.setProcessEnvironment(environment);
  process.setProcessChannelMode(QProcess::MergedChannels);
  process.start(programPath(u"tenantryd"_s),
                QStringList{u"--database"_s, book.url(), u"--workers"_s, u"2"_s} + more);
}

bool isKilled(QProcess &process) {
  return process.waitForFinished(patience) && process.exitStatus() == QProcess::CrashExit &&
         process.exitCode() == SIGKILL;
}

QStringList importInto(const WorkedBook &book) {
  return {u"--database"_s, book.url(), u"import"_s, u"stripe"_s, u"tests/data/import/book"_s};
}

/// Each selects what must not be.
const std::pair<const char *, const char *> wrongs[] = {
    {"a customer was not renewed and invoiced exactly once",
     "tenantry.organization where 1 <> (select count(*) from tenantry.invoice "
     "where invoice.organization_id = organization.organization_id and period_index = 1)"},
    {"an invoice is not paid", "tenantry.invoice where status <> 'paid'"},
    {"numbers have gaps",
     "(select from tenantry.invoice group by left(number, 8) "
     "having max(right(number, 6)::integer) <> count(distinct number) or count(*) <> "
     "count(distinct number)) as gap"},
    {"an invoice was not charged exactly once at the provider",
     "tenantry.invoice where 1 <> (select count(*) from tenantry.simulator_charge "
     "where idempotency_key like 'pay:' || invoice_id || ':%' and outcome = 'succeeded' and "
     "amount = invoice.total)"},
    {"the provider charged for something else",
     "tenantry.simulator_charge where idempotency_key not in (select idempotency_key from "
     "tenantry.payment_attempt where status = 'succeeded')"},
    {"a refund was not given back exactly once at the provider",
     "tenantry.refund where status <> 'succeeded' or 1 <> (select count(*) from "
     "tenantry.simulator_refund as s where s.idempotency_key = refund.idempotency_key and "
     "s.amount = refund.amount)"},
    {"a consumer has not had all events",
     "tenantry.organization_head cross join (values ('billing.due'), ('payments.charge')) as "
     "known (consumer) left join tenantry.consumer_position using (organization_id, consumer) "
     "where consumer_position.sequence is distinct from organization_head.sequence"},
    {"an event was consumed twice",
     "tenantry.invoice where period_index = 1 and 1 <> (select count(*) from tenantry.job "
     "where kind = 'payment.charge' and key = invoice_id::text)"},
    {"a job has died", "tenantry.job where state = 'dead'"}};

} // namespace

void TestCrashPoints::initTestCase() {
  m_due = std::make_unique<DueBook>();
  const auto worked = m_due->copy(u"worked"_s);
  QProcess daemon;
  QElapsedTimer since;
  since.start();
  startDaemon(daemon, *worked);
  QTRY_VERIFY_WITH_TIMEOUT(worked->isIdle(), patience);
  m_takes = since.elapsed();
  daemon.terminate();
  QVERIFY(daemon.waitForFinished(patience));
  m_undisturbed[u"worked"_s] = worked->sizes();
  const auto imported = m_due->copy(u"imported"_s);
  QCOMPARE(runProgram(u"tenantryctl"_s, importInto(*imported)).status, partlyBad);
  m_undisturbed[u"imported"_s] = imported->sizes();
  QVERIFY(m_undisturbed[u"worked"_s] != m_undisturbed[u"imported"_s]);
}

void TestCrashPoints::killedThereNothingIsLostOrDoubled_data() {
  QTest::addColumn<QString>("point");
  const auto points = namedPoints();
  QVERIFY(points.contains(u"billing.before_commit"_s));
  for (const auto &point : points)
    QTest::newRow(qPrintable(point)) << point;
}

void TestCrashPoints::killedThereNothingIsLostOrDoubled() {
  QFETCH(QString, point);
  const auto group = point.section(u'.', 0, 0);
  if (group == "import"_L1 || group == "usage_import"_L1)
    killTheImport(point);
  else if (point == "bank.before_unassign_commit"_L1)
    killTheUnassignment(point);
  else if (group == "bank"_L1)
    killTheBankImport(point);
  else if (group == "demo"_L1)
    killTheDemo(point);
  else if (group == "mail"_L1)
    killTheMail(point);
  else
    killTheDaemon(point);
}

void TestCrashPoints::killTheDaemon(const QString &point) {
  const auto book = m_due->copy(QString(point).replace(u'.', u'_'));
  QProcess victim;
  startDaemon(victim, *book, point);
  QVERIFY2(isKilled(victim), "no daemon gets there: this crash point needs a kill of its own here");
  workOffWhatIsLeft(*book);
}

void TestCrashPoints::workOffWhatIsLeft(WorkedBook &book) {
  book.endLeases();
  QProcess heir;
  startDaemon(heir, book);
  QTRY_VERIFY_WITH_TIMEOUT(book.isIdle(), patience);
  heir.terminate();
  QVERIFY(heir.waitForFinished(patience));
  for (const auto &[meaning, from] : wrongs)
    QVERIFY2(book.count(from) == 0, meaning);
  QCOMPARE(book.differences(), QStringList());
  QCOMPARE(book.sizes(), m_undisturbed[u"worked"_s]);
}

void TestCrashPoints::killedAgainAndAgainNothingIsLostOrDoubled_data() {
  QTest::addColumn<unsigned>("seed");
  for (const unsigned seed : {1u, 2u, 3u})
    QTest::addRow("seed %u", seed) << seed;
}

void TestCrashPoints::killedAgainAndAgainNothingIsLostOrDoubled() {
  QFETCH(const unsigned, seed);
  const auto book = m_due->copy(u"chance_%1"_s.arg(seed));
  std::mt19937 chance(seed);
  for (int kill = 0; kill < 5; ++kill) {
    QProcess victim;
    startDaemon(victim, *book);
    QVERIFY(victim.waitForStarted(patience));
    QTest::qWait(std::uniform_int_distribution(0, int(m_takes))(chance));
    victim.kill();
    QVERIFY(victim.waitForFinished(patience));
    book->endLeases();
  }
  workOffWhatIsLeft(*book);
}

// Its one transfer pays an invoice of the book; imported again it is known.
void TestCrashPoints::killTheBankImport(const QString &point) {
  const auto book = m_due->copy(QString(point).replace(u'.', u'_'));
  const QStringList import{u"--database"_s, book->url(), u"import"_s, u"bank"_s,
                           u"tests/data/bank/camt053-08.xml"_s};
  QVERIFY2(runProgram(u"tenantryctl"_s, import, point).status == -1,
           "the import does not get there");
  QCOMPARE(book->count("tenantry.bank_entry"), std::int64_t(0));
  for (int i = 0; i < 2; ++i)
    QCOMPARE(runProgram(u"tenantryctl"_s, import).status, 0);
  QCOMPARE(book->count("tenantry.bank_entry"), std::int64_t(6));
  QCOMPARE(book->differences(), QStringList());
}

// What is killed while it is undone is still assigned, and undone the next time.
void TestCrashPoints::killTheUnassignment(const QString &point) {
  const auto book = m_due->copy(QString(point).replace(u'.', u'_'));
  const QStringList bank{u"--database"_s, book->url(), u"bank"_s};
  const QStringList import{u"--database"_s, book->url(), u"import"_s, u"bank"_s,
                           u"tests/data/bank/camt053-08.xml"_s};
  QCOMPARE(runProgram(u"tenantryctl"_s, import).status, 0);
  const auto one = [&](const char *sql) {
    return expect(book->owner().adHoc(sql))[0].get<QString>(0);
  };
  const auto entry = one("select bank_entry_id::text from tenantry.bank_entry where amount > 0 and "
                         "status = 'waiting' order by 1 limit 1");
  const auto whose = one("select organization_id::text from tenantry.organization limit 1");
  QCOMPARE(
      runProgram(u"tenantryctl"_s, bank + QStringList{u"assign"_s, entry, u"--balance"_s, whose})
          .status,
      0);
  const auto undo = bank + QStringList{u"unassign"_s, entry};
  QVERIFY2(runProgram(u"tenantryctl"_s, undo, point).status == -1, "it does not get there");
  QCOMPARE(book->count("tenantry.payment_reversal"), std::int64_t(0));
  QCOMPARE(runProgram(u"tenantryctl"_s, undo).status, 0);
  QCOMPARE(runProgram(u"tenantryctl"_s, undo).status, 1);
  QCOMPARE(book->count("tenantry.payment_reversal"), std::int64_t(1));
  QCOMPARE(book->differences(), QStringList());
}

void TestCrashPoints::killTheImport(const QString &point) {
  const auto book = m_due->copy(QString(point).replace(u'.', u'_'));
  QVERIFY2(runProgram(u"tenantryctl"_s, importInto(*book), point).status == -1,
           "the import does not get there");
  QCOMPARE(book->differences(), QStringList());
  QCOMPARE(runProgram(u"tenantryctl"_s, importInto(*book)).status, partlyBad);
  QCOMPARE(book->sizes(), m_undisturbed[u"imported"_s]);
  QCOMPARE(runProgram(u"tenantryctl"_s, importInto(*book)).status, partlyBad);
  QCOMPARE(book->sizes(), m_undisturbed[u"imported"_s]);
  QCOMPARE(book->differences(), QStringList());
}

/// The server has a mail of which nobody knows: it gets it once more, under the same Message-ID.
void TestCrashPoints::killTheMail(const QString &point) {
  SmtpPeer server;
  const QStringList mailing{u"--smtp"_s,       server.url(),
                            u"--mail-from"_s,  u"billing@example.com"_s,
                            u"--public-url"_s, u"https://pay.example.com"_s};
  const auto book = m_due->copy(QString(point).replace(u'.', u'_'));
  QVERIFY(book->count("tenantry.mail where state = 'queued'") > 0);
  QProcess victim;
  startDaemon(victim, *book, point, mailing);
  QVERIFY2(isKilled(victim), "no daemon gets there");
  QCOMPARE(server.taken().size(), std::size_t(1));
  QCOMPARE(book->count("tenantry.mail where state = 'sent'"), std::int64_t(0));
  book->endLeases();
  expect(book->owner().script(
      "update tenantry.mail set lease_until = now() where lease_until is not null"));
  QProcess heir;
  startDaemon(heir, *book, {}, mailing);
  QTRY_VERIFY_WITH_TIMEOUT(
      book->isIdle() && book->count("tenantry.mail where state <> 'sent'") == 0, patience);
  heir.terminate();
  QVERIFY(heir.waitForFinished(patience));
  std::multiset<QByteArray> ids;
  for (const auto &mail : server.taken()) {
    const auto from = mail.message.indexOf("\r\nMessage-Id: ") + 2;
    ids.insert(mail.message.mid(from, mail.message.indexOf("\r\n", from) - from));
  }
  QCOMPARE(static_cast<std::int64_t>(std::set(ids.begin(), ids.end()).size()),
           book->count("tenantry.mail"));
  QCOMPARE(static_cast<std::int64_t>(ids.size()), book->count("tenantry.mail") + 1);
  QCOMPARE(book->differences(), QStringList());
}

/// A demo book is there whole or not at all.
void TestCrashPoints::killTheDemo(const QString &point) {
  const TestDatabase empty;
  WorkedBook book(empty.name(), WorkedBook::Afterwards::Keep);
  const QStringList database{u"--database"_s, book.url()};
  const auto demo =
      database + QStringList{u"demo"_s, u"--organizations"_s, u"8"_s, u"--months"_s, u"2"_s};
  QCOMPARE(runProgram(u"tenantryctl"_s, database + QStringList{u"business"_s, u"apply"_s,
                                                               u"resources/business/default"_s})
               .status,
           0);
  const auto before = book.sizes();
  QVERIFY2(runProgram(u"tenantryctl"_s, demo, point).status == -1, "the demo does not get there");
  QCOMPARE(book.sizes(), before);
  QCOMPARE(runProgram(u"tenantryctl"_s, demo).status, 0);
  QCOMPARE(book.count("tenantry.organization"), 8);
  QCOMPARE(book.differences(), QStringList());
}

QTEST_GUILESS_MAIN(TestCrashPoints)
#include "tst_crash_points.moc"
