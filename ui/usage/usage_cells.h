// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/usage/usage_list_model.h"
#include <QIdentityProxyModel>

namespace tenantry::ui {

/// Dresses UsageListModel for CellDelegate.
class UsageCells : public QIdentityProxyModel {
  Q_OBJECT

public:
  /// The list outlives the cells.
  UsageCells(models::UsageListModel &list, QObject *parent);

  QVariant data(const QModelIndex &index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
  [[nodiscard]] QString quantity(std::int64_t quantity) const;

  const models::UsageListModel &m_list;
};

} // namespace tenantry::ui
