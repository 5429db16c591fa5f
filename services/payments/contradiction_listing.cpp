// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/contradiction_listing.h"

#include "services/core/seen_rows.h"
#include "services/organizations/listing.h"

#include <array>

using namespace Qt::StringLiterals;

namespace tenantry::payments {

namespace {

constexpr std::array contradictionWords{
    std::pair{ContradictionKind::Attempt, "attempt"_L1},
    std::pair{ContradictionKind::Refund, "refund"_L1},
    std::pair{ContradictionKind::Setup, "setup"_L1},
    std::pair{ContradictionKind::Dispute, "dispute"_L1},
    std::pair{ContradictionKind::RefundedElsewhere, "refunded_elsewhere"_L1},
    std::pair{ContradictionKind::SecondCharge, "second_charge"_L1}};

Result<Contradiction> contradictionOf(const store::Row &row) {
  Contradiction one;
  one.organization = row.get<OrganizationId>(0);
  one.kind = parseContradictionKind(row.get<QString>(1)).value_or(ContradictionKind::Attempt);
  one.id = row.get<QUuid>(2);
  one.customer = row.get<QString>(3);
  one.number = row.get<QString>(4);
  if (one.kind != ContradictionKind::Setup) {
    TENANTRY_TRY(currency, Currency::parse(row.get<QString>(6)));
    one.amount = Money(row.get<std::int64_t>(5), currency);
  }
  one.code = row.get<QString>(7);
  one.reference = row.get<QString>(8);
  one.since = row.get<Instant>(9);
  one.isSuperseded = row.get<bool>(10);
  one.reason = row.get<QString>(12);
  one.isWithdrawn = row.get<bool>(13);
  return one;
}

Result<std::vector<Contradiction>> contradictionsOf(const store::Rows &rows) {
  std::vector<Contradiction> all;
  for (const auto row : rows) {
    TENANTRY_TRY(one, contradictionOf(row));
    all.push_back(std::move(one));
  }
  return all;
}

QString kindText(const ContradictionFilter &filter) {
  return filter.kind ? toString(*filter.kind) : u""_s;
}

QString patternOf(const ContradictionFilter &filter) {
  const auto search = filter.search.trimmed();
  return search.isEmpty() ? u""_s : organizations::searchPattern(search);
}

} // namespace

QString Contradiction::digest() const {
  return pictureDigest(
      u"%1 %2 %3"_s.arg(code, amount ? amount->toString() : QString()).arg(isWithdrawn).toUtf8());
}

QString toString(ContradictionKind kind) {
  for (const auto &[known, word] : contradictionWords)
    if (known == kind)
      return word;
  return {};
}

std::optional<ContradictionKind> parseContradictionKind(QStringView text) {
  for (const auto &[kind, word] : contradictionWords)
    if (text == word)
      return kind;
  return std::nullopt;
}

Result<ContradictionPage>
ContradictionListing::page(const ContradictionFilter &filter, int pageSize,
                           const std::optional<ContradictionCursor> &after) {
  if (pageSize < 1 || pageSize > mostRows)
    return fail(u"list.page_size"_s, u"A page has 1 to %1 rows."_s.arg(mostRows));
  const auto beyond = after.value_or(ContradictionCursor{Instant::min(), {}});
  TENANTRY_TRY(rows, m_session.database.query(
                         "payments_contradicted",
                         {{"since", beyond.since},
                          {"beyond", beyond.id},
                          {"kind", kindText(filter)},
                          {"pattern", patternOf(filter)},
                          {"count", pageSize + 1}})); // one more tells whether more follow
  ContradictionPage page;
  TENANTRY_TRY(read, contradictionsOf(rows));
  page.rows = std::move(read);
  if (page.rows.size() > static_cast<std::size_t>(pageSize)) {
    page.rows.pop_back();
    page.next = ContradictionCursor{page.rows.back().since, page.rows.back().id};
  }
  return page;
}

Result<std::int64_t> ContradictionListing::count(const ContradictionFilter &filter) {
  TENANTRY_TRY(rows, m_session.database.query("payments_contradicted_counted",
                                              {{"kind", kindText(filter)},
                                               {"pattern", patternOf(filter)},
                                               {"most", countLimit + 1}}));
  return rows[0].get<std::int64_t>(0);
}

Result<std::vector<Contradiction>> ContradictionListing::byIds(const std::vector<QUuid> &ids) {
  TENANTRY_TRY(rows, m_session.database.query("payments_contradicted_of_ids", {{"ids", ids}}));
  return contradictionsOf(rows);
}

Result<std::vector<Contradiction>> contradictions(store::Session &session) {
  ContradictionListing listing(session);
  std::vector<Contradiction> all;
  std::optional<ContradictionCursor> after;
  do {
    TENANTRY_TRY(page, listing.page({}, ContradictionListing::mostRows, after));
    std::move(page.rows.begin(), page.rows.end(), std::back_inserter(all));
    after = page.next;
  } while (after);
  return all;
}

Result<Contradiction> findContradiction(store::Session &session, const QUuid &id) {
  TENANTRY_TRY(found, ContradictionListing(session).byIds({id}));
  if (found.empty())
    return tl::unexpected(notContradicted(id));
  return std::move(found.front());
}

Error notContradicted(const QUuid &id) {
  return {u"payment.not_contradicted"_s,
          u"%1 is not waiting for a person: it has ended, or its provider is "
          u"being asked."_s.arg(id.toString(QUuid::WithoutBraces))};
}

} // namespace tenantry::payments
