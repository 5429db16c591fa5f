// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/ledger_rules.h"

#include "services/billing/proration.h"
#include "services/core/money.h"

#include <algorithm>

namespace tenantry::billing {
namespace {

/// Merges by account, drops zeros, and insists on the one rule of double entry.
LedgerEntries transaction(const LedgerEntries &raw) {
  LedgerEntries entries;
  std::int64_t sum = 0;
  for (const auto &entry : raw) {
    sum = checkedAdd(sum, entry.amount);
    const auto same = std::find_if(entries.begin(), entries.end(), [&](const LedgerEntry &other) {
      return other.account == entry.account;
    });
    if (same == entries.end())
      entries.push_back(entry);
    else
      same->amount = checkedAdd(same->amount, entry.amount);
  }
  if (sum != 0)
    throw ProgrammingError("a ledger transaction does not sum to zero");
  std::erase_if(entries, [](const LedgerEntry &entry) { return entry.amount == 0; });
  return entries;
}

LedgerEntries move(Account debit, Account credit, std::int64_t amount) {
  return transaction({{debit, amount}, {credit, -amount}});
}

/// The credit side of a document: what was sold, by when it is earned, and its tax. Discount and
/// tax lines are in it through the shares of the others.
LedgerEntries salesOf(const ComposedInvoice &document) {
  LedgerEntries entries;
  for (const auto &line : document.lines) {
    if (line.kind == LineKind::Discount || line.kind == LineKind::Tax)
      continue;
    entries.push_back({isDeferred(line.kind) ? Account::DeferredRevenue : Account::Revenue,
                       -(line.amount + line.discountShare)});
    entries.push_back({Account::TaxPayable, -line.taxShare});
  }
  return entries;
}

} // namespace

bool isDeferred(LineKind kind) {
  return isAdvance(kind) || kind == LineKind::ProrationCredit || kind == LineKind::ProrationCharge;
}

LedgerEntries invoiceFinalized(const ComposedInvoice &invoice) {
  LedgerEntries entries{{Account::Receivable, invoice.total}};
  const auto sales = salesOf(invoice);
  entries.insert(entries.end(), sales.begin(), sales.end());
  return transaction(entries);
}

LedgerEntries invoiceVoided(const ComposedInvoice &invoice, std::int64_t recognized) {
  auto entries = invoiceFinalized(invoice);
  for (auto &entry : entries)
    entry.amount = -entry.amount;
  entries.push_back({Account::DeferredRevenue, -recognized});
  entries.push_back({Account::Revenue, recognized});
  return transaction(entries);
}

LedgerEntries creditNoteIssued(const ComposedInvoice &note, const DueSplit &split) {
  LedgerEntries entries = salesOf(note);
  entries.push_back({Account::Receivable, -split.reducesDue});
  entries.push_back({Account::CustomerBalance, -split.toBalance});
  return transaction(entries);
}

LedgerEntries balanceApplied(std::int64_t amount) {
  return move(Account::CustomerBalance, Account::Receivable, amount);
}

LedgerEntries balanceGivenBack(std::int64_t amount) {
  return move(Account::Receivable, Account::CustomerBalance, amount);
}

LedgerEntries balanceAdjusted(std::int64_t amount) {
  return move(Account::Refunds, Account::CustomerBalance, amount);
}

LedgerEntries balancePaidOut(std::int64_t amount) {
  return move(Account::CustomerBalance, Account::Cash, amount);
}

LedgerEntries paymentReceived(const DueSplit &split) {
  return transaction({{Account::Cash, checkedAdd(split.applied(), split.toBalance)},
                      {Account::Receivable, -split.reducesDue},
                      {Account::BadDebt, -split.recovers},
                      {Account::CustomerBalance, -split.toBalance}});
}

LedgerEntries paymentApplied(const DueSplit &split) {
  return transaction({{Account::CustomerBalance, split.applied()},
                      {Account::Receivable, -split.reducesDue},
                      {Account::BadDebt, -split.recovers}});
}

LedgerEntries paymentRefunded(std::int64_t total, std::int64_t tax) {
  return transaction(
      {{Account::Refunds, total - tax}, {Account::TaxPayable, tax}, {Account::Cash, -total}});
}

LedgerEntries findingLost(std::int64_t amount) {
  return move(Account::BadDebt, Account::Cash, amount);
}

LedgerEntries findingWon(std::int64_t amount) {
  return move(Account::Cash, Account::BadDebt, amount);
}

LedgerEntries invoiceWrittenOff(std::int64_t amount) {
  return move(Account::BadDebt, Account::Receivable, amount);
}

LedgerEntries revenueRecognized(std::int64_t amount) {
  return move(Account::DeferredRevenue, Account::Revenue, amount);
}

std::int64_t recognizable(std::int64_t net, const DayRange &days, LocalDay until,
                          std::int64_t recognized) {
  const DayRange passed{days.from, std::clamp(until, days.from, days.to)};
  return prorate(net, days, passed) - recognized;
}

} // namespace tenantry::billing
