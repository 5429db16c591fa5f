// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/business/apply.h"
#include "services/business/loader.h"
#include "services/jobs/run_due.h"
#include "services/organizations/service.h"
#include "services/payments/refunds.h"
#include "services/payments/service.h"
#include "services/scenarios/house.h"
#include "services/subscriptions/service.h"
#include "tests/app/worked_book.h"

namespace tenantry::tests {

/// A book of customers who have paid their first month, more than a month ago: a renewal, its
/// invoice and its payment are due for each, and a refund for one. Made once; tests work on copies.
class DueBook {
public:
  static constexpr int customers = 8;
  static constexpr std::int64_t refunded = 1'000;
  static constexpr std::chrono::days age{35};

  DueBook() {
    WorkedBook book(m_database.name(), WorkedBook::Afterwards::Keep);
    VirtualClock clock(SystemClock().now() - age);
    store::Session session{book.session().database, clock, u"tests"_s};
    store::Session owner{book.owner(), clock, u"tests"_s};
    expect(business::BusinessApply(owner).apply(*business::Source::shipped().load(), u"tests"_s));
    std::vector<OrganizationId> paying;
    for (int number = 0; number < customers; ++number)
      paying.push_back(addCustomer(session, number));
    jobs::HandlerRegistry registry;
    scenarios::registerHouse(registry);
    expect(jobs::runDueUntil(session, registry, scenarios::houseConsumers(), clock,
                             clock.now() + std::chrono::seconds(1)));
    giveBack(session, paying.front());
  }

  /// A database of its own with the same content.
  [[nodiscard]] std::unique_ptr<WorkedBook> copy(const QString &name) const {
    const auto whole = m_database.name() + u'_' + name;
    onServer(u"create database %1 template %2"_s.arg(whole, m_database.name()));
    return std::make_unique<WorkedBook>(whole, WorkedBook::Afterwards::Drop);
  }

private:
  static OrganizationId addCustomer(store::Session &session, int number) {
    business::AppliedBusiness business;
    const auto gateway = scenarios::simulatorGateways()(session);
    organizations::Organization draft;
    draft.name = u"Customer %1"_s.arg(number);
    draft.email = u"billing@customer%1.example"_s.arg(number);
    draft.addressCountry = u"US"_s;
    draft.currency = Currency::parse(u"USD"_s).value();
    const auto id = expect(organizations::OrganizationService(session).create(draft));
    expect(payments::PaymentService(session, business, *gateway)
               .setMethod(id, u"Card"_s, u"succeeds"_s));
    subscriptions::StartRequest request;
    request.organization = id;
    request.planId = u"starter"_s;
    expect(subscriptions::SubscriptionService(session, business).start(request));
    return id;
  }

  /// A part of the first month: the provider is still to be asked for it.
  static void giveBack(store::Session &session, const OrganizationId &organization) {
    business::AppliedBusiness business;
    const auto invoices =
        expect(billing::BillingService(session, business).ofOrganization(organization));
    expect(payments::Refunds(session, business)
               .act({organization, invoices.front().id, refunded, u"goodwill"_s}));
  }

  TestDatabase m_database;
};

} // namespace tenantry::tests
