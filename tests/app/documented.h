// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QFile>
#include <QRegularExpression>
#include <QStringList>
#include <nlohmann/json.hpp>
#include <stdexcept>

/// The documents of docs/ctl.md, to hold answers of the program against them, name for name.
namespace tenantry::tests {

using namespace Qt::StringLiterals;

inline QString ctlPage() {
  QFile page(u"docs/ctl.md"_s);
  if (!page.open(QIODevice::ReadOnly))
    qFatal("docs/ctl.md is not there");
  return QString::fromUtf8(page.readAll());
}

/// The first document that docs/ctl.md describes after those words, of a row of a table within that
/// row: "{a, b: [{c}]}" as {"a": null, "b": [{"c": null}]}. Throws std::invalid_argument where the
/// page has no such words, or no document there: what is compared with nothing would always hold.
inline nlohmann::json documented(const QString &words) {
  const auto text = ctlPage();
  const auto begin = text.indexOf(words);
  const auto from = begin < 0 ? -1 : text.indexOf(u"`{"_s, begin) + 1;
  const auto end = words.startsWith(u'|') ? text.indexOf(u'\n', begin) : text.size();
  if (from <= 0 || from > end)
    throw std::invalid_argument("docs/ctl.md says nothing of: " + words.toStdString());
  auto shape = text.sliced(from, text.indexOf(u"}`"_s, from) + 1 - from);
  static const QRegularExpression key(u"([a-z_]+)\\s*:"_s);
  static const QRegularExpression name(u"(?<![a-z_\"])([a-z_]+)(?![a-z_\"])"_s);
  shape.replace(u"[…]"_s, u"0"_s).replace(key, u"\"\\1\":"_s).replace(name, u"\"\\1\":0"_s);
  return nlohmann::json::parse(shape.toStdString());
}

inline nlohmann::json documentedInvoice() {
  auto invoice = documented(u"An invoice is"_s);
  invoice["lines"] = nlohmann::json::array({documented(u"A line is"_s)});
  return invoice;
}

/// A line of usage as `invoice explain` gives it.
inline nlohmann::json documentedEvidence() {
  auto line = documented(u"A line is"_s);
  line["events"] = nlohmann::json::array({documented(u"| `invoice explain"_s)});
  return line;
}

/// Its lines have no number, shares or detail.
inline nlohmann::json documentedPreview() {
  auto line = documented(u"A line is"_s);
  for (const auto *key : {"line", "discount_share", "tax_share", "detail"})
    line.erase(key);
  auto planned = documented(u"A planned invoice is"_s);
  planned["lines"] = nlohmann::json::array({line});
  auto preview = documented(u"| `invoice preview"_s);
  preview["planned"] = nlohmann::json::array({planned});
  preview["totals"] = nlohmann::json::array({documented(u"`totals` is a list of"_s)});
  return preview;
}

/// Names that only one of the two has, with where they stand.
inline QStringList differences(const nlohmann::json &page, const nlohmann::json &answer,
                               const QString &at = {}) {
  QStringList found;
  if (page.is_array() && answer.is_array())
    for (const auto &element : answer)
      found += differences(page[0], element, at + u"[]"_s);
  else if (page.is_structured() && page.type() != answer.type())
    return {at + u" is of another kind"_s};
  if (!page.is_object())
    return found;
  for (const auto &[name, value] : page.items())
    if (answer.contains(name))
      found += differences(value, answer[name], at + u'.' + QString::fromStdString(name));
    else
      found += u"no "_s + at + u'.' + QString::fromStdString(name);
  for (const auto &[name, value] : answer.items())
    if (!page.contains(name))
      found += u"not documented "_s + at + u'.' + QString::fromStdString(name);
  return found;
}

} // namespace tenantry::tests
