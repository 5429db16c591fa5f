// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/api/html.h"

#include <algorithm>
#include <array>
#include <string_view>

using namespace Qt::StringLiterals;

namespace tenantry::api {

namespace {

/// Good for text and for attributes in quotes. What HTML has no character for becomes one that
/// says so.
QByteArray escaped(const QString &text) {
  QString safe = text.toHtmlEscaped(); // & < > "
  safe.replace(u'\'', "&#39;"_L1);
  for (auto &character : safe)
    if (character.unicode() < 0x20 && character != u'\n' && character != u'\t')
      character = QChar::ReplacementCharacter;
  return safe.toUtf8();
}

bool hasNoEnd(std::string_view name) {
  static constexpr std::array<std::string_view, 4> names{"br", "input", "link", "meta"};
  return std::find(names.begin(), names.end(), name) != names.end();
}

} // namespace

Markup::Markup(const QString &text) : m_bytes(escaped(text)) {}

Markup &Markup::operator+=(const Markup &more) {
  m_bytes += more.m_bytes;
  return *this;
}

Element::Element(const char *name, std::initializer_list<Attribute> attributes) : m_name(name) {
  for (const auto &attribute : attributes)
    std::move(*this).with(attribute);
}

Element &&Element::with(const Attribute &attribute) && {
  m_attributes += QByteArray(" ") + attribute.name + "=\"" + escaped(attribute.value) + '"';
  return std::move(*this);
}

Element &&Element::operator<<(const Markup &child) && {
  m_children += child.bytes();
  return std::move(*this);
}

Element::operator Markup() const {
  Markup markup;
  markup.m_bytes = QByteArray("<") + m_name + m_attributes + '>';
  if (!hasNoEnd(m_name))
    markup.m_bytes += m_children + "</" + m_name + '>';
  return markup;
}

QByteArray documentOf(const QString &language, const Markup &head, const Markup &body) {
  const Markup whole = Element("html", {{"lang", language}})
                       << Markup(Element("head") << head) << Markup(Element("body") << body);
  return "<!DOCTYPE html>\n" + whole.bytes() + '\n';
}

} // namespace tenantry::api
