// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/ledger/journal_list_model.h"
#include "ui/lists/row_cells.h"

namespace tenantry::ui {

/// Dresses JournalListModel for CellDelegate.
class JournalCells : public RowCells<billing::JournalRow, models::JournalListModel> {
  Q_OBJECT

private:
  [[nodiscard]] CellKind kind(int column) const override;
  [[nodiscard]] CellKind kindAt(const QModelIndex &source) const override;
  [[nodiscard]] QVariant cell(const billing::JournalRow &row, int column, int role) const override;
};

} // namespace tenantry::ui
