// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/listener.h"
#include "tests/support/test_database.h"
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::store;
using tenantry::tests::TestDatabase;

class TestStoreListener : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void newsArriveOnTheirChannels();
  void aLostConnectionIsMadeAnewAndCaughtUp();
  void destructionIsPrompt();

private:
  TestDatabase m_test{TestDatabase::Content::Empty};
};

void TestStoreListener::newsArriveOnTheirChannels() {
  Listener listener(m_test.settings(), {u"news"_s, u"Other \"one\""_s});
  QSignalSpy caughtUp(&listener, &Listener::caughtUp);
  QSignalSpy notified(&listener, &Listener::notified);
  QTRY_COMPARE(caughtUp.size(), 1);
  QVERIFY(m_test.connect()->script(
      "notify news, 'Größe'; notify silent, 'x'; notify \"Other \"\"one\"\"\""));
  QTRY_COMPARE(notified.size(), 2);
  QCOMPARE(notified[0], (QList<QVariant>{u"news"_s, u"Größe"_s}));
  QCOMPARE(notified[1], (QList<QVariant>{u"Other \"one\""_s, u""_s}));
}

void TestStoreListener::aLostConnectionIsMadeAnewAndCaughtUp() {
  auto settings = m_test.settings();
  settings.applicationName = u"listening"_s;
  Listener listener(settings, {u"news"_s});
  QSignalSpy caughtUp(&listener, &Listener::caughtUp);
  QSignalSpy notified(&listener, &Listener::notified);
  QSignalSpy changes(&listener, &Listener::connectionChanged);
  QTRY_COMPARE(caughtUp.size(), 1);
  const auto database = m_test.connect();
  QVERIFY(database->script("select pg_terminate_backend(pid) from pg_stat_activity where "
                           "application_name = 'listening' and datname = current_database()"));
  QTRY_COMPARE(caughtUp.size(), 2);
  QCOMPARE(changes.size(), 3);
  QVERIFY(database->script("notify news, 'again'"));
  QTRY_COMPARE(notified.size(), 1);
}

void TestStoreListener::destructionIsPrompt() {
  QElapsedTimer timer;
  timer.start();
  for (int i = 0; i < 5; ++i) {
    const Listener here(m_test.settings(), {u"news"_s});
    const Listener nowhere({u"host=/nonexistent"_s, {}, {}}, {u"news"_s});
  }
  QVERIFY(timer.elapsed() < 3000);
}

QTEST_GUILESS_MAIN(TestStoreListener)
#include "tst_listener.moc"
