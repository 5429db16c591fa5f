// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/due_shares.h"

#include "services/core/greatest_id.h"

namespace tenantry::billing {

namespace {

/// A share has one to so many units.
constexpr int unitsInChunk = 5;

/// The units of the next share, of those that are left.
std::size_t unitsOf(std::size_t share, std::size_t left, std::size_t workers) {
  const auto even = std::clamp<std::size_t>(left / (2 * workers), 1, std::size_t(unitsInChunk));
  if (share == 0 || share >= workers)
    return even;
  return std::max<std::size_t>(1, even * share / workers);
}

} // namespace

Result<std::unique_ptr<DueShares>> DueShares::of(const store::Session &session, int workers,
                                                 int chunkSize) {
  TENANTRY_TRY(rows, session.database.query("subscription_due_boundaries",
                                            {{"as_of", session.clock.now()},
                                             {"chunk", std::max(1, chunkSize / unitsInChunk)}}));
  auto shares = std::make_unique<DueShares>();
  auto &all = shares->m_left;
  const std::size_t count = rows.size();
  OrganizationId after;
  for (std::size_t done = 0, share = 0; done < count; ++share) {
    done += std::min(unitsOf(share, count - done, std::size_t(workers)), count - done);
    const auto last = rows[done - 1].get<OrganizationId>(0);
    all.push_back({after, last});
    after = last;
  }
  all.push_back({after, OrganizationId(greatestId)}); // less than a unit, and what comes meanwhile
  std::ranges::reverse(all);
  return shares;
}

std::optional<subscriptions::DueRange> DueShares::take() {
  const std::scoped_lock lock(m_mutex);
  if (m_left.empty())
    return {};
  const auto next = m_left.back();
  m_left.pop_back();
  return next;
}

void DueShares::close() {
  const std::scoped_lock lock(m_mutex);
  m_left.clear();
}

} // namespace tenantry::billing
