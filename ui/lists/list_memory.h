// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/views/values.h"
#include "ui/lists/column_layout.h"
#include <QFuture>
#include <QMap>

namespace tenantry::ui {

/// What narrows a list and how it is sorted, and the saved view that this began with.
struct KeptFilter {
  QString view; ///< its id; empty: none
  views::Settings settings;
  bool operator==(const KeptFilter &) const = default;
};

/// How somebody has each list, over restarts: its columns, what narrows it, where the handle beside
/// it stands. In this user's settings, in the same file as the windows.
class ListMemory {
public:
  explicit ListMemory(QString file); ///< reads it: waits for the disk
  ~ListMemory();                     ///< waits until all is written
  ListMemory(const ListMemory &) = delete;
  ListMemory &operator=(const ListMemory &) = delete;

  [[nodiscard]] ColumnLayout columns(const QString &list) const;
  [[nodiscard]] std::optional<KeptFilter> filter(const QString &list) const;
  [[nodiscard]] QList<int> widths(const QString &list) const; ///< on both sides; none: unknown
  // Written elsewhere.
  void keep(const QString &list, const ColumnLayout &columns);
  void keepFilter(const QString &list, const KeptFilter &filter);
  void keepWidths(const QString &list, const QList<int> &widths);

private:
  [[nodiscard]] QString text(const QString &group, const QString &list) const;
  void keepText(const QString &group, const QString &list, const QString &text);

  QString m_file;
  QMap<QString, QString> m_texts; ///< by "group/list"
  QFuture<void> m_writing;
};

} // namespace tenantry::ui
