// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/business/json_business.h"
#include "services/business/json_catalog.h"
#include "services/business/mail_templates.h"

using namespace Qt::StringLiterals;

namespace tenantry::business::stored {
// Static and not in a namespace of their own: that would hide the overloads for the plain values.

static Json of(const Issuer &issuer) {
  return {{"legal_name", of(issuer.legalName)},
          {"country", of(issuer.country)},
          {"vat_id", of(issuer.vatId)},
          {"address", of(issuer.address)}};
}

static void get(const Json &json, Issuer &issuer) {
  get(json.at("legal_name"), issuer.legalName);
  get(json.at("country"), issuer.country);
  get(json.at("vat_id"), issuer.vatId);
  get(json.at("address"), issuer.address);
}

static Json approvalsOf(const InvoicePolicy &policy) {
  Json json = Json::object();
  for (const auto &[currency, above] : policy.approvalAbove)
    json[currency.code().toStdString()] = above;
  return json;
}

/// The database reads `approval_above` too: see approval_above(text).
static Json of(const InvoicePolicy &policy) {
  Json json{{"number", of(policy.numberFormat)},
            {"credit_note", of(policy.creditNoteFormat)},
            {"due_days", policy.dueDays},
            {"proration", of(policy.proration)}};
  if (!policy.approvalAbove.empty())
    json["approval_above"] = approvalsOf(policy);
  return json;
}

static void get(const Json &json, InvoicePolicy &policy) {
  get(json.at("number"), policy.numberFormat);
  get(json.at("credit_note"), policy.creditNoteFormat);
  get(json.at("due_days"), policy.dueDays);
  get(json.at("proration"), policy.proration);
  const auto above = json.find("approval_above");
  if (above == json.end())
    return;
  for (const auto &[code, amount] : above->get_ref<const Json::object_t &>()) {
    Currency currency;
    get(Json(code), currency);
    policy.approvalAbove[currency] = amount.get<std::int64_t>();
  }
}

// One without a name is as it was before metrics had names: no version differs for that.
static Json of(const Metric &metric) {
  Json json{{"id", of(metric.id)},
            {"aggregation", of(metric.aggregation)},
            {"limit", of(metric.limit)},
            {"of", of(metric.of)},
            {"decimals", metric.decimals}};
  if (!metric.name.byLanguage.empty())
    json["name"] = of(metric.name);
  return json;
}

static void get(const Json &json, Metric &metric) {
  get(json.at("id"), metric.id);
  if (json.contains("name"))
    get(json.at("name"), metric.name);
  get(json.at("aggregation"), metric.aggregation);
  get(json.at("limit"), metric.limit);
  get(json.at("of"), metric.of);
  get(json.at("decimals"), metric.decimals);
}

static Json of(const TaxRate &rate) {
  return {{"country", of(rate.country)},
          {"region", of(rate.region)},
          {"percent", of(rate.percent)},
          {"inclusive", rate.inclusive},
          {"reverse_charge_with_vat_id", rate.reverseChargeWithVatId}};
}

static void get(const Json &json, TaxRate &rate) {
  get(json.at("country"), rate.country);
  get(json.at("region"), rate.region);
  get(json.at("percent"), rate.percent);
  get(json.at("inclusive"), rate.inclusive);
  get(json.at("reverse_charge_with_vat_id"), rate.reverseChargeWithVatId);
}

static Json of(const Dunning &dunning) {
  return {{"retry_after_days", dunning.retryAfterDays},
          {"suspend_after_days", dunning.suspendAfterDays},
          {"final", of(dunning.final)},
          {"final_invoice", of(dunning.finalInvoice)},
          {"final_after_days", dunning.finalAfterDays},
          {"hard", of(dunning.hard)},
          {"most_tries_in_30_days", dunning.mostTriesIn30Days}};
}

static void get(const Json &json, Dunning &dunning) {
  get(json.at("retry_after_days"), dunning.retryAfterDays);
  get(json.at("suspend_after_days"), dunning.suspendAfterDays);
  get(json.at("final"), dunning.final);
  get(json.at("final_invoice"), dunning.finalInvoice);
  get(json.at("final_after_days"), dunning.finalAfterDays);
  get(json.at("hard"), dunning.hard);
  if (const auto most = json.find("most_tries_in_30_days"); most != json.end())
    get(*most, dunning.mostTriesIn30Days); // older versions say nothing of it
}

static Json of(const Role &role) {
  return {{"id", of(role.id)}, {"permissions", of(role.permissions)}};
}

static void get(const Json &json, Role &role) {
  get(json.at("id"), role.id);
  get(json.at("permissions"), role.permissions);
}

static Json of(const CheckInMail &mail) {
  return {{"after_hours", mail.afterHours}, {"mail", of(mail.mailTemplate)}};
}

static void get(const Json &json, CheckInMail &mail) {
  get(json.at("after_hours"), mail.afterHours);
  get(json.at("mail"), mail.mailTemplate);
}

static Json of(const MailTemplate &mail) {
  Json json = Json::object();
  for (const auto &[language, words] : mail.byLanguage)
    json[language.toStdString()] = {{"subject", of(words.subject)}, {"text", of(words.text)}};
  return json;
}

template <typename T> static Json byId(const std::map<QString, T> &values) {
  Json json = Json::object();
  for (const auto &[id, value] : values)
    json[id.toStdString()] = of(value);
  return json;
}

template <typename T> static void getById(const Json &json, std::map<QString, T> &values) {
  for (const auto &[id, item] : json.get_ref<const Json::object_t &>())
    get(item, values[QString::fromStdString(id)]);
}

static Json of(const Onboarding &onboarding) {
  return {{"steps", of(onboarding.steps)},
          {"trial_plan", of(onboarding.trialPlan)},
          {"check_ins", list(onboarding.checkIns, of)}};
}

static void get(const Json &json, Onboarding &onboarding) {
  get(json.at("steps"), onboarding.steps);
  get(json.at("trial_plan"), onboarding.trialPlan);
  getList(json.at("check_ins"), onboarding.checkIns, get);
}

static void getMails(const Json &json, std::map<QString, MailTemplate> &mails) {
  for (const auto &[id, languages] : json.get_ref<const Json::object_t &>()) {
    MailTemplate &mail = mails[QString::fromStdString(id)];
    mail.id = QString::fromStdString(id);
    for (const auto &[language, words] : languages.get_ref<const Json::object_t &>()) {
      MailText &text = mail.byLanguage[QString::fromStdString(language)];
      get(words.at("subject"), text.subject);
      get(words.at("text"), text.text);
    }
  }
}

Json of(const Business &business) {
  return {{"name", of(business.name)},
          {"issuer", of(business.issuer)},
          {"invoice", of(business.invoice)},
          {"finalize", of(business.finalize)},
          {"usage_grace_hours", business.usageGraceHours},
          {"default_currency", of(business.defaultCurrency.code())},
          {"time_zone", of(business.timeZone)},
          {"usage_accept_days", business.usageAcceptDays},
          {"margin", of(business.margin)},
          {"metrics", byId(business.metrics)},
          {"plans", byId(business.plans)},
          {"addons", byId(business.addons)},
          {"coupons", byId(business.coupons)},
          {"tax_rates", list(business.taxRates, of)},
          {"dunning", of(business.dunning)},
          {"roles", byId(business.roles)},
          {"onboarding", of(business.onboarding)},
          {"mail", byId(business.mails)}};
}

void get(const Json &json, Business &business) {
  get(json.at("name"), business.name);
  get(json.at("issuer"), business.issuer);
  get(json.at("invoice"), business.invoice);
  get(json.at("finalize"), business.finalize);
  get(json.at("usage_grace_hours"), business.usageGraceHours);
  get(json.at("default_currency"), business.defaultCurrency);
  get(json.at("time_zone"), business.timeZone);
  get(json.at("usage_accept_days"), business.usageAcceptDays);
  get(json.at("margin"), business.margin);
  getById(json.at("metrics"), business.metrics);
  getById(json.at("plans"), business.plans);
  if (const auto addons = json.find("addons"); addons != json.end())
    getById(*addons, business.addons); // older versions have none
  getById(json.at("coupons"), business.coupons);
  getList(json.at("tax_rates"), business.taxRates, get);
  get(json.at("dunning"), business.dunning);
  getById(json.at("roles"), business.roles);
  get(json.at("onboarding"), business.onboarding);
  if (const auto mails = json.find("mail"); mails != json.end())
    getMails(*mails, business.mails);
  // What was applied before there was a mail has the one that is shipped, as a folder without it.
  business.mails.insert(shippedMails().begin(), shippedMails().end());
}

} // namespace tenantry::business::stored
