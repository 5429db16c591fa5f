// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/subscriptions/business_effect.h"

#include "services/business/loader.h"
#include "services/subscriptions/lifecycle.h"
#include "services/subscriptions/mrr.h"
#include "services/subscriptions/taxation.h"

#include <numeric>
#include <set>

using namespace Qt::StringLiterals;

namespace tenantry::subscriptions {

namespace {

/// Live subscriptions that share everything a price depends on.
struct Group {
  PlanVersionId planVersion;
  bool isRunning = false;
  Interval interval = Interval::Month;
  Currency currency;
  int seats = 1;
  std::optional<std::int64_t> priceOverride;
  std::vector<business::Coupon> lastingCoupons;
  std::int64_t subscriptions = 0;
  std::int64_t mrrTwelfths = 0;
  std::optional<Rational> includedTax{};
  Items items{};
};

Result<Group> read(const store::Row &row, const business::Business &after) {
  TENANTRY_TRY(interval, parseInterval(row.get<QString>(2)));
  TENANTRY_TRY(currency, Currency::parse(row.get<QString>(3)));
  Group group{row.get<PlanVersionId>(0),
              row.get<bool>(1),
              interval,
              currency,
              row.get<int>(4),
              row.get<std::optional<std::int64_t>>(5),
              {},
              row.get<std::int64_t>(7),
              row.get<std::int64_t>(8)};
  const auto definitions = row.get<std::optional<store::Json>>(6);
  for (const auto &definition : definitions.value_or(store::Json::array())) {
    TENANTRY_TRY(coupon, business::couponFromJson(definition));
    group.lastingCoupons.push_back(std::move(coupon));
  }
  group.includedTax =
      includedTax(taxOf(row.get<QString>(9), row.get<QString>(10), row.get<QString>(11), after));
  if (const auto items = row.get<std::optional<store::Json>>(12)) {
    TENANTRY_TRY(held, itemsFromJson(*items));
    group.items = std::move(held);
  }
  return group;
}

/// Only where prices include a tax does it matter whose a subscription is.
std::vector<QString> countriesOfIncludedTax(const business::Business &business) {
  std::vector<QString> countries;
  for (const auto &rate : business.taxRates)
    if (rate.inclusive)
      countries.push_back(rate.country);
  return countries;
}

Result<std::vector<Group>> readBook(store::Session &session, const business::Business &after) {
  TENANTRY_TRY(rows, session.database.query("subscription_book",
                                            {{"countries", countriesOfIncludedTax(after)}}));
  std::vector<Group> book;
  for (const auto row : rows) {
    TENANTRY_TRY(group, read(row, after));
    book.push_back(std::move(group));
  }
  return book;
}

/// The MRR of the group with that plan and those add-ons; none where the plan is not sold to it.
std::optional<std::int64_t> mrrUnder(const business::Plan &plan, const Items &items,
                                     const Group &group) {
  const auto price = recurringPrice(plan, group.currency, group.interval, group.priceOverride);
  if (!price.plan && !price.perSeat)
    return std::nullopt;
  if (!group.isRunning)
    return 0;
  const auto gross = recurringSum(price, group.seats, items, group.currency, group.interval);
  return checkedMultiply(
      netMrrTwelfths(gross, group.interval, group.lastingCoupons, group.includedTax),
      group.subscriptions);
}

using Books = std::map<std::pair<Currency, Interval>, BookEffect>;

void add(Books &books, const Group &group, const std::optional<std::int64_t> &moved) {
  auto &effect = books[{group.currency, group.interval}];
  effect.currency = group.currency;
  effect.interval = group.interval;
  effect.subscriptions += group.subscriptions;
  effect.unpriced += moved ? 0 : group.subscriptions;
  effect.mrrNow = checkedAdd(effect.mrrNow, group.mrrTwelfths);
  effect.mrrMoved = checkedAdd(effect.mrrMoved, moved.value_or(group.mrrTwelfths));
}

std::vector<BookEffect> listed(const Books &books) {
  std::vector<BookEffect> list;
  for (const auto &[key, one] : books)
    list.push_back(one);
  return list;
}

/// What becomes of a plan whose definition is another one, or none any more.
PlanEffect effectOn(const QString &planId, const business::PlanVersion *replacement,
                    const business::Applied &before, const std::vector<Group> &book) {
  Books books;
  for (const auto &group : book)
    if (before.planVersion(group.planVersion).plan.id == planId)
      add(books, group,
          replacement ? mrrUnder(replacement->plan, group.items, group)
                      : std::optional(group.mrrTwelfths));
  PlanEffect effect;
  effect.planId = planId;
  if (replacement != nullptr)
    effect.newVersion = replacement->number;
  effect.book = listed(books);
  return effect;
}

/// None where it is not sold in the currency and interval of the group.
std::optional<std::int64_t> mrrWith(const business::Addon &sold, const business::Applied &before,
                                    const Group &group) {
  if (!priceOf(sold, group.currency, group.interval))
    return std::nullopt;
  auto items = group.items;
  items.at(sold.id).addon = sold;
  return mrrUnder(before.planVersion(group.planVersion).plan, items, group);
}

std::vector<AddonEffect> addonEffects(const business::Applied &before,
                                      const business::Business &after,
                                      const std::vector<Group> &book) {
  std::vector<AddonEffect> effects;
  for (const auto &[id, addon] : before.business.addons) {
    const auto sold = after.addons.find(id);
    const bool isSold = sold != after.addons.end();
    if (isSold && sold->second == addon)
      continue;
    Books books;
    for (const auto &group : book)
      if (group.items.contains(id))
        add(books, group,
            isSold ? mrrWith(sold->second, before, group) : std::optional(group.mrrTwelfths));
    if (!books.empty())
      effects.push_back({id, isSold, listed(books)});
  }
  return effects;
}

std::vector<PlanEffect> effectsOf(const business::Applied &before, const business::Business &after,
                                  const std::vector<Group> &book, Instant now) {
  const auto added = business::newPlanVersions(before, after, now);
  std::map<QString, const business::PlanVersion *> replaced;
  for (const auto &[planId, version] : before.current)
    if (!after.plans.contains(planId))
      replaced[planId] = nullptr;
  for (const auto &version : added)
    replaced[version.plan.id] = &version;
  std::vector<PlanEffect> effects;
  for (const auto &[planId, replacement] : replaced) {
    auto effect = effectOn(planId, replacement, before, book);
    if (!effect.book.empty())
      effects.push_back(std::move(effect));
  }
  return effects;
}

std::set<QString> metricsOf(const business::Plan &plan) {
  std::set<QString> metrics;
  for (const auto &[metric, limit] : plan.limits)
    metrics.insert(metric);
  for (const auto &charge : plan.charges)
    metrics.insert(charge.metric);
  return metrics;
}

QString countText(std::int64_t subscriptions) {
  return subscriptions == 1 ? u"1 live subscription"_s
                            : u"%1 live subscriptions"_s.arg(subscriptions);
}

/// A metric that a contract limits is still counted.
Result<> refuseContracts(store::Session &session, const business::Business &after,
                         std::vector<Error> &refusals) {
  TENANTRY_TRY(rows, session.database.query("contract_metrics", {}));
  for (const auto row : rows)
    if (const auto metric = row.get<QString>(0); !after.metrics.contains(metric))
      refusals.push_back(
          {u"business.metric_in_use"_s,
           u"The metric %1 cannot be removed: contracts of %2 limit it. Keep the "
           u"metric until they have ended."_s.arg(metric, countText(row.get<std::int64_t>(1)))});
  return {};
}

/// A metric of which an add-on that somebody has grants more is still counted.
void refuseAddons(const business::Business &after, const std::vector<Group> &book,
                  std::vector<Error> &refusals) {
  std::map<std::pair<QString, QString>, std::int64_t> lost;
  for (const auto &group : book)
    for (const auto &[id, item] : group.items)
      for (const auto &[metric, each] : item.addon.limits)
        if (!after.metrics.contains(metric))
          lost[{metric, id}] += group.subscriptions;
  for (const auto &[key, subscriptions] : lost)
    refusals.push_back(
        {u"business.metric_in_use"_s,
         u"The metric %1 cannot be removed: %3 have the add-on %2, which grants more of it. Keep "
         u"the metric until they have ended."_s.arg(key.first, key.second,
                                                    countText(subscriptions))});
}

std::vector<Error> refusalsOf(const business::Applied &before, const business::Business &after,
                              const std::vector<Group> &book) {
  std::map<PlanVersionId, std::int64_t> live;
  for (const auto &group : book)
    live[group.planVersion] += group.subscriptions;
  std::vector<Error> refusals;
  for (const auto &[id, subscriptions] : live) {
    const auto &version = before.planVersion(id);
    for (const auto &metric : metricsOf(version.plan))
      if (!after.metrics.contains(metric))
        refusals.push_back({u"business.metric_in_use"_s,
                            u"The metric %1 cannot be removed: the plan %2 v%3 charges or "
                            u"limits it, and has %4 live subscriptions. Keep the metric until "
                            u"they have moved."_s.arg(metric, version.plan.id)
                                .arg(version.number)
                                .arg(subscriptions)});
  }
  refuseAddons(after, book, refusals);
  return refusals;
}

/// MRR is kept in twelfths of a minor unit: where a month has no exact amount, the year has.
QString mrrText(std::int64_t twelfths, Currency currency) {
  if (twelfths % 12 == 0)
    return Money(twelfths / 12, currency).toString();
  return u"%1 a year ÷ 12"_s.arg(Money(twelfths, currency).toString());
}

QString differenceText(std::int64_t twelfths, Currency currency) {
  return (twelfths > 0 ? u"+"_s : QString()) + mrrText(twelfths, currency);
}

QString lineOf(const business::Change &change) {
  switch (change.kind) {
  case business::Change::Kind::Added:
    return u"+ %1: %2"_s.arg(change.path, change.after);
  case business::Change::Kind::Removed:
    return u"- %1: %2"_s.arg(change.path, change.before);
  case business::Change::Kind::Changed:
    return u"~ %1: %2 → %3"_s.arg(change.path, change.before, change.after);
  }
  return {};
}

QString lineOf(const BookEffect &effect, bool isSold) {
  const QString of = u"    %1 per %2: %3, MRR %4"_s.arg(
      effect.currency.code(), toString(effect.interval), countText(effect.subscriptions),
      mrrText(effect.mrrNow, effect.currency));
  if (!isSold)
    return of;
  const QString unpriced =
      effect.unpriced == 0 ? QString() : u"; %1 without a price in it"_s.arg(effect.unpriced);
  return of + u"; moved to the new version %1 (%2)%3"_s.arg(
                  mrrText(effect.mrrMoved, effect.currency),
                  differenceText(effect.mrrMoved - effect.mrrNow, effect.currency), unpriced);
}

} // namespace

namespace {

std::int64_t countOf(const std::vector<BookEffect> &book) {
  return std::accumulate(
      book.begin(), book.end(), std::int64_t{0},
      [](std::int64_t sum, const BookEffect &effect) { return sum + effect.subscriptions; });
}

} // namespace

std::int64_t PlanEffect::subscriptions() const { return countOf(book); }
std::int64_t AddonEffect::subscriptions() const { return countOf(book); }

Result<PlanReport> planReport(store::Session &session, const business::Applied &before,
                              const business::Business &after, const RecordCheck &check) {
  PlanReport report;
  report.changes = business::difference(before.business, after);
  if (report.changes.empty())
    return report;
  TENANTRY_TRY(book, readBook(session, after));
  report.effects = effectsOf(before, after, book, session.clock.now());
  report.addons = addonEffects(before, after, book);
  report.refusals = refusalsOf(before, after, book);
  TENANTRY_CHECK(refuseContracts(session, after, report.refusals));
  if (check) {
    TENANTRY_TRY(more, check(session, before.business, after));
    report.refusals.insert(report.refusals.end(), more.begin(), more.end());
  }
  return report;
}

Result<PlanReport> applyBusiness(store::Session &session, const business::Business &after,
                                 const QString &author, const RecordCheck &check,
                                 std::optional<std::int64_t> seen) {
  PlanReport report;
  const auto refuse = [&](const business::Applied &before,
                          const business::Business &next) -> Result<std::vector<Error>> {
    if (seen && *seen != before.version)
      return fail(u"business.version_changed"_s,
                  u"Version %1 has been applied since this preview was made; look at "
                  u"it again."_s.arg(before.version));
    TENANTRY_TRY(found, planReport(session, before, next, check));
    report = found;
    return found.refusals;
  };
  TENANTRY_CHECK(business::BusinessApply(session).apply(after, author, refuse));
  return report;
}

QStringList toLines(const PlanReport &report) {
  if (report.changes.empty())
    return {u"Nothing changes."_s};
  QStringList lines;
  for (const auto &change : report.changes)
    lines += lineOf(change);
  for (const auto &effect : report.effects) {
    const QString becomes =
        effect.newVersion ? u"gets version %1"_s.arg(*effect.newVersion) : u"is no longer sold"_s;
    lines += u"  plan %1 %2; the version of %3 stays"_s.arg(effect.planId, becomes,
                                                            countText(effect.subscriptions()));
    for (const auto &book : effect.book)
      lines += lineOf(book, effect.newVersion.has_value());
  }
  for (const auto &effect : report.addons) {
    lines += u"  add-on %1 %2; as it was sold it stays with %3"_s.arg(
        effect.addonId, effect.isSold ? u"is sold otherwise"_s : u"is no longer sold"_s,
        countText(effect.subscriptions()));
    for (const auto &book : effect.book)
      lines += lineOf(book, effect.isSold);
  }
  for (const auto &refusal : report.refusals)
    lines += u"! "_s + refusal.message;
  return lines;
}

} // namespace tenantry::subscriptions
