// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/seen_rows.h"

#include <QCryptographicHash>
#include <QHash>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry {

namespace {
constexpr std::size_t oneSeed = 0x9e3779b97f4a7c15U, otherSeed = 0xc2b2ae3d27d4eb4fU;
constexpr int digits = 16, base = 16;
} // namespace

QString pictureDigest(const QByteArray &shown) {
  return QString::fromLatin1(
      QCryptographicHash::hash(shown, QCryptographicHash::Sha256).toHex().left(digits));
}

SeenRows::Key SeenRows::keyOf(const QString &key) {
  return {qHash(key, oneSeed), qHash(key, otherSeed)};
}

void SeenRows::add(const QString &key, const Seen &seen) {
  Q_ASSERT(seen.digest.isEmpty() || seen.digest.size() == digits);
  m_rows.push_back({keyOf(key), seen.digest.toULongLong(nullptr, base), seen.at});
  m_hasDigests = m_hasDigests || !seen.digest.isEmpty();
}

void SeenRows::finish() {
  std::ranges::sort(m_rows, {}, &Row::key);
  m_rows.shrink_to_fit();
}

std::optional<Seen> SeenRows::find(const QString &key) const {
  const auto wanted = keyOf(key);
  const auto row = std::ranges::lower_bound(m_rows, wanted, {}, &Row::key);
  if (row == m_rows.end() || row->key != wanted)
    return {};
  if (row->digest == 0)
    return Seen{{}, row->at};
  return Seen{u"%1"_s.arg(row->digest, digits, base, QChar(u'0')), row->at};
}

} // namespace tenantry
