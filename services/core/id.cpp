// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/id.h"

#include <QRandomGenerator>
#include <algorithm>
#include <array>
#include <mutex>

namespace tenantry {
namespace {

/// Random bits from the system, fetched in batches: one system call for many ids.
class RandomBatch {
public:
  quint64 next() {
    if (m_used == m_words.size()) {
      QRandomGenerator::system()->fillRange(m_words.data(), static_cast<qsizetype>(m_words.size()));
      m_used = 0;
    }
    return m_words[m_used++];
  }

private:
  std::array<quint64, 64> m_words{};
  std::size_t m_used = m_words.size();
};

struct Generator {
  std::mutex mutex;
  quint64 last = 0; ///< milliseconds << 12 | fraction, of the last id
  RandomBatch random;
};

/// RFC 9562 §6.2 method 3: the twelve bits after the milliseconds hold the fraction of the
/// millisecond.
quint64 ticks(Instant now) {
  const auto micros =
      static_cast<quint64>(std::max<std::int64_t>(0, now.time_since_epoch().count()));
  return (micros / 1000) << 12 | (micros % 1000) * 4096 / 1000;
}

} // namespace

QUuid makeUuidV7(Instant now) {
  static Generator generator;
  const std::scoped_lock lock(generator.mutex);
  // A clock that stands still or goes back still gives ascending ids: the next tick after the last
  // one.
  generator.last = std::max(ticks(now), generator.last + 1);
  const quint64 tick = generator.last;
  const quint64 random = generator.random.next();

  const auto tail = [random](int byte) { return static_cast<uchar>(random >> (8 * byte)); };
  return QUuid(static_cast<uint>(tick >> 28), static_cast<ushort>(tick >> 12),
               static_cast<ushort>(0x7000 | (tick & 0xFFF)),
               static_cast<uchar>(0x80 | (tail(0) & 0x3F)), tail(1), tail(2), tail(3), tail(4),
               tail(5), tail(6), tail(7));
}

} // namespace tenantry
