// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <utility>
#include <vector>

namespace tenantry::models {

/// Which rows a preview said would change, so that nothing else is done where it cannot be undone:
/// a digest of 16 bytes a row, 16 MB for a million. Collected once, then asked.
class SeenKeys {
public:
  void add(const QString &key);
  void finish(); ///< all were added
  [[nodiscard]] bool contains(const QString &key) const;

private:
  using Digest = std::pair<std::size_t, std::size_t>;
  [[nodiscard]] static Digest digestOf(const QString &key);

  std::vector<Digest> m_digests; ///< in order, once it is finished
};

} // namespace tenantry::models
