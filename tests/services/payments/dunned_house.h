// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/jobs/run_due.h"
#include "services/payments/dunning_acts.h"
#include "services/payments/dunning_board.h"
#include "services/scenarios/house.h"
#include "tests/services/payments/debt.h"

namespace tenantry::tests {

using std::chrono::days;
using std::chrono::hours;

inline const QString soft = u"declines:insufficient_funds"_s, hard = u"declines:lost_card"_s;

inline LocalDay dayAfterStart(int count) {
  return Zone().dayOf(BillingHouse::start()) + days(count);
}

/// Customers who do not pay, whose days pass with everybody at work.
struct DunnedHouse : BillingHouse {
  DunnedHouse() {
    scenarios::registerHouse(registry, {.gateways = {},
                                        .sealEvery = hours(24 * 30),
                                        .tickEvery = hours(24),
                                        .sweepEvery = hours(24)});
  }
  /// One that is subscribed now, with a payment method of that behaviour.
  InvoiceKey owes(const QString &behaviour, const QString &currency = u"USD"_s) {
    const auto customer = organization(u"US"_s, u"UTC"_s, currency);
    if (!behaviour.isEmpty())
      setMethod(customer, behaviour);
    subscribe(customer);
    live(0);
    return {customer, expect(worker.invoices().ofOrganization(customer)).back().id};
  }
  void setMethod(const OrganizationId &customer, const QString &behaviour) {
    SimulatorGateway gateway(worker.session);
    expect(PaymentService(worker.session, worker.business, gateway)
               .setMethod(customer, u"Card"_s, behaviour));
  }
  /// Until an hour after that many days.
  void live(int count) {
    expect(jobs::runDueUntil(worker.session, registry, scenarios::houseConsumers(), clock,
                             start() + days(count) + hours(1)));
  }
  DunningBoard board() { return {worker.session, worker.business}; }
  DunningActs acts() { return {worker.session, worker.business}; }
  std::vector<DunningRow> rows(const DunningQuery &query = {}) {
    return expect(board().page(query)).rows;
  }
  /// "retrying 1/4 retry +3": step, tries, next act and in how many whole days of the start it is.
  QString standing(const InvoiceKey &key) {
    for (const auto &row : rows())
      if (row.id == key.invoice)
        return u"%1 %2/%3 %4%5"_s.arg(toString(row.step), QString::number(row.tries),
                                      QString::number(row.mostTries), toString(row.act),
                                      row.actAt ? u" +%1"_s.arg((*row.actAt - start()) / days(1))
                                                : QString());
    return {};
  }
  std::int64_t told(const QByteArray &type) {
    return number("select count(*) from event where type = '" + type + "'");
  }
  std::size_t tries(const InvoiceKey &key) {
    SimulatorGateway gateway(worker.session);
    return expect(
               PaymentService(worker.session, worker.business, gateway).attempts(key.organization))
        .size();
  }

  jobs::HandlerRegistry registry;
};

} // namespace tenantry::tests
