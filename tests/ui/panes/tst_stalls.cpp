// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/panes/shared_panes.h"
#include "tests/ui/panes/stall.h"
#include "ui/billing/invoice_offers.h"
#include "ui/forms/form_dialog.h"
#include "ui/forms/form_view.h"
#include "ui/organizations/organization_forms.h"
#include "ui/shell/status_bar.h"
#include "ui/theme/theme_manager.h"
#include "ui/widgets/label.h"
#include "ui/widgets/search_field.h"
#include <QApplication>
#include <QDialog>
#include <QProgressBar>
#include <QPushButton>

using namespace tenantry;
using namespace tenantry::tests;

namespace {
constexpr qint64 answeredIn = underSanitizers(100), cancelledIn = underSanitizers(1'000);
} // namespace

/// While the database stalls, input is answered (check 1), and what runs is told of in the status
/// bar and cancelled there; so is what was left, and what stands beside (check 2).
class TestStalls : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase() { new ui::ThemeManager(qApp); }
  void check1_inputIsAnsweredWhileTheDatabaseStalls_data();
  void check1_inputIsAnsweredWhileTheDatabaseStalls();
  void check2_whatRunsIsCancelledInTheStatusBar_data();
  void check2_whatRunsIsCancelledInTheStatusBar();
  void check2_leavingStopsTheReading_data();
  void check2_leavingStopsTheReading();
  void check2_escStopsWhatStandsBeside_data();
  void check2_escStopsWhatStandsBeside();
  void check1_whatIsTypedShowsWhileTheDatabaseStalls_data();
  void check1_whatIsTypedShowsWhileTheDatabaseStalls();
  void cleanupTestCase() { m_shared.reset(); }

private:
  /// Where such a row types, with what reads the database while it does; null: it does not come.
  [[nodiscard]] QLineEdit *fieldOf(const QString &where);

  SharedPanes m_shared;
};

void TestStalls::check1_inputIsAnsweredWhileTheDatabaseStalls_data() {
  QTest::addColumn<QString>("link");
  QTest::newRow("home") << u"tenantry://home"_s;
  QTest::newRow("billing") << u"today"_s;
  QTest::newRow("invoices") << u"tenantry://invoices"_s;
}

void TestStalls::check1_inputIsAnsweredWhileTheDatabaseStalls() {
  QFETCH(QString, link);
  auto &house = m_shared.get();
  QVERIFY(house.show(link));
  const auto sleep = [](store::Session &session, business::AppliedBusiness &) {
    return session.database.script("select pg_sleep(120)"); // it is cancelled
  };
  auto reading = house.connection->read(sleep);
  auto measuring = house.connection->measure(sleep);
  auto working = house.connection->work(sleep);
  QTRY_COMPARE(asleep(house), 3); // what has not begun is not cancelled on the server
  auto *pane = house.window->currentPane();
  pane->reload();
  qint64 slowest = 0;
  for (const auto key : {Qt::Key_J, Qt::Key_Tab, Qt::Key_K, Qt::Key_Down, Qt::Key_Tab, Qt::Key_Up,
                         Qt::Key_F6, Qt::Key_J}) {
    const OwnTime timer;
    QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : pane, key);
    QCoreApplication::processEvents();
    slowest = std::max(slowest, timer.elapsed());
  }
  QVERIFY(!reading.isFinished() && !measuring.isFinished() && !working.isFinished());
  reading.cancel();
  measuring.cancel();
  working.cancel();
  QVERIFY2(slowest <= answeredIn, qPrintable(u"%1 ms"_s.arg(slowest)));
}

void TestStalls::check1_whatIsTypedShowsWhileTheDatabaseStalls_data() {
  QTest::addColumn<QString>("where");
  QTest::addColumn<QString>("link");
  QTest::newRow("form of an organization") << u"form"_s << u"overview"_s;
  QTest::newRow("reason of a credit note")
      << u"reason"_s << u"tenantry://invoice/INV-2026-000001"_s;
  QTest::newRow("filter of organizations") << u"filter"_s << u"tenantry://organizations"_s;
  QTest::newRow("filter of a run") << u"filter"_s << u"today"_s;
  QTest::newRow("filter of invoices") << u"filter"_s << u"tenantry://invoices"_s;
}

QLineEdit *TestStalls::fieldOf(const QString &where) {
  auto &house = m_shared.get();
  if (where == u"filter")
    return qobject_cast<ui::ListPane *>(house.window->currentPane())->filters()->search();
  if (where == u"form") {
    const auto *forms = house.customers->forms();
    QTest::keyClick(house.customers->table(), Qt::Key_F2);
    const auto isReady = [forms] {
      return forms->open() && forms->open()->form().stage() == models::Form::Stage::Ready;
    };
    return QTest::qWaitFor(isReady, 20'000)
               ? qobject_cast<QLineEdit *>(forms->open()->view()->input(u"name"_s))
               : nullptr;
  }
  const auto *offer = house.invoices->offers()->credit();
  if (!QTest::qWaitFor([offer] { return offer->isEnabled(); }, 20'000))
    return nullptr;
  house.invoices->offers()->credit()->trigger();
  return QTest::qWaitFor([offer] { return offer->dialog() && offer->dialog()->isVisible(); },
                         20'000)
             ? offer->dialog()->text()
             : nullptr;
}

/// The window turns all the time, also while what was typed is looked for: a statement on its
/// thread would last as long as the stall.
void TestStalls::check1_whatIsTypedShowsWhileTheDatabaseStalls() {
  QFETCH(QString, where);
  QFETCH(QString, link);
  auto &house = m_shared.get();
  QVERIFY(house.show(link));
  auto *field = fieldOf(where);
  QVERIFY(field);
  field->setFocus();
  field->selectAll();
  auto stall = std::make_unique<Stall>(house);
  QVERIFY(QTest::qWaitFor([&] { return stall->hasBegun(); }, 20'000));
  auto heart = std::make_unique<Heartbeat>();
  QString typed;
  const auto type = [&](const QString &text) {
    for (const auto letter : text) {
      typed += letter;
      const OwnTime took;
      QTest::keyClick(field, letter.toLatin1());
      QCoreApplication::processEvents();
      QCOMPARE(field->text(), typed);
      QVERIFY2(took.elapsed() <= answeredIn, qPrintable(QString::number(took.elapsed())));
    }
  };
  auto *list = where == u"filter" ? listIn(house) : nullptr;
  const auto isAsked = [&] { return list->list().viewSettings().values().contains(typed); };
  type(u"zeb"_s);
  if (list)
    QTRY_VERIFY(isAsked()); // typing has paused
  QVERIFY2(heart->longestPause() <= answeredIn, qPrintable(QString::number(heart->longestPause())));
  if (!list || link == u"today") // what is typed reads nothing there
    house.window->currentPane()->reload();
  QTRY_VERIFY(waiting(house) > 0);
  heart = std::make_unique<Heartbeat>(); // this thread itself has asked who waits
  type(u"ra wood"_s);
  if (list)
    QTRY_VERIFY(isAsked());
  QVERIFY(stall->isOn());
  QVERIFY2(heart->longestPause() <= answeredIn, qPrintable(QString::number(heart->longestPause())));
  stall.reset();
  QTRY_VERIFY(house.window->currentPane()->isSettled());
  QCOMPARE(field->text(), typed);
  if (list)
    QTRY_COMPARE(list->list().rowCount(), 0);
  for (QObject *one = field; one; one = one->parent())
    if (auto *dialog = qobject_cast<QDialog *>(one)) {
      delete dialog;
      break;
    }
}

void TestStalls::check2_whatRunsIsCancelledInTheStatusBar_data() {
  QTest::addColumn<bool>("byKey");
  QTest::newRow("mouse") << false;
  QTest::newRow("key") << true;
}

void TestStalls::check2_whatRunsIsCancelledInTheStatusBar() {
  QFETCH(bool, byKey);
  auto &house = m_shared.get();
  QVERIFY(house.show(house.today()));
  auto *bar = house.window->statusBar();
  const QObject row; // what is connected goes with it
  QObject::connect(house.work.get(), &models::RunningWork::itemsChanged, &row,
                   [&] { bar->setWork(house.work->items()); });
  QObject::connect(bar, &ui::StatusBar::cancelRequested, &row,
                   [&](const QString &key) { house.work->cancel(key); });
  std::unique_ptr<store::Database> holder;
  house.asOther([&](store::Database &) {
    holder = house.house.test.connect();
    QVERIFY(holder->script("begin; lock table subscription in access exclusive mode"));
  });
  house.billing->reload();
  // The list of all that runs has its own, and is not open.
  const auto showsProgress = [bar] {
    const auto all = bar->findChildren<QProgressBar *>();
    return std::any_of(all.begin(), all.end(), [](auto *one) { return one->isVisible(); });
  };
  QTRY_VERIFY(showsProgress());
  const auto isNamed = [bar] {
    const auto labels = bar->findChildren<ui::Label *>();
    return std::any_of(labels.begin(), labels.end(), [](const ui::Label *label) {
      return label->isVisible() && label->text() == u"Preview";
    });
  };
  QTRY_VERIFY(isNamed());
  QPushButton *cancel = nullptr;
  for (auto *one : bar->findChildren<QPushButton *>())
    if (one->isVisible() && one->accessibleName().startsWith(u"Cancel"_s))
      cancel = one;
  QVERIFY(cancel);
  const QuietTime timer;
  if (byKey)
    QTest::keyClick(house.billing->table(), Qt::Key_Escape, Qt::ShiftModifier);
  else
    QTest::mouseClick(cancel, Qt::LeftButton);
  QTRY_VERIFY(house.billing->preview().state() != models::BillingPreview::State::Running);
  QVERIFY2(timer.elapsed() <= cancelledIn, qPrintable(QString::number(timer.elapsed())));
  QTRY_VERIFY(!showsProgress());
  house.asOther([&](store::Database &) { holder.reset(); });
}

void TestStalls::check2_leavingStopsTheReading_data() {
  QTest::addColumn<QString>("link");
  QTest::addColumn<QString>("held");
  QTest::addColumn<bool>("isEmptied"); // nothing was there before
  QTest::newRow("a page, at first") << u"tenantry://subscriptions"_s << u"subscription"_s << true;
  QTest::newRow("a page again, and its count")
      << u"tenantry://subscriptions"_s << u"subscription"_s << false;
  QTest::newRow("a tab") << u"timeline"_s << u"event"_s << true;
}

/// What nobody looks at any more is not read, nor counted: what is looked at instead need not wait
/// for it. Whoever comes back finds it read.
void TestStalls::check2_leavingStopsTheReading() {
  QFETCH(QString, link);
  QFETCH(QString, held);
  QFETCH(bool, isEmptied);
  auto &house = m_shared.get();
  QVERIFY(house.show(link));
  auto &list = listIn(house)->list();
  const int rows = list.rowCount();
  auto holding = std::make_unique<Held>(house, held);
  isEmptied ? list.reload() : list.refresh();
  QTRY_VERIFY(waiting(house) > 0);
  const QuietTime took;
  house.window->open(*ui::Place::parse(u"tenantry://mails"_s));
  QTRY_COMPARE(waiting(house), 0);
  QVERIFY2(took.elapsed() <= cancelledIn, qPrintable(QString::number(took.elapsed())));
  QTRY_VERIFY(house.mails->isSettled());
  holding.reset();
  QVERIFY(house.show(link));
  QTRY_COMPARE(list.state(), models::PagedListModel::State::Ready);
  QTRY_COMPARE(list.rowCount(), rows);
}

void TestStalls::check2_escStopsWhatStandsBeside_data() {
  QTest::addColumn<QString>("link");
  QTest::newRow("invoice") << u"tenantry://invoices"_s;
  QTest::newRow("invoice of a run") << u"today"_s;
  QTest::newRow("transaction") << u"tenantry://ledger?date=2026-01-01&filter=receivable"_s;
  QTest::newRow("figures of the books") << u"tenantry://ledger"_s;
  QTest::newRow("figures of usage") << u"tenantry://usage"_s;
}

/// The record beside a list, and the figures over it: once somebody may have noticed that they are
/// read, Esc stops them.
void TestStalls::check2_escStopsWhatStandsBeside() {
  QFETCH(QString, link);
  auto &house = m_shared.get();
  QVERIFY(house.show(link));
  auto *pane = house.window->currentPane();
  auto holding = std::make_unique<Held>(house);
  if (link == u"tenantry://ledger")
    house.ledger->book().reload();
  else if (link == u"tenantry://usage")
    house.usage->figures().reload();
  else { // another than the one that the link leads to
    const int last = listIn(house)->list().rowCount() - 1;
    auto *table = listIn(house)->table();
    table->chooseRow(table->currentIndex().row() == last ? 0 : last);
  }
  QTRY_VERIFY(waiting(house) > 0);
  QVERIFY(!pane->isSettled());
  const QuietTime took;
  const auto isStopped = [&] {
    QTest::keyClick(house.window.get(), Qt::Key_Escape);
    return waiting(house) == 0;
  };
  QTRY_VERIFY(isStopped());
  QVERIFY2(took.elapsed() <= cancelledIn, qPrintable(QString::number(took.elapsed())));
  QTRY_VERIFY(pane->isSettled());
  holding.reset();
  pane->reload();
  QTRY_VERIFY(pane->isSettled());
}

QTEST_MAIN(TestStalls)
#include "tst_stalls.moc"
