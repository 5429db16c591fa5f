// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/lists/facets.h"
#include "tests/ui/shell/console.h"
#include "ui/shell/export_action.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme_manager.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/search_field.h"
#include <QPushButton>

using namespace tenantry;
using namespace tenantry::tests;
using organizations::Status;

/// What narrows a list is added, changed and taken away by keys (checks 7 and 8): one invitation,
/// and a chip for what is set.
class TestFilterMenu : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase() { new ui::ThemeManager(qApp); }
  void init() {
    m_console = std::make_unique<Console>(u"finance"_s);
    QVERIFY(m_console->show());
    m_console->pane->table()->setFocus();
  }
  void cleanup() { m_console.reset(); }
  void check7_aFilterIsAddedByItsKey();
  void check7_itsKeyIsOfTheListAlone();
  void check7_aFilterIsTakenAwayByKeys();
  void check8_allAreClearedAtOnce();
  void check8_theBarHasOneRow();

private:
  [[nodiscard]] const ui::ListFilters &filters() const { return *m_console->pane->filters(); }
  /// The filters whose chip is seen.
  [[nodiscard]] QStringList shown() const {
    QStringList shown;
    for (const auto &setting : {u"status"_s, u"plan"_s, u"country"_s, u"currency"_s})
      if (const auto *chip = filters().chip(setting); chip && chip->isVisible())
        shown += setting;
    return shown;
  }

  std::unique_ptr<Console> m_console;
};

void TestFilterMenu::check7_aFilterIsAddedByItsKey() {
  QCOMPARE(shown(), QStringList());
  QTest::keyClick(m_console->pane->table(), Qt::Key_F);
  auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
  QVERIFY(menu);
  QCOMPARE(menu->activeAction()->text(), u"Status"_s);
  QTest::keyClick(menu, Qt::Key_Right);
  QTRY_VERIFY(QApplication::activePopupWidget() != menu);
  auto *values = qobject_cast<QMenu *>(QApplication::activePopupWidget());
  QVERIFY(values);
  QTRY_VERIFY(values->actions().back()->text().contains(u'\t'));
  QTest::keyClick(values, Qt::Key_Return);
  QTRY_COMPARE(shown(), QStringList{u"status"_s});
  QVERIFY(!QApplication::activePopupWidget());
  QVERIFY(m_console->pane->list().isFiltered());
  QVERIFY(filters().invitation()->toolTip().contains(u"(F)"_s));
}

void TestFilterMenu::check7_itsKeyIsOfTheListAlone() {
  auto *search = filters().search();
  search->setFocus();
  QTest::keyClick(search, Qt::Key_F);
  QCOMPARE(search->text(), u"f"_s);
  QVERIFY(!QApplication::activePopupWidget());
  search->clear();
  auto *elsewhere = m_console->pane->exporting()->button();
  QTRY_VERIFY(elsewhere->isEnabled());
  elsewhere->setFocus();
  QVERIFY(elsewhere->hasFocus());
  QTest::keyClick(elsewhere, Qt::Key_F);
  QVERIFY(!QApplication::activePopupWidget());
}

/// The focus goes to where another one is added.
void TestFilterMenu::check7_aFilterIsTakenAwayByKeys() {
  m_console->pane->setFilter({.search = {}, .status = Status::Suspended, .planId = {}});
  QTRY_COMPARE(shown(), QStringList{u"status"_s});
  auto *chip = filters().chip(u"status"_s);
  chip->setFocus();
  QTest::keyClick(chip, Qt::Key_Delete);
  QTRY_COMPARE(shown(), QStringList());
  QVERIFY(!m_console->pane->list().isFiltered());
  QVERIFY(filters().invitation()->hasFocus());
}

void TestFilterMenu::check8_allAreClearedAtOnce() {
  m_console->pane->setFilter(
      {.search = u"arbor"_s, .status = Status::Suspended, .planId = u"professional"_s});
  QTRY_COMPARE(shown(), (QStringList{u"status"_s, u"plan"_s}));
  QTest::keyClick(m_console->pane->table(), Qt::Key_F);
  auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
  QVERIFY(menu && menu->actions().back()->isEnabled());
  menu->setActiveAction(menu->actions().back());
  QTest::keyClick(menu, Qt::Key_Return);
  QTRY_COMPARE(shown(), QStringList());
  QCOMPARE(m_console->pane->list().filter().search, u"arbor"_s); // what is typed stays
}

void TestFilterMenu::check8_theBarHasOneRow() {
  m_console->window->resize(1440, 900);
  QTRY_COMPARE(filters().bar()->height(), int(ui::height::filterBar));
}

QTEST_MAIN(TestFilterMenu)
#include "tst_filter_menu.moc"
