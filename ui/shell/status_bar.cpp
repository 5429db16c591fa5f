// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/status_bar.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button_action.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/format.h"
#include "ui/widgets/icon_view.h"
#include "ui/widgets/label.h"
#include "ui/widgets/status_dot.h"
#include <QHBoxLayout>
#include <QPainter>
#include <QProgressBar>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

constexpr int barWidth = 96, barHeight = 4, buttonSide = 22;

Label *makeText(Tone tone) {
  auto *label = new Label({}, TextStyle::Meta, tone);
  label->setFigures(Figures::Tabular);
  return label;
}

QPushButton *makeSmall(const QString &icon, const QString &name) {
  auto *button = makeIconButton(icon, name, ButtonVariant::Ghost);
  button->setFixedSize(buttonSide, buttonSide);
  button->setIconSize({iconSize::cell, iconSize::cell});
  return button;
}

} // namespace

StatusBar::StatusBar(QWidget *parent)
    : Surface(Kind::Sidebar, parent), m_dot(new StatusDot(Tone::Neutral)),
      m_connection(makeText(Tone::Text2)), m_latency(makeText(Tone::Muted)),
      m_database(makeText(Tone::Muted)), m_zone(makeText(Tone::Muted)), m_work(new QWidget),
      m_title(makeText(Tone::Text2)), m_amount(makeText(Tone::Text2)), m_bar(new QProgressBar),
      m_cancel(makeSmall(u"x"_s, tr("Cancel what is running"))),
      m_bell(makeSmall(u"bell"_s, tr("Notifications"))), m_unread(makeText(Tone::Text2)),
      m_appearance(makeSmall(u"moon"_s, tr("Switch between light and dark"))) {
  setFixedHeight(height::statusBar);
  m_bar->setFixedSize(barWidth, barHeight);
  m_bar->setTextVisible(false);
  auto *work = new QHBoxLayout(m_work);
  work->setContentsMargins(0, 0, 0, 0);
  work->setSpacing(space::x2);
  work->addWidget(new IconView(u"refresh"_s, iconSize::cell, Tone::Muted));
  for (QWidget *part : std::initializer_list<QWidget *>{m_title, m_bar, m_amount, m_cancel})
    work->addWidget(part);
  auto *row = new QHBoxLayout(this);
  row->setContentsMargins(space::x4, 1, space::x3, 0);
  row->setSpacing(space::x2);
  row->addWidget(m_dot);
  row->addWidget(m_connection);
  row->addWidget(m_latency);
  row->addSpacing(space::x2);
  row->addWidget(m_database);
  row->addStretch();
  row->addWidget(m_work);
  row->addSpacing(space::x2);
  row->addWidget(m_zone);
  row->addWidget(m_appearance);
  row->addWidget(m_bell);
  row->addWidget(m_unread);
  connect(m_cancel, &QPushButton::clicked, this, [this] { Q_EMIT cancelRequested(m_key); });
  addAction(new ButtonAction(m_cancel, icon(u"x"_s), Qt::SHIFT | Qt::Key_Escape));
  addAction(new ButtonAction(m_bell, icon(u"bell"_s), QKeySequence(Qt::Key_G, Qt::Key_N)));
  connect(m_bell, &QPushButton::clicked, this, &StatusBar::notificationsRequested);
  addAction(new ButtonAction(m_appearance, icon(u"moon"_s), Qt::CTRL | Qt::SHIFT | Qt::Key_N));
  connect(m_appearance, &QPushButton::clicked, this, &StatusBar::appearanceSwitchRequested);
  setConnection(false);
  setLatency(std::nullopt);
  setZone({});
  setWork({});
  setUnread(0);
}

void StatusBar::setConnection(bool connected) {
  m_dot->setTone(connected ? Tone::Success : Tone::Warning);
  m_connection->setText(connected ? tr("Connected") : tr("Connecting…"));
}

void StatusBar::setLatency(std::optional<std::chrono::microseconds> latency) {
  m_latency->setVisible(latency.has_value());
  if (!latency)
    return;
  const auto whole = std::chrono::duration_cast<std::chrono::milliseconds>(*latency).count();
  m_latency->setText(whole < 1 ? tr("< 1 ms") : tr("%1 ms").arg(formatNumber(whole, locale())));
  m_latency->setToolTip(tr("The time that the database takes to answer"));
}

void StatusBar::setDatabase(const QString &database, const QString &role) {
  m_database->setText(role.isEmpty() ? database : u"%1 · %2"_s.arg(database, role));
}

void StatusBar::setZone(const Zone &zone) {
  m_zone->setText(zone.id());
  m_zone->setToolTip(tr("Days and times are those of %1").arg(zone.id()));
}

void StatusBar::setWork(const QList<models::WorkItem> &items) {
  m_work->setVisible(!items.isEmpty());
  if (items.isEmpty())
    setBlocked(m_cancel, tr("Nothing is running"));
  else
    showWork(items.front(), items.size() - 1);
}

void StatusBar::showWork(const models::WorkItem &item, qsizetype others) {
  m_key = item.key;
  m_title->setText(others > 0 ? tr("%1, and %2 more").arg(item.title).arg(others) : item.title);
  const bool known = item.total > 0;
  m_bar->setRange(0, known ? 1000 : 0);
  if (known)
    m_bar->setValue(int(item.done * 1000 / item.total));
  m_bar->setAccessibleName(item.title);
  m_amount->setText(
      known ? tr("%1 of %2")
                  .arg(formatNumber(item.done, locale()), formatNumber(item.total, locale()))
            : formatNumber(item.done, locale()));
  m_amount->setVisible(known || item.done > 0);
  setBlocked(m_cancel, item.isCancelling ? tr("It ends after the part at hand") : QString());
}

void StatusBar::setUnread(int notifications) {
  m_unread->setText(formatNumber(notifications, locale()));
  m_unread->setVisible(notifications > 0);
  m_bell->setAccessibleDescription(notifications > 0 ? tr("%n not read yet", nullptr, notifications)
                                                     : QString());
}

void StatusBar::setDark(bool dark) { m_appearance->setIcon(icon(dark ? u"sun"_s : u"moon"_s)); }

void StatusBar::paintEvent(QPaintEvent *event) {
  Surface::paintEvent(event);
  QPainter painter(this);
  painter.fillRect(0, 0, width(), 1, Theme::of(this).border);
}

} // namespace tenantry::ui
