// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"
#include "services/payments/version_moves.h"

using namespace Qt::StringLiterals;

namespace tenantry::ctl {

namespace {

struct MigrateSubscriptionsOptions {
  std::string plan, addon;
  bool addons = false; ///< with the plan
  std::string when = "period_end";
  std::string proration;
  bool preview = false;
  std::string expected;
};

Json describe(const payments::MoveReport &report) {
  Json book = Json::array();
  for (const auto &[currency, sum] : report.moved)
    book.push_back({{"currency", currency.code()},
                    {"subscriptions", sum.subscriptions},
                    {"mrr_twelfths", sum.mrrBefore},
                    {"mrr_twelfths_moved", sum.mrrAfter},
                    {"due_now", sum.dueNow}});
  Json refused = Json::array();
  for (const auto &one : report.refused) {
    Json json = toJson(one.why);
    json["organization"] = one.organization.isNull() ? Json() : Json(one.organization);
    json["name"] = one.name;
    refused.push_back(std::move(json));
  }
  return {{"book", std::move(book)},
          {"waited_already", report.waitedAlready},
          {"refused_count", report.refusedCount},
          {"digest", report.digest},
          {"refused", std::move(refused)}};
}

QString textOf(const payments::MoveReport &report, const MigrateSubscriptionsOptions &options) {
  QString said = options.preview ? u"Preview; nothing was written.\n"_s : QString();
  TextTable table({u"currency"_s, u"subscriptions"_s, u"MRR"_s, u"MRR then"_s, u"due now"_s});
  for (const auto &[currency, sum] : report.moved)
    table.add({currency.code(), QString::number(sum.subscriptions),
               Money(sum.mrrBefore / 12, currency).majorString(),
               Money(sum.mrrAfter / 12, currency).majorString(),
               Money(sum.dueNow, currency).majorString()});
  said += report.moved.empty() ? u"None is to be moved.\n"_s : table.toString();
  if (report.waitedAlready > 0)
    said += u"%1 move at the end of their period already.\n"_s.arg(report.waitedAlready);
  for (const auto &one : report.refused)
    said += u"%1 stays: %2\n"_s.arg(one.name, one.why.message);
  if (const auto more = report.refusedCount - std::int64_t(report.refused.size()); more > 0)
    said += u"… and %1 more stay.\n"_s.arg(more);
  return said + u"digest %1\n"_s.arg(report.digest);
}

Json orNull(const std::string &word) { return word.empty() ? Json() : Json(word); }

Result<Answer> migrate(Composition &composition, const MigrateSubscriptionsOptions &options) {
  payments::MoveHow how;
  how.when = options.when == "now" ? subscriptions::When::Now : subscriptions::When::PeriodEnd;
  how.preview = options.preview;
  how.what = {!options.plan.empty(), options.addons || !options.addon.empty(), text(options.addon)};
  if (!options.proration.empty())
    how.proration = business::fromWord<business::Proration>(options.proration);
  TENANTRY_TRY(report, payments::moveAll(composition.session(), composition.business(),
                                         text(options.plan), how, text(options.expected)));
  Answer answer{describe(report), textOf(report, options)};
  answer.json["plan"] = orNull(options.plan);
  answer.json["addon"] = orNull(options.addon);
  answer.json["addons"] = how.what.addons;
  answer.json["done"] = !options.preview;
  answer.isPartlyBad = report.refusedCount > 0;
  return answer;
}

} // namespace

void addMigrateSubscriptionsCommand(CommandLine &line, grammar::Level group) {
  const auto options = std::make_shared<MigrateSubscriptionsOptions>();
  auto level = group.command(
      "migrate", "Move who has an older version of a plan, or of add-ons, to how it is sold now");
  const auto addon = level.option("--addon", options->addon,
                                  "Instead of a plan: this add-on of all who have it, of any plan");
  level.option("--plan", options->plan, "The plan's id").excludes(addon).requiredUnless(addon);
  level.flag("--addons", options->addons, "With the plan: the add-ons of who has it");
  level.option("--when", options->when, "Now, or at the end of each one's period")
      .oneOf({"now", "period_end"})
      .showDefault();
  level.option("--proration", options->proration, "Of a move now, instead of as the business says")
      .oneOf({"day", "second", "none"});
  level.flag("--preview", options->preview, "Only show what it comes to; nothing is written");
  level.option("--expect", options->expected,
               "Refuse unless it comes to what a preview with this digest showed");
  line.on(level,
          {.work = [options](Composition &composition) { return migrate(composition, *options); }});
}

} // namespace tenantry::ctl
