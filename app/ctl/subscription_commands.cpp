// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"
#include "app/ctl/contract_limits.h"
#include "app/ctl/invoice_text.h"
#include "services/organizations/service.h"
#include "services/payments/adjustment.h"
#include "services/subscriptions/starting.h"

using namespace Qt::StringLiterals;

namespace tenantry::ctl {

namespace {

using billing::ChangePicture;
using billing::ChangeRequest;

struct SubscriptionOptions {
  std::string organization;
  std::string plan;
  bool newest = false;
  std::string interval;
  int seats = 0;
  std::string when = "now";
  std::string proration;
  bool credit = false;
  int trialDays = 0; ///< 0: as usual
  bool noTrial = false;
  std::string coupon;
  std::string price;
  std::vector<std::string> limits; ///< see readLimits()
  std::string reason;
  std::string renewal = "on";
  bool preview = false;
  std::string expected;
};

Result<ChangeRequest> requestOf(const SubscriptionOptions &options, ChangeRequest::Kind kind) {
  ChangeRequest request;
  request.organization = OrganizationId::fromString(text(options.organization));
  request.kind = kind;
  request.planId = text(options.plan);
  request.toNewestVersion = options.newest;
  request.credit = options.credit;
  request.when = options.when == "now" ? subscriptions::When::Now : subscriptions::When::PeriodEnd;
  if (!options.interval.empty()) {
    TENANTRY_TRY(interval, parseInterval(text(options.interval)));
    request.interval = interval;
  }
  if (options.seats > 0)
    request.seats = options.seats;
  if (!options.proration.empty())
    request.proration = business::fromWord<business::Proration>(options.proration);
  request.couponId = text(options.coupon);
  request.renews = options.renewal == "on";
  TENANTRY_TRY(limits, readLimits(options.limits));
  request.limits = std::move(limits);
  request.reason = text(options.reason);
  return request;
}

/// Of the contract that there is, in its currency.
Result<> addPrice(Composition &composition, const SubscriptionOptions &options,
                  ChangeRequest &request) {
  if (options.price.empty())
    return {};
  request.price.emplace();
  if (options.price == "plan")
    return {};
  TENANTRY_TRY(live,
               subscriptions::SubscriptionService(composition.session(), composition.business())
                   .live(request.organization));
  TENANTRY_TRY(price, Money::parseMajor(text(options.price), live.currency));
  request.price->minor = price.minor();
  return {};
}

/// What a start has beyond a change, for which the organization is looked at.
Result<> addStart(Composition &composition, const SubscriptionOptions &options,
                  ChangeRequest &request) {
  auto &session = composition.session();
  if (options.noTrial && options.trialDays > 0)
    return fail(u"subscription.trial_invalid"_s, u"Say --trial-days or --no-trial, not both."_s);
  if (options.trialDays > 0)
    request.trialDays = options.trialDays;
  else if (!options.noTrial) {
    TENANTRY_TRY(usual, subscriptions::usualTrial(session, composition.business(),
                                                  request.organization, request.planId));
    request.trialDays = usual;
  }
  if (options.price.empty())
    return {};
  TENANTRY_TRY(organization,
               organizations::OrganizationService(session).find(request.organization));
  TENANTRY_TRY(price, Money::parseMajor(text(options.price), organization.currency));
  request.priceOverride = price.minor();
  return {};
}

Json describe(const ChangePicture &picture, const std::optional<billing::PlannedInvoice> &planned) {
  if (!planned)
    return {};
  Json json = describePlanned(*planned, {});
  json.erase("organization_name");
  if (planned->credit) {
    json["to_balance"] = planned->credit->toBalance;
    json["lowers_invoices"] = planned->credit->reducesDue();
  }
  json["due_now"] = picture.dueNow();
  return json;
}

Json describe(const ChangePicture &picture, ChangeRequest::Kind kind, bool isPreview) {
  Json json = picture.figures();
  json.erase("lines");
  json["organization"] = picture.after.organization;
  json["done"] = !isPreview;
  json["digest"] = picture.digest();
  json["document"] = describe(picture, picture.document);
  json["next"] = picture.next ? describePlanned(*picture.next, {}) : Json();
  if (picture.nextWithout)
    json[kind == ChangeRequest::Kind::EndCoupon ? "next_with_coupon" : "next_without_coupon"] =
        describePlanned(*picture.nextWithout, {});
  json["awaited_invoices"] = Json::array();
  for (const auto &planned : picture.awaited)
    json["awaited_invoices"].push_back(describePlanned(planned, {}));
  return json;
}

/// What the contract's price becomes, where it becomes another.
QString priceText(const ChangePicture &picture) {
  const auto &before = picture.before, &after = picture.after;
  const auto of = [&after](const std::optional<std::int64_t> &price) {
    return price ? Money(*price, after.currency).toString() : u"as the plan says"_s;
  };
  const auto &detail = after.scheduled.detail;
  if (detail.is_object() && detail.contains("price"))
    return u"price then: %1\n"_s.arg(
        of(detail.at("price").is_null() ? std::nullopt
                                        : std::optional(detail.at("price").get<std::int64_t>())));
  if (before.priceOverride == after.priceOverride)
    return {};
  return u"price: %1 → %2\n"_s.arg(of(before.priceOverride), of(after.priceOverride));
}

/// What the contract's limits become, where they become others.
QString textOf(const subscriptions::OwnLimits &before, const subscriptions::OwnLimits &after) {
  const auto of = [](const subscriptions::OwnLimits &limits, const QString &metric) {
    const auto found = limits.find(metric);
    if (found == limits.end())
      return u"as the plan says"_s;
    return found->second < 0 ? u"unlimited"_s : QString::number(found->second);
  };
  auto all = before;
  all.insert(after.begin(), after.end());
  QString said;
  for (const auto &[metric, limit] : all)
    if (const auto was = of(before, metric), is = of(after, metric); was != is)
      said += u"limit of %1: %2 → %3\n"_s.arg(metric, was, is);
  return said;
}

QString textOf(const ChangePicture &picture, bool isPreview) {
  const auto currency = picture.after.currency;
  const auto money = [&currency](std::int64_t minor) { return Money(minor, currency).toString(); };
  QString said = isPreview ? u"Preview; nothing was written.\n"_s : u"Done.\n"_s;
  if (picture.document) {
    TextTable table({u"line"_s, u"item"_s, u"from"_s, u"to"_s, u"amount"_s});
    for (const auto &line : picture.document->lines) {
      const auto &days = line.draft.days;
      table.add({QString::fromStdString(std::string(business::toWord(line.draft.kind))),
                 line.draft.item, days.isEmpty() ? QString() : toIso(days.from),
                 days.isEmpty() ? QString() : toIso(days.to),
                 Money(line.draft.amount, currency).majorString()});
    }
    said += table.toString();
  }
  if (picture.document && billing::loweredBy(*picture.document) != 0)
    said += u"taken off what is drafted: %1\n"_s.arg(money(billing::loweredBy(*picture.document)));
  said += u"total %1, due now %2, balance %3 → %4\n"_s.arg(
      money(picture.total()), money(picture.dueNow()), money(picture.balanceBefore),
      money(picture.balanceAfter));
  if (picture.after.trialEnd && picture.after.status == subscriptions::Status::Trialing)
    said += u"trial until %1\n"_s.arg(toIso(*picture.after.trialEnd));
  if (picture.next)
    said += u"next invoice on %1: %2\n"_s.arg(toIso(*picture.next->invoice.issuedOn),
                                              money(picture.next->invoice.total));
  said += priceText(picture);
  said += textOf(picture.before.ownLimits, picture.after.ownLimits);
  if (!picture.after.autoRenew)
    said += u"ends on %1\n"_s.arg(toIso(picture.after.period.to));
  if (picture.after.scheduled.action != subscriptions::ScheduledAction::None)
    said += u"scheduled for %1: %2\n"_s.arg(
        toIso(picture.after.period.to), subscriptions::toString(picture.after.scheduled.action));
  return said + u"digest %1\n"_s.arg(picture.digest());
}

Result<Answer> change(Composition &composition, const SubscriptionOptions &options,
                      ChangeRequest::Kind kind) {
  auto &session = composition.session();
  auto &business = composition.business();
  TENANTRY_TRY(request, requestOf(options, kind));
  if (kind == ChangeRequest::Kind::Start)
    TENANTRY_CHECK(addStart(composition, options, request));
  if (kind == ChangeRequest::Kind::Alter)
    TENANTRY_CHECK(addPrice(composition, options, request));
  if (options.preview) {
    TENANTRY_TRY(seen, billing::SubscriptionChanges(session, business).preview(request));
    return Answer{describe(seen, kind, true), textOf(seen, true)};
  }
  std::optional<billing::SeenPicture> seen;
  if (!options.expected.empty())
    seen = billing::SeenPicture{session.clock.now(), {}, text(options.expected)};
  TENANTRY_TRY(done, payments::changeSubscription(session, business, request, seen));
  return Answer{describe(done, kind, false), textOf(done, false)};
}

Result<Answer> unschedule(Composition &composition, const SubscriptionOptions &options) {
  const auto id = OrganizationId::fromString(text(options.organization));
  TENANTRY_TRY(left,
               subscriptions::SubscriptionService(composition.session(), composition.business())
                   .unschedule(id));
  return Answer{{{"organization", id}, {"subscription", left.id}, {"scheduled", Json()}},
                u"What was scheduled is taken back.\n"_s};
}

using SharedChange = std::shared_ptr<SubscriptionOptions>;

void addShared(grammar::Level &level, const SharedChange &options) {
  level.option("organization", options->organization, "The organization's id")
      .required()
      .checked(isOrganization());
  level.flag("--preview", options->preview, "Only show what it comes to; nothing is written");
  level.option("--expect", options->expected,
               "Refuse unless it comes to what a preview with this digest showed");
}

void addWhen(grammar::Level &level, const SharedChange &options) {
  level.option("--when", options->when, "Now, or at the period's end")
      .oneOf({"now", "period_end"})
      .showDefault();
}

void addCommand(CommandLine &line, grammar::Level &level, const SharedChange &options,
                ChangeRequest::Kind kind) {
  line.on(level, {.work = [options, kind](Composition &composition) {
            return change(composition, *options, kind);
          }});
}

void addStarting(CommandLine &line, grammar::Level &group) {
  const auto starting = std::make_shared<SubscriptionOptions>();
  auto start = group.command("start", "Begin one, with its first invoice");
  addShared(start, starting);
  start.option("--plan", starting->plan, "The plan's id").required();
  start.option("--interval", starting->interval, "How long a period is").oneOf({"month", "year"});
  start.option("--seats", starting->seats, "How many seats").within(1, 1'000'000);
  start.option("--trial-days", starting->trialDays, "So many days of trial").within(1, 365);
  start.flag("--no-trial", starting->noTrial, "None, though the plan offers one");
  start.option("--coupon", starting->coupon, "A coupon that is redeemed with it");
  start.option("--price", starting->price,
               "A price of its own for the interval, in the organization's currency: 149.00");
  start.option("--limit", starting->limits,
               "A limit of its own: METRIC=N or METRIC=unlimited; may be given again");
  addCommand(line, start, starting, ChangeRequest::Kind::Start);
}

} // namespace

void addSubscriptionCommands(CommandLine &line) {
  auto group = line.top().group("subscription", "Subscriptions");
  using Kind = ChangeRequest::Kind;

  addStarting(line, group);
  const auto altering = std::make_shared<SubscriptionOptions>();
  auto alter = group.command("change", "Another plan, interval, price or number of seats");
  addShared(alter, altering);
  alter.option("--plan", altering->plan, "The plan's id");
  alter.flag("--newest", altering->newest, "The newest version of its plan");
  alter.option("--interval", altering->interval, "How long a period is").oneOf({"month", "year"});
  alter.option("--seats", altering->seats, "How many seats").within(1, 1'000'000);
  alter.option("--price", altering->price,
               "A price of its own for the interval, in its currency: 149.00; or plan: the plan's");
  addWhen(alter, altering);
  alter.option("--proration", altering->proration, "Instead of as the business says")
      .oneOf({"day", "second", "none"});
  addCommand(line, alter, altering, Kind::Alter);

  addMigrateSubscriptionsCommand(line, group);
  const auto ending = std::make_shared<SubscriptionOptions>();
  ending->when = "period_end";
  auto cancel = group.command("cancel", "End it");
  addShared(cancel, ending);
  addWhen(cancel, ending);
  cancel.flag("--credit", ending->credit, "Credit the remaining days of one that ends now");
  addCommand(line, cancel, ending, Kind::Cancel);

  const auto pausing = std::make_shared<SubscriptionOptions>();
  auto pause = group.command("pause", "Let it stand still; the remaining days are credited");
  addShared(pause, pausing);
  addCommand(line, pause, pausing, Kind::Pause);

  const auto resuming = std::make_shared<SubscriptionOptions>();
  auto resume = group.command("resume", "Let a paused one go on");
  addShared(resume, resuming);
  addCommand(line, resume, resuming, Kind::Resume);

  const auto redeeming = std::make_shared<SubscriptionOptions>();
  auto coupon = group.command("coupon", "Redeem a coupon, from its next invoice on");
  addShared(coupon, redeeming);
  coupon.option("coupon", redeeming->coupon, "The coupon's id").required();
  addCommand(line, coupon, redeeming, Kind::Redeem);

  const auto couponEnding = std::make_shared<SubscriptionOptions>();
  auto endCoupon = group.command("end-coupon", "End a coupon that was redeemed");
  addShared(endCoupon, couponEnding);
  endCoupon.option("coupon", couponEnding->coupon, "The coupon's id").required();
  addWhen(endCoupon, couponEnding);
  endCoupon.option("--reason", couponEnding->reason, "Why");
  addCommand(line, endCoupon, couponEnding, Kind::EndCoupon);

  const auto renewing = std::make_shared<SubscriptionOptions>();
  auto renewal = group.command("renewal", "Whether it renews by itself, or ends with its period");
  addShared(renewal, renewing);
  renewal.option("renewal", renewing->renewal, "on or off").required().oneOf({"on", "off"});
  addCommand(line, renewal, renewing, Kind::Renewal);

  const auto limiting = std::make_shared<SubscriptionOptions>();
  auto limits = group.command("limits", "Limits that the contract grants instead of the plan");
  addShared(limits, limiting);
  limits
      .option("--limit", limiting->limits,
              "METRIC=N, METRIC=unlimited, or METRIC=plan for the plan's again; may be given again")
      .required();
  limits.option("--reason", limiting->reason, "Why").required();
  addCommand(line, limits, limiting, Kind::Limits);

  const auto taking = std::make_shared<SubscriptionOptions>();
  auto back = group.command("unschedule", "Take back what waits for the period's end");
  back.option("organization", taking->organization, "The organization's id")
      .required()
      .checked(isOrganization());
  line.on(back, {.work = [taking](Composition &composition) {
            return unschedule(composition, *taking);
          }});
}

} // namespace tenantry::ctl
