// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/subscriptions/subscription_list_model.h"
#include <QIdentityProxyModel>

namespace tenantry::ui {

/// What waits for the end of a period, in words; empty: nothing.
[[nodiscard]] QString scheduledWord(const subscriptions::ListRow &row,
                                    const models::SubscriptionListModel &list);

/// Dresses SubscriptionListModel for CellDelegate.
class SubscriptionCells : public QIdentityProxyModel {
  Q_OBJECT

public:
  /// The list outlives the cells.
  SubscriptionCells(models::SubscriptionListModel &list, QObject *parent);

  QVariant data(const QModelIndex &index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
  const models::SubscriptionListModel &m_list;
};

} // namespace tenantry::ui
