// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/scenarios/scenario_world.h"

#include "services/audit/sealer.h"
#include "services/audit/verifier.h"
#include "services/billing/billing_jobs.h"
#include "services/billing/business_refusals.h"
#include "services/billing/proration.h"
#include "services/billing/service.h"
#include "services/business/apply.h"
#include "services/jobs/run_due.h"
#include "services/scenarios/doctor.h"
#include "services/scenarios/scenario_toml.h"
#include "services/scenarios/scenario_verbs.h"
#include "services/subscriptions/business_effect.h"

using namespace Qt::StringLiterals;

namespace tenantry::scenarios {

QString textOf(const Json &table, const char *key, const QString &otherwise) {
  const auto found = table.find(key);
  return found == table.end() ? otherwise : found->get<QString>();
}

namespace {
/// Whole years pass in a scenario: what comes round by the minute elsewhere would be all it does.
constexpr std::chrono::hours rarely{24 * 30};

Json toJson(const billing::StoredLine &line) {
  Json seen{{"kind", line.kind},
            {"amount", line.amount},
            {"metric", line.metric},
            {"quantity", line.quantity}};
  if (const auto quantity = parseDecimal(line.quantity))
    seen["quantity"] = quantityJson(*quantity);
  seen["from"] = line.fromDay ? Json(toIso(*line.fromDay)) : Json();
  seen["to"] = line.toDay ? Json(toIso(*line.toDay)) : Json();
  if (const auto at = billing::instantsOf(line.detail)) {
    seen["from_at"] = toIso(at->from);
    seen["to_at"] = toIso(at->to);
  }
  return seen;
}

} // namespace

ScenarioWorld::ScenarioWorld(store::Database &database, VirtualClock &clock,
                             const payments::GatewayFactory &gateways)
    : m_clock(clock), m_session{database, clock, u"scenario"_s}, m_gateway(m_session),
      m_consumers(houseConsumers()) {
  registerHouse(
      m_registry,
      {.gateways = gateways, .sealEvery = rarely, .tickEvery = rarely, .sweepEvery = rarely});
}

Result<> ScenarioWorld::open(const Scenario &scenario) {
  TENANTRY_CHECK(business::BusinessApply(m_session).apply(scenario.business, u"scenario"_s));
  return {};
}

Result<> ScenarioWorld::runUntil(Instant at) {
  TENANTRY_CHECK(jobs::runDueUntil(m_session, m_registry, m_consumers, m_clock, at));
  return {};
}

Result<> ScenarioWorld::perform(const Step &step) {
  if (step.business)
    return change(*step.business);
  TENANTRY_CHECK(verbs().at(step.verb)(*this, step.with));
  return billing::wakeWhenNextIsDue(m_session, m_clock.now()); // ticks are rare
}

Result<> ScenarioWorld::change(const business::Business &business) {
  TENANTRY_CHECK(
      subscriptions::applyBusiness(m_session, business, u"scenario"_s, billing::businessRefusals));
  return {};
}

Result<Json> ScenarioWorld::fingerprint() {
  TENANTRY_TRY(row, (m_session.database.one<std::int64_t, std::int64_t, std::int64_t>(
                        "scenario_fingerprint")));
  const auto &[events, audited, usage] = *row;
  return Json{{"events", events}, {"audited", audited}, {"usage", usage}};
}

Result<Json> ScenarioWorld::observe(const Expectation &expectation) {
  return observers().at(expectation.subject)(*this, expectation.given);
}

Result<Json> ScenarioWorld::observeLines(const Expectation &expectation) {
  TENANTRY_TRY(id, organization(expectation.given));
  TENANTRY_TRY(found, invoice(id, expectation.given.value("nth", std::int64_t{1})));
  TENANTRY_TRY(lines, billing::BillingService(m_session, m_business).lines(id, found.id));
  Json seen = Json::array();
  for (const auto &line : lines)
    seen.push_back(toJson(line));
  return seen;
}

Result<QStringList> ScenarioWorld::brokenInvariants() {
  TENANTRY_TRY(report, examine(m_session, m_business));
  QStringList broken;
  for (const auto &check : report.checks)
    for (const auto &difference : check.differences)
      broken.push_back(difference.toString());
  return broken;
}

Result<QStringList> ScenarioWorld::brokenAudit() {
  TENANTRY_CHECK(audit::seal(m_session));
  TENANTRY_TRY(report, audit::verify(m_session));
  QStringList broken;
  for (const auto &difference : report.differences)
    broken.push_back(difference.toString());
  return broken;
}

Result<Json> ScenarioWorld::finalState() {
  Json state{{"events", Json::array()}, {"organizations", Json::array()}};
  TENANTRY_TRY(events, m_session.database.query("scenario_events"));
  for (const auto row : events)
    state["events"].push_back({{"organization", row.get<QString>(0)},
                               {"sequence", row.get<std::int64_t>(1)},
                               {"type", row.get<QString>(2)},
                               {"occurred_at", toIso(row.get<Instant>(3))},
                               {"payload", row.get<Json>(5)}});
  billing::BillingService billing(m_session, m_business);
  for (const auto &[ref, id] : m_organizations) {
    Json organization{{"ref", ref}, {"invoices", Json::array()}, {"ledger", Json::object()}};
    TENANTRY_TRY(invoices, billing.ofOrganization(id));
    for (std::size_t nth = 1; nth <= invoices.size(); ++nth) {
      const Expectation about{{}, u"invoice"_s, {{"organization", ref}, {"nth", nth}}, {}, {}};
      TENANTRY_TRY(seen, observe(about));
      TENANTRY_TRY(lines, observeLines(about));
      seen["lines"] = lines;
      organization["invoices"].push_back(seen);
    }
    TENANTRY_TRY(ledger, billing.ledger(id));
    for (const auto &[account, amounts] : ledger)
      for (const auto &[currency, amount] : amounts)
        organization["ledger"][account.toStdString()][currency.code().toStdString()] = amount;
    TENANTRY_TRY(mails, m_session.database.query("scenario_mails", {{"organization", id}}));
    organization["mails"] = Json::array();
    for (const auto row : mails)
      organization["mails"].push_back({{"template", row.get<QString>(0)},
                                       {"recipient", row.get<QString>(1)},
                                       {"language", row.get<QString>(2)},
                                       {"subject", row.get<QString>(3)},
                                       {"state", row.get<QString>(4)},
                                       {"created_at", toIso(row.get<Instant>(5))}});
    if (auto subscription = observe({{}, u"subscription"_s, {{"organization", ref}}, {}, {}}))
      organization["subscription"] = *subscription;
    state["organizations"].push_back(organization);
  }
  return state;
}

Result<OrganizationId> ScenarioWorld::organization(const Json &with) const {
  const auto ref = QString::fromStdString(with.value("organization", std::string()));
  const auto found = m_organizations.find(ref);
  if (found == m_organizations.end())
    return fail(u"organization.not_found"_s,
                u"No step has created an organization “%1”."_s.arg(ref));
  return found->second;
}

Result<OrganizationId> ScenarioWorld::reservedBy(const Json &with) const {
  const auto ref = textOf(with, "ref");
  const auto found = m_reservations.find(ref);
  if (found == m_reservations.end())
    return fail(u"quota.not_held"_s, u"No step has reserved “%1”."_s.arg(ref));
  return found->second;
}

Result<billing::Invoice> ScenarioWorld::invoice(const OrganizationId &organization,
                                                std::int64_t nth) {
  TENANTRY_TRY(invoices,
               billing::BillingService(m_session, m_business).ofOrganization(organization));
  if (nth < 1 || nth > static_cast<std::int64_t>(invoices.size()))
    return fail(u"invoice.not_found"_s,
                u"There is no invoice number %1 of this organization: it has %2."_s.arg(nth).arg(
                    invoices.size()));
  return invoices[static_cast<std::size_t>(nth - 1)];
}

} // namespace tenantry::scenarios
