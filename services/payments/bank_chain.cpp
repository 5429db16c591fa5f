// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/bank_chain.h"

#include "services/payments/bank_desk.h"

#include <algorithm>
#include <set>
#include <tuple>

using namespace Qt::StringLiterals;

namespace tenantry::payments {

namespace {

/// What is greater is a day written as a number, or whatever: it does not count one by one.
constexpr std::int64_t greatestNumber = 99'999;

auto orderOf(const StatementMark &mark) {
  return std::tuple(mark.account, mark.opening.currency().code(), mark.closesOn,
                    mark.number.value_or(0), mark.opensOn, mark.id);
}

bool isOfOne(const StatementMark &one, const StatementMark &other) {
  return one.account == other.account && one.opening.currency() == other.opening.currency();
}

bool saySame(const StatementMark &one, const StatementMark &other) {
  return isOfOne(one, other) && one.number == other.number && one.opensOn == other.opensOn &&
         one.closesOn == other.closesOn && one.opening == other.opening &&
         one.closing == other.closing;
}

/// Several of one day that have no numbers follow by their balances.
void chainTies(std::vector<StatementMark> &marks) {
  const auto isTied = [](const StatementMark &one, const StatementMark &other) {
    return isOfOne(one, other) && one.closesOn == other.closesOn && one.number == other.number;
  };
  for (auto at = marks.begin(); at != marks.end(); ++at) {
    const auto end =
        std::find_if(at, marks.end(), [&](const auto &one) { return !isTied(one, *at); });
    if (end - at < 2)
      continue;
    const auto follows = [&](const StatementMark &one) {
      if (at != marks.begin() && isOfOne(*(at - 1), one))
        return (at - 1)->closing == one.opening;
      return std::none_of(at, end, [&](const auto &other) {
        return other.id != one.id && other.closing == one.opening;
      });
    };
    if (const auto next = std::find_if(at, end, follows); next != end)
      std::rotate(at, next, next + 1);
  }
}

std::optional<std::pair<std::int64_t, std::int64_t>> numbersBetween(const StatementMark &earlier,
                                                                    const StatementMark &later) {
  // Banks begin anew with the year.
  const auto yearOf = [](LocalDay day) { return std::chrono::year_month_day(day).year(); };
  if (!earlier.number || !later.number || *later.number - *earlier.number < 2 ||
      *later.number > greatestNumber || yearOf(earlier.closesOn) != yearOf(later.closesOn))
    return std::nullopt;
  return std::pair(*earlier.number + 1, *later.number - 1);
}

} // namespace

QString toString(StatementGap::Kind kind) {
  return kind == StatementGap::Kind::Missing ? u"missing"_s : u"overlap"_s;
}

QString StatementGap::toString() const {
  const auto pair =
      u"of account %1: %2 closes on %3 with %4, and %5 opens on %6 with %7"_s
          .arg(earlier.account, earlier.name, toIso(earlier.closesOn), earlier.closing.toString())
          .arg(later.name, toIso(later.opensOn), later.opening.toString());
  if (kind == Kind::Overlap)
    return u"Two statements overlap %1 (%2 apart)."_s.arg(pair, difference().toString());
  if (!numbers)
    return u"A statement is missing %1 (%2 apart)."_s.arg(pair, difference().toString());
  return numbers->first == numbers->second
             ? u"Statement number %3 is missing %1 (%2 apart)."_s.arg(
                   pair, difference().toString(), QString::number(numbers->first))
             : u"Statements number %3 to %4 are missing %1 (%2 apart)."_s.arg(
                   pair, difference().toString(), QString::number(numbers->first),
                   QString::number(numbers->second));
}

std::vector<StatementGap> gapsOf(std::vector<StatementMark> statements) {
  std::sort(statements.begin(), statements.end(),
            [](const auto &one, const auto &other) { return orderOf(one) < orderOf(other); });
  std::vector<StatementMark> once;
  for (auto &statement : statements) {
    const auto end = std::find_if(once.rbegin(), once.rend(), [&](const auto &one) {
      return one.closesOn != statement.closesOn || !isOfOne(one, statement);
    });
    if (std::none_of(once.rbegin(), end, [&](const auto &one) { return saySame(one, statement); }))
      once.push_back(std::move(statement));
  }
  statements = std::move(once);
  chainTies(statements);
  std::vector<StatementGap> gaps;
  for (std::size_t i = 1; i < statements.size(); ++i) {
    const auto &earlier = statements[i - 1], &later = statements[i];
    if (!isOfOne(earlier, later))
      continue;
    StatementGap gap{StatementGap::Kind::Missing, earlier, later, numbersBetween(earlier, later)};
    if (gap.difference().isZero() && !gap.numbers)
      continue;
    const bool isWithin = earlier.opensOn < earlier.closesOn && later.opensOn >= earlier.opensOn &&
                          later.closesOn <= earlier.closesOn;
    if (later.opensOn < earlier.closesOn || isWithin ||
        (later.opensOn == earlier.opensOn && later.opening == earlier.opening))
      gap.kind = StatementGap::Kind::Overlap;
    gaps.push_back(std::move(gap));
  }
  return gaps;
}

Result<std::vector<StatementGap>> BankChain::gaps() {
  TENANTRY_TRY(rows, m_session.database.query("bank_accounts", {}));
  std::vector<QString> accounts;
  for (const auto row : rows)
    accounts.push_back(row.get<QString>(0));
  return gaps(accounts);
}

Result<std::vector<StatementGap>> BankChain::gaps(const std::vector<QString> &accounts) {
  TENANTRY_TRY(rows,
               m_session.database.query("bank_statements_following", {{"accounts", accounts}}));
  std::vector<StatementMark> marks;
  for (const auto row : rows) {
    TENANTRY_TRY(currency, Currency::parse(row.get<QString>(3)));
    marks.push_back({row.get<BankStatementId>(0), row.get<QString>(1), row.get<QString>(2),
                     row.get<std::optional<std::int64_t>>(4), row.get<LocalDay>(5),
                     row.get<LocalDay>(6), Money(row.get<std::int64_t>(7), currency),
                     Money(row.get<std::int64_t>(8), currency)});
  }
  auto all = gapsOf(std::move(marks));
  TENANTRY_TRY(accepted, m_session.database.query("bank_gaps_accepted", {}));
  std::set<std::pair<BankStatementId, BankStatementId>> known;
  for (const auto row : accepted)
    known.emplace(row.get<BankStatementId>(0), row.get<BankStatementId>(1));
  std::erase_if(all, [&](const auto &gap) {
    return known.count({gap.earlier.id, gap.later.id}) > 0;
  });
  return all;
}

Result<StatementGap> BankChain::accept(const BankStatementId &later, const QString &reason) {
  if (reason.trimmed().isEmpty())
    return fail(u"bank.reason_missing"_s, u"Say why nothing is missing between them."_s);
  return m_session.database.transaction([&]() -> Result<StatementGap> {
    TENANTRY_TRY(all, gaps());
    const auto gap = std::find_if(all.begin(), all.end(),
                                  [&](const auto &one) { return one.later.id == later; });
    if (gap == all.end())
      return fail(u"bank.gap_not_found"_s,
                  u"No gap is open before a statement %1."_s.arg(later.toString()));
    TENANTRY_CHECK(m_session.database.execute("bank_gap_accept", {{"earlier", gap->earlier.id},
                                                                  {"later", later},
                                                                  {"reason", reason.trimmed()},
                                                                  {"accepted_by", m_session.actor},
                                                                  {"now", m_session.clock.now()}}));
    TENANTRY_CHECK(tellBankChanged(m_session));
    return *gap;
  });
}

} // namespace tenantry::payments
