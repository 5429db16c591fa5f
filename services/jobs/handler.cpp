// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/jobs/handler.h"

using namespace Qt::StringLiterals;

namespace tenantry::jobs {

namespace {

using namespace std::chrono_literals;

NewJob recurringJob(const QString &kind, const QString &queue, Instant runAt) {
  return {queue, kind, u"recurring"_s, Json::object(), runAt};
}

} // namespace

void HandlerRegistry::insert(const QString &kind, Entry entry) {
  if (!m_entries.try_emplace(kind, std::move(entry)).second)
    throw ProgrammingError("There are two handlers for jobs of the kind " + kind.toStdString());
}

void HandlerRegistry::add(const QString &kind, const QString &queue, Handler handler) {
  insert(kind, {queue, std::move(handler), std::nullopt});
}

void HandlerRegistry::addRecurring(const Recurring &recurring, Handler handler) {
  insert(recurring.kind, {recurring.queue, std::move(handler), recurring.every});
}

const Handler *HandlerRegistry::find(const QString &kind) const {
  const auto found = m_entries.find(kind);
  return found == m_entries.end() ? nullptr : &found->second.handler;
}

std::vector<QString> HandlerRegistry::queues() const {
  std::set<QString> queues;
  for (const auto &[kind, entry] : m_entries)
    queues.insert(entry.queue);
  return {queues.begin(), queues.end()};
}

std::vector<QString> HandlerRegistry::kinds() const {
  std::vector<QString> kinds;
  for (const auto &[kind, entry] : m_entries)
    kinds.push_back(kind);
  return kinds;
}

std::vector<NewJob> HandlerRegistry::recurring(Instant now) const {
  std::vector<NewJob> jobs;
  for (const auto &[kind, entry] : m_entries)
    if (entry.every)
      jobs.push_back(recurringJob(kind, entry.queue, now));
  return jobs;
}

std::vector<NewJob> HandlerRegistry::recurringAtLatest(Instant now) const {
  std::vector<NewJob> jobs;
  for (const auto &[kind, entry] : m_entries)
    if (entry.every)
      jobs.push_back(
          recurringJob(kind, entry.queue, now + std::max<std::chrono::seconds>(*entry.every, 2h)));
  return jobs;
}

std::optional<NewJob> HandlerRegistry::successor(const Job &job, Instant now) const {
  const auto found = m_entries.find(job.kind);
  if (found == m_entries.end() || !found->second.every)
    return std::nullopt;
  const std::chrono::microseconds every = *found->second.every;
  const auto elapsed = std::max(now - job.runAt, std::chrono::microseconds(0));
  return recurringJob(job.kind, job.queue, job.runAt + (elapsed / every + 1) * every);
}

} // namespace tenantry::jobs
