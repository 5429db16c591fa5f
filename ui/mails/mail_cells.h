// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/mails/mail_list_model.h"
#include "ui/lists/row_cells.h"

namespace tenantry::ui {

/// Dresses MailListModel for CellDelegate.
class MailCells : public RowCells<automation::MailRow, models::MailListModel> {
  Q_OBJECT

public:
  /// In the zone of the business.
  explicit MailCells(const Zone &zone) : m_zone(zone) {}

private:
  [[nodiscard]] CellKind kind(int column) const override;
  [[nodiscard]] QVariant cell(const automation::MailRow &row, int column, int role) const override;

  const Zone &m_zone;
};

} // namespace tenantry::ui
