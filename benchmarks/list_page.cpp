// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/list_page.h"

#include "benchmarks/private_cluster.h"
#include "services/organizations/listing.h"

using namespace Qt::StringLiterals;
using tenantry::organizations::ListCursor;
using tenantry::organizations::ListQuery;
using tenantry::organizations::OrganizationListing;
using tenantry::organizations::Sort;

namespace tenantry::benchmarks {

namespace {

constexpr int pageSize = 100;
constexpr int pagesOfAList = 20;

// Names in no order, as they come; what lists do not read is left to its default.
constexpr auto fill = R"(
  insert into organization (organization_id, name, email, address_country, time_zone, currency, status, created_at,
                            updated_at, plan_id, mrr_twelfths)
  select gen_random_uuid(), 'Firm ' || md5(n::text), 'ops' || n || '@firm.example', 'DE', 'UTC', 'EUR',
         (array['onboarding', 'onboarded', 'active', 'churned'])[1 + n % 4],
         '2020-01-01Z'::timestamptz + n * interval '1 minute', now(), (array['', 'starter', 'gold'])[1 + n % 3],
         (n::bigint * 7919) % 1000000
  from generate_series(1, :count) as n)";

/// One of the lists that the console offers, and the same page by hand.
struct List {
  ListQuery query;
  QByteArray name;
  QByteArray statement;
};

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
  return "prepare " + name + " (" + direction.type +
         ", uuid) as select organization_id, name, email, url, address_country, "
         "status, plan_id, subscription_status, mrr_twelfths, currency, created_at, "
         "name_normalized from organization "
         "where " +
         filter + direction.beyond + " order by " + direction.order + " limit " +
         QByteArray::number(pageSize + 1);
}

std::vector<List> allLists() {
  std::vector<List> all;
  for (const auto &direction : directions)
    for (const bool ofStatus : {false, true})
      for (const bool ofPlan : {false, true}) {
        auto &list = all.emplace_back();
        list.query.sort = direction.sort;
        list.query.ascending = direction.ascending;
        list.query.pageSize = pageSize;
        if (ofStatus)
          list.query.status = organizations::Status::Active;
        if (ofPlan)
          list.query.planId = u"gold"_s;
        list.name = "list_" + QByteArray::number(all.size());
        list.statement = byHand(list.name, direction, list.query);
      }
  return all;
}

// Indexes are made afterwards: for a million rows in no order that takes minutes less.
Result<> fillOrganizations(store::Database &owner, int count) {
  TENANTRY_CHECK(owner.script("set session_replication_role = replica"));
  TENANTRY_TRY(indexes,
               owner.adHoc("select indexname::text, indexdef from pg_indexes where tablename = "
                           "'organization' and indexname <> 'organization_pkey'"));
  for (const auto index : indexes)
    TENANTRY_CHECK(owner.script("drop index " + index.get<QString>(0).toUtf8()));
  TENANTRY_CHECK(owner.adHoc(fill, {{"count", count}}));
  for (const auto index : indexes)
    TENANTRY_CHECK(owner.script(index.get<QString>(1).toUtf8()));
  return owner.script("vacuum analyze organization");
}

QByteArray literal(const ListCursor &cursor) {
  const auto text = std::visit(
      [](const auto &value) {
        using T = std::decay_t<decltype(value)>;
        if constexpr (std::is_same_v<T, QString>)
          return value;
        else if constexpr (std::is_same_v<T, Instant>)
          return toIso(value);
        else
          return QString::number(value);
      },
      cursor.value);
  return "'" + text.toUtf8() + "', '" + cursor.id.toString().toUtf8() + "'";
}

/// Where each page of a walk through each list begins.
using Places = std::vector<std::pair<List, std::vector<ListCursor>>>;

Result<Places> walk(store::Session &session) {
  Places places;
  for (auto &list : allLists()) {
    std::vector<ListCursor> cursors;
    auto query = list.query;
    for (int page = 0; page < pagesOfAList; ++page) {
      TENANTRY_TRY(found, OrganizationListing(session).page(query));
      if (!found.next)
        break;
      cursors.push_back(*found.next);
      query.after = found.next;
    }
    places.emplace_back(std::move(list), std::move(cursors));
  }
  return places;
}

using Latencies = std::vector<double>; ///< milliseconds

Result<Pace> pagesOf(store::Session &session, const Places &places, Latencies &latencies) {
  Pace pace;
  for (const auto &[list, cursors] : places) {
    auto query = list.query;
    for (const auto &cursor : cursors) {
      query.after = cursor;
      const auto before = pace.time;
      TENANTRY_CHECK(timed(pace, 1, [&] { return OrganizationListing(session).page(query); }));
      latencies.push_back(std::chrono::duration<double, std::milli>(pace.time - before).count());
    }
  }
  return pace;
}

Result<Pace> pagesByHand(store::Database &database, const Places &places) {
  Pace pace;
  for (const auto &[list, cursors] : places) {
    for (const auto &cursor : cursors) {
      const QByteArray statement =
          QByteArray("execute ") + list.name + " (" + literal(cursor) + ")";
      TENANTRY_CHECK(timed(pace, 1, [&] { return database.adHoc(statement); }));
    }
  }
  return pace;
}

} // namespace

Result<Comparison> listPage(const BenchOptions &options) {
  TENANTRY_TRY(cluster, PrivateCluster::open());
  TENANTRY_TRY(owner, cluster->connect(PrivateCluster::book()));
  TENANTRY_CHECK(fillOrganizations(*owner, options.sizeOr(1'000'000)));
  for (const auto &list : allLists())
    TENANTRY_CHECK(owner->script(list.statement));
  TENANTRY_TRY(staff, cluster->connect(PrivateCluster::book(), u"success"_s));
  const SystemClock clock;
  store::Session session{*staff, clock, u"benchmark"_s};
  TENANTRY_TRY(places, walk(session));
  Latencies latencies;
  TENANTRY_TRY(comparison, compare(
                               u"list-page"_s, options.roundsOr(15),
                               [&] { return pagesOf(session, places, latencies); },
                               [&] { return pagesByHand(*owner, places); }));
  comparison.p99Milliseconds = quantile(std::move(latencies), 0.99);
  return comparison;
}

} // namespace tenantry::benchmarks
