// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/shell/notifications.h"
#include <QDialog>

class QListView;
class QPushButton;
class QStackedWidget;

namespace tenantry::ui {

/// What was said while one looked elsewhere. Enter or a click goes to the place it was said at.
class NotificationList : public QDialog {
  Q_OBJECT

public:
  NotificationList(Notifications &notifications, QWidget *window);

  [[nodiscard]] QListView *list() const { return m_list; }
  [[nodiscard]] QPushButton *clearButton() const { return m_clear; }

Q_SIGNALS:
  void placeChosen(const tenantry::ui::Place &place);

protected:
  void done(int result) override;

private:
  void follow(const QModelIndex &index);
  void showState();

  Notifications &m_notifications;
  QListView *m_list;
  QPushButton *m_clear;
  QStackedWidget *m_pages;
};

} // namespace tenantry::ui
