// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/paging/held_rows.h"

namespace tenantry::models {

/// A column of a list, and what stands in it as spreadsheets read it: days as ISO 8601 has them,
/// amounts with a point.
template <typename Row> struct ListColumn {
  QString key; ///< PagedListModel::columnKeys; empty: it goes with the one before it into files
  QString title;
  std::function<QString(const Row &)> text; ///< also used on other threads
};

/// The columns of a list, said once: from them come their keys, heads, cells and files. A list sets
/// them where it is made, in the order of its enum; how a cell looks is the pane's.
template <typename Row, typename Cursor> class ColumnRows : public HeldRows<Row, Cursor> {
public:
  /// A row, wherever in it; nothing where it was let go.
  static constexpr int RowRole = Qt::UserRole + 1;

  QStringList columnKeys() const override {
    QStringList keys;
    for (const auto &column : m_columns)
      keys += column.front().key;
    return keys;
  }
  int columnCount(const QModelIndex &parent = {}) const override {
    return parent.isValid() ? 0 : int(m_columns.size());
  }
  QVariant data(const QModelIndex &index, int role) const override {
    const auto *row = this->rowAt(index);
    if (!row)
      return {};
    if (role == RowRole)
      return QVariant::fromValue(*row);
    return role == Qt::DisplayRole ? QVariant(at(index.column()).front().text(*row)) : QVariant();
  }
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 ||
        section >= columnCount())
      return QAbstractTableModel::headerData(section, orientation, role);
    return at(section).front().title;
  }

protected:
  using HeldRows<Row, Cursor>::HeldRows;
  using Columns = std::vector<ListColumn<Row>>;
  using Cells = std::function<QStringList(const Row &)>;

  /// `always` is what every file has behind the columns that are shown.
  void setColumns(Columns columns, Columns always = {}) {
    m_columns.clear();
    for (auto &column : columns) {
      if (!column.key.isEmpty())
        m_columns.emplace_back();
      m_columns.back().push_back(std::move(column));
    }
    m_always = std::move(always);
  }
  [[nodiscard]] QStringList exportTitles(const QList<int> &columns) const {
    QStringList titles;
    for (const auto &field : fields(columns))
      titles += field.title;
    return titles;
  }
  [[nodiscard]] Cells exportCells(const QList<int> &columns) const {
    return [fields = fields(columns)](const Row &row) {
      QStringList cells;
      for (const auto &field : fields)
        cells += field.text(row);
      return cells;
    };
  }

private:
  [[nodiscard]] const Columns &at(int column) const {
    return m_columns[static_cast<std::size_t>(column)];
  }
  [[nodiscard]] Columns fields(const QList<int> &columns) const {
    Columns fields;
    for (const int column : columns)
      fields.insert(fields.end(), at(column).begin(), at(column).end());
    fields.insert(fields.end(), m_always.begin(), m_always.end());
    return fields;
  }

  std::vector<Columns> m_columns; ///< each with what goes with it into files
  Columns m_always;
};

} // namespace tenantry::models
