// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/usage/late_list_model.h"

#include "models/usage/outcome_key.h"

using namespace Qt::StringLiterals;

namespace tenantry::models {

using usage::LateRow;

LateListModel::LateListModel(Connection &connection, QObject *parent)
    : PagedRows(connection, parent) {
  setColumns(
      {{u"organization"_s, tr("Organization"),
        [](const LateRow &row) { return row.organizationName; }},
       {u"metric"_s, tr("Metric"), [](const LateRow &row) { return row.metric; }},
       {u"quantity"_s, tr("Quantity"),
        [](const LateRow &row) { return QString::number(row.quantity); }},
       {u"occurred"_s, tr("Happened"), [](const LateRow &row) { return toIso(row.occurredAt); }},
       {u"late"_s, tr("Came"), [](const LateRow &row) { return toIso(row.recordedAt); }},
       {u"period"_s, tr("Period"),
        [](const LateRow &row) {
          return u"%1/%2"_s.arg(toIso(row.days.from), toIso(row.days.to));
        }},
       {u"outcome"_s, tr("What became of it"),
        [](const LateRow &row) { return outcomeText(row.outcome); }}},
      {{{}, tr("Key"), [](const LateRow &row) { return row.id.key; }}});
}

void LateListModel::setMetric(const QString &metric) {
  if (metric == m_metric)
    return;
  m_metric = metric;
  restart(Matching::Other);
}

PagedListModel::ViewSettings LateListModel::viewSettings() const {
  return m_metric.isEmpty() ? ViewSettings() : ViewSettings{{u"metric"_s, m_metric}};
}

void LateListModel::setViewSettings(const ViewSettings &settings) {
  setMetric(settings.value(u"metric"_s));
}

Result<std::int64_t> LateListModel::countOf(store::Session &session,
                                            business::AppliedBusiness &business,
                                            const ViewSettings &settings) {
  return usage::LateListing(session, business).count(settings.value(u"metric"_s));
}

LateListModel::Reading LateListModel::reading() const {
  return [metric = m_metric](store::Session &session, business::AppliedBusiness &business,
                             const std::optional<usage::LateCursor> &after) -> Result<Page> {
    TENANTRY_TRY(applied, business.current(session));
    TENANTRY_TRY(page, usage::LateListing(session, business).page(metric, pageSize, after));
    std::map<QString, int> decimals;
    for (const auto &[id, one] : applied->business.metrics)
      decimals[id] = one.decimals;
    return Page{std::move(page), std::move(decimals)};
  };
}

LateListModel::Counting LateListModel::counting() const {
  return [metric = m_metric](store::Session &session, business::AppliedBusiness &business) {
    return usage::LateListing(session, business).count(metric);
  };
}

int LateListModel::decimalsOf(const QString &metric) const {
  const auto known = m_decimals.find(metric);
  return known == m_decimals.end() ? 0 : known->second;
}

} // namespace tenantry::models
