// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme_manager.h"
#include "ui/widgets/cell_delegate.h"
#include "ui/widgets/table_view.h"
#include <QApplication>
#include <QImage>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>

using namespace tenantry;
using namespace tenantry::ui;
using namespace Qt::StringLiterals;

class TestTableView : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase();
  void init();
  void cleanup();
  void rowsHaveTheHeightOfTheirDensity();
  void exactlyOneColumnStretches();
  void fittedColumnHoldsItsWidestText();
  void theRowBelowThePointerIsHovered();
  void leavingEndsTheHover();
  void aClickSelectsTheWholeRowAndMarksIt();
  void keysMoveAndMark();
  void aRowIsChosenInBothDirections_data();
  void aRowIsChosenInBothDirections();
  void enterActivatesTheRow();
  void checksToggleByClickAndSpace();
  void textsOfCells_data();
  void textsOfCells();
  void aMissingValueIsADash();

private:
  [[nodiscard]] QPoint centre(int row, int column) const;
  [[nodiscard]] QColor pixel(const QPoint &at) const;

  std::unique_ptr<QStandardItemModel> m_model;
  std::unique_ptr<TableView> m_view;
};

void TestTableView::initTestCase() {
  auto *themes = new ThemeManager(qApp);
  themes->setAppearance(Appearance::Light);
}

void TestTableView::init() {
  m_model = std::make_unique<QStandardItemModel>(20, 3);
  m_model->setHorizontalHeaderLabels({u"Organization"_s, u"Total"_s, u""_s});
  for (int row = 0; row < m_model->rowCount(); ++row) {
    m_model->setData(m_model->index(row, 0), u"Organization %1"_s.arg(row));
    m_model->setData(m_model->index(row, 1), int(CellKind::Money), KindRole);
    m_model->setData(m_model->index(row, 1),
                     QVariant::fromValue(Money(std::int64_t(row) * 100, *Currency::parse(u"USD"))),
                     MoneyRole);
    m_model->setData(m_model->index(row, 2), int(CellKind::Check), KindRole);
    m_model->item(row, 2)->setCheckable(true);
  }
  m_view = std::make_unique<TableView>(u"Organizations"_s);
  m_view->setModel(m_model.get());
  m_view->resize(500, 400);
  m_view->show();
  QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
  m_view->activateWindow();
  m_view->setFocus();
}

void TestTableView::cleanup() {
  m_view.reset();
  m_model.reset();
}

QPoint TestTableView::centre(int row, int column) const {
  return m_view->visualRect(m_model->index(row, column)).center();
}

QColor TestTableView::pixel(const QPoint &at) const {
  return m_view->viewport()->grab().toImage().pixelColor(at);
}

void TestTableView::rowsHaveTheHeightOfTheirDensity() {
  QCOMPARE(m_view->rowHeight(3), 36);
  TableView tall(u"Tall"_s, RowDensity::TwoLine);
  tall.setModel(m_model.get());
  QCOMPARE(tall.rowHeight(3), 44);
  QCOMPARE(tall.horizontalHeader()->height(), 32);
}

void TestTableView::exactlyOneColumnStretches() {
  m_view->setStretchColumn(1);
  auto *header = m_view->horizontalHeader();
  QCOMPARE(header->sectionResizeMode(0), QHeaderView::Interactive);
  QCOMPARE(header->sectionResizeMode(1), QHeaderView::Stretch);
  QCOMPARE(header->length(), m_view->viewport()->width());
}

void TestTableView::fittedColumnHoldsItsWidestText() {
  const auto widest = u"$1,184,220.40"_s;
  m_view->fitColumn(1, widest);
  m_model->setData(m_model->index(0, 1),
                   QVariant::fromValue(Money(118422040, *Currency::parse(u"USD"))), MoneyRole);
  m_model->setData(m_model->index(0, 1), true, StrongRole);
  QVERIFY(m_view->columnWidth(1) >=
          m_view->itemDelegate()->sizeHint({}, m_model->index(0, 1)).width());
}

void TestTableView::theRowBelowThePointerIsHovered() {
  QTest::mouseMove(m_view->viewport(), centre(4, 0));
  QTRY_COMPARE(m_view->hoverRow(), 4);
  const auto hover = Theme::light().hover;
  QCOMPARE(pixel(centre(4, 2) - QPoint(0, 14)), hover);
  QCOMPARE(pixel(QPoint(2, centre(4, 0).y())), hover);
  QVERIFY(pixel(QPoint(2, centre(5, 0).y())) != hover);
}

void TestTableView::leavingEndsTheHover() {
  QTest::mouseMove(m_view->viewport(), centre(6, 0));
  QTRY_COMPARE(m_view->hoverRow(), 6);
  QEvent leave(QEvent::Leave);
  QApplication::sendEvent(m_view->viewport(), &leave);
  QCOMPARE(m_view->hoverRow(), -1);
}

void TestTableView::aClickSelectsTheWholeRowAndMarksIt() {
  QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, centre(2, 1));
  QCOMPARE(m_view->selectionModel()->selectedRows().value(0).row(), 2);
  QCOMPARE(m_view->selectionModel()->selectedIndexes().size(), 3);
  const int y = centre(2, 0).y();
  QCOMPARE(pixel(QPoint(0, y)), Theme::light().accent);
  QCOMPARE(pixel(QPoint(1, y)), Theme::light().accent);
  QCOMPARE(pixel(QPoint(3, y)), Theme::light().selected);
}

void TestTableView::aRowIsChosenInBothDirections_data() {
  QTest::addColumn<Qt::LayoutDirection>("direction");
  QTest::newRow("from the left") << Qt::LeftToRight;
  QTest::newRow("from the right") << Qt::RightToLeft;
}

void TestTableView::aRowIsChosenInBothDirections() {
  QFETCH(Qt::LayoutDirection, direction);
  m_view->setLayoutDirection(direction);
  QTest::qWait(0);
  m_view->chooseRow(3);
  QCOMPARE(m_view->currentIndex().row(), 3);
  QVERIFY(m_view->selectionModel()->isRowSelected(3));
  m_view->chooseRow(4);
  QCOMPARE(m_view->selectionModel()->selectedRows().size(), 1);
}

void TestTableView::keysMoveAndMark() {
  m_view->setCurrentIndex(m_model->index(0, 0));
  QTest::keyClick(m_view.get(), Qt::Key_J);
  QTest::keyClick(m_view.get(), Qt::Key_Down);
  QCOMPARE(m_view->currentIndex().row(), 2);
  QTest::keyClick(m_view.get(), Qt::Key_K);
  QCOMPARE(m_view->currentIndex().row(), 1);
  QTest::keyClick(m_view.get(), Qt::Key_X);
  QVERIFY(m_view->selectionModel()->isRowSelected(1));
  QTest::keyClick(m_view.get(), Qt::Key_X);
  QVERIFY(!m_view->selectionModel()->isRowSelected(1));
  QTest::keyClick(m_view.get(), Qt::Key_End);
  QCOMPARE(m_view->currentIndex().row(), 19);
  QTest::keyClick(m_view.get(), Qt::Key_J);
  QCOMPARE(m_view->currentIndex().row(), 19);
  QTest::keyClick(m_view.get(), Qt::Key_Home);
  QCOMPARE(m_view->currentIndex().row(), 0);
}

void TestTableView::enterActivatesTheRow() {
  QSignalSpy activated(m_view.get(), &QAbstractItemView::activated);
  m_view->setCurrentIndex(m_model->index(3, 0));
  QTest::keyClick(m_view.get(), Qt::Key_Return);
  QCOMPARE(activated.size(), 1);
  QCOMPARE(activated.at(0).at(0).toModelIndex().row(), 3);
}

void TestTableView::checksToggleByClickAndSpace() {
  QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, centre(1, 2));
  QCOMPARE(m_model->item(1, 2)->checkState(), Qt::Checked);
  m_view->setCurrentIndex(m_model->index(1, 2));
  QTest::keyClick(m_view.get(), Qt::Key_Space);
  QCOMPARE(m_model->item(1, 2)->checkState(), Qt::Unchecked);
}

void TestTableView::textsOfCells_data() {
  QTest::addColumn<int>("kind");
  QTest::addColumn<int>("role");
  QTest::addColumn<QVariant>("value");
  QTest::addColumn<QString>("expected");
  const auto row = [](const char *name, CellKind kind, int role, const QVariant &value,
                      const QString &expected) {
    QTest::newRow(name) << int(kind) << role << value << expected;
  };
  const LocalDay day{std::chrono::local_days(std::chrono::year(2027) / 1 / 2)};
  row("text", CellKind::Text, Qt::DisplayRole, u"Kestrel"_s, u"Kestrel"_s);
  row("money", CellKind::Money, MoneyRole, QVariant::fromValue(Money(-5, *Currency::parse(u"USD"))),
      u"−$0.05"_s);
  row("number", CellKind::Number, NumberRole, qint64(12431), u"12,431"_s);
  row("day", CellKind::Date, DayRole, QVariant::fromValue(day), u"02 Jan 2027"_s);
  row("delta", CellKind::Delta, DeltaRole, -14.8, u"−14.8%"_s);
}

void TestTableView::textsOfCells() {
  QFETCH(int, kind);
  QFETCH(int, role);
  QFETCH(QVariant, value);
  const auto cell = m_model->index(0, 0);
  m_model->setData(cell, kind, KindRole);
  m_model->setData(cell, value, role);
  QTEST(cellText(cell, QLocale(u"en_US"_s)), "expected");
}

void TestTableView::aMissingValueIsADash() {
  m_model->setData(m_model->index(0, 0), int(CellKind::Money), KindRole);
  QCOMPARE(cellText(m_model->index(0, 0), QLocale(u"en_US"_s)), u"–"_s);
}

QTEST_MAIN(TestTableView)
#include "tst_table_view.moc"
