// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/values.h"
#include "services/gateways/simulator.h"
#include "services/scenarios/house.h"
#include "services/scenarios/scenario.h"
#include <map>

namespace tenantry::scenarios {

/// The house in which one scenario happens: a database of its own, a clock that it moves, the very
/// services of the console and the daemon, and their workers.
class ScenarioWorld {
public:
  /// Payment providers: the simulator alone where none are given.
  ScenarioWorld(store::Database &database, VirtualClock &clock,
                const payments::GatewayFactory &gateways = {});

  /// Applies the scenario's business. Call it first.
  [[nodiscard]] Result<> open(const Scenario &scenario);
  /// Lets everything due up to then happen, as the workers would.
  [[nodiscard]] Result<> runUntil(Instant at);
  [[nodiscard]] Result<> perform(const Step &step);
  /// What is true of the subject of an expectation: every key that it may give.
  [[nodiscard]] Result<Json> observe(const Expectation &expectation);
  /// The lines of the invoice that an expectation is about.
  [[nodiscard]] Result<Json> observeLines(const Expectation &expectation);
  /// What must hold after every step; each difference in a sentence.
  [[nodiscard]] Result<QStringList> brokenInvariants();
  /// The audit chain, at the end.
  [[nodiscard]] Result<QStringList> brokenAudit();
  /// What a refused step must leave as it is: how many events, audited changes and usage events
  /// there are.
  [[nodiscard]] Result<Json> fingerprint();
  /// Events, invoices with lines, ledger, subscriptions and mails, for the report.
  [[nodiscard]] Result<Json> finalState();

  [[nodiscard]] store::Session &session() { return m_session; }
  [[nodiscard]] business::AppliedBusiness &business() { return m_business; }
  [[nodiscard]] gateways::SimulatorGateway &gateway() { return m_gateway; }

  /// Error `organization.not_found` for a name that no step has made.
  [[nodiscard]] Result<OrganizationId> organization(const Json &with) const;
  void remember(const QString &ref, const OrganizationId &id) { m_organizations[ref] = id; }
  /// Whose the reservation of that name is. Error `quota.not_held` where none was granted.
  [[nodiscard]] Result<OrganizationId> reservedBy(const Json &with) const;
  void rememberReservation(const QString &ref, const OrganizationId &id) {
    m_reservations[ref] = id;
  }
  /// The nth invoice of an organization, from 1. Error `invoice.not_found`.
  [[nodiscard]] Result<billing::Invoice> invoice(const OrganizationId &organization,
                                                 std::int64_t nth);

private:
  [[nodiscard]] Result<> change(const business::Business &business);
  VirtualClock &m_clock;
  store::Session m_session;
  business::AppliedBusiness m_business;
  gateways::SimulatorGateway m_gateway;
  jobs::HandlerRegistry m_registry;
  std::vector<jobs::Consumer> m_consumers;
  std::map<QString, OrganizationId> m_organizations;
  std::map<QString, OrganizationId> m_reservations;
};

} // namespace tenantry::scenarios
