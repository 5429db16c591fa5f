// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

class QPushButton;

namespace tenantry::ui {

/// Says that a form holds what was typed the last time, and offers to throw it away.
class RestoredNotice : public QWidget {
  Q_OBJECT

public:
  explicit RestoredNotice(QWidget *parent = nullptr);

  [[nodiscard]] QPushButton *button() const { return m_discard; }

Q_SIGNALS:
  void discardRequested();

protected:
  void paintEvent(QPaintEvent *event) override;

private:
  QPushButton *m_discard;
};

} // namespace tenantry::ui
