// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/balance.h"

#include <algorithm>
#include <numeric>

namespace tenantry::billing {

DueSplit splitOverDue(std::int64_t amount, std::int64_t due, std::int64_t writtenOff) {
  const auto reduces = std::min(amount, due);
  const auto recovers = std::min(amount - reduces, writtenOff);
  return {reduces, amount - reduces - recovers, recovers};
}

std::vector<std::int64_t> applyBalance(std::int64_t balance,
                                       const std::vector<OpenInvoice> &invoices) {
  std::vector<std::size_t> order(invoices.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return invoices[a].issued < invoices[b].issued;
  });
  std::vector<std::int64_t> paid(invoices.size(), 0);
  for (const auto i : order) {
    if (invoices[i].attemptRunning)
      continue;
    const auto split = splitOverDue(balance, invoices[i].due);
    paid[i] = split.reducesDue;
    balance = split.toBalance;
  }
  return paid;
}

} // namespace tenantry::billing
