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

void readPrices(const TableReader &reader, std::vector<Price> &prices) {
  std::set<std::tuple<Currency, Interval, PricePer>> seen;
  for (const TableReader &row : reader.rows("price", keys::price)) {
    const Price price = readPrice(row);
    const bool known = price.amount.currency() != Currency();
    if (known && !seen.emplace(price.amount.currency(), price.interval, price.per).second)
      row.reportTable(u"duplicate"_s,
                      u"is a second price of the plan in %1 for each %2 per %3; keep one."_s.arg(
                          price.amount.currency().code(), toString(price.interval),
                          fromUtf8(toWord(price.per))));
    prices.push_back(price);
  }
}

void readLimits(const TableReader &reader, Plan &plan, const Business &business) {
  for (const std::string &key : reader.keys()) {
    const QString metric = fromUtf8(key);
    std::int64_t limit = 0;
    if (checkMetric(reader, key, metric, business) && reader.read(key, limit, Range{unlimited}))
      plan.limits[metric] = limit;
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
    readLimits(*limits, plan, business);
  readPrices(reader, plan.prices);
  for (const TableReader &row : reader.rows("charge", keys::charge))
    plan.charges.push_back(readCharge(row, business));
}

} // namespace

void readPlans(const TableReader &section, Business &business) {
  for (const auto &[id, reader] : section.entries(keys::plan)) {
    Plan &plan = business.plans[id];
    plan.id = id;
    readPlan(reader, plan, business);
  }
}

} // namespace tenantry::business
