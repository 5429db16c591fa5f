// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/theme/paint.h"
#include <QWidget>

namespace tenantry::ui {

/// Initials on a colour of the name's own; 40, 28, 20 or 16 px.
class Avatar : public QWidget {
public:
  Avatar(const QString &name, int size, AvatarShape shape, QWidget *parent = nullptr);

  void setName(const QString &name);

protected:
  void paintEvent(QPaintEvent *event) override;

private:
  QString m_name;
  AvatarShape m_shape;
};

} // namespace tenantry::ui
