// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/gateways/simulator.h"
#include "services/payments/service.h"
#include "tests/services/billing/billing_house.h"

namespace tenantry::tests {

using namespace payments;
using gateways::ChargeAnswer;
using gateways::ChargeOutcome;
using gateways::ChargeRequest;
using gateways::SimulatorGateway;

inline constexpr std::int64_t fee = 19'900;

/// The simulator behind a wire that can break before or after the provider has heard of a charge.
class Wire final : public gateways::PaymentGateway {
public:
  enum class State { Whole, KilledBefore, KilledAfter, Dead };
  struct Killed {};

  explicit Wire(store::Session &session, State state = State::Whole)
      : m_simulator(session), m_state(state) {}

  bool serves(const QString &provider) const override { return m_simulator.serves(provider); }
  ChargeAnswer charge(const ChargeRequest &request) override {
    ++charges;
    if (m_state == State::Dead)
      return {};
    if (m_state == State::KilledBefore)
      throw Killed();
    auto answer = m_simulator.charge(request);
    if (m_state == State::KilledAfter)
      throw Killed();
    return answer;
  }
  ChargeAnswer inquire(const ChargeRequest &request) override {
    ++inquiries;
    return m_state == State::Dead ? ChargeAnswer{} : m_simulator.inquire(request);
  }

  ChargeAnswer refund(const gateways::RefundRequest &request) override {
    ++refunds;
    if (m_state == State::Dead)
      return {};
    if (m_state == State::KilledBefore)
      throw Killed();
    auto answer = m_simulator.refund(request);
    if (m_state == State::KilledAfter)
      throw Killed();
    return answer;
  }
  ChargeAnswer inquireRefund(const gateways::RefundRequest &request) override {
    return m_state == State::Dead ? ChargeAnswer{} : m_simulator.inquireRefund(request);
  }

  int refunds = 0;
  int charges = 0;
  int inquiries = 0;

private:
  SimulatorGateway m_simulator;
  State m_state;
};

/// An organization with one open invoice of the fee, and a payment method of that behaviour.
struct Debt : BillingHouse {
  explicit Debt(const QString &behaviour = {}) {
    customer = organization();
    subscribe(customer);
    runAll();
    invoice = latest().id;
    if (!behaviour.isEmpty())
      expect(service().setMethod(customer, u"Card"_s, behaviour));
  }
  PaymentService service() { return {worker.session, worker.business, wire}; }
  PaymentService serviceOver(Wire &other) { return {worker.session, worker.business, other}; }
  billing::Invoice latest() { return expect(worker.invoices().ofOrganization(customer)).back(); }
  std::vector<Attempt> attempts() { return expect(service().attempts(customer)); }
  std::int64_t balance() {
    const auto all = expect(worker.invoices().balance(customer));
    return all.empty() ? 0 : all.begin()->second;
  }
  std::int64_t told(const QByteArray &type) {
    return number("select count(*) from event where type = '" + type + "'");
  }

  OrganizationId customer;
  InvoiceId invoice;
  Wire wire{worker.session};
};

} // namespace tenantry::tests
