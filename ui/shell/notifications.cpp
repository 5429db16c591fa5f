// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/notifications.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui {

void Notifications::add(const ToastMessage &message, const Place &place, QTime at) {
  if (m_all.size() == mostKept) {
    beginRemoveRows({}, rowCount() - 1, rowCount() - 1);
    m_all.pop_back();
    endRemoveRows();
  }
  beginInsertRows({}, 0, 0);
  m_all.push_front({message, place, at, true});
  endInsertRows();
  Q_EMIT unreadChanged();
}

void Notifications::markRead() {
  if (unread() == 0)
    return;
  for (auto &one : m_all)
    one.isUnread = false;
  Q_EMIT dataChanged(index(0), index(rowCount() - 1), {IsUnreadRole});
  Q_EMIT unreadChanged();
}

void Notifications::clear() {
  beginResetModel();
  m_all.clear();
  endResetModel();
  Q_EMIT unreadChanged();
}

int Notifications::unread() const {
  return int(
      std::count_if(m_all.begin(), m_all.end(), [](const One &one) { return one.isUnread; }));
}

int Notifications::rowCount(const QModelIndex &parent) const {
  return parent.isValid() ? 0 : int(m_all.size());
}

QVariant Notifications::data(const QModelIndex &index, int role) const {
  const auto &one = m_all[std::size_t(index.row())];
  switch (role) {
  case Qt::DisplayRole:
    return one.message.what;
  case WhereRole:
    return one.message.where;
  case ToneOfRole:
    return int(one.message.tone);
  case AtRole:
    return one.at;
  case IsUnreadRole:
    return one.isUnread;
  case Qt::ToolTipRole:
  case Qt::AccessibleTextRole:
    return u"%1, %2"_s.arg(one.message.what, one.message.where);
  default:
    return {};
  }
}

} // namespace tenantry::ui
