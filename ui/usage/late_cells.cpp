// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/usage/late_cells.h"
#include "ui/organizations/words.h"
#include "ui/widgets/cell_roles.h"
#include "ui/widgets/format.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using models::LateListModel;
using usage::LateOutcome;

namespace {

CellKind lateCellKind(int column) {
  switch (column) {
  case LateListModel::OrganizationColumn:
    return CellKind::TwoLine;
  case LateListModel::OutcomeColumn:
    return CellKind::Badge;
  default:
    return CellKind::Text;
  }
}

Tone outcomeTone(LateOutcome outcome) {
  switch (outcome) {
  case LateOutcome::Waits:
    return Tone::Warning;
  case LateOutcome::Billed:
  case LateOutcome::OnItsInvoice:
    return Tone::Success;
  default:
    return Tone::Neutral;
  }
}

} // namespace

QString outcomeWord(const usage::LateRow &row) {
  switch (row.outcome) {
  case LateOutcome::OnItsInvoice:
    return LateCells::tr("On %1, its own").arg(row.invoice);
  case LateOutcome::Billed:
    return LateCells::tr("Billed on %1").arg(row.invoice);
  case LateOutcome::Waits:
    return LateCells::tr("On the next invoice");
  case LateOutcome::NoCharge:
    return LateCells::tr("Costs nothing more");
  case LateOutcome::Free:
    break;
  }
  return LateCells::tr("Not billed");
}

QString latenessWord(const usage::LateRow &row) {
  const auto late = row.recordedAt - row.endedAt;
  const auto days = std::chrono::duration_cast<std::chrono::days>(late).count();
  if (days > 0)
    return LateCells::tr("%n day(s) late", nullptr, int(days));
  const auto hours = std::chrono::duration_cast<std::chrono::hours>(late).count();
  if (hours > 0)
    return LateCells::tr("%n hour(s) late", nullptr, int(hours));
  const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(late).count();
  return LateCells::tr("%n minute(s) late", nullptr, int(minutes));
}

LateCells::LateCells(LateListModel &list, Zone zone, QObject *parent)
    : QIdentityProxyModel(parent), m_list(list), m_zone(std::move(zone)) {
  setSourceModel(&list);
}

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
    return u"%1 – %2"_s.arg(formatAxisDay(row.days.from, locale),
                            formatDay(row.days.to - std::chrono::days(1), locale));
  default:
    return {};
  }
}

QVariant LateCells::data(const QModelIndex &index, int role) const {
  const int column = index.column();
  if (role == KindRole)
    return int(lateCellKind(column));
  if (role == Qt::TextAlignmentRole && column == LateListModel::QuantityColumn)
    return int(Qt::AlignRight | Qt::AlignVCenter);
  const auto value = mapToSource(index).data(LateListModel::RowRole);
  if (!value.isValid())
    return {};
  const auto row = value.value<usage::LateRow>();
  if (column == LateListModel::OrganizationColumn) {
    if (role == SecondLineRole)
      return row.id.key;
    return role == Qt::DisplayRole ? QVariant(row.organizationName) : QVariant();
  }
  if (column == LateListModel::OutcomeColumn)
    return badgeCell({outcomeWord(row), outcomeTone(row.outcome), true}, role);
  if (column == LateListModel::LateColumn && role == Qt::ToolTipRole)
    return tr("Came %1; its period ended %2.")
        .arg(formatInstant(row.recordedAt, m_zone, QLocale()),
             formatInstant(row.endedAt, m_zone, QLocale()));
  return role == Qt::DisplayRole ? QVariant(text(row, column)) : QVariant();
}

QVariant LateCells::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole &&
      section == LateListModel::QuantityColumn)
    return int(Qt::AlignRight | Qt::AlignVCenter);
  return QIdentityProxyModel::headerData(section, orientation, role);
}

} // namespace tenantry::ui
