// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/bulk/seen_keys.h"

#include <QHash>
#include <algorithm>

namespace tenantry::models {

namespace {
constexpr std::size_t oneSeed = 0x9e3779b97f4a7c15U, otherSeed = 0xc2b2ae3d27d4eb4fU;
} // namespace

SeenKeys::Digest SeenKeys::digestOf(const QString &key) {
  return {qHash(key, oneSeed), qHash(key, otherSeed)};
}

void SeenKeys::add(const QString &key) { m_digests.push_back(digestOf(key)); }

void SeenKeys::finish() {
  std::sort(m_digests.begin(), m_digests.end());
  m_digests.shrink_to_fit();
}

bool SeenKeys::contains(const QString &key) const {
  return std::binary_search(m_digests.begin(), m_digests.end(), digestOf(key));
}

} // namespace tenantry::models
