// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/billing/preview_rows.h"
#include "models/billing/preview_model.h"
#include "ui/widgets/cell_roles.h"

namespace tenantry::ui {

using models::PreviewModel;

namespace {

CellKind kindOf(int column) {
  if (column == PreviewModel::NameColumn)
    return CellKind::Text;
  return column == PreviewModel::IssuedColumn ? CellKind::Date : CellKind::Money;
}

} // namespace

PreviewRows::PreviewRows(QObject *parent) : QSortFilterProxyModel(parent) {
  setFilterKeyColumn(PreviewModel::NameColumn);
  setFilterCaseSensitivity(Qt::CaseInsensitive);
  setSortRole(models::PreviewSortRole);
}

QVariant PreviewRows::data(const QModelIndex &index, int role) const {
  switch (role) {
  case KindRole:
    return int(kindOf(index.column()));
  case MoneyRole:
    return QSortFilterProxyModel::data(index, models::PreviewAmountRole);
  case DayRole:
    return QSortFilterProxyModel::data(index, models::PreviewIssuedRole);
  case StrongRole:
    return index.column() == PreviewModel::TotalColumn;
  default:
    return QSortFilterProxyModel::data(index, role);
  }
}

QVariant PreviewRows::headerData(int section, Qt::Orientation orientation, int role) const {
  if (role == Qt::TextAlignmentRole && orientation == Qt::Horizontal &&
      kindOf(section) == CellKind::Money)
    return int(Qt::AlignRight | Qt::AlignVCenter);
  return QSortFilterProxyModel::headerData(section, orientation, role);
}

} // namespace tenantry::ui
