// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobs/running_work.h"

#include "models/connection/when_done.h"
#include "services/jobs/job_queue.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tenantry::models {

namespace {

constexpr auto interval = 1s;
constexpr int mostJobs = 20;

QString titleOf(const QString &kind) {
  return kind.startsWith(u"billing."_s)    ? RunningWork::tr("Billing run")
         : kind.startsWith(u"audit."_s)    ? RunningWork::tr("Sealing the audit trail")
         : kind.startsWith(u"payment"_s)   ? RunningWork::tr("Collecting payments")
         : kind.startsWith(u"dispatch."_s) ? RunningWork::tr("Passing events on")
                                           : kind;
}

// A job that does not say how far it is ends before anyone could read its name.
QList<WorkItem> worthShowing(const std::vector<jobs::Job> &jobs) {
  QList<WorkItem> items;
  for (const auto &job : jobs)
    if (job.total > 0)
      items.append(
          {job.id.toString(), titleOf(job.kind), job.done, job.total, job.cancelRequested});
  return items;
}

} // namespace

RunningWork::RunningWork(Connection &connection, QObject *parent)
    : QObject(parent), m_connection(connection) {
  m_timer.setInterval(interval);
  m_timer.callOnTimeout(this, &RunningWork::askForJobs);
  m_timer.start();
}

void RunningWork::report(const WorkItem &item, const std::function<void()> &cancel) {
  const auto known = std::find_if(m_own.begin(), m_own.end(),
                                  [&](const Own &own) { return own.item.key == item.key; });
  if (known == m_own.end())
    m_own.push_back({item, cancel});
  else
    *known = {item, cancel};
  publish();
}

void RunningWork::finish(const QString &key) {
  std::erase_if(m_own, [&](const Own &own) { return own.item.key == key; });
  publish();
}

void RunningWork::cancel(const QString &key) {
  for (const auto &own : m_own)
    if (own.item.key == key)
      return own.cancel();
  cancelJob(key);
}

void RunningWork::cancelJob(const QString &key) {
  whenDone(m_connection.read(
               [id = JobId::fromString(key)](store::Session &session, business::AppliedBusiness &) {
                 return jobs::JobQueue(session).requestCancel(id);
               }),
           this, [this](const Result<> &outcome) {
             if (!outcome)
               Q_EMIT cancelFailed(outcome.error());
             askForJobs();
           });
}

void RunningWork::askForJobs() {
  if (m_isAsking || !m_connection.isConnected())
    return;
  m_isAsking = true;
  whenDone(m_connection.read([](store::Session &session, business::AppliedBusiness &) {
    return jobs::JobQueue(session).list(
        {.states = {jobs::JobState::Running}, .kind = {}, .limit = mostJobs});
  }),
           this, [this](const Result<std::vector<jobs::Job>> &jobs) {
             m_isAsking = false;
             m_jobs = jobs ? worthShowing(*jobs) : QList<WorkItem>();
             publish();
           });
}

void RunningWork::publish() {
  QList<WorkItem> items;
  for (const auto &own : m_own)
    items.append(own.item);
  items += m_jobs;
  if (items == m_items)
    return;
  m_items = std::move(items);
  Q_EMIT itemsChanged();
}

} // namespace tenantry::models
