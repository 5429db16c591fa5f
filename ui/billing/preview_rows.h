// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QSortFilterProxyModel>

namespace tenantry::ui {

/// PreviewModel filtered by name, sorted, and dressed for CellDelegate.
class PreviewRows : public QSortFilterProxyModel {
  Q_OBJECT

public:
  explicit PreviewRows(QObject *parent = nullptr);

  QVariant data(const QModelIndex &index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
};

} // namespace tenantry::ui
