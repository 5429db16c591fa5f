// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/label.h"
#include "ui/theme/theme.h"
#include <QEvent>

namespace tenantry::ui {

Label::Label(const QString &text, TextStyle style, Tone tone, QWidget *parent)
    : QLabel(text, parent), m_style(style), m_tone(tone) {
  setTextFormat(Qt::PlainText);
  applyFont();
  applyTone();
}

void Label::setTone(Tone tone) {
  m_tone = tone;
  applyTone();
}

void Label::setTextStyle(TextStyle style) {
  m_style = style;
  applyFont();
}

void Label::setFigures(Figures figures) {
  m_figures = figures;
  applyFont();
}

void Label::changeEvent(QEvent *event) {
  QLabel::changeEvent(event);
  if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange ||
      event->type() == QEvent::ParentChange)
    applyTone();
}

void Label::applyTone() {
  const auto &theme = Theme::of(this);
  const auto color = theme.color(m_tone);
  // Setting the palette sends another PaletteChange: only where something differs.
  if (palette().color(QPalette::Active, QPalette::WindowText) == color)
    return;
  QPalette own; // only what is set here stays when the surrounding palette changes
  own.setColor(QPalette::WindowText, color);
  own.setColor(QPalette::Disabled, QPalette::WindowText, theme.disabled);
  setPalette(own);
}

void Label::applyFont() { setFont(textFont(m_style, m_figures)); }

} // namespace tenantry::ui
