// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/result.h"
#include <QMap>
#include <QXmlStreamReader>
#include <vector>

namespace tenantry::importing {

/// An element with what is below it, as small files of messages have it. Names without namespaces.
struct XmlNode {
  QString name;
  QString text; ///< its own, trimmed
  QMap<QString, QString> attributes;
  int line = 0;
  std::vector<XmlNode> children;

  [[nodiscard]] const XmlNode *child(QStringView childName) const; ///< the first; null: none
  /// "NtryDtls/Btch": the first on that way; null: none.
  [[nodiscard]] const XmlNode *at(const QString &path) const;
  [[nodiscard]] QString textAt(const QString &path) const; ///< empty: none
  [[nodiscard]] std::vector<const XmlNode *> all(QStringView childName) const;
};

/// Reads the element that the reader stands on, to its end. Errors `bank.xml_invalid` (not
/// well-formed, nested too deeply, or more than an entry can have) with file and line.
[[nodiscard]] Result<XmlNode> readNode(QXmlStreamReader &reader, const QString &file);

/// The error of a reader that stopped.
[[nodiscard]] Failure xmlInvalid(const QXmlStreamReader &reader, const QString &file,
                                 const QString &why = {});

} // namespace tenantry::importing
