// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/billing/preview_store.h"

#include <algorithm>
#include <limits>

namespace tenantry::models {

namespace {

static_assert(sizeof(PreviewChunk::Packed) == 88, "what docs/architecture.md says of a row");

PreviewChunk::Packed packedOf(const PreviewRow &row) {
  PreviewChunk::Packed packed{};
  packed.organization = row.id.organization;
  packed.position = row.id.position;
  packed.recurring = row.recurring;
  packed.usage = row.usage;
  packed.discount = row.discount;
  packed.tax = row.tax;
  packed.total = row.total;
  packed.currency = row.currency;
  packed.hasBefore = row.before.has_value();
  packed.before = row.before.value_or(0);
  packed.hasDay = row.issued.has_value();
  packed.issued = row.issued ? std::int32_t(row.issued->time_since_epoch().count()) : 0;
  packed.kind = static_cast<std::uint8_t>(row.finding.kind) & 0x7U;
  packed.percent = float(row.finding.percent);
  packed.isHeld = row.isHeld;
  packed.isReviewed = row.isReviewed;
  packed.needsApproval = row.needsApproval;
  return packed;
}

} // namespace

std::optional<double> PreviewChunk::Packed::changeInPercent() const {
  return hasBefore ? billing::changeInPercent(total, before) : std::nullopt;
}

PreviewChunk::PreviewChunk(const std::vector<PreviewRow> &rows) : m_missing{QStringList()} {
  m_rows.reserve(rows.size());
  for (const auto &row : rows) {
    auto packed = packedOf(row);
    const auto name = row.name.toUtf8();
    packed.nameAt = std::uint32_t(m_names.size());
    packed.nameSize =
        std::uint16_t(std::min<qsizetype>(name.size(), std::numeric_limits<std::uint16_t>::max()));
    m_names.append(name.constData(), packed.nameSize);
    auto known = std::find(m_missing.begin(), m_missing.end(), row.finding.missing);
    if (known == m_missing.end())
      known = m_missing.insert(known, row.finding.missing);
    packed.missing = std::uint16_t(known - m_missing.begin());
    m_rows.push_back(packed);
  }
  m_names.squeeze();
}

QString PreviewChunk::name(std::size_t at) const {
  const auto &row = m_rows[at];
  return QString::fromUtf8(m_names.constData() + row.nameAt, row.nameSize);
}

PreviewRow PreviewChunk::row(std::size_t at) const {
  const auto &packed = m_rows[at];
  PreviewRow row;
  row.id = {packed.organization, packed.position};
  row.name = name(at);
  row.currency = packed.currency;
  row.recurring = packed.recurring;
  row.usage = packed.usage;
  row.discount = packed.discount;
  row.tax = packed.tax;
  row.total = packed.total;
  if (packed.hasDay)
    row.issued = LocalDay(std::chrono::days(packed.issued));
  if (packed.hasBefore)
    row.before = packed.before;
  row.finding = {packed.finding(), double(packed.percent), m_missing[packed.missing]};
  row.isHeld = packed.isHeld;
  row.isReviewed = packed.isReviewed;
  row.needsApproval = packed.needsApproval;
  return row;
}

/// What is wanted of a row is a copy of it.
template <typename Wanted>
std::shared_ptr<const PreviewChunk> PreviewChunk::with(Wanted wanted) const {
  std::shared_ptr<PreviewChunk> changed;
  for (std::size_t at = 0; at < m_rows.size(); ++at) {
    const Packed row = wanted(at, m_rows[at]);
    if (row.isHeld == m_rows[at].isHeld && row.isReviewed == m_rows[at].isReviewed)
      continue;
    if (!changed)
      changed = std::make_shared<PreviewChunk>(*this);
    changed->m_rows[at] = row;
  }
  return changed;
}

std::shared_ptr<const PreviewChunk>
PreviewChunk::withHolds(const std::set<OrganizationId> &held) const {
  return with([&held](std::size_t, Packed row) {
    row.isHeld = held.contains(row.organization);
    return row;
  });
}

std::shared_ptr<const PreviewChunk>
PreviewChunk::withReviews(const std::vector<bool> &reviewed) const {
  return with([&reviewed](std::size_t at, Packed row) {
    row.isReviewed = reviewed[at];
    return row;
  });
}

std::size_t PreviewChunk::bytes() const {
  std::size_t bytes = sizeof *this + m_rows.capacity() * sizeof(Packed) +
                      static_cast<std::size_t>(m_names.capacity()) +
                      m_missing.capacity() * sizeof(QStringList);
  for (const auto &fields : m_missing)
    for (const auto &field : fields)
      bytes += sizeof field + static_cast<std::size_t>(field.capacity()) * sizeof(QChar);
  return bytes;
}

void PreviewStore::clear() {
  m_chunks.clear();
  m_size = 0;
  ++m_version;
}

void PreviewStore::append(std::shared_ptr<const PreviewChunk> chunk) {
  m_size += int(chunk->size());
  m_chunks.push_back(std::move(chunk));
  ++m_version;
}

bool PreviewStore::setHeld(const std::set<OrganizationId> &held) {
  bool isOther = false;
  for (auto &chunk : m_chunks)
    if (auto changed = chunk->withHolds(held)) {
      chunk = std::move(changed);
      isOther = true;
    }
  m_version += isOther;
  return isOther;
}

bool PreviewStore::setReviewed(const std::vector<std::vector<bool>> &reviewed) {
  bool isOther = false;
  for (std::size_t at = 0; at < std::min(reviewed.size(), m_chunks.size()); ++at)
    if (auto changed = m_chunks[at]->withReviews(reviewed[at])) {
      m_chunks[at] = std::move(changed);
      isOther = true;
    }
  m_version += isOther;
  return isOther;
}

PreviewRow PreviewStore::row(int at) const {
  return chunkOf(at).row(static_cast<std::size_t>(at) % chunkSize);
}

std::size_t PreviewStore::bytes() const {
  std::size_t bytes = m_chunks.capacity() * sizeof m_chunks.front();
  for (const auto &chunk : m_chunks)
    bytes += chunk->bytes();
  return bytes;
}

} // namespace tenantry::models
