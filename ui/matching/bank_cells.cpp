// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matching/bank_cells.h"
#include "ui/matching/bank_words.h"

namespace tenantry::ui {

using models::BankListModel;

CellKind BankCells::kind(int column) const {
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

QVariant BankCells::cell(const payments::KeptEntry &kept, int column, int role) const {
  switch (column) {
  case BankListModel::BookedColumn:
    return role == DayRole ? QVariant::fromValue(kept.entry.bookedOn) : QVariant();
  case BankListModel::PartyColumn:
    return role == Qt::DisplayRole ? QVariant(payerOf(kept.entry)) : QVariant();
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

} // namespace tenantry::ui
