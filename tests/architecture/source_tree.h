// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDirIterator>
#include <QFile>
#include <QStringList>

namespace tenantry::architecture {

/// Paths of files below `folder` of the source tree (tests run in its root), relative to it and
/// sorted, whose names match one of the patterns ("*.cpp"). What a build leaves behind is none of
/// them.
inline QStringList filesBelow(const QString &folder, const QStringList &patterns) {
  QStringList files;
  QDirIterator it(folder, patterns, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
  while (it.hasNext()) {
    const auto file = QDir::cleanPath(it.next());
    if (!file.startsWith(QLatin1String("build/")) && !file.startsWith(QLatin1String(".git/")))
      files.append(file);
  }
  files.sort();
  return files;
}

inline QString contentOf(const QString &file) {
  QFile device(file);
  if (!device.open(QIODevice::ReadOnly))
    qFatal("%s cannot be read: run this test in the root of the source tree.", qPrintable(file));
  return QString::fromUtf8(device.readAll());
}

} // namespace tenantry::architecture
