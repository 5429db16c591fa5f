// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/business/sections.h"

using namespace Qt::StringLiterals;

namespace tenantry::business {

tl::expected<toml::table, Error> parseToml(const std::string &text, const QString &file) {
  try {
    return toml::parse(text, file.toStdString());
  } catch (const toml::parse_error &error) {
    return fail(u"business.syntax"_s, u"This is not TOML: %1"_s.arg(fromUtf8(error.description())),
                placeOf(error.source(), QString()));
  }
}

void layOver(toml::table &base, toml::table &&over) {
  for (auto &&[key, node] : over) {
    toml::table *below = base[key].as_table();
    if (below != nullptr && node.is_table()) {
      layOver(*below, std::move(*node.as_table()));
      continue;
    }
    base.erase(key); // so that the key, too, gets the place of the new one
    base.insert_or_assign(key, std::move(node));
  }
}

void fillIn(toml::table &target, toml::table &&defaults) {
  for (auto &&[key, node] : defaults) {
    if (!target.contains(key))
      target.insert_or_assign(key, std::move(node));
    else if (toml::table *inner = target[key].as_table(); inner != nullptr && node.is_table())
      fillIn(*inner, std::move(*node.as_table()));
  }
}

void sortByPlace(Errors &errors) {
  std::stable_sort(errors.begin(), errors.end(), [](const Error &a, const Error &b) {
    return std::tie(a.place.file, a.place.line, a.place.column) <
           std::tie(b.place.file, b.place.line, b.place.column);
  });
}

} // namespace tenantry::business
