// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"
#include "services/business/loader.h"
#include "services/subscriptions/business_effect.h"
#include "services/usage/metric_change.h"

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

Answer tell(const subscriptions::PlanReport &report, std::int64_t version) {
  Answer answer;
  answer.json = {{"version", version}, {"changes", Json::array()}, {"effects", Json::array()}};
  for (const auto &change : report.changes)
    answer.json["changes"].push_back({{"path", change.path},
                                      {"kind", word(change.kind)},
                                      {"before", change.before},
                                      {"after", change.after}});
  for (const auto &effect : report.effects)
    answer.json["effects"].push_back(describe(effect));
  answer.problems = report.refusals;
  answer.text = toLines(report).join(u'\n') + u'\n';
  return answer;
}

Answer refused(std::vector<Error> errors) { return Answer{Json::object(), {}, std::move(errors)}; }

tl::expected<business::Business, std::vector<Error>> load(const QString &directory) {
  const auto source = business::Source::fromDirectory(directory);
  if (!source)
    return tl::unexpected(source.error());
  return source->load();
}

Result<Answer> plan(Composition &composition, const QString &directory) {
  const auto wanted = load(directory);
  if (!wanted)
    return refused(wanted.error());
  TENANTRY_TRY(applied, composition.business().current(composition.session()));
  TENANTRY_TRY(report, subscriptions::planReport(composition.session(), *applied, *wanted,
                                                 usage::metricRefusals));
  return tell(report, applied->version);
}

Result<Answer> apply(Composition &composition, const QString &directory) {
  const auto wanted = load(directory);
  if (!wanted)
    return refused(wanted.error());
  auto &session = composition.session();
  TENANTRY_TRY(
      report, subscriptions::applyBusiness(session, *wanted, session.actor, usage::metricRefusals));
  TENANTRY_TRY(applied, composition.business().current(session));
  return tell(report, applied->version);
}

} // namespace

void addBusinessCommands(CommandLine &line) {
  auto group = line.top().group("business", "What the business is: plans, prices, rules");
  const auto directory = std::make_shared<std::string>();
  const auto add = [&](const char *name, const char *help, auto function) {
    auto command = group.command(name, help);
    command.option("directory", *directory, "The folder of the business files").required();
    line.on(command,
            {.access = Access::Unplanned, .work = [directory, function](Composition &composition) {
               return function(composition, text(*directory));
             }});
  };
  add("plan", "Show what applying these files would change", plan);
  add("apply", "Make these files the business that holds", apply);
}

} // namespace tenantry::ctl
