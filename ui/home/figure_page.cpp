// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/figure_page.h"
#include "ui/home/figure_cells.h"
#include "ui/lists/list_words.h"
#include "ui/lists/record_list.h"
#include "ui/shell/export_action.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/section_header.h"
#include "ui/widgets/table_view.h"
#include <QHeaderView>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using models::FigureRowsModel;

namespace {
constexpr int leastNameWidth = 160;
}

FigurePage::FigurePage(models::Connection &connection, models::RunningWork &work, QWidget *pane)
    : m_rows(connection), m_cells(new FigureCells(m_rows, connection.zone(), this)),
      m_header(new SectionHeader({}, SectionHeader::Level::Part)),
      m_table(new TableView(tr("Rows behind the figure"))),
      m_export(new ExportAction(connection, work, m_rows, *m_table, u"figure"_s, pane)) {
  auto *head = new QWidget;
  auto *headLayout = new QVBoxLayout(head);
  headLayout->setContentsMargins(space::x4, space::x2, space::x4, space::x2);
  headLayout->addWidget(m_header);
  m_header->addAction(m_export->button());
  m_records =
      new RecordList(m_rows, *m_cells, m_table, head,
                     {tr("The rows could not be loaded"), [] { return EmptyStateContent{}; },
                      [] {
                        return EmptyStateContent{tr("Nothing is behind this figure"),
                                                 tr("There is no such row now."),
                                                 tr("Back to the figures"), u"check"_s};
                      }},
                     RecordList::FirstRow::Taken);
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(m_records);
  setUpTable();
  connect(&m_rows, &FigureRowsModel::countChanged, this, &FigurePage::showCount);
  connect(m_records, &RecordList::shown, this, &FigurePage::settled);
  connect(m_records, &RecordList::emptyAction, this, [this](EmptyState::Kind kind) {
    if (kind == EmptyState::Kind::Error)
      m_rows.reload();
    else
      Q_EMIT placeRequested({Place::Kind::Home, {}, {}, {}});
  });
}

void FigurePage::setUpTable() {
  m_table->setStretchColumn(FigureRowsModel::OrganizationColumn);
  m_table->fitColumn(FigureRowsModel::AboutColumn, u"INV-2026-888888, insufficient funds"_s);
  m_table->fitDayColumn(FigureRowsModel::DayColumn);
  m_table->fitColumn(FigureRowsModel::AmountColumn, u"$8,888,888.88"_s);
  m_table->setColumnsToDrop({FigureRowsModel::DayColumn}, leastNameWidth);
  connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
    const auto row = m_rows.index(index.row(), 0).data(FigureRowsModel::RowRole);
    if (row.isValid())
      Q_EMIT placeRequested(recordOf(m_rows.list(), row.value<payments::FigureRow>()));
  });
}

void FigurePage::show(const FigurePlace &place) {
  m_place = place;
  m_header->setTitle(titleOf(place, locale()));
  m_table->setAccessibleName(titleOf(place, locale()));
  m_rows.show(place.list, place.span);
  showCount();
  m_table->setFocus();
}

void FigurePage::showCount() { m_header->setFact(countText(m_rows, locale())); }

bool FigurePage::stepBack() {
  const bool isNew = m_rows.state() == FigureRowsModel::State::Loading && !m_rows.isFetchingLong();
  return !isNew && m_records->stepBack();
}

bool FigurePage::isSettled() const { return m_records->isSettled(); }

} // namespace tenantry::ui
