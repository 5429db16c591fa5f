// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/business/readers.h"

using namespace Qt::StringLiterals;

namespace tenantry::business {
namespace {

void readMetric(const TableReader &reader, Metric &metric) {
  reader.read("name", metric.name);
  reader.read("aggregation", metric.aggregation, Need::Required);
  reader.read("limit", metric.limit, Need::Required);
  reader.read("decimals", metric.decimals, Range{0, 9});
  if (metric.aggregation == Aggregation::Unique)
    reader.read("of", metric.of, Need::Required);
  else
    reader.refuse("of", u"goes only with aggregation = \"unique\"; remove it."_s);
  if (metric.aggregation == Aggregation::Unique && metric.decimals != 0)
    reader.report(u"impossible_value"_s, "decimals",
                  u"must be 0: distinct values are counted whole."_s);
}

} // namespace

void readMetrics(const TableReader &section, Business &business) {
  // A metric with a mistake is kept, so that what refers to it is not reported as well.
  for (const std::string &id : section.keys())
    business.metrics[fromUtf8(id)].id = fromUtf8(id);
  for (const auto &[id, reader] : section.entries(keys::metric))
    readMetric(reader, business.metrics[id]);
}

} // namespace tenantry::business
