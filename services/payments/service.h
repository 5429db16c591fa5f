// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/service.h"
#include "services/gateways/payment_gateway.h"

namespace tenantry::payments {

/// `Withdrawn`: the provider never charged for it and is not asked to any more; no failure.
enum class AttemptStatus { Pending, Unknown, Succeeded, Failed, Refunded, Withdrawn };
[[nodiscard]] QString toString(AttemptStatus status);
[[nodiscard]] Result<AttemptStatus>
parseAttemptStatus(QStringView text); ///< error `payment.status_unknown`

struct Attempt {
  OrganizationId organization;
  PaymentAttemptId id;
  InvoiceId invoice;
  int number = 1;
  QUuid method;
  QString key; ///< idempotency key: of this attempt for ever
  std::int64_t amount = 0;
  Currency currency;
  AttemptStatus status = AttemptStatus::Pending;
  QString declineCode;
  int inquiries = 0; ///< how often the provider was asked about it
  Instant createdAt{};
  std::optional<Instant> finishedAt; ///< when its outcome was known
  QString reference{};               ///< the provider's own id; empty: it never told

  [[nodiscard]] bool isLive() const {
    return status == AttemptStatus::Pending || status == AttemptStatus::Unknown;
  }
};

/// A payment method that a customer has agreed to.
struct NewMethod {
  QString label;     ///< as the customer reads it
  QString reference; ///< what the provider knows it by
  QString provider = QStringLiteral("simulator");
  QString customer{};                  ///< what the provider knows the payer by
  std::optional<Instant> agreedAt{};   ///< when, by the provider's clock; none: just now
  std::optional<LocalDay> expiresOn{}; ///< the last day it is good for; none: not said
};

/// How invoices become paid (BILL-4). An attempt is written before the provider is asked, with a
/// key that changes only after a definite answer; the provider is asked outside of any transaction;
/// what it did not answer is asked about, never charged again. What contradicts our books stays
/// unknown, is told (`payment.contradicted`) and waits for a person (ADR 12). A provider that is
/// not set up in this process is neither asked nor charged at: error `payment.provider_absent`.
class PaymentService {
public:
  PaymentService(store::Session &session, business::AppliedBusiness &business,
                 gateways::PaymentGateway &gateway)
      : m_session(session), m_business(business), m_gateway(gateway) {}

  /// Replaces the organization's method, and charges to it what is open. One that was agreed to
  /// before the method in force changes nothing, nor does the same again.
  [[nodiscard]] Result<> setMethod(const OrganizationId &organization, const NewMethod &method);
  /// Of the simulator.
  [[nodiscard]] Result<> setMethod(const OrganizationId &organization, const QString &label,
                                   const QString &reference) {
    return setMethod(organization, NewMethod{label, reference});
  }
  /// Tries the invoice now. Nothing happens without a method, without anything due, while an
  /// attempt is running, or where card networks bear no more of them (mayTryFrom() in dunning.h;
  /// customers who ask for it themselves try it all the same). `number`: only if that is the next
  /// one, so that who asks twice tries once.
  [[nodiscard]] Result<std::optional<Attempt>> charge(const OrganizationId &organization,
                                                      const InvoiceId &invoice,
                                                      std::optional<int> number = std::nullopt);
  /// Asks the provider about an attempt whose outcome is unknown (after a time-out or a crash).
  [[nodiscard]] Result<Attempt> inquire(const OrganizationId &organization,
                                        const PaymentAttemptId &attempt);
  /// What the provider told of an attempt, as it was read there: also of one that has failed or was
  /// withdrawn, whose money came after all. It asks for nothing.
  [[nodiscard]] Result<Attempt> learn(const Attempt &attempt, const gateways::ChargeAnswer &answer);
  /// A bank transfer: pays the invoice, the rest goes to the balance.
  [[nodiscard]] Result<> receiveTransfer(const OrganizationId &organization,
                                         const InvoiceId &invoice, std::int64_t amount,
                                         const QString &reference);
  [[nodiscard]] Result<std::vector<Attempt>> attempts(const OrganizationId &organization);
  /// Error `payment.not_found`.
  [[nodiscard]] Result<Attempt> find(const OrganizationId &organization,
                                     const PaymentAttemptId &id);

private:
  struct Begun {
    Attempt attempt;
    bool isNew = false;
  };
  /// Writes a new attempt, or finds the one that is running; none where there is nothing to try.
  [[nodiscard]] Result<std::optional<Begun>>
  begin(const OrganizationId &organization, const InvoiceId &invoice, std::optional<int> number);
  /// `mayBeKnown`: the provider may have been asked before, and is asked about it first. NotFound:
  /// it never was, and what it is for is no longer due.
  [[nodiscard]] Result<gateways::ChargeAnswer> ask(const Attempt &attempt, bool mayBeKnown);
  [[nodiscard]] Result<gateways::ChargeRequest> requestOf(const Attempt &attempt);
  [[nodiscard]] Result<bool> isStillDue(const Attempt &attempt);
  [[nodiscard]] Result<Attempt> settle(Attempt attempt, const gateways::ChargeAnswer &answer);
  [[nodiscard]] Result<> succeed(const Attempt &attempt);
  [[nodiscard]] Result<> fail(const Attempt &attempt);
  [[nodiscard]] Result<> withdraw(const Attempt &attempt);
  [[nodiscard]] Result<> useBalance(const OrganizationId &organization);
  [[nodiscard]] Result<> askAgainLater(const Attempt &attempt);
  store::Session &m_session;
  business::AppliedBusiness &m_business;
  gateways::PaymentGateway &m_gateway;
};

} // namespace tenantry::payments
