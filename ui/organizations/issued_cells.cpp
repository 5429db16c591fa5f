// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organizations/issued_cells.h"
#include "models/billing/issued_invoices_model.h"
#include "ui/organizations/words.h"
#include "ui/widgets/cell_roles.h"

namespace tenantry::ui {

using models::IssuedInvoicesModel;

namespace {

CellKind issuedCellKind(int column) {
  switch (column) {
  case IssuedInvoicesModel::IssuedColumn:
  case IssuedInvoicesModel::DueColumn:
    return CellKind::Date;
  case IssuedInvoicesModel::StatusColumn:
    return CellKind::Badge;
  case IssuedInvoicesModel::TotalColumn:
  case IssuedInvoicesModel::AmountDueColumn:
    return CellKind::Money;
  default:
    return CellKind::Text;
  }
}

// The row knows whether it is overdue where the customer lives; the words only need a day beyond.
QVariant invoiceStatusCell(const QModelIndex &source, int role) {
  const auto value = source.data(models::InvoiceRole);
  if (!value.isValid())
    return {};
  if (source.data(models::IsCreditNoteRole).toBool())
    return badgeCell({IssuedCells::tr("Credit note"), Tone::Neutral, false}, role);
  if (!source.data(models::HoldRole).toString().isEmpty())
    return badgeCell({IssuedCells::tr("On hold"), Tone::Warning, true}, role);
  const auto invoice = value.value<billing::Invoice>();
  const auto due = invoice.dueOn.value_or(LocalDay{});
  const bool isOverdue = source.data(models::IsOverdueRole).toBool();
  return badgeCell(statusLook(invoice, isOverdue ? due + std::chrono::days(1) : due), role);
}

/// It has no number yet; a row that was let go is none.
bool isDraft(const QModelIndex &source) {
  const auto number = source.data(models::NumberRole);
  return number.isValid() && number.toString().isEmpty();
}

} // namespace

QVariant IssuedCells::data(const QModelIndex &index, int role) const {
  if (role == KindRole)
    return int(issuedCellKind(index.column()));
  const auto source = mapToSource(index);
  switch (index.column()) {
  case IssuedInvoicesModel::NumberColumn:
    return role == Qt::DisplayRole && isDraft(source) ? QVariant(QStringLiteral("–"))
                                                      : source.data(role);
  case IssuedInvoicesModel::OrganizationColumn:
    return role == Qt::DisplayRole ? source.data(models::InvoiceOrganizationRole) : QVariant();
  case IssuedInvoicesModel::IssuedColumn:
    return role == DayRole ? source.data(models::IssuedRole) : QVariant();
  case IssuedInvoicesModel::DueColumn:
    return role == DayRole ? source.data(models::DueRole) : QVariant();
  case IssuedInvoicesModel::StatusColumn:
    if (role == Qt::ToolTipRole)
      return source.data(models::HoldRole);
    return invoiceStatusCell(source, role);
  case IssuedInvoicesModel::TotalColumn:
    return role == MoneyRole ? source.data(models::TotalRole) : QVariant();
  case IssuedInvoicesModel::AmountDueColumn:
    return role == MoneyRole ? source.data(models::AmountDueRole) : QVariant();
  default:
    return source.data(role);
  }
}

QVariant IssuedCells::headerData(int section, Qt::Orientation orientation, int role) const {
  const bool isMoney = orientation == Qt::Horizontal && issuedCellKind(section) == CellKind::Money;
  if (isMoney && role == Qt::TextAlignmentRole)
    return int(Qt::AlignRight | Qt::AlignVCenter);
  return QIdentityProxyModel::headerData(section, orientation, role);
}

} // namespace tenantry::ui
