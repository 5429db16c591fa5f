// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/scenarios/demo_book.h"

#include "services/audit/sealer.h"
#include "services/billing/service.h"
#include "services/core/crash_point.h"
#include "services/core/log.h"
#include "services/gateways/simulator.h"
#include "services/organizations/service.h"
#include "services/payments/bank_book.h"
#include "services/payments/service.h"
#include "services/scenarios/demo_bank.h"
#include "services/scenarios/demo_usage.h"
#include "services/scenarios/demo_worker.h"
#include "services/subscriptions/service.h"
#include "services/usage/service.h"

using namespace Qt::StringLiterals;

namespace tenantry::scenarios {

namespace {

using std::chrono::days;

constexpr int mostMonths = 120;
constexpr int mostOrganizations = 1'000'000;
constexpr days transferDelay{12};
constexpr days silence{65};

/// Something a company does at a moment.
struct Action {
  enum class Kind { Join, Break, Mend, Leave };
  Instant at{};
  std::size_t company = 0;
  Kind kind = Kind::Join;
};

Instant startOf(Instant end, int months) {
  return std::chrono::floor<days>(end) - days(static_cast<std::int64_t>(months) * 365 / 12);
}

class Filling {
public:
  Filling(store::Database &database, const DemoSize &size, Instant end)
      : m_size(size), m_start(startOf(end, size.months)), m_end(end),
        m_clock(m_start), m_session{database, m_clock, u"demo"_s}, m_gateway(m_session),
        m_payments(m_session, m_business, m_gateway), m_worker(m_session) {}

  Result<DemoReport> run(const DemoProgress &progress) {
    TENANTRY_CHECK(prepare());
    const auto total = static_cast<int>(std::chrono::ceil<days>(m_end - m_start).count());
    for (int day = 0; day < total; ++day) {
      const Instant from = m_start + days(day);
      TENANTRY_CHECK(live(day, from, std::min(from + days(1), m_end)));
      if (progress && !progress(day + 1, total))
        return fail(u"demo.cancelled"_s,
                    u"Filling the demo book was given up; nothing of it is there."_s);
    }
    TENANTRY_CHECK(leaveForTheDesk());
    TENANTRY_CHECK(sealAll());
    crashPoint("demo.before_commit");
    return m_report;
  }

private:
  Result<> prepare() {
    TENANTRY_TRY(organizations, m_session.database.query("figures_organizations"));
    if (!organizations.isEmpty())
      return fail(u"demo.not_empty"_s,
                  u"The book already has organizations. Fill an empty database instead."_s);
    TENANTRY_TRY(applied, m_business.current(m_session));
    if (applied->current.empty())
      return fail(
          u"business.not_applied"_s,
          u"No plan is on sale. Apply the business files first: “tenantryctl business apply DIR”."_s);
    m_applied = applied;
    m_companies = inventCompanies(m_size, *m_applied, m_start, m_end);
    for (std::size_t company = 0; company < m_companies.size(); ++company)
      plan(company);
    std::stable_sort(m_actions.begin(), m_actions.end(),
                     [](const Action &a, const Action &b) { return a.at < b.at; });
    return {};
  }

  void plan(std::size_t number) {
    const auto &company = m_companies[number];
    m_actions.push_back({company.joins, number, Action::Kind::Join});
    if (company.breaks)
      m_actions.push_back({*company.breaks, number, Action::Kind::Break});
    if (company.mends)
      m_actions.push_back({*company.mends, number, Action::Kind::Mend});
    if (company.leaves)
      m_actions.push_back({*company.leaves, number, Action::Kind::Leave});
  }

  Result<> live(int day, Instant from, Instant to) {
    TENANTRY_CHECK(act(to));
    m_clock.set(to);
    auto events = inventUsage(m_companies, *m_applied, m_size.seed, day, from, to);
    if (!events.empty()) {
      TENANTRY_TRY(counted, usage::UsageService(m_session, m_business).ingest(std::move(events)));
      m_report.usageEvents += counted.counted;
    }
    TENANTRY_TRY(billed,
                 billing::BillingRun(m_session, m_business).run(billing::BillingRun::everything()));
    m_report.invoices += billed.invoices;
    TENANTRY_CHECK(receiveTransfers(day));
    TENANTRY_TRY(charged, m_worker.workOff());
    m_report.payments += charged;
    return {};
  }

  /// What happens before `until`, in one transaction.
  Result<> act(Instant until) {
    return m_session.database.transaction([&]() -> Result<> {
      for (std::size_t next = m_done; next < m_actions.size(); ++next) {
        const auto &action = m_actions[next];
        if (action.at >= until)
          return advanceTo(next);
        m_clock.set(action.at);
        TENANTRY_CHECK(act(action));
      }
      return advanceTo(m_actions.size());
    });
  }

  Result<> advanceTo(std::size_t next) {
    m_done = next;
    return {};
  }

  Result<> act(const Action &action) {
    auto &company = m_companies[action.company];
    switch (action.kind) {
    case Action::Kind::Join:
      return join(company);
    case Action::Kind::Break:
      return m_payments.setMethod(company.organization.id, u"Card"_s, company.breaksInto);
    case Action::Kind::Mend:
      return m_payments.setMethod(company.organization.id, u"Card"_s, u"succeeds"_s);
    case Action::Kind::Leave:
      return leave(company);
    }
    return {};
  }

  Result<> join(DemoCompany &company) {
    company.organization.id = {};
    if (company.hesitates)
      company.organization.status = organizations::Status::Onboarding;
    TENANTRY_TRY(id, organizations::OrganizationService(m_session).create(company.organization));
    company.organization.id = id;
    ++m_report.organizations;
    if (!company.method.isEmpty())
      TENANTRY_CHECK(m_payments.setMethod(id, u"Card"_s, company.method));
    if (company.hesitates)
      return {};
    subscriptions::StartRequest request;
    request.organization = id;
    request.planId = company.planId;
    request.interval = company.interval;
    request.seats = company.seats;
    request.trialDays = company.trialDays;
    TENANTRY_CHECK(subscriptions::SubscriptionService(m_session, m_business).start(request));
    return {};
  }

  // Who hesitates, or whose trial has expired meanwhile, has nothing to cancel.
  Result<> leave(const DemoCompany &company) {
    const auto cancelled = subscriptions::SubscriptionService(m_session, m_business)
                               .cancel(company.organization.id, true);
    if (!cancelled && cancelled.error().code != u"subscription.not_found"_s)
      return tl::unexpected(cancelled.error());
    m_report.cancellations += cancelled ? 1 : 0;
    return {};
  }

  /// Who has no payment method pays by bank some days after the invoice; each is looked at once a
  /// week. Some never pay, some no longer do.
  Result<> receiveTransfers(int day) {
    for (std::size_t number = 0; number < m_companies.size(); ++number) {
      const auto &company = m_companies[number];
      const bool isTheirDay = (static_cast<std::size_t>(day) + number) % 7 == 0;
      const bool isSilent =
          number % 10 == 0 || (number % 3 == 1 && m_clock.now() > m_end - silence);
      if (isTheirDay && company.method.isEmpty() && !company.organization.id.isNull() && !isSilent)
        TENANTRY_CHECK(receiveTransfers(company.organization.id));
    }
    return {};
  }

  Result<> receiveTransfers(const OrganizationId &organization) {
    TENANTRY_TRY(open, billing::BillingService(m_session, m_business).openOf(organization));
    for (const auto &invoice : open) {
      if (invoice.finalizedAt.value_or(m_clock.now()) + transferDelay > m_clock.now())
        continue;
      TENANTRY_CHECK(m_payments.receiveTransfer(organization, invoice.id, invoice.amountDue(),
                                                invoice.number));
      ++m_report.payments;
    }
    return {};
  }

  /// What came in by bank at the end and names no invoice: for a person to assign.
  Result<> leaveForTheDesk() {
    const auto most = static_cast<std::size_t>(2 + m_size.organizations / 60);
    std::vector<DemoTransfer> transfers;
    for (const auto &company : m_companies) {
      if (transfers.size() >= most)
        break;
      if (!company.method.isEmpty() || company.organization.id.isNull())
        continue;
      TENANTRY_TRY(open,
                   billing::BillingService(m_session, m_business).openOf(company.organization.id));
      if (!open.empty())
        transfers.push_back(
            {company.organization.name, Money(open.front().amountDue(), open.front().currency)});
    }
    const auto today = m_applied->zone().dayOf(m_clock.now());
    for (const auto &statement : demoStatements(transfers, today))
      TENANTRY_CHECK(payments::BankBook(m_session, m_business).post(statement));
    return {};
  }

  Result<> sealAll() {
    for (;;) {
      TENANTRY_TRY(sealed, audit::seal(m_session));
      if (sealed == 0)
        return {};
    }
  }

  DemoSize m_size;
  Instant m_start;
  Instant m_end;
  VirtualClock m_clock;
  store::Session m_session;
  business::AppliedBusiness m_business;
  gateways::SimulatorGateway m_gateway;
  payments::PaymentService m_payments;
  DemoWorker m_worker;
  std::shared_ptr<const business::Applied> m_applied;
  std::vector<DemoCompany> m_companies;
  std::vector<Action> m_actions;
  std::size_t m_done = 0;
  DemoReport m_report;
};

/// Of several that fill at once the others wait, and find the book filled.
Result<> holdFilling(store::Database &database) {
  TENANTRY_TRY(free, database.one<bool>("demo_try_lock"));
  if (std::get<0>(free.value()))
    return {};
  spdlog::warn("somebody else is filling this book with the demo: waiting for the end of it");
  TENANTRY_CHECK(database.execute("demo_lock"));
  return {};
}

} // namespace

Result<DemoReport> fillDemoBook(store::Database &database, const DemoSize &size, Instant end,
                                const DemoProgress &progress) {
  if (size.organizations < 1 || size.organizations > mostOrganizations || size.months < 1 ||
      size.months > mostMonths)
    return fail(
        u"demo.size_invalid"_s,
        u"A demo book has 1 to %1 organizations and 1 to %2 months."_s.arg(mostOrganizations)
            .arg(mostMonths));
  return database.transaction([&]() -> Result<DemoReport> {
    TENANTRY_CHECK(holdFilling(database));
    TENANTRY_CHECK(database.query("demo_plans"));
    return Filling(database, size, end).run(progress);
  });
}

} // namespace tenantry::scenarios
