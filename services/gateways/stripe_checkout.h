// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/clock.h"
#include "services/gateways/stripe_client.h"
#include <optional>

/// Stripe's own page, where a customer enters a card that we never see: a Checkout Session of mode
/// `setup` (docs.stripe.com/api/checkout/sessions).
namespace tenantry::gateways {

/// A payment method as a customer may read it; of a card never more than its last digits.
struct EnteredMethod {
  QString reference;                  ///< Stripe's id of it
  QString label;                      ///< "Visa ending in 4242"; what is no card: its kind
  std::optional<LocalDay> expiresOn;  ///< the last day it is good for, where it says one
  std::optional<Instant> enteredAt{}; ///< by Stripe's clock
};

/// Of a SetupIntent with its payment method expanded; nothing before it has succeeded.
[[nodiscard]] std::optional<EnteredMethod> readEnteredMethod(const Json &setupIntent);

struct HostedRequest {
  QString key;                 ///< under it there is one session
  QString customer;            ///< Stripe's id of the payer
  QString organization, setup; ///< ids of ours that the session keeps
  QString returnUrl;           ///< of ours, for who comes back in whatever way
  QString language;            ///< "en", "de"
  Instant expiresAt{};         ///< 30 minutes to 24 hours after it is asked for
};

struct HostedSession {
  enum class State { Open, Complete, Expired };
  QString id;
  State state = State::Open;
  QString url; ///< of an open one, as Stripe says it
  QString customer, organization, setup;
  Instant madeAt{};
  std::optional<EnteredMethod> method; ///< of a complete one, where Stripe has it
};

/// Each call asks Stripe, some more than once, and waits for it. Errors `stripe.no_answer` (later,
/// nothing is known to have been done), `stripe.refused` (not as it is asked).
class StripeCheckout {
public:
  explicit StripeCheckout(StripeClient &client) : m_client(client) {}

  /// Stripe's id for an organization: the same one however often it is asked for within a day.
  /// After that Stripe makes another, which differs in nothing. Another one than before where so
  /// many were forgotten. Error `payment.contradicted`.
  [[nodiscard]] Result<QString> makeCustomer(const QString &organization, int forgotten = 0);
  /// A session whose answer was lost is the answer to the same request.
  [[nodiscard]] Result<HostedSession> open(const HostedRequest &request);
  /// Nothing: this account has none of that id.
  [[nodiscard]] Result<std::optional<HostedSession>> read(const QString &id);
  /// Where an open session goes on. Error `stripe.page_refused`: not at Stripe's.
  [[nodiscard]] Result<QString> pageOf(const HostedSession &session) const;

private:
  /// Asks again for a moment while the same request is being carried out (409).
  [[nodiscard]] Result<Json> post(const QString &path, const StripeFields &fields,
                                  const QString &key);
  StripeClient &m_client;
};

/// Whether a customer may be led there: HTTPS at stripe.com or below, or the stand-in at that
/// address on this machine.
[[nodiscard]] bool isStripesPage(const QString &url, const QString &apiUrl);

} // namespace tenantry::gateways
