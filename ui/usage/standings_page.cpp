// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/usage/standings_page.h"
#include "ui/organizations/words.h"
#include "ui/theme/metrics.h"
#include "ui/usage/usage_cells.h"
#include "ui/widgets/figure_tile.h"
#include "ui/widgets/format.h"
#include "ui/widgets/key_figure.h"
#include "ui/widgets/table_view.h"
#include <QBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using models::UsageListModel;

namespace {

constexpr int leastUserWidth = 190;
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
    : StandingsPage(connection, work, new UsageListModel(connection), pane) {}

StandingsPage::StandingsPage(models::Connection &connection, models::RunningWork &work,
                             UsageListModel *list, QWidget *pane)
    : ListPage(connection, work, list, new UsageCells(*list), specOf(this), pane),
      m_zone(connection.zone()), m_list(*list) {
  putAmongFilters(makeTiles());
  connect(list, &UsageListModel::narrowed, this, [this] {
    if (m_list.filter().metric != m_metric)
      Q_EMIT metricChosen(m_list.filter().metric);
  });
  connect(table(), &QTableView::activated, this, [this](const QModelIndex &index) {
    const auto organization = m_list.keyAt(index.row());
    if (organization.isEmpty())
      return;
    Place events{Place::Kind::Usage, {}, u"events"_s, {}, m_list.filter().metric};
    events.organization = organization;
    Q_EMIT placeRequested(events);
  });
}

ListSpec StandingsPage::specOf(const StandingsPage *page) {
  // Counted are levels by the tiles; for each metric that would read all subscriptions again.
  return {.key = u"usage"_s,
          .table = tableOf(),
          .filters = {{tr("Metric"), u"metric"_s, [page] { return page->m_metrics; }, metricName,
                       true}},
          .failed = tr("Usage could not be loaded"),
          .noMatch = {tr("Nobody is that close to a limit"),
                      tr("No organization has used so much of its limit in the running period."),
                      tr("Show all")},
          .none = {tr("Nothing is counted"),
                   tr("Usage stands here once an organization with a subscription reports some of "
                      "this metric."),
                   {},
                   u"chart-line"_s}};
}

ListTable StandingsPage::tableOf() {
  using List = UsageListModel;
  return {.name = tr("Usage of organizations"),
          .density = RowDensity::TwoLine,
          .stretch = List::OrganizationColumn,
          .leastWidth = leastUserWidth,
          .days = {List::ForecastColumn, List::PeriodColumn},
          .widest = {{List::PlanColumn, tr("Professional") + u"mm"_s},
                     {List::UsedColumn, u"888,888,888.88"_s},
                     {List::LimitColumn, u"888,888,888"_s},
                     {List::ShareColumn, u"mmmmmmm888 %"_s}},
          .drops = {List::PeriodColumn, List::PlanColumn, List::ForecastColumn, List::LimitColumn}};
}

QWidget *StandingsPage::makeTiles() {
  auto *tiles = new QWidget;
  auto *row = new QHBoxLayout(tiles);
  row->setContentsMargins(0, space::x3, space::x4, space::x3);
  row->setSpacing(space::x2);
  for (const int level : levels) {
    auto *tile = new FigureTile(levelWord(level, locale()), levelTone(level));
    connect(tile, &FigureTile::clicked, this, [this, level] {
      setFilter({m_list.filter().metric, m_list.filter().level == level ? 0 : level});
      showFilter(); // also where all are shown as before
    });
    m_tiles[level] = tile;
    row->addWidget(tile, 1);
  }
  return tiles;
}

void StandingsPage::restore(const QString &metric, std::optional<int> level) {
  if (kept() && !metric.isEmpty() && kept()->value(u"metric"_s) != metric)
    kept().reset();
  if (const auto settings = std::exchange(kept(), std::nullopt))
    m_list.setViewSettings(*settings);
  if (level)
    m_list.narrow({{u"metric"_s, metric}, {u"level"_s, QString::number(*level)}});
}

void StandingsPage::showFilter() {
  ListPage::showFilter();
  for (const auto &[level, tile] : m_tiles)
    tile->setChecked(level == m_list.filter().level);
}

void StandingsPage::show(const models::UsageFacts &facts) {
  m_metrics.clear();
  for (const auto &[id, metric] : facts.metrics)
    m_metrics += id;
  m_metric = facts.metric;
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

} // namespace tenantry::ui
