// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/widgets/cell_roles.h"
#include <QIdentityProxyModel>

namespace tenantry::ui {

/// Dresses a List of Rows for CellDelegate: what kind of cell a column has, and what a row shows in
/// it. The head of money stands at the right, as money does.
template <typename Row, typename List> class RowCells : public QIdentityProxyModel {
public:
  using QIdentityProxyModel::QIdentityProxyModel;

  QVariant data(const QModelIndex &index, int role) const override {
    if (role == KindRole)
      return int(kind(index.column()));
    const auto value = mapToSource(index).data(List::RowRole);
    return value.isValid() ? cell(value.template value<Row>(), index.column(), role) : QVariant();
  }
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override {
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole &&
        kind(section) == CellKind::Money)
      return int(Qt::AlignRight | Qt::AlignVCenter);
    return QIdentityProxyModel::headerData(section, orientation, role);
  }

protected:
  [[nodiscard]] virtual CellKind kind(int column) const = 0;
  [[nodiscard]] virtual QVariant cell(const Row &row, int column, int role) const = 0;
};

} // namespace tenantry::ui
