// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/dunning_case.h"

#include <array>

using namespace Qt::StringLiterals;

namespace tenantry::payments {

namespace {

constexpr std::array stepNames{std::pair(DunningStep::Retrying, "retrying"_L1),
                               std::pair(DunningStep::Exhausted, "exhausted"_L1),
                               std::pair(DunningStep::Suspended, "suspended"_L1),
                               std::pair(DunningStep::Extended, "extended"_L1),
                               std::pair(DunningStep::Final, "final"_L1)};
constexpr std::array declineNames{
    std::pair(DeclineClass::None, "none"_L1), std::pair(DeclineClass::Soft, "soft"_L1),
    std::pair(DeclineClass::Hard, "hard"_L1), std::pair(DeclineClass::Action, "action"_L1)};
constexpr std::array actNames{
    std::pair(DunningAct::None, "none"_L1),     std::pair(DunningAct::PastDue, "past_due"_L1),
    std::pair(DunningAct::Retry, "retry"_L1),   std::pair(DunningAct::Suspend, "suspend"_L1),
    std::pair(DunningAct::Finish, "finish"_L1), std::pair(DunningAct::Resume, "resume"_L1)};

template <typename Names, typename Value> QString nameIn(const Names &names, Value value) {
  for (const auto &[each, name] : names)
    if (each == value)
      return name;
  return {};
}

template <typename Value, typename Names>
Result<Value> valueIn(const Names &names, QStringView text, const QString &code) {
  for (const auto &[each, name] : names)
    if (text == name)
      return each;
  return fail(code, u"“%1” is not a term of dunning."_s.arg(text));
}

} // namespace

QString toString(DunningStep step) { return nameIn(stepNames, step); }
QString toString(DeclineClass decline) { return nameIn(declineNames, decline); }
QString toString(DunningAct act) { return nameIn(actNames, act); }

Result<DunningStep> parseDunningStep(QStringView text) {
  return valueIn<DunningStep>(stepNames, text, u"dunning.step_unknown"_s);
}
Result<DeclineClass> parseDeclineClass(QStringView text) {
  return valueIn<DeclineClass>(declineNames, text, u"dunning.decline_unknown"_s);
}
Result<DunningAct> parseDunningAct(QStringView text) {
  return valueIn<DunningAct>(actNames, text, u"dunning.act_unknown"_s);
}

DeclineClass declineClass(const business::Dunning &policy, const OpenDebt &debt) {
  if (debt.failures.empty())
    return DeclineClass::None;
  const auto &code = debt.failures.back().declineCode;
  if (needsCustomer(code))
    return DeclineClass::Action;
  return isRetried(policy, code) ? DeclineClass::Soft : DeclineClass::Hard;
}

DunningStanding standingOf(const business::Dunning &policy, const OpenDebt &debt,
                           const DunningPlan &plan, bool isHeldBack, Instant now) {
  DunningStanding standing;
  standing.tries = int(debt.failures.size());
  standing.declineCode = debt.failures.empty() ? QString() : debt.failures.back().declineCode;
  standing.decline = declineClass(policy, debt);
  standing.act = plan.retry ? DunningAct::Retry : plan.act;
  standing.at = plan.retry ? std::optional(now) : plan.next;
  if (plan.isFinal)
    standing.step = DunningStep::Final;
  else if (CountedTime(debt.extensions).waitsUntil(now))
    standing.step = DunningStep::Extended;
  else if (plan.suspend && isHeldBack)
    standing.step = DunningStep::Suspended;
  else if (!debt.isTryRunning && standing.act != DunningAct::Retry)
    standing.step = DunningStep::Exhausted;
  return standing;
}

std::vector<DunningStage> dunningOutlook(const business::Dunning &policy, OpenDebt debt,
                                         bool isHeldBack, Instant now) {
  std::vector<DunningStage> stages;
  if (debt.isTryRunning)
    return stages;
  bool isSuspended = !isHeldBack || planDunning(policy, debt, now).suspend;
  // Each turn makes a try or goes on in time, and there are only so many of both.
  for (;;) {
    const auto plan = planDunning(policy, debt, now);
    if (plan.isFinal) {
      stages.push_back({DunningAct::Finish, now});
      return stages;
    }
    if (plan.suspend && !isSuspended)
      stages.push_back({DunningAct::Suspend, now});
    isSuspended |= plan.suspend;
    if (plan.retry) {
      stages.push_back({DunningAct::Retry, now});
      debt.failures.push_back({now, now, {}, true});
      debt.alike.push_back(now);
      continue;
    }
    if (!plan.next)
      return stages;
    now = *plan.next;
    if (plan.act == DunningAct::Resume)
      stages.push_back({DunningAct::Resume, now});
  }
}

} // namespace tenantry::payments
