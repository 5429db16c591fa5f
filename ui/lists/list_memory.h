// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/views/values.h"
#include "ui/lists/column_layout.h"
#include <QFuture>
#include <QMap>
#include <functional>
#include <memory>

class QSettings;

namespace tenantry::ui {

/// What narrows a list and how it is sorted, and the saved view that this began with.
struct KeptFilter {
  QString view; ///< its id; empty: none
  views::Settings settings;
  bool operator==(const KeptFilter &) const = default;
};

/// How somebody has each list, over restarts: its columns and where the handle beside it stands,
/// for all windows; what narrows it, for one window of one database alone. In this user's settings,
/// in the same file as the windows.
class ListMemory {
public:
  /// That of the main window. Reads the file: waits for the disk. `database` is WindowMemories'.
  explicit ListMemory(QString file, const QString &database = {});
  /// That of another window of the database, by its number; nothing is read.
  [[nodiscard]] std::unique_ptr<ListMemory> of(int window) const;
  ~ListMemory(); ///< waits until all is written
  ListMemory(const ListMemory &) = delete;
  ListMemory &operator=(const ListMemory &) = delete;

  [[nodiscard]] ColumnLayout columns(const QString &list) const;
  [[nodiscard]] std::optional<KeptFilter> filter(const QString &list) const;
  [[nodiscard]] QList<int> widths(const QString &list) const; ///< on both sides; none: unknown
  // Written elsewhere.
  void keep(const QString &list, const ColumnLayout &columns);
  void keepFilter(const QString &list, const KeptFilter &filter);
  void keepWidths(const QString &list, const QList<int> &widths);
  void forgetFilters(); ///< a new window begins with none

private:
  ListMemory(QString file, QString filtersOfAll, int window, QMap<QString, QString> texts);
  [[nodiscard]] QString text(const QString &group, const QString &list) const;
  void keepText(const QString &group, const QString &list, const QString &text);
  void write(std::function<void(QSettings &)> change);

  QString m_file;
  QString m_filtersOfAll;         ///< what the groups of the database's windows begin with
  QString m_filters;              ///< that of this window
  QMap<QString, QString> m_texts; ///< by "group/list"
  QFuture<void> m_writing;
};

} // namespace tenantry::ui
