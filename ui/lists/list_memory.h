// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/lists/column_layout.h"
#include <QFuture>
#include <QMap>

namespace tenantry::ui {

/// How somebody has the columns of each list, over restarts: in this user's settings, in the same
/// file as the windows.
class ListMemory {
public:
  explicit ListMemory(QString file); ///< reads it: waits for the disk
  ~ListMemory();                     ///< waits until all is written
  ListMemory(const ListMemory &) = delete;
  ListMemory &operator=(const ListMemory &) = delete;

  [[nodiscard]] ColumnLayout columns(const QString &list) const { return m_columns.value(list); }
  void keep(const QString &list, const ColumnLayout &columns); ///< writes elsewhere

private:
  QString m_file;
  QMap<QString, ColumnLayout> m_columns;
  QFuture<void> m_writing;
};

} // namespace tenantry::ui
