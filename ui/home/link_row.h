// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/shell/place.h"
#include "ui/theme/tone.h"
#include <QAbstractButton>

namespace tenantry::ui {

/// A line of a card that leads to its record: what it is, something about it, and a value.
class LinkRow : public QAbstractButton {
  Q_OBJECT

public:
  struct Content {
    QString text;
    QString detail;
    QString value;
    Tone tone = Tone::Muted; ///< of the detail
    Place place{};
  };
  explicit LinkRow(const Content &content, QWidget *parent = nullptr);

  [[nodiscard]] const Content &content() const { return m_content; }
  [[nodiscard]] QSize sizeHint() const override;

protected:
  void paintEvent(QPaintEvent *event) override;
  void keyPressEvent(QKeyEvent *event) override;

private:
  Content m_content;
};

} // namespace tenantry::ui
