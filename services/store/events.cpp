// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/events.h"
#include "services/core/json_text.h"
#include "services/store/copy.h"
#include <algorithm>
#include <unordered_map>

using namespace Qt::StringLiterals;

namespace tenantry::store {

namespace {

void requireTransaction(const Session &session) {
  if (!session.database.inTransaction())
    throw ProgrammingError("Events are appended inside the transaction that causes them.");
}

Failure notFound(const OrganizationId &organization) {
  return fail(u"organization.not_found"_s,
              u"There is no organization %1. Refresh the list and choose another one."_s.arg(
                  organization.toString()));
}

Result<> leaveDispatch(Session &session, const std::vector<OrganizationId> &organizations) {
  TENANTRY_CHECK(session.database.execute(
      "leave_dispatch", {{"organizations", organizations}, {"now", session.clock.now()}}));
  return {};
}

/// The next free sequence of each organization.
using Sequences = std::unordered_map<OrganizationId, std::int64_t>;

struct Counts {
  std::vector<OrganizationId> organizations; ///< in key order
  std::vector<std::int64_t> counts;
};

Counts countByOrganization(const std::vector<const BulkEvent *> &sorted) {
  Counts result;
  for (const auto *event : sorted) {
    if (result.organizations.empty() || result.organizations.back() != event->organization) {
      result.organizations.push_back(event->organization);
      result.counts.push_back(0);
    }
    ++result.counts.back();
  }
  return result;
}

Result<Sequences> advanceHeads(Session &session, const Counts &wanted) {
  TENANTRY_TRY(rows,
               session.database.query("advance_heads", {{"organizations", wanted.organizations},
                                                        {"counts", wanted.counts}}));
  Sequences sequences;
  for (const auto row : rows) {
    const auto [organization, head] = row.as<OrganizationId, std::int64_t>();
    sequences.emplace(organization, head + 1);
  }
  for (std::size_t i = 0; i < wanted.organizations.size(); ++i) {
    const auto found = sequences.find(wanted.organizations[i]);
    if (found == sequences.end())
      return notFound(wanted.organizations[i]);
    found->second -= wanted.counts[i];
  }
  return sequences;
}

Result<> copyEvents(Session &session, const std::vector<const BulkEvent *> &sorted,
                    Sequences sequences) {
  const Instant now = session.clock.now();
  CopyWriter copy(session.database, "event",
                  "organization_id, sequence, type, occurred_at, actor, payload");
  JsonText json;
  for (const auto *event : sorted) {
    copy.beginRow(6);
    copy.put(event->organization);
    copy.put(sequences[event->organization]++);
    copy.put(event->event.type);
    copy.put(now);
    copy.put(session.actor);
    copy.putUtf8(event->written.empty() ? json.of(event->event.payload) : event->written);
  }
  TENANTRY_CHECK(copy.finish());
  return {};
}

} // namespace

Result<> lockOrganization(Session &session, const OrganizationId &organization) {
  requireTransaction(session);
  TENANTRY_TRY(rows, session.database.query("lock_organization", {{"organization", organization}}));
  if (rows.isEmpty())
    return notFound(organization);
  return {};
}

Result<> appendEvents(Session &session, const OrganizationId &organization,
                      const std::vector<NewEvent> &events) {
  requireTransaction(session);
  if (events.empty())
    return {};
  const auto count = static_cast<std::int64_t>(events.size());
  TENANTRY_TRY(head, session.database.one<std::int64_t>(
                         "advance_head", {{"organization", organization}, {"count", count}}));
  if (!head)
    return notFound(organization);
  std::vector<QString> types;
  std::vector<Json> payloads;
  for (const auto &event : events) {
    types.push_back(event.type);
    payloads.push_back(event.payload);
  }
  TENANTRY_CHECK(
      session.database.execute("append_events", {{"organization", organization},
                                                 {"first", std::get<0>(*head) - count + 1},
                                                 {"now", session.clock.now()},
                                                 {"actor", session.actor},
                                                 {"types", types},
                                                 {"payloads", payloads}}));
  return leaveDispatch(session, {organization});
}

Result<> appendEventsBulk(Session &session, const std::vector<BulkEvent> &events) {
  requireTransaction(session);
  if (events.empty())
    return {};
  std::vector<const BulkEvent *> sorted;
  sorted.reserve(events.size());
  for (const auto &event : events)
    sorted.push_back(&event);
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto *a, const auto *b) { return a->organization < b->organization; });
  const auto wanted = countByOrganization(sorted);
  TENANTRY_TRY(sequences, advanceHeads(session, wanted));
  TENANTRY_CHECK(copyEvents(session, sorted, std::move(sequences)));
  return leaveDispatch(session, wanted.organizations);
}

} // namespace tenantry::store
