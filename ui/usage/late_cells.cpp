// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/usage/late_cells.h"
#include "ui/organizations/words.h"
#include "ui/usage/outcome_words.h"
#include "ui/widgets/cell_roles.h"
#include "ui/widgets/format.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using models::LateListModel;

QString latenessWord(const usage::LateRow &row) {
  const auto late = row.recordedAt - row.endedAt;
  const auto days = std::chrono::duration_cast<std::chrono::days>(late).count();
  if (days > 0)
    return LateCells::tr("%n day(s) late", nullptr, int(days));
  const auto hours = std::chrono::duration_cast<std::chrono::hours>(late).count();
  if (hours > 0)
    return LateCells::tr("%n hour(s) late", nullptr, int(hours));
  const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(late).count();
  return minutes > 0 ? LateCells::tr("%n minute(s) late", nullptr, int(minutes))
                     : LateCells::tr("less than a minute late");
}

CellKind LateCells::kind(int column) const {
  switch (column) {
  case LateListModel::OrganizationColumn:
    return CellKind::TwoLine;
  case LateListModel::OutcomeColumn:
    return CellKind::Badge;
  default:
    return CellKind::Text;
  }
}

bool LateCells::isQuantity(int column) const { return column == LateListModel::QuantityColumn; }

QString LateCells::text(const usage::LateRow &row, int column) const {
  const QLocale locale;
  switch (column) {
  case LateListModel::MetricColumn:
    return metricName(row.metric);
  case LateListModel::QuantityColumn:
    return formatQuantity(row.quantity, m_list.decimalsOf(row.metric), locale);
  case LateListModel::OccurredColumn:
    return formatInstant(row.occurredAt, m_zone, locale);
  case LateListModel::LateColumn:
    return latenessWord(row);
  case LateListModel::PeriodColumn:
    return daysWord(row.days, locale);
  default:
    return {};
  }
}

QVariant LateCells::cell(const usage::LateRow &row, int column, int role) const {
  if (column == LateListModel::OrganizationColumn) {
    if (role == SecondLineRole)
      return row.id.key;
    return role == Qt::DisplayRole ? QVariant(row.organizationName) : QVariant();
  }
  if (column == LateListModel::OutcomeColumn)
    return badgeCell({outcomeWord(row.outcome), outcomeTone(row.outcome.kind), true}, role);
  if (column == LateListModel::LateColumn && role == Qt::ToolTipRole)
    return tr("Came %1; its period ended %2.")
        .arg(formatInstant(row.recordedAt, m_zone, QLocale()),
             formatInstant(row.endedAt, m_zone, QLocale()));
  return role == Qt::DisplayRole ? QVariant(text(row, column)) : QVariant();
}

} // namespace tenantry::ui
