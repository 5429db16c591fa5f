// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/paging/paged_list_model.h"
#include <QItemSelectionModel>
#include <QSet>

namespace tenantry::models {

/// Which rows of a list are selected: known by what they are and not by where they stand, so that a
/// selection outlives refreshes, another order, and pages that leave the memory. All that match are
/// the list's filter and the rows left out, however many they are. Another filter ends it.
class RowSelection : public QItemSelectionModel {
  Q_OBJECT

public:
  enum class Reach { Rows, AllMatching };
  static constexpr qsizetype mostKeys = 10'000;

  /// `rows` are the list's own or dress them row by row.
  RowSelection(QAbstractItemModel &rows, PagedListModel &list, QObject *parent = nullptr);

  [[nodiscard]] Reach reach() const { return m_reach; }
  [[nodiscard]] bool isEmpty() const { return m_reach == Reach::Rows && m_keys.isEmpty(); }
  /// The rows selected; with AllMatching those left out.
  [[nodiscard]] const QSet<QString> &keys() const { return m_keys; }
  /// Of all that match as the list counts them, capped; −1: it does not know yet.
  [[nodiscard]] qint64 count() const;
  /// Some rows of a range were not in memory, or too many: they are not selected.
  [[nodiscard]] bool isCutShort() const { return m_isCutShort; }

  void selectAllMatching();
  void selectOnly(int first, int last); ///< these rows and no others

  using QItemSelectionModel::select;
  void select(const QItemSelection &selection, SelectionFlags command) override;
  void reset() override;

Q_SIGNALS:
  void chosenChanged();

private:
  void take(const QItemSelection &rows, bool isSelected);
  void rebuild();
  void show(int first, int last);
  void clearKeys();
  [[nodiscard]] bool holds(const QString &key) const;

  PagedListModel &m_list;
  Reach m_reach = Reach::Rows;
  QSet<QString> m_keys;
  bool m_isCutShort = false;
  bool m_isEnding = false;   ///< with the rows that are there: other ones match
  bool m_isChoosing = false; ///< the keys follow the rows: somebody selects
  bool m_isShowing = false;  ///< the rows follow the keys
};

} // namespace tenantry::models
