// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QTabBar>

class QAction;
class QPushButton;
class QStackedWidget;

namespace tenantry::ui {

/// The parts of a pane or record, as words over the one that is shown. Where there is little room
/// they move together, and those that have none stand in a menu at the end: no word is cut.
class TabStrip : public QTabBar {
  Q_OBJECT

public:
  /// `name` is for screen readers; the pages follow the tabs.
  TabStrip(const QString &name, QStackedWidget *pages);

  void addPart(const QString &title, QWidget *page);
  [[nodiscard]] QWidget *inRow(); ///< with the distance that a header keeps
  [[nodiscard]] QPushButton *more() const { return m_more; } ///< opens the menu; hidden: all stand
  [[nodiscard]] QList<int> inMenu() const;                   ///< tabs

  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

protected:
  void resizeEvent(QResizeEvent *event) override;

private:
  void arrange();
  void popUp();
  [[nodiscard]] QList<int> withRoom() const;

  QStackedWidget *m_pages;
  QPushButton *m_more;
};

} // namespace tenantry::ui
