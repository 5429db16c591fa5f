// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/due_book.h"
#include "services/catalog/rating.h"

namespace tenantry::billing {

/// What one metric of one part comes to on an invoice.
struct RatedUsage {
  subscriptions::UsagePart part;
  QString metric;
  Rational quantity;           ///< aggregated, before included units; on a late line the difference
  catalog::RatingResult rated; ///< amount and how it came about; a late line has its amount only
  bool late = false;
  struct OfCharge {
    std::int64_t before = 0, after = 0; ///< what the whole part came to by it, and comes to
  };
  std::vector<OfCharge> charges{}; ///< of a late line that takes back what several charges billed
};

/// What the books must remember of it, also where the amount is zero.
struct BilledTotal {
  Instant partFrom{};
  QString metric;
  std::int64_t quantity = 0; ///< now billed up to here, smallest units
  std::int64_t amount = 0;   ///< by this invoice, minor units
  PartTotal before;          ///< as it was read
};

struct UsageOfInvoice {
  std::vector<RatedUsage> lines;
  std::vector<BilledTotal> billed;
  std::vector<Instant> closes; ///< parts whose closing invoice this is
};

/// Usage in arrears for one invoice order: the parts of its subscription that end at or before it,
/// and what came late to those that were closed before; of both those in its currency. Each part is
/// rated by the charges of its own plan version, with included units, tiers and minimum whole.
/// Consumes from `open` and `late`, so that the next order of the same run does not bill it again;
/// `carried` moves on to the last values of the closed parts.
[[nodiscard]] UsageOfInvoice rateUsage(const subscriptions::InvoiceOrder &order,
                                       const business::Applied &applied,
                                       std::vector<PartUsage> &open, std::vector<PartUsage> &late,
                                       std::map<QString, std::int64_t> &carried);

/// Whether a charge of that metric may come to less than was billed of it.
[[nodiscard]] bool mayComeToLess(const PartUsage &usage, const QString &metric,
                                 const business::Applied &applied);

} // namespace tenantry::billing
