// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/registry.h"

#include "benchmarks/audit.h"
#include "benchmarks/billing_preview.h"
#include "benchmarks/billing_run.h"
#include "benchmarks/list_page.h"
#include "benchmarks/rls.h"
#include "benchmarks/usage_ingest.h"

using namespace Qt::StringLiterals;

namespace tenantry::benchmarks {

namespace {

Result<Comparison> usageIngestBench(const BenchOptions &options) {
  UsageIngestSizes sizes;
  sizes.organizations = options.sizeOr(sizes.organizations);
  sizes.rounds = options.roundsOr(sizes.rounds);
  return usageIngestOnPrivateCluster(sizes);
}

} // namespace

const std::map<QString, BenchFunction> &benches() {
  static const std::map<QString, BenchFunction> all{
      {u"audit"_s, auditTrail},
      {u"billing-preview"_s, billingPreview},
      {u"billing-run"_s, [](const BenchOptions &options) { return billingRun(options, 2); }},
      {u"billing-run-one-worker"_s,
       [](const BenchOptions &options) { return billingRun(options, 1); }},
      {u"list-page"_s, listPage},
      {u"rls"_s, rowLevelSecurity},
      {u"usage-ingest"_s, usageIngestBench},
  };
  return all;
}

} // namespace tenantry::benchmarks
