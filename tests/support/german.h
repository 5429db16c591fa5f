// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QFile>
#include <QLibraryInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTranslator>

namespace tenantry::tests {

/// The console's German, as it stands in the source: compiled anew, to be installed.
[[nodiscard]] inline bool loadGerman(QTranslator &german) {
  const QTemporaryDir folder;
  const auto made = folder.filePath(QStringLiteral("german.qm"));
  QProcess process;
  process.start(QLibraryInfo::path(QLibraryInfo::BinariesPath) + QStringLiteral("/lrelease"),
                {QStringLiteral("-silent"), QStringLiteral("translations/tenantry_de.ts"),
                 QStringLiteral("-qm"), made});
  QFile file(made);
  if (!process.waitForFinished() || !file.open(QIODevice::ReadOnly))
    return false;
  static const auto content = file.readAll();
  return german.load(reinterpret_cast<const uchar *>(content.constData()), int(content.size()));
}

} // namespace tenantry::tests
