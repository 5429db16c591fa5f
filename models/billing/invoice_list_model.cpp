// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/billing/invoice_list_model.h"

namespace tenantry::models {

bool InvoiceListModel::hasSameRows(const std::vector<billing::Invoice> &invoices) const {
  return std::equal(invoices.begin(), invoices.end(), m_invoices.begin(), m_invoices.end(),
                    [](const auto &a, const auto &b) { return a.id == b.id; });
}

void InvoiceListModel::setInvoices(const std::vector<billing::Invoice> &invoices) {
  if (!hasSameRows(invoices)) {
    beginResetModel();
    m_invoices = invoices;
    endResetModel();
    return;
  }
  m_invoices = invoices;
  if (!m_invoices.empty())
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int InvoiceListModel::rowCount(const QModelIndex &parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_invoices.size());
}

int InvoiceListModel::columnCount(const QModelIndex &parent) const {
  return parent.isValid() ? 0 : ColumnCount;
}

QVariant InvoiceListModel::data(const QModelIndex &index, int role) const {
  if (!index.isValid())
    return {};
  const auto &invoice = m_invoices[static_cast<std::size_t>(index.row())];
  switch (role) {
  case Qt::DisplayRole:
  case NumberRole:
    return invoice.number;
  case InvoiceRole:
    return QVariant::fromValue(invoice);
  case IssuedRole:
    return invoice.issuedOn ? QVariant::fromValue(*invoice.issuedOn) : QVariant();
  case TotalRole:
    return QVariant::fromValue(Money(invoice.total, invoice.currency));
  case AmountDueRole:
    return invoice.amountDue() == 0
               ? QVariant()
               : QVariant::fromValue(Money(invoice.amountDue(), invoice.currency));
  default:
    return {};
  }
}

QVariant InvoiceListModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
    return QAbstractTableModel::headerData(section, orientation, role);
  const QStringList titles{tr("Invoice"), tr("Issued"), tr("Status"), tr("Total"), tr("Due")};
  return titles.value(section);
}

} // namespace tenantry::models
