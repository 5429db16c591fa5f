// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dunning/dunning_cells.h"
#include "ui/dunning/dunning_words.h"
#include <QLocale>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using models::DunningListModel;

namespace {

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

CellKind DunningCells::kind(int column) const {
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

QVariant DunningCells::cell(const payments::DunningRow &row, int column, int role) const {
  switch (column) {
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

} // namespace tenantry::ui
