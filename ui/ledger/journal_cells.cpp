// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ledger/journal_cells.h"
#include "models/ledger/journal_list_model.h"
#include "ui/ledger/ledger_words.h"
#include "ui/widgets/cell_roles.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using models::JournalListModel;

namespace {

CellKind journalCellKind(int column) {
  switch (column) {
  case JournalListModel::DayColumn:
    return CellKind::Date;
  case JournalListModel::DebitColumn:
  case JournalListModel::CreditColumn:
    return CellKind::Money;
  default:
    return CellKind::Text;
  }
}

QVariant journalTextCell(const billing::JournalRow &row, int column) {
  switch (column) {
  case JournalListModel::DocumentColumn:
    return row.document.isEmpty() ? u"–"_s : row.document;
  case JournalListModel::OrganizationColumn:
    return row.organizationName;
  case JournalListModel::CauseColumn:
    return causeWord(row.cause);
  case JournalListModel::AccountColumn:
    return accountWord(row.account);
  default:
    return {};
  }
}

/// Each entry has one of the two; the other stays empty, not a dash.
QVariant sideCell(const billing::JournalRow &row, bool isDebit) {
  if ((row.amount.minor() > 0) != isDebit)
    return {};
  return QVariant::fromValue(Money(std::abs(row.amount.minor()), row.amount.currency()));
}

} // namespace

QVariant JournalCells::data(const QModelIndex &index, int role) const {
  const auto value = mapToSource(index).data(JournalListModel::RowRole);
  if (role == KindRole) {
    const auto kind = journalCellKind(index.column());
    if (kind != CellKind::Money || !value.isValid())
      return int(kind);
    const bool isOther = (value.value<billing::JournalRow>().amount.minor() > 0) !=
                         (index.column() == JournalListModel::DebitColumn);
    return int(isOther ? CellKind::Text : kind);
  }
  if (!value.isValid())
    return {};
  const auto row = value.value<billing::JournalRow>();
  switch (index.column()) {
  case JournalListModel::DayColumn:
    return role == DayRole ? QVariant::fromValue(row.day) : QVariant();
  case JournalListModel::DebitColumn:
  case JournalListModel::CreditColumn:
    return role == MoneyRole ? sideCell(row, index.column() == JournalListModel::DebitColumn)
                             : QVariant();
  default:
    return role == Qt::DisplayRole ? journalTextCell(row, index.column()) : QVariant();
  }
}

QVariant JournalCells::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole &&
      journalCellKind(section) == CellKind::Money)
    return int(Qt::AlignRight | Qt::AlignVCenter);
  return QIdentityProxyModel::headerData(section, orientation, role);
}

} // namespace tenantry::ui
