// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/service.h"

namespace tenantry::billing {

/// Takes back what paid an invoice: the books say both, nothing is deleted, and what was paid is
/// due again. Within a transaction of the caller, who knows whether it may be.
class Reversals {
public:
  Reversals(store::Session &session, business::AppliedBusiness &business)
      : m_session(session), m_business(business) {}

  /// A payment: what it paid of the invoice is due again, what it made good is written off again,
  /// what it brought to the balance is taken from it. The books take it back on that day, the first
  /// open one where its month is closed; none: on the days on which it was booked, for it was never
  /// one. Errors `invoice.not_open` (neither open nor paid), `balance.insufficient`.
  [[nodiscard]] Result<> takeBack(const OrganizationId &organization,
                                  const std::optional<InvoiceId> &invoice, const Currency &currency,
                                  const DueSplit &split, const QUuid &payment,
                                  std::optional<LocalDay> on = {});
  /// What the balance paid of an invoice goes back to it, on the day on which it had paid. Error
  /// `invoice.not_open`.
  [[nodiscard]] Result<> giveBack(const OrganizationId &organization, const InvoiceId &invoice,
                                  const Money &amount);

private:
  [[nodiscard]] Result<> unbook(const OrganizationId &organization, const Currency &currency,
                                const QUuid &payment, std::optional<LocalDay> on);
  [[nodiscard]] Result<> reopen(const OrganizationId &organization, const InvoiceId &id,
                                const DueSplit &money, std::int64_t fromBalance);
  store::Session &m_session;
  business::AppliedBusiness &m_business;
};

} // namespace tenantry::billing
