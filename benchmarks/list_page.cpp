// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/list_page.h"

#include "benchmarks/organization_rows.h"
#include "benchmarks/walked_lists.h"
#include "services/organizations/listing.h"

using namespace Qt::StringLiterals;
using tenantry::organizations::ListQuery;
using tenantry::organizations::OrganizationListing;
using tenantry::organizations::Sort;

namespace tenantry::benchmarks {

namespace {

using List = WalkedList<OrganizationListing, ListQuery>;

struct Direction {
  Sort sort;
  bool ascending;
  const char *type;
  const char *beyond;
  const char *order;
};

// No row comparison goes down and up at once: the first column bounds it, the rest is skipped.
constexpr std::array directions{
    Direction{Sort::Name, true, "text", "(name_normalized, organization_id) > ($1, $2)",
              "name_normalized, organization_id"},
    Direction{Sort::Name, false, "text", "(name_normalized, organization_id) < ($1, $2)",
              "name_normalized desc, organization_id desc"},
    Direction{Sort::Mrr, false, "bigint",
              "mrr_twelfths <= $1 and (mrr_twelfths < $1 or organization_id > $2)",
              "mrr_twelfths desc, organization_id"},
    Direction{Sort::Mrr, true, "bigint",
              "mrr_twelfths >= $1 and (mrr_twelfths > $1 or organization_id < $2)",
              "mrr_twelfths, organization_id desc"},
    Direction{Sort::Created, false, "timestamptz",
              "created_at <= $1 and (created_at < $1 or organization_id > $2)",
              "created_at desc, organization_id"},
    Direction{Sort::Created, true, "timestamptz",
              "created_at >= $1 and (created_at > $1 or organization_id < $2)",
              "created_at, organization_id desc"}};

QByteArray byHand(const QByteArray &name, const Direction &direction, const ListQuery &query) {
  QByteArray filter;
  if (query.status)
    filter += "status = 'active' and ";
  if (!query.planId.isEmpty())
    filter += "plan_id = 'gold' and ";
  if (!query.country.isEmpty())
    filter += "address_country = 'AT' and ";
  if (!query.currency.isEmpty())
    filter += "currency = 'CHF' and ";
  return "prepare " + name + " (" + direction.type +
         ", uuid) as select organization_id, name, email, url, address_country, "
         "status, plan_id, subscription_status, mrr_twelfths, currency, created_at, "
         "name_normalized from organization "
         "where " +
         filter + direction.beyond + " order by " + direction.order + " limit " +
         QByteArray::number(rowsOfAPage + 1);
}

std::vector<ListQuery> allFilters() {
  std::vector<ListQuery> all(6);
  all[1].status = all[3].status = organizations::Status::Active;
  all[2].planId = all[3].planId = u"gold"_s;
  all[4].country = u"AT"_s;
  all[5].currency = u"CHF"_s;
  return all;
}

std::vector<List> allLists() {
  std::vector<List> all;
  for (const auto &direction : directions)
    for (const auto &filter : allFilters()) {
      auto &list = all.emplace_back();
      list.query = filter;
      list.query.sort = direction.sort;
      list.query.ascending = direction.ascending;
      list.query.pageSize = rowsOfAPage;
      list.name = "list_" + QByteArray::number(all.size());
      list.statement = byHand(list.name, direction, list.query);
    }
  return all;
}

} // namespace

Result<Comparison> listPage(const BenchOptions &options) {
  TENANTRY_TRY(cluster, PrivateCluster::open());
  TENANTRY_TRY(owner, cluster->connect(PrivateCluster::book()));
  TENANTRY_CHECK(fillOrganizations(*owner, options.sizeOr(1'000'000)));
  return compareLists(u"list-page"_s, options.roundsOr(15), *cluster, *owner, allLists());
}

} // namespace tenantry::benchmarks
