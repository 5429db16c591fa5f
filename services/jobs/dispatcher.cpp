// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/jobs/dispatcher.h"
#include "services/core/log.h"
#include "services/jobs/dispatch_batch.h"
#include <QStringList>

using namespace Qt::StringLiterals;

namespace tenantry::jobs {

namespace {

using namespace std::chrono_literals;
constexpr auto lease = 10s;
constexpr auto longestClaim = 60s; // whatever the clocks of several machines differ by
constexpr auto pauseWhereBusy = 50ms;

struct Taken {
  std::vector<OrganizationId> organizations;
  Instant leaseUntil{};
};

Result<Taken> take(store::Session &session, int batch) {
  const auto now = session.clock.now();
  Taken taken{{}, now + lease};
  TENANTRY_TRY(rows, session.database.query("dispatch_take", {{"now", now},
                                                              {"latest", now + longestClaim},
                                                              {"lease_until", taken.leaseUntil},
                                                              {"limit", batch}}));
  for (const auto row : rows)
    taken.organizations.push_back(row.get<OrganizationId>(0));
  std::sort(taken.organizations.begin(), taken.organizations.end());
  return taken;
}

/// A payload has less than 8000 bytes.
QStringList newsOf(const std::vector<OrganizationId> &organizations) {
  constexpr qsizetype longest = 7'900;
  QStringList payloads;
  for (const auto &organization : organizations) {
    const auto id = organization.toString();
    if (payloads.isEmpty() || payloads.last().size() + 1 + id.size() > longest)
      payloads.append(id);
    else
      payloads.last() += u',' + id;
  }
  return payloads;
}

Result<> tell(store::Session &session, const std::vector<OrganizationId> &organizations) {
  return session.database.transaction([&]() -> Result<> {
    for (const auto &payload : newsOf(organizations))
      TENANTRY_CHECK(session.database.query(
          "dispatch_tell", {{"channel", QString(newsChannel)}, {"payload", payload}}));
    return {};
  });
}

NewJob retryJob(const DispatchBatch::Miss &miss, Instant now) {
  NewJob job;
  job.queue = u"dispatch"_s;
  job.kind = Dispatcher::retryKind;
  job.key = miss.organization.toString() + u'/' + miss.consumer;
  job.payload = {{"organization", miss.organization.toString().toStdString()},
                 {"consumer", miss.consumer.toStdString()}};
  job.runAt = now + 1s;
  return job;
}

Result<> enqueueRetries(store::Session &session, const DispatchBatch &batch) {
  std::vector<NewJob> retries;
  for (const auto &miss : batch.failures()) {
    spdlog::warn("consumer {} failed for organization {}: {}", miss.consumer,
                 miss.organization.toString(), miss.error.code);
    retries.push_back(retryJob(miss, session.clock.now()));
  }
  return JobQueue(session).enqueueUnlessWaiting(std::move(retries));
}

Result<> lookAgain(store::Session &session, const Taken &taken,
                   const std::vector<OrganizationId> &organizations, Instant dueAt) {
  if (organizations.empty())
    return {};
  TENANTRY_CHECK(session.database.execute(
      "dispatch_again",
      {{"organizations", organizations}, {"lease_until", taken.leaseUntil}, {"due_at", dueAt}}));
  return {};
}

/// Drops the rows of organizations that were read to their head. Whoever appends events holds the
/// head until its commit and finds the row, so a head that is locked, or further on, keeps the row.
Result<> settle(store::Session &session, const Taken &taken, const DispatchBatch &batch) {
  return session.database.transaction([&]() -> Result<> {
    TENANTRY_CHECK(enqueueRetries(session, batch));
    TENANTRY_TRY(heads, session.database.query("dispatch_lock_heads",
                                               {{"organizations", taken.organizations}}));
    std::vector<OrganizationId> settled;
    std::vector<OrganizationId> grown;
    for (const auto row : heads) {
      const auto [organization, head] = row.as<OrganizationId, std::int64_t>();
      if (head > batch.reached().at(organization))
        grown.push_back(organization);
      else if (!batch.contested().contains(organization))
        settled.push_back(organization);
    }
    TENANTRY_CHECK(session.database.execute(
        "dispatch_drop", {{"organizations", settled}, {"lease_until", taken.leaseUntil}}));
    TENANTRY_CHECK(lookAgain(session, taken, grown, session.clock.now()));
    // Only those are left that somebody else has his hands on.
    return lookAgain(session, taken, taken.organizations, session.clock.now() + pauseWhereBusy);
  });
}

} // namespace

Dispatcher::Dispatcher(std::vector<Consumer> consumers) : m_consumers(std::move(consumers)) {
  std::set<QString> names;
  for (const auto &consumer : m_consumers)
    if (!names.insert(consumer.name).second)
      throw ProgrammingError("There are two consumers named " + consumer.name.toStdString());
}

Result<int> Dispatcher::turn(store::Session &session, int batchSize) const {
  TENANTRY_TRY(taken, take(session, batchSize));
  if (taken.organizations.empty())
    return 0;
  TENANTRY_TRY(batch, DispatchBatch::read(session, m_consumers, taken.organizations));
  TENANTRY_CHECK(batch.handOut(session));
  // Told before the rows go: after a crash in between it is told again, not never.
  TENANTRY_CHECK(tell(session, taken.organizations));
  TENANTRY_CHECK(settle(session, taken, batch));
  return static_cast<int>(taken.organizations.size());
}

void Dispatcher::registerRetries(HandlerRegistry &registry) const {
  registry.add(retryKind, u"dispatch"_s,
               [this](store::Session &session, const Job &job, JobProgress &) {
                 return retry(session, job);
               });
}

Result<> Dispatcher::retry(store::Session &session, const Job &job) const {
  const auto organization = OrganizationId::fromString(
      QString::fromStdString(job.payload.at("organization").get<std::string>()));
  const QString name = QString::fromStdString(job.payload.at("consumer").get<std::string>());
  std::vector<Consumer> consumer;
  std::copy_if(m_consumers.begin(), m_consumers.end(), std::back_inserter(consumer),
               [&name](const Consumer &one) { return one.name == name; });
  if (consumer.empty())
    return fail(u"dispatch.unknown_consumer"_s,
                u"There is no longer a consumer named %1."_s.arg(name));
  for (std::int64_t before = -1;;) {
    TENANTRY_TRY(batch, DispatchBatch::read(session, consumer, {organization}));
    if (batch.reached().at(organization) == before)
      return {};
    before = batch.reached().at(organization);
    TENANTRY_CHECK(batch.handOut(session));
    if (!batch.failures().empty())
      return tl::unexpected(batch.failures().front().error);
  }
}

Result<std::optional<Instant>> Dispatcher::nextDue(store::Session &session) {
  TENANTRY_TRY(row, session.database.one<std::optional<Instant>>("dispatch_next_due"));
  return std::get<0>(row.value());
}

} // namespace tenantry::jobs
