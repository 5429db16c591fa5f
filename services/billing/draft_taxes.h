// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/draft_tax.h"
#include "services/business/applied.h"
#include "services/organizations/values.h"
#include "services/store/session.h"

namespace tenantry::billing {

/// A draft waits for a person, and meanwhile its customer may move or get a VAT id, or the business
/// change a rate. It is shown, approved and finalized with the tax of now (ADR 15).
class DraftTaxes {
public:
  DraftTaxes(store::Session &session, const business::Applied &applied)
      : m_session(session), m_applied(applied) {}

  /// What a draft comes to now, and for whom; nothing is written.
  [[nodiscard]] Result<TaxedDraft> ofNow(Invoice draft, std::vector<StoredLine> lines,
                                         const organizations::Organization &organization);
  /// Those among the drafts that do not have the tax of now.
  [[nodiscard]] Result<std::map<InvoiceId, TaxedDraft>>
  differing(const std::vector<InvoiceKey> &drafts);
  /// Stores what changed of it, with `invoice.tax_changed`, in the running transaction. Error
  /// `store.conflict` where it is final by now.
  [[nodiscard]] Result<> write(const TaxedDraft &draft);

private:
  [[nodiscard]] TaxedDraft ofNow(StoredDraft draft,
                                 const organizations::Organization &organization);
  store::Session &m_session;
  const business::Applied &m_applied;
};

} // namespace tenantry::billing
