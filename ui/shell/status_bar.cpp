// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/status_bar.h"
#include "ui/shell/work_list.h"
#include "ui/shell/work_row.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button_action.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/format.h"
#include "ui/widgets/label.h"
#include "ui/widgets/status_dot.h"
#include <QActionGroup>
#include <QHBoxLayout>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <tuple>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tenantry::ui {

namespace {

/// The database is asked every five seconds.
constexpr auto syncedTurn = 5s, syncedAtOnce = 12s;

Label *makeText(Tone tone) {
  auto *label = new Label({}, TextStyle::Meta, tone);
  label->setFigures(Figures::Tabular);
  return label;
}

} // namespace

StatusBar::StatusBar(QWidget *parent)
    : Surface(Kind::Sidebar, parent), m_dot(new StatusDot(Tone::Neutral)),
      m_connection(makeText(Tone::Text2)), m_latency(makeText(Tone::Muted)),
      m_synced(makeText(Tone::Muted)), m_database(makeText(Tone::Muted)),
      m_zone(makeText(Tone::Muted)),
      m_cancel(makeSmallButton(u"x"_s, tr("Cancel what is running"))),
      m_all(makeSmallButton(u"dots"_s, tr("What is running"))), m_work(new WorkRow(m_cancel)),
      m_list(new WorkList(this)), m_bell(makeSmallButton(u"bell"_s, tr("Notifications"))),
      m_unread(makeText(Tone::Text2)), m_appearance(makeSmallButton(u"moon"_s, tr("Appearance"))) {
  setFixedHeight(height::statusBar);
  auto *row = new QHBoxLayout(this);
  row->setContentsMargins(space::x4, 1, space::x3, 0);
  row->setSpacing(space::x2);
  row->addWidget(m_dot);
  row->addWidget(m_connection);
  row->addWidget(m_latency);
  row->addWidget(m_synced);
  row->addSpacing(space::x2);
  row->addWidget(m_database);
  row->addStretch();
  row->addWidget(m_work);
  row->addWidget(m_all);
  row->addSpacing(space::x2);
  row->addWidget(m_zone);
  row->addWidget(m_appearance);
  row->addWidget(m_bell);
  row->addWidget(m_unread);
  m_work->installEventFilter(this);
  connect(m_work, &WorkRow::cancelRequested, this, &StatusBar::cancelRequested);
  connect(m_list, &WorkList::cancelRequested, this, &StatusBar::cancelRequested);
  connect(m_all, &QPushButton::clicked, this, &StatusBar::listWork);
  addAction(new ButtonAction(m_all, icon(u"dots"_s), QKeySequence(Qt::Key_G, Qt::Key_W)));
  addAction(new ButtonAction(m_cancel, icon(u"x"_s), Qt::SHIFT | Qt::Key_Escape));
  addAction(new ButtonAction(m_bell, icon(u"bell"_s), QKeySequence(Qt::Key_G, Qt::Key_N)));
  connect(m_bell, &QPushButton::clicked, this, &StatusBar::notificationsRequested);
  addAction(new ButtonAction(m_appearance, icon(u"moon"_s), Qt::CTRL | Qt::SHIFT | Qt::Key_N));
  connect(m_appearance, &QPushButton::clicked, this, &StatusBar::askAppearance);
  addAppearances();
  setConnection(false);
  setLatency(std::nullopt);
  m_synced->hide();
  m_synced->setToolTip(
      tr("When the database answered last: what others changed until then is shown"));
  m_syncedTurn.setInterval(syncedTurn);
  m_syncedTurn.callOnTimeout(this, &StatusBar::showSynced);
  setZone({});
  setWork({});
  setUnread(0);
}

void StatusBar::setConnection(bool connected) {
  m_dot->setTone(connected ? Tone::Success : Tone::Warning);
  m_connection->setText(connected ? tr("Connected") : tr("Connecting…"));
  m_isConnected = connected;
  if (m_sinceSynced.isValid())
    showSynced();
}

void StatusBar::setLatency(std::optional<std::chrono::microseconds> latency) {
  m_latency->setVisible(latency.has_value());
  if (!latency)
    return;
  const auto whole = std::chrono::duration_cast<std::chrono::milliseconds>(*latency).count();
  m_latency->setText(whole < 1 ? tr("< 1 ms") : tr("%1 ms").arg(formatNumber(whole, locale())));
  m_latency->setToolTip(tr("The time that the database takes to answer"));
}

void StatusBar::setSynced() {
  m_sinceSynced.start();
  m_syncedTurn.start();
  showSynced();
}

/// A number that counts up all the time would only distract; without a connection each second
/// counts.
void StatusBar::showSynced() {
  const std::chrono::milliseconds since(m_sinceSynced.elapsed());
  m_synced->show();
  m_synced->setText(m_isConnected && since < syncedAtOnce ? tr("Synced")
                    : since < 1min ? tr("Synced %n s ago", nullptr, std::max(1, int(since / 1s)))
                                   : tr("Synced %n min ago", nullptr, int(since / 1min)));
}

void StatusBar::setDatabase(const QString &database, const QString &role) {
  m_database->setText(role.isEmpty() ? database : u"%1 · %2"_s.arg(database, role));
}

void StatusBar::setZone(const Zone &zone) {
  m_zone->setText(zone.id());
  m_zone->setToolTip(tr("Days and times are those of %1").arg(zone.id()));
}

void StatusBar::setWork(const QList<models::WorkItem> &items) {
  const auto why = items.isEmpty() ? tr("Nothing is running") : QString();
  m_work->setVisible(!items.isEmpty());
  m_all->setVisible(items.size() > 1);
  setBlocked(m_all, why);
  if (items.isEmpty())
    setBlocked(m_cancel, why);
  else
    m_work->show(items.front(), items.size() - 1);
  m_list->setWork(items);
}

void StatusBar::listWork() {
  if (m_work->isVisible())
    m_list->showAbove(*m_work);
}

bool StatusBar::eventFilter(QObject *watched, QEvent *event) {
  if (watched == m_work && event->type() == QEvent::MouseButtonRelease)
    listWork();
  return Surface::eventFilter(watched, event);
}

void StatusBar::setUnread(int notifications) {
  m_unread->setText(formatNumber(notifications, locale()));
  m_unread->setVisible(notifications > 0);
  m_bell->setAccessibleDescription(notifications > 0 ? tr("%n not read yet", nullptr, notifications)
                                                     : QString());
}

void StatusBar::setDark(bool dark) { m_appearance->setIcon(icon(dark ? u"sun"_s : u"moon"_s)); }

void StatusBar::addAppearances() {
  const std::tuple<QString, QString, Qt::Key> all[] = {
      {tr("Appearance as the system"), u"settings"_s, Qt::Key_S},
      {tr("Light appearance"), u"sun"_s, Qt::Key_L},
      {tr("Dark appearance"), u"moon"_s, Qt::Key_D}};
  auto *group = new QActionGroup(this);
  for (const auto &[name, iconName, key] : all) {
    auto *action = new QAction(icon(iconName), name, group);
    action->setCheckable(true);
    action->setIconVisibleInMenu(false); // the mark of the chosen one stands there
    action->setShortcut(QKeySequence(Qt::Key_M, key));
    const auto appearance = Appearance(m_appearances.size());
    connect(action, &QAction::triggered, this,
            [this, appearance] { Q_EMIT appearanceRequested(appearance); });
    m_appearances += action;
    addAction(action);
  }
}

void StatusBar::askAppearance() {
  auto *menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  menu->addActions(m_appearances);
  menu->popup(m_appearance->mapToGlobal(QPoint(0, -menu->sizeHint().height())));
  for (auto *action : std::as_const(m_appearances))
    if (action->isChecked())
      menu->setActiveAction(action);
}

void StatusBar::setAppearance(Appearance appearance) {
  m_appearances[qsizetype(appearance)]->setChecked(true);
}

void StatusBar::paintEvent(QPaintEvent *event) {
  Surface::paintEvent(event);
  QPainter painter(this);
  painter.fillRect(0, 0, width(), 1, Theme::of(this).border);
}

} // namespace tenantry::ui
