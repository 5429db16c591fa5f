// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/shell/history.h"
#include <QByteArray>

namespace tenantry::ui {

/// What a window is after a restart: where it stands, what it shows and has shown.
struct WindowMemory {
  QByteArray geometry; ///< as QWidget gives it; empty: unknown
  bool isSidebarNarrow = false;
  History history;
  int number = 0; ///< that what narrows its lists is kept by; the main one's is 0
};

/// What is kept of a database alone has its group in the settings.
[[nodiscard]] QString groupOfDatabase(const QString &database);

/// The windows of a database, in this user's settings. What cannot be understood is as if it were
/// not there: a broken or foreign file does no harm.
class WindowMemories {
public:
  static constexpr int mostWindows = 8;

  /// `database` says which one, in any form that is always the same.
  WindowMemories(QString file, const QString &database);
  /// In the user's folder for settings.
  [[nodiscard]] static QString defaultFile();

  [[nodiscard]] std::vector<WindowMemory> read() const; ///< the main one first; may be none
  /// Replaces those of this database. False where the file cannot be written. Waits for the disk.
  [[nodiscard]] bool write(const std::vector<WindowMemory> &windows) const;

private:
  QString m_file;
  QString m_group;
};

} // namespace tenantry::ui
