// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/own_time.h"

#include <QProcess>
#include <QTest>
#include <QThread>
#include <csignal>
#include <ctime>

using namespace Qt::StringLiterals;
using namespace tenantry::tests;

/// What the promises of the console are timed with, on a machine that others have taken.
class TestOwnTime : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void init();
  void cleanup();
  void whatOursPausesCounts();
  void whatOthersTakeDoesNot();

private:
  std::vector<qint64> m_others;
};

/// Three for each processor, none of which this program has started.
void TestOwnTime::init() {
  for (int i = 0; i < 3 * QThread::idealThreadCount(); ++i) {
    qint64 process = 0;
    QVERIFY(QProcess::startDetached(
        u"timeout"_s, {u"20"_s, u"sh"_s, u"-c"_s, u"while :; do :; done"_s}, {}, &process));
    m_others.push_back(process);
  }
  QTest::qWait(100);
}

void TestOwnTime::cleanup() {
  for (const auto process : m_others)
    ::kill(static_cast<pid_t>(process), SIGTERM); // which ends what it runs, too
  m_others.clear();
}

void TestOwnTime::whatOursPausesCounts() {
  const QuietTime quiet;
  const OwnTime own;
  QThread::msleep(400);
  QVERIFY2(quiet.elapsed() >= 350, qPrintable(QString::number(quiet.elapsed())));
  QVERIFY2(own.elapsed() >= 350, qPrintable(QString::number(own.elapsed())));
}

void TestOwnTime::whatOthersTakeDoesNot() {
  const auto worked = [] {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return time.tv_sec * 1'000 + time.tv_nsec / 1'000'000;
  };
  const auto began = worked();
  QElapsedTimer wall;
  wall.start();
  const QuietTime quiet;
  const OwnTime own;
  while (worked() - began < 300) {
  }
  const auto seen = wall.elapsed(), alone = own.elapsed(), took = quiet.elapsed();
  const auto said = u"%1 ms on the wall, %2 and %3"_s.arg(seen).arg(alone).arg(took);
  QVERIFY2(seen >= 450, qPrintable(said)); // or nobody took anything
  // Of a long wait the kernel's account is off by more than the work: what it leaves is no more.
  QVERIFY2(took <= 400 && alone <= 400, qPrintable(said));
}

QTEST_GUILESS_MAIN(TestOwnTime)
#include "tst_own_time.moc"
