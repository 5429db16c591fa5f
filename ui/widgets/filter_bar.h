// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace tenantry::ui {

/// The bar over a list: what narrows it on the left, how much that leaves on the right, and at its
/// end what can be done there. Where there is no room for all, what can be done is in a menu, and
/// filters go on in further rows.
class FilterBar : public QWidget {
  Q_OBJECT

public:
  explicit FilterBar(const QList<QWidget *> &filters, QWidget *result = nullptr);

  /// They become the bar's; the menu has their ButtonActions.
  void setActs(const QList<QPushButton *> &acts);
  [[nodiscard]] QPushButton *menuButton() const { return m_menu; } ///< null: there are no acts
  [[nodiscard]] QList<QAction *> offered() const;                  ///< what the menu has
  [[nodiscard]] QSize minimumSizeHint() const override;

protected:
  void resizeEvent(QResizeEvent *event) override;
  bool event(QEvent *event) override;

private:
  void arrange();
  void popUp();
  [[nodiscard]] bool isFolded() const; ///< its acts have no room
  [[nodiscard]] int widthOfFilters() const;

  QList<QWidget *> m_filters;
  QWidget *m_result;
  QList<QPushButton *> m_acts;
  QPushButton *m_menu = nullptr; ///< in the place of the acts
  QVBoxLayout *m_rows;
  QList<qsizetype> m_breaks; ///< how many filters each row has
};

} // namespace tenantry::ui
