// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/ledger/ledger_book.h"
#include "ui/widgets/surface.h"
#include <QAbstractTableModel>

namespace tenantry::ui {

class Label;
class TableView;

/// The months of the books with how they stand, dressed for CellDelegate.
class MonthRows : public QAbstractTableModel {
  Q_OBJECT

public:
  enum Column { MonthColumn, StateColumn, ColumnCount };
  using QAbstractTableModel::QAbstractTableModel;

  void set(const std::vector<billing::BookMonth> &months);
  [[nodiscard]] std::optional<std::chrono::year_month> monthAt(int row) const;
  [[nodiscard]] int rowOf(std::chrono::year_month month) const; ///< −1: it is none of them

  int rowCount(const QModelIndex &parent = {}) const override;
  int columnCount(const QModelIndex &parent = {}) const override;
  QVariant data(const QModelIndex &index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
  std::vector<billing::BookMonth> m_months;
};

/// The months beside the books: the one chosen is looked at, with who closed it and opened it
/// again.
class MonthsColumn : public Surface {
  Q_OBJECT

public:
  explicit MonthsColumn(QWidget *parent = nullptr);

  void show(const models::BookFacts &facts, const Zone &zone);
  using QWidget::show;
  [[nodiscard]] TableView *table() const { return m_table; }
  [[nodiscard]] QString history() const; ///< what stands there of the chosen month

Q_SIGNALS:
  void monthChosen(std::chrono::year_month month);

private:
  MonthRows *m_rows;
  TableView *m_table;
  Label *m_history;
  bool m_isShowing = false;
};

} // namespace tenantry::ui
