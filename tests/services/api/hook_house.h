// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/api/portal.h"
#include "services/http/server.h"
#include "services/jobs/run_due.h"
#include "services/payments/stripe_news.h"
#include "tests/services/http/raw_client.h"
#include "tests/services/payments/stripe_house.h"

namespace tenantry::tests {

struct Heard {
  int status = 0;
  QByteArray text;
};

/// A house with a door for what Stripe tells, and workers that act on it.
struct HookHouse : StripeHouse {
  /// `pages`: where those that lead to the stand-in's page are reached; empty: none do.
  explicit HookHouse(const QString &pages = {}, std::uint16_t port = 0)
      : address(pages), portal(settings(), clock),
        server({.port = port}, portal.application(), clock) {
    expect(server.start());
  }

  [[nodiscard]] api::PortalSettings settings() const {
    api::PortalSettings made{test.url(), TestDatabase::rolePrefix(), {1, 16}, {1, 16}, factory};
    made.webhookSecret = QString::fromLatin1(StripeDouble::webhookSecret);
    made.takesCards = address.isEmpty();
    made.stripe = client;
    made.address = address;
    return made;
  }
  [[nodiscard]] std::int64_t seconds() const {
    return std::chrono::floor<std::chrono::seconds>(clock.now()).time_since_epoch().count();
  }
  Heard ask(const QByteArray &request) const {
    const auto answer = RawClient(server.port()).ask(request);
    return {answer.mid(9, 3).toInt(), answer};
  }
  Heard tell(const QByteArray &body, const QByteArray &signature) const {
    return ask("POST /webhooks/stripe HTTP/1.1\r\nHost: h\r\nConnection: close\r\nContent-Type: "
               "application/json\r\nStripe-Signature: " +
               signature + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" +
               body);
  }
  Heard tell(const Json &event) const {
    const auto body = toBytes(event);
    return tell(body, StripeDouble::signatureOf(body, seconds()));
  }
  /// What the workers would do now.
  void work() {
    jobs::HandlerRegistry registry;
    scenarios::HouseOptions options;
    options.stripe = client;
    scenarios::registerHouse(registry, options);
    expect(jobs::runDueUntil(worker.session, registry, scenarios::houseConsumers(), clock,
                             clock.now()));
  }
  std::int64_t waitingEvents() {
    return number("select count(*) from provider_event where state = 'waiting'");
  }
  void knowPayer(const QString &reference) {
    expect(test.connect()->adHoc(
        "insert into tenantry.provider_customer values (:organization, 'stripe', :reference, :now) "
        "on conflict (organization_id, provider) do update set reference = excluded.reference",
        {{"organization", customer}, {"reference", reference}, {"now", clock.now()}}));
  }
  QString makeSession(const QString &payer) {
    const auto made =
        client->post(u"/v1/checkout/sessions"_s,
                     {{u"mode"_s, u"setup"_s},
                      {u"customer"_s, payer},
                      {u"setup_intent_data[metadata][organization]"_s, customer.toString()}},
                     makeUuidV7(clock.now()).toString());
    return made.body["id"].get<QString>();
  }
  QString label() {
    const auto rows = expect(worker.database->adHoc(
        "select label from payment_method where organization_id = :organization and removed_at is "
        "null",
        {{"organization", customer}}));
    return rows[0].get<QString>(0);
  }

  QString address;
  api::Portal portal;
  http::Server server;
};

} // namespace tenantry::tests
