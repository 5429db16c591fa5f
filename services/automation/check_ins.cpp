// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/automation/check_ins.h"

#include "services/automation/mail_consumer.h"
#include "services/automation/telling.h"
#include "services/business/mail_templates.h"
#include "services/core/json.h"
#include "services/jobs/job_queue.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::automation {

namespace {

const QString checkInKind = u"mail.check_in"_s;

struct CheckIn {
  OrganizationId organization;
  std::int64_t event = 0; ///< of its creation
  QString mailTemplate;
  Instant dueAt{};
};

jobs::NewJob jobOf(const CheckIn &checkIn) {
  jobs::NewJob job;
  job.queue = u"mail"_s;
  job.kind = checkInKind;
  job.key = checkIn.organization.toString() + u'/' + checkIn.mailTemplate;
  // The job's own time moves when it is tried again.
  job.payload = {{"organization", checkIn.organization},
                 {"event", checkIn.event},
                 {"mail", checkIn.mailTemplate},
                 {"due_at", checkIn.dueAt}};
  job.runAt = checkIn.dueAt;
  return job;
}

CheckIn checkInOf(const jobs::Json &payload) {
  return {payload.at("organization").get<OrganizationId>(), payload.at("event").get<std::int64_t>(),
          payload.at("mail").get<QString>(), payload.at("due_at").get<Instant>()};
}

bool isStillSent(const business::Onboarding &onboarding, const QString &mail) {
  return std::any_of(onboarding.checkIns.begin(), onboarding.checkIns.end(),
                     [&](const business::CheckInMail &one) { return one.mailTemplate == mail; });
}

Result<> write(store::Session &session, const CheckIn &checkIn) {
  if (checkIn.dueAt < session.clock.now() - tellsNoOlderThan)
    return {};
  business::AppliedBusiness business;
  TENANTRY_TRY(applied, business.current(session));
  if (!isStillSent(applied->business.onboarding, checkIn.mailTemplate))
    return {};
  return session.database.transaction([&]() -> Result<> {
    Telling telling(session, applied->business, checkIn.organization);
    TENANTRY_TRY(isThere, telling.open());
    if (!isThere || !telling.addressee().isServed())
      return {};
    return telling.tell(checkIn.event, {.mailTemplate = checkIn.mailTemplate});
  });
}

} // namespace

Result<> scheduleCheckIns(store::Session &session, const business::Onboarding &onboarding,
                          const store::Event &created) {
  std::vector<jobs::NewJob> jobs;
  for (const auto &mail : onboarding.checkIns)
    // Versions of the business that are older than this rule may name any mail.
    if (business::isCheckIn(mail.mailTemplate))
      jobs.push_back(jobOf({created.organization, created.sequence, mail.mailTemplate,
                            created.occurredAt + std::chrono::hours(mail.afterHours)}));
  return jobs::JobQueue(session).enqueueMany(std::move(jobs));
}

void registerCheckIns(jobs::HandlerRegistry &registry) {
  registry.add(checkInKind, u"mail"_s,
               [](store::Session &session, const jobs::Job &job, jobs::JobProgress &) {
                 return write(session, checkInOf(job.payload));
               });
}

} // namespace tenantry::automation
