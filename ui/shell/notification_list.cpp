// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/notification_list.h"
#include "ui/shell/notification_delegate.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/label.h"
#include <QBoxLayout>
#include <QListView>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {
constexpr int high = 420;
}

NotificationList::NotificationList(Notifications &notifications, QWidget *window)
    : QDialog(window), m_notifications(notifications), m_list(new QListView),
      m_clear(makeButton(tr("Clear"), ButtonVariant::Secondary)), m_pages(new QStackedWidget) {
  setWindowTitle(tr("Notifications"));
  setAttribute(Qt::WA_DeleteOnClose);
  m_list->setModel(&notifications);
  m_list->setItemDelegate(new NotificationDelegate(m_list));
  m_list->setFrameShape(QFrame::NoFrame);
  m_list->setMouseTracking(true);
  m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_list->setAccessibleName(windowTitle());
  m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_list->viewport()->setAutoFillBackground(false);
  auto *empty = new EmptyState;
  empty->showMessage(
      EmptyState::Kind::Empty,
      {tr("Nothing was said yet"),
       tr("What appears at the bottom right is kept here until the console is closed."),
       {},
       u"bell"_s});
  m_pages->addWidget(m_list);
  m_pages->addWidget(empty);
  auto *head = new QHBoxLayout;
  head->setContentsMargins(space::x4, 0, space::x4, 0); // where what rows say begins and ends
  head->addWidget(new Label(windowTitle(), TextStyle::Title));
  head->addStretch();
  setCompact(m_clear);
  m_clear->setAutoDefault(false);
  head->addWidget(m_clear);
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(space::x2, space::x4, space::x2, space::x2);
  layout->addLayout(head);
  layout->addWidget(m_pages, 1);
  resize(width::dialog, std::min(high, window->height() - 2 * space::x8));
  connect(m_clear, &QPushButton::clicked, &notifications, &Notifications::clear);
  connect(m_list, &QListView::activated, this, &NotificationList::follow);
  connect(m_list, &QListView::clicked, this, &NotificationList::follow);
  connect(&notifications, &Notifications::unreadChanged, this, &NotificationList::showState);
  showState();
  m_list->setCurrentIndex(notifications.index(0));
  m_list->setFocus();
}

void NotificationList::showState() {
  const bool isEmpty = m_notifications.rowCount() == 0;
  m_pages->setCurrentIndex(isEmpty ? 1 : 0);
  setBlocked(m_clear, isEmpty ? tr("There is nothing to clear") : QString());
}

void NotificationList::follow(const QModelIndex &index) {
  const auto place = m_notifications.place(index.row());
  accept();
  Q_EMIT placeChosen(place);
}

/// Read is what one has had before one's eyes.
void NotificationList::done(int result) {
  m_notifications.markRead();
  QDialog::done(result);
}

} // namespace tenantry::ui
