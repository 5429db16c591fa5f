// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/json.h"
#include <concepts>
#include <memory>
#include <string_view>

namespace tenantry {

/// JSON as compact text, for many small values one after the other: the room that the text of one
/// took serves the next. A single one is written by toBytes(). A text stands until the next begins.
class JsonText {
public:
  JsonText();
  ~JsonText();
  JsonText(const JsonText &) = delete;
  JsonText &operator=(const JsonText &) = delete;

  /// UTF-8; strings have to be that already.
  [[nodiscard]] std::string_view of(const Json &json);

  /// The same without a tree before it: begin(), then its parts in their order, then text().
  void begin();
  void beginObject();
  void endObject();
  void beginArray();
  void endArray();
  void key(std::string_view utf8);
  void value(QStringView text);
  void value(const char *) = delete; ///< would become a bool
  void value(std::int64_t number);
  void value(bool truth);
  void value(const std::same_as<Json> auto &json) { tree(json); }
  template <typename T> void member(std::string_view name, const T &of) {
    key(name);
    value(of);
  }
  [[nodiscard]] std::string_view text() const;

private:
  struct Writing;
  void tree(const Json &json);
  std::unique_ptr<Writing> m_writing;
};

} // namespace tenantry
