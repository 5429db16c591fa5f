// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/business/keys.h"
#include "services/business/words.h"
#include <toml++/toml.h>

namespace tenantry::business {

using Errors = std::vector<Error>;

enum class Need { Optional, Required };

/// Both ends included.
struct Range {
  std::int64_t from = 0;
  std::int64_t to = std::numeric_limits<std::int64_t>::max();
};
/// Minor units: with seats and twelve months far beyond use, and far within the integer.
constexpr Range anyAmount{0, 1'000'000'000'000};
constexpr Range anyQuantity{0, 1'000'000'000'000'000};
constexpr Range upToMillion{0, 1'000'000}; ///< days, hours, counts: far beyond use, far within int

[[nodiscard]] QString fromUtf8(std::string_view text);
[[nodiscard]] Place placeOf(const toml::source_region &source, const QString &field);

/// Typed access to one table of a business file. Every `read` leaves the target as it is where the
/// key is absent or wrong, collects what is wrong with its place, and goes on. It returns whether
/// the target was set.
class TableReader {
public:
  /// `path` is how a person names the table: "plans.starter.price[0]". Table and errors must
  /// outlive the reader.
  TableReader(const toml::table &table, QString path, Errors &errors);

  [[nodiscard]] const QString &path() const { return m_path; }
  [[nodiscard]] bool has(std::string_view key) const { return m_table->contains(key); }
  [[nodiscard]] bool holdsText(std::string_view key) const {
    return m_table->get_as<std::string>(key) != nullptr;
  }
  [[nodiscard]] std::vector<std::string> keys() const;
  void refuseOthers(keys::Keys known) const;

  bool read(std::string_view key, QString &value, Need need = Need::Optional) const;
  bool read(std::string_view key, Text &value, Need need = Need::Optional) const;
  bool read(std::string_view key, bool &value, Need need = Need::Optional) const;
  bool read(std::string_view key, std::int64_t &value, Range range,
            Need need = Need::Optional) const;
  bool read(std::string_view key, int &value, Range range, Need need = Need::Optional) const;
  /// A decimal string, or a whole number: a TOML float is binary and not exact.
  bool read(std::string_view key, Rational &value, Range range, Need need = Need::Optional) const;
  bool read(std::string_view key, Currency &value, Need need = Need::Optional) const;
  bool read(std::string_view key, std::optional<LocalDay> &value) const;
  bool read(std::string_view key, std::vector<QString> &value, Need need = Need::Optional) const;
  bool read(std::string_view key, std::vector<int> &value, Range range,
            Need need = Need::Optional) const;
  bool readCountry(std::string_view key, QString &value, Need need = Need::Optional) const;
  /// Letters, digits, `_` and `-`, at most 64.
  bool readId(std::string_view key, QString &value, Need need = Need::Optional) const;
  template <typename E>
  requires std::is_enum_v<E>
  bool read(std::string_view key, E &value, Need need = Need::Optional) const;

  [[nodiscard]] std::optional<TableReader> table(std::string_view key, keys::Keys known,
                                                 Need need = Need::Optional) const;
  /// `[[key]]`: each row with its unknown keys already refused.
  [[nodiscard]] std::vector<TableReader> rows(std::string_view key, keys::Keys known,
                                              Need need = Need::Optional) const;
  /// `[id]`: every key is the id of a table of its own.
  [[nodiscard]] std::vector<std::pair<QString, TableReader>> entries(keys::Keys known) const;

  /// At the value of the key; where there is none, at the table.
  void report(const QString &kind, std::string_view key, const QString &sentence) const;
  /// At the key itself.
  void reportKey(const QString &kind, std::string_view key, const QString &sentence) const;
  void reportTable(const QString &kind, const QString &sentence) const;
  /// Refuses keys that make no sense beside another one: "only with model = …".
  void refuse(std::string_view key, const QString &reason) const;

private:
  [[nodiscard]] const toml::node *find(std::string_view key, Need need) const;
  [[nodiscard]] const toml::node *find(std::string_view key, Need need, toml::node_type type,
                                       const QString &expected) const;
  [[nodiscard]] const toml::array *array(std::string_view key, Need need) const;
  [[nodiscard]] bool inRange(std::string_view key, const Rational &value, Range range) const;
  void wrongType(const toml::node &node, const QString &field, const QString &expected) const;
  [[nodiscard]] QString fieldOf(std::string_view key) const;
  [[nodiscard]] TableReader child(const toml::node &node, const QString &field,
                                  keys::Keys known) const;
  void add(const QString &kind, const toml::source_region &source, const QString &field,
           const QString &sentence) const;

  const toml::table *m_table;
  QString m_path;
  Errors *m_errors;
};

template <typename E>
requires std::is_enum_v<E>
bool TableReader::read(std::string_view key, E &value, Need need) const {
  QString text;
  if (!read(key, text, need))
    return false;
  if (const auto found = fromWord<E>(text.toStdString())) {
    value = *found;
    return true;
  }
  using namespace Qt::StringLiterals;
  report(u"impossible_value"_s, key,
         u"is “%1”; write one of: %2."_s.arg(text, QString::fromStdString(allWords<E>())));
  return false;
}

/// Reports every second occurrence in a list, so that a list is a set.
void refuseRepeated(const TableReader &reader, std::string_view key,
                    const std::vector<QString> &values);
[[nodiscard]] bool isId(const QString &text);

} // namespace tenantry::business
