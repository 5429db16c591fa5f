// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/planned_invoice.h"
#include "services/store/session.h"

namespace tenantry::billing {

/// What came late and takes back what was billed, where the next invoice is far. Of who goes on it
/// makes the drafts less that bill it (ADR 21); of who is suspended it is credited, as it may be
/// what they have not paid. All else that is late waits for the next invoice: what is more, and of
/// who goes on what a draft does not bear as a whole. Adds what lowers or credits, and bills
/// nothing.
void planLess(const subscriptions::Subscription &subscription,
              const organizations::Organization &organization, const business::Applied &applied,
              DueBook &book, Instant issuedAt, std::vector<PlannedInvoice> &planned);

/// The usage that drafts of a run bill. What was taken back of it after the run had read it is
/// looked for as what comes later is: whoever counted it saw no draft.
class DraftedUsage {
public:
  explicit DraftedUsage(const std::vector<PlannedInvoice> &planned);
  /// Once they are written, in their transaction.
  [[nodiscard]] Result<> lookForLess(store::Session &session,
                                     business::AppliedBusiness &business) const;

private:
  std::vector<OrganizationId> m_organizations;
  std::vector<QString> m_metrics;
  std::vector<Instant> m_parts;
};

} // namespace tenantry::billing
