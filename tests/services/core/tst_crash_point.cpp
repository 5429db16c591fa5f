// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/crash_point.h"

#include <QTest>
#include <csignal>
#include <cstdlib>
#include <sys/wait.h>
#include <unistd.h>

using namespace tenantry;

namespace {

/// Passes the point in a child process whose environment names another point or this one.
int statusOfChild(const char *chosen) {
  const pid_t child = ::fork();
  if (child == 0) {
    ::setenv("TENANTRY_CRASH_AT", chosen, 1);
    crashPoint("billing.after_invoice");
    ::_exit(0);
  }
  int status = -1;
  ::waitpid(child, &status, 0);
  return status;
}

} // namespace

class TestCrashPoint : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void killsAtItsName();
  void passesOtherwise();
};

void TestCrashPoint::killsAtItsName() {
  const int status = statusOfChild("billing.after_invoice");
  QVERIFY(WIFSIGNALED(status));
  QCOMPARE(WTERMSIG(status), SIGKILL);
}

void TestCrashPoint::passesOtherwise() {
  QCOMPARE(statusOfChild("billing.before_invoice"), 0);
  QCOMPARE(statusOfChild(""), 0);
}

QTEST_APPLESS_MAIN(TestCrashPoint)
#include "tst_crash_point.moc"
