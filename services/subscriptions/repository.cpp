// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/subscriptions/repository.h"

#include "services/business/loader.h"
#include "services/store/copy.h"
#include "services/subscriptions/mrr.h"

#include <set>

using namespace Qt::StringLiterals;
using std::chrono::microseconds;

namespace tenantry::subscriptions {

namespace {

Result<Subscription> read(const store::Row &row) {
  Subscription read;
  std::tie(read.organization, read.id, read.planId, read.planVersion) =
      std::tuple{row.get<OrganizationId>(0), row.get<SubscriptionId>(1), row.get<QString>(2),
                 row.get<PlanVersionId>(3)};
  TENANTRY_TRY(status, parseStatus(row.get<QString>(4)));
  TENANTRY_TRY(interval, parseInterval(row.get<QString>(6)));
  TENANTRY_TRY(currency, Currency::parse(row.get<QString>(7)));
  read.status = status;
  read.statusReason = row.get<QString>(5);
  read.interval = interval;
  read.currency = currency;
  read.seats = row.get<int>(8);
  read.priceOverride = row.get<std::optional<std::int64_t>>(9);
  read.anchor = row.get<LocalDay>(10);
  read.anchorTime = microseconds(row.get<std::int64_t>(11));
  read.periodIndex = row.get<int>(12);
  read.period = {row.get<LocalDay>(13), row.get<LocalDay>(14)};
  read.periodAt = {row.get<Instant>(15), row.get<Instant>(16)};
  read.trialEnd = row.get<std::optional<LocalDay>>(17);
  read.trialEndAt = row.get<std::optional<Instant>>(18);
  read.trialReminded = row.get<bool>(19);
  read.autoRenew = row.get<bool>(20);
  read.scheduled.action = parseAction(row.get<QString>(21));
  if (auto detail = row.get<std::optional<store::Json>>(22))
    read.scheduled.detail = std::move(*detail);
  read.invoiceIndex = row.get<std::optional<int>>(23);
  read.invoiceAt = row.get<std::optional<Instant>>(24);
  read.dueAt = row.get<std::optional<Instant>>(25);
  read.mrrTwelfths = row.get<std::int64_t>(26);
  read.startedAt = row.get<Instant>(27);
  read.endedAt = row.get<std::optional<Instant>>(28);
  read.revision = row.get<std::int64_t>(29);
  read.anchorIndex = row.get<int>(30);
  read.expiryToldFor = row.get<std::optional<int>>(31);
  if (const auto limits = row.get<std::optional<store::Json>>(32))
    read.ownLimits = limitsFromJson(*limits);
  read.restIndex = row.get<std::optional<int>>(33);
  if (const auto json = row.get<std::optional<store::Json>>(34)) {
    TENANTRY_TRY(items, itemsFromJson(*json));
    read.items = std::move(items);
  }
  return read;
}

} // namespace

Result<std::vector<Subscription>>
Repository::load(const char *query, std::initializer_list<store::Parameter> parameters) {
  TENANTRY_TRY(rows, m_session.database.query(query, parameters));
  std::vector<Subscription> loaded;
  loaded.reserve(static_cast<std::size_t>(rows.size()));
  for (const auto row : rows) {
    TENANTRY_TRY(subscription, read(row));
    loaded.push_back(std::move(subscription));
  }
  TENANTRY_CHECK(addRedemptions(loaded));
  return loaded;
}

Result<> Repository::addRedemptions(std::vector<Subscription> &subscriptions) {
  if (subscriptions.empty())
    return {};
  std::vector<OrganizationId> organizations;
  std::map<SubscriptionId, Subscription *> byId;
  for (auto &subscription : subscriptions) {
    organizations.push_back(subscription.organization);
    byId[subscription.id] = &subscription;
  }
  TENANTRY_TRY(rows, m_session.database.query("subscription_redemptions",
                                              {{"organizations", organizations}}));
  for (const auto row : rows) {
    const auto found = byId.find(row.get<SubscriptionId>(1));
    if (found == byId.end())
      continue;
    TENANTRY_TRY(coupon, business::couponFromJson(row.get<store::Json>(2)));
    found->second->redemptions.push_back(
        {std::move(coupon), row.get<int>(3), row.get<std::optional<int>>(4)});
  }
  return {};
}

Result<> Repository::openSpans(const std::vector<const Change *> &begun) {
  std::vector<OrganizationId> organizations;
  std::vector<SubscriptionId> subscriptions;
  std::vector<LocalDay> froms;
  std::vector<QString> kinds;
  for (const Change *change : begun) {
    organizations.push_back(change->after.organization);
    subscriptions.push_back(change->after.id);
    froms.push_back(change->spans.front().on);
    kinds.push_back(subscriptions::toString(*change->spans.front().next));
  }
  TENANTRY_CHECK(
      m_session.database.execute("subscription_span_open", {{"organizations", organizations},
                                                            {"subscriptions", subscriptions},
                                                            {"froms", froms},
                                                            {"kinds", kinds}}));
  return {};
}

Result<> Repository::cutSpan(const Subscription &subscription, const SpanCut &cut) {
  for (const char *query : {"subscription_span_end", "subscription_span_drop"})
    TENANTRY_CHECK(m_session.database.execute(query, {{"organization", subscription.organization},
                                                      {"subscription", subscription.id},
                                                      {"on", cut.on}}));
  if (!cut.next)
    return {};
  TENANTRY_CHECK(m_session.database.execute(
      "subscription_span_open", {{"organizations", std::vector{subscription.organization}},
                                 {"subscriptions", std::vector{subscription.id}},
                                 {"froms", std::vector{cut.on}},
                                 {"kinds", std::vector{subscriptions::toString(*cut.next)}}}));
  return {};
}

// New subscriptions begin in one statement; what happens to a running one is rare and goes step by
// step.
Result<> Repository::writeSpans(const std::vector<Change> &changes) {
  std::vector<const Change *> begun;
  for (const auto &change : changes)
    if (change.revisionBefore == 0)
      begun.push_back(&change);
  if (!begun.empty())
    TENANTRY_CHECK(openSpans(begun));
  for (const auto &change : changes)
    for (std::size_t i = change.revisionBefore == 0 ? 1 : 0; i < change.spans.size(); ++i)
      TENANTRY_CHECK(cutSpan(change.after, change.spans[i]));
  return {};
}

namespace {

std::optional<store::Json> limitsOf(const UsagePart &part) {
  return part.ownLimits.empty() ? std::nullopt : std::optional(toJson(part.ownLimits));
}

} // namespace

// Two changes at one instant: the second takes the part over that the first one opened.
Result<bool> Repository::replacePart(const Change &change) {
  for (const auto &part : change.opened) {
    if (part.at.from != *change.cutPartAt)
      continue;
    TENANTRY_TRY(written, m_session.database.execute("usage_part_replace",
                                                     {{"organization", part.organization},
                                                      {"subscription", part.subscription},
                                                      {"from", part.at.from},
                                                      {"to", part.at.to},
                                                      {"plan_version", part.planVersion},
                                                      {"limits", limitsOf(part)},
                                                      {"period_from", part.periodFrom},
                                                      {"from_day", part.days.from},
                                                      {"to_day", part.days.to}}));
    return written == 1;
  }
  return false;
}

Result<bool> Repository::keepCurrencies(const std::vector<Change> &changes) {
  std::vector<OrganizationId> organizations;
  std::vector<SubscriptionId> subscriptions;
  std::vector<QString> currencies;
  for (const auto &change : changes) {
    if (!change.currencyBefore)
      continue;
    organizations.push_back(change.after.organization);
    subscriptions.push_back(change.after.id);
    currencies.push_back(change.currencyBefore->code());
  }
  if (organizations.empty())
    return false;
  TENANTRY_CHECK(
      m_session.database.execute("usage_parts_keep_currency", {{"organizations", organizations},
                                                               {"subscriptions", subscriptions},
                                                               {"currencies", currencies}}));
  return true;
}

Result<> Repository::setLimits(const std::vector<Change> &changes) {
  std::vector<OrganizationId> organizations;
  std::vector<SubscriptionId> subscriptions;
  std::vector<Instant> moments;
  for (const auto &change : changes)
    if (const auto at = change.limitsAt ? change.limitsAt : change.raisesAt) {
      organizations.push_back(change.after.organization);
      subscriptions.push_back(change.after.id);
      moments.push_back(*at);
    }
  if (moments.empty())
    return {};
  auto &database = m_session.database;
  TENANTRY_TRY(rows, database.query("usage_parts_running", {{"organizations", organizations},
                                                            {"subscriptions", subscriptions},
                                                            {"moments", moments}}));
  std::map<std::pair<SubscriptionId, Instant>, UsagePart> running;
  for (const auto row : rows) {
    UsagePart part;
    part.organization = row.get<OrganizationId>(0);
    part.subscription = row.get<SubscriptionId>(1);
    part.at = {row.get<Instant>(2), row.get<Instant>(3)};
    if (const auto limits = row.get<std::optional<store::Json>>(4))
      part.ownLimits = limitsFromJson(*limits);
    running.insert({{part.subscription, part.at.from}, part});
  }
  if (running.empty())
    return {};
  organizations.clear();
  subscriptions.clear();
  std::vector<Instant> parts;
  std::vector<std::optional<QString>> limits;
  for (const auto &change : changes)
    for (auto at = running.lower_bound({change.after.id, Instant::min()});
         at != running.end() && at->first.first == change.after.id; ++at) {
      auto &part = at->second;
      part.ownLimits = partLimitsAfter(change, part.at, std::move(part.ownLimits));
      if (change.cutPartAt && part.at.contains(*change.cutPartAt))
        part.at.to = *change.cutPartAt; // what follows in the batch is another part's
    }
  for (const auto &[key, part] : running) {
    organizations.push_back(part.organization);
    subscriptions.push_back(part.subscription);
    parts.push_back(part.at.from);
    const auto own = limitsOf(part);
    limits.push_back(own ? std::optional(QString::fromStdString(own->dump())) : std::nullopt);
  }
  TENANTRY_CHECK(database.execute("usage_parts_limits", {{"organizations", organizations},
                                                         {"subscriptions", subscriptions},
                                                         {"parts", parts},
                                                         {"limits", limits}}));
  return {};
}

Result<> Repository::writeParts(const std::vector<Change> &changes,
                                const std::map<OrganizationId, Zone> &zones) {
  bool any = false;
  std::set<OrganizationId> replaced;
  TENANTRY_TRY(anyStays, keepCurrencies(changes));
  TENANTRY_CHECK(setLimits(changes));
  for (const auto &change : changes) {
    any = any || !change.opened.empty();
    if (!change.cutPartAt)
      continue;
    const auto on = zones.at(change.after.organization).dayOf(*change.cutPartAt);
    TENANTRY_TRY(isReplaced, replacePart(change));
    if (isReplaced)
      replaced.insert(change.after.organization);
    else
      TENANTRY_CHECK(
          m_session.database.execute("usage_part_cut", {{"organization", change.after.organization},
                                                        {"subscription", change.after.id},
                                                        {"at", *change.cutPartAt},
                                                        {"on", on}}));
  }
  if (!any)
    return {};
  // Renewals keep their currency, and write no column for it.
  const std::string columns =
      "organization_id, part_from, part_to, subscription_id, plan_version_id, period_from, "
      "from_day, to_day, billable, own_limits";
  store::CopyWriter copy(m_session.database, "usage_part",
                         (anyStays ? columns + ", currency" : columns).c_str());
  for (const auto &change : changes) {
    const bool isReplaced = replaced.count(change.after.organization) > 0;
    for (const auto &part : change.opened) {
      if (isReplaced && part.at.from == *change.cutPartAt)
        continue;
      copy.beginRow(anyStays ? 11 : 10);
      copy.put(part.organization);
      copy.put(part.at.from);
      copy.put(part.at.to);
      copy.put(part.subscription);
      copy.put(part.planVersion);
      copy.put(part.periodFrom);
      copy.put(part.days.from);
      copy.put(part.days.to);
      copy.put(part.billable);
      if (part.ownLimits.empty())
        copy.putNull();
      else
        copy.putJson(toJson(part.ownLimits).dump());
      if (anyStays && part.currency)
        copy.put(part.currency->code());
      else if (anyStays)
        copy.putNull();
    }
  }
  TENANTRY_CHECK(copy.finish());
  return {};
}

Result<> Repository::writeMovements(const std::vector<Change> &changes, const Zone &businessZone) {
  std::vector<OrganizationId> organizations;
  for (const auto &change : changes)
    if (!change.movements.empty())
      organizations.push_back(change.after.organization);
  if (organizations.empty())
    return {};
  TENANTRY_TRY(known,
               m_session.database.query("mrr_movement_had", {{"organizations", organizations}}));
  std::set<OrganizationId> had;
  for (const auto row : known)
    had.insert(row.get<OrganizationId>(0));

  std::vector<OrganizationId> owners;
  std::vector<QUuid> ids;
  std::vector<SubscriptionId> subscriptions;
  std::vector<QString> kinds, currencies;
  std::vector<std::int64_t> deltas;
  std::vector<Instant> moments;
  std::vector<LocalDay> days;
  for (const auto &change : changes) {
    for (const auto &movement : change.movements) {
      const bool everHad = !had.insert(movement.organization).second;
      owners.push_back(movement.organization);
      ids.push_back(makeUuidV7(movement.at));
      subscriptions.push_back(movement.subscription);
      kinds.push_back(subscriptions::toString(
          classify(movement.beforeTwelfths, movement.afterTwelfths, everHad)));
      currencies.push_back(movement.currency.code());
      deltas.push_back(movement.afterTwelfths - movement.beforeTwelfths);
      moments.push_back(movement.at);
      days.push_back(businessZone.dayOf(movement.at));
    }
  }
  TENANTRY_CHECK(m_session.database.execute("mrr_movement_add", {{"organizations", owners},
                                                                 {"movements", ids},
                                                                 {"subscriptions", subscriptions},
                                                                 {"kinds", kinds},
                                                                 {"currencies", currencies},
                                                                 {"deltas", deltas},
                                                                 {"moments", moments},
                                                                 {"days", days}}));
  return {};
}

Result<> Repository::redeem(const Subscription &subscription, Instant now, int from) {
  int position = 0;
  for (const auto &redemption : subscription.redemptions) {
    if (++position < from)
      continue;
    const std::int64_t most =
        redemption.coupon.redemptions.value_or(std::numeric_limits<int>::max());
    TENANTRY_TRY(counted, m_session.database.execute(
                              "coupon_count", {{"coupon", redemption.coupon.id}, {"most", most}}));
    if (counted == 0 || most == 0)
      return fail(
          u"coupon.exhausted"_s,
          u"The coupon %1 has been redeemed as often as it allows."_s.arg(redemption.coupon.id));
    TENANTRY_CHECK(m_session.database.execute(
        "subscription_redemption_add",
        {{"organization", subscription.organization},
         {"subscription", subscription.id},
         {"position", position},
         {"coupon", redemption.coupon.id},
         {"definition", business::toJson(redemption.coupon)},
         {"now", now},
         {"from_index", redemption.fromIndex},
         {"to_index",
          redemption.toIndex ? std::optional<std::int64_t>(*redemption.toIndex) : std::nullopt}}));
  }
  return {};
}

} // namespace tenantry::subscriptions
