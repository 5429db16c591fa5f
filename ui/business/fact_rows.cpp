// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/business/fact_rows.h"
#include "ui/widgets/cell_delegate.h"

namespace tenantry::ui {

FactRows::FactRows(std::vector<FactColumn> columns, QObject *parent)
    : QAbstractTableModel(parent), m_columns(std::move(columns)) {}

void FactRows::setRows(std::vector<std::vector<Fact>> rows) {
  beginResetModel();
  m_rows = std::move(rows);
  endResetModel();
}

int FactRows::rowCount(const QModelIndex &parent) const {
  return parent.isValid() ? 0 : int(m_rows.size());
}

int FactRows::columnCount(const QModelIndex &parent) const {
  return parent.isValid() ? 0 : int(m_columns.size());
}

QVariant FactRows::data(const QModelIndex &index, int role) const {
  const auto &fact = m_rows[std::size_t(index.row())][std::size_t(index.column())];
  const auto kind = m_columns[std::size_t(index.column())].kind;
  switch (role) {
  case KindRole:
    return int(kind);
  case ToneRole:
    return int(fact.tone);
  case MoneyRole:
    return fact.money ? QVariant::fromValue(*fact.money) : QVariant();
  case NumberRole:
    return fact.number ? QVariant(*fact.number) : QVariant();
  case Qt::ToolTipRole:
    return fact.help.isEmpty() ? QVariant() : QVariant(fact.help);
  case Qt::DisplayRole:
    return kind == CellKind::Text || kind == CellKind::Badge ? QVariant(fact.text) : QVariant();
  default:
    return {};
  }
}

QVariant FactRows::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal)
    return QAbstractTableModel::headerData(section, orientation, role);
  const auto &column = m_columns[std::size_t(section)];
  if (role == Qt::TextAlignmentRole && isRightAligned(column.kind))
    return int(Qt::AlignRight | Qt::AlignVCenter);
  return role == Qt::DisplayRole ? QVariant(column.title) : QVariant();
}

} // namespace tenantry::ui
