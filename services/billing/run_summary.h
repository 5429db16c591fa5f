// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/values.h"

namespace tenantry::billing {

/// An organization that a run could not bill: nothing of it was changed, the next run tries again.
struct LeftOut {
  OrganizationId organization;
  Error error;
};

/// A draft that was there and comes to less by a run. Nothing is left of it: it is discarded.
struct RunLowering {
  OrganizationId organization;
  QString name; ///< of that
  InvoiceId draft;
  Currency currency;
  std::int64_t from = 0, to = 0; ///< its totals, minor units

  [[nodiscard]] std::int64_t by() const { return from - to; }
  /// Whatever they are called by then.
  bool operator==(const RunLowering &other) const {
    return organization == other.organization && draft == other.draft && from == other.from &&
           to == other.to;
  }
};

/// What a run or a preview came to.
struct RunSummary {
  std::int64_t subscriptions = 0;
  std::int64_t invoices = 0;
  std::map<Currency, std::int64_t> totals; ///< minor units
  bool gaveWay = false;                    ///< another run was at work and does what is left
  std::int64_t drafts = 0;                 ///< of the invoices: they stay drafts
  std::vector<LeftOut> leftOut{};          ///< in the order of their organizations
  std::vector<RunLowering> lowered{};      ///< each draft once
  void add(const RunSummary &other);
};

/// By how much in all, minor units.
[[nodiscard]] std::map<Currency, std::int64_t> totalsOf(const std::vector<RunLowering> &lowered);

} // namespace tenantry::billing
