// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/theme/text_style.h"
#include "ui/theme/tone.h"
#include <QLabel>

namespace tenantry::ui {

/// Text in a style and a tone; the tone follows the theme. Plain text, never markup: much of what
/// the console shows was typed by others.
class Label : public QLabel {
public:
  explicit Label(const QString &text = {}, TextStyle style = TextStyle::Body,
                 Tone tone = Tone::Text, QWidget *parent = nullptr);

  void setTone(Tone tone);
  [[nodiscard]] Tone tone() const { return m_tone; }
  void setTextStyle(TextStyle style);
  void setFigures(Figures figures);

protected:
  void changeEvent(QEvent *event) override;

private:
  void applyTone();
  void applyFont();

  TextStyle m_style;
  Tone m_tone;
  Figures m_figures = Figures::Tabular;
};

} // namespace tenantry::ui
