// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"
#include "services/organizations/service.h"
#include "services/subscriptions/listing.h"
#include "services/subscriptions/mrr.h"
#include "services/subscriptions/service.h"

using namespace Qt::StringLiterals;

namespace tenantry::ctl {

namespace {

struct ListedSubscriptions {
  std::string status;
  std::string plan;
  bool scheduledOnly = false;
  int limit = 100;
};

QString waitingText(const subscriptions::Scheduled &scheduled) {
  return subscriptions::toString(scheduled.action);
}

Json describe(const subscriptions::ListRow &row) {
  return {{"organization", row.organization},
          {"organization_name", row.organizationName},
          {"id", row.id},
          {"plan", row.planId},
          {"version", row.planVersion},
          {"status", subscriptions::toString(row.status)},
          {"interval", toString(row.interval)},
          {"currency", row.currency.code()},
          {"seats", row.seats},
          {"mrr_twelfths", row.mrrTwelfths},
          {"period_to", row.periodTo},
          {"renews", row.renews},
          {"scheduled", waitingText(row.scheduled)}};
}

Result<Answer> listSubscriptions(Composition &composition, const ListedSubscriptions &options) {
  subscriptions::ListQuery query;
  query.filter.planId = text(options.plan);
  query.filter.scheduledOnly = options.scheduledOnly;
  if (!options.status.empty()) {
    TENANTRY_TRY(status, subscriptions::parseStatus(text(options.status)));
    query.filter.status = status;
  }
  subscriptions::SubscriptionListing listing(composition.session());
  TENANTRY_TRY(count, listing.count(query.filter));
  const auto most = subscriptions::SubscriptionListing::countLimit;
  Answer answer;
  answer.json = {{"subscriptions", Json::array()},
                 {"count", std::min(count, most)},
                 {"count_is_exact", count <= most}};
  TextTable table({u"customer"_s, u"plan"_s, u"status"_s, u"seats"_s, u"MRR"_s, u"period to"_s,
                   u"then"_s, u"organization"_s});
  for (int left = options.limit; left > 0;) {
    query.pageSize = std::min(left, subscriptions::SubscriptionListing::mostRows);
    TENANTRY_TRY(page, listing.page(query));
    for (const auto &row : page.rows) {
      answer.json["subscriptions"].push_back(describe(row));
      const auto waits = waitingText(row.scheduled);
      table.add({row.organizationName, u"%1 v%2"_s.arg(row.planId).arg(row.planVersion),
                 subscriptions::toString(row.status), QString::number(row.seats),
                 Money(subscriptions::mrrMinor(row.mrrTwelfths), row.currency).toString(),
                 toIso(row.periodTo),
                 !waits.isEmpty() ? waits
                 : row.renews     ? u"renews"_s
                                  : u"ends"_s,
                 row.organization.toString()});
    }
    left -= query.pageSize;
    query.after = page.next;
    if (!page.next)
      break;
  }
  answer.text = table.toString() + u"%1 of %2%3\n"_s.arg(answer.json["subscriptions"].size())
                                       .arg(std::min(count, most))
                                       .arg(count > most ? u"+"_s : QString());
  return answer;
}

template <typename T> Json orNone(const std::optional<T> &value) {
  return value ? Json(*value) : Json();
}

Json couponsOf(const subscriptions::Subscription &subscription) {
  Json coupons = Json::array();
  for (const auto &one : subscription.redemptions)
    coupons.push_back(
        {{"coupon", one.coupon.id}, {"is_ahead", subscriptions::isAhead(one, subscription)}});
  return coupons;
}

Json describe(const subscriptions::Subscription &one, const QString &name) {
  return {{"organization", one.organization},
          {"organization_name", name},
          {"id", one.id},
          {"plan", one.planId},
          {"plan_version", one.planVersion},
          {"status", subscriptions::toString(one.status)},
          {"reason", one.statusReason},
          {"interval", toString(one.interval)},
          {"currency", one.currency.code()},
          {"seats", one.seats},
          {"price", orNone(one.priceOverride)},
          {"limits", subscriptions::toJson(one.ownLimits)},
          {"addons", subscriptions::quantitiesOf(one.items)},
          {"coupons", couponsOf(one)},
          {"period_from", one.period.from},
          {"period_to", one.period.to},
          {"trial_end", orNone(one.trialEnd)},
          {"auto_renew", one.autoRenew},
          {"scheduled", waitingText(one.scheduled)},
          {"scheduled_detail", one.scheduled.detail},
          {"next_invoice_at", orNone(one.invoiceAt)},
          {"mrr_twelfths", one.mrrTwelfths},
          {"started_at", one.startedAt},
          {"ended_at", orNone(one.endedAt)}};
}

QString textOf(const subscriptions::Subscription &one, const QString &name) {
  const auto money = [&](std::int64_t minor) { return Money(minor, one.currency).toString(); };
  QString said = u"%1: %2, %3, by the %4, %5 seats, MRR %6\n"_s.arg(
      name, one.planId, subscriptions::toString(one.status), toString(one.interval),
      QString::number(one.seats), money(subscriptions::mrrMinor(one.mrrTwelfths)));
  said += u"period %1 to %2, %3\n"_s.arg(toIso(one.period.from), toIso(one.period.to),
                                         one.autoRenew ? u"renews by itself"_s : u"then it ends"_s);
  if (!one.statusReason.isEmpty())
    said += u"reason: %1\n"_s.arg(one.statusReason);
  if (one.trialEnd)
    said += u"trial until %1\n"_s.arg(toIso(*one.trialEnd));
  if (one.priceOverride)
    said += u"price of its own: %1\n"_s.arg(money(*one.priceOverride));
  for (const auto &[metric, limit] : one.ownLimits)
    said += u"limit of its own: %1 %2\n"_s.arg(metric,
                                               limit < 0 ? u"unlimited"_s : QString::number(limit));
  for (const auto &[id, item] : one.items)
    said += u"add-on %1: %2\n"_s.arg(id).arg(item.quantity);
  for (const auto &redemption : one.redemptions)
    said += u"coupon %1%2\n"_s.arg(
        redemption.coupon.id, subscriptions::isAhead(redemption, one) ? QString() : u", used up"_s);
  if (one.scheduled.action != subscriptions::ScheduledAction::None)
    said += u"scheduled for %1: %2\n"_s.arg(toIso(one.period.to), waitingText(one.scheduled));
  if (one.endedAt)
    said += u"ended %1\n"_s.arg(toIso(*one.endedAt));
  return said;
}

/// The live one, else the one that ended last.
Result<Answer> showSubscription(Composition &composition, const std::string &organization) {
  const auto id = OrganizationId::fromString(text(organization));
  TENANTRY_TRY(customer, organizations::OrganizationService(composition.session()).find(id));
  TENANTRY_TRY(
      found,
      subscriptions::SubscriptionService(composition.session(), composition.business()).latest(id));
  return Answer{describe(found, customer.name), textOf(found, customer.name)};
}

} // namespace

void addSubscriptionListCommands(CommandLine &line, grammar::Level group) {
  const auto options = std::make_shared<ListedSubscriptions>();
  auto lists = group.command("list", "Subscriptions, by the end of their period");
  lists.option("--status", options->status, "Default: those that have not ended")
      .oneOf({"trialing", "active", "past_due", "suspended", "paused", "cancelled", "expired"});
  lists.option("--plan", options->plan, "Id of the plan");
  lists.flag("--scheduled", options->scheduledOnly, "Only those of which a change waits");
  lists.option("--limit", options->limit, "At most that many").within(1, 1'000'000).showDefault();
  line.on(lists, {.work = [options](Composition &composition) {
            return listSubscriptions(composition, *options);
          }});
  const auto whose = std::make_shared<std::string>();
  auto shows = group.command("show", "What an organization has, or had last");
  shows.option("organization", *whose, "The organization's id")
      .required()
      .checked(isOrganization());
  line.on(shows, {.work = [whose](Composition &composition) {
            return showSubscription(composition, *whose);
          }});
}

} // namespace tenantry::ctl
