// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QString>
#include <initializer_list>
#include <vector>

namespace tenantry::api {

/// A piece of HTML. There is no way to make one from text but to escape it: names that people gave
/// stay text, whatever is in them.
class Markup {
public:
  Markup() = default;
  Markup(const QString &text); // NOLINT(google-explicit-constructor): text is escaped
  Markup &operator+=(const Markup &more);
  [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }
  [[nodiscard]] bool isEmpty() const { return m_bytes.isEmpty(); }

private:
  friend class Element;
  QByteArray m_bytes;
};

/// Names are written in the program; values are escaped.
struct Attribute {
  const char *name;
  QString value;
};

/// `Element("p", {{"class", u"note"_s}}) + text + Element("br")`.
class Element {
public:
  explicit Element(const char *name, std::initializer_list<Attribute> attributes = {});
  Element &&with(const Attribute &attribute) &&;
  Element &&operator<<(const Markup &child) &&;
  operator Markup() const; // NOLINT(google-explicit-constructor)

private:
  const char *m_name;
  QByteArray m_attributes;
  QByteArray m_children;
};

/// A whole document.
[[nodiscard]] QByteArray documentOf(const QString &language, const Markup &head,
                                    const Markup &body);

} // namespace tenantry::api
