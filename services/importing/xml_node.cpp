// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/importing/xml_node.h"

using namespace Qt::StringLiterals;

namespace tenantry::importing {

namespace {

constexpr int deepest = 32;
constexpr int mostNodes = 500'000; ///< of one entry: a batch may hold thousands of transactions

Result<XmlNode> read(QXmlStreamReader &reader, const QString &file, int depth, int &left) {
  if (depth > deepest || --left < 0)
    return xmlInvalid(reader, file,
                      u"An entry with so many or so deeply nested elements does not come "
                      u"from a bank."_s);
  XmlNode node;
  node.name = reader.name().toString();
  node.line = static_cast<int>(reader.lineNumber());
  const auto attributes = reader.attributes();
  for (const auto &attribute : attributes)
    node.attributes[attribute.name().toString()] = attribute.value().toString();
  while (!reader.atEnd()) {
    switch (reader.readNext()) {
    case QXmlStreamReader::StartElement: {
      TENANTRY_TRY(child, read(reader, file, depth + 1, left));
      node.children.push_back(std::move(child));
      break;
    }
    case QXmlStreamReader::Characters:
      node.text += reader.text();
      break;
    case QXmlStreamReader::EndElement:
      node.text = node.text.trimmed();
      return node;
    default:
      break;
    }
  }
  return xmlInvalid(reader, file);
}

} // namespace

const XmlNode *XmlNode::child(QStringView childName) const {
  for (const auto &one : children)
    if (one.name == childName)
      return &one;
  return nullptr;
}

const XmlNode *XmlNode::at(const QString &path) const {
  const XmlNode *node = this;
  for (const auto &step : path.split(u'/'))
    if (node)
      node = node->child(step);
  return node;
}

QString XmlNode::textAt(const QString &path) const {
  const auto *node = at(path);
  return node ? node->text : QString();
}

std::vector<const XmlNode *> XmlNode::all(QStringView childName) const {
  std::vector<const XmlNode *> found;
  for (const auto &one : children)
    if (one.name == childName)
      found.push_back(&one);
  return found;
}

Result<XmlNode> readNode(QXmlStreamReader &reader, const QString &file) {
  int left = mostNodes;
  return read(reader, file, 0, left);
}

Failure xmlInvalid(const QXmlStreamReader &reader, const QString &file, const QString &why) {
  return fail(
      u"bank.xml_invalid"_s,
      why.isEmpty() ? u"The file cannot be read as XML: %1."_s.arg(reader.errorString()) : why,
      {file, static_cast<int>(reader.lineNumber()), static_cast<int>(reader.columnNumber()), {}});
}

} // namespace tenantry::importing
