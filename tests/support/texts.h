// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QFile>
#include <QLibraryInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTranslator>
#include <map>

namespace tenantry::tests {

/// The console's texts of a language, as they stand in the source: compiled anew, to be installed.
[[nodiscard]] inline bool loadTexts(QTranslator &translator, const QString &language) {
  const QTemporaryDir folder;
  const auto made = folder.filePath(QStringLiteral("texts.qm"));
  QProcess process;
  process.start(QLibraryInfo::path(QLibraryInfo::BinariesPath) + QStringLiteral("/lrelease"),
                {QStringLiteral("-silent"),
                 QStringLiteral("translations/tenantry_%1.ts").arg(language), QStringLiteral("-qm"),
                 made});
  QFile file(made);
  if (!process.waitForFinished() || !file.open(QIODevice::ReadOnly))
    return false;
  static std::map<QString, QByteArray> contents; // the translator reads on in it
  const auto &content = contents[language] = file.readAll();
  return translator.load(reinterpret_cast<const uchar *>(content.constData()), int(content.size()));
}

[[nodiscard]] inline bool loadGerman(QTranslator &german) {
  return loadTexts(german, QStringLiteral("de"));
}

} // namespace tenantry::tests
