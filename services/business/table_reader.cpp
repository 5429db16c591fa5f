// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/business/table_reader.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace tenantry::business {
namespace {

QString nameOf(toml::node_type type) {
  switch (type) {
  case toml::node_type::table:
    return u"a table"_s;
  case toml::node_type::array:
    return u"a list"_s;
  case toml::node_type::string:
    return u"a text"_s;
  case toml::node_type::integer:
    return u"a whole number"_s;
  case toml::node_type::floating_point:
    return u"a number with a point"_s;
  case toml::node_type::boolean:
    return u"true or false"_s;
  case toml::node_type::date:
    return u"a date"_s;
  case toml::node_type::time:
    return u"a time of day"_s;
  case toml::node_type::date_time:
    return u"a date with a time"_s;
  default:
    return u"nothing"_s;
  }
}

} // namespace

QString fromUtf8(std::string_view text) {
  return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

Place placeOf(const toml::source_region &source, const QString &field) {
  return {source.path ? QString::fromStdString(*source.path) : QString(),
          static_cast<int>(source.begin.line), static_cast<int>(source.begin.column), field};
}

TableReader::TableReader(const toml::table &table, QString path, Errors &errors)
    : m_table(&table), m_path(std::move(path)), m_errors(&errors) {}

std::vector<std::string> TableReader::keys() const {
  std::vector<std::string> all;
  for (const auto &[key, node] : *m_table)
    all.emplace_back(key.str());
  return all;
}

void TableReader::refuseOthers(keys::Keys known) const {
  QStringList list;
  for (const std::string_view key : known)
    list += fromUtf8(key);
  for (const auto &[key, node] : *m_table)
    if (std::find(known.begin(), known.end(), key.str()) == known.end())
      reportKey(u"unknown_key"_s, key.str(),
                u"is not a key here; the keys are: %1."_s.arg(list.join(u", "_s)));
}

const toml::node *TableReader::find(std::string_view key, Need need) const {
  const toml::node *node = m_table->get(key);
  if (node == nullptr && need == Need::Required)
    report(u"missing_key"_s, key, u"is missing; write it."_s);
  return node;
}

const toml::node *TableReader::find(std::string_view key, Need need, toml::node_type type,
                                    const QString &expected) const {
  const toml::node *node = find(key, need);
  if (node == nullptr || node->type() == type)
    return node;
  wrongType(*node, fieldOf(key), expected);
  return nullptr;
}

const toml::array *TableReader::array(std::string_view key, Need need) const {
  const toml::node *node = find(key, need, toml::node_type::array, u"a list: […]"_s);
  return node == nullptr ? nullptr : node->as_array();
}

std::optional<TableReader> TableReader::table(std::string_view key, keys::Keys known,
                                              Need need) const {
  const toml::node *node = find(key, need, toml::node_type::table, u"a table"_s);
  if (node == nullptr)
    return std::nullopt;
  return child(*node, fieldOf(key), known);
}

std::vector<TableReader> TableReader::rows(std::string_view key, keys::Keys known,
                                           Need need) const {
  std::vector<TableReader> all;
  const toml::array *list = array(key, need);
  for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) {
    const QString field = u"%1[%2]"_s.arg(fieldOf(key)).arg(i);
    if (list->get(i)->is_table())
      all.push_back(child(*list->get(i), field, known));
    else
      wrongType(*list->get(i), field, u"a table"_s);
  }
  return all;
}

std::vector<std::pair<QString, TableReader>> TableReader::entries(keys::Keys known) const {
  std::vector<std::pair<QString, TableReader>> all;
  for (const auto &[key, node] : *m_table) {
    const QString id = fromUtf8(key.str());
    if (!isId(id))
      reportKey(u"impossible_value"_s, key.str(),
                u"is not an id: use letters, digits, _ and -, at most 64."_s);
    if (node.is_table())
      all.emplace_back(id, child(node, fieldOf(key.str()), known));
    else
      wrongType(node, fieldOf(key.str()), u"a table: [%1]"_s.arg(id));
  }
  return all;
}

TableReader TableReader::child(const toml::node &node, const QString &field,
                               keys::Keys known) const {
  TableReader reader(*node.as_table(), field, *m_errors);
  if (!known.empty())
    reader.refuseOthers(known);
  return reader;
}

QString TableReader::fieldOf(std::string_view key) const {
  return m_path.isEmpty() ? fromUtf8(key) : m_path + u'.' + fromUtf8(key);
}

void TableReader::add(const QString &kind, const toml::source_region &source, const QString &field,
                      const QString &sentence) const {
  m_errors->push_back(
      {u"business."_s + kind, u"“%1” %2"_s.arg(field, sentence), placeOf(source, field)});
}

void TableReader::report(const QString &kind, std::string_view key, const QString &sentence) const {
  const toml::node *node = m_table->get(key);
  add(kind, node == nullptr ? m_table->source() : node->source(), fieldOf(key), sentence);
}

void TableReader::reportKey(const QString &kind, std::string_view key,
                            const QString &sentence) const {
  add(kind, m_table->find(key)->first.source(), fieldOf(key), sentence);
}

void TableReader::reportTable(const QString &kind, const QString &sentence) const {
  add(kind, m_table->source(), m_path, sentence);
}

void TableReader::refuse(std::string_view key, const QString &reason) const {
  if (has(key))
    reportKey(u"impossible_value"_s, key, reason);
}

void TableReader::wrongType(const toml::node &node, const QString &field,
                            const QString &expected) const {
  add(u"wrong_type"_s, node.source(), field,
      u"must be %1, not %2."_s.arg(expected, nameOf(node.type())));
}

} // namespace tenantry::business
