// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"
#include "services/usage/measures.h"
#include "services/usage/reservations.h"
#include "services/usage/service.h"

using namespace Qt::StringLiterals;

namespace tenantry::ctl {

namespace {

using usage::Quota;

struct UsageOptions {
  std::string organization;
  std::string metric;
  std::vector<std::string> keys;
  double quantity = 1;
  int seconds = std::chrono::seconds(usage::usualReservation).count();
};

std::vector<QString> keysOf(const UsageOptions &options) {
  std::vector<QString> keys;
  for (const auto &key : options.keys)
    keys.push_back(text(key));
  return keys;
}

OrganizationId organizationOf(const UsageOptions &options) {
  return OrganizationId::fromString(text(options.organization));
}

Result<Answer> showQuotas(Composition &composition, const UsageOptions &options) {
  TENANTRY_TRY(applied, composition.business().current(composition.session()));
  usage::UsageService service(composition.session(), composition.business());
  TENANTRY_TRY(quotas, service.quotas(organizationOf(options)));
  Answer answer;
  answer.json["quotas"] = Json::array();
  TextTable table({u"metric"_s, u"used"_s, u"reserved"_s, u"limit"_s, u"kind"_s});
  for (const auto &quota : quotas) {
    const auto &metric = applied->business.metrics.at(quota.metric);
    const auto limit = quota.isLimited() ? usage::inUnits(*quota.limit, metric) : QString();
    answer.json["quotas"].push_back({{"metric", quota.metric},
                                     {"used", usage::inUnits(quota.used, metric)},
                                     {"reserved", usage::inUnits(quota.reserved, metric)},
                                     {"limit", quota.isLimited() ? Json(limit) : Json()},
                                     {"hard", quota.hard}});
    table.add({quota.metric, usage::inUnits(quota.used, metric),
               usage::inUnits(quota.reserved, metric), limit.isEmpty() ? u"unlimited"_s : limit,
               quota.hard ? u"hard"_s : u"soft"_s});
  }
  answer.text = table.toString();
  return answer;
}

Result<Answer> reserve(Composition &composition, const UsageOptions &options) {
  TENANTRY_TRY(applied, composition.business().current(composition.session()));
  const auto metric = applied->business.metrics.find(text(options.metric));
  double scale = 1;
  if (metric != applied->business.metrics.end())
    for (int i = 0; i < metric->second.decimals; ++i)
      scale *= 10;
  std::vector<usage::ReservationRequest> requests;
  for (const auto &key : keysOf(options))
    requests.push_back({key, text(options.metric), qRound64(options.quantity * scale)});
  usage::Reservations reservations(composition.session(), composition.business());
  TENANTRY_TRY(decisions, reservations.reserve(organizationOf(options), requests,
                                               std::chrono::seconds(options.seconds)));
  Answer answer;
  answer.json["reservations"] = Json::array();
  TextTable table({u"key"_s, u"decision"_s, u"until"_s});
  for (const auto &decision : decisions) {
    const auto until = decision.expiresAt ? toIso(*decision.expiresAt) : QString();
    answer.isPartlyBad = answer.isPartlyBad || !decision.granted;
    answer.json["reservations"].push_back(
        {{"key", decision.key},
         {"granted", decision.granted},
         {"repeated", decision.repeated},
         {"expires_at", decision.expiresAt ? Json(until) : Json()}});
    table.add({decision.key,
               !decision.granted    ? u"refused"_s
               : decision.expiresAt ? u"held"_s
                                    : u"used already"_s,
               until});
  }
  answer.text = table.toString();
  return answer;
}

const char *wordOf(usage::CommitOutcome outcome) {
  switch (outcome) {
  case usage::CommitOutcome::Counted:
    return "counted";
  case usage::CommitOutcome::Repeated:
    return "repeated";
  case usage::CommitOutcome::NotHeld:
    break;
  }
  return "not_held";
}

Result<Answer> commitReserved(Composition &composition, const UsageOptions &options) {
  std::vector<usage::Commit> commits;
  for (const auto &key : keysOf(options))
    commits.push_back({key, {}, {}});
  usage::Reservations reservations(composition.session(), composition.business());
  TENANTRY_TRY(outcomes, reservations.commit(organizationOf(options), commits));
  Answer answer;
  answer.json["commits"] = Json::array();
  TextTable table({u"key"_s, u"outcome"_s});
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    answer.isPartlyBad = answer.isPartlyBad || outcomes[i] == usage::CommitOutcome::NotHeld;
    answer.json["commits"].push_back({{"key", commits[i].key}, {"outcome", wordOf(outcomes[i])}});
    table.add({commits[i].key, QString::fromLatin1(wordOf(outcomes[i]))});
  }
  answer.text = table.toString();
  return answer;
}

Result<Answer> releaseReserved(Composition &composition, const UsageOptions &options) {
  usage::Reservations reservations(composition.session(), composition.business());
  TENANTRY_TRY(released, reservations.release(organizationOf(options), keysOf(options)));
  return Answer{{{"released", released}}, u"%1 released.\n"_s.arg(released)};
}

} // namespace

void addUsageCommands(CommandLine &line, grammar::Level usageGroup) {
  const auto options = std::make_shared<UsageOptions>();
  const auto add = [&](const char *name, const char *help, auto function) {
    auto command = usageGroup.command(name, help);
    command.option("organization", options->organization, "The organization's id")
        .required()
        .checked(isOrganization());
    line.on(command, {.work = [options, function](Composition &composition) {
              return function(composition, *options);
            }});
    return command;
  };
  const auto withKeys = [&options](grammar::Level command) {
    command.option("keys", options->keys, "The keys, each of a reservation of its own").required();
  };
  add("quota", "What is used, reserved and allowed in the running period", showQuotas);
  auto reserving = add("reserve", "Hold units of a limit before they are used", reserve);
  reserving.option("metric", options->metric, "The metric, a sum or a level").required();
  withKeys(reserving);
  reserving.option("--quantity", options->quantity, "Units for each key").showDefault();
  reserving.option("--seconds", options->seconds, "How long they are held")
      .within(1, 86'400)
      .showDefault();
  withKeys(add("commit", "Count what is held as used now", commitReserved));
  withKeys(add("release", "Give back what is held", releaseReserved));
}

} // namespace tenantry::ctl
