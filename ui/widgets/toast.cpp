// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/toast.h"
#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/icon_view.h"
#include "ui/widgets/label.h"
#include <QAccessible>
#include <QApplication>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tenantry::ui {

namespace {

constexpr auto life = 6s;
constexpr int panelHeight = 60, roomForOther = 88;
constexpr QMargins shadowSpace(16, 8, 16, 16);

QString iconOf(Tone tone) {
  switch (tone) {
  case Tone::Success:
    return u"check-circle"_s;
  case Tone::Danger:
  case Tone::Warning:
    return u"alert-triangle"_s;
  default:
    return u"info"_s;
  }
}

} // namespace

QString undoKeys() { return QKeySequence(QKeySequence::Undo).toString(QKeySequence::NativeText); }

QEvent::Type ToastShown::kind() {
  static const int registered = QEvent::registerEventType();
  return Type(registered);
}

Toast *Toast::present(QWidget *host, const ToastMessage &message, int margin) {
  for (auto *earlier : host->findChildren<Toast *>(QString(), Qt::FindDirectChildrenOnly))
    earlier->deleteLater();
  auto *toast = new Toast(host, message, margin);
  toast->place();
  toast->show();
  toast->raise();
  QAccessibleEvent alert(toast, QAccessible::Alert);
  QAccessible::updateAccessibility(&alert);
  ToastShown shown(message);
  QCoreApplication::sendEvent(host, &shown);
  return toast;
}

Toast::Toast(QWidget *host, const ToastMessage &message, int margin)
    : QWidget(host), m_stays(message.tone == Tone::Danger), m_margin(margin) {
  const int panelWidth = width::toast + (message.other.isEmpty() ? 0 : roomForOther);
  setFixedSize(QSize(panelWidth, panelHeight).grownBy(shadowSpace));
  setAccessibleName(u"%1, %2"_s.arg(message.what, message.where));
  auto *layout = new QHBoxLayout(this);
  layout->setContentsMargins(shadowSpace + QMargins(14, 10, space::x2, 10));
  layout->setSpacing(space::x2);
  layout->addWidget(new IconView(iconOf(message.tone), 18, message.tone), 0, Qt::AlignTop);
  addTexts(layout, message);
  addActions(layout, message);
  auto *close = makeIconButton(u"x"_s, tr("Close"), ButtonVariant::Ghost);
  setCompact(close);
  connect(close, &QPushButton::clicked, this, &QObject::deleteLater);
  layout->addWidget(close);
  m_life.setSingleShot(true);
  m_life.callOnTimeout(this, &QObject::deleteLater);
  if (!m_stays)
    m_life.start(life);
  host->installEventFilter(this);
  // Once a page has scrolled to what has the focus now.
  connect(qApp, &QApplication::focusChanged, this, &Toast::place, Qt::QueuedConnection);
}

void Toast::addTexts(QHBoxLayout *layout, const ToastMessage &message) {
  auto *texts = new QVBoxLayout;
  texts->setSpacing(2);
  texts->addWidget(new Label(message.what, TextStyle::BodyStrong));
  texts->addWidget(new Label(message.where, TextStyle::Meta, Tone::Muted));
  layout->addLayout(texts, 1);
}

void Toast::addActions(QHBoxLayout *layout, const ToastMessage &message) {
  if (!message.other.isEmpty())
    addAction(layout, message.other, {}, &Toast::otherTriggered);
  if (message.action.isEmpty())
    return;
  if (!message.shortcut.isEmpty()) {
    layout->addWidget(new Label(message.shortcut, TextStyle::Meta, Tone::Muted));
    m_key = {QKeySequence::fromString(message.shortcut, QKeySequence::NativeText), message.action,
             u"repeat"_s};
    qApp->installEventFilter(this);
  }
  addAction(layout, message.action, message.shortcut, &Toast::actionTriggered);
}

void Toast::addAction(QHBoxLayout *layout, const QString &name, const QString &shortcut,
                      void (Toast::*triggered)()) {
  auto *button = makeButton(name, ButtonVariant::Secondary);
  setCompact(button);
  setHint(button, shortcut);
  connect(button, &QPushButton::clicked, this, [this, triggered] { act(triggered); });
  layout->addWidget(button);
}

void Toast::act(void (Toast::*triggered)()) {
  m_key = {}; // once
  Q_EMIT(this->*triggered)();
  deleteLater();
}

QList<KeyHelp> Toast::keyHelp() const {
  return m_key.keys.isEmpty() ? QList<KeyHelp>() : QList<KeyHelp>{m_key};
}

/// Bottom right, or above what has the focus there: that has to be seen (WCAG 2.2, 2.4.11).
void Toast::place() {
  const auto *host = parentWidget();
  QPoint at(host->width() - QWidget::width() - space::x1,
            host->height() - QWidget::height() - m_margin + space::x2);
  const auto *focus = QApplication::focusWidget();
  if (focus && host->isAncestorOf(focus) && !isAncestorOf(focus)) {
    const QRect seen(focus->mapTo(host, QPoint()), focus->size());
    const auto panel = rect().marginsRemoved(shadowSpace).translated(at);
    if (panel.intersects(seen) && seen.height() < panel.height()) // a list shows around it
      at.ry() -= panel.bottom() - seen.top() + space::x2;
  }
  move(at);
}

void Toast::paintEvent(QPaintEvent *) {
  QPainter painter(this);
  const auto &theme = Theme::of(this);
  const QRect panel = rect().marginsRemoved(shadowSpace);
  drawShadow(&painter, panel, radius::card, 12, theme);
  drawSurface(&painter, panel, radius::card, theme.raised, theme.borderStrong);
}

void Toast::enterEvent(QEnterEvent *) { m_life.stop(); }

void Toast::leaveEvent(QEvent *) {
  if (!m_stays)
    m_life.start(life);
}

/// A key of this window that is the action's, not that of a field in which something was typed.
bool Toast::isKey(QObject *watched, QEvent *event) const {
  const auto *widget = qobject_cast<const QWidget *>(watched);
  if (m_key.keys.isEmpty() || !widget || widget->window() != window())
    return false;
  const auto *field = qobject_cast<const QLineEdit *>(watched);
  return !(field && field->isUndoAvailable()) &&
         QKeySequence(static_cast<QKeyEvent *>(event)->keyCombination()) == m_key.keys;
}

bool Toast::eventFilter(QObject *watched, QEvent *event) {
  if (watched == parentWidget() && event->type() == QEvent::Resize)
    place();
  const bool isOverride = event->type() == QEvent::ShortcutOverride;
  if ((isOverride || event->type() == QEvent::KeyPress) && isKey(watched, event)) {
    event->accept();
    if (!isOverride)
      act(&Toast::actionTriggered);
    return true;
  }
  return QWidget::eventFilter(watched, event);
}

} // namespace tenantry::ui
