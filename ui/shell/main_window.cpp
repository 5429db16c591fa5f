// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"
#include "ui/shell/banner.h"
#include "ui/shell/focus_areas.h"
#include "ui/shell/key_list.h"
#include "ui/shell/notification_list.h"
#include "ui/shell/palette.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/start_view.h"
#include "ui/shell/status_bar.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/format.h"
#include "ui/widgets/refusal_text.h"
#include "ui/widgets/toast.h"
#include <QAction>
#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QDateTime>
#include <QMouseEvent>
#include <QScopedValueRollback>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {
constexpr QSize firstSize(1440, 900), smallest(900, 600);
constexpr int digits = 9;
constexpr int roomForNames = 1160; ///< below, the sidebar shows icons alone

/// On the wall where the console stands.
QTime timeOf(Instant instant) {
  using namespace std::chrono;
  const auto since = duration_cast<milliseconds>(instant.time_since_epoch());
  return QDateTime::fromMSecsSinceEpoch(since.count()).time();
}
} // namespace

MainWindow::MainWindow(QWidget *parent)
    : QWidget(parent), m_sidebar(new Sidebar), m_banner(new Banner), m_statusBar(new StatusBar),
      m_start(new StartView), m_content(new QStackedWidget) {
  setWindowTitle(tr("Tenantry"));
  setMinimumSize(smallest);
  resize(firstSize);
  m_content->addWidget(m_start);
  auto *upper = new QHBoxLayout;
  upper->setSpacing(0);
  upper->addWidget(m_sidebar);
  auto *right = new QVBoxLayout;
  right->setSpacing(0);
  right->addWidget(m_banner);
  right->addWidget(m_content, 1);
  upper->addLayout(right, 1);
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addLayout(upper, 1);
  layout->addWidget(m_statusBar);
  connect(m_sidebar, &Sidebar::entryChosen, this, &MainWindow::choose);
  connect(m_statusBar, &StatusBar::notificationsRequested, this, [this] { showNotifications(); });
  connect(&m_notifications, &Notifications::unreadChanged, this,
          [this] { m_statusBar->setUnread(m_notifications.unread()); });
  connect(m_sidebar, &Sidebar::pinChosen, this,
          [this](int entry, int pin) { open(m_entries[entry].pins.at(pin).place); });
  addCommands();
  m_sidebar->setNavigation(m_goBack, m_goForward);
  connect(m_sidebar, &Sidebar::searchRequested, this, [this] { search(); });
  // The side buttons of a mouse work over every part of the window.
  QCoreApplication::instance()->installEventFilter(this);
}

QAction *MainWindow::addCommand(const QString &name, const QString &iconName,
                                const QKeySequence &keys, void (MainWindow::*act)()) {
  auto *command = new QAction(icon(iconName), name, this);
  command->setShortcut(keys);
  if (act)
    connect(command, &QAction::triggered, this, act);
  addAction(command);
  return command;
}

void MainWindow::addCommands() {
  auto *search = addCommand(tr("Search"), u"search"_s, Qt::CTRL | Qt::Key_K, nullptr);
  connect(search, &QAction::triggered, this, [this] { this->search(); });
  m_goBack = addCommand(tr("Back"), u"chevron-left"_s, Qt::ALT | Qt::Key_Left, &MainWindow::goBack);
  m_goForward = addCommand(tr("Forward"), u"chevron-right"_s, Qt::ALT | Qt::Key_Right,
                           &MainWindow::goForward);
  auto *leave = addCommand(tr("Leave what is open"), u"x"_s, Qt::Key_Escape, &MainWindow::stepBack);
  addCommand(tr("Load anew"), u"refresh"_s, QKeySequence::Refresh, &MainWindow::reload);
  addCommand(tr("Filter this pane"), u"filter"_s, QKeySequence::Find, &MainWindow::focusFilter);
  addCommand(tr("Copy link"), u"copy"_s, Qt::CTRL | Qt::Key_L, &MainWindow::copyPlace);
  addCommand(tr("Open the copied link"), u"external-link"_s, Qt::CTRL | Qt::SHIFT | Qt::Key_V,
             &MainWindow::pastePlace);
  auto *ownWindow = addCommand(tr("Open in a window of its own"), u"external-link"_s,
                               Qt::CTRL | Qt::SHIFT | Qt::Key_O, nullptr);
  connect(ownWindow, &QAction::triggered, this, [this] { Q_EMIT windowRequested(place()); });
  addCommand(tr("Narrow or wide sidebar"), u"minus"_s, Qt::CTRL | Qt::Key_B,
             &MainWindow::toggleSidebar);
  addCommand(tr("Next part of the window"), u"chevron-right"_s, Qt::Key_F6,
             &MainWindow::toNextArea);
  addCommand(tr("Part of the window before"), u"chevron-left"_s, Qt::SHIFT | Qt::Key_F6,
             &MainWindow::toPreviousArea);
  auto *keys = addCommand(tr("Keys"), u"info"_s, Qt::Key_Question, nullptr);
  connect(keys, &QAction::triggered, this, [this] { showKeys(); });
  m_notOffered = {search, leave};
  showHistory();
}

void MainWindow::addPane(Pane *pane, const QString &group) {
  const int number = int(m_entries.size());
  m_entries.append({pane, pane->home()});
  m_content->addWidget(pane);
  if (!group.isEmpty())
    m_sidebar->addGroup(group);
  addPaneCommand(number);
  connect(pane, &Pane::placeRequested, this, &MainWindow::open);
  connect(pane, &Pane::settled, this, &MainWindow::showTitle); // a record has a name by then
  connect(pane, &Pane::settled, this, &MainWindow::doWanted);
  connect(pane, &Pane::placeChanged, this, [this, pane](const Place &place) {
    if (pane == currentPane() && !m_isOpening) // it says where it is by then
      arrive(pane->narrowedTo(place));
  });
  connect(pane, &Pane::narrowed, this, [this, pane] { followFilter(*pane); });
  connect(pane, &Pane::pinsChanged, this,
          [this, number](const QList<Pin> &pins) { takePins(number, pins); });
  connect(pane, &Pane::countChanged, this, [this, pane, number](qint64 count, bool isAtLeast) {
    m_sidebar->setCount(number, formatCount(count, isAtLeast, locale()),
                        count > 0 ? pane->countTone() : Tone::Muted, pane->countFormula());
  });
}

/// Ctrl and a digit by its place, as far as there are digits, G and a letter by its name.
void MainWindow::addPaneCommand(int entry) {
  const auto *pane = m_entries[entry].pane;
  QList<QKeySequence> keys;
  if (!pane->letter().isNull())
    keys += QKeySequence(Qt::Key_G, Qt::Key(pane->letter().toUpper().unicode()));
  if (entry < digits)
    keys += QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + entry));
  m_sidebar->addEntry(pane->title(), pane->iconName(), keys.value(keys.size() - 1));
  auto *command = addCommand(tr("Go to %1").arg(pane->title()), pane->iconName(), {}, nullptr);
  command->setShortcuts(keys);
  connect(command, &QAction::triggered, this, [this, entry] { m_sidebar->select(entry); });
  m_entries[entry].command = command;
  m_notOffered.append(command); // but as a place
}

Pane *MainWindow::currentPane() const { return qobject_cast<Pane *>(m_content->currentWidget()); }

void MainWindow::choose(int entry) {
  if (m_entries[entry].pane != currentPane())
    open(m_entries[entry].place);
  else if (const auto outer = currentPane()->outermost(); outer || !place().view.isEmpty())
    open(outer.value_or(currentPane()->home()));
}

void MainWindow::takePins(int entry, const QList<Pin> &pins) {
  m_entries[entry].pins = pins;
  m_sidebar->setPins(entry, pins);
  if (m_entries[entry].pane == currentPane())
    markPlace(entry, place());
}

void MainWindow::markPlace(int entry, const Place &place) {
  const auto &pins = m_entries[entry].pins;
  const auto pin = std::find_if(pins.begin(), pins.end(), [&](const Pin &one) {
    return !place.view.isEmpty() && one.place.view == place.view;
  });
  m_sidebar->mark(entry, pin == pins.end() ? -1 : int(pin - pins.begin()));
}

void MainWindow::open(const Place &place) {
  m_wanted = {};
  for (int i = 0; i < m_entries.size(); ++i) {
    if (!m_entries[i].pane->holds(place))
      continue;
    // The focus of a pane that goes would land in some field of the one that comes.
    if (m_entries[i].pane != currentPane())
      m_content->setFocus(Qt::OtherFocusReason);
    m_content->setCurrentWidget(m_entries[i].pane);
    markPlace(i, place);
    {
      const QScopedValueRollback opening(m_isOpening, true);
      m_entries[i].pane->open(place);
    }
    return arrive(m_entries[i].pane->narrowedTo(place));
  }
}

/// The pane remembers it for its next visit.
void MainWindow::note(const Place &place) {
  for (int i = 0; i < m_entries.size(); ++i)
    if (m_entries[i].pane == currentPane()) {
      m_entries[i].place = place;
      if (place.kind != m_entries[i].pane->home().kind)
        m_entries[i].place.filter.clear(); // who was chosen in a record is not chosen again
      markPlace(i, place);
    }
}

/// By hand: the link that led here says no more what is shown. Beside a record that has a place of
/// its own that is the link of the list one came from: going back undoes no filter.
void MainWindow::followFilter(const Pane &pane) {
  if (m_isOpening || &pane != currentPane() || !m_history.current())
    return;
  const auto list = pane.home().kind;
  if (place().kind != list)
    m_history.replaceBehind([&](const Place &before) {
      return before.kind == list ? std::optional(pane.narrowedTo(before)) : std::nullopt;
    });
  const auto now = pane.narrowedTo(place());
  if (now == place())
    return;
  note(now);
  m_history.replace(now);
  Q_EMIT placeChanged(now);
  Q_EMIT memoryChanged();
}

/// Where one is goes into the history once.
void MainWindow::arrive(const Place &place) {
  note(place);
  showTitle();
  if (place == m_history.current())
    return;
  m_isReturning ? m_history.replace(place) : m_history.arrive(place);
  showHistory();
  Q_EMIT placeChanged(place);
  Q_EMIT memoryChanged();
}

/// Whose record one looks at is read where windows are listed, too.
void MainWindow::showTitle() {
  if (const auto *pane = currentPane())
    setWindowTitle(tr("%1 – Tenantry").arg(pane->heading()));
}

void MainWindow::goBack() { returnTo(m_history.goBack()); }

void MainWindow::goForward() { returnTo(m_history.goForward()); }

void MainWindow::returnTo(const std::optional<Place> &place) {
  if (!place)
    return;
  m_isReturning = true;
  open(*place);
  m_isReturning = false;
  showHistory();
  Q_EMIT placeChanged(*place);
  Q_EMIT memoryChanged();
}

void MainWindow::showHistory() {
  m_goBack->setEnabled(m_history.hasBack());
  m_goForward->setEnabled(m_history.hasForward());
}

bool MainWindow::eventFilter(QObject *watched, QEvent *event) {
  if (event->type() == QEvent::MouseButtonPress && watched->isWidgetType() &&
      static_cast<QWidget *>(watched)->window() == this) {
    const auto button = static_cast<QMouseEvent *>(event)->button();
    if (button == Qt::BackButton)
      return goBack(), true;
    if (button == Qt::ForwardButton)
      return goForward(), true;
  }
  return QWidget::eventFilter(watched, event);
}

void MainWindow::showSidebar() {
  m_sidebar->setCompact(m_isSidebarNarrow || width() < roomForNames);
}

void MainWindow::toggleSidebar() {
  m_isSidebarNarrow = !m_isSidebarNarrow;
  showSidebar();
  Q_EMIT memoryChanged();
}

KeyList *MainWindow::showKeys() {
  QList<KeySection> sections;
  if (const auto *pane = currentPane())
    sections.append(keysOf(pane->title(), pane));
  auto everywhere = keysOf(tr("Everywhere"), this);
  // What the pane has said already is not said again.
  if (!sections.isEmpty())
    everywhere.keys.removeIf([&](const KeyHelp &key) {
      const auto &said = sections.front().keys;
      return std::any_of(said.begin(), said.end(),
                         [&](const KeyHelp &one) { return one.keys == key.keys; });
    });
  sections.append(everywhere);
  auto *list = new KeyList(sections, this);
  list->open();
  return list;
}

NotificationList *MainWindow::showNotifications() {
  auto *list = new NotificationList(m_notifications, this);
  connect(list, &NotificationList::placeChosen, this, &MainWindow::open);
  list->open();
  return list;
}

bool MainWindow::event(QEvent *event) {
  if (event->type() == ToastShown::kind())
    m_notifications.add(static_cast<ToastShown *>(event)->message, place(),
                        m_clock ? timeOf(m_clock->now()) : QTime());
  return QWidget::event(event);
}

void MainWindow::stepArea(int by) {
  QList<QWidget *> areas{m_sidebar};
  if (auto *pane = currentPane())
    areas.append(pane->areas());
  focusNextArea(areas, by);
}

void MainWindow::restore(const WindowMemory &memory) {
  m_history = memory.history;
  m_isSidebarNarrow = memory.isSidebarNarrow;
  if (!memory.geometry.isEmpty())
    restoreGeometry(memory.geometry);
  showSidebar();
  showHistory();
}

WindowMemory MainWindow::memory() const { return {saveGeometry(), m_isSidebarNarrow, m_history}; }

void MainWindow::resizeEvent(QResizeEvent *event) {
  QWidget::resizeEvent(event);
  showSidebar();
  Q_EMIT memoryChanged();
}

void MainWindow::closeEvent(QCloseEvent *event) {
  Q_EMIT closing();
  QWidget::closeEvent(event);
}

void MainWindow::moveEvent(QMoveEvent *event) {
  QWidget::moveEvent(event);
  Q_EMIT memoryChanged();
}

void MainWindow::setConnection(bool connected, Instant now) {
  m_statusBar->setConnection(connected);
  if (connected)
    m_banner->setText({});
  else if (m_wasConnected)
    m_banner->setText(tr("No connection to the database since %1. What you see may be out of date; "
                         "it is read anew as soon as the database answers.")
                          .arg(locale().toString(timeOf(now), QLocale::ShortFormat)));
  m_wasConnected = m_wasConnected || connected;
}

/// Off-line there is nothing to load, and what is shown would be lost.
void MainWindow::reload() {
  if (!m_banner->isHidden())
    return;
  if (auto *pane = currentPane())
    pane->reload();
}

void MainWindow::focusFilter() {
  if (auto *pane = currentPane())
    pane->focusFilter();
}

void MainWindow::stepBack() {
  if (auto *pane = currentPane())
    pane->stepBack();
}

void MainWindow::copyPlace() {
  QGuiApplication::clipboard()->setText(place().link());
  notify(tr("Link copied"), place().link());
}

void MainWindow::pastePlace() {
  const auto place = Place::parse(QGuiApplication::clipboard()->text());
  if (place)
    open(*place);
  else
    showError(place.error());
}

void MainWindow::notify(const QString &what, const QString &where) {
  Toast::present(this, {what, where, Tone::Success}, height::statusBar);
}

void MainWindow::showError(const Error &error) {
  Toast::present(this, {said(error), error.code, Tone::Danger}, height::statusBar);
}

} // namespace tenantry::ui
