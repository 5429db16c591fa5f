// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/paging/row_selection.h"
#include <QWidget>

class QHBoxLayout;
class QPushButton;

namespace tenantry::ui {

class ElidedLabel;
class Label;

/// Below a list while several rows are selected: how many, whether that is the page or all that
/// match, and what can be done with them.
class SelectionBar : public QWidget {
  Q_OBJECT

public:
  SelectionBar(models::RowSelection &selection, models::PagedListModel &list);

  /// What the selected rows come to is said: the sum of that column of amounts.
  void setSummed(int column);
  void addAction(QWidget *action); ///< before the button that ends the selection
  [[nodiscard]] QPushButton *choice() const { return m_choice; }
  [[nodiscard]] QString text() const;
  [[nodiscard]] QString sum() const; ///< empty: it is not known, or of too many currencies
  /// The pages that these rows are on; where that is selected already, all that match.
  void selectAll(int firstShown, int lastShown);

Q_SIGNALS:
  void endRequested();

protected:
  void paintEvent(QPaintEvent *event) override;
  void resizeEvent(QResizeEvent *event) override;
  bool event(QEvent *event) override;

private:
  void showSelection();
  void choose();
  void selectPage(int firstShown, int lastShown);
  void showSum();
  void arrange(); ///< the sum where there is room for it
  [[nodiscard]] QString words() const;
  [[nodiscard]] bool isEverything() const;

  models::RowSelection &m_selection;
  models::PagedListModel &m_list;
  ElidedLabel *m_text;
  Label *m_sum;
  QPushButton *m_choice;
  QHBoxLayout *m_row;
  int m_firstShown = 0, m_lastShown = 0; ///< when all was asked for
  bool m_isPage = false;
  int m_summed = -1; ///< the column
};

} // namespace tenantry::ui
