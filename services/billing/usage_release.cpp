// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/usage_release.h"

#include "services/core/rational.h"
#include "services/subscriptions/service.h"

using namespace Qt::StringLiterals;

namespace tenantry::billing {

namespace {

/// What lines billed of a metric in a part, in the order of both.
struct BilledSums {
  std::vector<QString> metrics;
  std::vector<Instant> parts;
  std::vector<std::int64_t> quantities, amounts;

  void add(const business::Applied &applied, const QString &metric, Instant part,
           const QString &quantity, std::int64_t amount) {
    const auto known = applied.business.metrics.find(metric);
    Rational smallest = parseDecimal(quantity).value_or(Rational(0));
    for (int i = 0; known != applied.business.metrics.end() && i < known->second.decimals; ++i)
      smallest *= 10;
    metrics.push_back(metric);
    parts.push_back(part);
    quantities.push_back(roundHalfAwayFromZero(smallest));
    amounts.push_back(amount);
  }
};

/// What the line was rated at: its amount is less where prices include the tax.
std::int64_t ratedOf(const StoredLine &line) {
  const auto &detail = line.detail;
  return detail.is_object() ? detail.value("rated", line.amount) : line.amount;
}

/// Before any total is written: a billing run locks them in that order.
Result<> billAgain(store::Session &session, business::AppliedBusiness &business,
                   const OrganizationId &organization, const InvoiceId &invoice,
                   std::vector<Instant> parts) {
  TENANTRY_TRY(rows,
               session.database.query("usage_parts_closed_by",
                                      {{"organization", organization}, {"invoice", invoice}}));
  for (const auto row : rows)
    parts.push_back(row.get<Instant>(0));
  TENANTRY_CHECK(subscriptions::SubscriptionService(session, business)
                     .billLate(std::vector(parts.size(), organization), parts));
  return {};
}

} // namespace

Result<> releaseUsage(store::Session &session, business::AppliedBusiness &business,
                      const OrganizationId &organization, const InvoiceId &invoice,
                      const std::vector<StoredLine> &lines) {
  auto &database = session.database;
  TENANTRY_TRY(now, business.current(session));
  const auto &applied = *now;
  BilledSums late;
  for (const auto &line : lines)
    if (line.kind == "usage"_L1 && line.partFrom)
      late.add(applied, line.metric, *line.partFrom, line.quantity, ratedOf(line));
  TENANTRY_CHECK(billAgain(session, business, organization, invoice, late.parts));
  TENANTRY_CHECK(database.execute("usage_late_release", {{"organization", organization},
                                                         {"invoice", invoice},
                                                         {"metrics", late.metrics},
                                                         {"parts", late.parts},
                                                         {"quantities", late.quantities},
                                                         {"amounts", late.amounts}}));
  TENANTRY_CHECK(database.execute("usage_carried_release", {{"organization", organization},
                                                            {"invoice", invoice},
                                                            {"metrics", late.metrics},
                                                            {"parts", late.parts},
                                                            {"quantities", late.quantities}}));
  TENANTRY_TRY(rows, database.query("usage_billed_elsewhere",
                                    {{"organization", organization}, {"invoice", invoice}}));
  BilledSums elsewhere;
  for (const auto row : rows)
    elsewhere.add(applied, row.get<QString>(0), row.get<Instant>(1), row.get<QString>(2),
                  row.get<std::int64_t>(3));
  TENANTRY_CHECK(database.execute("usage_parts_reopen", {{"organization", organization},
                                                         {"invoice", invoice},
                                                         {"metrics", elsewhere.metrics},
                                                         {"parts", elsewhere.parts},
                                                         {"quantities", elsewhere.quantities},
                                                         {"amounts", elsewhere.amounts}}));
  return {};
}

} // namespace tenantry::billing
