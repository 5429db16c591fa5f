// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/store/value.h"
#include <concepts>
#include <string>
#include <string_view>

namespace tenantry::store::wire {

/// Object ids of PostgreSQL's built-in types (src/include/catalog/pg_type.dat): fixed for ever.
enum Type : unsigned {
  Unknown = 0,
  Bool = 16,
  Bytea = 17,
  Name = 19,
  Int8 = 20,
  Int2 = 21,
  Int4 = 23,
  Text = 25,
  JsonText = 114,
  Float4 = 700,
  Float8 = 701,
  BlankPadded = 1042,
  Varchar = 1043,
  Date = 1082,
  Timestamptz = 1184,
  Uuid = 2950,
  Jsonb = 3802,
  BoolArray = 1000,
  ByteaArray = 1001,
  TextArray = 1009,
  Int8Array = 1016,
  DateArray = 1182,
  TimestamptzArray = 1185,
  UuidArray = 2951,
  JsonbArray = 3807
};

/// Big-endian integers, as every field of the protocol and of binary COPY has them.
void appendInt16(std::string &out, std::int16_t value);
void appendInt32(std::string &out, std::int32_t value);
void appendInt64(std::string &out, std::int64_t value);
[[nodiscard]] std::int16_t readInt16(const char *data);
[[nodiscard]] std::int32_t readInt32(const char *data);
[[nodiscard]] std::int64_t readInt64(const char *data);

/// The binary form of one value, without its length.
void append(std::string &out, bool value);
void append(std::string &out, std::int64_t value);
void append(std::string &out, double value);
void append(std::string &out, QStringView value);
void append(std::string &out, const QByteArray &value);
void append(std::string &out, const QUuid &value);
void append(std::string &out, Instant value); ///< Instant::max() and min() are ±infinity
void append(std::string &out, LocalDay value);
void appendJson(std::string &out, std::string_view serialized);
/// As jsonb. Only a Json itself: nearly everything else would convert to one.
template <std::same_as<Json> T> void append(std::string &out, const T &value) {
  appendJson(out, value.dump());
}

[[nodiscard]] Instant instantOf(std::int64_t microsecondsSince2000);
[[nodiscard]] LocalDay dayOf(std::int32_t daysSince2000);

/// One parameter as libpq takes it.
struct Encoded {
  unsigned type = Unknown;
  bool isNull = true;
  std::string bytes{};
};
[[nodiscard]] Encoded encode(const Value &value);

} // namespace tenantry::store::wire
