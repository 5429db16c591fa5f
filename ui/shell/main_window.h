// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/shell/notifications.h"
#include "ui/shell/pane.h"
#include "ui/shell/window_memory.h"
#include <QPointer>

class QStackedWidget;

namespace tenantry::models {
class Connection;
struct PaletteEntry;
} // namespace tenantry::models

namespace tenantry::ui {

class Banner;
class KeyList;
class NotificationList;
class Palette;
class Sidebar;
class StartView;
class StatusBar;

/// A window of the console: sidebar, the pane that is open, status bar. Panes are given to it; it
/// knows none of them. What it can do are its actions, and those of the open pane: palette, list of
/// keys and shortcuts are made from them.
class MainWindow : public QWidget {
  Q_OBJECT

public:
  explicit MainWindow(QWidget *parent = nullptr);

  [[nodiscard]] StartView *startView() const { return m_start; }
  [[nodiscard]] StatusBar *statusBar() const { return m_statusBar; }
  [[nodiscard]] Sidebar *sidebar() const { return m_sidebar; }
  /// What its toasts have said.
  [[nodiscard]] Notifications &notifications() { return m_notifications; }
  NotificationList *showNotifications();                       ///< deletes itself when it is closed
  [[nodiscard]] Palette *palette() const { return m_palette; } ///< none before connectSearch

  void addPane(Pane *pane, const QString &group = {});
  [[nodiscard]] Pane *currentPane() const;
  [[nodiscard]] Place place() const { return m_history.current().value_or(Place()); }
  /// From now on Ctrl+K finds records there, and days and times are those of its zone.
  void connectSearch(models::Connection &connection);

  void open(const Place &place);
  void search(const QString &text = {}); ///< opens the palette
  KeyList *showKeys();                   ///< deletes itself when it is closed
  /// As it was before a restart, but for the place, which is opened as any other.
  void restore(const WindowMemory &memory);
  [[nodiscard]] WindowMemory memory() const;
  void notify(const QString &what, const QString &where); ///< at the bottom right
  /// Off-line, a banner says since when; what is shown stays.
  void setConnection(bool connected, Instant now);
  void showError(const Error &error); ///< of a command, at the bottom right

Q_SIGNALS:
  void windowRequested(const tenantry::ui::Place &place); ///< in a window of its own
  void placeChanged(const tenantry::ui::Place &place);
  void closing();
  void memoryChanged(); ///< what is worth keeping for the next start

protected:
  bool event(QEvent *event) override;
  void moveEvent(QMoveEvent *event) override;
  void closeEvent(QCloseEvent *event) override;
  void resizeEvent(QResizeEvent *event) override;
  bool eventFilter(QObject *watched, QEvent *event) override;

private:
  struct Entry {
    Pane *pane;
    Place place; ///< where it was left
    QAction *command = nullptr;
    QList<Pin> pins{};
  };
  void addCommands();
  QAction *addCommand(const QString &name, const QString &iconName, const QKeySequence &keys,
                      void (MainWindow::*act)());
  void addPaneCommand(int entry);
  [[nodiscard]] std::vector<models::PaletteEntry> offers();
  [[nodiscard]] std::vector<models::PaletteEntry> partsOf(const models::PaletteEntry &record) const;
  void follow(const models::PaletteEntry &entry, bool inOwnWindow);
  void doWanted();
  void showHistory();
  void showTitle();
  void showSidebar();
  void toggleSidebar();
  void toNextArea() { stepArea(1); }
  void toPreviousArea() { stepArea(-1); }
  void stepArea(int by);
  void choose(int entry);
  void takePins(int entry, const QList<Pin> &pins);
  void markPlace(int entry, const Place &place);
  void arrive(const Place &place);
  void note(const Place &place);
  void followFilter(const Pane &pane);
  void goBack();
  void goForward();
  void returnTo(const std::optional<Place> &place);
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
  Palette *m_palette = nullptr;
  QAction *m_goBack = nullptr;
  QAction *m_goForward = nullptr;
  QList<QAction *> m_notOffered;      ///< what has no place in the palette
  QList<QPointer<QAction>> m_offered; ///< what the palette shows, by its key
  struct Wanted {
    QPointer<QAction> act;
    Place record;
  };
  Wanted m_wanted; ///< done as soon as that record, which was opened for it, is read
  Notifications m_notifications;
  const Clock *m_clock = nullptr; ///< the connection's
  History m_history;
  bool m_isOpening = false, m_isReturning = false;
  bool m_isSidebarNarrow = false; ///< by choice; a narrow window has no other
  bool m_wasConnected = false;
};

} // namespace tenantry::ui
