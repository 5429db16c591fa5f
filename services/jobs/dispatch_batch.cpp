// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/jobs/dispatch_batch.h"
#include "services/core/crash_point.h"

using namespace Qt::StringLiterals;

namespace tenantry::jobs {

namespace {

Error behind(const Consumer &consumer) {
  return {
      u"dispatch.behind"_s,
      u"The consumer %1 is far behind the others and catches up by itself."_s.arg(consumer.name)};
}

} // namespace

Result<DispatchBatch> DispatchBatch::read(store::Session &session,
                                          const std::vector<Consumer> &consumers,
                                          const std::vector<OrganizationId> &organizations,
                                          std::int64_t eventLimit) {
  DispatchBatch batch(consumers);
  TENANTRY_CHECK(batch.readPositions(session, organizations, eventLimit));
  TENANTRY_CHECK(batch.readEvents(session, eventLimit));
  return batch;
}

Result<> DispatchBatch::readPositions(store::Session &session,
                                      const std::vector<OrganizationId> &organizations,
                                      std::int64_t eventLimit) {
  TENANTRY_TRY(rows,
               session.database.query("dispatch_positions", {{"organizations", organizations}}));
  for (const auto row : rows)
    m_positions.emplace(std::pair(row.get<OrganizationId>(0), row.get<QString>(1)),
                        row.get<std::int64_t>(2));
  for (const auto &organization : organizations)
    m_starts.emplace(organization, startOf(organization, eventLimit / 2));
  m_reached = m_starts;
  return {};
}

std::int64_t DispatchBatch::startOf(const OrganizationId &organization,
                                    std::int64_t farthestBehind) const {
  std::int64_t foremost = 0;
  for (const auto &consumer : m_consumers)
    foremost = std::max(foremost, positionOf(organization, consumer));
  auto start = foremost;
  for (const auto &consumer : m_consumers)
    if (const auto position = positionOf(organization, consumer);
        foremost - position <= farthestBehind)
      start = std::min(start, position);
  return start;
}

Result<> DispatchBatch::readEvents(store::Session &session, std::int64_t eventLimit) {
  std::vector<OrganizationId> organizations;
  std::vector<std::int64_t> positions;
  for (const auto &[organization, position] : m_starts) {
    organizations.push_back(organization);
    positions.push_back(position);
  }
  TENANTRY_TRY(rows, session.database.query("dispatch_events", {{"organizations", organizations},
                                                                {"positions", positions},
                                                                {"limit", eventLimit}}));
  for (const auto row : rows) {
    auto [organization, sequence, type, occurredAt, actor, payload] =
        row.as<OrganizationId, std::int64_t, QString, Instant, QString, store::Json>();
    m_reached[organization] = sequence;
    m_events[organization].push_back(
        {organization, sequence, type, occurredAt, actor, std::move(payload)});
  }
  return {};
}

std::int64_t DispatchBatch::positionOf(const OrganizationId &organization,
                                       const Consumer &consumer) const {
  const auto found = m_positions.find({organization, consumer.name});
  return found == m_positions.end() ? 0 : found->second;
}

std::vector<store::Event> DispatchBatch::wantedBy(const Consumer &consumer,
                                                  const OrganizationId &organization) const {
  std::vector<store::Event> wanted;
  const auto position = positionOf(organization, consumer);
  const auto events = m_events.find(organization);
  if (events != m_events.end())
    std::copy_if(events->second.begin(), events->second.end(), std::back_inserter(wanted),
                 [&](const store::Event &event) {
                   return event.sequence > position && consumer.wants(event.type);
                 });
  return wanted;
}

/// False if the position was no longer where it had been read: another dispatcher has these events.
Result<bool> DispatchBatch::deliver(store::Session &session, const Consumer &consumer,
                                    const OrganizationId &organization,
                                    const std::vector<store::Event> &events) {
  try {
    const auto delivered = session.database.transaction([&]() -> Result<bool> {
      TENANTRY_TRY(moved, session.database.execute("dispatch_move",
                                                   {{"organization", organization},
                                                    {"consumer", consumer.name},
                                                    {"from", positionOf(organization, consumer)},
                                                    {"to", m_reached.at(organization)}}));
      if (moved == 0)
        return false;
      TENANTRY_CHECK(consumer.handle(session, events));
      crashPoint("dispatcher.before_commit");
      return true;
    });
    crashPoint("dispatcher.after_commit");
    return delivered;
  } catch (const std::exception &exception) {
    return fail(u"dispatch.exception"_s, u"The consumer %1 broke off: %2"_s.arg(
                                             consumer.name, QString::fromUtf8(exception.what())));
  }
}

Result<> DispatchBatch::record(const Consumer &consumer, const OrganizationId &organization,
                               const Result<bool> &delivered) {
  if (delivered && !*delivered)
    m_contested.insert(organization);
  if (!delivered && delivered.error().code == u"store.disconnected")
    return tl::unexpected(delivered.error());
  if (!delivered)
    m_failures.push_back({organization, consumer.name, delivered.error()});
  return {};
}

Result<> DispatchBatch::handOut(store::Session &session) {
  Positions unwanted;
  for (const auto &[organization, reached] : m_reached) {
    for (const auto &consumer : m_consumers) {
      if (positionOf(organization, consumer) >= reached)
        continue;
      if (positionOf(organization, consumer) < m_starts.at(organization)) {
        m_failures.push_back({organization, consumer.name, behind(consumer)});
      } else if (const auto events = wantedBy(consumer, organization); !events.empty()) {
        TENANTRY_CHECK(
            record(consumer, organization, deliver(session, consumer, organization, events)));
      } else {
        unwanted.organizations.push_back(organization);
        unwanted.consumers.push_back(consumer.name);
        unwanted.sequences.push_back(reached);
      }
    }
  }
  if (unwanted.organizations.empty())
    return {};
  TENANTRY_CHECK(
      session.database.execute("dispatch_skip", {{"organizations", unwanted.organizations},
                                                 {"consumers", unwanted.consumers},
                                                 {"sequences", unwanted.sequences}}));
  return {};
}

} // namespace tenantry::jobs
