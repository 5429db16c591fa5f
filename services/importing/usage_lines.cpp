// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/importing/usage_lines.h"

#include "services/importing/mapped_row.h"
#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;

namespace tenantry::importing {

namespace {

using Json = nlohmann::json;

Failure bad(const Place &line, const QString &field, const QString &code, const QString &message) {
  return fail(code, message, memberAt(line, field));
}

/// The place of a byte of an event, counted from 1.
Place placeOf(std::size_t byte, QByteArrayView event, const Place &start) {
  const auto before =
      event.first(std::min<qsizetype>(static_cast<qsizetype>(byte) - 1, event.size()));
  const auto line = before.lastIndexOf('\n');
  const auto letters = std::count_if(before.begin() + line + 1, before.end(),
                                     [](char c) { return (static_cast<uchar>(c) & 0xc0) != 0x80; });
  Place place = start;
  place.line += static_cast<int>(std::count(before.begin(), before.end(), '\n'));
  const int first = line < 0 ? std::max(start.column, 1) : 1;
  constexpr auto most = std::numeric_limits<int>::max();
  place.column = letters > most - first ? most : first + static_cast<int>(letters);
  return place;
}

QString textOf(const Json &json) {
  return QString::fromStdString(json.get_ref<const std::string &>());
}

/// The text of a member; empty where it is missing or something else than text.
QString textMember(const Json &object, const char *key) {
  const auto member = object.find(key);
  return member != object.end() && member->is_string() ? textOf(*member) : QString();
}

Result<Json> parseObject(QByteArrayView text, const Place &place) {
  try {
    Json json = Json::parse(text.begin(), text.end());
    if (json.is_object())
      return json;
  } catch (const Json::parse_error &error) {
    return fail(u"json_invalid"_s,
                place.field.isEmpty()
                    ? u"The line is not valid JSON from here on; each line must hold one event"_s
                    : u"The event is not valid JSON from here on"_s,
                placeOf(error.byte, text, place));
  } catch (const Json::out_of_range &) {
    return fail(u"json_invalid"_s,
                u"The line has a number that is too large; write numbers with so "
                u"many digits as text"_s,
                place);
  }
  return fail(u"json_invalid"_s,
              place.field.isEmpty()
                  ? u"The line is not a JSON object; each line must hold one event"_s
                  : u"The event is not a JSON object"_s,
              place);
}

/// A number of JSON is exact up to 15 digits; finer decimals must be written as text.
Result<Rational> parseQuantity(const Json &data, const Place &place) {
  const auto failure = [&](const QString &written) {
    return bad(
        place, u"data.quantity"_s, u"quantity_invalid"_s,
        u"“%1” is not a quantity; write a number, or text where it has more than 15 digits"_s.arg(
            written));
  };
  const auto member = data.find("quantity");
  if (member == data.end())
    return failure({});
  if (member->is_number_unsigned())
    return Rational(member->get<std::uint64_t>());
  if (member->is_number_integer())
    return Rational(member->get<std::int64_t>());
  const QString written =
      member->is_string() ? textOf(*member) : QString::fromStdString(member->dump());
  const auto quantity = parseDecimal(written);
  constexpr auto isDigit = [](QChar c) { return c.isDigit(); };
  if (!quantity ||
      (member->is_number_float() && std::count_if(written.begin(), written.end(), isDigit) > 16))
    return failure(written.left(40));
  return *quantity;
}

/// What the database can store and, of a metric that counts values, find again.
Result<> checkText(const QString &text, const QString &field, const Place &place) {
  constexpr qsizetype mostBytes = 2000;
  if (text.contains(QChar(u'\0')))
    return bad(place, field, u"text.nul"_s, u"A NUL character (\\u0000) cannot be kept"_s);
  if (text.toUtf8().size() > mostBytes)
    return bad(place, field, u"text_too_long"_s,
               u"The text has more than %1 bytes, which cannot be kept"_s.arg(mostBytes));
  return {};
}

Result<QMap<QString, QString>> parseDimensions(const Json &data, const Place &place) {
  QMap<QString, QString> dimensions;
  for (const auto &[key, value] : data.items()) {
    if (key == "quantity" || value.is_null())
      continue;
    const QString name = QString::fromStdString(key);
    if (value.is_structured())
      return bad(
          place, u"data."_s + name, u"dimension_invalid"_s,
          u"The dimension “%1” is not a plain value; write text, a number, true or false"_s.arg(
              name));
    const auto written = value.is_string() ? textOf(value) : QString::fromStdString(value.dump());
    TENANTRY_CHECK(checkText(name, u"data"_s, place));
    TENANTRY_CHECK(checkText(written, u"data."_s + name, place));
    dimensions.insert(name, written);
  }
  return dimensions;
}

Result<> parseEnvelope(const Json &event, const UsageChecks &checks, const Place &place,
                       UsageLine &to) {
  to.id = textMember(event, "id");
  to.source = textMember(event, "source");
  to.metric = textMember(event, "type");
  if (event.contains("specversion") && textMember(event, "specversion") != u"1.0")
    return bad(place, u"specversion"_s, u"specversion_unknown"_s,
               u"Only CloudEvents 1.0 is supported"_s);
  if (to.id.isEmpty())
    return bad(place, u"id"_s, u"id_missing"_s,
               u"The event has no id, which is needed to recognize a repeat"_s);
  if (to.id.size() > longestKey)
    return bad(
        place, u"id"_s, u"text_too_long"_s,
        u"The id has %1 characters; at most %2 can be kept"_s.arg(to.id.size()).arg(longestKey));
  TENANTRY_CHECK(checkText(to.id, u"id"_s, place));
  if (to.metric.isEmpty() || (checks.isKnownMetric && !checks.isKnownMetric(to.metric)))
    return bad(
        place, u"type"_s, u"metric_unknown"_s,
        u"There is no metric “%1”; add it to the business files and apply them, or correct the event"_s
            .arg(to.metric));
  if (to.source.isEmpty() || (checks.isKnownOrganization && !checks.isKnownOrganization(to.source)))
    return bad(place, u"source"_s, u"organization_unknown"_s,
               u"There is no organization “%1”; import the customers first"_s.arg(to.source));
  const auto time = parseInstant(textMember(event, "time"));
  if (!time)
    return bad(place, u"time"_s, u"time_invalid"_s,
               u"The event has no time such as 2026-01-31T09:00:00Z (RFC 3339)"_s);
  to.time = *time;
  return {};
}

} // namespace

Place memberAt(Place event, const QString &member) {
  event.field += event.field.isEmpty() || member.isEmpty() ? member : u'.' + member;
  return event;
}

Result<UsageLine> parseUsageLine(QByteArrayView json, const UsageChecks &checks,
                                 const Place &place) {
  TENANTRY_TRY(event, parseObject(json, place));
  UsageLine usage;
  usage.place = place;
  TENANTRY_CHECK(parseEnvelope(event, checks, place, usage));
  const Json data = event.value("data", Json::object());
  if (!data.is_object())
    return bad(place, u"data"_s, u"quantity_invalid"_s,
               u"The event's data is not an object with a quantity"_s);
  TENANTRY_TRY(quantity, parseQuantity(data, place));
  TENANTRY_TRY(dimensions, parseDimensions(data, place));
  usage.quantity = quantity;
  usage.dimensions = dimensions;
  return usage;
}

UsageLines::UsageLines(QIODevice &device, const QString &file, UsageChecks checks)
    : m_lines(device, file), m_checks(std::move(checks)) {}

Result<std::optional<UsageLine>> UsageLines::next() {
  for (;;) {
    TENANTRY_TRY(line, m_lines.next());
    if (!line)
      return std::nullopt;
    const QByteArrayView text = QByteArrayView(line->bytes).trimmed();
    if (!text.isEmpty())
      return parseUsageLine(text, m_checks, {m_lines.file(), line->number, 0, {}});
  }
}

} // namespace tenantry::importing
