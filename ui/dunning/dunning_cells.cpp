// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dunning/dunning_cells.h"
#include "models/dunning/dunning_list_model.h"
#include "ui/dunning/dunning_words.h"
#include "ui/widgets/cell_roles.h"
#include <QLocale>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using models::DunningListModel;

namespace {

CellKind dunningCellKind(int column) {
  switch (column) {
  case DunningListModel::OrganizationColumn:
    return CellKind::TwoLine;
  case DunningListModel::DueColumn:
    return CellKind::Money;
  case DunningListModel::StepColumn:
  case DunningListModel::NextColumn:
    return CellKind::Badge;
  case DunningListModel::TriesColumn:
    return CellKind::Bar;
  case DunningListModel::OpenedColumn:
    return CellKind::Date;
  default:
    return CellKind::Text;
  }
}

QVariant triesCell(const payments::DunningRow &row, int role) {
  switch (role) {
  case Qt::DisplayRole:
    return u"%1/%2"_s.arg(row.tries).arg(row.mostTries);
  case ShareRole:
    return double(row.tries) / std::max(1, row.mostTries);
  case ToneRole:
    return int(stepTone(row.step));
  default:
    return {};
  }
}

QVariant nameCell(const payments::DunningRow &row, int role) {
  if (role == Qt::DisplayRole)
    return row.organizationName;
  return role == SecondLineRole ? QVariant(row.number) : QVariant();
}

} // namespace

QVariant DunningCells::data(const QModelIndex &index, int role) const {
  if (role == KindRole)
    return int(dunningCellKind(index.column()));
  const auto value = mapToSource(index).data(DunningListModel::RowRole);
  if (!value.isValid())
    return {};
  const auto row = value.value<payments::DunningRow>();
  switch (index.column()) {
  case DunningListModel::OrganizationColumn:
    return nameCell(row, role);
  case DunningListModel::DueColumn:
    return role == MoneyRole ? QVariant::fromValue(row.due) : QVariant();
  case DunningListModel::StepColumn:
    return badgeCell({stepWord(row.step), stepTone(row.step), true}, role);
  case DunningListModel::TriesColumn:
    return triesCell(row, role);
  case DunningListModel::DeclineColumn:
    return role == Qt::DisplayRole ? QVariant(declineWord(row)) : QVariant();
  case DunningListModel::NextColumn:
    return badgeCell(nextLook(row, m_clock.now(), m_zone, QLocale()), role);
  case DunningListModel::OpenedColumn:
    return role == DayRole ? QVariant::fromValue(m_zone.dayOf(row.openedAt)) : QVariant();
  default:
    return {};
  }
}

QVariant DunningCells::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation == Qt::Horizontal && section == DunningListModel::DueColumn &&
      role == Qt::TextAlignmentRole)
    return int(Qt::AlignRight | Qt::AlignVCenter);
  return QIdentityProxyModel::headerData(section, orientation, role);
}

} // namespace tenantry::ui
