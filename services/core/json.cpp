// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/json.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry {
namespace {

Place placeOf(const QByteArray &utf8, std::size_t byte) {
  const auto end = static_cast<qsizetype>(std::min(byte, static_cast<std::size_t>(utf8.size())));
  const QByteArray before = utf8.first(end > 0 ? end - 1 : 0);
  Place place;
  place.line = static_cast<int>(before.count('\n')) + 1;
  place.column = static_cast<int>(before.size() - before.lastIndexOf('\n'));
  return place;
}

} // namespace

Result<Json> parseJson(const QByteArray &utf8) {
  try {
    return Json::parse(utf8.cbegin(), utf8.cend());
  } catch (const Json::parse_error &error) {
    const Place place = placeOf(utf8, error.byte);
    return fail(
        u"json.invalid"_s,
        u"The JSON cannot be read at line %1, column %2: correct it there."_s.arg(place.line)
            .arg(place.column),
        place);
  }
}

QByteArray toBytes(const Json &json) {
  return QByteArray::fromStdString(json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

} // namespace tenantry
