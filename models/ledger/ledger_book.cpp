// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ledger/ledger_book.h"

#include "models/connection/when_done.h"
#include "services/billing/books.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace tenantry::models {

namespace {

constexpr auto bookNewsPause = 400ms;
constexpr int bookRest = 10; ///< times as long as reading took

Result<BookFacts> readBookFacts(store::Session &session, business::AppliedBusiness &business,
                                std::optional<std::chrono::year_month> month, LocalDay today) {
  BookFacts facts;
  TENANTRY_TRY(months, billing::bookMonths(session, business));
  facts.months = std::move(months);
  TENANTRY_TRY(closed, billing::closedThrough(session));
  facts.closedThrough = closed;
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

LedgerBook::LedgerBook(Connection &connection, QObject *parent)
    : QObject(parent), m_connection(connection) {
  m_newsPause.setSingleShot(true);
  m_newsPause.setInterval(bookNewsPause);
  m_newsPause.callOnTimeout(this, [this] {
    if (m_hasBegun)
      reload();
  });
  connect(&m_connection, &Connection::organizationsChanged, this, [this] {
    if (!m_newsPause.isActive())
      m_newsPause.start();
  });
  connect(&m_connection, &Connection::caughtUp, this, [this] {
    if (m_hasBegun)
      reload();
  });
}

void LedgerBook::show(std::optional<std::chrono::year_month> month) {
  if (m_hasBegun && month == m_month)
    return;
  m_month = month;
  reload();
}

void LedgerBook::begin() {
  if (!m_hasBegun)
    reload();
}

void LedgerBook::reload() {
  m_hasBegun = true;
  m_isStale = m_isFetching;
  if (m_isFetching)
    return;
  m_isFetching = true;
  m_took.start();
  whenDone(m_connection.read([month = m_month, today = m_connection.today()](
                                 store::Session &session, business::AppliedBusiness &business) {
    return readBookFacts(session, business, month, today);
  }),
           this, [this](const Result<BookFacts> &facts) { take(facts); });
}

void LedgerBook::take(const Result<BookFacts> &facts) {
  m_isFetching = false;
  m_newsPause.setInterval(
      std::max<std::chrono::milliseconds>(bookNewsPause, m_took.elapsed() * bookRest * 1ms));
  if (m_isStale)
    return reload();
  if (facts) {
    m_facts = *facts;
    m_error.reset();
  } else if (facts.error().code != QStringLiteral("store.disconnected") || !m_facts) {
    m_error = facts.error();
  }
  Q_EMIT changed();
}

} // namespace tenantry::models
