// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/clock.h"
#include <QString>
#include <optional>
#include <utility>
#include <vector>

namespace tenantry {

/// Of what somebody was shown: 16 hex digits that change with it.
[[nodiscard]] QString pictureDigest(const QByteArray &shown);

/// What was shown of something, and when; the act that was confirmed is held to it.
struct Seen {
  QString digest{}; ///< as of pictureDigest(); empty: nothing of it is held to
  Instant at{};
};

/// What a preview showed of the rows that would change: 32 bytes a row, 3.2 MB for 100,000.
/// Collected once, then asked.
class SeenRows {
public:
  void add(const QString &key, const Seen &seen = {});
  void finish();                                                    ///< all were added
  [[nodiscard]] std::optional<Seen> find(const QString &key) const; ///< none: it was not shown
  [[nodiscard]] bool hasDigests() const { return m_hasDigests; }    ///< of any row

private:
  using Key = std::pair<std::size_t, std::size_t>; ///< a digest
  struct Row {
    Key key;
    quint64 digest = 0; ///< 0: none
    Instant at{};
  };
  [[nodiscard]] static Key keyOf(const QString &key);

  std::vector<Row> m_rows; ///< by key, once it is finished
  bool m_hasDigests = false;
};

} // namespace tenantry
