// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/usage/reservations.h"
#include "services/store/events.h"
#include "services/usage/counting.h"
#include "services/usage/reservation_rules.h"
#include "services/usage/usage_repository.h"

using namespace Qt::StringLiterals;

namespace tenantry::usage {

namespace {

Result<KnownKeys> knownOf(store::Session &session, const OrganizationId &organization,
                          const std::vector<QString> &keys) {
  TENANTRY_TRY(rows, session.database.query("usage_keys_known", {{"organization", organization},
                                                                 {"keys", keys},
                                                                 {"now", session.clock.now()}}));
  KnownKeys known;
  for (const auto row : rows) {
    KnownKey key{{}, row.get<bool>(4)};
    if (const auto metric = row.get<std::optional<QString>>(1))
      key.held = Held{*metric, row.get<std::int64_t>(2), row.get<Instant>(3)};
    known.emplace(row.get<QString>(0), std::move(key));
  }
  return known;
}

/// These, or with nullopt those that have run out.
Result<std::int64_t> end(store::Session &session, const OrganizationId &organization,
                         const std::optional<std::vector<QString>> &keys) {
  TENANTRY_TRY(count,
               session.database.one<std::int64_t>(
                   "usage_reservations_end",
                   {{"organization", organization}, {"keys", keys}, {"now", session.clock.now()}}));
  return std::get<0>(*count);
}

template <typename Rows> std::vector<QString> keysOf(const Rows &rows) {
  std::vector<QString> keys;
  keys.reserve(rows.size());
  for (const auto &row : rows)
    keys.push_back(row.key);
  return keys;
}

/// Where the metrics of these requests or events stand.
template <typename Rows>
Result<std::map<QString, Quota>> quotasOf(store::Session &session,
                                          business::AppliedBusiness &business,
                                          const OrganizationId &organization, const Rows &rows) {
  TENANTRY_TRY(applied, business.current(session));
  TENANTRY_TRY(period, Counting(session, business).runningPeriod(organization));
  std::map<QString, business::Metric> metrics;
  for (const auto &row : rows)
    metrics.try_emplace(row.metric, applied->business.metrics.at(row.metric));
  TENANTRY_TRY(standing, UsageRepository(session).standing(organization, period, metrics));
  std::map<QString, Quota> quotas;
  for (auto &quota : standing)
    quotas.emplace(quota.metric, std::move(quota));
  return quotas;
}

/// Keeps what was granted just now; sorted by key, as everything that takes locks.
Result<> keep(store::Session &session, const OrganizationId &organization,
              const std::vector<ReservationRequest> &requests,
              const std::vector<ReservationDecision> &decisions, Instant expiresAt) {
  std::map<QString, const ReservationRequest *> granted;
  for (std::size_t i = 0; i < decisions.size(); ++i)
    if (decisions[i].granted && !decisions[i].repeated)
      granted.emplace(decisions[i].key, &requests[i]);
  if (granted.empty())
    return {};
  std::vector<QString> keys, metrics;
  std::vector<std::int64_t> quantities;
  for (const auto &[key, request] : granted) {
    keys.push_back(key);
    metrics.push_back(request->metric);
    quantities.push_back(request->quantity);
  }
  TENANTRY_CHECK(session.database.execute("usage_reserve", {{"organization", organization},
                                                            {"keys", keys},
                                                            {"metrics", metrics},
                                                            {"quantities", quantities},
                                                            {"now", session.clock.now()},
                                                            {"expires", expiresAt}}));
  return {};
}

} // namespace

Result<std::vector<ReservationDecision>>
Reservations::reserve(const OrganizationId &organization,
                      const std::vector<ReservationRequest> &requests, std::chrono::seconds lasts) {
  if (lasts < std::chrono::seconds(1) || lasts > std::chrono::hours(24))
    return fail(u"quota.duration_invalid"_s,
                u"A reservation lasts between a second and a day, not %1 s."_s.arg(lasts.count()));
  TENANTRY_TRY(applied, m_business.current(m_session));
  TENANTRY_CHECK(checkReservations(requests, applied->business));
  return m_session.database.transaction([&]() -> Result<std::vector<ReservationDecision>> {
    TENANTRY_CHECK(store::lockOrganization(m_session, organization));
    TENANTRY_CHECK(end(m_session, organization, std::nullopt));
    TENANTRY_TRY(known, knownOf(m_session, organization, keysOf(requests)));
    TENANTRY_TRY(quotas, quotasOf(m_session, m_business, organization, requests));
    const Instant expiresAt = m_session.clock.now() + lasts;
    auto decisions = decide(requests, known, quotas, expiresAt);
    TENANTRY_CHECK(keep(m_session, organization, requests, decisions, expiresAt));
    return decisions;
  });
}

Result<std::vector<CommitOutcome>> Reservations::commit(const OrganizationId &organization,
                                                        const std::vector<Commit> &commits) {
  TENANTRY_TRY(applied, m_business.current(m_session));
  return m_session.database.transaction([&]() -> Result<std::vector<CommitOutcome>> {
    TENANTRY_CHECK(store::lockOrganization(m_session, organization));
    TENANTRY_TRY(known, knownOf(m_session, organization, keysOf(commits)));
    TENANTRY_TRY(settled, settle(organization, commits, std::move(known), applied->business,
                                 m_session.clock.now()));
    // Also those whose usage came another way.
    TENANTRY_CHECK(end(m_session, organization, keysOf(commits)));
    if (settled.events.empty())
      return settled.outcomes;
    TENANTRY_TRY(quotas, quotasOf(m_session, m_business, organization, settled.events));
    raiseLevels(settled.events, quotas, applied->business);
    Counting counting(m_session, m_business);
    TENANTRY_TRY(batch, counting.plan(settled.events));
    TENANTRY_CHECK(counting.write(batch));
    return settled.outcomes;
  });
}

Result<std::int64_t> Reservations::release(const OrganizationId &organization,
                                           const std::vector<QString> &keys) {
  return m_session.database.transaction([&]() -> Result<std::int64_t> {
    TENANTRY_CHECK(store::lockOrganization(m_session, organization));
    return end(m_session, organization, keys);
  });
}

} // namespace tenantry::usage
