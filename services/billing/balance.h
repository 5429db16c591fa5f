// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/clock.h"
#include <cstdint>
#include <vector>

/// What meets what is due first, and where the rest goes. Amounts are minor units ≥ 0.
namespace tenantry::billing {

struct DueSplit {
  std::int64_t reducesDue = 0; ///< at most what is due
  std::int64_t toBalance = 0;  ///< the rest
  std::int64_t recovers = 0;   ///< of what was written off; at most that
  bool operator==(const DueSplit &) const = default;
  /// To the invoice.
  [[nodiscard]] std::int64_t applied() const { return reducesDue + recovers; }
};

/// How a payment, or a credit note, of `amount` meets an invoice of which `due` is open and
/// `writtenOff` was given up: a payment makes that good, a credit note does not.
[[nodiscard]] DueSplit splitOverDue(std::int64_t amount, std::int64_t due,
                                    std::int64_t writtenOff = 0);

struct OpenInvoice {
  LocalDay issued{};
  std::int64_t due = 0;
  bool attemptRunning =
      false; ///< pending or unknown: its money is on the way, so nothing else pays it
};

/// What the balance pays of each invoice, in the order given: the oldest is paid first, of one day
/// the first given.
[[nodiscard]] std::vector<std::int64_t> applyBalance(std::int64_t balance,
                                                     const std::vector<OpenInvoice> &invoices);

} // namespace tenantry::billing
