// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/search_field.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tenantry::ui {

namespace {
constexpr auto typingPause = 120ms;
constexpr int narrowestSearch = 96, usualSearch = 176;
} // namespace

SearchField::SearchField(const QString &placeholder, QWidget *parent) : QLineEdit(parent) {
  setPlaceholderText(placeholder);
  setAccessibleName(placeholder);
  setFixedHeight(ui::height::compactControl);
  setMinimumWidth(narrowestSearch);
  leaveRoom();
  m_pause.setSingleShot(true);
  m_pause.setInterval(typingPause);
  m_pause.callOnTimeout(this, &SearchField::report);
  connect(this, &QLineEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
  connect(this, &QLineEdit::returnPressed, this, &SearchField::report);
}

/// Qt does not mirror margins.
void SearchField::leaveRoom() {
  const int glass = iconSize::control + space::x2;
  setTextMargins(isRightToLeft() ? 0 : glass, 0, isRightToLeft() ? glass : 0, 0);
}

void SearchField::changeEvent(QEvent *event) {
  QLineEdit::changeEvent(event);
  if (event->type() == QEvent::LayoutDirectionChange)
    leaveRoom();
}

/// As every other, unless its invitation is longer.
QSize SearchField::sizeHint() const {
  return {std::max(usualSearch, minimumSizeHint().width()), QLineEdit::sizeHint().height()};
}

/// The invitation whole, where there is room for it; it may be narrower than that.
QSize SearchField::minimumSizeHint() const {
  const auto least = QLineEdit::minimumSizeHint();
  return {least.width() + fontMetrics().horizontalAdvance(placeholderText()), least.height()};
}

/// The glass is a picture: as an action of the field it would be a button that does nothing.
void SearchField::paintEvent(QPaintEvent *event) {
  QLineEdit::paintEvent(event);
  QPainter painter(this);
  const QRect all(space::x2, (height() - iconSize::control) / 2, iconSize::control,
                  iconSize::control);
  drawIcon(&painter, u"search"_s, QStyle::visualRect(layoutDirection(), rect(), all),
           Theme::of(palette()).muted);
}

void SearchField::keyPressEvent(QKeyEvent *event) {
  if (event->key() != Qt::Key_Escape || text().isEmpty()) {
    QLineEdit::keyPressEvent(event);
    return;
  }
  clear();
  report();
}

void SearchField::setSearched(const QString &text) {
  setText(text);
  m_pause.stop();
  m_reported = text;
}

void SearchField::report() {
  m_pause.stop();
  if (text() == m_reported)
    return;
  m_reported = text();
  Q_EMIT searchChanged(m_reported);
}

} // namespace tenantry::ui
