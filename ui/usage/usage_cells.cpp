// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/usage/usage_cells.h"
#include "ui/organizations/words.h"
#include "ui/widgets/cell_roles.h"
#include "ui/widgets/format.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using models::UsageListModel;

namespace {

Tone shareTone(std::int64_t share) {
  return share >= 1000 ? Tone::Danger : share >= 800 ? Tone::Warning : Tone::Accent;
}

QVariant shareCell(const usage::Standing &row, int role) {
  if (row.share < 0)
    return role == Qt::DisplayRole ? QVariant(u"–"_s) : QVariant();
  switch (role) {
  case Qt::DisplayRole:
    return formatShare(double(row.share) / 1000, QLocale());
  case ShareRole:
    return std::min(1.0, double(row.share) / 1000);
  case ToneRole:
    return int(shareTone(row.share));
  default:
    return {};
  }
}

} // namespace

CellKind UsageCells::kind(int column) const {
  switch (column) {
  case UsageListModel::OrganizationColumn:
    return CellKind::TwoLine;
  case UsageListModel::PlanColumn:
    return CellKind::Badge;
  case UsageListModel::ShareColumn:
    return CellKind::Bar;
  case UsageListModel::ForecastColumn:
  case UsageListModel::PeriodColumn:
    return CellKind::Date;
  default:
    return CellKind::Text;
  }
}

/// Without a limit there is no share to draw.
CellKind UsageCells::kindAt(const QModelIndex &source) const {
  if (source.column() == UsageListModel::ShareColumn)
    if (const auto row = source.data(UsageListModel::RowRole);
        row.isValid() && row.value<usage::Standing>().share < 0)
      return CellKind::Text;
  return kind(source.column());
}

bool UsageCells::isQuantity(int column) const {
  return column == UsageListModel::UsedColumn || column == UsageListModel::LimitColumn;
}

QString UsageCells::quantity(std::int64_t quantity) const {
  return formatQuantity(quantity, m_list.decimals(), QLocale());
}

QVariant UsageCells::cell(const usage::Standing &row, int column, int role) const {
  switch (column) {
  case UsageListModel::OrganizationColumn:
    if (role == Qt::DisplayRole)
      return row.organizationName;
    return role == SecondLineRole ? QVariant(!row.quota.isLimited() ? tr("no limit")
                                             : row.quota.hard       ? tr("hard limit")
                                                                    : tr("soft limit"))
                                  : QVariant();
  case UsageListModel::PlanColumn:
    return badgeCell({m_list.planName(row.planId), planTone(row.planId), false}, role);
  case UsageListModel::UsedColumn:
    return role == Qt::DisplayRole ? QVariant(quantity(row.quota.used)) : QVariant();
  case UsageListModel::LimitColumn:
    return role != Qt::DisplayRole ? QVariant()
           : row.quota.isLimited() ? QVariant(quantity(*row.quota.limit))
                                   : QVariant(tr("unlimited"));
  case UsageListModel::ShareColumn:
    return shareCell(row, role);
  case UsageListModel::ForecastColumn:
    return role == DayRole && row.limitDay ? QVariant::fromValue(*row.limitDay) : QVariant();
  case UsageListModel::PeriodColumn:
    return role == DayRole ? QVariant::fromValue(row.periodTo) : QVariant();
  default:
    return {};
  }
}

QVariant UsageCells::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation == Qt::Horizontal && role == Qt::ToolTipRole) {
    switch (section) {
    case UsageListModel::UsedColumn:
      return tr("What the running period came to so far, as invoices and limits count it.");
    case UsageListModel::LimitColumn:
      return tr("What the plan or an exception allows in a period.");
    case UsageListModel::ShareColumn:
      return tr("Used ÷ limit.");
    case UsageListModel::ForecastColumn:
      return tr("The day on which the limit is reached at the pace of this period; none where "
                "that is not before its end.");
    default:
      break;
    }
  }
  return RowCells::headerData(section, orientation, role);
}

} // namespace tenantry::ui
