// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/usage/standings_page.h"
#include "ui/lists/list_columns.h"
#include "ui/organizations/words.h"
#include "ui/shell/export_action.h"
#include "ui/theme/metrics.h"
#include "ui/usage/usage_cells.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/figure_tile.h"
#include "ui/widgets/format.h"
#include "ui/widgets/key_figure.h"
#include "ui/widgets/table_view.h"
#include <QBoxLayout>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using models::UsageListModel;

namespace {

constexpr int leastUserWidth = 150;
constexpr std::array levels{0, 80, 90, 100};

QString levelWord(int level, const QLocale &locale) {
  switch (level) {
  case 0:
    return StandingsPage::tr("Using it");
  case 100:
    return StandingsPage::tr("Limit reached");
  default:
    return StandingsPage::tr("%1 and more").arg(formatShare(level / 100.0, locale));
  }
}

Tone levelTone(int level) {
  return level == 0 ? Tone::Info : level < 100 ? Tone::Warning : Tone::Danger;
}

} // namespace

StandingsPage::StandingsPage(models::Connection &connection, models::RunningWork &work,
                             QWidget *pane)
    : m_zone(connection.zone()), m_list(connection), m_cells(new UsageCells(m_list, this)),
      m_metric(new Chip(tr("Metric"))),
      m_table(new TableView(tr("Usage of organizations"), RowDensity::TwoLine)),
      m_export(new ExportAction(connection, work, m_list, *m_table, u"usage"_s, pane)) {
  m_records = new RecordList(m_list, *m_cells, m_table, makeFilters(), words(),
                             RecordList::FirstRow::Taken);
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(m_records);
  setUpTable();
  m_columns = new ListColumns(m_list, *m_table, u"usage"_s);
  connect(m_records, &RecordList::shown, this, [this] {
    showFilter();
    Q_EMIT settled();
  });
  connect(m_records, &RecordList::emptyAction, this, [this](EmptyState::Kind kind) {
    if (kind == EmptyState::Kind::NoMatch)
      setLevel(0);
    else
      m_list.reload();
  });
}

QWidget *StandingsPage::makeFilters() {
  auto *filters = new QWidget;
  auto *row = new QHBoxLayout(filters);
  row->setContentsMargins(space::x4, space::x3, space::x4, space::x3);
  row->setSpacing(space::x2);
  row->addWidget(m_metric);
  connect(m_metric, &Chip::clicked, this, &StandingsPage::chooseMetric);
  connect(m_metric, &Chip::removeRequested, this, &StandingsPage::chooseMetric); // one is always
  for (const int level : levels) {
    auto *tile = new FigureTile(levelWord(level, locale()), levelTone(level));
    connect(tile, &FigureTile::clicked, this,
            [this, level] { setLevel(m_list.filter().level == level ? 0 : level); });
    m_tiles[level] = tile;
    row->addWidget(tile, 1);
  }
  return filters;
}

void StandingsPage::setUpTable() {
  m_table->setStretchColumn(UsageListModel::OrganizationColumn);
  m_table->fitColumn(UsageListModel::PlanColumn, tr("Professional") + u"mm"_s);
  m_table->fitColumn(UsageListModel::UsedColumn, u"888,888,888.88"_s);
  m_table->fitColumn(UsageListModel::LimitColumn, u"888,888,888"_s);
  m_table->fitColumn(UsageListModel::ShareColumn, u"mmmmmmm888 %"_s);
  m_table->fitDayColumn(UsageListModel::ForecastColumn);
  m_table->fitDayColumn(UsageListModel::PeriodColumn);
  m_table->setColumnsToDrop({UsageListModel::PeriodColumn, UsageListModel::PlanColumn,
                             UsageListModel::ForecastColumn, UsageListModel::LimitColumn},
                            leastUserWidth);
  auto *header = m_table->horizontalHeader();
  header->setSortIndicatorShown(true);
  header->setSectionsClickable(true);
  connect(header, &QHeaderView::sortIndicatorChanged, this,
          [this](int column, Qt::SortOrder order) {
            m_list.sort(column, order);
            showFilter(); // also where the column cannot be sorted by
          });
  connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
    const auto organization = m_list.keyAt(index.row());
    if (!organization.isEmpty())
      Q_EMIT placeRequested({Place::Kind::Organization, organization, u"usage"_s, {}});
  });
}

void StandingsPage::setFilter(const usage::StandingFilter &filter) {
  m_list.setFilter(filter);
  showFilter();
}

void StandingsPage::setLevel(int level) { setFilter({m_list.filter().metric, level}); }

void StandingsPage::showFilter() {
  m_metric->setValue(metricName(m_list.filter().metric));
  for (const auto &[level, tile] : m_tiles)
    tile->setChecked(level == m_list.filter().level);
  const QSignalBlocker quiet(m_table->horizontalHeader());
  m_table->horizontalHeader()->setSortIndicator(m_list.sortColumn(), Qt::DescendingOrder);
  m_table->horizontalHeader()->viewport()->update();
}

void StandingsPage::show(const models::UsageFacts &facts) {
  m_metrics.clear();
  for (const auto &[id, metric] : facts.metrics)
    m_metrics += id;
  if (m_list.filter().metric != facts.metric)
    setFilter({facts.metric, m_list.filter().level});
  const auto all = facts.levels.all;
  const auto asOf = tr("As of %1.").arg(formatInstant(facts.asOf, m_zone, locale()));
  for (const auto &[level, tile] : m_tiles) {
    const auto count = facts.levels.atLeast(level);
    tile->show(all > 0 ? formatShare(double(count) / double(all), locale()) : QString(),
               formatNumber(count, locale()));
    explainFigure(
        tile,
        level == 0
            ? tr("Organizations that used %1 in their running period. %2")
                  .arg(metricName(facts.metric), asOf)
            : tr("Organizations that have used at least %1 of their limit of %2 in the running "
                 "period, among those that use it. %3")
                  .arg(formatShare(level / 100.0, locale()), metricName(facts.metric), asOf));
  }
}

bool StandingsPage::stepBack() {
  if (m_records->stepBack())
    return true;
  if (m_list.filter().level > 0) {
    setLevel(0);
    return true;
  }
  m_table->setFocus();
  return false;
}

void StandingsPage::focusFilter() { m_metric->setFocus(Qt::ShortcutFocusReason); }

void StandingsPage::chooseMetric() {
  auto *menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  for (const auto &metric : m_metrics)
    menu->addAction(metricName(metric), this, [this, metric] { Q_EMIT metricChosen(metric); });
  menu->popup(m_metric->mapToGlobal(m_metric->rect().bottomLeft()));
}

ListWords StandingsPage::words() {
  return {tr("Usage could not be loaded"),
          [] {
            return EmptyStateContent{tr("Nobody is that near a limit"),
                                     tr("No organization has used so much of its limit in the "
                                        "running period."),
                                     tr("Show all")};
          },
          [] {
            return EmptyStateContent{tr("Nothing is counted"),
                                     tr("Usage stands here once an organization with a "
                                        "subscription reports some of this metric."),
                                     {},
                                     u"chart-line"_s};
          }};
}

} // namespace tenantry::ui
