// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/jobs/consumer.h"
#include <map>
#include <set>

namespace tenantry::jobs {

/// One turn over a set of organizations: reads what is new to anyone, hands it out, moves
/// positions.
class DispatchBatch {
public:
  /// Reads the positions and at most `eventLimit` events of each organization, from the consumer
  /// that is farthest behind. Who is behind the foremost by more than half of that is left out and
  /// counts as a failure
  /// (`dispatch.behind`), so that the others do not wait for it.
  [[nodiscard]] static Result<DispatchBatch> read(store::Session &session,
                                                  const std::vector<Consumer> &consumers,
                                                  const std::vector<OrganizationId> &organizations,
                                                  std::int64_t eventLimit = 500);

  /// Calls every consumer that wants something. Only the loss of the connection is an error here.
  [[nodiscard]] Result<> handOut(store::Session &session);

  struct Miss {
    OrganizationId organization;
    QString consumer;
    Error error;
  };
  [[nodiscard]] const std::vector<Miss> &failures() const { return m_failures; }
  /// Up to where the events of each organization were read.
  [[nodiscard]] const std::map<OrganizationId, std::int64_t> &reached() const { return m_reached; }
  /// Where another dispatcher was faster: to be looked at again.
  [[nodiscard]] const std::set<OrganizationId> &contested() const { return m_contested; }

private:
  explicit DispatchBatch(const std::vector<Consumer> &consumers) : m_consumers(consumers) {}
  struct Positions {
    std::vector<OrganizationId> organizations;
    std::vector<QString> consumers;
    std::vector<std::int64_t> sequences;
  };
  [[nodiscard]] Result<> readPositions(store::Session &session,
                                       const std::vector<OrganizationId> &organizations,
                                       std::int64_t eventLimit);
  [[nodiscard]] std::int64_t startOf(const OrganizationId &organization,
                                     std::int64_t farthestBehind) const;
  [[nodiscard]] Result<> readEvents(store::Session &session, std::int64_t eventLimit);
  [[nodiscard]] std::int64_t positionOf(const OrganizationId &organization,
                                        const Consumer &consumer) const;
  [[nodiscard]] std::vector<store::Event> wantedBy(const Consumer &consumer,
                                                   const OrganizationId &organization) const;
  [[nodiscard]] Result<bool> deliver(store::Session &session, const Consumer &consumer,
                                     const OrganizationId &organization,
                                     const std::vector<store::Event> &events);
  [[nodiscard]] Result<> record(const Consumer &consumer, const OrganizationId &organization,
                                const Result<bool> &delivered);
  const std::vector<Consumer> &m_consumers;
  std::map<std::pair<OrganizationId, QString>, std::int64_t> m_positions;
  std::map<OrganizationId, std::vector<store::Event>> m_events;
  std::map<OrganizationId, std::int64_t> m_starts;
  std::map<OrganizationId, std::int64_t> m_reached;
  std::vector<Miss> m_failures;
  std::set<OrganizationId> m_contested;
};

} // namespace tenantry::jobs
