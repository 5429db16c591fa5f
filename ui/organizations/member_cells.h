// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/organizations/member_list.h"
#include "services/core/zone.h"
#include "ui/lists/row_cells.h"

namespace tenantry::ui {

/// Dresses MemberList for CellDelegate.
class MemberCells : public RowCells<organizations::Membership, models::MemberList> {
  Q_OBJECT

public:
  explicit MemberCells(Zone zone) : m_zone(std::move(zone)) {}
  void setZone(const Zone &zone) { m_zone = zone; } ///< of the organization

protected:
  [[nodiscard]] CellKind kind(int column) const override;
  [[nodiscard]] QVariant cell(const organizations::Membership &row, int column,
                              int role) const override;

private:
  Zone m_zone;
};

} // namespace tenantry::ui
