// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/business/mail_templates.h"
#include "services/business/readers.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::business {
namespace {

void readTrialPlan(const TableReader &section, Business &business) {
  QString plan;
  if (!section.read("trial_plan", plan))
    return;
  if (!plan.isEmpty() && !business.plans.contains(plan))
    section.report(u"bad_reference"_s, "trial_plan",
                   u"is “%1”, which is not one of the plans."_s.arg(plan));
  business.onboarding.trialPlan = plan;
}

/// Each is sent once to an organization.
void readCheckIn(const TableReader &row, std::vector<CheckInMail> &checkIns) {
  CheckInMail mail;
  row.read("after_hours", mail.afterHours, upToMillion, Need::Required);
  if (!row.readId("mail", mail.mailTemplate, Need::Required))
    return;
  if (!isCheckIn(mail.mailTemplate))
    row.report(u"bad_reference"_s, "mail",
               u"is “%1”, which is not a mail of a check-in; those are: %2."_s.arg(
                   mail.mailTemplate, checkInNames()));
  if (std::any_of(checkIns.begin(), checkIns.end(), [&](const CheckInMail &other) {
        return other.mailTemplate == mail.mailTemplate;
      }))
    row.report(
        u"duplicate"_s, "mail",
        u"is “%1”, which another check-in already sends; keep one."_s.arg(mail.mailTemplate));
  checkIns.push_back(mail);
}

} // namespace

void readOnboarding(const TableReader &section, Business &business) {
  Onboarding &onboarding = business.onboarding;
  section.read("steps", onboarding.steps, Need::Required);
  refuseRepeated(section, "steps", onboarding.steps);
  for (const QString &step : onboarding.steps)
    if (!isId(step))
      section.report(u"impossible_value"_s, "steps",
                     u"has “%1”, which is not an id: use letters, digits, _ and -, at "
                     u"most 64."_s.arg(step));
  readTrialPlan(section, business);
  for (const TableReader &row : section.rows("check_in", keys::checkIn))
    readCheckIn(row, onboarding.checkIns);
}

} // namespace tenantry::business
