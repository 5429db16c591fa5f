// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/shell/place.h"
#include "ui/widgets/toast.h"
#include <QAbstractListModel>
#include <QTime>
#include <deque>

namespace tenantry::ui {

/// What the toasts of a window said, the latest first, with the place they were said at.
class Notifications : public QAbstractListModel {
  Q_OBJECT

public:
  static constexpr std::size_t mostKept = 100;

  enum Role {
    WhereRole = Qt::UserRole + 1, ///< QString, below what happened
    ToneOfRole,                   ///< int, a Tone
    AtRole,                       ///< QTime
    IsUnreadRole                  ///< bool
  };
  using QAbstractListModel::QAbstractListModel;

  void add(const ToastMessage &message, const Place &place, QTime at);
  void markRead();
  void clear();
  [[nodiscard]] int unread() const;
  [[nodiscard]] const Place &place(int row) const { return m_all[std::size_t(row)].place; }
  [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

Q_SIGNALS:
  void unreadChanged();

private:
  struct One {
    ToastMessage message;
    Place place;
    QTime at;
    bool isUnread = true;
  };
  std::deque<One> m_all;
};

} // namespace tenantry::ui
