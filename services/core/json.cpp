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

/// The value, or nlohmann's own exception with the error's sentence.
template <typename T> T orThrow(Result<T> result, const Json &json) {
  if (!result)
    throw Json::other_error::create(501, result.error().toString().toStdString(), &json);
  return *std::move(result);
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
  } catch (const Json::exception &) { // a number beyond all bounds: it says no place
    return fail(u"json.invalid"_s, u"The JSON has a number that is too large to be stored."_s);
  }
}

QByteArray toBytes(const Json &json) {
  return QByteArray::fromStdString(json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

} // namespace tenantry

namespace nlohmann {

using namespace tenantry;

void adl_serializer<QString>::to_json(json &j, const QString &text) { j = text.toStdString(); }

void adl_serializer<QString>::from_json(const json &j, QString &text) {
  text = QString::fromStdString(j.get_ref<const std::string &>());
}

void adl_serializer<Instant>::to_json(json &j, Instant instant) { j = toIso(instant); }

void adl_serializer<Instant>::from_json(const json &j, Instant &instant) {
  instant = orThrow(parseInstant(j.get<QString>()), j);
}

void adl_serializer<LocalDay>::to_json(json &j, LocalDay day) { j = toIso(day); }

void adl_serializer<LocalDay>::from_json(const json &j, LocalDay &day) {
  day = orThrow(parseDay(j.get<QString>()), j);
}

void adl_serializer<Money>::to_json(json &j, const Money &money) {
  j = {{"amount", money.minor()}, {"currency", money.currency().code()}};
}

void adl_serializer<Money>::from_json(const json &j, Money &money) {
  const auto currency = orThrow(Currency::parse(j.at("currency").get<QString>()), j);
  money = Money(j.at("amount").get<std::int64_t>(), currency);
}

} // namespace nlohmann
