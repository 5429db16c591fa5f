// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/history.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using tenantry::ui::History;

class TestHistory : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void backAndForward();
  void goingSomewhereNewForgetsWhatWasAhead();
  void theSamePlaceIsOne();
  void itIsBounded();
};

namespace {
ui::Place numbered(int number) {
  return {ui::Place::Kind::Invoice, QString::number(number), {}, {}};
}
} // namespace

void TestHistory::backAndForward() {
  History history;
  QVERIFY(!history.hasBack() && !history.hasForward() && !history.current());
  QVERIFY(!history.goBack() && !history.goForward());
  history.arrive(numbered(1));
  QVERIFY(!history.hasBack()); // nothing lies before the first
  history.arrive(numbered(2));
  QCOMPARE(history.goBack(), numbered(1));
  QCOMPARE(history.current(), numbered(1));
  QVERIFY(!history.hasBack() && history.hasForward());
  QCOMPARE(history.goForward(), numbered(2));
  QVERIFY(history.hasBack() && !history.hasForward());
}

void TestHistory::goingSomewhereNewForgetsWhatWasAhead() {
  History history;
  for (const int number : {1, 2, 3})
    history.arrive(numbered(number));
  (void)history.goBack();
  history.arrive(numbered(4));
  QVERIFY(!history.hasForward());
  QCOMPARE(history.goBack(), numbered(2));
}

void TestHistory::theSamePlaceIsOne() {
  History history;
  history.arrive(numbered(1));
  history.arrive(numbered(1));
  QVERIFY(!history.hasBack());
}

void TestHistory::itIsBounded() {
  History history;
  for (int number = 0; number < 1000; ++number)
    history.arrive(numbered(number));
  int steps = 0;
  while (history.goBack())
    ++steps;
  QCOMPARE(steps, int(History::longest));
}

QTEST_APPLESS_MAIN(TestHistory)
#include "tst_history.moc"
