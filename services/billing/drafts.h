// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/service.h"

namespace tenantry::billing {

/// What finalizing a draft would make of it.
struct DraftVerdict {
  InvoiceKey key;
  QString organizationName;
  Money total;
  bool isFinal = false;       ///< it was finalized already: nothing happens
  QString hold{};             ///< why it is on hold; empty: it is not
  QString organizationHold{}; ///< why its whole organization is
  bool needsApproval = false; ///< it is above the amount of four eyes
  bool isApproved = false;    ///< by somebody else than who asks
  bool isApprovedByAsker = false;
  std::optional<Error> refusal{};
  /// What it was drafted as, where the tax of its customer is another by now; `total` is with that.
  std::optional<Money> drafted{};
  /// The tax is another by now, and it keeps that of the customer it was drafted for (TaxedDraft).
  bool keepsTax = false;
  std::int64_t tax = 0; ///< of the total
  bool reverseCharge = false;

  /// Changes with all that a person sees of what it comes to.
  [[nodiscard]] QString digest() const;
};

/// Finalizing by hand what waits for review, one after the other (BILL-2, BILL-3).
class Drafts {
public:
  Drafts(store::Session &session, business::AppliedBusiness &business)
      : m_session(session), m_business(business) {}

  /// With the tax of now. In the order of the keys; what is not there is refused.
  [[nodiscard]] Result<std::vector<DraftVerdict>> preview(const std::vector<InvoiceKey> &keys);
  /// False where it was finalized already. Errors `invoice.not_found`, `invoice.on_hold`,
  /// `invoice.approval_needed`. `seen` is the digest of the preview that was confirmed:
  /// `invoice.picture_changed` where it comes to something else by now.
  [[nodiscard]] Result<bool> act(const InvoiceKey &key, const QString &seen = {});
  /// Approves what a preview shows: a draft whose tax is another by now gets that first. False
  /// where the same person has approved just that already. Errors as of Approvals::approve; `seen`
  /// as of `act`.
  [[nodiscard]] Result<bool> approve(const InvoiceKey &key, const QString &seen = {});

private:
  [[nodiscard]] Result<> addTax(std::vector<DraftVerdict> &verdicts);
  store::Session &m_session;
  business::AppliedBusiness &m_business;
};

} // namespace tenantry::billing
