// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/usage/late_list_model.h"
#include "services/core/zone.h"
#include "ui/lists/row_cells.h"

namespace tenantry::ui {

/// Dresses LateListModel for CellDelegate.
class LateCells : public RowCells<usage::LateRow, models::LateListModel> {
  Q_OBJECT

public:
  /// In that zone; the list outlives the cells.
  LateCells(const models::LateListModel &list, const Zone &zone) : m_list(list), m_zone(zone) {}

private:
  [[nodiscard]] CellKind kind(int column) const override;
  [[nodiscard]] bool isQuantity(int column) const override;
  [[nodiscard]] QVariant cell(const usage::LateRow &row, int column, int role) const override;
  [[nodiscard]] QString text(const usage::LateRow &row, int column) const;

  const models::LateListModel &m_list;
  const Zone m_zone;
};

/// How long after the end of its part it came: "3 h late", "12 days late".
[[nodiscard]] QString latenessWord(const usage::LateRow &row);

} // namespace tenantry::ui
