// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/connection/latency.h"
#include "tests/support/test_cluster.h"
#include "tests/support/test_database.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tenantry;

class TestLatency : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void whatWaitsBeforeDoesNotCount();
  void offLineThereIsNone();

private:
  SystemClock m_clock;
};

void TestLatency::whatWaitsBeforeDoesNotCount() {
  const tests::TestDatabase database;
  models::Connection connection(database.settings(), m_clock, u"test"_s);
  const auto slow = connection.read([](store::Session &session, business::AppliedBusiness &) {
    return session.database.script("select pg_sleep(3)");
  });
  const models::Latency latency(connection);
  QVERIFY(!latency.value());
  QTRY_VERIFY_WITH_TIMEOUT(latency.value(), 20'000);
  QVERIFY(slow.isFinished());
  QVERIFY2(*latency.value() < 1500ms, qPrintable(u"%1 µs"_s.arg(qint64(latency.value()->count()))));
  QVERIFY(latency.value()->count() > 0);
}

void TestLatency::offLineThereIsNone() {
  const tests::TestDatabase database;
  auto settings = database.settings();
  settings.applicationName = u"console"_s;
  models::Connection connection(settings, m_clock, u"test"_s);
  const models::Latency latency(connection);
  QTRY_VERIFY(latency.value());
  const auto server =
      store::Database::open({tests::TestCluster::instance().url(u"postgres"_s), {}, u"tests"_s});
  QVERIFY(server);
  const auto name = database.name().toUtf8();
  QVERIFY((*server)->script("alter database " + name + " allow_connections false"));
  QVERIFY((*server)->script("select pg_terminate_backend(pid) from pg_stat_activity where "
                            "application_name = 'console' and datname = '" +
                            name + "'"));
  QTRY_VERIFY(!latency.value());
  QVERIFY((*server)->script("alter database " + name + " allow_connections true"));
  QTRY_VERIFY_WITH_TIMEOUT(latency.value(), 20'000);
}

QTEST_GUILESS_MAIN(TestLatency)
#include "tst_latency.moc"
