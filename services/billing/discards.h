// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/drafts.h"

namespace tenantry::billing {

/// Drafts that review decided against (BILL-3): one is void without ever having had a number, its
/// usage is on the next invoice, and its days are nobody's until it is issued again.
class Discards {
public:
  Discards(store::Session &session, business::AppliedBusiness &business)
      : m_session(session), m_business(business) {}

  /// As Drafts::preview, but refused with `invoice.not_draft` where it is final, with
  /// `invoice.takes_back` where it credits what others bill (it could not be drafted again), and
  /// with `invoice.draft_credited` where something of it was taken back by others.
  [[nodiscard]] Result<std::vector<DraftVerdict>> preview(const std::vector<InvoiceKey> &keys);
  /// False where it was discarded already. Errors likewise, `invoice.reason_missing`; `seen` is
  /// the digest of the preview that was confirmed: `invoice.picture_changed` where it comes to
  /// something else by now.
  [[nodiscard]] Result<bool> act(const InvoiceKey &draft, const QString &reason,
                                 const QString &seen = {});

private:
  [[nodiscard]] Result<> refuse(DraftVerdict &verdict);
  store::Session &m_session;
  business::AppliedBusiness &m_business;
};

} // namespace tenantry::billing
