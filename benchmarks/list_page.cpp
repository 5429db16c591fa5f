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
constexpr int pagesInARound = 50;

// Names in no order, as they come; what lists do not read is left to its default.
constexpr auto fill = R"(
  insert into organization (organization_id, name, email, address_country, time_zone, currency, status, created_at,
                            updated_at, plan_id, mrr_twelfths)
  select gen_random_uuid(), 'Firm ' || md5(n::text), 'ops' || n || '@firm.example', 'DE', 'UTC', 'EUR',
         (array['onboarding', 'onboarded', 'active', 'churned'])[1 + n % 4],
         '2020-01-01Z'::timestamptz + n * interval '1 minute', now(), (array['', 'starter', 'gold'])[1 + n % 3],
         (n::bigint * 7919) % 1000000
  from generate_series(1, :count) as n)";

struct Order {
  Sort sort;
  const char *name;
  QByteArray statement; ///< the same page by hand
};

QByteArray byHand(const QByteArray &name, const QByteArray &type, const QByteArray &where,
                  const QByteArray &order) {
  return "prepare " + name + " (" + type +
         ", uuid) as select organization_id, name, email, url, address_country, "
         "status, plan_id, subscription_status, mrr_twelfths, currency, created_at, "
         "name_normalized from organization "
         "where " +
         where + " order by " + order + " limit " + QByteArray::number(pageSize + 1);
}

const std::vector<Order> &orders() {
  static const std::vector<Order> all{
      {Sort::Name, "by_name",
       byHand("by_name", "text", "(name_normalized, organization_id) > ($1, $2)",
              "name_normalized, organization_id")},
      // No row comparison goes down and up at once: the first column bounds it, the rest is
      // skipped.
      {Sort::Mrr, "by_mrr",
       byHand("by_mrr", "bigint",
              "mrr_twelfths <= $1 and (mrr_twelfths < $1 or organization_id > $2)",
              "mrr_twelfths desc, organization_id")},
      {Sort::Created, "by_created",
       byHand("by_created", "timestamptz",
              "created_at <= $1 and (created_at < $1 or organization_id > $2)",
              "created_at desc, organization_id")}};
  return all;
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

/// Where each page of a walk begins, in every order.
using Places = std::vector<std::pair<Order, std::vector<ListCursor>>>;

ListQuery queryFor(Sort sort) {
  ListQuery query;
  query.sort = sort;
  query.ascending = sort == Sort::Name;
  query.pageSize = pageSize;
  return query;
}

Result<Places> walk(store::Session &session) {
  Places places;
  for (const auto &order : orders()) {
    auto &cursors = places.emplace_back(order, std::vector<ListCursor>{}).second;
    auto query = queryFor(order.sort);
    for (int page = 0; page < pagesInARound; ++page) {
      TENANTRY_TRY(found, OrganizationListing(session).page(query));
      if (!found.next)
        break;
      cursors.push_back(*found.next);
      query.after = found.next;
    }
  }
  return places;
}

Result<Pace> pagesOf(store::Session &session, const Places &places) {
  Pace pace;
  for (const auto &[order, cursors] : places) {
    auto query = queryFor(order.sort);
    for (const auto &cursor : cursors) {
      query.after = cursor;
      TENANTRY_CHECK(timed(pace, 1, [&] { return OrganizationListing(session).page(query); }));
    }
  }
  return pace;
}

Result<Pace> pagesByHand(store::Database &database, const Places &places) {
  Pace pace;
  for (const auto &[order, cursors] : places) {
    for (const auto &cursor : cursors) {
      const QByteArray statement =
          QByteArray("execute ") + order.name + " (" + literal(cursor) + ")";
      TENANTRY_CHECK(timed(pace, 1, [&] { return database.adHoc(statement); }));
    }
  }
  return pace;
}

} // namespace

Result<Comparison> listPage(const BenchOptions &options) {
  TENANTRY_TRY(cluster, PrivateCluster::open());
  TENANTRY_TRY(owner, cluster->connect(PrivateCluster::book()));
  TENANTRY_CHECK(owner->script("set session_replication_role = replica"));
  TENANTRY_CHECK(owner->adHoc(fill, {{"count", options.sizeOr(1'000'000)}}));
  TENANTRY_CHECK(owner->script("vacuum analyze organization"));
  for (const auto &order : orders())
    TENANTRY_CHECK(owner->script(order.statement));
  TENANTRY_TRY(staff, cluster->connect(PrivateCluster::book(), u"success"_s));
  const SystemClock clock;
  store::Session session{*staff, clock, u"benchmark"_s};
  TENANTRY_TRY(places, walk(session));
  return compare(
      u"list-page"_s, options.roundsOr(15), [&] { return pagesOf(session, places); },
      [&] { return pagesByHand(*owner, places); });
}

} // namespace tenantry::benchmarks
