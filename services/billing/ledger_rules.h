// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/balance.h"
#include "services/billing/composition.h"

/// Double entry below the documents (BILL-6): each function makes one transaction, whose entries
/// sum to zero (else ProgrammingError), one per account, none of zero.
namespace tenantry::billing {

enum class Account {
  Receivable,
  Cash,
  Revenue,
  DeferredRevenue,
  TaxPayable,
  CustomerBalance,
  BadDebt,
  Refunds
};

/// Minor units, debit positive: what customers owe us and what we have is positive, what we owe and
/// earn negative.
struct LedgerEntry {
  Account account = Account::Receivable;
  std::int64_t amount = 0;
  bool operator==(const LedgerEntry &) const = default;
};

using LedgerEntries = std::vector<LedgerEntry>;

/// Receivable = total; plan, seat and proration lines (sold in advance) are deferred until their
/// days have passed, usage and one-off lines are revenue, each less its discount; taxes are
/// payable.
[[nodiscard]] LedgerEntries invoiceFinalized(const ComposedInvoice &invoice);

/// Takes an invoice back of which `recognized` was moved from deferred revenue to revenue
/// meanwhile.
[[nodiscard]] LedgerEntries invoiceVoided(const ComposedInvoice &invoice, std::int64_t recognized);

/// A credit note (its lines and total are negative): lowers what is open, the rest goes to the
/// balance; `split` is of the note's magnitude.
[[nodiscard]] LedgerEntries creditNoteIssued(const ComposedInvoice &note, const DueSplit &split);

[[nodiscard]] LedgerEntries balanceApplied(std::int64_t amount);
[[nodiscard]] LedgerEntries
balanceGivenBack(std::int64_t amount); ///< of an invoice that becomes void
/// Changed by hand: what we give (positive) or take is no sale; it stands with the refunds.
[[nodiscard]] LedgerEntries balanceAdjusted(std::int64_t amount);
/// What we owed was sent to the customer.
[[nodiscard]] LedgerEntries balancePaidOut(std::int64_t amount);

/// Money received: what is due is paid, a loss that was booked is made good (as it was booked, with
/// the tax in it), the rest goes to the balance.
[[nodiscard]] LedgerEntries paymentReceived(const DueSplit &split);

/// Money that was booked as the customer's balance before what it pays was in the books.
[[nodiscard]] LedgerEntries paymentApplied(const DueSplit &split);

/// Money given back with the credit note that goes with it: `total` of which `tax`. What was
/// refunded stands in an account of its own, so that revenue and its recognition stay as they are.
[[nodiscard]] LedgerEntries paymentRefunded(std::int64_t total, std::int64_t tax);

/// What a provider took from us and nobody owes again, and what it gave back of that.
[[nodiscard]] LedgerEntries findingLost(std::int64_t amount);
[[nodiscard]] LedgerEntries findingWon(std::int64_t amount);

[[nodiscard]] LedgerEntries invoiceWrittenOff(std::int64_t amount); ///< what was still due
[[nodiscard]] LedgerEntries
revenueRecognized(std::int64_t amount); ///< deferred revenue that became revenue

/// Whether a line is sold in advance, and recognized over its days.
[[nodiscard]] bool isDeferred(LineKind kind);

/// What is to be recognized now of a deferred line (net of discount; credits negative) whose days
/// before `until` have passed, when `recognized` was before: the steps of a line sum to its net.
[[nodiscard]] std::int64_t recognizable(std::int64_t net, const DayRange &days, LocalDay until,
                                        std::int64_t recognized);

} // namespace tenantry::billing

template <>
inline constexpr auto tenantry::business::words<tenantry::billing::Account> =
    std::to_array<tenantry::business::Word<tenantry::billing::Account>>(
        {{tenantry::billing::Account::Receivable, "receivable"},
         {tenantry::billing::Account::Cash, "cash"},
         {tenantry::billing::Account::Revenue, "revenue"},
         {tenantry::billing::Account::DeferredRevenue, "deferred_revenue"},
         {tenantry::billing::Account::TaxPayable, "tax_payable"},
         {tenantry::billing::Account::CustomerBalance, "customer_balance"},
         {tenantry::billing::Account::BadDebt, "bad_debt"},
         {tenantry::billing::Account::Refunds, "refunds"}});
