// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"
#include "services/usage/corrections.h"
#include "services/usage/dimensions.h"
#include "services/usage/event_rows.h"
#include "services/usage/measures.h"

using namespace Qt::StringLiterals;

namespace tenantry::ctl {

namespace {

struct UsageEventOptions {
  std::string organization;
  std::string metric;
  std::string date;
  int limit = 100;
  std::string by;
  std::string value;
  std::string without;
  int values = 20;
  std::string key;
  std::string quantity;
  std::string reason;
  bool preview = false;
  std::string expected;
};

OrganizationId organizationOf(const UsageEventOptions &options) {
  return OrganizationId::fromString(text(options.organization));
}

const char *wordOf(usage::EventOutcome outcome) {
  switch (outcome) {
  case usage::EventOutcome::OnItsInvoice:
    return "on_its_invoice";
  case usage::EventOutcome::Billed:
    return "billed";
  case usage::EventOutcome::Waits:
    return "waits";
  case usage::EventOutcome::NoCharge:
    return "no_charge";
  case usage::EventOutcome::Free:
    break;
  }
  return "free";
}

Json describe(const usage::EventRow &row, const business::Metric &metric) {
  return {{"key", row.key},
          {"quantity", usage::inUnits(row.quantity, metric)},
          {"left", usage::inUnits(row.left(metric.aggregation), metric)},
          {"occurred_at", row.occurredAt},
          {"recorded_at", row.recordedAt},
          {"dimensions", row.dimensions ? *row.dimensions : Json()},
          {"corrects", row.corrects.isEmpty() ? Json() : Json(row.corrects)},
          {"late", row.isLate},
          {"outcome", wordOf(row.outcome.kind)},
          {"invoice", row.outcome.invoice.isEmpty() ? Json() : Json(row.outcome.invoice)}};
}

Result<usage::EventPeriod> periodOf(Composition &composition, const UsageEventOptions &options) {
  std::optional<LocalDay> day;
  if (!options.date.empty()) {
    TENANTRY_TRY(parsed, parseDay(text(options.date)));
    day = parsed;
  }
  TENANTRY_TRY(periods, usage::EventListing(composition.session(), composition.business())
                            .periods(organizationOf(options)));
  if (const auto *found = usage::periodAt(periods, day, composition.session().clock.now()))
    return *found;
  return fail(u"usage.period_unknown"_s,
              u"The organization has no billing period on %1; choose another one."_s.arg(
                  text(options.date)));
}

Result<Answer> showEvents(Composition &composition, const UsageEventOptions &options) {
  TENANTRY_TRY(metric, usage::findMetric(composition.session(), composition.business(),
                                         text(options.metric)));
  TENANTRY_TRY(period, periodOf(composition, options));
  usage::EventQuery query{organizationOf(options), metric.id, period.from, {}};
  if (!options.without.empty())
    query.of = {text(options.without), std::nullopt};
  else if (!options.by.empty())
    query.of = {text(options.by), text(options.value)};
  usage::EventListing listing(composition.session(), composition.business());
  TENANTRY_TRY(totals, listing.totals(query));
  TENANTRY_TRY(counted, listing.count(query, totals.events));
  Answer answer;
  answer.json = {{"metric", metric.id},
                 {"from", period.isOutside() ? Json() : Json(toIso(period.days.from))},
                 {"to", period.isOutside() ? Json() : Json(toIso(period.days.to))},
                 {"used", usage::inUnits(totals.used, metric)},
                 {"counted", counted},
                 {"events", Json::array()}};
  TextTable table({u"happened"_s, u"key"_s, u"quantity"_s, u"outcome"_s, u"invoice"_s});
  usage::EventCursor after;
  for (int left = options.limit; left > 0;) {
    TENANTRY_TRY(page, listing.page(query, std::min(left, usage::mostEvents), after));
    for (const auto &row : page.rows) {
      answer.json["events"].push_back(describe(row, metric));
      table.add({toIso(row.occurredAt), row.key, usage::inUnits(row.quantity, metric),
                 QString::fromLatin1(wordOf(row.outcome.kind)), row.outcome.invoice});
    }
    left -= int(page.rows.size());
    if (!page.next)
      break;
    after = *page.next;
  }
  answer.text = table.toString();
  return answer;
}

const char *wordOf(usage::DimensionRow::Kind kind) {
  switch (kind) {
  case usage::DimensionRow::Kind::Others:
    return "others";
  case usage::DimensionRow::Kind::None:
    return "none";
  case usage::DimensionRow::Kind::Value:
    break;
  }
  return "value";
}

Answer describe(const usage::DimensionUsage &usage, const business::Metric &metric) {
  Answer answer;
  answer.json = {{"metric", metric.id},
                 {"quantity", usage::inUnits(usage.quantity, metric)},
                 {"events", usage.events},
                 {"latest_only", usage.isLatestOnly},
                 {"rows", Json::array()}};
  TextTable table({u"value"_s, u"quantity"_s, u"share"_s, u"events"_s});
  for (const auto &row : usage.rows) {
    const bool isValue = row.kind == usage::DimensionRow::Kind::Value;
    const auto share = row.share < 0 ? QString() : QString::number(double(row.share) / 10, 'f', 1);
    answer.json["rows"].push_back({{"kind", wordOf(row.kind)},
                                   {"value", isValue ? Json(row.value) : Json()},
                                   {"values", row.values},
                                   {"quantity", usage::inUnits(row.quantity, metric)},
                                   {"share", row.share < 0 ? Json() : Json(share)},
                                   {"events", row.events}});
    table.add({isValue ? row.value : u'(' + QString::fromLatin1(wordOf(row.kind)) + u')',
               usage::inUnits(row.quantity, metric), share, QString::number(row.events)});
  }
  answer.text = table.toString();
  if (usage.isLatestOnly)
    answer.text += u"Of the latest %1 events alone; the period has more.\n"_s.arg(usage.events);
  return answer;
}

/// By the dimension that is named, else the first that there is.
Result<Answer> showByDimension(Composition &composition, const UsageEventOptions &options) {
  TENANTRY_TRY(metric, usage::findMetric(composition.session(), composition.business(),
                                         text(options.metric)));
  TENANTRY_TRY(period, periodOf(composition, options));
  usage::DimensionQuery query{organizationOf(options), metric.id, period.from, text(options.by),
                              options.values};
  usage::DimensionListing listing(composition.session(), composition.business());
  TENANTRY_TRY(names, listing.names(query));
  if (query.dimension.isEmpty() && !names.isEmpty())
    query.dimension = names.front();
  TENANTRY_TRY(usage, listing.usage(query));
  auto answer = describe(usage, metric);
  answer.json["dimension"] = query.dimension.isEmpty() ? Json() : Json(query.dimension);
  answer.json["dimensions"] = names;
  answer.json["from"] = period.isOutside() ? Json() : Json(toIso(period.days.from));
  answer.json["to"] = period.isOutside() ? Json() : Json(toIso(period.days.to));
  return answer;
}

/// The quantity is in units of the event's metric.
Result<usage::UsageCorrection> wantedBy(Composition &composition,
                                        const UsageEventOptions &options) {
  usage::UsageCorrection wanted{
      organizationOf(options), text(options.key), 0, text(options.reason), {}};
  usage::UsageCorrections acts(composition.session(), composition.business());
  TENANTRY_TRY(id, acts.metricOf(wanted.organization, wanted.corrects));
  TENANTRY_TRY(metric, usage::findMetric(composition.session(), composition.business(), id));
  TENANTRY_TRY(quantity, usage::fromUnits(text(options.quantity), metric));
  wanted.quantity = quantity;
  return wanted;
}

Result<Answer> correct(Composition &composition, const UsageEventOptions &options) {
  TENANTRY_TRY(wanted, wantedBy(composition, options));
  usage::UsageCorrections acts(composition.session(), composition.business());
  TENANTRY_TRY(picture,
               options.preview ? acts.preview(wanted) : acts.act(wanted, text(options.expected)));
  TENANTRY_TRY(metric,
               usage::findMetric(composition.session(), composition.business(), picture.metric));
  const auto units = [&](std::int64_t quantity) { return usage::inUnits(quantity, metric); };
  const auto &days = picture.period.days;
  const bool isOutside = picture.period.isOutside();
  return Answer{{{"done", !options.preview},
                 {"digest", picture.digest()},
                 {"organization", wanted.organization},
                 {"corrects", wanted.corrects},
                 {"metric", picture.metric},
                 {"quantity", units(-picture.taken)},
                 {"left", units(picture.left - picture.taken)},
                 {"from", isOutside ? Json() : Json(toIso(days.from))},
                 {"to", isOutside ? Json() : Json(toIso(days.to))},
                 {"used_before", units(picture.before)},
                 {"used_after", units(picture.after)},
                 {"billed_on", picture.isOnNextInvoice() ? Json(picture.closing) : Json()}},
                (options.preview ? u"Preview; nothing was written.\n"_s : u"Done.\n"_s) +
                    u"%1: %2 is taken from “%3”, the period comes to %4 instead of %5%6\ndigest "
                    "%7\n"_s.arg(picture.metric, units(picture.taken), wanted.corrects,
                                 units(picture.after), units(picture.before),
                                 picture.isOnNextInvoice()
                                     ? u"; %1 has billed it, it goes back with the next one"_s.arg(
                                           picture.closing)
                                     : QString(),
                                 picture.digest())};
}

} // namespace

void addUsageEventCommands(CommandLine &line, grammar::Level usageGroup) {
  const auto options = std::make_shared<UsageEventOptions>();
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
  auto listing = add("events", "The events of a metric in a period, the latest first", showEvents);
  listing.option("metric", options->metric, "The metric").required();
  listing.option("--date", options->date, "A day of the period; default: the one that runs");
  listing.option("--limit", options->limit, "At most so many").within(1, 1'000'000).showDefault();
  const auto by =
      listing.option("--by", options->by, "Only those with the --value of this dimension");
  listing.option("--value", options->value, "That value; default: an empty one").needs(by);
  listing.option("--without", options->without, "Only those without this dimension").excludes(by);
  auto byDimension =
      add("by-dimension", "What a metric comes to by the values of a dimension", showByDimension);
  byDimension.option("metric", options->metric, "The metric").required();
  byDimension.option("--by", options->by,
                     "The dimension; default: that which the metric counts by, else the most "
                     "frequent one");
  byDimension.option("--date", options->date, "A day of the period; default: the one that runs");
  byDimension.option("--values", options->values, "So many values, then the others together")
      .within(1, usage::DimensionListing::mostValues)
      .showDefault();
  auto correcting = add("correct", "Take back what was counted too much of an event", correct);
  correcting.option("key", options->key, "The key of the event").required();
  correcting.option("quantity", options->quantity, "What is taken away: 5, 1.5").required();
  correcting.option("--reason", options->reason, "Why; it stands in the timeline");
  correcting.flag("--preview", options->preview, "Only show what it comes to; nothing is written");
  correcting.option("--expect", options->expected,
                    "Refuse unless it comes to what a preview with this digest showed");
}

} // namespace tenantry::ctl
