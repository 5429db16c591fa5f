// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matching/bank_cells.h"
#include "models/matching/bank_list_model.h"
#include "ui/matching/bank_words.h"
#include "ui/widgets/cell_roles.h"

namespace tenantry::ui {

using models::BankListModel;

namespace {

CellKind bankCellKind(int column) {
  switch (column) {
  case BankListModel::BookedColumn:
    return CellKind::Date;
  case BankListModel::StatusColumn:
    return CellKind::Badge;
  case BankListModel::AmountColumn:
    return CellKind::Money;
  default:
    return CellKind::Text;
  }
}

} // namespace

QVariant BankCells::data(const QModelIndex &index, int role) const {
  if (role == KindRole)
    return int(bankCellKind(index.column()));
  const auto source = mapToSource(index);
  const auto value = source.data(models::BankEntryRole);
  if (!value.isValid())
    return {};
  const auto kept = value.value<payments::KeptEntry>();
  switch (index.column()) {
  case BankListModel::BookedColumn:
    return role == DayRole ? QVariant::fromValue(kept.entry.bookedOn) : QVariant();
  case BankListModel::PartyColumn:
    return role == Qt::DisplayRole ? payerOf(kept.entry) : source.data(role);
  case BankListModel::ReferenceColumn:
    if (role == Qt::ToolTipRole)
      return kept.entry.remittance;
    return role == Qt::DisplayRole ? QString(kept.entry.remittance).replace(u'\n', u' ')
                                   : QVariant();
  case BankListModel::StatusColumn:
    if (role == Qt::ToolTipRole)
      return waitsSentence(kept);
    return badgeCell(bankLook(kept), role);
  case BankListModel::AmountColumn:
    return role == MoneyRole ? QVariant::fromValue(kept.entry.amount) : QVariant();
  default:
    return {};
  }
}

QVariant BankCells::headerData(int section, Qt::Orientation orientation, int role) const {
  const bool isMoney = orientation == Qt::Horizontal && bankCellKind(section) == CellKind::Money;
  if (isMoney && role == Qt::TextAlignmentRole)
    return int(Qt::AlignRight | Qt::AlignVCenter);
  return QIdentityProxyModel::headerData(section, orientation, role);
}

} // namespace tenantry::ui
