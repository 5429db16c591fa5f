// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/dunning/dunning_list_model.h"
#include "services/core/clock.h"
#include "services/core/zone.h"
#include "ui/lists/row_cells.h"

namespace tenantry::ui {

/// Dresses DunningListModel for CellDelegate.
class DunningCells : public RowCells<payments::DunningRow, models::DunningListModel> {
  Q_OBJECT

public:
  /// Days are those of that zone; the clock outlives the cells.
  DunningCells(const Clock &clock, Zone zone) : m_clock(clock), m_zone(std::move(zone)) {}

private:
  [[nodiscard]] CellKind kind(int column) const override;
  [[nodiscard]] QVariant cell(const payments::DunningRow &row, int column, int role) const override;

  const Clock &m_clock;
  Zone m_zone;
};

} // namespace tenantry::ui
