// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"
#include "services/billing/upgrade_suggestion.h"

using namespace Qt::StringLiterals;

namespace tenantry::ctl {

namespace {

using billing::PlanCost;
using billing::UpgradeSuggestion;
using billing::UpgradeVerdict;

Json costJson(const UpgradeSuggestion &suggestion, const PlanCost &cost) {
  return {{"plan", cost.planId.toStdString()},
          {"fees", cost.fees},
          {"usage", cost.usage},
          {"total", cost.total()},
          {"a_month", suggestion.aMonth(cost)}};
}

Json limitJson(const std::optional<std::int64_t> &limit) { return limit.value_or(-1); }

QString limitWord(const std::optional<std::int64_t> &limit) {
  return limit ? QString::number(*limit) : u"unlimited"_s;
}

QString whyNothing(const UpgradeSuggestion &suggestion) {
  switch (suggestion.verdict) {
  case UpgradeVerdict::WithinLimits:
    return u"Nothing is suggested: no limit is used up."_s;
  case UpgradeVerdict::ChangeWaits:
    return u"Nothing is suggested: another plan, or the end, comes with the period's end."_s;
  case UpgradeVerdict::NotRunning:
    return u"Nothing is suggested: no subscription runs."_s;
  case UpgradeVerdict::NothingBetter:
  case UpgradeVerdict::Suggested:
    break;
  }
  return suggestion.letsThemGoOn
             ? u"Nothing is suggested: no plan on sale has more room for what is used up."_s
             : u"Nothing is suggested: no higher plan on sale would cost less for what is used."_s;
}

QString inWords(const UpgradeSuggestion &suggestion) {
  if (!suggestion.best)
    return whyNothing(suggestion) + u'\n';
  const auto money = [&](std::int64_t minor) {
    return Money(minor, suggestion.currency).toString();
  };
  const auto &best = *suggestion.best;
  const auto difference = suggestion.differenceAMonth();
  TextTable table({u"plan"_s, u"fees"_s, u"usage"_s, u"all %1 periods"_s.arg(suggestion.periods),
                   u"a month"_s});
  for (const auto *cost : {&suggestion.now, &best})
    table.add({cost->planId, money(cost->fees), money(cost->usage), money(cost->total()),
               money(suggestion.aMonth(*cost))});
  TextTable limits({u"limit"_s, u"now"_s, u"then"_s});
  for (const auto &limit : suggestion.limits)
    limits.add({limit.metric, limitWord(limit.now), limitWord(limit.then)});
  const auto less = difference == 0 ? u"the same"_s
                                    : (difference < 0 ? u"%1 less a month"_s : u"%1 more a month"_s)
                                          .arg(money(std::abs(difference)));
  return u"%1 is suggested: %2%3, before discounts and tax.\n"_s.arg(
             best.planId, less,
             suggestion.letsThemGoOn ? u", and they can go on: a hard limit is used up"_s
                                     : QString()) +
         table.toString() + limits.toString();
}

Result<Answer> suggestPlan(Composition &composition, const OrganizationId &organization) {
  TENANTRY_TRY(suggestion, billing::suggestUpgrade(composition.session(), composition.business(),
                                                   organization));
  Answer answer;
  answer.json = {{"verdict", toString(suggestion.verdict).toStdString()},
                 {"exceeded", Json::array()},
                 {"currency", Json()},
                 {"interval", Json()},
                 {"seats", Json()},
                 {"periods", suggestion.periods},
                 {"lets_go_on", suggestion.letsThemGoOn},
                 {"now", Json()},
                 {"suggested", Json()},
                 {"difference_a_month", Json()},
                 {"limits", Json::object()}};
  for (const auto &metric : suggestion.exceeded)
    answer.json["exceeded"].push_back(metric.toStdString());
  if (suggestion.periods > 0) {
    answer.json["currency"] = suggestion.currency.code().toStdString();
    answer.json["interval"] = toString(suggestion.interval).toStdString();
    answer.json["seats"] = suggestion.seats;
    answer.json["now"] = costJson(suggestion, suggestion.now);
  }
  if (suggestion.best) {
    answer.json["suggested"] = costJson(suggestion, *suggestion.best);
    answer.json["difference_a_month"] = suggestion.differenceAMonth();
    for (const auto &limit : suggestion.limits)
      answer.json["limits"][limit.metric.toStdString()] = {{"now", limitJson(limit.now)},
                                                           {"then", limitJson(limit.then)}};
  }
  answer.text = inWords(suggestion);
  return answer;
}

} // namespace

void addUpgradeCommand(CommandLine &line, grammar::Level usageGroup) {
  const auto organization = std::make_shared<std::string>();
  auto command = usageGroup.command("suggest", "Which plan would suit whose limit is used up");
  command.option("organization", *organization, "The organization's id")
      .required()
      .checked(isOrganization());
  line.on(command, {.work = [organization](Composition &composition) {
            return suggestPlan(composition, OrganizationId::fromString(text(*organization)));
          }});
}

} // namespace tenantry::ctl
