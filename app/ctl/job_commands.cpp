// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"
#include "services/jobs/job_queue.h"

using namespace Qt::StringLiterals;

namespace tenantry::ctl {

namespace {

using jobs::JobState;

struct JobOptions {
  std::string state;
  std::string kind;
  int limit = 100;
  std::string id;
};

grammar::Check isJob() {
  return {"ID", [](const std::string &value) {
            return JobId::fromString(text(value)).isNull()
                       ? std::string("a job's id is a UUID, see “jobs list”")
                       : std::string();
          }};
}

std::vector<JobState> statesOf(const JobOptions &options) {
  std::vector<JobState> wanted;
  for (const auto state :
       {JobState::Ready, JobState::Running, JobState::Done, JobState::Dead, JobState::Cancelled})
    if (toString(state) == text(options.state))
      wanted.push_back(state);
  return wanted;
}

/// When it ended, else when it is to run.
Instant timeOf(const jobs::Job &job) { return job.finishedAt.value_or(job.runAt); }

template <typename T> Json jobValue(const std::optional<T> &value) {
  return value ? Json(*value) : Json();
}

Json describe(const jobs::Job &job) {
  return {{"id", job.id},
          {"state", toString(job.state)},
          {"queue", job.queue},
          {"kind", job.kind},
          {"key", job.key},
          {"attempts", job.attempts},
          {"max_attempts", job.maxAttempts},
          {"error", jobValue(job.lastError)},
          {"created_at", job.createdAt},
          {"run_at", job.runAt},
          {"finished_at", jobValue(job.finishedAt)}};
}

Result<Answer> list(Composition &composition, const JobOptions &options) {
  TENANTRY_TRY(found, jobs::JobQueue(composition.session())
                          .list({statesOf(options), text(options.kind), options.limit}));
  Answer answer;
  answer.json["jobs"] = Json::array();
  TextTable table({u"state"_s, u"queue"_s, u"kind"_s, u"attempts"_s, u"when"_s, u"id"_s, u"key"_s});
  QString errors;
  for (const auto &job : found) {
    answer.json["jobs"].push_back(describe(job));
    table.add({toString(job.state), job.queue, job.kind,
               u"%1 of %2"_s.arg(job.attempts).arg(job.maxAttempts), toIso(timeOf(job)),
               job.id.toString(), job.key});
    if (job.lastError)
      errors += u"%1: %2\n"_s.arg(job.id.toString(), *job.lastError);
  }
  answer.text = table.toString() + errors;
  return answer;
}

Result<Answer> retry(Composition &composition, const JobOptions &options) {
  const auto id = JobId::fromString(text(options.id));
  jobs::JobQueue queue(composition.session());
  TENANTRY_CHECK(queue.revive(id));
  TENANTRY_TRY(job, queue.find(id));
  return Answer{describe(job.value()),
                u"%1 %2 begins anew as soon as a worker is free.\n"_s.arg(job->kind, job->key)};
}

} // namespace

void addJobCommands(CommandLine &line) {
  auto group = line.top().group("jobs", "What workers do by themselves");
  const auto options = std::make_shared<JobOptions>();
  auto listing = group.command("list", "List jobs, the latest first");
  listing.option("--state", options->state, "Only those")
      .oneOf({"ready", "running", "done", "dead", "cancelled"});
  listing.option("--kind", options->kind, "Only those, such as payment.charge");
  listing.option("--limit", options->limit, "At most that many").within(1, 1'000'000).showDefault();
  line.on(listing,
          {.work = [options](Composition &composition) { return list(composition, *options); }});
  auto retrying = group.command("retry", "Let a dead job begin anew");
  retrying.option("id", options->id, "Of the job").required().checked(isJob());
  line.on(retrying,
          {.work = [options](Composition &composition) { return retry(composition, *options); }});
}

} // namespace tenantry::ctl
