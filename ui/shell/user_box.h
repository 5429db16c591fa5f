// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

namespace tenantry::ui {

class Avatar;
class ElidedLabel;

/// Who works here: the login with its groups, at the foot of the sidebar.
class UserBox : public QWidget {
public:
  explicit UserBox(QWidget *parent = nullptr);

  void setUser(const QString &login, const QString &groups);
  void setCompact(bool compact); ///< the avatar alone

protected:
  void paintEvent(QPaintEvent *event) override;

private:
  Avatar *m_avatar;
  ElidedLabel *m_login;
  ElidedLabel *m_groups;
};

} // namespace tenantry::ui
