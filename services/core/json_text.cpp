// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/json_text.h"

#include <QStringEncoder>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace tenantry {

struct JsonText::Writing {
  rapidjson::StringBuffer text;
  rapidjson::Writer<rapidjson::StringBuffer> writer{text};
  std::string utf8; ///< room for a text

  void write(const Json &json);
  void writeText(const std::string &string) {
    writer.String(string.data(), static_cast<rapidjson::SizeType>(string.size()));
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

void JsonText::begin() {
  m_writing->text.Clear();
  m_writing->writer.Reset(m_writing->text);
}

std::string_view JsonText::text() const {
  return {m_writing->text.GetString(), m_writing->text.GetSize()};
}

std::string_view JsonText::of(const Json &json) {
  begin();
  tree(json);
  return text();
}

void JsonText::beginObject() { m_writing->writer.StartObject(); }
void JsonText::endObject() { m_writing->writer.EndObject(); }
void JsonText::beginArray() { m_writing->writer.StartArray(); }
void JsonText::endArray() { m_writing->writer.EndArray(); }

void JsonText::key(std::string_view utf8) {
  m_writing->writer.Key(utf8.data(), static_cast<rapidjson::SizeType>(utf8.size()));
}

void JsonText::value(QStringView text) {
  QStringEncoder encoder(QStringEncoder::Utf8, QStringConverter::Flag::Stateless);
  auto &utf8 = m_writing->utf8;
  utf8.resize(static_cast<std::size_t>(encoder.requiredSpace(text.size())));
  utf8.resize(static_cast<std::size_t>(encoder.appendToBuffer(utf8.data(), text) - utf8.data()));
  m_writing->writeText(utf8);
}

void JsonText::value(std::int64_t number) { m_writing->writer.Int64(number); }
void JsonText::value(bool truth) { m_writing->writer.Bool(truth); }
void JsonText::tree(const Json &json) { m_writing->write(json); }

} // namespace tenantry
