// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/billed_book.h"
#include "services/billing/draft_store.h"
#include "services/subscriptions/service.h"
#include <unordered_map>
#include <unordered_set>

namespace tenantry::billing {

/// What one organization's usage has come to in one part, in the metric's smallest unit.
struct PartTotal {
  std::int64_t quantity = 0;
  std::int64_t billedQuantity = 0;
  std::int64_t billedAmount = 0; ///< as rated, minor units
  /// What lines bill beyond that: those of a part that was closed before anything was counted in
  /// it.
  std::int64_t unsaidQuantity = 0, unsaidAmount = 0;
  bool isCarried =
      false; ///< nothing was counted in it: it began with what a part before it ended with

  [[nodiscard]] std::int64_t chargedQuantity() const { return billedQuantity + unsaidQuantity; }
  [[nodiscard]] std::int64_t chargedAmount() const { return billedAmount + unsaidAmount; }
};

/// A part of usage with what was counted in it.
struct PartUsage {
  subscriptions::UsagePart part;
  std::map<QString, PartTotal> totals; ///< by metric
  bool isClosed = false;  ///< between open ones: it only says what the next parts begin with
  bool isOfEnded = false; ///< its subscription has ended: others may have billed some of it
};

/// Everything beside the subscriptions that their invoices need, for a chunk of organizations at
/// once.
struct DueBook {
  template <typename T> using ByOrganization = std::unordered_map<OrganizationId, T>;
  ByOrganization<std::vector<PartUsage>> open;             ///< parts that no invoice has closed
  ByOrganization<std::vector<PartUsage>> late;             ///< closed ones that usage came to after
  ByOrganization<std::map<QString, std::int64_t>> carried; ///< last values from before those
  ByOrganization<std::map<Currency, std::int64_t>> balances; ///< what we owe them, minor units
  std::unordered_set<OrganizationId> onHold;                 ///< what is drafted for them waits
  /// What was charged of the parts whose bill may turn out lower.
  BilledUsages billedUsage;
  ByOrganization<BilledBook> billed; ///< only where one is changed within its period
  StoredDrafts drafts;               ///< those among what is in these two
};

[[nodiscard]] Result<DueBook> loadDueBook(store::Session &session,
                                          const std::vector<OrganizationId> &organizations,
                                          const business::Applied &applied);

/// Parts of that subscription are charged in its currency, where they do not say another.
void sayCurrency(const OrganizationId &organization, const SubscriptionId &subscription,
                 Currency currency, DueBook &book);

/// Ends, replaces and opens parts as the change does, as if it were written: one that was opened
/// and ended by it has no usage of its own, but may owe a minimum or carry a value.
void enterParts(const subscriptions::Change &change, const Zone &zone, DueBook &book);

} // namespace tenantry::billing
