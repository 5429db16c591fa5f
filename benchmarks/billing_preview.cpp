// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/billing_preview.h"

#include "benchmarks/billing_book.h"

using namespace Qt::StringLiterals;

namespace tenantry::benchmarks {

Result<Comparison> billingPreview(const BenchOptions &options) {
  const int size = options.sizeOr(100'000);
  const QString round = u"billing_round"_s;
  TENANTRY_TRY(cluster, PrivateCluster::open());
  TENANTRY_TRY(book, BillingBook::make(*cluster, size));
  const auto preview = [&]() -> Result<Pace> {
    TENANTRY_CHECK(cluster->copyBook(round));
    Pace pace;
    TENANTRY_CHECK(timed(pace, size, [&] { return book.preview(*cluster, round); }));
    return pace;
  };
  const auto run = [&]() -> Result<Pace> {
    Pace pace;
    TENANTRY_CHECK(timed(pace, size, [&] { return book.run(*cluster, round, 1); }));
    return pace;
  };
  return compare(u"billing-preview"_s, options.roundsOr(3), preview, run);
}

} // namespace tenantry::benchmarks
