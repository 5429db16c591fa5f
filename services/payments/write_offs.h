// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/service.h"

namespace tenantry::payments {

using billing::InvoiceKey;

/// What writing an invoice off would give up.
struct WriteOffVerdict {
  InvoiceKey key;
  QString number;
  QString organizationName;
  Money due; ///< zero where it is refused
  std::optional<Error> refusal{};

  /// Changes with all that a person sees of it.
  [[nodiscard]] QString digest() const;
};

/// Giving up by hand what invoices still wait for. It cannot be undone: the loss is in the books.
class WriteOffs {
public:
  WriteOffs(store::Session &session, business::AppliedBusiness &business)
      : m_session(session), m_business(business) {}

  /// In the order of the keys; what is no issued invoice is refused. By the same rules as `act`.
  [[nodiscard]] Result<std::vector<WriteOffVerdict>> preview(const std::vector<InvoiceKey> &keys);
  /// Errors `invoice.not_open`, `invoice.not_found`, `payment.running`. `seen` is the digest of the
  /// preview that was confirmed: `invoice.picture_changed` where it comes to something else by now.
  [[nodiscard]] Result<> act(const InvoiceKey &key, const QString &seen = {});

private:
  store::Session &m_session;
  business::AppliedBusiness &m_business;
};

} // namespace tenantry::payments
