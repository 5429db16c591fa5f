// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/credit_notes.h"
#include "services/billing/service.h"
#include "services/payments/service.h"
#include "services/scenarios/scenario_metrics.h"
#include "services/scenarios/scenario_toml.h"
#include "services/scenarios/scenario_verbs.h"
#include "services/subscriptions/mrr.h"
#include "services/usage/service.h"

using namespace Qt::StringLiterals;

namespace tenantry::scenarios {

namespace {

Result<Json> observeInvoice(ScenarioWorld &world, const Json &given) {
  TENANTRY_TRY(id, world.organization(given));
  TENANTRY_TRY(invoice, world.invoice(id, given.value("nth", std::int64_t{1})));
  return Json{
      {"status", billing::toString(invoice.status)},
      {"total", invoice.total},
      {"tax", invoice.tax},
      {"amount_due", invoice.status == billing::InvoiceStatus::Void ? 0 : invoice.amountDue()},
      {"currency", invoice.currency.code()},
      {"issued", invoice.issuedOn ? Json(toIso(*invoice.issuedOn)) : Json()},
      {"due", invoice.dueOn ? Json(toIso(*invoice.dueOn)) : Json()},
      {"number", invoice.number}};
}

Result<Json> observeCreditNote(ScenarioWorld &world, const Json &given) {
  TENANTRY_TRY(id, world.organization(given));
  TENANTRY_TRY(notes, billing::creditNotesOf(world.session(), id));
  const auto nth = given.value("nth", std::int64_t{1});
  if (nth < 1 || nth > static_cast<std::int64_t>(notes.size()))
    return fail(
        u"invoice.not_found"_s,
        u"There is no credit note number %1 of this organization: it has %2."_s.arg(nth).arg(
            notes.size()));
  const auto &note = notes[static_cast<std::size_t>(nth - 1)];
  return Json{{"total", note.total}};
}

Result<Json> observeInvoices(ScenarioWorld &world, const Json &given) {
  TENANTRY_TRY(id, world.organization(given));
  TENANTRY_TRY(invoices,
               billing::BillingService(world.session(), world.business()).ofOrganization(id));
  const auto status = textOf(given, "status");
  const auto count =
      std::count_if(invoices.begin(), invoices.end(), [&](const billing::Invoice &invoice) {
        return status.isEmpty() || billing::toString(invoice.status) == status;
      });
  return Json{{"count", count}};
}

Result<Json> observeSubscription(ScenarioWorld &world, const Json &given) {
  TENANTRY_TRY(id, world.organization(given));
  TENANTRY_TRY(subscription,
               subscriptions::SubscriptionService(world.session(), world.business()).latest(id));
  return Json{{"status", subscriptions::toString(subscription.status)},
              {"plan", subscription.planId},
              {"interval", toString(subscription.interval)},
              {"seats", subscription.seats},
              {"currency", subscription.currency.code()},
              {"addons", subscriptions::quantitiesOf(subscription.items)},
              {"period_from", toIso(subscription.period.from)},
              {"period_to", toIso(subscription.period.to)},
              {"mrr", subscriptions::mrrMinor(subscription.mrrTwelfths)}};
}

Result<Json> observeBalance(ScenarioWorld &world, const Json &given) {
  TENANTRY_TRY(id, world.organization(given));
  TENANTRY_TRY(balances, billing::BillingService(world.session(), world.business()).balance(id));
  std::int64_t sum = 0;
  const auto wanted = textOf(given, "currency");
  for (const auto &[currency, amount] : balances)
    if (wanted.isEmpty() || currency.code() == wanted)
      sum = checkedAdd(sum, amount);
  return Json{{"amount", sum}};
}

Result<Json> observeLedger(ScenarioWorld &world, const Json &given) {
  TENANTRY_TRY(id, world.organization(given));
  TENANTRY_TRY(accounts, billing::BillingService(world.session(), world.business()).ledger(id));
  std::int64_t sum = 0;
  for (const auto &[currency, amount] : accounts[textOf(given, "account")])
    sum = checkedAdd(sum, amount);
  return Json{{"balance", sum}};
}

Result<Json> observePayments(ScenarioWorld &world, const Json &given) {
  TENANTRY_TRY(id, world.organization(given));
  payments::PaymentService service(world.session(), world.business(), world.gateway());
  TENANTRY_TRY(attempts, service.attempts(id));
  const auto status = textOf(given, "status");
  const auto count =
      std::count_if(attempts.begin(), attempts.end(), [&](const payments::Attempt &attempt) {
        return status.isEmpty() || payments::toString(attempt.status) == status;
      });
  return Json{{"count", count}};
}

Json inUnits(std::int64_t smallest, int decimals) {
  Rational units(smallest);
  for (int i = 0; i < decimals; ++i)
    units /= 10;
  return quantityJson(units);
}

Result<Json> observeQuota(ScenarioWorld &world, const Json &given) {
  TENANTRY_TRY(id, world.organization(given));
  TENANTRY_TRY(
      quota,
      usage::UsageService(world.session(), world.business()).quota(id, textOf(given, "metric")));
  TENANTRY_TRY(applied, world.business().current(world.session()));
  const auto decimals = applied->business.metrics.at(quota.metric).decimals;
  const auto limit = quota.limit.value_or(business::unlimited);
  return Json{{"used", inUnits(quota.used, decimals)},
              {"limit", limit < 0 ? Json(limit) : inUnits(limit, decimals)},
              {"allowed", quota.allows(1)}};
}

/// The limits and what granted each; of features, which there are and what granted them.
Result<Json> observeEntitlements(ScenarioWorld &world, const Json &given) {
  TENANTRY_TRY(id, world.organization(given));
  TENANTRY_TRY(held, organizations::OrganizationService(world.session()).entitlements(id));
  Json seen{
      {"limits", Json::object()}, {"granted_by", Json::object()}, {"features", Json::object()}};
  for (const auto &[metric, limit] : held.limits) {
    seen["limits"][metric.toStdString()] = limit.value;
    seen["granted_by"][metric.toStdString()] = limit.grantedBy;
  }
  for (const auto &[feature, grantedBy] : held.features)
    seen["features"][feature.toStdString()] = grantedBy;
  return seen;
}

Result<Json> observeEvents(ScenarioWorld &world, const Json &given) {
  TENANTRY_TRY(id, world.organization(given));
  TENANTRY_TRY(
      count, world.session().database.one<std::int64_t>(
                 "scenario_event_count", {{"organization", id}, {"type", textOf(given, "type")}}));
  return Json{{"count", std::get<0>(*count)}};
}

Result<Json> observeMail(ScenarioWorld &world, const Json &given) {
  TENANTRY_TRY(id, world.organization(given));
  TENANTRY_TRY(count, world.session().database.one<std::int64_t>(
                          "scenario_mail_count",
                          {{"organization", id}, {"template", textOf(given, "template")}}));
  return Json{{"count", std::get<0>(*count)}};
}

Result<Json> observeOrganization(ScenarioWorld &world, const Json &given) {
  TENANTRY_TRY(id, world.organization(given));
  TENANTRY_TRY(organization, organizations::OrganizationService(world.session()).find(id));
  Json seen{{"status", organizations::toString(organization.status)}};
  const auto latest =
      subscriptions::SubscriptionService(world.session(), world.business()).latest(id);
  seen["plan"] = latest ? Json(latest->planId) : Json();
  return seen;
}

} // namespace

const std::map<QString, Observer> &observers() {
  static const std::map<QString, Observer> table{
      {u"invoice"_s, observeInvoice},
      {u"credit_note"_s, observeCreditNote},
      {u"invoices"_s, observeInvoices},
      {u"subscription"_s, observeSubscription},
      {u"balance"_s, observeBalance},
      {u"ledger"_s, observeLedger},
      {u"payments"_s, observePayments},
      {u"quota"_s, observeQuota},
      {u"entitlements"_s, observeEntitlements},
      {u"events"_s, observeEvents},
      {u"organization"_s, observeOrganization},
      {u"mail"_s, observeMail},
      {u"metric"_s, observeMetric},
  };
  return table;
}

} // namespace tenantry::scenarios
