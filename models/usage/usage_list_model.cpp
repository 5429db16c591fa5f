// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/usage/usage_list_model.h"

#include "models/connection/catalog_names.h"
#include "services/usage/measures.h"

using namespace Qt::StringLiterals;

namespace tenantry::models {

using usage::Standing;
using usage::StandingFilter;

namespace {

StandingFilter standingFilterOf(const PagedListModel::ViewSettings &settings,
                                const QString &metric) {
  const int level = settings.value(u"level"_s).toInt();
  return {settings.value(u"metric"_s, metric),
          level == 80 || level == 90 || level == 100 ? level : 0};
}

} // namespace

UsageListModel::UsageListModel(Connection &connection, QObject *parent)
    : PagedRows(connection, parent) {
  describe();
}

/// Quantities are in the units of the metric that is looked at.
void UsageListModel::describe() {
  const auto known = m_words.metrics.find(m_filter.metric);
  const auto metric = known == m_words.metrics.end() ? business::Metric() : known->second;
  setColumns(
      {{u"organization"_s, tr("Organization"),
        [](const Standing &row) { return row.organizationName; }},
       {u"plan"_s, tr("Plan"), [](const Standing &row) { return row.planId; }},
       {u"used"_s, tr("Used"),
        [metric](const Standing &row) { return usage::inUnits(row.quota.used, metric); }},
       {u"limit"_s, tr("Limit"),
        [metric](const Standing &row) {
          return row.quota.isLimited() ? usage::inUnits(*row.quota.limit, metric) : QString();
        }},
       {u"share"_s, tr("Of the limit"),
        [](const Standing &row) {
          return row.share < 0 ? QString() : QString::number(double(row.share) / 10, 'f', 1);
        }},
       {u"forecast"_s, tr("Limit reached"),
        [](const Standing &row) { return row.limitDay ? toIso(*row.limitDay) : QString(); }},
       {u"period"_s, tr("Period ends"), [](const Standing &row) { return toIso(row.periodTo); }}},
      {{{}, tr("Metric"), [id = m_filter.metric](const Standing &) { return id; }}});
}

void UsageListModel::takeExtra(UsageWords words) {
  m_words = std::move(words);
  describe();
}

/// Rows of another metric are counted in other units.
void UsageListModel::take(const StandingFilter &filter) {
  if (filter.metric != m_filter.metric)
    forget();
  m_filter = filter;
}

void UsageListModel::setFilter(const StandingFilter &filter) {
  if (filter == m_filter)
    return;
  m_byShare = filter.level > 0 ? true : filter.metric == m_filter.metric && m_byShare;
  take(filter);
  describe();
  restart(Matching::Other);
}

void UsageListModel::sort(int column, Qt::SortOrder) {
  if (!canSort(column, sortOrder()) || column == sortColumn())
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
  const bool byShare = settings.value(u"sort"_s) == u"share"_s;
  const auto filter = standingFilterOf(settings, m_filter.metric);
  if (filter == m_filter && byShare == m_byShare)
    return;
  const auto rows = filter == m_filter ? Matching::Same : Matching::Other;
  take(filter);
  m_byShare = byShare;
  describe();
  restart(rows);
}

void UsageListModel::narrow(const ViewSettings &filter) {
  setFilter(standingFilterOf(filter, m_filter.metric));
}

UsageListModel::Reading UsageListModel::reading() const {
  return [filter = m_filter,
          byShare = m_byShare](store::Session &session, business::AppliedBusiness &business,
                               const std::optional<usage::StandingCursor> &after) -> Result<Page> {
    TENANTRY_TRY(applied, business.current(session));
    TENANTRY_TRY(page,
                 usage::Standings(session, business).page({filter, byShare, pageSize, after}));
    return Page{std::move(page), UsageWords{applied->business.metrics, planNames(*applied)}};
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

} // namespace tenantry::models
