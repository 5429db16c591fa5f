// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/views/service.h"
#include "tests/ui/lists/facets.h"
#include "tests/ui/shell/console.h"
#include "ui/lists/list_columns.h"
#include "ui/lists/list_views.h"
#include "ui/shell/palette.h"
#include "ui/shell/sidebar.h"
#include "ui/theme/theme_manager.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/toast.h"

#include <QApplication>
#include <QInputDialog>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>

using namespace tenantry;
using namespace tenantry::tests;
using models::OrganizationListModel;
using organizations::Status;

/// Saved views in the console's window (check 8): finance has Clover Clinics suspended.
class TestSavedViews : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase() { new ui::ThemeManager(qApp); }
  void init();
  void cleanup() { m_console.reset(); }
  void check8AViewIsSavedAndCountedInTheSidebar();
  void theSidebarAndALinkOpenIt();
  void leavingItBringsBackWhatOneHad();
  void changesAreShownAndSaved();
  void aStaleSaveShowsWhatDiffers();
  void othersViewsSayWhoseTheyAre();
  void itIsRenamedSharedAndDeleted();
  void itIsSharedByItsMenu();
  void aSavedViewIsReachedByKeys();
  void aLinkToNoViewSaysSo();
  void theValuesOfAFilterAreCounted();
  void countriesAndCurrenciesAreCounted();
  void filtersStandBesideEachOtherInASmallWindow();

private:
  [[nodiscard]] ui::ListViews *views() const { return m_console->pane->views(); }
  [[nodiscard]] OrganizationListModel &list() const { return m_console->pane->list(); }
  [[nodiscard]] ui::Chip *chip() const {
    for (auto *chip : m_console->pane->findChildren<ui::Chip *>())
      if (chip->accessibleName().contains(u"View"_s))
        return chip;
    return nullptr;
  }
  /// The rows of the sidebar with their counts.
  [[nodiscard]] QStringList pins() const;
  [[nodiscard]] QString saveSuspended();
  /// What the chip of a setting offers, each value with its count.
  [[nodiscard]] QStringList facetsOf(const QString &setting);
  QAction *menuAction(const QString &text);
  template <typename F> void asSuccess(F work) {
    m_console->asOther([&](store::Database &) {
      const auto database = m_console->database().connect(u"success"_s);
      SystemClock clock;
      store::Session session{*database, clock, u"other"_s};
      views::ViewService service(session);
      work(service);
    });
  }

  std::unique_ptr<Console> m_console;
  QPointer<QMenu> m_menu;
};

void TestSavedViews::init() {
  m_console = std::make_unique<Console>(u"finance"_s);
  m_console->asOther([](store::Database &database) {
    QVERIFY(database.adHoc("update organization set status = 'suspended', status_before = status "
                           "where name like 'Clover%'"));
  });
  QVERIFY(m_console->show());
  QTRY_VERIFY(m_console->connection().isConnected());
  QTRY_VERIFY(views()->views().isLoaded() && m_console->pane->isSettled());
}

QStringList TestSavedViews::pins() const {
  QStringList rows;
  const auto *model = m_console->window->sidebar()->findChild<QListView *>()->model();
  for (int row = 0; row < model->rowCount(); ++row)
    rows.append(model->index(row, 0).data(Qt::AccessibleTextRole).toString());
  return rows;
}

QAction *TestSavedViews::menuAction(const QString &text) {
  m_menu = views()->makeMenu();
  for (auto *action : m_menu->actions())
    if (action->text() == text)
      return action;
  return nullptr;
}

/// Filters, saves by the menu and the typed name; the id of the view.
QString TestSavedViews::saveSuspended() {
  m_console->pane->setFilter({.search = {}, .status = Status::Suspended, .planId = {}});
  menuAction(u"Save as a view…"_s)->trigger();
  auto *dialog = qobject_cast<QInputDialog *>(views()->question());
  QTest::keyClicks(dialog->findChild<QLineEdit *>(), u"Held"_s);
  QTest::keyClick(dialog, Qt::Key_Return);
  return QTest::qWaitFor([this] { return !views()->current().isEmpty(); }, 20'000)
             ? views()->current()
             : QString();
}

void TestSavedViews::check8AViewIsSavedAndCountedInTheSidebar() {
  const auto id = saveSuspended();
  QVERIFY(!id.isEmpty());
  QTRY_VERIFY2(pins().contains(u"Held 1"_s), qPrintable(pins().join(u'|')));
  QCOMPARE(chip()->value(), u"Held"_s);
  QCOMPARE(m_console->window->place().view, id);
}

void TestSavedViews::theSidebarAndALinkOpenIt() {
  const auto id = saveSuspended();
  m_console->window->open({});
  QTRY_COMPARE(list().rowCount(), 3);
  QVERIFY(!list().isFiltered());
  auto *sidebar = m_console->window->sidebar()->findChild<QListView *>();
  QTRY_VERIFY(pins().contains(u"Held 1"_s));
  const auto row = pins().indexOf(u"Held 1"_s);
  QTest::mouseClick(sidebar->viewport(), Qt::LeftButton, {},
                    sidebar->visualRect(sidebar->model()->index(int(row), 0)).center());
  QTRY_COMPARE(list().rowCount(), 1);
  QCOMPARE(list().filter().status, std::optional(Status::Suspended));
  m_console->window->open({});
  QTRY_COMPARE(list().rowCount(), 3);
  m_console->window->open(*ui::Place::parse(u"tenantry://organizations?view="_s + id));
  QTRY_COMPARE(list().rowCount(), 1);
  QCOMPARE(sidebar->currentIndex().row(), row);
}

void TestSavedViews::leavingItBringsBackWhatOneHad() {
  auto *table = m_console->pane->table();
  const auto own = m_console->pane->columns()->layout();
  const auto id = saveSuspended();
  m_console->pane->columns()->setShown(OrganizationListModel::PlanColumn, false);
  QVERIFY(table->isColumnHidden(OrganizationListModel::PlanColumn));
  Q_EMIT chip()->removeRequested();
  QTRY_COMPARE(list().rowCount(), 3);
  QCOMPARE(m_console->pane->columns()->layout(), own);
  QVERIFY(chip()->value().isEmpty());
}

void TestSavedViews::changesAreShownAndSaved() {
  const auto id = saveSuspended();
  list().sort(OrganizationListModel::CreatedColumn, Qt::DescendingOrder);
  QTRY_COMPARE(chip()->value(), u"Held, changed"_s);
  menuAction(u"Save the changes"_s)->trigger();
  QTRY_COMPARE(chip()->value(), u"Held"_s);
  QCOMPARE(views()->views().find(id)->settings.value(u"sort"_s), u"created"_s);
}

void TestSavedViews::aStaleSaveShowsWhatDiffers() {
  const auto id = saveSuspended();
  const auto view = views::SavedViewId::fromString(id);
  views()->views().share(*views()->views().find(id), u"success"_s);
  QTRY_COMPARE(views()->views().find(id)->sharedWith, u"success"_s);
  asSuccess([&](views::ViewService &service) {
    auto theirs = service.find(view)->settings;
    theirs[u"status"_s] = u"churned"_s;
    QVERIFY(service.save(view, 1, theirs));
  });
  list().sort(OrganizationListModel::MrrColumn, Qt::DescendingOrder);
  views()->save();
  QTRY_VERIFY(views()->question());
  auto *question = qobject_cast<QMessageBox *>(views()->question());
  QVERIFY2(question->text().contains(u"Status: yours Suspended, theirs Churned"_s),
           qPrintable(question->text()));
  QVERIFY(question->text().contains(u"Sorted by: yours MRR, theirs Organization"_s));
  asSuccess([&](views::ViewService &service) {
    QCOMPARE(service.find(view)->settings.value(u"status"_s), u"churned"_s); // not overwritten
  });
  for (auto *button : question->buttons())
    if (button->text().contains(u"Take theirs"_s))
      button->click();
  QTRY_COMPARE(list().filter().status, std::optional(Status::Churned));
}

void TestSavedViews::othersViewsSayWhoseTheyAre() {
  QString id;
  asSuccess([&](views::ViewService &service) {
    id =
        service.add(u"organizations"_s, u"Theirs"_s, {{u"status"_s, u"suspended"_s}}, u"finance"_s)
            ->toString();
  });
  views()->views().reload();
  QTRY_VERIFY(pins().contains(u"Theirs 1"_s));
  m_console->window->open(*ui::Place::parse(u"tenantry://organizations?view="_s + id));
  QTRY_COMPARE(list().rowCount(), 1);
  const auto *rename = menuAction(u"Rename…"_s);
  QVERIFY(!rename->isEnabled());
  QCOMPARE(rename->toolTip(), u"This view belongs to tenantry_test_success"_s);
}

void TestSavedViews::itIsRenamedSharedAndDeleted() {
  const auto id = saveSuspended();
  menuAction(u"Rename…"_s)->trigger();
  auto *dialog = qobject_cast<QInputDialog *>(views()->question());
  dialog->setTextValue(u"On hold"_s);
  dialog->accept();
  QTRY_VERIFY(pins().contains(u"On hold 1"_s));
  menuAction(u"Delete…"_s)->trigger();
  auto *question = qobject_cast<QMessageBox *>(views()->question());
  QVERIFY(question->text().contains(u"On hold"_s));
  for (auto *button : question->buttons())
    if (button->text() == u"Delete"_s)
      button->click();
  QTRY_VERIFY(!pins().contains(u"On hold 1"_s));
  QTRY_COMPARE(list().rowCount(), 3);
  QVERIFY(views()->current().isEmpty());
}

/// The menu of the chip, by keys: the group is chosen, and they see it.
void TestSavedViews::itIsSharedByItsMenu() {
  const auto id = saveSuspended();
  QVERIFY(!id.isEmpty());
  QTest::mouseClick(chip(), Qt::LeftButton);
  QTRY_VERIFY(QApplication::activePopupWidget());
  auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
  const auto choose = [](QMenu *in, const QString &text) {
    for (int i = 0; i < in->actions().size() + 2; ++i) {
      if (in->activeAction() && in->activeAction()->text() == text)
        return true;
      QTest::keyClick(in, Qt::Key_Down);
    }
    return false;
  };
  QVERIFY(choose(menu, u"Share with"_s));
  QTest::keyClick(menu, Qt::Key_Right);
  QTRY_VERIFY(QApplication::activePopupWidget() != menu);
  auto *groups = qobject_cast<QMenu *>(QApplication::activePopupWidget());
  QVERIFY(choose(groups, u"customer success"_s));
  QTest::keyClick(groups, Qt::Key_Return);
  QTRY_COMPARE(views()->views().find(id)->sharedWith, u"success"_s);
  asSuccess([&](views::ViewService &service) {
    QVERIFY(service.find(views::SavedViewId::fromString(id)).has_value());
  });
}

/// From the palette by its name, and out of it by the chip's own key.
void TestSavedViews::aSavedViewIsReachedByKeys() {
  const auto id = saveSuspended();
  m_console->window->open({});
  QTRY_COMPARE(list().rowCount(), 3);
  m_console->window->activateWindow(); // after the dialog
  QVERIFY(QTest::qWaitForWindowActive(m_console->window.get()));
  QTest::keyClick(m_console->pane->table(), Qt::Key_K, Qt::ControlModifier);
  auto *palette = m_console->window->palette();
  QVERIFY(palette->isVisible());
  QTest::keyClicks(palette->field(), u"held"_s);
  QTRY_COMPARE(palette->list()->currentIndex().data().toString(), u"Held"_s);
  QTest::keyClick(palette->field(), Qt::Key_Return);
  QTRY_COMPARE(list().rowCount(), 1);
  QCOMPARE(m_console->window->place().view, id);
  chip()->setFocus();
  QTest::keyClick(chip(), Qt::Key_Delete);
  QTRY_COMPARE(list().rowCount(), 3);
}

void TestSavedViews::aLinkToNoViewSaysSo() {
  m_console->window->open(
      *ui::Place::parse(u"tenantry://organizations?view=0190f3a4-0000-7000-8000-000000000001"_s));
  QTRY_VERIFY(m_console->window->findChild<ui::Toast *>());
  QVERIFY(
      m_console->window->findChild<ui::Toast *>()->accessibleName().contains(u"view.not_found"_s));
}

QStringList TestSavedViews::facetsOf(const QString &setting) {
  const auto *menu = openFacets(*m_console->pane->filters(), setting);
  const auto isCounted = [menu] {
    return menu && !menu->actions().isEmpty() && menu->actions().back()->text().contains(u'\t');
  };
  QStringList texts;
  if (QTest::qWaitFor(isCounted))
    for (const auto *action : menu->actions())
      texts.append(action->text());
  return texts;
}

/// Facets: how many each value would leave beside the other filters.
void TestSavedViews::theValuesOfAFilterAreCounted() {
  const auto close = closeFacets;
  auto all = facetsOf(u"status"_s);
  QVERIFY2(all.contains(u"Onboarded\t2"_s), qPrintable(all.join(u'|')));
  QVERIFY(all.contains(u"Suspended\t1"_s) && all.contains(u"Closed\t0"_s));
  close();
  m_console->pane->setFilter({.search = u"arbor"_s, .status = {}, .planId = {}});
  QTRY_COMPARE(list().rowCount(), 1);
  all = facetsOf(u"status"_s);
  QVERIFY2(all.contains(u"Onboarded\t1"_s), qPrintable(all.join(u'|')));
  QVERIFY(all.contains(u"Suspended\t0"_s));
  close();
}

/// Those that somebody is in, by their names; and a link has them as well.
void TestSavedViews::countriesAndCurrenciesAreCounted() {
  m_console->asOther([](store::Database &database) {
    QVERIFY(database.script("update organization set address_country = 'AT', currency = 'CHF' "
                            "where name like 'Basalt%'"));
  });
  m_console->pane->reload();
  QTRY_COMPARE(m_console->pane->list().choices().countries, (QStringList{u"AT"_s, u"DE"_s}));
  QCOMPARE(facetsOf(u"currency"_s), (QStringList{u"CHF\t1"_s, u"EUR\t2"_s}));
  closeFacets();
  QCOMPARE(facetsOf(u"country"_s), (QStringList{u"Austria\t1"_s, u"Germany\t2"_s}));
  QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Return); // the first
  QTRY_COMPARE(list().rowCount(), 1);
  QCOMPARE(m_console->pane->filters()->chip(u"country"_s)->value(), u"Austria"_s);
  QCOMPARE(facetsOf(u"currency"_s), (QStringList{u"CHF\t1"_s, u"EUR\t0"_s}));
  closeFacets();
  m_console->window->open(*ui::Place::parse(u"tenantry://organizations?filter=EUR"_s));
  QTRY_COMPARE(list().rowCount(), 2);
  QCOMPARE(m_console->pane->filters()->chip(u"currency"_s)->value(), u"EUR"_s);
}

void TestSavedViews::filtersStandBesideEachOtherInASmallWindow() {
  QVERIFY(!saveSuspended().isEmpty());
  m_console->pane->setFilter(
      {.search = u"clover"_s, .status = Status::Suspended, .planId = u"professional"_s});
  m_console->window->resize(m_console->window->minimumSize());
  QTRY_VERIFY(m_console->window->width() <= 900);
  QTRY_VERIFY(chip()->value().endsWith(u"changed"_s));
  QTest::qWait(50);
  const auto overlaps = [this] {
    QList<QRect> rects;
    for (const auto *one :
         chip()->parentWidget()->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly))
      if (one->isVisible())
        rects.append(one->geometry());
    QStringList found;
    for (qsizetype i = 0; i < rects.size(); ++i)
      for (qsizetype j = i + 1; j < rects.size(); ++j)
        if (rects[i].intersects(rects[j]))
          found += u"%1 to %2 and %3 to %4"_s.arg(rects[i].left())
                       .arg(rects[i].right())
                       .arg(rects[j].left())
                       .arg(rects[j].right());
    return found;
  };
  QTRY_COMPARE(overlaps(), QStringList()); // layouts inside of layouts
}

QTEST_MAIN(TestSavedViews)
#include "tst_saved_views.moc"
