// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/rls.h"

#include "benchmarks/billing_book.h"
#include "services/billing/service.h"
#include <future>

using namespace Qt::StringLiterals;

namespace tenantry::benchmarks {

namespace {

/// More than processors, so that none sleeps: to wake one costs more than a policy.
constexpr std::size_t readers = 4;

/// The same book, role and grants, with no policy asked.
QString unguardedBook() { return u"unguarded"_s; }

constexpr auto withoutPolicies = R"(
do $$
declare
  guarded regclass;
begin
  for guarded in select oid from pg_class where relrowsecurity loop
    execute format('alter table %s disable row level security', guarded);
  end loop;
end
$$)";

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

using Connections = std::vector<std::unique_ptr<store::Database>>;

Result<Connections> tenantsOf(const PrivateCluster &cluster, const QString &book) {
  Connections connections;
  for (std::size_t i = 0; i < readers; ++i) {
    TENANTRY_TRY(tenant, cluster.connect(book, u"tenant"_s));
    connections.push_back(std::move(tenant));
  }
  return connections;
}

Result<> readSome(store::Database &tenant, const std::vector<OrganizationId> &organizations,
                  std::size_t first) {
  const SystemClock clock;
  store::Session session{tenant, clock, u"benchmark"_s};
  business::AppliedBusiness business;
  for (std::size_t i = first; i < organizations.size(); i += readers)
    TENANTRY_CHECK(readPortal(session, business, organizations[i]));
  return {};
}

/// Each organization once, all readers together.
Result<Pace> readAll(const Connections &tenants, const std::vector<OrganizationId> &organizations) {
  Pace pace;
  std::vector<std::future<Result<>>> all;
  TENANTRY_CHECK(timed(pace, std::ssize(organizations), [&]() -> Result<> {
    for (std::size_t i = 0; i < readers; ++i)
      all.push_back(std::async(std::launch::async,
                               [&, i] { return readSome(*tenants[i], organizations, i); }));
    Result<> outcome;
    for (auto &one : all) {
      if (auto read = one.get(); !read)
        outcome = read;
    }
    return outcome;
  }));
  return pace;
}

} // namespace

Result<Comparison> rowLevelSecurity(const BenchOptions &options) {
  TENANTRY_TRY(cluster, PrivateCluster::open());
  TENANTRY_TRY(book, BillingBook::make(*cluster, options.sizeOr(5'000)));
  TENANTRY_CHECK(book.run(*cluster, PrivateCluster::book(), 1));
  TENANTRY_CHECK(cluster->copyBook(unguardedBook()));
  TENANTRY_TRY(unguarded, cluster->connect(unguardedBook()));
  TENANTRY_CHECK(unguarded->script(withoutPolicies));
  for (const auto &name : {PrivateCluster::book(), unguardedBook()}) {
    TENANTRY_TRY(owner, cluster->connect(name));
    TENANTRY_CHECK(owner->script("vacuum analyze"));
  }
  TENANTRY_TRY(under, tenantsOf(*cluster, PrivateCluster::book()));
  TENANTRY_TRY(without, tenantsOf(*cluster, unguardedBook()));
  return compare(
      u"rls"_s, options.roundsOr(15), [&] { return readAll(under, book.organizations()); },
      [&] { return readAll(without, book.organizations()); });
}

} // namespace tenantry::benchmarks
