// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contradictions/contradiction_cells.h"
#include "ui/contradictions/contradiction_words.h"
#include "ui/organizations/words.h"
#include "ui/widgets/format.h"

namespace tenantry::ui {

using models::ContradictionListModel;
using payments::Contradiction;

namespace {

/// Whose it is, and what of theirs.
QVariant customerCell(const Contradiction &row, int role) {
  if (role == Qt::DisplayRole)
    return row.customer;
  return role == SecondLineRole ? QVariant(row.number.isEmpty() ? row.reference : row.number)
                                : QVariant();
}

QVariant saysCell(const Contradiction &row, int role) {
  if (role == Qt::ToolTipRole)
    return providerText(row);
  return badgeCell({contradictionWord(row.code), Tone::Danger, true}, role);
}

QVariant plainCell(const QString &text, int role) {
  return role == Qt::DisplayRole || role == Qt::ToolTipRole ? QVariant(text) : QVariant();
}

} // namespace

CellKind ContradictionCells::kind(int column) const {
  switch (column) {
  case ContradictionListModel::CustomerColumn:
    return CellKind::TwoLine;
  case ContradictionListModel::AmountColumn:
    return CellKind::Money;
  case ContradictionListModel::SaysColumn:
    return CellKind::Badge;
  default:
    return CellKind::Text;
  }
}

QVariant ContradictionCells::cell(const Contradiction &row, int column, int role) const {
  switch (column) {
  case ContradictionListModel::CustomerColumn:
    return customerCell(row, role);
  case ContradictionListModel::KindColumn:
    return plainCell(contradictionKindWord(row.kind), role);
  case ContradictionListModel::AmountColumn:
    return role == MoneyRole && row.amount ? QVariant::fromValue(*row.amount) : QVariant();
  case ContradictionListModel::SaysColumn:
    return saysCell(row, role);
  case ContradictionListModel::SinceColumn:
    return plainCell(formatInstant(row.since, m_zone, QLocale()), role);
  default:
    return {};
  }
}

} // namespace tenantry::ui
