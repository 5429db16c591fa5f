// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

class QPushButton;

namespace tenantry::ui {

class Label;

/// A thin strip above rows that are not all that was asked for: why, how old they are, and the one
/// thing that can be done about it.
class NoticeBar : public QWidget {
  Q_OBJECT

public:
  explicit NoticeBar(const QString &action, QWidget *parent = nullptr);

  void setText(const QString &text); ///< shown where there is one
  [[nodiscard]] QString text() const;
  [[nodiscard]] QPushButton *button() const { return m_button; }
  void addAct(QPushButton *act); ///< another thing that can be done, behind it

Q_SIGNALS:
  void actionRequested();

protected:
  void paintEvent(QPaintEvent *event) override;

private:
  Label *m_text;
  QPushButton *m_button;
};

} // namespace tenantry::ui
