// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/subscriptions/subscription_list_model.h"
#include "ui/lists/row_cells.h"

namespace tenantry::ui {

/// What waits for the end of a period, in words; empty: nothing.
[[nodiscard]] QString scheduledWord(const subscriptions::ListRow &row,
                                    const models::SubscriptionListModel &list);

/// Dresses SubscriptionListModel for CellDelegate.
class SubscriptionCells : public RowCells<subscriptions::ListRow, models::SubscriptionListModel> {
  Q_OBJECT

public:
  /// The list outlives the cells.
  explicit SubscriptionCells(const models::SubscriptionListModel &list) : m_list(list) {}

private:
  [[nodiscard]] CellKind kind(int column) const override;
  [[nodiscard]] QVariant cell(const subscriptions::ListRow &row, int column,
                              int role) const override;

  const models::SubscriptionListModel &m_list;
};

} // namespace tenantry::ui
