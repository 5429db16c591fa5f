// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/theme/theme_manager.h"
#include <QFuture>

namespace tenantry::ui {

/// Which appearance somebody chose, over restarts: in this user's settings, for every database.
class AppearanceMemory {
public:
  explicit AppearanceMemory(QString file);
  ~AppearanceMemory(); ///< waits until it is written
  AppearanceMemory(const AppearanceMemory &) = delete;
  AppearanceMemory &operator=(const AppearanceMemory &) = delete;

  [[nodiscard]] Appearance read() const; ///< the system's where nothing was chosen; a file is read
  void keep(Appearance appearance);      ///< written elsewhere

private:
  const QString m_file;
  QFuture<void> m_writing;
};

} // namespace tenantry::ui
