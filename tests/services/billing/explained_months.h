// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/book_months.h"
#include "services/billing/customer_balances.h"
#include "services/billing/months.h"
#include "services/billing/revenue_lines.h"
#include "services/billing/tax_lines.h"
#include <map>

namespace tenantry::tests {

using namespace Qt::StringLiterals;

/// Whatever the lists by document and the accounts of a month say of each other that is not the
/// same, a sentence each.
class ExplainedMonths {
public:
  ExplainedMonths(store::Session &session, business::AppliedBusiness &business)
      : m_session(session), m_business(business) {}

  [[nodiscard]] Result<QStringList> wrong() {
    TENANTRY_TRY(months, billing::bookMonths(m_session, m_business));
    for (const auto &month : months)
      TENANTRY_CHECK(compare(month.month));
    return m_wrong;
  }

private:
  using Sums = std::map<Currency, std::int64_t>;

  Result<> compare(std::chrono::year_month month) {
    const auto next = billing::firstDayOf(month + std::chrono::months(1));
    TENANTRY_TRY(figures, billing::monthFigures(m_session, month));
    Sums receivable, owed;
    for (const auto &one : figures) {
      if (one.account == u"receivable")
        receivable[one.currency] += one.closing();
      if (one.account == u"customer_balance")
        owed[one.currency] -= one.closing();
    }
    Sums due;
    TENANTRY_CHECK(billing::readOpenItemsOn(
        m_session, next - std::chrono::days(1), [&](const billing::OpenItem &item) {
          due[item.due.currency()] += item.due.minor();
          if (item.due.minor() < 0)
            m_wrong += u"%1 is owed less than nothing by %2"_s.arg(item.number, toIso(next));
        }));
    say(u"receivable"_s, next, receivable, due);
    Sums balances;
    TENANTRY_CHECK(billing::readCustomerBalances(
        m_session, next - std::chrono::days(1), [&](const billing::CustomerBalance &one) {
          balances[one.amount.currency()] += one.amount.minor();
        }));
    say(u"customer balance"_s, next, owed, balances);
    return compareRevenue(month, figures);
  }
  Result<> compareRevenue(std::chrono::year_month month,
                          const std::vector<billing::AccountFigures> &figures) {
    Sums revenue, deferred;
    for (const auto &one : figures) {
      if (one.account == u"revenue")
        revenue[one.currency] += one.credit - one.debit;
      if (one.account == u"deferred_revenue")
        deferred[one.currency] -= one.closing();
    }
    Sums inMonth, after;
    TENANTRY_CHECK(billing::readRevenueLines(m_session, m_business, month,
                                             [&](const billing::RevenueLine &line) {
                                               const auto currency = line.net.currency();
                                               inMonth[currency] += line.inMonth.minor();
                                               after[currency] += line.after.minor();
                                             }));
    const auto next = billing::firstDayOf(month + std::chrono::months(1));
    say(u"revenue"_s, next, revenue, inMonth);
    say(u"deferred revenue"_s, next, deferred, after);
    return compareTax(month, figures);
  }
  Result<> compareTax(std::chrono::year_month month,
                      const std::vector<billing::AccountFigures> &figures) {
    Sums booked, listed;
    for (const auto &one : figures)
      if (one.account == u"tax_payable")
        booked[one.currency] += one.credit - one.debit;
    const auto next = billing::firstDayOf(month + std::chrono::months(1));
    TENANTRY_CHECK(billing::readTaxLines(
        m_session, {billing::firstDayOf(month), next},
        [&](const billing::TaxLine &line) { listed[line.tax.currency()] += line.tax.minor(); }));
    say(u"tax"_s, next, booked, listed);
    return {};
  }
  void say(const QString &what, LocalDay day, const Sums &booked, const Sums &listed) {
    Sums apart = booked;
    for (const auto &[currency, amount] : listed)
      apart[currency] -= amount;
    for (const auto &[currency, amount] : apart)
      if (amount != 0)
        m_wrong += u"%1 before %2: %3 %4 are in no list"_s.arg(what, toIso(day))
                       .arg(amount)
                       .arg(currency.code());
  }

  store::Session &m_session;
  business::AppliedBusiness &m_business;
  QStringList m_wrong;
};

[[nodiscard]] inline Result<QStringList> unexplainedMonths(store::Session &session,
                                                           business::AppliedBusiness &business) {
  return ExplainedMonths(session, business).wrong();
}

} // namespace tenantry::tests
