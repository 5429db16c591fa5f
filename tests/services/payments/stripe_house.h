// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/gateways/stripe_gateway.h"
#include "services/scenarios/house.h"
#include "tests/services/payments/debt.h"
#include "tests/support/stripe_double.h"

namespace tenantry::tests {

/// A house whose customers pay at the stand-in for Stripe, through the gateways of the product. One
/// serves many tests: each begins with a customer of its own, and counts what concerns that one.
struct StripeHouse : BillingHouse {
  /// A new customer with an open invoice of the fee and a payment method.
  void begin(const QString &method = {}) {
    customer = debtor();
    invoice = expect(worker.invoices().ofOrganization(customer)).back().id;
    m_posts = stripe.asked("POST /v1/payment_intents");
    m_refundPosts = stripe.asked("POST /v1/refunds");
    if (!method.isEmpty())
      give(customer, method);
  }

  OrganizationId debtor() {
    const auto id = organization();
    subscribe(id);
    runAll();
    return id;
  }
  void give(const OrganizationId &to, const QString &method) {
    expect(
        service().setMethod(to, {u"Visa ending in 4242"_s, method, u"stripe"_s, payerOf(to), {}}));
  }
  static QString payerOf(const OrganizationId &id) { return u"cus_"_s + id.toString(); }
  /// At Stripe, of this customer.
  std::vector<Json> intents() {
    auto all = stripe.intents();
    std::erase_if(all,
                  [&](const Json &each) { return each["customer"] != Json(payerOf(customer)); });
    return all;
  }
  int charges() {
    const auto all = intents();
    return static_cast<int>(std::count_if(
        all.begin(), all.end(), [](const Json &each) { return each["status"] == "succeeded"; }));
  }
  int chargePosts() { return stripe.asked("POST /v1/payment_intents") - m_posts; }
  int refundPosts() { return stripe.asked("POST /v1/refunds") - m_refundPosts; }
  void later(std::chrono::hours time) {
    clock.set(clock.now() + time);
    stripe.setTime(
        std::chrono::floor<std::chrono::seconds>(clock.now()).time_since_epoch().count());
  }
  PaymentService service() { return {worker.session, worker.business, *gateway}; }
  Attempt charge() { return *expect(service().charge(customer, invoice)); }
  Attempt inquire(const Attempt &attempt) {
    return expect(service().inquire(customer, attempt.id));
  }
  billing::Invoice debt() { return expect(worker.invoices().find(customer, invoice)); }
  std::vector<Attempt> attempts() { return expect(service().attempts(customer)); }
  std::int64_t told(const QByteArray &type) {
    return number("select count(*) from event where type = '" + type + "' and organization_id = '" +
                  customer.toString().toUtf8() + "'");
  }
  std::int64_t waiting(const QByteArray &kind) {
    return number("select count(*) from job where state = 'ready' and kind = '" + kind +
                  "' and payload ->> 'organization' = '" + customer.toString().toUtf8() + "'");
  }

  StripeDouble stripe;
  std::shared_ptr<gateways::StripeClient> client = std::make_shared<gateways::StripeClient>(
      gateways::StripeSettings{QString::fromLatin1(StripeDouble::key),
                               {},
                               stripe.url(),
                               std::chrono::milliseconds(300),
                               std::chrono::milliseconds(300)});
  payments::GatewayFactory factory = scenarios::gatewaysWith(client);
  std::unique_ptr<gateways::PaymentGateway> gateway = factory(worker.session);
  OrganizationId customer;
  InvoiceId invoice;

private:
  int m_posts = 0;
  int m_refundPosts = 0;
};

} // namespace tenantry::tests
