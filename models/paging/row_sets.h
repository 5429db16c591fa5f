// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <algorithm>
#include <vector>

/// Rows that are known by their `id`.
namespace tenantry::models {

/// The rows, and of the others those that they lack, up to that many.
template <typename Row>
std::vector<Row> joined(std::vector<Row> rows, const std::vector<Row> &others, int count) {
  for (const auto &other : others) {
    const bool isKnown =
        std::any_of(rows.begin(), rows.end(), [&](const Row &row) { return row.id == other.id; });
    if (!isKnown && static_cast<int>(rows.size()) < count)
      rows.push_back(other);
  }
  return rows;
}

template <typename Row>
bool hasSameRows(const std::vector<Row> &some, const std::vector<Row> &others) {
  return std::equal(some.begin(), some.end(), others.begin(), others.end(),
                    [](const Row &one, const Row &other) { return one.id == other.id; });
}

} // namespace tenantry::models
