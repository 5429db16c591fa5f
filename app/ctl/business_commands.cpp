// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"
#include "services/billing/business_refusals.h"
#include "services/billing/what_if.h"
#include "services/business/loader.h"
#include "services/subscriptions/business_effect.h"

using namespace Qt::StringLiterals;

namespace tenantry::ctl {

namespace {

QString word(business::Change::Kind kind) {
  switch (kind) {
  case business::Change::Kind::Added:
    return u"added"_s;
  case business::Change::Kind::Removed:
    return u"removed"_s;
  case business::Change::Kind::Changed:
    return u"changed"_s;
  }
  return {};
}

Json describe(const subscriptions::BookEffect &effect) {
  return {{"currency", effect.currency.code()},    {"interval", toString(effect.interval)},
          {"subscriptions", effect.subscriptions}, {"unpriced", effect.unpriced},
          {"mrr_twelfths", effect.mrrNow},         {"mrr_twelfths_if_moved", effect.mrrMoved}};
}

Json describe(const subscriptions::PlanEffect &effect) {
  Json json{
      {"plan", effect.planId}, {"subscriptions", effect.subscriptions()}, {"book", Json::array()}};
  json["new_version"] = effect.newVersion ? Json(*effect.newVersion) : Json();
  for (const auto &book : effect.book)
    json["book"].push_back(describe(book));
  return json;
}

Json describe(const subscriptions::AddonEffect &effect) {
  Json json{{"addon", effect.addonId},
            {"is_sold", effect.isSold},
            {"subscriptions", effect.subscriptions()},
            {"book", Json::array()}};
  for (const auto &book : effect.book)
    json["book"].push_back(describe(book));
  return json;
}

Answer tell(const subscriptions::PlanReport &report, std::int64_t version) {
  Answer answer;
  answer.json = {{"version", version},
                 {"changes", Json::array()},
                 {"effects", Json::array()},
                 {"addons", Json::array()},
                 {"what_if", Json()}};
  for (const auto &change : report.changes)
    answer.json["changes"].push_back({{"path", change.path},
                                      {"kind", word(change.kind)},
                                      {"before", change.before},
                                      {"after", change.after}});
  for (const auto &effect : report.effects)
    answer.json["effects"].push_back(describe(effect));
  for (const auto &effect : report.addons)
    answer.json["addons"].push_back(describe(effect));
  answer.problems = report.refusals;
  answer.text = toLines(report).join(u'\n') + u'\n';
  return answer;
}

Json describe(const billing::WhatIfAmounts &amounts) {
  return {{"fees", amounts.fees},
          {"usage", amounts.usage},
          {"discounts", amounts.discounts},
          {"total", amounts.total()}};
}

Json describe(const billing::WhatIf &report) {
  Json json{
      {"from", toIso(report.from)}, {"to", toIso(report.to)},       {"plans", Json::array()},
      {"pay_more", report.payMore}, {"pay_less", report.payLess},   {"pay_same", report.paySame},
      {"customers", Json::array()}, {"over_limit", report.passing}, {"over_limits", Json::array()}};
  for (const auto &plan : report.plans)
    json["plans"].push_back({{"plan", plan.planId},
                             {"currency", plan.currency.code()},
                             {"now", describe(plan.now)},
                             {"then", describe(plan.then)}});
  for (const auto &customer : report.customers)
    json["customers"].push_back({{"organization", customer.organization.toString()},
                                 {"name", customer.name},
                                 {"currency", customer.currency.code()},
                                 {"now", customer.now},
                                 {"then", customer.then}});
  for (const auto &passed : report.passed)
    json["over_limits"].push_back({{"organization", passed.organization.toString()},
                                   {"name", passed.name},
                                   {"plan", passed.planId},
                                   {"metric", passed.metric},
                                   {"used", formatDecimal(passed.used, 12)},
                                   {"limit_now", passed.limitNow},
                                   {"limit_then", passed.limitThen},
                                   {"hard", passed.isHard}});
  return json;
}

Answer refused(std::vector<Error> errors) { return Answer{Json::object(), {}, std::move(errors)}; }

tl::expected<business::Business, std::vector<Error>> load(const QString &directory) {
  const auto source = business::Source::fromDirectory(directory);
  if (!source)
    return tl::unexpected(source.error());
  return source->load();
}

struct PlanOptions {
  std::string directory;
  int months = 0; ///< 0: nothing is rated again
  int most = 20;
};

Result<Answer> plan(Composition &composition, const PlanOptions &options) {
  const auto directory = text(options.directory);
  const auto wanted = load(directory);
  if (!wanted)
    return refused(wanted.error());
  TENANTRY_TRY(applied, composition.business().current(composition.session()));
  TENANTRY_TRY(report, subscriptions::planReport(composition.session(), *applied, *wanted,
                                                 billing::businessRefusals));
  auto answer = tell(report, applied->version);
  if (options.months > 0) {
    TENANTRY_TRY(whatIf, billing::whatIf(composition.session(), *applied, *wanted, options.months,
                                         options.most));
    answer.json["what_if"] = describe(whatIf);
    answer.text += billing::toLines(whatIf).join(u'\n') + u'\n';
  }
  return answer;
}

Result<Answer> apply(Composition &composition, const PlanOptions &options) {
  const auto directory = text(options.directory);
  const auto wanted = load(directory);
  if (!wanted)
    return refused(wanted.error());
  auto &session = composition.session();
  TENANTRY_TRY(report, subscriptions::applyBusiness(session, *wanted, session.actor,
                                                    billing::businessRefusals));
  TENANTRY_TRY(applied, composition.business().current(session));
  return tell(report, applied->version);
}

} // namespace

void addBusinessCommands(CommandLine &line) {
  auto group = line.top().group("business", "What the business is: plans, prices, rules");
  const auto options = std::make_shared<PlanOptions>();
  const auto add = [&](const char *name, const char *help, auto function) {
    auto command = group.command(name, help);
    command.option("directory", options->directory, "The folder of the business files").required();
    line.on(command,
            {.access = Access::Unplanned, .work = [options, function](Composition &composition) {
               return function(composition, *options);
             }});
    return command;
  };
  auto planned = add("plan", "Show what applying these files would change", plan);
  planned
      .option("--months", options->months,
              "Rate what was sold and used in the last N months again, as it would have been")
      .within(1, 120)
      .called("N");
  planned.option("--most", options->most, "List at most so many customers and limits of that")
      .within(0, 100'000)
      .showDefault()
      .called("N");
  add("apply", "Make these files the business that holds", apply);
}

} // namespace tenantry::ctl
