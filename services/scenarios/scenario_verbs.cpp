// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/scenarios/scenario_verbs.h"

#include "services/billing/service.h"
#include "services/payments/service.h"
#include "services/usage/service.h"

using namespace Qt::StringLiterals;

namespace tenantry::scenarios {

namespace {

QString text(const Json &with, const char *key, const QString &otherwise = {}) {
  const auto found = with.find(key);
  return found == with.end() ? otherwise : QString::fromStdString(found->get<std::string>());
}

std::int64_t number(const Json &with, const char *key, std::int64_t otherwise = 0) {
  return with.value(key, otherwise);
}

Result<> createOrganization(ScenarioWorld &world, const Json &with) {
  TENANTRY_TRY(applied, world.business().current(world.session()));
  const auto &business = applied->business;
  TENANTRY_TRY(zone, Zone::find(text(with, "time_zone", business.timeZone)));
  TENANTRY_TRY(currency, Currency::parse(text(with, "currency", business.defaultCurrency.code())));
  organizations::Organization draft;
  draft.name = text(with, "name");
  draft.email = text(with, "email");
  draft.zone = zone;
  draft.currency = currency;
  draft.addressCountry = text(with, "country", business.issuer.country);
  draft.language = text(with, "language", u"en"_s);
  draft.industry = text(with, "industry");
  draft.vatId = text(with, "vat_id");
  if (with.contains("employees"))
    draft.numberOfEmployees = static_cast<int>(number(with, "employees"));
  draft.status = organizations::Status::Onboarded;
  TENANTRY_TRY(id, organizations::OrganizationService(world.session()).create(draft));
  world.remember(text(with, "ref"), id);
  return {};
}

Result<> moveOrganization(ScenarioWorld &world, const Json &with, organizations::Status to) {
  TENANTRY_TRY(id, world.organization(with));
  return organizations::OrganizationService(world.session()).move(id, to, text(with, "reason"));
}

Result<> startSubscription(ScenarioWorld &world, const Json &with) {
  subscriptions::StartRequest request;
  TENANTRY_TRY(id, world.organization(with));
  TENANTRY_TRY(interval, parseInterval(text(with, "interval", u"month"_s)));
  request.organization = id;
  request.planId = text(with, "plan");
  request.interval = interval;
  request.seats = static_cast<int>(number(with, "seats", 1));
  request.couponId = text(with, "coupon");
  if (with.contains("currency")) {
    TENANTRY_TRY(currency, Currency::parse(text(with, "currency")));
    request.currency = currency;
  }
  if (with.contains("trial_days"))
    request.trialDays = static_cast<int>(number(with, "trial_days"));
  if (with.contains("price"))
    request.priceOverride = number(with, "price");
  TENANTRY_CHECK(
      subscriptions::SubscriptionService(world.session(), world.business()).start(request));
  return {};
}

Result<> cancelSubscription(ScenarioWorld &world, const Json &with) {
  TENANTRY_TRY(id, world.organization(with));
  const bool atPeriodEnd = text(with, "when", u"period_end"_s) != "now"_L1;
  TENANTRY_CHECK(subscriptions::SubscriptionService(world.session(), world.business())
                     .cancel(id, atPeriodEnd));
  return {};
}

Result<> unscheduleSubscription(ScenarioWorld &world, const Json &with) {
  TENANTRY_TRY(id, world.organization(with));
  TENANTRY_CHECK(
      subscriptions::SubscriptionService(world.session(), world.business()).unschedule(id));
  return {};
}

Result<> setAutoRenew(ScenarioWorld &world, const Json &with) {
  TENANTRY_TRY(id, world.organization(with));
  subscriptions::SubscriptionService service(world.session(), world.business());
  TENANTRY_CHECK(service.setAutoRenew(id, with.at("on").get<bool>()));
  return {};
}

Result<usage::UsageEvent> usageEvent(ScenarioWorld &world, const Json &with) {
  TENANTRY_TRY(id, world.organization(with));
  usage::UsageEvent event;
  event.organization = id;
  event.key = text(with, "key");
  event.metric = text(with, "metric");
  event.quantity = number(with, "quantity");
  event.occurredAt = world.session().clock.now();
  event.corrects = text(with, "corrects");
  if (with.contains("occurred_at")) {
    TENANTRY_TRY(at, parseInstant(text(with, "occurred_at")));
    event.occurredAt = at;
  }
  for (const auto &[name, value] : with.value("dimensions", Json::object()).items())
    event.dimensions[QString::fromStdString(name)] =
        QString::fromStdString(value.is_string() ? value.get<std::string>() : value.dump());
  return event;
}

Result<> recordUsage(ScenarioWorld &world, const Json &with) {
  TENANTRY_TRY(event, usageEvent(world, with));
  TENANTRY_CHECK(usage::UsageService(world.session(), world.business()).record(event));
  return {};
}

Result<> correctUsage(ScenarioWorld &world, const Json &with) {
  TENANTRY_TRY(event, usageEvent(world, with));
  return usage::UsageService(world.session(), world.business()).correct(event);
}

payments::PaymentService paymentService(ScenarioWorld &world) {
  return {world.session(), world.business(), world.gateway()};
}

Result<> setPaymentMethod(ScenarioWorld &world, const Json &with) {
  TENANTRY_TRY(id, world.organization(with));
  const auto behaviour = text(with, "behaviour");
  TENANTRY_CHECK(gateways::SimulatorGateway::checkBehaviour(behaviour));
  return paymentService(world).setMethod(id, u"simulated card"_s, behaviour);
}

Result<> receivePayment(ScenarioWorld &world, const Json &with) {
  TENANTRY_TRY(id, world.organization(with));
  TENANTRY_TRY(invoice, world.invoice(id, number(with, "nth", 1)));
  return paymentService(world).receiveTransfer(id, invoice.id, number(with, "amount"),
                                               u"transfer"_s);
}

Result<> finalizeInvoice(ScenarioWorld &world, const Json &with) {
  TENANTRY_TRY(id, world.organization(with));
  TENANTRY_TRY(invoice, world.invoice(id, number(with, "nth", 1)));
  TENANTRY_CHECK(
      billing::BillingService(world.session(), world.business()).finalize(id, {invoice.id}));
  return {};
}

} // namespace

const std::map<QString, Verb> &verbs() {
  using organizations::Status;
  static const std::map<QString, Verb> table{
      {u"organization.create"_s, createOrganization},
      {u"organization.suspend"_s,
       [](ScenarioWorld &world, const Json &with) {
         return moveOrganization(world, with, Status::Suspended);
       }},
      {u"organization.reactivate"_s,
       [](ScenarioWorld &world, const Json &with) -> Result<> {
         TENANTRY_TRY(id, world.organization(with));
         return organizations::OrganizationService(world.session())
             .reactivate(id, text(with, "reason"));
       }},
      {u"organization.close"_s,
       [](ScenarioWorld &world, const Json &with) {
         return moveOrganization(world, with, Status::Closed);
       }},
      {u"subscription.start"_s, startSubscription},
      {u"subscription.cancel"_s, cancelSubscription},
      {u"subscription.unschedule"_s, unscheduleSubscription},
      {u"subscription.auto_renew"_s, setAutoRenew},
      {u"usage.record"_s, recordUsage},
      {u"usage.correct"_s, correctUsage},
      {u"payment_method.set"_s, setPaymentMethod},
      {u"payment.receive"_s, receivePayment},
      {u"invoice.finalize"_s, finalizeInvoice},
  };
  return table;
}

} // namespace tenantry::scenarios
