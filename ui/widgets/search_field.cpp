// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/search_field.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include <QKeyEvent>

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
  setFixedHeight(height::compactControl);
  setMinimumWidth(narrowestSearch);
  addAction(icon(u"search"_s, Tone::Muted), QLineEdit::LeadingPosition);
  m_pause.setSingleShot(true);
  m_pause.setInterval(typingPause);
  m_pause.callOnTimeout(this, &SearchField::report);
  connect(this, &QLineEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
  connect(this, &QLineEdit::returnPressed, this, &SearchField::report);
}

QSize SearchField::sizeHint() const { return {usualSearch, QLineEdit::sizeHint().height()}; }

void SearchField::keyPressEvent(QKeyEvent *event) {
  if (event->key() != Qt::Key_Escape || text().isEmpty()) {
    QLineEdit::keyPressEvent(event);
    return;
  }
  clear();
  report();
}

void SearchField::report() {
  m_pause.stop();
  if (text() == m_reported)
    return;
  m_reported = text();
  Q_EMIT searchChanged(m_reported);
}

} // namespace tenantry::ui
