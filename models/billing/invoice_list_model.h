// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/values.h"
#include <QAbstractTableModel>

namespace tenantry::models {

/// What InvoiceListModel says of a row, in any column.
enum InvoiceListRole {
  NumberRole = Qt::UserRole + 1, ///< QString, empty while draft
  InvoiceRole,                   ///< tenantry::billing::Invoice
  IssuedRole,                    ///< tenantry::LocalDay, invalid while draft
  TotalRole,                     ///< tenantry::Money
  AmountDueRole,                 ///< tenantry::Money, invalid where nothing is due
};

/// The invoices of one organization as they are given to it.
class InvoiceListModel : public QAbstractTableModel {
  Q_OBJECT

public:
  enum Column { NumberColumn, IssuedColumn, StatusColumn, TotalColumn, DueColumn, ColumnCount };

  using QAbstractTableModel::QAbstractTableModel;

  /// Rows that stay keep their selection: only what differs is told.
  void setInvoices(const std::vector<billing::Invoice> &invoices);

  int rowCount(const QModelIndex &parent = {}) const override;
  int columnCount(const QModelIndex &parent = {}) const override;
  QVariant data(const QModelIndex &index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
  [[nodiscard]] bool hasSameRows(const std::vector<billing::Invoice> &invoices) const;

  std::vector<billing::Invoice> m_invoices;
};

} // namespace tenantry::models
