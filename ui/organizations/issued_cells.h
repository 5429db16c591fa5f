// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QIdentityProxyModel>

namespace tenantry::ui {

/// Dresses IssuedInvoicesModel for CellDelegate.
class IssuedCells : public QIdentityProxyModel {
  Q_OBJECT

public:
  using QIdentityProxyModel::QIdentityProxyModel;

  QVariant data(const QModelIndex &index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
};

} // namespace tenantry::ui
