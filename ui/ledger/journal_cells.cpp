// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ledger/journal_cells.h"
#include "ui/ledger/ledger_words.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using models::JournalListModel;

namespace {

struct JournalTexts {
  Q_DECLARE_TR_FUNCTIONS(tenantry::ui::JournalCells)
};

QString documentWord(const billing::JournalRow &row) {
  if (row.document.isEmpty())
    return u"–"_s;
  const auto more = int(row.alsoPaid.size());
  return more == 0 ? row.document
                   : JournalTexts::tr("%1 and %n more", nullptr, more).arg(row.document);
}

QVariant journalTextCell(const billing::JournalRow &row, int column) {
  switch (column) {
  case JournalListModel::DocumentColumn:
    return documentWord(row);
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

QVariant sideCell(const billing::JournalRow &row, bool isDebit) {
  if ((row.amount.minor() > 0) != isDebit)
    return {};
  return QVariant::fromValue(Money(std::abs(row.amount.minor()), row.amount.currency()));
}

} // namespace

CellKind JournalCells::kind(int column) const {
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

/// Each entry has one of the two sides; the other stays empty, not a dash.
CellKind JournalCells::kindAt(const QModelIndex &source) const {
  const auto kind = this->kind(source.column());
  const auto row = source.data(JournalListModel::RowRole);
  if (kind != CellKind::Money || !row.isValid())
    return kind;
  const bool isDebit = row.value<billing::JournalRow>().amount.minor() > 0;
  return isDebit == (source.column() == JournalListModel::DebitColumn) ? kind : CellKind::Text;
}

QVariant JournalCells::cell(const billing::JournalRow &row, int column, int role) const {
  switch (column) {
  case JournalListModel::DayColumn:
    return role == DayRole ? QVariant::fromValue(row.day) : QVariant();
  case JournalListModel::DebitColumn:
  case JournalListModel::CreditColumn:
    return role == MoneyRole ? sideCell(row, column == JournalListModel::DebitColumn) : QVariant();
  default:
    return role == Qt::DisplayRole ? journalTextCell(row, column) : QVariant();
  }
}

} // namespace tenantry::ui
