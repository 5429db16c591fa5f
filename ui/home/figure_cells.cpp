// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/figure_cells.h"
#include "ui/home/figure_places.h"
#include "ui/widgets/cell_roles.h"

namespace tenantry::ui {

using models::FigureRowsModel;

namespace {

CellKind figureCellKind(int column) {
  switch (column) {
  case FigureRowsModel::DayColumn:
    return CellKind::Date;
  case FigureRowsModel::AmountColumn:
    return CellKind::Money;
  default:
    return CellKind::Text;
  }
}

} // namespace

FigureCells::FigureCells(FigureRowsModel &rows, Zone zone, QObject *parent)
    : QIdentityProxyModel(parent), m_rows(rows), m_zone(std::move(zone)) {
  setSourceModel(&rows);
}

QVariant FigureCells::data(const QModelIndex &index, int role) const {
  if (role == KindRole)
    return int(figureCellKind(index.column()));
  const auto value = mapToSource(index).data(FigureRowsModel::RowRole);
  if (!value.isValid())
    return {};
  const auto row = value.value<payments::FigureRow>();
  switch (index.column()) {
  case FigureRowsModel::OrganizationColumn:
    return role == Qt::DisplayRole ? QVariant(row.name) : QVariant();
  case FigureRowsModel::AboutColumn:
    return role == Qt::DisplayRole ? QVariant(aboutText(m_rows.list(), row)) : QVariant();
  case FigureRowsModel::DayColumn:
    return role == DayRole ? QVariant::fromValue(row.day.value_or(m_zone.dayOf(row.at)))
                           : QVariant();
  case FigureRowsModel::AmountColumn:
    if (role == HideMinorUnitsRole)
      return row.twelfths != 0;
    return role == MoneyRole && !row.amount.isZero() ? QVariant::fromValue(row.amount) : QVariant();
  default:
    return {};
  }
}

QVariant FigureCells::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation == Qt::Horizontal && section == FigureRowsModel::AmountColumn &&
      role == Qt::TextAlignmentRole)
    return int(Qt::AlignRight | Qt::AlignVCenter);
  return QIdentityProxyModel::headerData(section, orientation, role);
}

} // namespace tenantry::ui
