// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/values.h"
#include "services/store/session.h"

namespace tenantry::billing {

/// Who has approved a draft, by the name of the login.
struct Approval {
  QString approvedBy;
  Instant approvedAt{};
};

/// Four eyes: an invoice above the amount that the business names is approved by one person and
/// finalized by another, in whatever order they come to it. The database sees to it that both are
/// who they are.
class Approvals {
public:
  explicit Approvals(store::Session &session) : m_session(session) {}

  /// False where the caller has approved it already. Errors `invoice.not_found`,
  /// `invoice.not_draft`.
  [[nodiscard]] Result<bool> approve(const InvoiceKey &draft);
  /// The caller's own; false where there is none.
  [[nodiscard]] Result<bool> withdraw(const InvoiceKey &draft);
  /// Of the draft as it is now, the oldest first.
  [[nodiscard]] Result<std::vector<Approval>> of(const InvoiceKey &draft);

private:
  [[nodiscard]] Result<Invoice> draftOf(const InvoiceKey &key);
  store::Session &m_session;
};

} // namespace tenantry::billing
