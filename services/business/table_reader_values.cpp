// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/business/table_reader.h"
#include "services/core/country.h"

#include <QRegularExpression>
#include <set>

using namespace Qt::StringLiterals;

namespace tenantry::business {
namespace {

bool isLanguage(const QString &text) {
  static const QRegularExpression tag(u"\\A[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\\z"_s);
  return tag.match(text).hasMatch();
}

} // namespace

bool isId(const QString &text) {
  static const QRegularExpression id(u"\\A[A-Za-z0-9][A-Za-z0-9_-]{0,63}\\z"_s);
  return id.match(text).hasMatch();
}

bool TableReader::read(std::string_view key, QString &value, Need need) const {
  const toml::node *node = find(key, need, toml::node_type::string, u"a text in quotes"_s);
  if (node == nullptr)
    return false;
  const QString text = fromUtf8(node->as_string()->get());
  if (need == Need::Required && text.trimmed().isEmpty()) {
    report(u"impossible_value"_s, key, u"is empty; write a text."_s);
    return false;
  }
  value = text;
  return true;
}

bool TableReader::read(std::string_view key, Text &value, Need need) const {
  const toml::node *node = find(key, need);
  if (node == nullptr)
    return false;
  if (!node->is_table()) {
    QString plain;
    if (!read(key, plain, need))
      return false;
    value = Text{{{QString(), plain}}};
    return true;
  }
  Text texts;
  const TableReader byLanguage(*node->as_table(), fieldOf(key), *m_errors);
  for (const std::string &language : byLanguage.keys()) {
    if (!isLanguage(fromUtf8(language)))
      byLanguage.reportKey(u"impossible_value"_s, language,
                           u"is not a language tag such as en, de or pt-BR."_s);
    byLanguage.read(language, texts.byLanguage[fromUtf8(language)], Need::Required);
  }
  if (texts.byLanguage.empty())
    byLanguage.reportTable(u"impossible_value"_s, u"has no text in any language; write one."_s);
  value = texts;
  return true;
}

bool TableReader::read(std::string_view key, bool &value, Need need) const {
  const toml::node *node = find(key, need, toml::node_type::boolean, u"true or false"_s);
  if (node == nullptr)
    return false;
  value = node->as_boolean()->get();
  return true;
}

bool TableReader::inRange(std::string_view key, const Rational &value, Range range) const {
  if (value >= range.from && value <= range.to)
    return true;
  const bool open = range.to == std::numeric_limits<std::int64_t>::max();
  const QString bounds =
      open ? u"at least %1"_s.arg(range.from) : u"from %1 to %2"_s.arg(range.from).arg(range.to);
  report(u"impossible_value"_s, key,
         u"is %1; it must be %2."_s.arg(formatDecimal(value, 9), bounds));
  return false;
}

bool TableReader::read(std::string_view key, std::int64_t &value, Range range, Need need) const {
  const toml::node *node = find(key, need, toml::node_type::integer, u"a whole number"_s);
  if (node == nullptr || !inRange(key, Rational(node->as_integer()->get()), range))
    return false;
  value = node->as_integer()->get();
  return true;
}

bool TableReader::read(std::string_view key, int &value, Range range, Need need) const {
  std::int64_t wide = 0;
  if (!read(key, wide, range, need))
    return false;
  value = static_cast<int>(wide);
  return true;
}

bool TableReader::read(std::string_view key, Rational &value, Range range, Need need) const {
  const toml::node *node = find(key, need);
  if (node == nullptr)
    return false;
  if (!node->is_string() && !node->is_integer()) {
    wrongType(*node, fieldOf(key), u"an exact decimal in quotes such as \"0.25\""_s);
    return false;
  }
  const auto number = node->is_string() ? parseDecimal(fromUtf8(node->as_string()->get()))
                                        : Result<Rational>(Rational(node->as_integer()->get()));
  if (!number) {
    report(u"impossible_value"_s, key, u"is not a decimal number such as \"0.25\"."_s);
    return false;
  }
  if (!inRange(key, *number, range))
    return false;
  value = *number;
  return true;
}

bool TableReader::read(std::string_view key, Currency &value, Need need) const {
  QString code;
  if (!read(key, code, need))
    return false;
  const auto currency = Currency::parse(code);
  if (!currency) {
    report(u"impossible_value"_s, key,
           u"is “%1”, which is not a currency of ISO 4217 such as USD or EUR."_s.arg(code));
    return false;
  }
  value = *currency;
  return true;
}

bool TableReader::read(std::string_view key, std::optional<LocalDay> &value) const {
  const toml::node *node =
      find(key, Need::Optional, toml::node_type::date, u"a date such as 2026-01-31"_s);
  if (node == nullptr)
    return false;
  const toml::date date = node->as_date()->get();
  value = LocalDay(std::chrono::year(date.year) / std::chrono::month(date.month) /
                   std::chrono::day(date.day));
  return true;
}

bool TableReader::read(std::string_view key, std::vector<QString> &value, Need need) const {
  const toml::array *list = array(key, need);
  if (list == nullptr)
    return false;
  value.clear();
  for (const toml::node &item : *list) {
    if (!item.is_string())
      wrongType(item, fieldOf(key), u"a list of texts"_s);
    else
      value.push_back(fromUtf8(item.as_string()->get()));
  }
  return true;
}

bool TableReader::read(std::string_view key, std::vector<int> &value, Range range,
                       Need need) const {
  const toml::array *list = array(key, need);
  if (list == nullptr)
    return false;
  value.clear();
  for (const toml::node &item : *list) {
    if (!item.is_integer())
      wrongType(item, fieldOf(key), u"a list of whole numbers"_s);
    else if (inRange(key, Rational(item.as_integer()->get()), range))
      value.push_back(static_cast<int>(item.as_integer()->get()));
  }
  return true;
}

bool TableReader::readCountry(std::string_view key, QString &value, Need need) const {
  QString code;
  if (!read(key, code, need))
    return false;
  if (!Country::isValid(code)) {
    report(u"impossible_value"_s, key,
           u"is “%1”, which is not a country code of ISO 3166-1 such as US or DE."_s.arg(code));
    return false;
  }
  value = code;
  return true;
}

bool TableReader::readId(std::string_view key, QString &value, Need need) const {
  QString id;
  if (!read(key, id, need))
    return false;
  if (!isId(id)) {
    report(u"impossible_value"_s, key,
           u"is “%1”, which is not an id: use letters, digits, _ and -, at most 64."_s.arg(id));
    return false;
  }
  value = id;
  return true;
}

void refuseRepeated(const TableReader &reader, std::string_view key,
                    const std::vector<QString> &values) {
  std::set<QString> seen;
  for (const QString &value : values)
    if (!seen.insert(value).second)
      reader.report(u"duplicate"_s, key, u"has “%1” twice; keep one."_s.arg(value));
}

} // namespace tenantry::business
