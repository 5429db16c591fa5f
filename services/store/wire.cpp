// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/wire.h"
#include <QtEndian>
#include <array>
#include <bit>
#include <cstring>
#include <limits>

namespace tenantry::store::wire {

namespace {

constexpr Instant epoch{std::chrono::sys_days{std::chrono::year{2000} / 1 / 1}};
constexpr LocalDay epochDay{std::chrono::local_days{std::chrono::year{2000} / 1 / 1}};
constexpr char jsonbVersion = 1;

template <typename T> void appendBigEndian(std::string &out, T value) {
  std::array<char, sizeof(T)> bytes{};
  qToBigEndian(value, bytes.data());
  out.append(bytes.data(), bytes.size());
}

// In the order of Value::Scalar and Value::Array.
constexpr std::array<unsigned, 11> scalarTypes{Unknown, Bool,        Int8, Float8, Text,   Bytea,
                                               Uuid,    Timestamptz, Date, Jsonb,  Unknown};
constexpr std::array<std::pair<unsigned, unsigned>, 8> arrayTypes{{{BoolArray, Bool},
                                                                   {Int8Array, Int8},
                                                                   {TextArray, Text},
                                                                   {ByteaArray, Bytea},
                                                                   {UuidArray, Uuid},
                                                                   {TimestamptzArray, Timestamptz},
                                                                   {DateArray, Date},
                                                                   {JsonbArray, Jsonb}}};

template <typename T> void appendSized(std::string &out, const T &value) {
  const auto start = out.size();
  appendInt32(out, 0);
  append(out, value);
  qToBigEndian(static_cast<std::int32_t>(out.size() - start - 4), out.data() + start);
}

template <typename T>
void appendElements(std::string &out, const std::vector<std::optional<T>> &elements,
                    unsigned type) {
  bool hasNull = false;
  for (const auto &element : elements)
    hasNull = hasNull || !element;
  appendInt32(out, elements.empty() ? 0 : 1); // dimensions
  appendInt32(out, hasNull ? 1 : 0);
  appendInt32(out, static_cast<std::int32_t>(type));
  if (elements.empty())
    return;
  appendInt32(out, static_cast<std::int32_t>(elements.size()));
  appendInt32(out, 1); // lower bound
  for (const auto &element : elements) {
    if (element)
      appendSized(out, *element);
    else
      appendInt32(out, -1);
  }
}

struct ScalarEncoder {
  Encoded &encoded;
  void operator()(std::monostate) const {}
  void operator()(const Value::Array &array) const {
    const auto [arrayType, elementType] = arrayTypes.at(array.index());
    encoded.type = arrayType;
    encoded.isNull = false;
    std::visit([&, type = elementType](
                   const auto &elements) { appendElements(encoded.bytes, elements, type); },
               array);
  }
  template <typename T> void operator()(const T &value) const {
    encoded.isNull = false;
    append(encoded.bytes, value);
  }
};

} // namespace

void appendInt16(std::string &out, std::int16_t value) { appendBigEndian(out, value); }
void appendInt32(std::string &out, std::int32_t value) { appendBigEndian(out, value); }
void appendInt64(std::string &out, std::int64_t value) { appendBigEndian(out, value); }
std::int16_t readInt16(const char *data) { return qFromBigEndian<std::int16_t>(data); }
std::int32_t readInt32(const char *data) { return qFromBigEndian<std::int32_t>(data); }
std::int64_t readInt64(const char *data) { return qFromBigEndian<std::int64_t>(data); }

void append(std::string &out, bool value) { out.push_back(value ? 1 : 0); }
void append(std::string &out, std::int64_t value) { appendInt64(out, value); }
void append(std::string &out, double value) {
  appendInt64(out, std::bit_cast<std::int64_t>(value));
}

void append(std::string &out, QStringView value) {
  const QByteArray utf8 = value.toUtf8();
  out.append(utf8.constData(), static_cast<std::size_t>(utf8.size()));
}

void append(std::string &out, const QByteArray &value) {
  out.append(value.constData(), static_cast<std::size_t>(value.size()));
}

void append(std::string &out, const QUuid &value) {
  appendBigEndian(out, static_cast<quint32>(value.data1));
  appendBigEndian(out, static_cast<quint16>(value.data2));
  appendBigEndian(out, static_cast<quint16>(value.data3));
  out.append(reinterpret_cast<const char *>(value.data4), sizeof(value.data4));
}

void append(std::string &out, Instant value) {
  const auto isInfinite = value == Instant::max() || value == Instant::min();
  appendInt64(out, isInfinite ? value.time_since_epoch().count() : (value - epoch).count());
}

void append(std::string &out, LocalDay value) {
  appendInt32(out, static_cast<std::int32_t>((value - epochDay).count()));
}

void appendJson(std::string &out, std::string_view serialized) {
  out.push_back(jsonbVersion);
  out.append(serialized);
}

Instant instantOf(std::int64_t microsecondsSince2000) {
  using Limits = std::numeric_limits<std::int64_t>;
  const std::chrono::microseconds duration(microsecondsSince2000);
  const bool isInfinite =
      microsecondsSince2000 == Limits::max() || microsecondsSince2000 == Limits::min();
  return isInfinite ? Instant(duration) : epoch + duration;
}

LocalDay dayOf(std::int32_t daysSince2000) { return epochDay + std::chrono::days(daysSince2000); }

Encoded encode(const Value &value) {
  const bool isNull = value.scalar().index() == 0;
  Encoded encoded{scalarTypes.at(isNull ? value.nullOf() : value.scalar().index())};
  std::visit(ScalarEncoder{encoded}, value.scalar());
  return encoded;
}

} // namespace tenantry::store::wire
