// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/theme/tone.h"
#include <QAbstractButton>

namespace tenantry::ui {

class Label;

/// A step of the board: what it is called, how many stand there and how much they owe. Pressed, the
/// list shows those alone.
class FigureTile : public QAbstractButton {
  Q_OBJECT

public:
  explicit FigureTile(const QString &name, Tone tone, QWidget *parent = nullptr);

  void show(const QString &count, const QString &sum);
  using QWidget::show;
  [[nodiscard]] QSize sizeHint() const override;

protected:
  void paintEvent(QPaintEvent *event) override;

private:
  const QString m_name;
  const Tone m_tone;
  Label *m_count;
  Label *m_sum;
};

} // namespace tenantry::ui
