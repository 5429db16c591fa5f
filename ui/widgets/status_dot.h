// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/theme/tone.h"
#include <QWidget>

namespace tenantry::ui {

/// A dot of 7 px beside the word that says the same: never colour alone.
class StatusDot : public QWidget {
public:
  explicit StatusDot(Tone tone = Tone::Neutral, QWidget *parent = nullptr);

  void setTone(Tone tone);

protected:
  void paintEvent(QPaintEvent *event) override;

private:
  Tone m_tone;
};

} // namespace tenantry::ui
