// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/panes/every_pane.h"
#include "ui/shell/status_bar.h"
#include "ui/theme/theme_manager.h"
#include "ui/widgets/label.h"
#include <QApplication>
#include <QElapsedTimer>
#include <QProgressBar>
#include <QPushButton>

using namespace tenantry;
using namespace tenantry::tests;

/// While the database stalls, input is answered (check 1), and what runs is told of in the status
/// bar and cancelled there (check 2).
class TestStalls : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase() { new ui::ThemeManager(qApp); }
  void check1_inputIsAnsweredWhileTheDatabaseStalls_data();
  void check1_inputIsAnsweredWhileTheDatabaseStalls();
  void check2_whatRunsIsCancelledInTheStatusBar_data();
  void check2_whatRunsIsCancelledInTheStatusBar();
};

void TestStalls::check1_inputIsAnsweredWhileTheDatabaseStalls_data() {
  QTest::addColumn<QString>("link");
  QTest::newRow("home") << u"tenantry://home"_s;
  QTest::newRow("billing") << u"today"_s;
  QTest::newRow("invoices") << u"tenantry://invoices"_s;
}

void TestStalls::check1_inputIsAnsweredWhileTheDatabaseStalls() {
  QFETCH(QString, link);
  EveryPane house;
  QVERIFY(house.show(link));
  const auto sleep = [](store::Session &session, business::AppliedBusiness &) {
    return session.database.script("select pg_sleep(5)");
  };
  const auto reading = house.connection->read(sleep);
  const auto working = house.connection->work(sleep);
  auto *pane = house.window->currentPane();
  pane->reload();
  qint64 slowest = 0;
  for (const auto key : {Qt::Key_J, Qt::Key_Tab, Qt::Key_K, Qt::Key_Down, Qt::Key_Tab, Qt::Key_Up,
                         Qt::Key_F6, Qt::Key_J}) {
    QElapsedTimer timer;
    timer.start();
    QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : pane, key);
    QCoreApplication::processEvents();
    slowest = std::max(slowest, timer.elapsed());
  }
  QVERIFY(!reading.isFinished() && !working.isFinished());
  QVERIFY2(slowest <= 100, qPrintable(u"%1 ms"_s.arg(slowest)));
}

void TestStalls::check2_whatRunsIsCancelledInTheStatusBar_data() {
  QTest::addColumn<bool>("byKey");
  QTest::newRow("mouse") << false;
  QTest::newRow("key") << true;
}

void TestStalls::check2_whatRunsIsCancelledInTheStatusBar() {
  QFETCH(bool, byKey);
  EveryPane house;
  QVERIFY(house.show(house.today()));
  auto *bar = house.window->statusBar();
  QObject::connect(house.work.get(), &models::RunningWork::itemsChanged, bar,
                   [&] { bar->setWork(house.work->items()); });
  QObject::connect(bar, &ui::StatusBar::cancelRequested, house.work.get(),
                   &models::RunningWork::cancel);
  std::unique_ptr<store::Database> holder;
  house.asOther([&](store::Database &) {
    holder = house.house.test.connect();
    QVERIFY(holder->script("begin; lock table subscription in access exclusive mode"));
  });
  house.billing->reload();
  auto *progress = bar->findChild<QProgressBar *>();
  QTRY_VERIFY(progress->isVisible());
  const auto labels = bar->findChildren<ui::Label *>();
  QVERIFY(std::any_of(labels.begin(), labels.end(), [](const ui::Label *label) {
    return label->isVisible() && label->text() == u"Preview";
  }));
  QPushButton *cancel = nullptr;
  for (auto *one : bar->findChildren<QPushButton *>())
    if (one->accessibleName().startsWith(u"Cancel"_s))
      cancel = one;
  QVERIFY(cancel && cancel->isVisible());
  QElapsedTimer timer;
  timer.start();
  if (byKey)
    QTest::keyClick(house.billing->table(), Qt::Key_Escape, Qt::ShiftModifier);
  else
    QTest::mouseClick(cancel, Qt::LeftButton);
  QTRY_VERIFY(house.billing->preview().state() != models::BillingPreview::State::Running);
  QVERIFY(timer.elapsed() < 1000);
  QTRY_VERIFY(!progress->isVisible());
  house.asOther([&](store::Database &) { holder.reset(); });
}

QTEST_MAIN(TestStalls)
#include "tst_stalls.moc"
