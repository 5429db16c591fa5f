// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/change_text.h"
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
  std::string addon;
  int quantity = 1;
  std::string when = "now";
  std::string proration;
  bool credit = false;
  int trialDays = 0; ///< 0: as usual
  bool noTrial = false;
  std::string coupon;
  std::string price;
  std::string currency;
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
  if (!options.currency.empty()) {
    TENANTRY_TRY(currency, Currency::parse(text(options.currency)));
    request.currency = currency;
  }
  request.addonId = text(options.addon);
  request.quantity = options.quantity;
  if (!options.proration.empty())
    request.proration = business::fromWord<business::Proration>(options.proration);
  request.couponId = text(options.coupon);
  request.renews = options.renewal == "on";
  TENANTRY_TRY(limits, readLimits(options.limits));
  request.limits = std::move(limits);
  request.reason = text(options.reason);
  return request;
}

/// Of the contract that there is, in its currency or the one that it gets.
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
  TENANTRY_TRY(price,
               Money::parseMajor(text(options.price), request.currency.value_or(live.currency)));
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
  if (kind == ChangeRequest::Kind::Unschedule) {
    json["subscription"] = picture.after.id;
    json["scheduled"] = Json(); // nothing waits any more
    json["next_as_scheduled"] =
        picture.nextWithout ? describePlanned(*picture.nextWithout, {}) : Json();
  } else if (picture.nextWithout) {
    json[kind == ChangeRequest::Kind::EndCoupon ? "next_with_coupon" : "next_without_coupon"] =
        describePlanned(*picture.nextWithout, {});
  }
  json["awaited_invoices"] = Json::array();
  for (const auto &planned : picture.awaited)
    json["awaited_invoices"].push_back(describePlanned(planned, {}));
  return json;
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
    return Answer{describe(seen, kind, true), changeText(seen, true)};
  }
  std::optional<billing::SeenPicture> seen;
  if (!options.expected.empty())
    seen = billing::SeenPicture{session.clock.now(), {}, text(options.expected)};
  // What is taken back moves no money: it need not wait for a refund.
  TENANTRY_TRY(done, kind == ChangeRequest::Kind::Unschedule
                         ? billing::SubscriptionChanges(session, business).act(request, seen)
                         : payments::changeSubscription(session, business, request, seen));
  return Answer{describe(done, kind, false), changeText(done, false)};
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

  addSubscriptionListCommands(line, group);
  addStarting(line, group);
  const auto altering = std::make_shared<SubscriptionOptions>();
  auto alter =
      group.command("change", "Another plan, interval, price, currency or number of seats");
  addShared(alter, altering);
  alter.option("--plan", altering->plan, "The plan's id");
  alter.flag("--newest", altering->newest, "The newest version of its plan");
  alter.option("--interval", altering->interval, "How long a period is").oneOf({"month", "year"});
  alter.option("--seats", altering->seats, "How many seats").within(1, 1'000'000);
  alter.option("--price", altering->price,
               "A price of its own for the interval, in its currency: 149.00; or plan: the plan's");
  alter.option("--currency", altering->currency,
               "Another currency from the next period on: EUR; with what else at its end");
  addWhen(alter, altering);
  alter.option("--proration", altering->proration, "Instead of as the business says")
      .oneOf({"day", "second", "none"});
  addCommand(line, alter, altering, Kind::Alter);

  const auto adding = std::make_shared<SubscriptionOptions>();
  auto addon = group.command("addon", "So many of an add-on; 0 removes it");
  addShared(addon, adding);
  addon.option("addon", adding->addon, "The add-on's id").required();
  addon.option("--quantity", adding->quantity, "How many it has then")
      .within(0, 1'000'000)
      .showDefault();
  addWhen(addon, adding);
  addon.option("--proration", adding->proration, "Instead of as the business says")
      .oneOf({"day", "second", "none"});
  addCommand(line, addon, adding, Kind::Alter);

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
  addShared(back, taking);
  addCommand(line, back, taking, Kind::Unschedule);
}

} // namespace tenantry::ctl
