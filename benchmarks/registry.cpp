// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/registry.h"

#include "benchmarks/audit.h"
#include "benchmarks/billing_preview.h"
#include "benchmarks/billing_run.h"
#include "benchmarks/list_page.h"
#include "benchmarks/list_page_invoices.h"
#include "benchmarks/quota_reserve.h"
#include "benchmarks/rls.h"
#include "benchmarks/usage_ingest.h"
#include "benchmarks/what_if.h"

using namespace Qt::StringLiterals;

namespace tenantry::benchmarks {

namespace {

BenchFunction ingest(const UsageIngestSizes &usual) {
  return [usual](const BenchOptions &options) {
    UsageIngestSizes sizes = usual;
    sizes.batchSize = options.sizeOr(usual.batchSize);
    sizes.organizations = std::min(usual.organizations, sizes.batchSize);
    sizes.rounds = options.roundsOr(usual.rounds);
    return usageIngestOnPrivateCluster(sizes);
  };
}

} // namespace

const std::map<QString, BenchFunction> &benches() {
  static const std::map<QString, BenchFunction> all{
      {u"audit"_s, auditTrail},
      {u"billing-preview"_s, billingPreview},
      {u"billing-run"_s, [](const BenchOptions &options) { return billingRun(options, 2); }},
      {u"billing-run-mixed"_s,
       [](const BenchOptions &options) { return billingRun(options, 2, BookKind::Mixed); }},
      {u"billing-run-one-worker"_s,
       [](const BenchOptions &options) { return billingRun(options, 1); }},
      {u"list-page"_s, listPage},
      {u"list-page-invoices"_s, listPageOfInvoices},
      {u"quota-reserve"_s, quotaReserve},
      {u"rls"_s, rowLevelSecurity},
      {u"usage-ingest"_s, ingest({})},
      {u"usage-ingest-every-aggregation"_s,
       ingest({.name = u"usage-ingest-every-aggregation"_s, .everyAggregation = true})},
      {u"usage-ingest-large-batches"_s,
       ingest({.name = u"usage-ingest-large-batches"_s, .batchSize = 50'000, .batches = 2})},
      {u"usage-ingest-one-organization"_s,
       ingest({.name = u"usage-ingest-one-organization"_s, .organizations = 1})},
      {u"what-if"_s, whatIfOfAYear},
  };
  return all;
}

std::optional<Goal> goalOf(const QString &name) {
  static const std::map<QString, Goal> goals{{u"audit"_s, {0.85}},
                                             {u"billing-preview"_s, {2}},
                                             {u"billing-run"_s, {1.3}},
                                             {u"billing-run-mixed"_s, {1}},
                                             {u"billing-run-one-worker"_s, {0.8}},
                                             {u"list-page"_s, {0.5, 20}},
                                             {u"list-page-invoices"_s, {0.5, 20}},
                                             {u"quota-reserve"_s, {20}},
                                             {u"rls"_s, {0.9}},
                                             {u"usage-ingest"_s, {0.38}},
                                             {u"usage-ingest-every-aggregation"_s, {0.38}},
                                             {u"usage-ingest-large-batches"_s, {0.55}},
                                             {u"usage-ingest-one-organization"_s, {0.75}},
                                             // 100,000 subscriptions × 12 months in 60 s
                                             {u"what-if"_s, {0, {}, 100'000 * 12 / 60.0}}};
  const auto found = goals.find(name);
  return found == goals.end() ? std::nullopt : std::optional(found->second);
}

bool Goal::isPassedBy(const Comparison &comparison) const {
  return comparison.ratio >= gate() &&
         (!p99Milliseconds || comparison.p99Milliseconds.value_or(0) < *p99Milliseconds) &&
         (!rate || comparison.rate > *rate);
}

} // namespace tenantry::benchmarks
