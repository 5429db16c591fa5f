// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/payments/service.h"

namespace tenantry::payments {

/// A payment method, as the provider knows it.
struct Method {
  QUuid id;
  QString provider;
  QString reference;
  QString customer; ///< empty: the provider needs none
  Instant agreedAt{};
};

/// Attempts and payments ↔ rows; internal to this domain.
class Repository {
public:
  explicit Repository(store::Session &session) : m_session(session) {}

  /// The one in force.
  [[nodiscard]] Result<std::optional<Method>> method(const OrganizationId &organization);
  /// The method of an attempt, also one that was replaced since.
  [[nodiscard]] Result<Method> methodOf(const Attempt &attempt);
  [[nodiscard]] Result<> replaceMethod(const OrganizationId &organization, const NewMethod &method);
  [[nodiscard]] Result<std::vector<Attempt>> ofOrganization(const OrganizationId &organization);
  [[nodiscard]] Result<std::vector<Attempt>> ofInvoice(const OrganizationId &organization,
                                                       const InvoiceId &invoice);
  /// When that amount was tried in vain with that method since then; oldest first.
  [[nodiscard]] Result<std::vector<Instant>> triesAlike(const OrganizationId &organization,
                                                        const QUuid &method, const Money &amount,
                                                        Instant since);
  [[nodiscard]] Result<std::optional<Attempt>> find(const OrganizationId &organization,
                                                    const PaymentAttemptId &id);
  /// Those with a live attempt.
  [[nodiscard]] Result<std::vector<InvoiceId>>
  invoicesBeingTried(const OrganizationId &organization);
  [[nodiscard]] Result<> insert(const Attempt &attempt);
  /// Moves a live attempt on; false when it was settled before.
  [[nodiscard]] Result<bool> move(const Attempt &attempt, const QString &providerReference);
  /// The row of money received, and what it was applied to.
  [[nodiscard]] Result<> addPayment(const QUuid &id, const OrganizationId &organization,
                                    const QString &source,
                                    const std::optional<PaymentAttemptId> &attempt,
                                    const Money &amount, const QString &reference);
  [[nodiscard]] Result<> allocate(const OrganizationId &organization, const QUuid &payment,
                                  const InvoiceId &invoice, const billing::DueSplit &split);

private:
  store::Session &m_session;
};

} // namespace tenantry::payments
