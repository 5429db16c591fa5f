// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/history.h"

#include <QTest>

using namespace Qt::StringLiterals;
using tenantry::ui::History;
using tenantry::ui::Place;

class TestHistory : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void backAndForward();
  void goingSomewhereNewForgetsWhatWasAhead();
  void theSamePlaceIsOne();
  void itIsBounded();
};

namespace {
Place invoice(int number) { return {Place::Kind::Invoice, QString::number(number), {}, {}}; }
} // namespace

void TestHistory::backAndForward() {
  History history;
  QVERIFY(!history.hasBack() && !history.hasForward() && !history.current());
  QVERIFY(!history.goBack() && !history.goForward());
  history.arrive(invoice(1));
  QVERIFY(!history.hasBack()); // nothing lies before the first
  history.arrive(invoice(2));
  QCOMPARE(history.goBack(), invoice(1));
  QCOMPARE(history.current(), invoice(1));
  QVERIFY(!history.hasBack() && history.hasForward());
  QCOMPARE(history.goForward(), invoice(2));
  QVERIFY(history.hasBack() && !history.hasForward());
}

void TestHistory::goingSomewhereNewForgetsWhatWasAhead() {
  History history;
  for (const int number : {1, 2, 3})
    history.arrive(invoice(number));
  (void)history.goBack();
  history.arrive(invoice(4));
  QVERIFY(!history.hasForward());
  QCOMPARE(history.goBack(), invoice(2));
}

void TestHistory::theSamePlaceIsOne() {
  History history;
  history.arrive(invoice(1));
  history.arrive(invoice(1));
  QVERIFY(!history.hasBack());
}

void TestHistory::itIsBounded() {
  History history;
  for (int number = 0; number < 1000; ++number)
    history.arrive(invoice(number));
  int steps = 0;
  while (history.goBack())
    ++steps;
  QCOMPARE(steps, int(History::longest));
}

QTEST_APPLESS_MAIN(TestHistory)
#include "tst_history.moc"
