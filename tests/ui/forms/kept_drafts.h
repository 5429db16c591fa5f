// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDirIterator>
#include <QFile>

namespace tenantry::tests {

/// All that was kept of what was typed, as it is on the disk by now.
inline QByteArray keptDrafts(const QString &folder) {
  QByteArray kept;
  QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
  while (files.hasNext())
    if (QFile file(files.next()); file.open(QIODevice::ReadOnly))
      kept += file.readAll();
  return kept;
}

} // namespace tenantry::tests
