// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/service.h"
#include "services/gateways/payment_gateway.h"
#include "services/jobs/consumer.h"
#include "services/jobs/handler.h"

namespace tenantry::payments {

enum class AttemptStatus { Pending, Unknown, Succeeded, Failed, Refunded };

struct Attempt {
  OrganizationId organization;
  PaymentAttemptId id;
  InvoiceId invoice;
  int number = 1;
  std::int64_t amount = 0;
  Currency currency;
  AttemptStatus status = AttemptStatus::Pending;
  QString declineCode;
  Instant createdAt{};
};

/// How invoices become paid (BILL-4). An attempt is written before the provider is asked, with a key that changes only
/// after a definite answer; the provider is asked outside of any transaction; what it did not answer is asked about,
/// never charged again.
class PaymentService {
public:
  PaymentService(store::Session &session, business::AppliedBusiness &business, gateways::PaymentGateway &gateway)
      : m_session(session), m_business(business), m_gateway(gateway) {}

  /// Replaces the organization's method. `reference` is what the provider knows it by.
  [[nodiscard]] Result<> setMethod(const OrganizationId &organization, const QString &label, const QString &reference);
  /// Tries the invoice now. Nothing happens without a method, without anything due, or while an attempt is running.
  [[nodiscard]] Result<std::optional<Attempt>> charge(const OrganizationId &organization, const InvoiceId &invoice);
  /// Asks the provider about an attempt whose outcome is unknown (after a time-out or a crash).
  [[nodiscard]] Result<Attempt> inquire(const OrganizationId &organization, const PaymentAttemptId &attempt);
  /// A bank transfer: pays the invoice, the rest goes to the balance.
  [[nodiscard]] Result<> receiveTransfer(const OrganizationId &organization, const InvoiceId &invoice,
                                         std::int64_t amount, const QString &reference);
  [[nodiscard]] Result<std::vector<Attempt>> attempts(const OrganizationId &organization);

private:
  store::Session &m_session;
  business::AppliedBusiness &m_business;
  gateways::PaymentGateway &m_gateway;
};

} // namespace tenantry::payments
