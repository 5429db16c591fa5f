// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/usage/dimension_page.h"
#include "ui/usage/dimension_cells.h"
#include "ui/usage/share_delegate.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/table_view.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using models::DimensionListModel;

namespace {
constexpr int leastValueWidth = 160;
constexpr int shareWidth = 32; ///< in letters
} // namespace

DimensionPage::DimensionPage(models::Connection &connection, models::RunningWork &work,
                             QWidget *pane)
    : DimensionPage(connection, work, new DimensionListModel(connection), pane) {}

DimensionPage::DimensionPage(models::Connection &connection, models::RunningWork &work,
                             DimensionListModel *list, QWidget *pane)
    : OneUsagePage(connection, work, list, new DimensionCells(*list), specOf(this), pane),
      m_list(*list) {
  table()->setItemDelegateForColumn(DimensionListModel::ShareColumn, new ShareDelegate(table()));
  connect(table(), &QTableView::activated, this, [this](const QModelIndex &index) {
    const auto of = m_list.valueAt(index.row());
    if (!of)
      return;
    auto events = placeIn(u"events"_s);
    events.by = of->dimension;
    events.value = of->value;
    Q_EMIT placeRequested(events);
  });
  connect(&m_list, &models::PagedListModel::narrowed, this, &DimensionPage::placeNarrowed);
}

ListSpec DimensionPage::specOf(const DimensionPage *page) {
  const auto dimensions = [page] {
    const auto *words = page->m_list.words();
    return words ? words->dimensions : QStringList();
  };
  return {.key = u"usage-dimensions"_s,
          .table = tableOf(),
          .filters = metricAndPeriod(page) +
                     QList<FilterOffer>{{tr("Dimension"), u"by"_s, dimensions,
                                         [](const QString &name) { return name; }, true}},
          .hasResult = true,
          .failed = tr("Usage by dimension could not be loaded")};
}

ListTable DimensionPage::tableOf() {
  using List = DimensionListModel;
  return {.name = tr("Usage by the values of a dimension"),
          .density = RowDensity::OneLine,
          .stretch = List::ValueColumn,
          .leastWidth = leastValueWidth,
          .widest = {{List::ShareColumn, QString(shareWidth, u'm')},
                     {List::QuantityColumn, u"888,888,888.88"_s},
                     {List::EventsColumn, u"888,888,888"_s}},
          .drops = {List::EventsColumn},
          .isSorted = false};
}

void DimensionPage::show(const models::AskedEvents &asked, const QString &by) {
  kept().reset(); // the place says what is looked at
  m_list.show(asked, by);
  m_list.begin();
  showFilter();
}

Place DimensionPage::place() const {
  auto place = placeIn(u"dimensions"_s);
  place.by = m_list.by();
  return place;
}

/// Which events the figures are of.
void DimensionPage::showCount() {
  const auto *words = m_list.words();
  if (!words || m_list.rowCount() == 0)
    return result()->setText({});
  const int events = int(words->usage.events);
  result()->setText(words->usage.isLatestOnly
                        ? tr("Of the latest %Ln event(s) alone", nullptr, events)
                        : tr("Of %Ln event(s)", nullptr, events));
}

EmptyStateContent DimensionPage::none() const {
  const auto *known = words();
  if (!known || known->totals.events == 0)
    return noEvents();
  return {tr("No dimensions"),
          tr("A dimension is what is sent along with usage: a region, a project. The latest events "
             "of this metric have none."),
          {},
          u"chart-line"_s};
}

} // namespace tenantry::ui
