// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/holds.h"
#include "tests/ui/billing/run_window.h"
#include "tests/ui/forms/kept_drafts.h"
#include "ui/billing/run_figures.h"
#include "ui/lists/bulk_dialog.h"
#include "ui/lists/list_acts.h"
#include "ui/lists/list_columns.h"
#include "ui/lists/report_dialog.h"
#include "ui/lists/selection_bar.h"
#include "ui/shell/export_action.h"
#include "ui/widgets/cell_roles.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/format.h"
#include "ui/widgets/link_figure.h"
#include "ui/widgets/table_view.h"
#include "ui/widgets/toast.h"

#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTemporaryDir>

using namespace tenantry;
using namespace tenantry::tests;
using models::PreviewQuery;

/// The list of a billing run is a list as every other: its columns, its order, what narrows it,
/// what is selected and done, and its file.
class TestRunList : public RunWindow {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase() { makeHouse(); }
  void cleanup() { clear(); }
  void cleanupTestCase() { m_house.reset(); }
  void check4_aReasonIsThereAgain();
  void check8_columnsOrderAndChipsComeBack();
  void check9_aSelectionIsThisPageOrAllThatMatch();
  void whatIsSelectedIsAddedUp();
  void check25_theFileHasWhatIsSeen();
  void theLineBelowAFigureGivesWay_data();
  void theLineBelowAFigureGivesWay();
  void check10_aHoldReportsTheRowThatFails();
  void check12_whatIsSelectedIsFinalized(); // the last one: it changes the book

private:
  [[nodiscard]] QStringList shown(int column = PreviewQuery::NameColumn) const;
  [[nodiscard]] QString toast() const {
    const auto *one = m_window->findChild<ui::Toast *>();
    return one ? one->accessibleName() : QString();
  }
  void head(int column);
  void selectAllAnd(Qt::Key key);
  /// The window, after a dialog over it, with the focus in the list.
  [[nodiscard]] bool comesBack() {
    m_window->activateWindow();
    m_pane->table()->setFocus();
    return QTest::qWaitForWindowActive(m_window.get());
  }
};

QStringList TestRunList::shown(int column) const {
  QStringList texts;
  for (int row = 0; row < m_pane->list().rowCount(); ++row)
    texts += m_pane->table()->model()->index(row, column).data().toString();
  return texts;
}

void TestRunList::head(int column) {
  auto *header = m_pane->table()->horizontalHeader();
  QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                    {header->sectionViewportPosition(column) + header->sectionSize(column) / 2,
                     header->height() / 2});
}

void TestRunList::selectAllAnd(Qt::Key key) {
  auto *table = m_pane->table();
  table->setFocus();
  QTest::keyClick(table, Qt::Key_A, Qt::ControlModifier);
  QTest::keyClick(table, key, Qt::ControlModifier | Qt::ShiftModifier);
  QTRY_VERIFY(m_pane->acts()->question() && m_pane->acts()->question()->isSettled());
}

void TestRunList::check8_columnsOrderAndChipsComeBack() {
  QVERIFY(show({ui::Place::Kind::Billing, {}, {}, {}}));
  QTRY_VERIFY(!m_pane->table()->isColumnHidden(PreviewQuery::TaxColumn));
  auto *menu = m_pane->columns()->makeMenu();
  menu->actions().at(PreviewQuery::TaxColumn)->trigger();
  menu->close();
  head(PreviewQuery::NameColumn);
  head(PreviewQuery::NameColumn);
  QTRY_VERIFY(m_pane->isSettled());
  const auto sorted = [this] {
    auto names = shown();
    std::sort(names.begin(), names.end());
    if (m_pane->list().sortOrder() == Qt::DescendingOrder)
      std::reverse(names.begin(), names.end());
    return names;
  };
  QTRY_COMPARE(shown(), sorted());
  const auto order = m_pane->list().sortOrder();
  auto *chip = m_pane->filters()->chip(u"currency"_s);
  chip->setFocus();
  QTest::keyClick(chip, Qt::Key_Space);
  auto *offered = qobject_cast<QMenu *>(QApplication::activePopupWidget());
  QVERIFY(offered);
  QTest::keyClick(offered, Qt::Key_Down); // EUR, before USD
  QTest::keyClick(offered, Qt::Key_Return);
  QTRY_COMPARE(shown(), QStringList{u"Basalt"_s});
  QTRY_VERIFY(m_memory->columns(u"billing_run"_s) == m_pane->columns()->layout());
  close();
  QVERIFY(show({ui::Place::Kind::Billing, {}, {}, {}}));
  QCOMPARE(shown(), QStringList{u"Basalt"_s});
  QCOMPARE(m_pane->list().query().currency, u"EUR"_s);
  QCOMPARE(m_pane->list().sortColumn(), int(PreviewQuery::NameColumn));
  QCOMPARE(m_pane->list().sortOrder(), order);
  QVERIFY(m_pane->table()->isColumnHidden(PreviewQuery::TaxColumn));
  QVERIFY(!m_pane->table()->isColumnHidden(PreviewQuery::DiscountColumn));
}

/// In the next window, over the run of any day: a preview has no rows of its own that a reason
/// could belong to, so that it belongs to the act.
void TestRunList::check4_aReasonIsThereAgain() {
  const QTemporaryDir folder;
  models::DraftStore before(folder.path(), u"book"_s), after(folder.path(), u"book"_s);
  const auto ask = [this](models::DraftStore &drafts) {
    QVERIFY(show({ui::Place::Kind::Billing, {}, {}, {}}));
    m_pane->keepDraftsIn(drafts);
    selectAllAnd(Qt::Key_H);
    QVERIFY(m_pane->acts()->question());
  };
  ask(before);
  QTest::keyClicks(m_pane->acts()->question()->reason(), u"Prices are wrong"_s);
  QTRY_VERIFY(keptDrafts(folder.path()).contains("Prices are wrong"));
  delete m_pane->acts()->question(); // nobody closed it
  close();
  ask(after);
  QTRY_COMPARE(m_pane->acts()->question()->reason()->text(), u"Prices are wrong"_s);
  m_pane->acts()->question()->reject();
  QTRY_VERIFY(!m_pane->acts()->question());
  close(); // before the drafts that it keeps
}

void TestRunList::check9_aSelectionIsThisPageOrAllThatMatch() {
  QVERIFY(show(daysAhead(700)));
  QTRY_VERIFY(m_pane->list().count() > 100 && m_pane->list().rowCount() >= 100);
  const auto all = m_pane->list().count();
  auto *table = m_pane->table();
  table->setFocus();
  QTest::keyClick(table, Qt::Key_A, Qt::ControlModifier);
  auto *bar = m_pane->records()->selectionBar();
  QTRY_COMPARE(bar->text(), u"This page: 100 selected"_s);
  QCOMPARE(bar->choice()->text(), u"All %1 that match"_s.arg(all));
  QTest::mouseClick(bar->choice(), Qt::LeftButton);
  QCOMPARE(bar->text(), u"All %1 that match are selected"_s.arg(all));
  // What is done is done to their organizations, to each once.
  QTest::keyClick(table, Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
  QTRY_VERIFY(m_pane->acts()->question() && m_pane->acts()->question()->isSettled());
  const auto texts = m_pane->acts()->question()->findChildren<QLabel *>();
  QVERIFY(std::any_of(texts.begin(), texts.end(), [](const QLabel *one) {
    return one->text() == u"Hold the invoices of 6 organization(s)";
  }));
  QTest::keyClick(m_pane->acts()->question(), Qt::Key_Escape);
  QVERIFY(comesBack());
  QTest::keyClick(table, Qt::Key_Escape);
  QVERIFY(bar->isHidden());
  // The rows of another day are others: nothing stays selected.
  QTest::keyClick(table, Qt::Key_A, Qt::ControlModifier);
  QTRY_VERIFY(bar->isVisible());
  m_window->open(daysAhead(31));
  QTRY_VERIFY(m_pane->isSettled() && m_pane->list().rowCount() < 100);
  QTRY_VERIFY(bar->isHidden());
}

void TestRunList::whatIsSelectedIsAddedUp() {
  QVERIFY(show({ui::Place::Kind::Billing, {}, {}, {}}));
  auto *table = m_pane->table();
  auto *bar = m_pane->records()->selectionBar();
  const auto moneyAt = [&](int row) {
    return table->model()->index(row, PreviewQuery::TotalColumn).data(ui::MoneyRole).value<Money>();
  };
  std::map<Currency, std::int64_t> sums;
  QList<int> dollars;
  for (int row = 0; row < m_pane->list().rowCount(); ++row) {
    sums[moneyAt(row).currency()] += moneyAt(row).minor();
    if (moneyAt(row).currency().code() == u"USD")
      dollars += row;
  }
  QCOMPARE(sums.size(), std::size_t(2));
  QVERIFY(dollars.size() >= 2);
  auto *selection = table->selectionModel();
  const auto select = [&](int row, QItemSelectionModel::SelectionFlags how) {
    selection->select(table->model()->index(row, 0), how | QItemSelectionModel::Rows);
  };
  select(dollars[0], QItemSelectionModel::ClearAndSelect);
  select(dollars[1], QItemSelectionModel::Select);
  QTRY_COMPARE(bar->text(), u"2 selected"_s);
  const QLocale locale(u"en_US"_s);
  QTRY_COMPARE(bar->sum(), ui::formatMoney(moneyAt(dollars[0]) + moneyAt(dollars[1]), locale));
  table->setFocus();
  QTest::keyClick(table, Qt::Key_A, Qt::ControlModifier);
  QStringList both;
  for (const auto &[currency, amount] : sums)
    both += ui::formatMoney({amount, currency}, locale);
  QTRY_COMPARE(bar->sum(), both.join(u", "_s));
  for (const int width : {900, 300}) { // it is whole, or not there
    bar->setFixedWidth(width);
    QCoreApplication::processEvents();
    for (const auto *label : bar->findChildren<QLabel *>())
      if (label->text() == bar->sum()) {
        QCOMPARE(label->isVisible(), width == 900);
        QVERIFY(!label->isVisible() || label->width() >= label->sizeHint().width());
      }
  }
}

void TestRunList::check25_theFileHasWhatIsSeen() {
  QVERIFY(show(daysAhead(700)));
  auto *menu = m_pane->columns()->makeMenu();
  menu->actions().at(PreviewQuery::DiscountColumn)->trigger();
  menu->close();
  m_pane->filters()->choose(u"currency"_s, u"USD"_s);
  head(PreviewQuery::NameColumn);
  QTRY_VERIFY(m_pane->isSettled());
  const QString path = m_folder->filePath(u"run.csv"_s);
  m_pane->exporting()->exportTo(path);
  QTRY_VERIFY(QFile::exists(path));
  QFile file(path);
  QVERIFY(file.open(QIODevice::ReadOnly));
  auto lines = QString::fromUtf8(file.readAll().mid(3)).split(u"\r\n"_s, Qt::SkipEmptyParts);
  QCOMPARE(lines.takeFirst(),
           u"\"Organization\",\"Finding\",\"On hold\",\"Issued\",\"Subscription\",\"Usage\","
           "\"Tax\",\"Total\",\"Change\",\"Currency\""_s);
  QTRY_COMPARE(m_pane->list().count(), lines.size());
  QVERIFY(lines.size() > 100);
  const auto seen = shown();
  for (qsizetype row = 0; row < seen.size(); ++row)
    QCOMPARE(lines[row].section(u'"', 1, 1), seen[row]);
  QVERIFY(lines.filter(u"Basalt"_s).isEmpty());
}

void TestRunList::theLineBelowAFigureGivesWay_data() {
  QTest::addColumn<int>("lacking"); // pixels
  QTest::newRow("room for all") << -60;
  QTest::newRow("narrow") << 20;
}

void TestRunList::theLineBelowAFigureGivesWay() {
  QFETCH(int, lacking);
  QVERIFY(show({ui::Place::Kind::Billing, {}, {}, {}}));
  auto *figures = m_pane->findChild<ui::RunFigures *>();
  auto *alone = new QWidget;
  const std::unique_ptr<QWidget> owned(alone);
  figures->setParent(alone);
  const int width = figures->sizeHint().width() - lacking;
  alone->resize(width, 100);
  figures->setGeometry(0, 0, width, 92);
  alone->show();
  QVERIFY(QTest::qWaitForWindowExposed(alone));
  for (const auto *label : figures->findChildren<ui::Label *>()) {
    const bool isWhole = label->width() >= label->sizeHint().width();
    const auto *figure = qobject_cast<const QWidget *>(label->parentWidget()->parentWidget());
    QVERIFY2(isWhole || (lacking > 0 && dynamic_cast<const ui::ElidedLabel *>(label)),
             qPrintable(label->text()));
    QVERIFY(figure->geometry().right() < width);
  }
}

void TestRunList::check10_aHoldReportsTheRowThatFails() {
  asOther([this](store::Database &database) {
    expect(database.script(
        u"create function no_hold() returns trigger language plpgsql as $$ begin "
        "if new.organization_id = '%1' then raise exception 'not this one'; end if; "
        "return new; end $$; create trigger no_hold before insert on invoice_hold "
        "for each row execute function no_hold()"_s.arg(m_ids[3].toString())
            .toUtf8()
            .constData()));
  });
  QVERIFY(show({ui::Place::Kind::Billing, {}, {}, {}}));
  const auto rows = m_pane->list().rowCount();
  selectAllAnd(Qt::Key_H);
  auto *question = m_pane->acts()->question();
  QTest::keyClicks(question->reason(), u"Prices are wrong"_s);
  QTRY_VERIFY(question->confirmation()->isEnabled());
  QTest::keyClick(question, Qt::Key_Return);
  QTRY_COMPARE(toast(), u"Invoices of 5 organization(s) on hold, 1 failed"_s);
  m_pane->acts()->failures()->trigger();
  const auto *failed = m_pane->acts()->report()->table()->model();
  QCOMPARE(failed->rowCount(), 1);
  QCOMPARE(failed->index(0, 0).data().toString(), u"Dunes"_s);
  m_pane->acts()->report()->close();
  const auto held = [this] {
    return shown(PreviewQuery::FindingColumn).filter(u"On hold"_s).size();
  };
  QTRY_VERIFY(held() > 0);
  QTRY_COMPARE(held(), rows - shown().count(u"Dunes"_s));
  // Only those on hold, by the chip.
  m_pane->filters()->choose(u"show"_s, u"on-hold"_s);
  QTRY_VERIFY(!shown().contains(u"Dunes"_s) && shown().contains(u"Elm"_s));
  m_pane->filters()->choose(u"show"_s, {});
  QTRY_VERIFY(shown().contains(u"Dunes"_s));
  QVERIFY(comesBack());
  QTRY_VERIFY(m_pane->acts()->undo()->isEnabled());
  QTest::keyClick(m_pane->table(), Qt::Key_Z, Qt::ControlModifier);
  QTRY_COMPARE(held(), 0);
}

void TestRunList::check12_whatIsSelectedIsFinalized() {
  m_house->clock.set(BillingHouse::start() + std::chrono::days(70));
  asOther([this](store::Database &) {
    store::Session session{*m_house->worker.database, m_house->clock, u"test"_s};
    expect(billing::Holds(session).holdOrganization(m_ids[4], u"Prices are wrong"_s));
  });
  m_rule.reset();
  const auto issued = m_house->number("select count(*) from invoice");
  QVERIFY(show(ui::Place{ui::Place::Kind::Billing, {}, {}, Zone().dayOf(m_house->clock.now())}));
  selectAllAnd(Qt::Key_I);
  auto *question = m_pane->acts()->question();
  QVERIFY2(question->text().contains(u"1 refused: Its invoices are on hold: Prices are wrong"_s),
           qPrintable(question->text()));
  QVERIFY(!question->confirmation()->isEnabled());
  QTest::keyClicks(question->deliberate(), u"5"_s);
  QTRY_VERIFY(question->confirmation()->isEnabled());
  QTest::mouseClick(question->confirmation(), Qt::LeftButton);
  QTRY_COMPARE(toast(), u"5 organization(s) billed, 1 failed"_s);
  m_rule.reset();
  QVERIFY(m_house->number("select count(*) from invoice") >= issued + 5);
  QCOMPARE(m_house->number("select count(*) from invoice where status = 'draft'"), 0);
  QCOMPARE(m_house->wrong(), QString());
  m_rule.emplace();
  // What was issued is not in the preview any more.
  QTRY_COMPARE(shown(), QStringList{u"Elm"_s});
}

QTEST_MAIN(TestRunList)
#include "tst_run_list.moc"
