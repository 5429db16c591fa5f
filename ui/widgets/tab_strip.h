// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QTabBar>

class QStackedWidget;

namespace tenantry::ui {

/// The parts of a pane or record, as words over the one that is shown. Where there is little room
/// the words shrink, not what stands beside them.
class TabStrip : public QTabBar {
public:
  /// `name` is for screen readers; the pages follow the tabs.
  TabStrip(const QString &name, QStackedWidget *pages);

  void addPart(const QString &title, QWidget *page);
  [[nodiscard]] QWidget *inRow(); ///< with the distance that a header keeps

private:
  QStackedWidget *m_pages;
};

} // namespace tenantry::ui
