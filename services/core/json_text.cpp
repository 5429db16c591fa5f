// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/json_text.h"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace tenantry {

struct JsonText::Writing {
  rapidjson::StringBuffer text;
  rapidjson::Writer<rapidjson::StringBuffer> writer{text};

  void write(const Json &json);
  void writeText(const std::string &utf8) {
    writer.String(utf8.data(), static_cast<rapidjson::SizeType>(utf8.size()));
  }
  void writeObject(const Json &json);
};

void JsonText::Writing::writeObject(const Json &json) {
  writer.StartObject();
  for (const auto &[key, value] : json.items()) {
    writer.Key(key.data(), static_cast<rapidjson::SizeType>(key.size()));
    write(value);
  }
  writer.EndObject();
}

void JsonText::Writing::write(const Json &json) {
  switch (json.type()) {
  case Json::value_t::object:
    return writeObject(json);
  case Json::value_t::array:
    writer.StartArray();
    for (const auto &value : json)
      write(value);
    writer.EndArray();
    return;
  case Json::value_t::string:
    return writeText(json.get_ref<const std::string &>());
  case Json::value_t::boolean:
    writer.Bool(json.get<bool>());
    return;
  case Json::value_t::number_integer:
    writer.Int64(json.get<std::int64_t>());
    return;
  case Json::value_t::number_unsigned:
    writer.Uint64(json.get<std::uint64_t>());
    return;
  case Json::value_t::null:
    writer.Null();
    return;
  default: { // a fraction looks as it does elsewhere
    const auto number = json.dump();
    writer.RawValue(number.data(), number.size(), rapidjson::kNumberType);
  }
  }
}

JsonText::JsonText() : m_writing(std::make_unique<Writing>()) {}
JsonText::~JsonText() = default;

std::string_view JsonText::of(const Json &json) {
  m_writing->text.Clear();
  m_writing->writer.Reset(m_writing->text);
  m_writing->write(json);
  return {m_writing->text.GetString(), m_writing->text.GetSize()};
}

} // namespace tenantry
