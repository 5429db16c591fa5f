// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/business/apply.h"
#include "services/business/loader.h"
#include "services/jobs/run_due.h"
#include "services/organizations/service.h"
#include "services/payments/service.h"
#include "services/scenarios/house.h"
#include "services/subscriptions/service.h"
#include "tests/app/worked_book.h"

namespace tenantry::tests {

/// A book of customers who have paid their first month, more than a month ago: a renewal, its
/// invoice and its payment are due for each. Made once; tests work on copies.
class DueBook {
public:
  static constexpr int customers = 8;
  static constexpr std::chrono::days age{35};

  DueBook() {
    WorkedBook book(m_database.name(), WorkedBook::Afterwards::Keep);
    VirtualClock clock(SystemClock().now() - age);
    store::Session session{book.session().database, clock, u"tests"_s};
    store::Session owner{book.owner(), clock, u"tests"_s};
    expect(business::BusinessApply(owner).apply(*business::Source::shipped().load(), u"tests"_s));
    for (int number = 0; number < customers; ++number)
      addCustomer(session, number);
    jobs::HandlerRegistry registry;
    scenarios::registerHouse(registry);
    expect(jobs::runDueUntil(session, registry, scenarios::houseConsumers(), clock,
                             clock.now() + std::chrono::seconds(1)));
  }

  /// A database of its own with the same content.
  [[nodiscard]] std::unique_ptr<WorkedBook> copy(const QString &name) const {
    const auto whole = m_database.name() + u'_' + name;
    onServer(u"create database %1 template %2"_s.arg(whole, m_database.name()));
    return std::make_unique<WorkedBook>(whole, WorkedBook::Afterwards::Drop);
  }

private:
  static void addCustomer(store::Session &session, int number) {
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
  }

  TestDatabase m_database;
};

} // namespace tenantry::tests
