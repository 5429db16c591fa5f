// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "benchmarks/bench.h"
#include "benchmarks/private_cluster.h"
#include "services/store/session.h"
#include <variant>

/// A walk through every list that the console offers of something, page after page, beside the same
/// keyset pages by hand. `Listing` has `page(Query)`, a query `after` a cursor of one value and
/// ids.
namespace tenantry::benchmarks {

inline constexpr int rowsOfAPage = 100;
inline constexpr int pagesOfAList = 20;

/// One of the lists, and the same page by hand: a statement to prepare under that name, and what it
/// is executed with from a cursor on.
template <typename Listing, typename Query> struct WalkedList {
  Query query;
  QByteArray name;
  QByteArray statement;
  std::vector<typename decltype(Query::after)::value_type> cursors{}; ///< where its pages begin
};

template <typename Value> QString literal(const Value &value) {
  if constexpr (std::is_same_v<Value, QString>)
    return value;
  else if constexpr (std::is_same_v<Value, Instant> || std::is_same_v<Value, LocalDay>)
    return toIso(value);
  else
    return QString::number(value);
}

/// The place in a list as arguments of the statement by hand: its value, then its ids.
template <typename Cursor> QByteArray arguments(const Cursor &cursor) {
  const QString value = std::visit([](const auto &one) { return literal(one); }, cursor.value);
  QString all = QStringLiteral("'%1'").arg(value);
  if constexpr (requires { cursor.organization; })
    all += QStringLiteral(", '%1'").arg(cursor.organization.toString());
  return (all + QStringLiteral(", '%1'").arg(cursor.id.toString())).toUtf8();
}

/// `lists` over a filled book: pages per second through the listing as a member of staff against
/// those by hand as the superuser, for whom there are no policies; with the p99 of our pages.
template <typename Listing, typename Query>
Result<Comparison> compareLists(const QString &name, int rounds, const PrivateCluster &cluster,
                                store::Database &owner,
                                std::vector<WalkedList<Listing, Query>> lists) {
  TENANTRY_TRY(staff, cluster.connect(PrivateCluster::book(), QStringLiteral("success")));
  const SystemClock clock;
  store::Session session{*staff, clock, QStringLiteral("benchmark")};
  for (auto &list : lists) {
    TENANTRY_CHECK(owner.script(list.statement));
    auto query = list.query;
    for (int page = 0; page < pagesOfAList; ++page) {
      TENANTRY_TRY(found, Listing(session).page(query));
      if (!found.next)
        break;
      list.cursors.push_back(*found.next);
      query.after = found.next;
    }
  }
  std::vector<double> milliseconds;
  const auto ours = [&]() -> Result<Pace> {
    Pace pace;
    for (const auto &list : lists) {
      auto query = list.query;
      for (const auto &cursor : list.cursors) {
        query.after = cursor;
        const auto before = pace.time;
        TENANTRY_CHECK(timed(pace, 1, [&] { return Listing(session).page(query); }));
        milliseconds.push_back(
            std::chrono::duration<double, std::milli>(pace.time - before).count());
      }
    }
    return pace;
  };
  const auto byHand = [&]() -> Result<Pace> {
    Pace pace;
    for (const auto &list : lists) {
      for (const auto &cursor : list.cursors) {
        const QByteArray statement = "execute " + list.name + " (" + arguments(cursor) + ")";
        TENANTRY_CHECK(timed(pace, 1, [&] { return owner.adHoc(statement); }));
      }
    }
    return pace;
  };
  TENANTRY_TRY(comparison, compare(name, rounds, ours, byHand));
  comparison.p99Milliseconds = quantile(std::move(milliseconds), 0.99);
  return comparison;
}

/// Fills a table with its indexes made afterwards: for millions of rows in no order that takes
/// minutes less. What hangs on the rows is not looked at.
[[nodiscard]] Result<> fillWithoutIndexes(store::Database &owner, const QByteArray &table,
                                          const QByteArray &fill, int count);

} // namespace tenantry::benchmarks
