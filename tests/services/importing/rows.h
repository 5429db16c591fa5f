// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

namespace tenantry::tests {

template <typename Row> struct Rows {
  QList<Row> good;
  QStringList bad; ///< each with its line and its code
};

/// The bad rows of a file as the list of truths has them: "line code".
inline QStringList badRows(const QJsonObject &section) {
  QStringList bad;
  for (const QJsonValue row : section[QStringLiteral("bad")].toArray())
    bad += QStringLiteral("%1 %2").arg(row[u"line"].toInt()).arg(row[u"code"].toString());
  return bad;
}

} // namespace tenantry::tests
