// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/widgets/key_help.h"
#include <QHeaderView>
#include <QTableView>
#include <array>

namespace tenantry::ui {

enum class RowDensity { OneLine, TwoLine }; ///< 36 or 44 px

/// The console's table: whole rows hover and are selected, no grid, one column takes the spare
/// width. Keys, besides Qt's: J and K move, X marks the row and Shift+X all from the last mark,
/// Home and End go to the first and last row. Once rows are marked, moving keeps the marks.
class TableView : public QTableView, public AnswersKeys {
  Q_OBJECT

public:
  /// `name` is what screen readers call it.
  explicit TableView(const QString &name, RowDensity density = RowDensity::OneLine,
                     QWidget *parent = nullptr);

  void setModel(QAbstractItemModel *model) override;
  /// The one column that takes what the others leave.
  void setStretchColumn(int column);
  /// Fixes a column to its header or the widest text it will ever show, with padding: an elided
  /// number is a defect.
  void fitColumn(int column, const QString &widestText);
  /// Where the stretched column would be narrower than that, columns go: the first named first.
  void setColumnsToDrop(const QList<int> &columns, int leastWidth);
  void fitDayColumn(int column); ///< to the widest day of the view's locale
  /// A column that somebody does not want is hidden also where there is room.
  void setChosen(int column, bool isChosen);
  [[nodiscard]] bool isChosen(int column) const { return !m_unwanted.contains(column); }
  /// 0 of the one that takes what the others leave.
  [[nodiscard]] int chosenWidth(int column) const;
  void arrangeColumns(); ///< shows what is wanted and has room
  [[nodiscard]] int stretchColumn() const { return m_stretchColumn; }
  struct RowSpan {
    int first = 0;
    int last = 0; ///< of an empty table 0 as well
  };
  [[nodiscard]] RowSpan visibleRows() const;
  /// That row alone, as the current one. (selectRow of Qt 6.4 finds no column at all in a window
  /// that reads from the right.)
  void chooseRow(int row);
  /// What stands there is about to be replaced.
  void setFaded(bool isFaded);
  [[nodiscard]] bool isFaded() const { return m_isFaded; }
  [[nodiscard]] int hoverRow() const { return m_hoverRow; }
  [[nodiscard]] QList<KeyHelp> keyHelp() const override;
  /// Whoever listens to selectAllRequested says what all is.
  void selectAll() override;

Q_SIGNALS:
  void selectAllRequested();
  void columnSized(int column); ///< by somebody who drags

protected:
  QItemSelectionModel::SelectionFlags
  selectionCommand(const QModelIndex &index, const QEvent *event = nullptr) const override;
  void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
  void paintEvent(QPaintEvent *event) override;
  void mousePressEvent(QMouseEvent *event) override;
  void resizeEvent(QResizeEvent *event) override;
  void keyPressEvent(QKeyEvent *event) override;
  void mouseMoveEvent(QMouseEvent *event) override;
  bool viewportEvent(QEvent *event) override;
  void scrollContentsBy(int dx, int dy) override;
  void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
  void focusInEvent(QFocusEvent *event) override;
  void focusOutEvent(QFocusEvent *event) override;

private:
  void setHoverRow(int row);
  void hoverUnderCursor();
  void updateRow(int row);
  void moveTo(int row);
  void toNext();
  void toPrevious();
  void toFirst();
  void toLast();
  void markRow();
  void markRange();
  struct OwnKey {
    QKeyCombination keys;
    const char *name;
    void (TableView::*act)();
  };
  [[nodiscard]] static const std::array<OwnKey, 6> &ownKeys();
  void setUpHeaders(RowDensity density);

  int m_hoverRow = -1;
  bool m_isMarking = false;
  bool m_isFaded = false;
  QPersistentModelIndex m_lastMark;
  int m_stretchColumn = 0;
  QList<int> m_columnsToDrop;
  QSet<int> m_unwanted;
  QMap<int, int> m_widths; ///< also of columns that are hidden
  int m_leastWidth = 0;
};

} // namespace tenantry::ui
