// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/theme/tone.h"
#include <QWidget>

namespace tenantry::ui {

enum class BadgeKind {
  Class, ///< what something is: plan, role
  State, ///< how something stands: held, at risk; has a dot
};

class Badge : public QWidget {
public:
  explicit Badge(const QString &text = {}, Tone tone = Tone::Neutral,
                 BadgeKind kind = BadgeKind::Class, QWidget *parent = nullptr);

  void set(const QString &text, Tone tone, BadgeKind kind = BadgeKind::Class);
  [[nodiscard]] QString text() const { return m_text; }
  [[nodiscard]] QSize sizeHint() const override;

protected:
  void paintEvent(QPaintEvent *event) override;

private:
  QString m_text;
  Tone m_tone = Tone::Neutral;
  BadgeKind m_kind = BadgeKind::Class;
};

} // namespace tenantry::ui
