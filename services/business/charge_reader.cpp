// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/business/charge_reader.h"

using namespace Qt::StringLiterals;

namespace tenantry::business {
namespace {

void readIncluded(const TableReader &reader, Charge &charge) {
  if (!reader.holdsText("included")) {
    reader.read("included", charge.included, anyQuantity);
    return;
  }
  QString word;
  reader.read("included", word);
  charge.includedIsLimit = word == u"limit";
  if (!charge.includedIsLimit)
    reader.report(u"impossible_value"_s, "included",
                  u"is “%1”; write a number of units or \"limit\"."_s.arg(word));
}

Tier readTier(const TableReader &reader, bool last) {
  Tier tier;
  std::int64_t upTo = 0;
  if (last)
    reader.refuse("up_to",
                  u"cannot stand in the last tier, which has no end; add a tier without it."_s);
  else if (reader.read("up_to", upTo, Range{1}, Need::Required))
    tier.upTo = upTo;
  reader.read("unit", tier.unit, anyAmount, Need::Required);
  reader.read("flat", tier.flat, anyAmount);
  return tier;
}

void readTiers(const TableReader &reader, std::vector<Tier> &tiers) {
  const auto rows = reader.rows("tiers", keys::tier, Need::Required);
  if (rows.empty() && reader.has("tiers"))
    reader.report(u"impossible_value"_s, "tiers",
                  u"has no usable tier; write at least { unit = \"…\" }."_s);
  std::int64_t previous = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Tier tier = readTier(rows[i], i + 1 == rows.size());
    if (tier.upTo && *tier.upTo <= previous)
      rows[i].report(u"impossible_value"_s, "up_to",
                     u"is %1; it must be more than the %2 of the tier before."_s.arg(*tier.upTo)
                         .arg(previous));
    previous = tier.upTo.value_or(previous);
    tiers.push_back(tier);
  }
}

void refuseForModel(const TableReader &reader, std::string_view key, ChargeModel model) {
  reader.refuse(key,
                u"has no meaning with model = \"%1\"; remove it."_s.arg(fromUtf8(toWord(model))));
}

void readModel(const TableReader &reader, Charge &charge) {
  const bool tiered = charge.model == ChargeModel::Graduated || charge.model == ChargeModel::Volume;
  if (tiered)
    readTiers(reader, charge.tiers);
  else
    refuseForModel(reader, "tiers", charge.model);
  if (!tiered)
    reader.read("unit", charge.unit, anyAmount, Need::Required);
  else
    refuseForModel(reader, "unit", charge.model);
  if (charge.model == ChargeModel::Package)
    reader.read("package", charge.packageSize, Range{1}, Need::Required);
  else
    refuseForModel(reader, "package", charge.model);
}

} // namespace

bool checkMetric(const TableReader &reader, std::string_view key, const QString &metric,
                 const Business &business) {
  if (business.metrics.contains(metric))
    return true;
  reader.reportKey(u"bad_reference"_s, key,
                   u"names the metric “%1”, which metrics.toml does not have."_s.arg(metric));
  return false;
}

Charge readCharge(const TableReader &reader, const Business &business) {
  Charge charge;
  if (reader.read("metric", charge.metric, Need::Required))
    checkMetric(reader, "metric", charge.metric, business);
  reader.read("currency", charge.currency, Need::Required);
  readIncluded(reader, charge);
  reader.read("minimum", charge.minimum, anyAmount);
  if (reader.read("model", charge.model, Need::Required))
    readModel(reader, charge);
  return charge;
}

} // namespace tenantry::business
