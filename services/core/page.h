// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <vector>

namespace tenantry {

/// A part of a list that is read by keyset: its rows, and after what the next part begins.
template <typename Row, typename Cursor> struct PageOf {
  std::vector<Row> rows;
  std::optional<Cursor> next; ///< none: this was the last
};

} // namespace tenantry
