// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/usage/member_count.h"

#include "services/jobs/job_queue.h"
#include "services/usage/service.h"

using namespace Qt::StringLiterals;

namespace tenantry::usage {

namespace {

const QString metric = u"users"_s;
const QString queue = u"usage"_s;
const QString kind = u"usage.members"_s;

/// Whether the business counts its users, and has not made something else of the word.
bool isCounted(const business::Applied &applied) {
  const auto found = applied.business.metrics.find(metric);
  return found != applied.business.metrics.end() &&
         found->second.aggregation == business::Aggregation::Last;
}

Result<> countAgainAt(store::Session &session, const OrganizationId &organization, Instant at) {
  TENANTRY_CHECK(
      jobs::JobQueue(session).enqueue({.queue = queue,
                                       .kind = kind,
                                       .key = organization.toString(),
                                       .payload = {{"organization", organization.toString()}},
                                       .runAt = at}));
  return {};
}

Result<> count(store::Session &session, const OrganizationId &organization) {
  return session.database.transaction([&]() -> Result<> {
    TENANTRY_CHECK(store::lockOrganization(session, organization));
    business::AppliedBusiness business;
    TENANTRY_TRY(applied, business.current(session));
    if (!isCounted(*applied))
      return {};
    const Instant now = session.clock.now();
    using Counted = std::optional<std::tuple<std::int64_t, std::optional<Instant>>>;
    const Result<Counted> members = session.database.one<std::int64_t, std::optional<Instant>>(
        "usage_members", {{"organization", organization}, {"now", now}});
    if (!members)
      return tl::unexpected(members.error());
    const auto &[seats, nextExpiry] = **members;
    UsageEvent event;
    event.organization = organization;
    event.key = u"members:"_s + makeUuidV7(now).toString(QUuid::WithoutBraces);
    event.metric = metric;
    event.quantity = seats;
    for (int i = 0; i < applied->business.metrics.at(metric).decimals; ++i)
      event.quantity *= 10;
    event.occurredAt = now;
    TENANTRY_CHECK(UsageService(session, business).ingest({event}));
    return nextExpiry ? countAgainAt(session, organization, *nextExpiry) : Result<>();
  });
}

} // namespace

void registerMemberCount(jobs::HandlerRegistry &registry) {
  registry.add(kind, queue, [](store::Session &session, const jobs::Job &job, jobs::JobProgress &) {
    return count(session,
                 OrganizationId::fromString(job.payload.at("organization").get<QString>()));
  });
}

jobs::Consumer memberCountConsumer() {
  return {u"usage.members"_s,
          [](const QString &type) {
            return type == "team.member_added"_L1 || type == "team.member_removed"_L1;
          },
          [](store::Session &session, const std::vector<store::Event> &events) {
            return count(session, events.front().organization);
          }};
}

} // namespace tenantry::usage
