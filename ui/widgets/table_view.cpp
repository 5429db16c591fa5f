// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/table_view.h"
#include "ui/theme/metrics.h"
#include "ui/theme/text_style.h"
#include "ui/widgets/cell_delegate.h"
#include "ui/widgets/format.h"
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMetaMethod>
#include <QPainter>
#include <utility>

namespace tenantry::ui {

namespace {
constexpr int sortArrowSpace = 16;
constexpr float veilDensity = 0.5F;
} // namespace

TableView::TableView(const QString &name, RowDensity density, QWidget *parent)
    : QTableView(parent) {
  setAccessibleName(name);
  setItemDelegate(new CellDelegate(this));
  setShowGrid(false);
  setFrameShape(QFrame::NoFrame);
  setSelectionBehavior(SelectRows);
  setSelectionMode(ExtendedSelection);
  setEditTriggers(NoEditTriggers);
  setTabKeyNavigation(false);
  setVerticalScrollMode(ScrollPerPixel);
  setHorizontalScrollMode(ScrollPerPixel);
  setMouseTracking(true);
  setWordWrap(false);
  setCornerButtonEnabled(false);
  setUpHeaders(density);
}

void TableView::setUpHeaders(RowDensity density) {
  verticalHeader()->hide();
  // Fixed heights: a header that measured rows would ask the model for each of a million.
  verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  verticalHeader()->setMinimumSectionSize(height::row);
  verticalHeader()->setDefaultSectionSize(density == RowDensity::OneLine ? height::row
                                                                         : height::twoLineRow);
  horizontalHeader()->setFixedHeight(height::tableHeader);
  horizontalHeader()->setHighlightSections(false);
  horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  horizontalHeader()->setMinimumSectionSize(40);
  connect(horizontalHeader(), &QHeaderView::sectionResized, this,
          [this](int column, int, int width) {
            if (width == 0 || column == m_stretchColumn)
              return;
            m_widths[column] = width;
            if (QGuiApplication::mouseButtons() != Qt::NoButton)
              Q_EMIT columnSized(column);
          });
}

void TableView::setModel(QAbstractItemModel *model) {
  m_hoverRow = -1;
  QTableView::setModel(model);
  setStretchColumn(m_stretchColumn);
}

void TableView::setStretchColumn(int column) {
  m_stretchColumn = column;
  horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
  if (column < horizontalHeader()->count())
    horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
}

void TableView::fitColumn(int column, const QString &widestText) {
  const auto title = model() ? model()->headerData(column, Qt::Horizontal).toString() : QString();
  const int text =
      textMetrics(TextStyle::BodyStrong, Figures::Tabular).horizontalAdvance(widestText);
  const int head = textMetrics(TextStyle::CaptionStrong).horizontalAdvance(title) + sortArrowSpace;
  setColumnWidth(column, std::max(text, head) + 2 * space::x3);
}

void TableView::fitDayColumn(int column) {
  using namespace std::chrono;
  QString widest;
  int width = 0;
  for (int month = 1; month <= 12; ++month) {
    const auto text = formatDay(LocalDay(local_days(year(2028) / month / 28)), locale());
    const int wide = textMetrics(TextStyle::BodyStrong, Figures::Tabular).horizontalAdvance(text);
    if (wide > width)
      widest = text, width = wide;
  }
  fitColumn(column, widest);
}

void TableView::setColumnsToDrop(const QList<int> &columns, int leastWidth) {
  m_columnsToDrop = columns;
  m_leastWidth = leastWidth;
  arrangeColumns();
}

void TableView::setChosen(int column, bool isChosen) {
  if (isChosen || column == m_stretchColumn)
    m_unwanted.remove(column);
  else
    m_unwanted.insert(column);
}

int TableView::chosenWidth(int column) const {
  return column == m_stretchColumn ? 0 : m_widths.value(column, columnWidth(column));
}

TableView::RowSpan TableView::visibleRows() const {
  const int last = rowAt(viewport()->height() - 1), rows = model() ? model()->rowCount() : 0;
  return {std::max(rowAt(0), 0), last < 0 ? std::max(rows - 1, 0) : last};
}

void TableView::arrangeColumns() {
  int room = viewport()->width() - m_leastWidth;
  for (int column = 0; column < horizontalHeader()->count(); ++column) {
    if (m_columnsToDrop.contains(column) && isChosen(column))
      continue;
    setColumnHidden(column, !isChosen(column));
    if (column != m_stretchColumn && isChosen(column))
      room -= columnWidth(column);
  }
  // A hidden column has no width: what it needs is asked of it while it is shown.
  for (qsizetype i = m_columnsToDrop.size() - 1; i >= 0; --i) {
    const int column = m_columnsToDrop[i];
    if (!isChosen(column))
      continue;
    setColumnHidden(column, false);
    room -= columnWidth(column);
    setColumnHidden(column, room < 0);
  }
}

void TableView::resizeEvent(QResizeEvent *event) {
  QTableView::resizeEvent(event);
  if (!m_columnsToDrop.isEmpty() && event->size().width() != event->oldSize().width())
    arrangeColumns();
}

const std::array<TableView::OwnKey, 6> &TableView::ownKeys() {
  static const std::array<OwnKey, 6> keys{{
      {Qt::Key_J, QT_TR_NOOP("Next row"), &TableView::toNext},
      {Qt::Key_K, QT_TR_NOOP("Row before"), &TableView::toPrevious},
      {Qt::Key_Home, QT_TR_NOOP("First row"), &TableView::toFirst},
      {Qt::Key_End, QT_TR_NOOP("Last row"), &TableView::toLast},
      {Qt::Key_X, QT_TR_NOOP("Mark the row"), &TableView::markRow},
      {Qt::SHIFT | Qt::Key_X, QT_TR_NOOP("Mark up to the row"), &TableView::markRange},
  }};
  return keys;
}

QList<KeyHelp> TableView::keyHelp() const {
  QList<KeyHelp> help;
  for (const auto &own : ownKeys())
    help.append({QKeySequence(own.keys), tr(own.name)});
  help.append({QKeySequence::SelectAll, tr("Select all")});
  return help;
}

void TableView::keyPressEvent(QKeyEvent *event) {
  const QKeyCombination keys(event->modifiers() & ~Qt::KeypadModifier, Qt::Key(event->key()));
  if (model() && model()->rowCount() > 0)
    for (const auto &own : ownKeys())
      if (own.keys == keys)
        return (this->*own.act)();
  QTableView::keyPressEvent(event);
}

void TableView::toNext() { moveTo(std::min(currentIndex().row() + 1, model()->rowCount() - 1)); }

void TableView::toPrevious() { moveTo(std::max(currentIndex().row() - 1, 0)); }

void TableView::toFirst() { moveTo(0); }

void TableView::toLast() { moveTo(model()->rowCount() - 1); }

/// The first mark keeps the row that was only looked at.
void TableView::markRow() {
  if (!currentIndex().isValid())
    return;
  const bool isSelected = selectionModel()->isSelected(currentIndex());
  if (m_isMarking || !isSelected)
    selectionModel()->select(currentIndex(),
                             QItemSelectionModel::Toggle | QItemSelectionModel::Rows);
  m_isMarking = selectionModel()->hasSelection();
  m_lastMark = currentIndex();
}

void TableView::markRange() {
  const int from = m_isMarking && m_lastMark.isValid() ? m_lastMark.row() : currentIndex().row();
  if (!currentIndex().isValid())
    return;
  const auto [first, last] = std::minmax({from, currentIndex().row()});
  selectionModel()->select({model()->index(first, 0), model()->index(last, 0)},
                           QItemSelectionModel::Select | QItemSelectionModel::Rows);
  m_isMarking = true;
  m_lastMark = currentIndex();
}

void TableView::selectAll() {
  static const auto requested = QMetaMethod::fromSignal(&TableView::selectAllRequested);
  if (isSignalConnected(requested))
    Q_EMIT selectAllRequested();
  else
    QTableView::selectAll();
}

/// While rows are marked, a step of the keyboard only moves.
QItemSelectionModel::SelectionFlags TableView::selectionCommand(const QModelIndex &index,
                                                                const QEvent *event) const {
  const auto *key =
      event && event->type() == QEvent::KeyPress ? static_cast<const QKeyEvent *>(event) : nullptr;
  const bool isStep = key ? !(key->modifiers() & (Qt::ShiftModifier | Qt::ControlModifier)) &&
                                key->key() != Qt::Key_Space && key->key() != Qt::Key_Select
                          : !event;
  if (m_isMarking && isStep)
    return QItemSelectionModel::NoUpdate;
  return QTableView::selectionCommand(index, event);
}

void TableView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) {
  QTableView::selectionChanged(selected, deselected);
  m_isMarking = m_isMarking && selectionModel()->hasSelection();
}

/// Ctrl and a click mark, a click alone begins anew.
void TableView::mousePressEvent(QMouseEvent *event) {
  const bool isMark = event->modifiers() & Qt::ControlModifier;
  if (!(event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier)))
    m_isMarking = false;
  QTableView::mousePressEvent(event);
  if (isMark && event->button() == Qt::LeftButton) {
    m_isMarking = selectionModel()->hasSelection();
    m_lastMark = indexAt(event->pos());
  }
}

void TableView::moveTo(int row) {
  const int column = currentIndex().isValid() ? currentIndex().column() : m_stretchColumn;
  setCurrentIndex(model()->index(row, column));
}

void TableView::mouseMoveEvent(QMouseEvent *event) {
  QTableView::mouseMoveEvent(event);
  setHoverRow(rowAt(event->pos().y()));
}

bool TableView::viewportEvent(QEvent *event) {
  if (event->type() == QEvent::Leave)
    setHoverRow(-1);
  return QTableView::viewportEvent(event);
}

void TableView::scrollContentsBy(int dx, int dy) {
  QTableView::scrollContentsBy(dx, dy);
  hoverUnderCursor();
}

void TableView::hoverUnderCursor() {
  if (m_hoverRow >= 0)
    setHoverRow(rowAt(viewport()->mapFromGlobal(QCursor::pos()).y()));
}

void TableView::currentChanged(const QModelIndex &current, const QModelIndex &previous) {
  QTableView::currentChanged(current, previous);
  updateRow(previous.row());
  updateRow(current.row());
}

void TableView::focusInEvent(QFocusEvent *event) {
  QTableView::focusInEvent(event);
  updateRow(currentIndex().row());
}

void TableView::focusOutEvent(QFocusEvent *event) {
  QTableView::focusOutEvent(event);
  updateRow(currentIndex().row());
}

void TableView::chooseRow(int row) {
  selectionModel()->setCurrentIndex(model()->index(row, 0), QItemSelectionModel::ClearAndSelect |
                                                                QItemSelectionModel::Rows);
}

void TableView::setFaded(bool isFaded) {
  if (std::exchange(m_isFaded, isFaded) != isFaded)
    viewport()->update();
}

void TableView::paintEvent(QPaintEvent *event) {
  QTableView::paintEvent(event);
  if (!m_isFaded)
    return;
  auto veil = palette().color(QPalette::Base);
  veil.setAlphaF(veilDensity);
  QPainter(viewport()).fillRect(event->rect(), veil);
}

void TableView::setHoverRow(int row) {
  if (row == m_hoverRow)
    return;
  updateRow(m_hoverRow);
  updateRow(row);
  m_hoverRow = row;
}

/// One strip, never the whole viewport.
void TableView::updateRow(int row) {
  if (row >= 0)
    viewport()->update(0, rowViewportPosition(row), viewport()->width(), rowHeight(row));
}

} // namespace tenantry::ui
