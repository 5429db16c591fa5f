// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/gateways/stripe_client.h"
#include "services/gateways/stripe_event.h"
#include "services/payments/service.h"

namespace tenantry::payments {

/// Keeps what a provider told us, once under its id, for a job to act on (ADR 12). True: it is new.
[[nodiscard]] Result<bool> keepProviderEvent(store::Session &session, const QString &provider,
                                             const gateways::ProviderEvent &event);

/// Acts on what Stripe told. An event is a hint: the object that it names is read from Stripe, and
/// what is read counts, so that order, repetition and delay change nothing. What concerns no
/// attempt, refund or payer of ours is ignored, for others may share the account.
class StripeNews {
public:
  StripeNews(store::Session &session, business::AppliedBusiness &business,
             gateways::PaymentGateway &gateway, gateways::StripeClient &client)
      : m_session(session), m_business(business), m_gateway(gateway), m_client(client) {}

  /// It may be called any number of times, outside of any transaction. Error `stripe.no_answer`:
  /// later.
  [[nodiscard]] Result<> handle(const QString &eventId);

private:
  enum class Verdict { Done, NotOurs };
  /// Whose an intent is, and what is ours of it.
  struct Known {
    Attempt attempt;
    Json intent;
    bool isSecond = false; ///< not the one that the attempt is
  };
  [[nodiscard]] Result<Verdict> act(const gateways::ProviderEvent &event);
  [[nodiscard]] Result<std::optional<Json>> read(const QString &path,
                                                 const gateways::StripeFields &query = {});
  [[nodiscard]] Result<std::optional<Known>> knownIntent(const QString &id);
  [[nodiscard]] Result<Verdict> intent(const QString &id);
  [[nodiscard]] Result<Verdict> refund(const QString &id);
  [[nodiscard]] Result<Verdict> refundsOf(const QString &intentId);
  [[nodiscard]] Result<Verdict> applyRefund(const Json &refund);
  [[nodiscard]] Result<Verdict> setup(const gateways::ProviderEvent &event);
  /// A page that a customer was led to.
  [[nodiscard]] Result<Verdict> page(const QString &sessionId);
  [[nodiscard]] Result<Verdict> dispute(const gateways::ProviderEvent &event);
  [[nodiscard]] Result<std::optional<Json>> readDispute(const gateways::ProviderEvent &event);
  [[nodiscard]] Result<bool> isTakenOff(const Known &charge, const Json &refund,
                                        const Money &booked);
  [[nodiscard]] Result<Verdict> secondCharge(const Known &known);
  /// One that nobody asked for here.
  [[nodiscard]] Result<Verdict> refundElsewhere(const Known &known, const Json &refund);
  [[nodiscard]] Result<std::vector<Json>> refundsAt(const QString &intentId);
  store::Session &m_session;
  business::AppliedBusiness &m_business;
  gateways::PaymentGateway &m_gateway;
  gateways::StripeClient &m_client;
  Instant m_readAt{}; ///< before anything was read
};

} // namespace tenantry::payments
