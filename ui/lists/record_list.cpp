// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/record_list.h"
#include "ui/lists/selection_bar.h"
#include "ui/widgets/format.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/progress_line.h"
#include "ui/widgets/refusal_text.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/table_view.h"
#include <QBoxLayout>
#include <QGridLayout>
#include <QHideEvent>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QStackedWidget>
#include <utility>

namespace tenantry::ui {

using models::PagedListModel;
using models::RowSelection;

RecordList::RecordList(PagedListModel &list, QAbstractItemModel &cells, TableView *table,
                       QWidget *filters, ListWords words, FirstRow first)
    : m_list(list), m_stillThere(&list), m_table(table), m_filters(filters), m_edge(new Separator),
      m_selection(new RowSelection(cells, list, this)), m_words(std::move(words)), m_first(first),
      m_progress(new ProgressLine), m_notice(new NoticeBar(tr("Try again"))),
      m_empty(new EmptyState), m_pages(new QStackedWidget),
      m_bar(new SelectionBar(*m_selection, list)) {
  m_table->setModel(&cells);
  m_table->setSelectionModel(m_selection);
  m_pages->addWidget(m_table);
  m_pages->addWidget(m_empty);
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  auto *top = new QGridLayout; // the line of work moves over the filters' edge and takes no room
  top->addWidget(filters, 0, 0);
  top->addWidget(m_progress, 0, 0, Qt::AlignBottom);
  layout->addLayout(top);
  layout->addWidget(m_edge);
  layout->addWidget(m_notice);
  layout->addWidget(m_pages, 1);
  layout->addWidget(m_bar);
  connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this,
          &RecordList::reportVisibleRows);
  connect(m_selection, &QItemSelectionModel::currentRowChanged, this, &RecordList::takeCurrent);
  connect(m_table, &TableView::selectAllRequested, this, [this] {
    const auto [from, to] = m_table->visibleRows();
    m_bar->selectAll(from, to);
  });
  connect(&cells, &QAbstractItemModel::modelReset, this, [this] {
    m_isAnew = true;
    m_table->scrollToTop();
  });
  connect(&m_list, &PagedListModel::narrowed, this, [this] { m_isAwaited = false; });
  connect(m_bar, &SelectionBar::endRequested, this, &RecordList::stepBack);
  connect(m_empty, &EmptyState::actionTriggered, this, [this](EmptyState::Kind kind) {
    if (m_list.isStopped())
      m_list.reload();
    else
      Q_EMIT emptyAction(kind);
  });
  connect(m_notice, &NoticeBar::actionRequested, &m_list, &PagedListModel::retry);
  connect(&m_list, &PagedListModel::stateChanged, this, &RecordList::showState);
  connect(&m_list, &PagedListModel::fetchingLong, this, &RecordList::showState);
  connect(&m_list, &PagedListModel::pageShown, this, [this] {
    restoreCurrent();
    reportVisibleRows();
    showState();
    Q_EMIT shown();
  });
}

void RecordList::leaveFiltersOut() {
  m_filters->hide();
  m_edge->hide();
}

QWidget *RecordList::area() const { return m_pages; }

bool RecordList::isSettled() const {
  return m_list.state() != PagedListModel::State::Loading && !m_list.isFetching();
}

void RecordList::showState() {
  const bool isLoading = m_list.state() == PagedListModel::State::Loading;
  isLoading || m_list.isFetchingLong() ? m_progress->setBusy() : m_progress->setIdle();
  m_table->setFaded(isLoading && m_list.isOutdated() && m_list.isFetchingLong());
  const bool hasRows = m_list.rowCount() > 0;
  m_notice->setText(hasRows ? notice() : QString());
  m_pages->setCurrentWidget(hasRows ? static_cast<QWidget *>(m_table) : m_empty);
  if (hasRows) {
    if (m_list.isOutdated())
      restoreCurrent(); // another filter has ended its selection
    const bool isAnew = !isLoading && std::exchange(m_isAnew, false);
    if (m_first == FirstRow::Taken && m_selection->isEmpty() && isCurrentGone(isAnew))
      m_table->chooseRow(0);
    return;
  }
  if (m_first == FirstRow::Taken)
    m_current.clear();
  Q_EMIT emptied();
  isLoading ? m_empty->showLoading() : showNone();
  Q_EMIT shown();
}

/// There is none, or the rows came anew without it.
bool RecordList::isCurrentGone(bool isAnew) const {
  return m_current.isEmpty() || (isAnew && !m_isAwaited && m_list.rowWithKey(m_current) < 0);
}

/// Of a page that failed, or was stopped: the rows that came before it stay.
QString RecordList::notice() const {
  if (m_list.state() != PagedListModel::State::Failed)
    return {};
  const auto asOf = formatInstant(m_list.readAt(), m_list.zone(), locale());
  if (m_list.isStopped())
    return m_list.isOutdated()
               ? tr("Stopped: what is chosen now was not read. These rows are those from before, "
                    "as "
                    "of %1.")
                     .arg(asOf)
               : tr("Stopped: not all rows were read. Scroll on, or try again; what is here is as "
                    "of %1.")
                     .arg(asOf);
  const auto words = m_list.isOutdated()
                         ? tr("What is chosen now could not be read: %1 These rows are those from "
                              "before, as of %2. Reference: %3.")
                         : tr("Not all rows could be read: %1 What is here is as of %2. Reference: "
                              "%3.");
  return words.arg(said(m_list.error()), asOf, m_list.error().code);
}

void RecordList::showNone() {
  using Picture = EmptyState::Kind;
  if (m_list.isStopped())
    m_empty->showMessage(
        Picture::NoMatch,
        {tr("Stopped"), tr("The list was not loaded completely."), tr("Load again")});
  else if (m_list.state() == PagedListModel::State::Failed)
    m_empty->showMessage(Picture::Error,
                         {m_words.failed, saidWithReference(m_list.error()), tr("Try again")});
  else if (m_list.isFiltered())
    m_empty->showMessage(Picture::NoMatch, m_words.noMatch());
  else
    m_empty->showMessage(Picture::Empty, m_words.none());
}

void RecordList::takeCurrent(const QModelIndex &current) {
  const auto key = m_list.keyAt(current.row());
  if (m_isRestoring || key.isEmpty())
    return;
  // The focus alone makes a row the current one, but what stands beside is also selected.
  if (m_selection->isEmpty())
    m_table->chooseRow(current.row());
  m_current = key;
  m_isAwaited = false;
  Q_EMIT currentChanged(current);
}

void RecordList::setCurrent(const QString &key) {
  m_current = key;
  const int row = m_list.rowWithKey(key);
  m_isAwaited = row < 0;
  if (m_isAwaited) // what is done meanwhile is not done to another one
    m_selection->clearSelection();
  if (row >= 0 && !m_selection->isRowSelected(row))
    m_selection->selectOnly(row, row);
  restoreCurrent();
}

/// The record that one looks at stays the same when rows come anew; so does what is selected.
void RecordList::restoreCurrent() {
  const int row = m_current.isEmpty() ? -1 : m_list.rowWithKey(m_current);
  if (row < 0)
    return;
  m_isAwaited = false;
  const QScopedValueRollback restoring(m_isRestoring, true);
  if (m_table->currentIndex().row() != row)
    m_selection->setCurrentIndex(m_table->model()->index(row, 0), QItemSelectionModel::NoUpdate);
  if (m_selection->isEmpty())
    m_selection->selectOnly(row, row);
}

bool RecordList::stepBack() {
  if (m_list.stop())
    return true;
  if (m_bar->isHidden())
    return false;
  m_selection->clearSelection();
  restoreCurrent();
  return true;
}

/// A window that is only minimized goes on.
void RecordList::hideEvent(QHideEvent *event) {
  QWidget::hideEvent(event);
  if (m_stillThere && !event->spontaneous())
    m_stillThere->leave();
}

void RecordList::showEvent(QShowEvent *event) {
  QWidget::showEvent(event);
  if (m_stillThere)
    m_stillThere->comeBack();
}

void RecordList::reportVisibleRows() {
  const auto [first, last] = m_table->visibleRows();
  m_list.setVisibleRows(first, last);
}

} // namespace tenantry::ui
