// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QToolButton>

namespace tenantry::ui {

/// A filter in force, "Status **active** ×", or a dashed invitation to add one where there is no
/// value. A click edits it; the cross, Delete and Backspace remove it.
class Chip : public QToolButton {
  Q_OBJECT

public:
  explicit Chip(const QString &key, const QString &value = {}, QWidget *parent = nullptr);

  void setValue(const QString &value);
  [[nodiscard]] QString value() const { return m_value; }
  [[nodiscard]] QSize sizeHint() const override;
  /// A value gives way: elided, whole in the tool tip.
  [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
  void removeRequested();

protected:
  bool event(QEvent *event) override;
  void paintEvent(QPaintEvent *event) override;
  void mouseReleaseEvent(QMouseEvent *event) override;
  void keyPressEvent(QKeyEvent *event) override;

private:
  [[nodiscard]] QRect crossRect() const;
  void paintFilter(QPainter &painter) const;
  void paintInvitation(QPainter &painter) const;

  QString m_key;
  QString m_value;
};

} // namespace tenantry::ui
