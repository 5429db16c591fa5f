// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"
#include "ui/shell/banner.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/start_view.h"
#include "ui/shell/status_bar.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/format.h"
#include "ui/widgets/toast.h"
#include <QBoxLayout>
#include <QClipboard>
#include <QDateTime>
#include <QGuiApplication>
#include <QShortcut>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {
constexpr QSize firstSize(1440, 900), smallest(900, 600);
constexpr int roomForNames = 1160; ///< below, the sidebar shows icons alone
constexpr qsizetype longestHistory = 100;
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
  addShortcuts();
}

void MainWindow::addShortcut(const QKeySequence &keys, const QString &name,
                             void (MainWindow::*act)()) {
  auto *shortcut = new QShortcut(keys, this);
  shortcut->setWhatsThis(name);
  connect(shortcut, &QShortcut::activated, this, act);
}

void MainWindow::addShortcuts() {
  addShortcut(QKeySequence::Refresh, tr("Load anew"), &MainWindow::reload);
  addShortcut(QKeySequence::Find, tr("Filter"), &MainWindow::focusFilter);
  addShortcut(Qt::Key_Escape, tr("Back"), &MainWindow::stepBack);
  addShortcut(Qt::ALT | Qt::Key_Left, tr("Back"), &MainWindow::goBack);
  addShortcut(Qt::ALT | Qt::Key_Right, tr("Forward"), &MainWindow::goForward);
  addShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_C, tr("Copy link"), &MainWindow::copyPlace);
  addShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_V, tr("Open the copied link"),
              &MainWindow::pastePlace);
}

void MainWindow::addPane(Pane *pane, const QString &group) {
  const int number = int(m_entries.size());
  const QKeySequence keys(Qt::CTRL | Qt::Key(Qt::Key_1 + number));
  m_entries.append({pane, pane->home()});
  m_content->addWidget(pane);
  if (!group.isEmpty())
    m_sidebar->addGroup(group);
  m_sidebar->addEntry(pane->title(), pane->iconName(), keys);
  connect(new QShortcut(keys, this), &QShortcut::activated, this,
          [this, number] { m_sidebar->select(number); });
  connect(pane, &Pane::placeRequested, this, &MainWindow::open);
  connect(pane, &Pane::placeChanged, this, [this, pane](const Place &place) {
    if (pane == currentPane())
      arrive(place);
  });
  connect(pane, &Pane::countChanged, this, [this, number](qint64 count, bool isAtLeast) {
    m_sidebar->setCount(number, formatNumber(count, locale()) + (isAtLeast ? u"+"_s : QString()));
  });
}

Pane *MainWindow::currentPane() const { return qobject_cast<Pane *>(m_content->currentWidget()); }

void MainWindow::choose(int entry) {
  if (m_entries[entry].pane == currentPane())
    return;
  open(m_entries[entry].place);
}

void MainWindow::open(const Place &place) {
  for (int i = 0; i < m_entries.size(); ++i) {
    if (!m_entries[i].pane->holds(place))
      continue;
    m_content->setCurrentWidget(m_entries[i].pane);
    m_sidebar->select(i);
    m_entries[i].pane->open(place);
    return arrive(place);
  }
}

/// Where one is goes into the history once; the pane remembers it for its next visit.
void MainWindow::arrive(const Place &place) {
  for (auto &entry : m_entries)
    if (entry.pane == currentPane())
      entry.place = place;
  if (place == m_place)
    return;
  if (!m_isReturning) {
    m_back.append(m_place);
    if (m_back.size() > longestHistory)
      m_back.removeFirst();
    m_forward.clear();
  }
  m_place = place;
}

void MainWindow::goBack() {
  if (m_back.isEmpty())
    return;
  m_forward.append(m_place);
  m_isReturning = true;
  open(m_back.takeLast());
  m_isReturning = false;
}

void MainWindow::goForward() {
  if (m_forward.isEmpty())
    return;
  m_back.append(m_place);
  m_isReturning = true;
  open(m_forward.takeLast());
  m_isReturning = false;
}

void MainWindow::resizeEvent(QResizeEvent *event) {
  QWidget::resizeEvent(event);
  m_sidebar->setCompact(width() < roomForNames);
}

void MainWindow::setConnection(bool connected, Instant now) {
  using namespace std::chrono;
  m_statusBar->setConnection(connected);
  const auto time =
      QDateTime::fromMSecsSinceEpoch(duration_cast<milliseconds>(now.time_since_epoch()).count())
          .time();
  if (connected)
    m_banner->setText({});
  else if (m_wasConnected)
    m_banner->setText(tr("No connection to the database since %1. What you see may be out of date; "
                         "it is read anew as soon as the database answers.")
                          .arg(locale().toString(time, QLocale::ShortFormat)));
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

void MainWindow::copyPlace() { QGuiApplication::clipboard()->setText(m_place.link()); }

void MainWindow::pastePlace() {
  const auto place = Place::parse(QGuiApplication::clipboard()->text());
  if (place)
    open(*place);
  else
    showError(place.error());
}

void MainWindow::showError(const Error &error) {
  Toast::present(this, {error.message, error.code, Tone::Danger}, height::statusBar);
}

} // namespace tenantry::ui
