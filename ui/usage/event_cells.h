// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/usage/event_list_model.h"
#include "ui/lists/row_cells.h"

namespace tenantry::ui {

/// Dresses EventListModel for CellDelegate.
class EventCells : public RowCells<usage::EventRow, models::EventListModel> {
  Q_OBJECT

public:
  /// The list outlives the cells.
  explicit EventCells(const models::EventListModel &list) : m_list(list) {}

  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
  [[nodiscard]] CellKind kind(int column) const override;
  [[nodiscard]] CellKind kindAt(const QModelIndex &source) const override;
  [[nodiscard]] bool isQuantity(int column) const override;
  [[nodiscard]] QVariant cell(const usage::EventRow &row, int column, int role) const override;
  [[nodiscard]] QString text(const usage::EventRow &row, int column) const;
  [[nodiscard]] QString markHint(const usage::EventRow &row) const;
  [[nodiscard]] QString quantity(std::int64_t quantity) const;

  const models::EventListModel &m_list;
};

/// "Correction", "Late", "Corrected"; empty: nothing is special about it.
[[nodiscard]] QString markWord(const usage::EventRow &row);

} // namespace tenantry::ui
