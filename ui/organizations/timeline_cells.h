// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/timeline/timeline_list_model.h"
#include "services/core/zone.h"
#include "ui/lists/row_cells.h"
#include "ui/organizations/timeline_words.h"

namespace tenantry::ui {

/// Dresses TimelineListModel for CellDelegate.
class TimelineCells : public RowCells<audit::TimelineRow, models::TimelineListModel> {
  Q_OBJECT

public:
  /// The list outlives the cells.
  TimelineCells(const models::TimelineListModel &list, const Zone &zone)
      : m_list(list), m_zone(zone) {}

  void setZone(const Zone &zone) { m_zone = zone; }
  [[nodiscard]] const Zone &zone() const { return m_zone; }

private:
  [[nodiscard]] CellKind kind(int column) const override;
  [[nodiscard]] QVariant cell(const audit::TimelineRow &row, int column, int role) const override;
  [[nodiscard]] QVariant what(const audit::TimelineRow &row, int role) const;
  [[nodiscard]] TimelineText text(const audit::TimelineRow &row) const;
  [[nodiscard]] QStringList details(const audit::TimelineRow &row) const;

  const models::TimelineListModel &m_list;
  Zone m_zone;
};

} // namespace tenantry::ui
