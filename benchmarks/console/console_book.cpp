// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/console/console_book.h"

#include "benchmarks/invoice_rows.h"
#include "benchmarks/organization_rows.h"
#include "benchmarks/walked_lists.h"
#include "services/business/apply.h"
#include "services/business/loader.h"

namespace tenantry::benchmarks {

namespace {

// Given names that many have, family names that hardly anybody else has, one address for both.
constexpr auto fillMembers = R"(
  insert into member (organization_id, member_id, given_name, family_name, email, external_id, telephone, created_at)
  select organization_id, gen_random_uuid(), given, initcap(family), lower(given) || '.' || family || '@firm.example',
         'crm-' || n, '+49 30 ' || n, created_at
  from (select organization_id, created_at, n,
               (array['Anna', 'Ben', 'Clara', 'David', 'Elena', 'Felix', 'Greta', 'Hannes', 'Ida', 'Jonas', 'Katharina',
                      'Lukas', 'Maria', 'Noah', 'Olivia', 'Paul', 'Rosa', 'Simon', 'Theresa', 'Viktor'])[1 + n % 20]
                 as given,
               translate(left(md5('member ' || n), 12), '0123456789', 'ghilmnorst') as family
        from (select organization_id, created_at, row_number() over () as n from organization
              limit :count) as one) as named)";

constexpr int mostSearched = 60;

// By random ids, so in no order of anything else.
constexpr auto someOfAll = R"(
  select name, given_name || ' ' || family_name, member.email, number
  from (select organization_id, name from organization order by organization_id limit :count) as one
  join member using (organization_id) join invoice using (organization_id))";

/// Numbers are found by their digits alone where it is known how they are written.
Result<> applyShipped(store::Database &owner, const Clock &clock) {
  auto shipped = business::Source::shipped().load();
  if (!shipped)
    return tl::unexpected(shipped.error().front());
  store::Session session{owner, clock, QStringLiteral("benchmark")};
  TENANTRY_CHECK(business::BusinessApply(session).apply(*shipped, session.actor));
  return {};
}

} // namespace

Result<std::unique_ptr<ConsoleBook>> ConsoleBook::open(int organizations) {
  std::unique_ptr<ConsoleBook> book(new ConsoleBook);
  book->m_organizations = organizations;
  TENANTRY_TRY(cluster, PrivateCluster::open());
  book->m_cluster = std::move(cluster);
  TENANTRY_TRY(owner, book->m_cluster->connect(PrivateCluster::book()));
  TENANTRY_CHECK(book->fill(*owner));
  const auto settings = book->m_cluster->settings(PrivateCluster::book());
  book->m_url = settings.url;
  book->m_connection =
      std::make_unique<models::Connection>(settings, book->m_clock, QStringLiteral("benchmark"));
  book->m_work = std::make_unique<models::RunningWork>(*book->m_connection);
  return book;
}

Result<> ConsoleBook::fill(store::Database &owner) {
  TENANTRY_CHECK(applyShipped(owner, m_clock));
  TENANTRY_CHECK(fillOrganizations(owner, m_organizations));
  TENANTRY_CHECK(fillWithoutIndexes(owner, "member", fillMembers, m_organizations));
  TENANTRY_CHECK(fillInvoices(owner, m_organizations));
  TENANTRY_TRY(rows, owner.adHoc(someOfAll, {{"count", mostSearched}}));
  if (rows.size() != std::min(mostSearched, m_organizations))
    return fail(QStringLiteral("benchmark.incomplete"),
                QStringLiteral("Not every organization has a member and an invoice."));
  for (const auto row : rows)
    m_searched.push_back(
        {row.get<QString>(0), row.get<QString>(1), row.get<QString>(2), row.get<QString>(3)});
  return {};
}

} // namespace tenantry::benchmarks
