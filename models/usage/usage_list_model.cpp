// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/usage/usage_list_model.h"

#include "services/usage/measures.h"

using namespace Qt::StringLiterals;

namespace tenantry::models {

using usage::Standing;
using usage::StandingFilter;

namespace {

UsageWords usageWordsOf(const business::Applied &applied) {
  UsageWords words{applied.business.metrics, {}};
  for (const auto &[id, version] : applied.planVersions)
    words.planNames[version.plan.id] = version.plan.name.in({});
  for (const auto &[id, plan] : applied.business.plans)
    words.planNames[id] = plan.name.in({});
  return words;
}

QString usageCell(const Standing &row, int column, const business::Metric &metric) {
  switch (column) {
  case UsageListModel::OrganizationColumn:
    return row.organizationName;
  case UsageListModel::PlanColumn:
    return row.planId;
  case UsageListModel::UsedColumn:
    return usage::inUnits(row.quota.used, metric);
  case UsageListModel::LimitColumn:
    return row.quota.isLimited() ? usage::inUnits(*row.quota.limit, metric) : QString();
  case UsageListModel::ShareColumn:
    return row.share < 0 ? QString() : QString::number(double(row.share) / 10, 'f', 1);
  case UsageListModel::ForecastColumn:
    return row.limitDay ? toIso(*row.limitDay) : QString();
  case UsageListModel::PeriodColumn:
    return toIso(row.periodTo);
  default:
    return {};
  }
}

} // namespace

UsageListModel::UsageListModel(Connection &connection, QObject *parent)
    : PagedRows(connection, parent) {}

void UsageListModel::setFilter(const StandingFilter &filter) {
  if (filter == m_filter)
    return;
  m_byShare = filter.level > 0 ? true : filter.metric == m_filter.metric && m_byShare;
  m_filter = filter;
  restart(Matching::Other);
}

void UsageListModel::sort(int column, Qt::SortOrder) {
  if ((column != UsedColumn && column != ShareColumn) || column == sortColumn())
    return;
  m_byShare = column == ShareColumn;
  restart();
}

PagedListModel::ViewSettings UsageListModel::viewSettings() const {
  ViewSettings settings{{u"metric"_s, m_filter.metric},
                        {u"sort"_s, m_byShare ? u"share"_s : u"used"_s}};
  if (m_filter.level > 0)
    settings[u"level"_s] = QString::number(m_filter.level);
  return settings;
}

void UsageListModel::setViewSettings(const ViewSettings &settings) {
  m_byShare = settings.value(u"sort"_s) == u"share"_s;
  setFilter({settings.value(u"metric"_s, m_filter.metric), settings.value(u"level"_s).toInt()});
}

UsageListModel::Reading UsageListModel::reading() const {
  return [filter = m_filter,
          byShare = m_byShare](store::Session &session, business::AppliedBusiness &business,
                               const std::optional<usage::StandingCursor> &after) -> Result<Page> {
    TENANTRY_TRY(applied, business.current(session));
    TENANTRY_TRY(page,
                 usage::Standings(session, business).page({filter, byShare, pageSize, after}));
    return Page{std::move(page), usageWordsOf(*applied)};
  };
}

UsageListModel::Counting UsageListModel::counting() const {
  return [filter = m_filter](store::Session &session,
                             business::AppliedBusiness &business) -> Result<std::int64_t> {
    TENANTRY_TRY(levels, usage::Standings(session, business).levels(filter.metric));
    return levels.atLeast(filter.level);
  };
}

QString UsageListModel::planName(const QString &id) const {
  const auto known = m_words.planNames.find(id);
  return known == m_words.planNames.end() ? id : known->second;
}

int UsageListModel::decimals() const {
  const auto known = m_words.metrics.find(m_filter.metric);
  return known == m_words.metrics.end() ? 0 : known->second.decimals;
}

QStringList UsageListModel::exportTitles(const QList<int> &columns) const {
  QStringList titles;
  for (const int column : columns)
    titles += headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
  return titles + QStringList{tr("Metric")};
}

UsageListModel::Cells UsageListModel::exportCells(const QList<int> &columns) const {
  const auto known = m_words.metrics.find(m_filter.metric);
  const auto metric = known == m_words.metrics.end() ? business::Metric() : known->second;
  return [columns, metric, id = m_filter.metric](const Standing &row) {
    QStringList cells;
    for (const int column : columns)
      cells += usageCell(row, column, metric);
    return cells + QStringList{id};
  };
}

QStringList UsageListModel::columnKeys() const {
  return {u"organization"_s, u"plan"_s,     u"used"_s,  u"limit"_s,
          u"share"_s,        u"forecast"_s, u"period"_s};
}

int UsageListModel::columnCount(const QModelIndex &parent) const {
  return parent.isValid() ? 0 : ColumnCount;
}

QVariant UsageListModel::data(const QModelIndex &index, int role) const {
  const auto *row = rowAt(index);
  if (!row)
    return {};
  if (role == RowRole)
    return QVariant::fromValue(*row);
  if (role != Qt::DisplayRole)
    return {};
  const auto known = m_words.metrics.find(m_filter.metric);
  return usageCell(*row, index.column(),
                   known == m_words.metrics.end() ? business::Metric() : known->second);
}

QVariant UsageListModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
    return QAbstractTableModel::headerData(section, orientation, role);
  const QStringList titles{tr("Organization"), tr("Plan"),          tr("Used"),       tr("Limit"),
                           tr("Of the limit"), tr("Limit reached"), tr("Period ends")};
  return titles.value(section);
}

} // namespace tenantry::models
