// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/billing/preview_model.h"

#include <cmath>
#include <limits>

namespace tenantry::models {

namespace {

std::int64_t amountOf(const PreviewRow &row, int column) {
  switch (column) {
  case PreviewModel::RecurringColumn:
    return row.recurring;
  case PreviewModel::UsageColumn:
    return row.usage;
  default:
    return row.total;
  }
}

bool isAmount(int column) {
  return column >= PreviewModel::RecurringColumn && column <= PreviewModel::TotalColumn;
}

/// What asks most for a look is last: nothing, first invoices, then changes by their size, then
/// what must be mended first.
double weightOf(const billing::Finding &finding) {
  using Kind = billing::Finding::Kind;
  switch (finding.kind) {
  case Kind::None:
    return -1;
  case Kind::FirstInvoice:
    return 0;
  case Kind::MissingData:
    return std::numeric_limits<double>::infinity();
  case Kind::UsageChange:
  case Kind::TotalChange:
    break;
  }
  return std::abs(finding.percent);
}

QVariant sortKey(const PreviewRow &row, int column) {
  if (column == PreviewModel::NameColumn)
    return row.name.toLower();
  if (column == PreviewModel::FindingColumn)
    return weightOf(row.finding);
  if (column == PreviewModel::ChangeColumn)
    return row.changeInPercent().value_or(-std::numeric_limits<double>::infinity());
  if (column == PreviewModel::IssuedColumn)
    return row.issued ? qlonglong(row.issued->time_since_epoch().count()) : qlonglong(0);
  return qlonglong(amountOf(row, column));
}

} // namespace

std::optional<double> PreviewRow::changeInPercent() const {
  return before && before->currency == currency ? billing::changeInPercent(total, before->total)
                                                : std::nullopt;
}

void PreviewModel::clear() {
  beginResetModel();
  m_rows.clear();
  endResetModel();
}

void PreviewModel::append(const std::vector<PreviewRow> &rows) {
  if (rows.empty())
    return;
  beginInsertRows({}, rowCount(), rowCount() + int(rows.size()) - 1);
  m_rows.insert(m_rows.end(), rows.begin(), rows.end());
  endInsertRows();
}

int PreviewModel::rowCount(const QModelIndex &parent) const {
  return parent.isValid() ? 0 : int(m_rows.size());
}

int PreviewModel::columnCount(const QModelIndex &parent) const {
  return parent.isValid() ? 0 : ColumnCount;
}

QVariant PreviewModel::data(const QModelIndex &index, int role) const {
  if (!index.isValid())
    return {};
  const auto &row = m_rows[std::size_t(index.row())];
  switch (role) {
  case Qt::DisplayRole:
    return index.column() == NameColumn ? row.name : QVariant();
  case PreviewOrganizationRole:
    return row.organization.toString();
  case PreviewPositionRole:
    return row.position;
  case PreviewAmountRole: {
    const auto amount = amountOf(row, index.column());
    return isAmount(index.column()) && amount != 0
               ? QVariant::fromValue(Money(amount, row.currency))
               : QVariant();
  }
  case PreviewIssuedRole:
    return row.issued ? QVariant::fromValue(*row.issued) : QVariant();
  case PreviewChangeRole: {
    const auto change = row.changeInPercent();
    return change ? QVariant(*change) : QVariant();
  }
  case PreviewFindingRole:
    return QVariant::fromValue(row.finding);
  case PreviewSortRole:
    return sortKey(row, index.column());
  default:
    return {};
  }
}

QVariant PreviewModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
    return QAbstractTableModel::headerData(section, orientation, role);
  const QStringList titles{tr("Organization"), tr("Finding"), tr("Issued"), tr("Subscription"),
                           tr("Usage"),        tr("Total"),   tr("Change")};
  return titles.value(section);
}

} // namespace tenantry::models
