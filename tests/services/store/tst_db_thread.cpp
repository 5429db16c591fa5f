// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/db_thread.h"
#include "tests/support/test_cluster.h"
#include "tests/support/test_database.h"
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::store;
using tenantry::tests::TestDatabase;

namespace {

Result<int> sleepLong(Session &session) {
  TENANTRY_CHECK(session.database.script("select pg_sleep(30)"));
  return 1;
}

Result<int> backend(Session &session) {
  TENANTRY_TRY(rows, session.database.adHoc("select pg_backend_pid()"));
  return rows[0].get<int>(0);
}

QString codeOf(const QFuture<Result<int>> &future) {
  const auto result = future.result();
  return result ? QString() : result.error().code;
}

} // namespace

class TestStoreDbThread : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void workRunsInOrderOnOneConnection();
  void aMistakeBecomesAnError();
  void cancellingAFutureEndsItsStatementOnly();
  void whatComesAfterIsNotCancelled();
  void cancelRunningEndsTheStatement();
  void aLostConnectionIsMadeAnew();
  void aMissingServerFailsAtOnce();
  void aServerThatIsBackIsNotWaitedFor();
  void destructionIsPromptAndFinishesEveryFuture();

private:
  TestDatabase m_test{TestDatabase::Content::Empty};
  SystemClock m_clock;
};

void TestStoreDbThread::workRunsInOrderOnOneConnection() {
  DbThread thread(m_test.settings(), m_clock, u"tester"_s);
  std::vector<int> order;
  QList<QFuture<Result<int>>> futures;
  for (int i = 0; i < 20; ++i)
    futures.append(thread.run([&order, i](Session &session) {
      order.push_back(session.actor == u"tester" ? i : -1);
      return backend(session);
    }));
  const auto first = futures.first().result();
  QVERIFY(first);
  for (const auto &future : futures)
    QCOMPARE(future.result().value_or(0), *first);
  for (int i = 0; i < 20; ++i)
    QCOMPARE(order[static_cast<std::size_t>(i)], i);
}

void TestStoreDbThread::aMistakeBecomesAnError() {
  DbThread thread(m_test.settings(), m_clock, u"tester"_s);
  const auto future =
      thread.run([](Session &) -> Result<int> { throw ProgrammingError("broken"); });
  QCOMPARE(codeOf(future), u"program.mistake"_s);
  QVERIFY(thread.run(backend).result());
}

void TestStoreDbThread::cancellingAFutureEndsItsStatementOnly() {
  DbThread thread(m_test.settings(), m_clock, u"tester"_s);
  QVERIFY(thread.run(backend).result());
  bool waitingRan = false;
  auto running = thread.run(sleepLong);
  auto waiting = thread.run([&waitingRan](Session &) -> Result<int> {
    waitingRan = true;
    return 1;
  });
  const auto after = thread.run(backend);
  QTest::qWait(100);
  QElapsedTimer timer;
  timer.start();
  waiting.cancel();
  running.cancel();
  QVERIFY(after.result());
  QVERIFY(timer.elapsed() < 5000);
  QVERIFY(!waitingRan);
}

// As one types: each letter gives up what the one before it asked for, which may just have ended.
void TestStoreDbThread::whatComesAfterIsNotCancelled() {
  DbThread thread(m_test.settings(), m_clock, u"tester"_s);
  for (int i = 0; i < 300; ++i) {
    auto before = thread.run([](Session &session) {
      return session.database.adHoc("select pg_sleep(0.0005)").map([](const Rows &) { return 1; });
    });
    QThread::usleep(static_cast<unsigned long>(i % 30) * 50);
    before.cancel();
    auto after = thread.run([](Session &session) {
      return session.database.adHoc("select pg_sleep(0.001)").map([](const Rows &) { return 2; });
    });
    const auto result = after.result();
    QVERIFY2(result, result ? "" : qPrintable(result.error().toString()));
  }
}

void TestStoreDbThread::cancelRunningEndsTheStatement() {
  DbThread thread(m_test.settings(), m_clock, u"tester"_s);
  const auto running = thread.run(sleepLong);
  QTest::qWait(200);
  thread.cancelRunning();
  QCOMPARE(codeOf(running), u"store.cancelled"_s);
}

void TestStoreDbThread::aLostConnectionIsMadeAnew() {
  DbThread thread(m_test.settings(), m_clock, u"tester"_s);
  QSignalSpy changes(&thread, &DbThread::connectionChanged);
  const auto first = thread.run(backend).result();
  QVERIFY(first);
  const auto killed =
      m_test.connect()->adHoc("select pg_terminate_backend(:pid::int4)", {{"pid", *first}});
  QVERIFY(killed);
  QTest::qWait(100);
  const auto second = thread.run(backend).result();
  QVERIFY2(second, qPrintable(second ? QString() : second.error().toString()));
  QVERIFY(*second != *first);
  QTRY_COMPARE(changes.size(), 3); // there, gone, there again
}

void TestStoreDbThread::aMissingServerFailsAtOnce() {
  DbThread thread({u"host=/nonexistent"_s, {}, {}}, m_clock, u"tester"_s);
  QElapsedTimer timer;
  timer.start();
  for (int i = 0; i < 10; ++i)
    QCOMPARE(codeOf(thread.run(backend)), u"store.disconnected"_s);
  QVERIFY(timer.elapsed() < 2000);
}

void TestStoreDbThread::aServerThatIsBackIsNotWaitedFor() {
  const auto admin =
      Database::open({tests::TestCluster::instance().url(u"postgres"_s), {}, u"tests"_s});
  QVERIFY(admin);
  const auto allow = [&](const QByteArray &allowed) {
    return (*admin)->script("alter database " + m_test.name().toUtf8() + " allow_connections " +
                            allowed);
  };
  DbThread thread(m_test.settings(), m_clock, u"tester"_s);
  QVERIFY(allow("false"));
  QVERIFY(!thread.run(backend).result());
  QTest::qWait(150); // past the first pause, so that the next one is twice as long
  QVERIFY(!thread.run(backend).result());
  QVERIFY(allow("true"));
  thread.retryNow();
  const auto back = thread.run(backend).result();
  QVERIFY2(back, qPrintable(back ? QString() : back.error().toString()));
}

void TestStoreDbThread::destructionIsPromptAndFinishesEveryFuture() {
  QList<QFuture<Result<int>>> futures;
  QElapsedTimer timer;
  {
    DbThread thread(m_test.settings(), m_clock, u"tester"_s);
    QVERIFY(thread.run(backend).result());
    for (int i = 0; i < 5; ++i)
      futures.append(thread.run(sleepLong));
    QTest::qWait(100);
    timer.start();
  }
  QVERIFY(timer.elapsed() < 5000);
  for (const auto &future : futures) {
    QVERIFY(future.isFinished());
    QCOMPARE(codeOf(future), u"store.cancelled"_s);
  }
}

QTEST_GUILESS_MAIN(TestStoreDbThread)
#include "tst_db_thread.moc"
