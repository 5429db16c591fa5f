// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/figure_page.h"
#include "ui/home/figure_cells.h"
#include "ui/lists/list_words.h"
#include "ui/shell/export_action.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/section_header.h"
#include "ui/widgets/table_view.h"
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using models::FigureRowsModel;

namespace {
constexpr int leastNameWidth = 160;
}

FigurePage::FigurePage(models::Connection &connection, models::RunningWork &work, QWidget *pane)
    : FigurePage(connection, work, new FigureRowsModel(connection), pane) {}

FigurePage::FigurePage(models::Connection &connection, models::RunningWork &work,
                       FigureRowsModel *rows, QWidget *pane)
    : ListPage(connection, work, rows, new FigureCells(*rows, connection.zone(), nullptr), specOf(),
               pane),
      m_rows(*rows), m_header(new SectionHeader({}, SectionHeader::Level::Part)) {
  auto *head = new QWidget;
  auto *headLayout = new QVBoxLayout(head);
  headLayout->setContentsMargins(space::x4, space::x2, space::x4, space::x2);
  headLayout->addWidget(m_header);
  m_header->addAction(exporting()->button());
  putAmongFilters(head); // there are none: the figure says which rows they are
  connect(table(), &QTableView::activated, this, [this](const QModelIndex &index) {
    const auto row = m_rows.index(index.row(), 0).data(FigureRowsModel::RowRole);
    if (row.isValid())
      Q_EMIT placeRequested(recordOf(m_rows.list(), row.value<payments::FigureRow>()));
  });
}

ListSpec FigurePage::specOf() {
  using Rows = FigureRowsModel;
  return {.key = u"figure"_s,
          .table = {.name = tr("Rows behind the figure"),
                    .density = RowDensity::OneLine,
                    .stretch = Rows::OrganizationColumn,
                    .leastWidth = leastNameWidth,
                    .days = {Rows::DayColumn},
                    .widest = {{Rows::AboutColumn, u"INV-2026-888888, insufficient funds"_s},
                               {Rows::AmountColumn, u"$8,888,888.88"_s}},
                    .drops = {Rows::DayColumn},
                    .isSorted = false},
          .failed = tr("The rows could not be loaded"),
          .none = {tr("Nothing is behind this figure"), tr("There is no such row now."),
                   tr("Back to the figures"), u"check"_s}};
}

void FigurePage::show(const FigurePlace &place) {
  m_header->setTitle(titleOf(place, locale()));
  table()->setAccessibleName(titleOf(place, locale()));
  m_rows.show(place.list, place.span);
  showCount();
  table()->setFocus();
}

void FigurePage::showCount() { m_header->setFact(countText(m_rows, locale())); }

bool FigurePage::stepUp() {
  const bool isNew = m_rows.state() == FigureRowsModel::State::Loading && !m_rows.isFetchingLong();
  return !isNew && stepWithin();
}

void FigurePage::act(EmptyState::Kind kind) {
  if (kind == EmptyState::Kind::Empty)
    Q_EMIT placeRequested({Place::Kind::Home, {}, {}, {}});
  else
    ListPage::act(kind);
}

} // namespace tenantry::ui
