// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ledger/ledger_book.h"

#include "services/billing/books.h"

#include <algorithm>

namespace tenantry::models {

namespace {

Result<BookFacts> readBookFacts(store::Session &session, business::AppliedBusiness &business,
                                std::optional<std::chrono::year_month> month, LocalDay today) {
  BookFacts facts;
  TENANTRY_TRY(months, billing::bookMonths(session, business));
  facts.months = std::move(months);
  TENANTRY_TRY(closed, billing::closedThrough(session));
  facts.closedThrough = closed;
  TENANTRY_TRY(closings, billing::closingHistory(session));
  facts.closings = std::move(closings);
  facts.month = month.value_or(billing::monthOf(today));
  TENANTRY_TRY(figures, billing::monthFigures(session, facts.month));
  facts.figures = std::move(figures);
  TENANTRY_TRY(receivables, billing::receivablesByAge(session));
  facts.receivables = std::move(receivables);
  TENANTRY_TRY(mayClose, billing::mayCloseMonths(session));
  facts.mayClose = mayClose;
  facts.asOf = session.clock.now();
  return facts;
}

} // namespace

const billing::BookMonth *BookFacts::find(std::chrono::year_month wanted) const {
  const auto found = std::find_if(months.begin(), months.end(),
                                  [&](const auto &one) { return one.month == wanted; });
  return found == months.end() ? nullptr : &*found;
}

std::optional<std::chrono::year_month> BookFacts::closable() const {
  for (auto one = months.rbegin(); one != months.rend(); ++one)
    if (!one->isClosed && !one->isRunning)
      return one->month;
  return {};
}

std::vector<Currency> BookFacts::currencies() const {
  std::vector<Currency> all;
  for (const auto &one : figures)
    if (std::find(all.begin(), all.end(), one.currency) == all.end())
      all.push_back(one.currency);
  std::sort(all.begin(), all.end(),
            [](const Currency &one, const Currency &other) { return one.code() < other.code(); });
  return all;
}

void LedgerBook::show(std::optional<std::chrono::year_month> month) {
  if (hasBegun() && month == m_month)
    return;
  m_month = month;
  reload();
}

Result<std::int64_t> LedgerBook::countOf(store::Session &session,
                                         business::AppliedBusiness &business,
                                         const views::Settings &) {
  TENANTRY_TRY(months, billing::bookMonths(session, business));
  return std::count_if(months.begin(), months.end(),
                       [](const auto &one) { return !one.isClosed && !one.isRunning; });
}

LedgerBook::Reading LedgerBook::reading() {
  return [month = m_month, today = connection().today()](store::Session &session,
                                                         business::AppliedBusiness &business) {
    return readBookFacts(session, business, month, today);
  };
}

} // namespace tenantry::models
