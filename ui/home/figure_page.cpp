// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/figure_page.h"
#include "ui/home/figure_cells.h"
#include "ui/home/figure_places.h"
#include "ui/lists/list_words.h"
#include "ui/widgets/table_view.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using models::FigureRowsModel;

namespace {
constexpr int leastNameWidth = 160;

/// Of an organization that needs attention for three reasons, or of a payment that failed.
QString longestAbout() {
  payments::FigureRow row;
  row.word = u"limit_reached payment_failed suspended"_s;
  const auto reasons = aboutText(payments::FigureList::Attention, row);
  const auto failed = u"INV-2026-888888, insufficient funds"_s;
  return reasons.size() > failed.size() ? reasons : failed;
}
} // namespace

FigurePage::FigurePage(models::Connection &connection, models::RunningWork &work, QWidget *pane)
    : FigurePage(connection, work, new FigureRowsModel(connection), pane) {}

FigurePage::FigurePage(models::Connection &connection, models::RunningWork &work,
                       FigureRowsModel *rows, QWidget *pane)
    : ListPage(connection, work, rows, new FigureCells(*rows, connection.zone(), nullptr), specOf(),
               pane),
      m_rows(*rows) {
  records()->leaveFiltersOut(); // the figure says which rows they are
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
                    .widest = {{Rows::AboutColumn, longestAbout()},
                               {Rows::AmountColumn, u"$8,888,888.88"_s}},
                    .drops = {Rows::DayColumn},
                    .isSorted = false},
          .failed = tr("The rows could not be loaded"),
          .none = {tr("Nothing is behind this figure"), tr("There are no such rows now."),
                   tr("Back to the figures"), u"check"_s}};
}

void FigurePage::show(const FigurePlace &place) {
  m_heading = titleOf(place, locale());
  table()->setAccessibleName(m_heading);
  m_rows.show(place.list, place.span);
  showCount();
  table()->setFocus();
}

QString FigurePage::fact() const { return countText(m_rows, locale()); }

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
