// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/business/readers.h"

using namespace Qt::StringLiterals;

namespace tenantry::business {
namespace {

void readAmount(const TableReader &reader, Coupon &coupon) {
  std::int64_t amount = 0;
  Currency currency;
  const bool hasAmount = reader.read("amount", amount, Range{1, anyAmount.to}, Need::Required);
  const bool hasCurrency = reader.read("currency", currency, Need::Required);
  if (hasAmount && hasCurrency)
    coupon.amount = Money(amount, currency);
}

void readDiscount(const TableReader &reader, Coupon &coupon) {
  if (reader.has("percent")) {
    Rational percent;
    if (reader.read("percent", percent, Range{0, 100}))
      coupon.percent = percent;
    reader.refuse("amount", u"cannot stand beside percent; keep one of them."_s);
    reader.refuse("currency", u"goes with amount, not with percent; remove it."_s);
  } else if (reader.has("amount") || reader.has("currency")) {
    readAmount(reader, coupon);
  } else {
    reader.report(u"missing_key"_s, "percent",
                  u"or amount with currency is missing; write one of them."_s);
  }
}

void readCount(const TableReader &reader, std::string_view key, std::optional<int> &count) {
  int value = 0;
  if (reader.read(key, value, Range{1, upToMillion.to}))
    count = value;
}

void readValid(const TableReader &reader, Coupon &coupon) {
  reader.read("from", coupon.validFrom);
  reader.read("to", coupon.validTo);
  if (coupon.validFrom && coupon.validTo && *coupon.validTo < *coupon.validFrom)
    reader.report(u"impossible_value"_s, "to",
                  u"is before from, so that the coupon would never be valid."_s);
}

} // namespace

void readCoupons(const TableReader &section, Business &business) {
  for (const auto &[id, reader] : section.entries(keys::coupon)) {
    Coupon &coupon = business.coupons[id];
    coupon.id = id;
    readDiscount(reader, coupon);
    readCount(reader, "cycles", coupon.cycles);
    readCount(reader, "redemptions", coupon.redemptions);
    if (const auto valid = reader.table("valid", keys::valid))
      readValid(*valid, coupon);
    reader.read("active", coupon.active);
  }
}

} // namespace tenantry::business
