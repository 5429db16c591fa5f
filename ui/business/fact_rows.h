// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/money.h"
#include "ui/theme/tone.h"
#include "ui/widgets/cell_roles.h"
#include <QAbstractTableModel>
#include <optional>
#include <vector>

namespace tenantry::ui {

/// One cell of FactRows: a word, an amount or a count.
struct Fact {
  QString text{};
  std::optional<Money> money{};
  std::optional<qint64> number{};
  Tone tone = Tone::Text; ///< of a badge
  QString help{};         ///< how it is computed; empty: the text itself where it is cut
};

/// A column of FactRows.
struct FactColumn {
  QString title;
  CellKind kind = CellKind::Text;
};

/// A few rows that are known as a whole, dressed for CellDelegate.
class FactRows : public QAbstractTableModel {
  Q_OBJECT

public:
  explicit FactRows(std::vector<FactColumn> columns, QObject *parent = nullptr);

  void setRows(std::vector<std::vector<Fact>> rows); ///< each with a cell for every column

  int rowCount(const QModelIndex &parent = {}) const override;
  int columnCount(const QModelIndex &parent = {}) const override;
  QVariant data(const QModelIndex &index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
  const std::vector<FactColumn> m_columns;
  std::vector<std::vector<Fact>> m_rows;
};

} // namespace tenantry::ui
