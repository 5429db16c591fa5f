// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/gateways/stripe_checkout.h"
#include "services/payments/ids.h"
#include "services/payments/service.h"

namespace tenantry::payments {

/// Payment methods that customers enter at Stripe's page. An organization has one customer there
/// and at most one page that is open. What a customer did at the page is learnt from Stripe alone,
/// by what it tells or, where that is lost, by asking until it is known; a customer who comes back
/// proves nothing. Stripe is never asked inside a transaction.
class MethodSetups {
public:
  MethodSetups(store::Session &session, business::AppliedBusiness &business,
               gateways::PaymentGateway &gateway, gateways::StripeClient &client)
      : m_session(session), m_business(business), m_gateway(gateway), m_checkout(client) {}

  struct Request {
    OrganizationId organization;
    QByteArray link;  ///< token of the link whose holder asks
    QString pages;    ///< where ours are reached, without a slash at its end
    QString language; ///< "en", "de"
  };
  /// The page of Stripe's to lead the customer to; empty: a method has just been learnt instead.
  /// Called twice, or by two at once, it is the same page. Errors of `StripeCheckout`;
  /// `payment.contradicted`: what Stripe says of the page cannot be.
  [[nodiscard]] Result<QString> begin(const Request &request);
  /// Asks what came of it, and when to ask again. Error `stripe.no_answer`.
  [[nodiscard]] Result<> inquire(const OrganizationId &organization, const MethodSetupId &id);
  /// Acts on a session that Stripe told of, as it was read there. False: it is none of ours.
  [[nodiscard]] Result<bool> hear(const QString &sessionId);
  /// The method of a setup that its SetupIntent told of is in force.
  [[nodiscard]] Result<> finish(const OrganizationId &organization, const MethodSetupId &id);

private:
  using Session = gateways::HostedSession;
  struct Setup {
    OrganizationId organization;
    MethodSetupId id;
    QString session; ///< empty: no answer is written
    Instant createdAt{}, expiresAt{};
    QString state = QStringLiteral("open");

    [[nodiscard]] bool isOpen() const { return state == QLatin1StringView("open"); }
  };
  [[nodiscard]] Result<std::optional<QString>> payer(const OrganizationId &organization);
  [[nodiscard]] Result<QString> payerOrNew(const OrganizationId &organization);
  /// The one that is open, or a new one, which is asked about by itself.
  [[nodiscard]] Result<Setup> openSetup(const OrganizationId &organization);
  [[nodiscard]] Result<std::optional<Setup>> find(const OrganizationId &organization,
                                                  const MethodSetupId &id);
  [[nodiscard]] Result<std::optional<Session>> sessionOf(Setup &setup, const QString &payer,
                                                         const Request &request);
  /// The session is the setup's; the first that says so is it.
  [[nodiscard]] Result<> keepSession(Setup &setup, const QString &session);
  /// False: the page is still open.
  [[nodiscard]] Result<bool> learn(const Setup &setup, const QString &payer,
                                   const std::optional<Session> &session);
  [[nodiscard]] Result<> contradict(const Setup &setup, const QString &why);
  [[nodiscard]] Result<bool> close(const Setup &setup, const QString &state,
                                   const QString &code = QStringLiteral(""));
  [[nodiscard]] Result<> askAgain(const Setup &setup, Instant at);
  store::Session &m_session;
  business::AppliedBusiness &m_business;
  gateways::PaymentGateway &m_gateway;
  gateways::StripeCheckout m_checkout;
};

} // namespace tenantry::payments
