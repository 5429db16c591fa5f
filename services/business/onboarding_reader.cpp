// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/business/readers.h"

using namespace Qt::StringLiterals;

namespace tenantry::business {
namespace {

void readTrialPlan(const TableReader &section, Business &business) {
  QString plan;
  if (!section.read("trial_plan", plan))
    return;
  if (!plan.isEmpty() && !business.plans.contains(plan))
    section.report(u"bad_reference"_s, "trial_plan",
                   u"is “%1”, which is none of the plans."_s.arg(plan));
  business.onboarding.trialPlan = plan;
}

} // namespace

void readOnboarding(const TableReader &section, Business &business) {
  Onboarding &onboarding = business.onboarding;
  section.read("steps", onboarding.steps, Need::Required);
  refuseRepeated(section, "steps", onboarding.steps);
  for (const QString &step : onboarding.steps)
    if (!isId(step))
      section.report(u"impossible_value"_s, "steps",
                     u"has “%1”, no id: use letters, digits, _ and -, at most 64."_s.arg(step));
  readTrialPlan(section, business);
  for (const TableReader &row : section.rows("check_in", keys::checkIn)) {
    CheckInMail mail;
    row.read("after_hours", mail.afterHours, upToMillion, Need::Required);
    row.readId("mail", mail.mailTemplate, Need::Required);
    onboarding.checkIns.push_back(mail);
  }
}

} // namespace tenantry::business
