// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/usage/part_book.h"
#include <algorithm>

namespace tenantry::usage {

namespace {

bool isBefore(const OrganizationId &organization, Instant from, const Part &part) {
  const auto order = organization <=> part.organization;
  return order < 0 || (order == 0 && from < part.from);
}

} // namespace

PartBook::PartBook(std::vector<Part> parts) : m_parts(std::move(parts)) {
  std::sort(m_parts.begin(), m_parts.end(),
            [](const Part &a, const Part &b) { return isBefore(a.organization, a.from, b); });
}

std::vector<Part>::const_iterator PartBook::after(const OrganizationId &organization,
                                                  Instant from) const {
  return std::upper_bound(
      m_parts.begin(), m_parts.end(), from,
      [&](Instant instant, const Part &part) { return isBefore(organization, instant, part); });
}

const Part *PartBook::at(const OrganizationId &organization, Instant instant) const {
  const auto next = after(organization, instant);
  if (next == m_parts.begin())
    return nullptr;
  const Part &part = *(next - 1);
  return part.organization == organization && instant < part.to ? &part : nullptr;
}

const Part *PartBook::beginningAt(const OrganizationId &organization, Instant from) const {
  const Part *part = at(organization, from);
  return part && part->from == from ? part : nullptr;
}

Instant PartBook::endOf(const OrganizationId &organization) const {
  const auto next = after(organization, Instant::max());
  if (next == m_parts.begin() || (next - 1)->organization != organization)
    return noPart;
  return (next - 1)->to;
}

// The first part of a period begins with it; only then can a later one be cut off from it.
bool PartBook::isSplit(const Part &part) const {
  if (part.from != part.periodFrom)
    return true;
  const auto next = after(part.organization, part.from);
  return next != m_parts.end() && next->organization == part.organization &&
         next->periodFrom == part.periodFrom;
}

} // namespace tenantry::usage
