// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/json.h"
#include <memory>
#include <string_view>

namespace tenantry {

/// JSON as compact text, for many small values one after the other: the room that the text of one
/// took serves the next. A single one is written by toBytes().
class JsonText {
public:
  JsonText();
  ~JsonText();
  JsonText(const JsonText &) = delete;
  JsonText &operator=(const JsonText &) = delete;

  /// UTF-8; strings have to be that already. Stands until the next call.
  [[nodiscard]] std::string_view of(const Json &json);

private:
  struct Writing;
  std::unique_ptr<Writing> m_writing;
};

} // namespace tenantry
