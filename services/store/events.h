// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/store/session.h"

namespace tenantry::store {

/// A domain event to be appended (AUTO-1): the type is one of the list in docs/events.md.
struct NewEvent {
  QString type;                  ///< "invoice.finalized"
  Json payload = Json::object(); ///< ids as strings, money in minor units with its currency
};

/// An event as it is stored. Sequences are gapless and causal within an organization, from 1.
struct Event {
  OrganizationId organization;
  std::int64_t sequence = 0;
  QString type;
  Instant occurredAt{};
  QString actor;
  Json payload;
};

/// Takes the organization's head row (its lock) until the transaction ends. Commands that must see
/// each other (limits, subscription changes) call it first. Error `organization.not_found`.
[[nodiscard]] Result<> lockOrganization(Session &session, const OrganizationId &organization);

/// Appends events in the running transaction, takes the head, and leaves one dispatch job for the
/// organization (unique while it waits). Must be called inside a transaction.
[[nodiscard]] Result<> appendEvents(Session &session, const OrganizationId &organization,
                                    const std::vector<NewEvent> &events);

/// The bulk path: one statement for the heads (in key order), one COPY for the events.
struct BulkEvent {
  OrganizationId organization;
  NewEvent event;
  std::string written =
      {}; ///< the payload as JSON (UTF-8), where it was cheaper to write than to build
};
[[nodiscard]] Result<> appendEventsBulk(Session &session, const std::vector<BulkEvent> &events);

} // namespace tenantry::store
