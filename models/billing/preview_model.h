// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/finding.h"
#include <QAbstractTableModel>
#include <optional>

namespace tenantry::models {

/// One previewed invoice in short; amounts in minor units.
struct PreviewRow {
  OrganizationId organization;
  QString name;
  int position = 0; ///< of this organization's invoices in the preview, from 0
  Currency currency;
  std::int64_t recurring = 0; ///< plan, seats, proration
  std::int64_t usage = 0;
  std::int64_t discount = 0;
  std::int64_t tax = 0;
  std::int64_t total = 0;
  std::optional<LocalDay> issued;
  std::optional<billing::InvoiceSums> before; ///< the invoice before this one
  billing::Finding finding;

  /// Of the total, to the invoice before; nothing where they cannot be compared.
  [[nodiscard]] std::optional<double> changeInPercent() const;
};

/// What PreviewModel says of a row, in any column.
enum PreviewRole {
  PreviewOrganizationRole = Qt::UserRole + 1, ///< QString, the id
  PreviewPositionRole,                        ///< int
  PreviewAmountRole,                          ///< tenantry::Money of the column; invalid: zero
  PreviewIssuedRole,                          ///< tenantry::LocalDay
  PreviewChangeRole,                          ///< double, percent; invalid: not comparable
  PreviewFindingRole,                         ///< tenantry::billing::Finding
  PreviewSortRole,                            ///< what its column is sorted by
};

/// The invoices of a preview, appended while it is computed.
class PreviewModel : public QAbstractTableModel {
  Q_OBJECT

public:
  enum Column {
    NameColumn,
    FindingColumn,
    IssuedColumn,
    RecurringColumn,
    UsageColumn,
    TotalColumn,
    ChangeColumn,
    ColumnCount
  };

  using QAbstractTableModel::QAbstractTableModel;

  void clear();
  void append(const std::vector<PreviewRow> &rows);
  [[nodiscard]] const PreviewRow &row(int row) const { return m_rows[std::size_t(row)]; }

  int rowCount(const QModelIndex &parent = {}) const override;
  int columnCount(const QModelIndex &parent = {}) const override;
  QVariant data(const QModelIndex &index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
  std::vector<PreviewRow> m_rows;
};

} // namespace tenantry::models
