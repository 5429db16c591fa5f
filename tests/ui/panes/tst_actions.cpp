// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/panes/shared_panes.h"
#include "ui/billing/invoice_inspector.h"
#include "ui/charts/chart.h"
#include "ui/home/mrr_card.h"
#include "ui/shell/commands.h"
#include "ui/shell/export_action.h"
#include "ui/shell/key_list.h"
#include "ui/shell/palette.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/status_bar.h"
#include "ui/theme/console_style.h"
#include "ui/theme/theme_manager.h"
#include "ui/widgets/section_header.h"
#include <QApplication>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QTemporaryDir>

using namespace tenantry;
using namespace tenantry::tests;

/// What can be done in each pane: every action has a key that is seen and means it alone (check 7),
/// and what is not for a login is there and says why (check 14).
class TestActions : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase() { new ui::ThemeManager(qApp); }
  void check7_everyActionHasAKey_data() { EveryPane::places(); }
  void check7_everyActionHasAKey();
  void check7_everyPaneSaysTheKeysThatLeadThere();
  void check7_theSortMenuOffersWhatTheListCanDo_data();
  void check7_theSortMenuOffersWhatTheListCanDo();
  void check7_whatNeedsAnInvoiceSaysSo();
  void check25_f6LeadsToTheChartOfHome();
  void check7_aButtonShowsItsKeyAgainAfterItWasBlocked();
  void check14_nothingIsHiddenForAMissingRight_data();
  void check14_nothingIsHiddenForAMissingRight();
  void check25_filesSayTheStateThatIsSeen_data();
  void check25_filesSayTheStateThatIsSeen();
  void cleanupTestCase() { m_shared.reset(); }

private:
  SharedPanes m_shared;
};

namespace {

using Owned = std::pair<const QWidget *, const QAction *>;

/// With the widget that each belongs to.
QList<Owned> ownedBy(const QWidget *widget) {
  QList<Owned> owned;
  for (const auto *action : widget->actions())
    owned.append({widget, action});
  for (const auto *part : widget->findChildren<QWidget *>())
    if (part->isVisibleTo(widget))
      for (const auto *action : part->actions())
        owned.append({part, action});
  return owned;
}

bool meet(const Owned &one, const Owned &other) {
  const auto isEverywhere = [](const Owned &owned) {
    return owned.second->shortcutContext() == Qt::WindowShortcut ||
           owned.second->shortcutContext() == Qt::ApplicationShortcut;
  };
  return isEverywhere(one) || isEverywhere(other) || one.first == other.first ||
         one.first->isAncestorOf(other.first) || other.first->isAncestorOf(one.first);
}

QStringList ambiguous(const QList<Owned> &owned) {
  QStringList found;
  for (qsizetype i = 0; i < owned.size(); ++i)
    for (qsizetype j = i + 1; j < owned.size(); ++j)
      for (const auto &keys : owned[i].second->shortcuts())
        if (owned[i].second != owned[j].second && meet(owned[i], owned[j]) && !keys.isEmpty() &&
            owned[j].second->shortcuts().contains(keys))
          found.append(u"%1: %2 and %3"_s.arg(keys.toString(), owned[i].second->text(),
                                              owned[j].second->text()));
  return found;
}

QStringList textsOf(const QAbstractItemModel &model) {
  QStringList texts;
  for (int row = 0; row < model.rowCount(); ++row)
    texts.append(model.index(row, 0).data().toString());
  return texts;
}

/// The names of all actions: what they do, whoever may do it.
QStringList namesOf(const EveryPane &house) {
  QStringList names;
  for (const auto *pane : house.panes)
    for (const auto *action : ui::actionsOf(pane))
      if (!qobject_cast<const ui::Chart *>(action->parent())) // who sees which figures differs
        names.append(u"%1: %2"_s.arg(pane->title(), action->text()));
  names.sort();
  return names;
}

} // namespace

void TestActions::check7_everyActionHasAKey() {
  QFETCH(QString, link);
  auto &house = m_shared.get();
  QVERIFY(house.show(link));
  const auto *pane = house.window->currentPane();
  auto owned = ownedBy(pane) + ownedBy(house.window->statusBar());
  for (const auto *action : house.window->actions())
    owned.append({house.window.get(), action});
  QStringList keyless;
  for (const auto &[widget, action] : owned)
    if (!action->text().isEmpty() && !action->menu() && action->shortcut().isEmpty())
      keyless.append(action->text());
  QVERIFY2(keyless.isEmpty(), qPrintable(keyless.join(u"; "_s)));
  const auto doubled = ambiguous(owned);
  QVERIFY2(doubled.isEmpty(), qPrintable(doubled.join(u"; "_s)));

  const std::unique_ptr<ui::KeyList> keys(house.window->showKeys());
  const auto listed = textsOf(keys->model());
  house.window->search();
  const auto offered = textsOf(house.window->palette()->model());
  house.window->palette()->hide();
  const auto actions = ui::actionsOf(pane);
  QVERIFY(!actions.isEmpty());
  for (const auto *action : actions) {
    QVERIFY2(listed.contains(action->text()), qPrintable(action->text()));
    QVERIFY2(offered.contains(action->text()), qPrintable(action->text()));
  }
  // The buttons of a head say theirs.
  for (const auto *part : pane->findChildren<QWidget *>())
    if (const auto *head = dynamic_cast<const ui::SectionHeader *>(part))
      for (const auto *button : head->findChildren<QPushButton *>())
        if (button->isVisible() && button->isEnabled() &&
            button->property(ui::style_property::variant) != QByteArray("menu"))
          QVERIFY2(button->toolTip().contains(u'('), qPrintable(button->text()));
}

/// There are more panes than digits.
void TestActions::check7_everyPaneSaysTheKeysThatLeadThere() {
  auto &house = m_shared.get();
  QVERIFY(house.show(u"tenantry://home"_s));
  const auto *entries = house.window->sidebar()->findChild<QListView *>()->model();
  QVERIFY(house.panes.size() > 9);
  for (int at = 0; at < house.panes.size(); ++at) {
    const auto *pane = house.panes[at];
    const auto keys = at < 9 ? u"Ctrl+%1"_s.arg(at + 1) : u"G, "_s + pane->letter();
    QStringList tips;
    for (int row = 0; row < entries->rowCount(); ++row)
      tips += entries->index(row, 0).data(Qt::ToolTipRole).toString();
    const auto all = tips.join(u'|');
    QVERIFY2(all.contains(u"%1 (%2)"_s.arg(pane->title(), keys)), qPrintable(all));
  }
  for (const auto *action : house.window->actions())
    for (const auto &keys : action->shortcuts())
      QVERIFY2(!QStringList({u"Ctrl+:"_s, u"Ctrl+;"_s, u"Ctrl+<"_s}).contains(keys.toString()),
               qPrintable(action->text()));
}

void TestActions::check7_theSortMenuOffersWhatTheListCanDo_data() {
  QTest::addColumn<QString>("link");
  QTest::addColumn<QStringList>("offered"); // of all
  QTest::newRow("organizations") << u"tenantry://organizations"_s
                                 << QStringList{u"Organization"_s, u"MRR"_s, u"Since"_s,
                                                u"Ascending"_s, u"Descending"_s};
  QTest::newRow("usage") << u"tenantry://usage"_s
                         << QStringList{u"Used"_s, u"Of the limit"_s, u"Descending"_s};
  QTest::newRow("mails") << u"tenantry://mails"_s
                         << QStringList{u"Written"_s, u"Ascending"_s, u"Descending"_s};
}

void TestActions::check7_theSortMenuOffersWhatTheListCanDo() {
  QFETCH(QString, link);
  QFETCH(QStringList, offered);
  auto &house = m_shared.get();
  QVERIFY(house.show(link));
  auto *pane = house.window->currentPane();
  QAction *sort = nullptr;
  for (auto *action : ui::actionsOf(pane))
    if (action->text() == u"Sort by…")
      sort = action;
  QVERIFY(sort);
  sort->trigger();
  auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
  QVERIFY(menu);
  QStringList able;
  for (const auto *action : menu->actions())
    if (action->isEnabled() && !action->isSeparator())
      able += action->text();
    else if (!action->isSeparator())
      QCOMPARE(action->toolTip(), u"The list cannot be in that order"_s);
  menu->close();
  QCOMPARE(able, offered);
}

void TestActions::check7_whatNeedsAnInvoiceSaysSo() {
  auto &house = m_shared.get();
  QVERIFY(house.show(u"tenantry://invoices"_s));
  const auto all = house.invoices->findChildren<ui::InvoiceInspector *>();
  const auto *inspector = *std::find_if(all.begin(), all.end(), [](const auto *one) {
    return one->isVisible(); // the page of an invoice has another
  });
  const auto actions = inspector->actions();
  QCOMPARE(actions.size(), 1);
  QTRY_VERIFY(actions.front()->isEnabled());
  house.invoices->filters()->choose(u"number"_s, u"NONE"_s);
  QTRY_VERIFY(!actions.front()->isEnabled());
  QCOMPARE(actions.front()->toolTip(), u"Choose an invoice"_s);
  house.invoices->filters()->choose(u"number"_s, {});
  QTRY_VERIFY(actions.front()->isEnabled());
}

void TestActions::check25_f6LeadsToTheChartOfHome() {
  auto &house = m_shared.get();
  QVERIFY(house.show(u"tenantry://home"_s));
  const auto *chart = house.home->findChild<ui::MrrCard *>()->findChild<ui::Chart *>();
  QVERIFY(chart->isVisible());
  int steps = 0;
  while (!chart->isAncestorOf(QApplication::focusWidget()) &&
         QApplication::focusWidget() != chart && ++steps < 20)
    QTest::keyClick(house.window.get(), Qt::Key_F6);
  QVERIFY2(steps < 20, "F6 passes it by");
}

void TestActions::check7_aButtonShowsItsKeyAgainAfterItWasBlocked() {
  m_shared.reset();
  EveryPane house;
  QVERIFY(house.show(u"overview"_s));
  const auto tipOf = [&](const QString &text) {
    for (const auto *button : house.customers->findChildren<QPushButton *>())
      if (button->text() == text)
        return button->toolTip();
    return QString();
  };
  QCOMPARE(tipOf(u"Edit"_s), u"Edit (F2)"_s);
  QCOMPARE(tipOf(u"New organization"_s), u"New organization (Ctrl+N)"_s);
  QCOMPARE(tipOf(u"Import"_s), u"Import (Ctrl+Shift+I)"_s);
  house.cutOff(true);
  QTRY_COMPARE(tipOf(u"Import"_s), u"There is no connection to the database"_s);
  house.cutOff(false);
  QTRY_COMPARE_WITH_TIMEOUT(tipOf(u"Import"_s), u"Import (Ctrl+Shift+I)"_s, 20'000);
}

void TestActions::check14_nothingIsHiddenForAMissingRight_data() {
  QTest::addColumn<QString>("group");
  for (const auto *group : {"success", "finance", "support", "manager"})
    QTest::newRow(group) << QString::fromLatin1(group);
}

void TestActions::check14_nothingIsHiddenForAMissingRight() {
  QFETCH(QString, group);
  const QStringList links{u"tenantry://home"_s,          u"members"_s,
                          u"tenantry://subscriptions"_s, u"today"_s,
                          u"tenantry://invoices"_s,      u"tenantry://matching"_s,
                          u"tenantry://dunning"_s,       u"tenantry://ledger"_s};
  const auto visit = [&links](EveryPane &house) {
    QStringList blocked;
    for (const auto &link : links) {
      house.window->open(link == u"members" ? house.organization(link)
                                            : ui::Place::parse(link).value_or(house.today()));
      house.window->show();
      (void)QTest::qWaitFor([&house] { return house.window->currentPane()->isSettled(); }, 20'000);
      for (const auto *action : ui::actionsOf(house.window->currentPane()))
        if (!action->isEnabled() &&
            (action->toolTip().isEmpty() || action->toolTip() == action->text()))
          blocked.append(action->text());
    }
    return blocked;
  };
  QStringList names;
  {
    EveryPane all;
    (void)visit(all);
    names = namesOf(all);
  }
  EveryPane own(group);
  const auto silent = visit(own);
  QVERIFY2(silent.isEmpty(), qPrintable(silent.join(u"; "_s)));
  auto missing = QSet<QString>(names.begin(), names.end());
  for (const auto &name : namesOf(own))
    missing.remove(name);
  QVERIFY2(missing.isEmpty(), qPrintable(QStringList(missing.values()).join(u"; "_s)));
  for (const auto *pane : own.panes)
    for (const auto *button : pane->findChildren<QPushButton *>())
      QVERIFY2(button->isEnabled() || !button->isVisible() || !button->toolTip().isEmpty(),
               qPrintable(button->text()));
}

void TestActions::check25_filesSayTheStateThatIsSeen_data() {
  QTest::addColumn<QString>("link");
  QTest::addColumn<QString>("among"); // the codes
  QTest::newRow("organizations") << u"tenantry://organizations"_s << u"past_due"_s;
  QTest::newRow("subscriptions") << u"tenantry://subscriptions"_s << u"past_due"_s;
  QTest::newRow("invoices") << u"tenantry://invoices"_s << u"overdue"_s;
}

/// Of each row the code of the word in its cell: what is past due is not "active" in the file.
void TestActions::check25_filesSayTheStateThatIsSeen() {
  QFETCH(QString, link);
  QFETCH(QString, among);
  m_shared.reset();
  EveryPane house;
  house.asOther([&house](store::Database &database) {
    for (const auto *sql :
         {"update subscription set status = 'past_due' where organization_id = :id",
          "update organization set subscription_status = 'past_due' where "
          "organization_id = :id"})
      expect(database.adHoc(sql, {{"id", house.organizations.front()}}));
  });
  QVERIFY(house.show(link));
  const auto *pane = qobject_cast<ui::ListPane *>(house.window->currentPane());
  QVERIFY(pane);
  const QTemporaryDir folder;
  const QString path = folder.filePath(u"seen.csv"_s);
  pane->exporting()->exportTo(path);
  QTRY_VERIFY(QFile::exists(path));
  QFile file(path);
  QVERIFY(file.open(QIODevice::ReadOnly));
  auto lines = QString::fromUtf8(file.readAll().mid(3)).split(u"\r\n"_s, Qt::SkipEmptyParts);
  const auto inFile = lines.takeFirst().split(u"\",\""_s).indexOf(u"Status"_s);
  const auto *rows = pane->table()->model();
  int inTable = 0;
  while (rows->headerData(inTable, Qt::Horizontal).toString() != u"Status")
    QVERIFY(++inTable < rows->columnCount());
  QCOMPARE(lines.size(), rows->rowCount());
  QStringList codes;
  for (int row = 0; row < rows->rowCount(); ++row) {
    const auto seen = rows->index(row, inTable).data().toString();
    codes += lines[row].split(u"\",\""_s).value(inFile);
    QCOMPARE(codes.last(), seen.toLower().replace(u' ', u'_'));
  }
  QVERIFY2(codes.contains(among), qPrintable(codes.join(u' ')));
}

QTEST_MAIN(TestActions)
#include "tst_actions.moc"
