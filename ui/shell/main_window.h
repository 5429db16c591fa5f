// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/shell/pane.h"

class QStackedWidget;

namespace tenantry::ui {

class Banner;
class Sidebar;
class StartView;
class StatusBar;

/// The one window: sidebar, the pane that is open, status bar. Panes are given to it; it knows none
/// of them. Ctrl+1… choose a pane, Ctrl+F its filter, F5 loads anew, Esc and Alt+Left go back.
class MainWindow : public QWidget {
  Q_OBJECT

public:
  explicit MainWindow(QWidget *parent = nullptr);

  [[nodiscard]] StartView *startView() const { return m_start; }
  [[nodiscard]] StatusBar *statusBar() const { return m_statusBar; }
  [[nodiscard]] Sidebar *sidebar() const { return m_sidebar; }

  void addPane(Pane *pane, const QString &group = {});
  [[nodiscard]] Pane *currentPane() const;
  [[nodiscard]] Place place() const { return m_place; }

  void open(const Place &place);
  /// Off-line, a banner says since when; what is shown stays.
  void setConnection(bool connected, Instant now);
  void showError(const Error &error); ///< of a command, at the bottom right

protected:
  void resizeEvent(QResizeEvent *event) override;

private:
  struct Entry {
    Pane *pane;
    Place place; ///< where it was left
  };
  void addShortcuts();
  void addShortcut(const QKeySequence &keys, const QString &name, void (MainWindow::*act)());
  void choose(int entry);
  void arrive(const Place &place);
  void goBack();
  void goForward();
  void reload();
  void focusFilter();
  void stepBack();
  void pastePlace();
  void copyPlace();

  Sidebar *m_sidebar;
  Banner *m_banner;
  StatusBar *m_statusBar;
  StartView *m_start;
  QStackedWidget *m_content;
  QList<Entry> m_entries;
  Place m_place;
  QList<Place> m_back;
  QList<Place> m_forward;
  bool m_isReturning = false;
  bool m_wasConnected = false;
};

} // namespace tenantry::ui
