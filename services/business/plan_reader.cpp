// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/business/charge_reader.h"
#include "services/business/readers.h"
#include <set>
#include <tuple>

using namespace Qt::StringLiterals;

namespace tenantry::business {
namespace {

Price readPrice(const TableReader &reader) {
  Currency currency;
  std::int64_t amount = 0;
  Price price;
  reader.read("currency", currency, Need::Required);
  reader.read("interval", price.interval, Need::Required);
  reader.read("amount", amount, anyAmount, Need::Required);
  reader.read("per", price.per);
  price.amount = Money(amount, currency);
  return price;
}

void readPrices(const TableReader &reader, keys::Keys known, const QString &whose,
                std::vector<Price> &prices) {
  std::set<std::tuple<Currency, Interval, PricePer>> seen;
  for (const TableReader &row : reader.rows("price", known)) {
    const Price price = readPrice(row);
    const bool isRead = price.amount.currency() != Currency();
    if (isRead && !seen.emplace(price.amount.currency(), price.interval, price.per).second)
      row.reportTable(u"duplicate"_s,
                      u"is a second price of the %1 in %2 for each %3 per %4; keep one."_s.arg(
                          whose, price.amount.currency().code(), toString(price.interval),
                          fromUtf8(toWord(price.per))));
    prices.push_back(price);
  }
}

/// From `lowest` on.
void readLimits(const TableReader &reader, std::int64_t lowest,
                std::map<QString, std::int64_t> &limits, const Business &business) {
  for (const std::string &key : reader.keys()) {
    const QString metric = fromUtf8(key);
    std::int64_t limit = 0;
    if (checkMetric(reader, key, metric, business) && reader.read(key, limit, Range{lowest}))
      limits[metric] = limit;
  }
}

void readPlan(const TableReader &reader, Plan &plan, const Business &business) {
  QString id;
  if (reader.readId("id", id) && id != plan.id)
    reader.report(u"impossible_value"_s, "id",
                  u"is “%1”, but stands under “%2”; make them the same."_s.arg(id, plan.id));
  reader.read("name", plan.name, Need::Required);
  reader.read("trial_days", plan.trialDays, upToMillion);
  reader.read("features", plan.features);
  refuseRepeated(reader, "features", plan.features);
  if (const auto limits = reader.table("limits", {}))
    readLimits(*limits, unlimited, plan.limits, business);
  readPrices(reader, keys::price, u"plan"_s, plan.prices);
  for (const TableReader &row : reader.rows("charge", keys::charge))
    plan.charges.push_back(readCharge(row, business));
}

void readAddon(const TableReader &reader, Addon &addon, const Business &business) {
  reader.read("name", addon.name, Need::Required);
  reader.read("features", addon.features);
  refuseRepeated(reader, "features", addon.features);
  if (const auto limits = reader.table("limits", {}))
    readLimits(*limits, 1, addon.limits, business);
  readPrices(reader, keys::addonPrice, u"add-on"_s, addon.prices);
  if (addon.prices.empty() && !reader.has("price"))
    reader.report(u"missing_key"_s, "price", u"is missing; say what the add-on costs."_s);
  reader.read("most", addon.most, Range{1, upToMillion.to});
}

} // namespace

void readPlans(const TableReader &section, Business &business) {
  for (const auto &[id, reader] : section.entries(keys::plan)) {
    Plan &plan = business.plans[id];
    plan.id = id;
    readPlan(reader, plan, business);
  }
}

// Days that were billed are told apart by what they are of: the plan, its seats, an add-on.
void readAddons(const TableReader &section, Business &business) {
  for (const auto &[id, reader] : section.entries(keys::addon)) {
    Addon &addon = business.addons[id];
    addon.id = id;
    if (id == u"plan" || id == u"seat")
      reader.reportTable(u"impossible_value"_s,
                         u"cannot be the id of an add-on; call it something else."_s);
    readAddon(reader, addon, business);
  }
}

} // namespace tenantry::business
