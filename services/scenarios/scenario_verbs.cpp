// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/scenarios/scenario_verbs.h"

#include "services/billing/issue_again.h"
#include "services/billing/service.h"
#include "services/organizations/members.h"
#include "services/payments/adjustment.h"
#include "services/payments/credits.h"
#include "services/payments/refunds.h"
#include "services/payments/service.h"
#include "services/scenarios/scenario_usage.h"
#include "services/subscriptions/onboarding.h"
#include "services/subscriptions/redeeming.h"

using namespace Qt::StringLiterals;

namespace tenantry::scenarios {

namespace {

std::int64_t number(const Json &with, const char *key, std::int64_t otherwise = 0) {
  return with.value(key, otherwise);
}

Result<> createOrganization(ScenarioWorld &world, const Json &with) {
  TENANTRY_TRY(applied, world.business().current(world.session()));
  const auto &business = applied->business;
  TENANTRY_TRY(zone, Zone::find(textOf(with, "time_zone", business.timeZone)));
  TENANTRY_TRY(currency,
               Currency::parse(textOf(with, "currency", business.defaultCurrency.code())));
  organizations::Organization draft;
  draft.name = textOf(with, "name");
  draft.email = textOf(with, "email");
  draft.zone = zone;
  draft.currency = currency;
  draft.addressCountry = textOf(with, "country", business.issuer.country);
  draft.language = textOf(with, "language", u"en"_s);
  draft.industry = textOf(with, "industry");
  draft.vatId = textOf(with, "vat_id");
  if (with.contains("employees"))
    draft.numberOfEmployees = static_cast<int>(number(with, "employees"));
  draft.status = organizations::Status::Onboarded;
  TENANTRY_TRY(id, with.value("trial", true)
                       ? subscriptions::onboard(world.session(), world.business(), draft,
                                                textOf(with, "plan"))
                       : organizations::OrganizationService(world.session()).create(draft));
  world.remember(textOf(with, "ref"), id);
  return {};
}

Result<> moveOrganization(ScenarioWorld &world, const Json &with, organizations::Status to) {
  TENANTRY_TRY(id, world.organization(with));
  return organizations::OrganizationService(world.session()).move(id, to, textOf(with, "reason"));
}

Result<> startSubscription(ScenarioWorld &world, const Json &with) {
  subscriptions::StartRequest request;
  TENANTRY_TRY(id, world.organization(with));
  TENANTRY_TRY(interval, parseInterval(textOf(with, "interval", u"month"_s)));
  request.organization = id;
  request.planId = textOf(with, "plan");
  request.interval = interval;
  request.seats = static_cast<int>(number(with, "seats", 1));
  request.couponId = textOf(with, "coupon");
  if (with.contains("currency")) {
    TENANTRY_TRY(currency, Currency::parse(textOf(with, "currency")));
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

using Change = billing::ChangeRequest;

/// Previewed and confirmed as a person does it, so that each scenario also tells whether preview
/// and act are one.
Result<> changeSubscription(ScenarioWorld &world, const Change &request) {
  billing::SubscriptionChanges changes(world.session(), world.business());
  TENANTRY_TRY(seen, changes.preview(request));
  TENANTRY_CHECK(payments::changeSubscription(world.session(), world.business(), request,
                                              billing::SeenPicture::of(seen)));
  return {};
}

Result<Change> changeOf(ScenarioWorld &world, const Json &with, Change::Kind kind,
                        const QString &when) {
  Change request;
  TENANTRY_TRY(id, world.organization(with));
  request.organization = id;
  request.kind = kind;
  request.when = textOf(with, "when", when) == "now"_L1 ? subscriptions::When::Now
                                                        : subscriptions::When::PeriodEnd;
  if (with.contains("proration"))
    request.proration =
        business::fromWord<business::Proration>(textOf(with, "proration").toStdString());
  return request;
}

Result<> cancelSubscription(ScenarioWorld &world, const Json &with) {
  TENANTRY_TRY(request, changeOf(world, with, Change::Kind::Cancel, u"period_end"_s));
  request.credit = with.value("credit", false);
  return changeSubscription(world, request);
}

Result<> changePlan(ScenarioWorld &world, const Json &with) {
  TENANTRY_TRY(request, changeOf(world, with, Change::Kind::Alter, u"now"_s));
  request.planId = textOf(with, "plan");
  if (with.contains("interval")) {
    TENANTRY_TRY(interval, parseInterval(textOf(with, "interval")));
    request.interval = interval;
  }
  return changeSubscription(world, request);
}

Result<> changeSeats(ScenarioWorld &world, const Json &with) {
  TENANTRY_TRY(request, changeOf(world, with, Change::Kind::Alter, u"now"_s));
  request.seats = static_cast<int>(number(with, "seats"));
  return changeSubscription(world, request);
}

Result<> changeAddon(ScenarioWorld &world, const Json &with) {
  TENANTRY_TRY(request, changeOf(world, with, Change::Kind::Alter, u"now"_s));
  request.addonId = textOf(with, "addon");
  request.quantity = static_cast<int>(number(with, "quantity", 1));
  return changeSubscription(world, request);
}

Result<> changePrice(ScenarioWorld &world, const Json &with) {
  TENANTRY_TRY(request, changeOf(world, with, Change::Kind::Alter, u"now"_s));
  request.price.emplace();
  if (with.contains("price"))
    request.price->minor = number(with, "price");
  return changeSubscription(world, request);
}

Result<> changeCurrency(ScenarioWorld &world, const Json &with) {
  TENANTRY_TRY(request, changeOf(world, with, Change::Kind::Alter, u"period_end"_s));
  TENANTRY_TRY(currency, Currency::parse(textOf(with, "currency")));
  request.currency = currency;
  request.planId = textOf(with, "plan");
  return changeSubscription(world, request);
}

template <Change::Kind kind> Result<> standOrGoOn(ScenarioWorld &world, const Json &with) {
  TENANTRY_TRY(request, changeOf(world, with, kind, u"now"_s));
  return changeSubscription(world, request);
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

Result<> addMember(ScenarioWorld &world, const Json &with) {
  organizations::NewMember member;
  TENANTRY_TRY(id, world.organization(with));
  member.organization = id;
  member.email = textOf(with, "email");
  member.givenName = textOf(with, "given_name");
  member.familyName = textOf(with, "family_name");
  member.role = textOf(with, "role");
  if (with.contains("permissions"))
    member.permissions = with.at("permissions").get<std::vector<QString>>();
  if (with.contains("expires"))
    member.expiresAt = with.at("expires").get<Instant>();
  TENANTRY_CHECK(organizations::MemberService(world.session(), world.business()).addMember(member));
  return {};
}

Result<> removeMember(ScenarioWorld &world, const Json &with) {
  TENANTRY_TRY(id, world.organization(with));
  return organizations::MemberService(world.session(), world.business())
      .removeMember(id, std::nullopt, textOf(with, "email"));
}

payments::PaymentService paymentService(ScenarioWorld &world) {
  return {world.session(), world.business(), world.gateway()};
}

Result<> setPaymentMethod(ScenarioWorld &world, const Json &with) {
  TENANTRY_TRY(id, world.organization(with));
  const auto behaviour = textOf(with, "behaviour");
  TENANTRY_CHECK(gateways::SimulatorGateway::checkBehaviour(behaviour));
  return paymentService(world).setMethod(id, u"simulated card"_s, behaviour);
}

Result<> receivePayment(ScenarioWorld &world, const Json &with) {
  TENANTRY_TRY(id, world.organization(with));
  TENANTRY_TRY(invoice, world.invoice(id, number(with, "nth", 1)));
  return paymentService(world).receiveTransfer(id, invoice.id, number(with, "amount"),
                                               u"transfer"_s);
}

/// Previewed and confirmed as a person does it.
Result<> refundPayment(ScenarioWorld &world, const Json &with) {
  TENANTRY_TRY(id, world.organization(with));
  TENANTRY_TRY(invoice, world.invoice(id, number(with, "nth", 1)));
  payments::Refunds refunds(world.session(), world.business());
  const payments::RefundRequest request{id, invoice.id, number(with, "amount"),
                                        textOf(with, "reason")};
  TENANTRY_TRY(seen, refunds.preview(request));
  TENANTRY_CHECK(refunds.act(request, seen.digest()));
  return {};
}

Result<> finalizeInvoice(ScenarioWorld &world, const Json &with) {
  TENANTRY_TRY(id, world.organization(with));
  TENANTRY_TRY(invoice, world.invoice(id, number(with, "nth", 1)));
  TENANTRY_CHECK(
      billing::BillingService(world.session(), world.business()).finalize(id, {invoice.id}));
  return {};
}

Result<> voidInvoice(ScenarioWorld &world, const Json &with) {
  TENANTRY_TRY(id, world.organization(with));
  TENANTRY_TRY(invoice, world.invoice(id, number(with, "nth", 1)));
  return payments::voidInvoice(world.session(), world.business(), id, invoice.id);
}

Result<> issueInvoiceAgain(ScenarioWorld &world, const Json &with) {
  TENANTRY_TRY(id, world.organization(with));
  TENANTRY_TRY(invoice, world.invoice(id, number(with, "nth", 1)));
  TENANTRY_CHECK(billing::IssueAgain(world.session(), world.business()).act({id, invoice.id}));
  return {};
}

Result<> creditInvoice(ScenarioWorld &world, const Json &with) {
  TENANTRY_TRY(id, world.organization(with));
  TENANTRY_TRY(invoice, world.invoice(id, number(with, "nth", 1)));
  TENANTRY_CHECK(payments::Credits(world.session(), world.business())
                     .act({id, invoice.id, number(with, "amount"), textOf(with, "reason")}));
  return {};
}

Result<> adjustBalance(ScenarioWorld &world, const Json &with) {
  TENANTRY_TRY(id, world.organization(with));
  TENANTRY_TRY(organization, organizations::OrganizationService(world.session()).find(id));
  return payments::adjustBalance(world.session(), world.business(), id,
                                 Money(number(with, "amount"), organization.currency),
                                 textOf(with, "reason"));
}

Result<> applyCoupon(ScenarioWorld &world, const Json &with) {
  TENANTRY_TRY(id, world.organization(with));
  return subscriptions::redeem(world.session(), world.business(), id, textOf(with, "coupon"));
}

Result<> endCoupon(ScenarioWorld &world, const Json &with) {
  TENANTRY_TRY(request, changeOf(world, with, Change::Kind::EndCoupon, u"now"_s));
  request.couponId = textOf(with, "coupon");
  return changeSubscription(world, request);
}

Result<> writeOffInvoice(ScenarioWorld &world, const Json &with) {
  TENANTRY_TRY(id, world.organization(with));
  TENANTRY_TRY(invoice, world.invoice(id, number(with, "nth", 1)));
  return billing::BillingService(world.session(), world.business()).writeOff(id, invoice.id);
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
             .reactivate(id, textOf(with, "reason"));
       }},
      {u"organization.close"_s,
       [](ScenarioWorld &world, const Json &with) {
         return moveOrganization(world, with, Status::Closed);
       }},
      {u"member.add"_s, addMember},
      {u"member.remove"_s, removeMember},
      {u"subscription.start"_s, startSubscription},
      {u"subscription.cancel"_s, cancelSubscription},
      {u"subscription.change_plan"_s, changePlan},
      {u"subscription.change_seats"_s, changeSeats},
      {u"subscription.change_addon"_s, changeAddon},
      {u"subscription.change_price"_s, changePrice},
      {u"subscription.change_currency"_s, changeCurrency},
      {u"subscription.pause"_s, standOrGoOn<Change::Kind::Pause>},
      {u"subscription.resume"_s, standOrGoOn<Change::Kind::Resume>},
      {u"subscription.unschedule"_s, unscheduleSubscription},
      {u"subscription.auto_renew"_s, setAutoRenew},
      {u"usage.record"_s, recordUsage},
      {u"usage.correct"_s, correctUsage},
      {u"usage.reserve"_s, reserveUsage},
      {u"usage.commit"_s, commitUsage},
      {u"usage.release"_s, releaseUsage},
      {u"payment_method.set"_s, setPaymentMethod},
      {u"payment.receive"_s, receivePayment},
      {u"payment.refund"_s, refundPayment},
      {u"invoice.finalize"_s, finalizeInvoice},
      {u"invoice.credit"_s, creditInvoice},
      {u"invoice.void"_s, voidInvoice},
      {u"invoice.issue_again"_s, issueInvoiceAgain},
      {u"invoice.write_off"_s, writeOffInvoice},
      {u"balance.adjust"_s, adjustBalance},
      {u"coupon.apply"_s, applyCoupon},
      {u"coupon.end"_s, endCoupon},
  };
  return table;
}

} // namespace tenantry::scenarios
