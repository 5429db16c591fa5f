// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

namespace tenantry::ui {

class Label;

/// A strip above the panes for what concerns all of them: that the database does not answer.
class Banner : public QWidget {
  Q_OBJECT

public:
  explicit Banner(QWidget *parent = nullptr);

  void setText(const QString &text); ///< shown where there is one

protected:
  void paintEvent(QPaintEvent *event) override;

private:
  Label *m_text;
};

} // namespace tenantry::ui
