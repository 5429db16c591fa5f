// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/metrics.h"
#include "ui/theme/theme_manager.h"
#include "ui/widgets/acts_row.h"
#include "ui/widgets/button_action.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/fact_row.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/toast.h"
#include "ui/widgets/usage_bar.h"
#include <QApplication>
#include <QBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace tenantry::ui;
using namespace Qt::StringLiterals;

class TestControls : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase() { (new ThemeManager(qApp))->setAppearance(Appearance::Light); }
  void chipEditsOnItsTextAndRemovesOnItsCross();
  void chipIsRemovedByKey();
  void searchReportsOncePerPauseAndAtOnceOnEnter();
  void escapeClearsTheSearch();
  void blockedActionSaysWhy();
  void actsWithoutRoomAreInAMenu_data();
  void actsWithoutRoomAreInAMenu();
  void actsBesideEachOtherFoldFromTheLast();
  void aLongValueTakesItsLines();
  void fieldShowsItsErrorInsteadOfItsHint();
  void emptyStateOffersItsNextStep();
  void toastUndoesAndGoes();
  void check11_theToastsKeyUndoes();
  void aSecondToastReplacesTheFirst();
  void errorToastStays();
  void check25_aToastMakesWayForTheFocus();
  void usageBarWarnsBeforeItsLimit_data();
  void usageBarWarnsBeforeItsLimit();
};

void TestControls::chipEditsOnItsTextAndRemovesOnItsCross() {
  Chip chip(u"Status"_s, u"active"_s);
  chip.resize(chip.sizeHint());
  QSignalSpy edit(&chip, &Chip::clicked), remove(&chip, &Chip::removeRequested);
  QTest::mouseClick(&chip, Qt::LeftButton, {}, QPoint(12, 14));
  QCOMPARE(edit.size(), 1);
  QCOMPARE(remove.size(), 0);
  QTest::mouseClick(&chip, Qt::LeftButton, {}, QPoint(chip.width() - 12, 14));
  QCOMPARE(edit.size(), 1);
  QCOMPARE(remove.size(), 1);
  QCOMPARE(chip.accessibleName(), u"Status: active"_s);
}

void TestControls::chipIsRemovedByKey() {
  Chip filter(u"Status"_s, u"active"_s), invitation(u"Filter"_s);
  QSignalSpy remove(&filter, &Chip::removeRequested), nothing(&invitation, &Chip::removeRequested);
  QTest::keyClick(&filter, Qt::Key_Delete);
  QTest::keyClick(&invitation, Qt::Key_Delete);
  QCOMPARE(remove.size(), 1);
  QCOMPARE(nothing.size(), 0);
}

void TestControls::searchReportsOncePerPauseAndAtOnceOnEnter() {
  SearchField field(u"Filter organizations"_s);
  QSignalSpy search(&field, &SearchField::searchChanged);
  QTest::keyClicks(&field, u"kest"_s);
  QCOMPARE(search.size(), 0);
  QTRY_COMPARE(search.size(), 1);
  QTest::keyClicks(&field, u"rel"_s);
  QTest::keyClick(&field, Qt::Key_Return);
  QCOMPARE(search.size(), 2);
  QCOMPARE(search.last().at(0).toString(), u"kestrel"_s);
}

void TestControls::escapeClearsTheSearch() {
  SearchField field(u"Filter organizations"_s);
  QTest::keyClicks(&field, u"kest"_s);
  QTest::keyClick(&field, Qt::Key_Return);
  QSignalSpy search(&field, &SearchField::searchChanged);
  QTest::keyClick(&field, Qt::Key_Escape);
  QCOMPARE(field.text(), QString());
  QCOMPARE(search.size(), 1);
}

void TestControls::blockedActionSaysWhy() {
  const std::unique_ptr<QPushButton> button(makeButton(u"Approve"_s, ButtonVariant::Primary));
  setBlocked(button.get(), u"Needs finance"_s);
  QVERIFY(!button->isEnabled());
  QCOMPARE(button->toolTip(), u"Needs finance"_s);
  QCOMPARE(button->accessibleDescription(), u"Needs finance"_s);
  setBlocked(button.get(), {});
  QVERIFY(button->isEnabled());
}

void TestControls::actsBesideEachOtherFoldFromTheLast() {
  QWidget window;
  QList<QPushButton *> acts;
  for (const auto &name : {u"Change"_s, u"Pause"_s, u"End"_s}) {
    acts += makeButton(name, ButtonVariant::Secondary);
    new ButtonAction(acts.last(), {});
  }
  auto *row = new ActsRow(acts);
  auto *layout = new QVBoxLayout(&window);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(row);
  layout->addStretch();
  window.resize(row->sizeHint().width() + 20, 200);
  window.show();
  QVERIFY(QTest::qWaitForWindowActive(&window));
  QVERIFY(acts[0]->isVisible() && acts[1]->isVisible() && acts[2]->isVisible());
  QVERIFY(row->inMenu().isEmpty());
  window.resize(row->sizeHint().width() - 1, 200);
  QTRY_VERIFY(acts[0]->isVisible() && !acts[2]->isVisible());
  QSignalSpy ended(acts[2], &QPushButton::clicked);
  QCOMPARE(row->inMenu().last()->text(), u"End"_s);
  row->inMenu().last()->trigger();
  QCOMPARE(ended.size(), 1);
  row->offer({acts[2]}); // the only one by now
  QTRY_VERIFY(acts[2]->isVisible() && !acts[0]->isVisible());
}

/// An address on the web is one word, and is not cut either.
void TestControls::aLongValueTakesItsLines() {
  const auto address = u"accounting@brightwater-energy.example"_s;
  QWidget window;
  auto *row = new FactRow(u"E-mail"_s, address);
  row->setWraps();
  auto *layout = new QVBoxLayout(&window);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(row);
  layout->addStretch();
  const int whole = row->sizeHint().width();
  window.resize(whole, 200);
  window.show();
  QVERIFY(QTest::qWaitForWindowActive(&window));
  QTRY_COMPARE(row->height(), 26);
  window.resize(whole - 60, 200);
  QTRY_VERIFY(row->height() > 26);
  window.resize(whole, 200);
  QTRY_COMPARE(row->height(), 26);
  QVERIFY(row->accessibleName().contains(address));
}

void TestControls::fieldShowsItsErrorInsteadOfItsHint() {
  auto *input = new QLineEdit;
  FormField field(u"Amount"_s, input);
  field.setHint(u"Printed on the credit note"_s);
  QCOMPARE(input->accessibleDescription(), u"Printed on the credit note"_s);
  field.setError(u"At most $24,100.00"_s);
  QCOMPARE(input->property("state").toByteArray(), QByteArray("error"));
  QCOMPARE(input->accessibleDescription(), u"At most $24,100.00"_s);
  field.setError({});
  QCOMPARE(input->property("state").toByteArray(), QByteArray());
  QCOMPARE(input->accessibleName(), u"Amount"_s);
}

void TestControls::emptyStateOffersItsNextStep() {
  EmptyState state;
  QCOMPARE(state.kind(), EmptyState::Kind::Loading);
  state.showMessage(EmptyState::Kind::NoMatch,
                    {u"Nothing matches"_s, u"Two filters are on."_s, u"Clear filters"_s});
  QSignalSpy triggered(&state, &EmptyState::actionTriggered);
  QTest::mouseClick(state.findChild<QPushButton *>(), Qt::LeftButton);
  QCOMPARE(triggered.size(), 1);
  QCOMPARE(triggered.at(0).at(0).value<EmptyState::Kind>(), EmptyState::Kind::NoMatch);
}

void TestControls::toastUndoesAndGoes() {
  QWidget window;
  window.resize(600, 400);
  auto *toast = Toast::present(
      &window, {u"3 invoices held"_s, u"Billing run"_s, Tone::Success, u"Undo"_s}, 28);
  QPointer<Toast> alive(toast);
  QSignalSpy undone(toast, &Toast::actionTriggered);
  const auto buttons = toast->findChildren<QPushButton *>();
  QTest::mouseClick(buttons.first(), Qt::LeftButton);
  QCOMPARE(undone.size(), 1);
  QTRY_VERIFY(alive.isNull());
}

/// Wherever the focus is, but in a field that has something to undo itself.
void TestControls::check11_theToastsKeyUndoes() {
  QWidget window;
  QLineEdit field(&window);
  QPushButton elsewhere(&window);
  window.show();
  QVERIFY(QTest::qWaitForWindowExposed(&window));
  auto *toast =
      Toast::present(&window, {u"Assigned"_s, {}, Tone::Success, u"Undo"_s, undoKeys()}, 28);
  QPointer<Toast> alive(toast);
  QSignalSpy undone(toast, &Toast::actionTriggered);
  QCOMPARE(toast->keyHelp().size(), 1);
  QTest::keyClicks(&field, u"typed"_s);
  QTest::keyClick(&field, Qt::Key_Z, Qt::ControlModifier);
  QVERIFY(field.text() != u"typed");
  QCOMPARE(undone.size(), 0);
  QTest::keyClick(&elsewhere, Qt::Key_Z, Qt::ControlModifier);
  QCOMPARE(undone.size(), 1);
  QTest::keyClick(&elsewhere, Qt::Key_Z, Qt::ControlModifier); // once
  QCOMPARE(undone.size(), 1);
  QTRY_VERIFY(alive.isNull());
}

void TestControls::aSecondToastReplacesTheFirst() {
  QWidget window;
  QPointer<Toast> first = Toast::present(&window, {u"Held"_s, u"INV-1"_s}, 28);
  QPointer<Toast> second = Toast::present(&window, {u"Held"_s, u"INV-2"_s}, 28);
  QTRY_VERIFY(first.isNull());
  QVERIFY(!second.isNull());
}

void TestControls::errorToastStays() {
  QWidget window;
  const auto runs = [&window](Tone tone) {
    return Toast::present(&window, {u"Not saved"_s, u"INV-1"_s, tone}, 28)->isTemporary();
  };
  QVERIFY(!runs(Tone::Danger));
  QVERIFY(runs(Tone::Success));
}

void TestControls::actsWithoutRoomAreInAMenu_data() {
  QTest::addColumn<int>("width");
  QTest::addColumn<bool>("isInMenu");
  QTest::newRow("room") << 800 << false;
  QTest::newRow("none") << 380 << true;
}

/// One row in either case, and each act has its key, whether its button is seen or not.
void TestControls::actsWithoutRoomAreInAMenu() {
  QFETCH(int, width);
  QFETCH(bool, isInMenu);
  QWidget window;
  auto *search = new SearchField(u"Filter members"_s);
  search->setMaximumWidth(200);
  auto *bar = new FilterBar({search, new Chip(u"Role"_s)});
  auto *remove = makeButton(u"Remove"_s, ButtonVariant::Secondary);
  auto *add = makeButton(u"Add member"_s, ButtonVariant::Secondary);
  for (auto *button : {remove, add})
    button->addAction(new ButtonAction(button, {}, button == add ? Qt::Key_F7 : Qt::Key_F8));
  setBlocked(remove, u"No member is selected"_s);
  bar->setActs({remove, add});
  auto *layout = new QVBoxLayout(&window);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(bar);
  layout->addStretch();
  window.resize(width, 300);
  window.show();
  QVERIFY(QTest::qWaitForWindowActive(&window));
  QCOMPARE(add->isVisible(), !isInMenu);
  QCOMPARE(bar->menuButton()->isVisible(), isInMenu);
  QCOMPARE(bar->height(), int(height::filterBar));
  QSignalSpy added(add, &QPushButton::clicked);
  QTest::keyClick(&window, Qt::Key_F7);
  QCOMPARE(added.size(), 1);
  if (!isInMenu)
    return;
  bar->menuButton()->setFocus();
  QTest::keyClick(bar->menuButton(), Qt::Key_Space);
  auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
  QVERIFY(menu);
  QCOMPARE(menu->actions().front()->toolTip(), u"No member is selected"_s);
  QVERIFY(!menu->actions().front()->isEnabled());
  QTest::keyClick(menu, Qt::Key_Down);
  QTest::keyClick(menu, Qt::Key_Return);
  QCOMPARE(added.size(), 2);
  window.resize(800, 300);
  QTRY_VERIFY(add->isVisible() && !bar->menuButton()->isVisible());
}

/// WCAG 2.2, 2.4.11: what has the focus is seen. A list that reaches under it shows around it.
void TestControls::check25_aToastMakesWayForTheFocus() {
  QWidget host;
  host.resize(800, 400);
  QPushButton under(u"Refund…"_s, &host), beside(u"Close"_s, &host);
  QPlainTextEdit large(&host);
  under.setGeometry(700, 340, 80, 30);
  beside.setGeometry(10, 340, 80, 30);
  large.setGeometry(400, 100, 400, 300);
  large.lower();
  host.show();
  QVERIFY(QTest::qWaitForWindowActive(&host));
  beside.setFocus();
  auto *toast = Toast::present(&host, {u"Link copied"_s, u"tenantry://home"_s, {}, {}}, 0);
  const auto corner = toast->pos();
  QVERIFY(toast->geometry().contains(under.geometry()));
  under.setFocus();
  QTRY_VERIFY(toast->pos() != corner);
  QVERIFY(!toast->childrenRect().translated(toast->pos()).intersects(under.geometry()));
  large.setFocus();
  QTRY_COMPARE(toast->pos(), corner);
  under.setFocus();
  QTRY_VERIFY(toast->pos() != corner);
  beside.setFocus();
  QTRY_COMPARE(toast->pos(), corner);
}

void TestControls::usageBarWarnsBeforeItsLimit_data() {
  QTest::addColumn<qint64>("used");
  QTest::addColumn<qint64>("limit");
  QTest::addColumn<int>("tone");
  QTest::newRow("79 %") << qint64(79) << qint64(100) << int(Tone::Accent);
  QTest::newRow("80 %") << qint64(80) << qint64(100) << int(Tone::Warning);
  QTest::newRow("99 %") << qint64(99) << qint64(100) << int(Tone::Warning);
  QTest::newRow("100 %") << qint64(100) << qint64(100) << int(Tone::Danger);
  QTest::newRow("unlimited") << qint64(100) << qint64(0) << int(Tone::Neutral);
}

void TestControls::usageBarWarnsBeforeItsLimit() {
  QFETCH(qint64, used);
  QFETCH(qint64, limit);
  UsageBar bar;
  bar.setUsage(u"API calls"_s, used, limit);
  QTEST(int(bar.tone()), "tone");
}

QTEST_MAIN(TestControls)
#include "tst_controls.moc"
