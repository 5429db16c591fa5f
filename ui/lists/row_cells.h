// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/widgets/cell_roles.h"
#include <QIdentityProxyModel>

namespace tenantry::ui {

/// Dresses a List of Rows for CellDelegate: what kind of cell a column has, and what a row shows in
/// it. Money stands at the right, and so does its head; quantities, which are texts, do as well.
template <typename Row, typename List> class RowCells : public QIdentityProxyModel {
public:
  using QIdentityProxyModel::QIdentityProxyModel;

  QVariant data(const QModelIndex &index, int role) const override {
    if (role == KindRole)
      return int(kindAt(mapToSource(index)));
    if (role == Qt::TextAlignmentRole && isQuantity(index.column()))
      return right;
    const auto value = mapToSource(index).data(List::RowRole);
    return value.isValid() ? cell(value.template value<Row>(), index.column(), role) : QVariant();
  }
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override {
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole &&
        (kind(section) == CellKind::Money || isQuantity(section)))
      return right;
    return QIdentityProxyModel::headerData(section, orientation, role);
  }

protected:
  [[nodiscard]] virtual CellKind kind(int column) const = 0;
  /// Where not all cells of a column are of its kind.
  [[nodiscard]] virtual CellKind kindAt(const QModelIndex &source) const {
    return kind(source.column());
  }
  [[nodiscard]] virtual bool isQuantity(int) const { return false; }
  [[nodiscard]] virtual QVariant cell(const Row &row, int column, int role) const = 0;

private:
  static constexpr int right = int(Qt::AlignRight | Qt::AlignVCenter);
};

} // namespace tenantry::ui
