// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QProcess>

namespace tenantry::tests {

using namespace Qt::StringLiterals;

/// What stands on a paper, read back by poppler.
inline QString textOf(const QByteArray &pdf) {
  QProcess reader;
  reader.start(u"pdftotext"_s, {u"-layout"_s, u"-"_s, u"-"_s});
  reader.write(pdf);
  reader.closeWriteChannel();
  reader.waitForFinished();
  return QString::fromUtf8(reader.readAllStandardOutput());
}

} // namespace tenantry::tests
