// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/usage/late_page.h"
#include "ui/lists/list_words.h"
#include "ui/organizations/words.h"
#include "ui/usage/late_cells.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/table_view.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using models::LateListModel;

namespace {
constexpr int leastLateWidth = 200;
} // namespace

LatePage::LatePage(models::Connection &connection, models::RunningWork &work, QWidget *pane)
    : LatePage(connection, work, new LateListModel(connection), pane) {}

LatePage::LatePage(models::Connection &connection, models::RunningWork &work, LateListModel *list,
                   QWidget *pane)
    : ListPage(connection, work, list, new LateCells(*list, connection.zone()), specOf(this), pane),
      m_list(*list) {
  connect(table(), &QTableView::activated, this, [this](const QModelIndex &index) {
    const auto value = m_list.index(index.row(), 0).data(LateListModel::RowRole);
    if (!value.isValid())
      return;
    const auto row = value.value<usage::LateRow>();
    if (row.outcome.invoice.isEmpty())
      Q_EMIT placeRequested(
          {Place::Kind::Organization, row.id.organization.toString(), u"usage"_s, {}});
    else
      Q_EMIT placeRequested({Place::Kind::Invoice, row.outcome.invoice, {}, {}});
  });
}

ListSpec LatePage::specOf(const LatePage *page) {
  return {
      .key = u"late-usage"_s,
      .counting = LateListModel::countOf,
      .table = tableOf(),
      .filters = {{tr("Metric"), u"metric"_s, [page] { return page->m_metrics; }, metricName}},
      .hasResult = true,
      .failed = tr("Late usage could not be loaded"),
      .noMatch = {tr("Nothing of this metric came late"),
                  tr("Every event of it came while its period ran."), tr("Show all metrics")},
      .none = {
          tr("Nothing came late"),
          tr("Events that came after their period are listed here. They are billed all the same."),
          {},
          u"check-circle"_s}};
}

ListTable LatePage::tableOf() {
  using List = LateListModel;
  return {
      .name = tr("Late usage"),
      .density = RowDensity::TwoLine,
      .stretch = List::OrganizationColumn,
      .leastWidth = leastLateWidth,
      .widest = {{List::MetricColumn, tr("Active users") + u"mm"_s},
                 {List::QuantityColumn, u"−88,888,888"_s},
                 {List::OccurredColumn, u"28 Nov 2026, 28:88 mm"_s},
                 {List::LateColumn, LateCells::tr("less than a minute late") + u"m"_s},
                 {List::PeriodColumn, u"28 Nov – 28 Nov 2026"_s},
                 {List::OutcomeColumn, tr("On %1, its own").arg(u"INV-2026-888888"_s) + u"mm"_s}},
      .drops = {List::PeriodColumn, List::OccurredColumn, List::MetricColumn, List::QuantityColumn},
      .isSorted = false};
}

void LatePage::showCount() {
  result()->setText(
      m_list.count() < 0
          ? QString()
          : tr("%1 late event(s)", nullptr, int(m_list.count())).arg(countText(m_list, locale())));
}

} // namespace tenantry::ui
