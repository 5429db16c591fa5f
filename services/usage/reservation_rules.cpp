// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/usage/reservation_rules.h"
#include "services/usage/ingest_plan.h"

using namespace Qt::StringLiterals;

namespace tenantry::usage {

namespace {

Failure refuseReservation(const QString &key, QString code, const QString &sentence) {
  return fail(std::move(code), u"Reservation “%1”: %2"_s.arg(key, sentence));
}

Result<> checkReservation(const ReservationRequest &request, const business::Business &business) {
  if (request.key.isEmpty())
    return fail(
        u"usage.key_missing"_s,
        u"A reservation of “%1” has no key; give each reservation its own."_s.arg(request.metric));
  const auto metric = business.metrics.find(request.metric);
  if (metric == business.metrics.end())
    return refuseReservation(
        request.key, u"usage.metric_unknown"_s,
        u"There is no metric “%1”; name a metric of the business."_s.arg(request.metric));
  using business::Aggregation;
  const auto aggregation = metric->second.aggregation;
  if (aggregation != Aggregation::Sum && aggregation != Aggregation::Last)
    return refuseReservation(request.key, u"quota.not_reservable"_s,
                             u"“%1” is a maximum or counts distinct values, which cannot be "
                             u"reserved; record its usage instead."_s.arg(request.metric));
  if (request.quantity <= 0 || request.quantity > largestQuantity)
    return refuseReservation(
        request.key, u"usage.quantity_invalid"_s,
        u"The quantity %1 is not between 1 and %2."_s.arg(request.quantity).arg(largestQuantity));
  return {};
}

} // namespace

Result<> checkReservations(const std::vector<ReservationRequest> &requests,
                           const business::Business &business) {
  for (const auto &request : requests)
    TENANTRY_CHECK(checkReservation(request, business));
  return {};
}

std::vector<ReservationDecision> decide(const std::vector<ReservationRequest> &requests,
                                        const KnownKeys &known, std::map<QString, Quota> &quotas,
                                        Instant expiresAt) {
  std::vector<ReservationDecision> decisions;
  decisions.reserve(requests.size());
  std::map<QString, ReservationDecision> here;
  for (const auto &request : requests) {
    ReservationDecision decision{request.key, false, false, {}};
    if (const auto same = here.find(request.key); same != here.end()) {
      decision = same->second;
      decision.repeated = true;
    } else if (const auto before = known.find(request.key); before != known.end()) {
      decision.granted = decision.repeated = true;
      if (before->second.held)
        decision.expiresAt = before->second.held->expiresAt;
    } else if (auto &quota = quotas[request.metric]; quota.allows(request.quantity)) {
      decision.granted = true;
      decision.expiresAt = expiresAt;
      quota.reserved += request.quantity;
    }
    here.emplace(request.key, decision);
    decisions.push_back(std::move(decision));
  }
  return decisions;
}

Result<Settlement> settle(const OrganizationId &organization, const std::vector<Commit> &commits,
                          KnownKeys known, const business::Business &business, Instant now) {
  Settlement settlement;
  for (const auto &commit : commits) {
    auto &key = known[commit.key];
    if (key.counted || !key.held) {
      settlement.outcomes.push_back(key.counted ? CommitOutcome::Repeated : CommitOutcome::NotHeld);
      continue;
    }
    const auto &held = *key.held;
    const auto quantity = commit.quantity.value_or(held.quantity);
    if (quantity < 1 || quantity > held.quantity)
      return refuseReservation(
          commit.key, u"usage.quantity_invalid"_s,
          u"%1 of %2 cannot be committed; commit at least 1 and at most what "
          u"is reserved, and record the rest as separate usage."_s.arg(quantity)
              .arg(held.quantity));
    if (!business.metrics.contains(held.metric))
      return refuseReservation(
          commit.key, u"usage.metric_unknown"_s,
          u"The metric “%1” no longer exists; release the reservation."_s.arg(held.metric));
    settlement.events.push_back(
        {organization, commit.key, held.metric, quantity, now, commit.dimensions, {}, {}});
    settlement.outcomes.push_back(CommitOutcome::Counted);
    key.counted = true;
  }
  return settlement;
}

void raiseLevels(std::vector<UsageEvent> &events, const std::map<QString, Quota> &quotas,
                 const business::Business &business) {
  std::map<QString, std::int64_t> levels;
  const auto isLevel = [&](const UsageEvent &event) {
    return business.metrics.at(event.metric).aggregation == business::Aggregation::Last;
  };
  for (const auto &event : events)
    if (isLevel(event))
      levels.try_emplace(event.metric, quotas.at(event.metric).used).first->second +=
          event.quantity;
  for (auto &event : events)
    if (isLevel(event))
      event.quantity = levels.at(event.metric);
}

} // namespace tenantry::usage
