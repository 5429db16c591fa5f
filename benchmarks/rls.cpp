// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/rls.h"

#include "benchmarks/billing_book.h"
#include "services/billing/service.h"

using namespace Qt::StringLiterals;

namespace tenantry::benchmarks {

namespace {

constexpr std::size_t readersInARound = 500;

Result<> readPortal(store::Session &session, business::AppliedBusiness &business,
                    const OrganizationId &organization) {
  return session.database.transaction([&]() -> Result<> {
    TENANTRY_CHECK(session.database.enterOrganization(organization));
    TENANTRY_CHECK(session.database.query("subscription_latest", {{"organization", organization}}));
    billing::BillingService billing(session, business);
    TENANTRY_TRY(invoices, billing.ofOrganization(organization));
    for (const auto &invoice : invoices)
      TENANTRY_CHECK(billing.lines(organization, invoice.id));
    if (invoices.empty())
      return fail(u"benchmark.incomplete"_s, u"An organization sees none of its invoices."_s);
    return {};
  });
}

Result<Pace> readAll(store::Session &session, const std::vector<OrganizationId> &organizations) {
  business::AppliedBusiness business;
  Pace pace;
  const auto step = std::max<std::size_t>(1, organizations.size() / readersInARound);
  for (std::size_t i = 0; i < organizations.size(); i += step)
    TENANTRY_CHECK(timed(pace, 1, [&] { return readPortal(session, business, organizations[i]); }));
  return pace;
}

} // namespace

Result<Comparison> rowLevelSecurity(const BenchOptions &options) {
  TENANTRY_TRY(cluster, PrivateCluster::open());
  TENANTRY_TRY(book, BillingBook::make(*cluster, options.sizeOr(5'000)));
  TENANTRY_CHECK(book.run(*cluster, PrivateCluster::book(), 1));
  TENANTRY_TRY(owner, cluster->connect(PrivateCluster::book()));
  TENANTRY_CHECK(owner->script("vacuum analyze"));
  TENANTRY_TRY(tenant, cluster->connect(PrivateCluster::book(), u"tenant"_s));
  const SystemClock clock;
  store::Session under{*tenant, clock, u"benchmark"_s};
  store::Session without{*owner, clock, u"benchmark"_s};
  return compare(
      u"rls"_s, options.roundsOr(15), [&] { return readAll(under, book.organizations()); },
      [&] { return readAll(without, book.organizations()); });
}

} // namespace tenantry::benchmarks
