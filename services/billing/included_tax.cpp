// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/included_tax.h"

#include "services/billing/proration.h"

namespace tenantry::billing {

std::int64_t soldAmount(const DraftLine &line, const nlohmann::json &detail) {
  const bool saysIt = detail.is_object() && detail.contains("rated");
  if (line.kind != LineKind::Usage && !saysIt)
    return roundHalfAwayFromZero(line.unit * line.quantity * shareOfPrice(detail));
  if (!detail.is_object())
    return line.amount;
  if (saysIt)
    return detail.at("rated").get<std::int64_t>();
  if (!detail.contains("parts"))
    return line.amount;
  Rational sum = 0;
  for (const auto &part : detail.at("parts"))
    sum += parseDecimal(part.at("amount").get<QString>()).value_or(Rational(0));
  return roundHalfAwayFromZero(sum);
}

bool includesTax(const DraftLine &line, const nlohmann::json &detail) {
  if (detail.is_object() && detail.contains("inclusive"))
    return detail.at("inclusive").get<bool>();
  return line.taxShare != 0 && line.amount != soldAmount(line, detail);
}

void sayIncludedTax(const DraftLine &line, nlohmann::json &detail) {
  if (line.rate && !isCredit(line))
    detail["inclusive"] = line.rate->inclusive;
  else if (detail.is_object() && detail.erase("inclusive") > 0 && detail.empty())
    detail = nullptr;
}

} // namespace tenantry::billing
