// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/contradictions/contradiction_list_model.h"
#include "ui/lists/row_cells.h"

namespace tenantry::ui {

/// Dresses ContradictionListModel for CellDelegate.
class ContradictionCells
    : public RowCells<payments::Contradiction, models::ContradictionListModel> {
  Q_OBJECT

public:
  /// In the zone of the business.
  explicit ContradictionCells(const Zone &zone) : m_zone(zone) {}

private:
  [[nodiscard]] CellKind kind(int column) const override;
  [[nodiscard]] QVariant cell(const payments::Contradiction &row, int column,
                              int role) const override;

  const Zone &m_zone;
};

} // namespace tenantry::ui
