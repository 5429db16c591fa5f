// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organizations/invoice_cells.h"
#include "models/billing/invoice_list_model.h"
#include "ui/organizations/words.h"
#include "ui/widgets/cell_roles.h"

namespace tenantry::ui {

using models::InvoiceListModel;

namespace {

CellKind invoiceCellKind(int column) {
  switch (column) {
  case InvoiceListModel::IssuedColumn:
    return CellKind::Date;
  case InvoiceListModel::StatusColumn:
    return CellKind::Badge;
  case InvoiceListModel::TotalColumn:
  case InvoiceListModel::DueColumn:
    return CellKind::Money;
  default:
    return CellKind::Text;
  }
}

} // namespace

QVariant InvoiceCells::data(const QModelIndex &index, int role) const {
  if (role == KindRole)
    return int(invoiceCellKind(index.column()));
  const auto source = mapToSource(index);
  switch (index.column()) {
  case InvoiceListModel::IssuedColumn:
    return role == DayRole ? source.data(models::IssuedRole) : QVariant();
  case InvoiceListModel::StatusColumn:
    return badgeCell(
        statusLook(source.data(models::InvoiceRole).value<billing::Invoice>(), m_today), role);
  case InvoiceListModel::TotalColumn:
    return role == MoneyRole ? source.data(models::TotalRole) : QVariant();
  case InvoiceListModel::DueColumn:
    return role == MoneyRole ? source.data(models::AmountDueRole) : QVariant();
  default:
    return source.data(role);
  }
}

QVariant InvoiceCells::headerData(int section, Qt::Orientation orientation, int role) const {
  const bool isMoney = orientation == Qt::Horizontal && invoiceCellKind(section) == CellKind::Money;
  if (isMoney && role == Qt::TextAlignmentRole)
    return int(Qt::AlignRight | Qt::AlignVCenter);
  return QIdentityProxyModel::headerData(section, orientation, role);
}

} // namespace tenantry::ui
