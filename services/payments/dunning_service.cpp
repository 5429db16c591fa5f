// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/dunning_service.h"

#include "services/payments/dunning_case.h"
#include "services/payments/payment_jobs.h"
#include "services/payments/repository.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::payments {

namespace {

bool isDunned(const billing::Invoice &invoice) {
  return invoice.status == billing::InvoiceStatus::Open && invoice.finalizedAt && invoice.dueAt &&
         invoice.kind != billing::InvoiceKind::Imported;
}

} // namespace

Result<> DunningService::follow(const OrganizationId &organization, const InvoiceId &id) {
  return m_session.database.transaction([&]() -> Result<> {
    TENANTRY_CHECK(store::lockOrganization(m_session, organization));
    TENANTRY_TRY(invoice, billing::BillingService(m_session, m_business).find(organization, id));
    if (!isDunned(invoice))
      return {};
    TENANTRY_TRY(looked, look(invoice));
    const auto &plan = looked.plan;
    TENANTRY_CHECK(carryOut(plan, invoice));
    if (plan.isFinal)
      return finish(looked.policy, invoice);
    return plan.next ? enqueueDunning(m_session, organization, id, *plan.next) : Result<>();
  });
}

Result<> DunningService::reconsider(const OrganizationId &organization, const InvoiceId &id) {
  return m_session.database.transaction([&]() -> Result<> {
    TENANTRY_CHECK(store::lockOrganization(m_session, organization));
    TENANTRY_TRY(invoice, billing::BillingService(m_session, m_business).find(organization, id));
    if (!isDunned(invoice))
      return {};
    TENANTRY_TRY(looked, look(invoice));
    const auto &plan = looked.plan;
    const bool isDue = plan.retry || plan.suspend || plan.isFinal;
    const auto at = isDue ? std::optional(m_session.clock.now()) : plan.next;
    return at ? enqueueDunning(m_session, organization, id, *at) : Result<>();
  });
}

Result<bool> DunningService::isHeldBack(const billing::Invoice &invoice) {
  if (!invoice.subscription)
    return false;
  const auto live =
      subscriptions::SubscriptionService(m_session, m_business).live(invoice.organization);
  if (!live && live.error().code != u"subscription.not_found")
    return tl::unexpected(live.error());
  return live && live->id == *invoice.subscription;
}

Result<DunningService::Looked> DunningService::look(const billing::Invoice &invoice) {
  TENANTRY_TRY(applied, m_business.current(m_session));
  TENANTRY_TRY(debt, debtOf(invoice));
  const auto &policy = applied->business.dunning;
  const Instant now = m_session.clock.now();
  auto plan = planDunning(policy, debt, now);
  if (plan.isPastDue) {
    if (debt.failures.empty()) // of each try that failed the customer was told
      TENANTRY_CHECK(tellOverdue(invoice));
    TENANTRY_TRY(held, isHeldBack(invoice));
    const auto standing = standingOf(policy, debt, plan, held, now);
    TENANTRY_CHECK(m_session.database.execute("dunning_case_put",
                                              {{"organization", invoice.organization},
                                               {"invoice", invoice.id},
                                               {"step", toString(standing.step)},
                                               {"tries", standing.tries},
                                               {"decline_code", standing.declineCode},
                                               {"decline", toString(standing.decline)},
                                               {"currency", invoice.currency.code()},
                                               {"act", toString(standing.act)},
                                               {"next_at", standing.at.value_or(Instant::max())},
                                               {"now", now}}));
  }
  return Looked{std::move(debt), policy, plan};
}

// Once for each time that it becomes so: one that is dunned already was told of.
Result<> DunningService::tellOverdue(const billing::Invoice &invoice) {
  TENANTRY_TRY(isOpen, m_session.database.one<bool>(
                           "dunning_case_is_open",
                           {{"organization", invoice.organization}, {"invoice", invoice.id}}));
  if (std::get<0>(*isOpen))
    return {};
  return store::appendEvents(m_session, invoice.organization,
                             {{u"invoice.overdue"_s,
                               {{"invoice", invoice.id},
                                {"number", invoice.number},
                                {"amount", invoice.amountDue()},
                                {"currency", invoice.currency.code()}}}});
}

/// A charge that its payer took back was paid until then: what is due counts from that day, and the
/// same card is not charged again by itself.
Result<> DunningService::countFromTakenBack(const Attempt &attempt, const QUuid &method,
                                            OpenDebt &debt) {
  TENANTRY_TRY(taken, m_session.database.query(
                          "payment_attempt_taken_back",
                          {{"organization", attempt.organization}, {"attempt", attempt.id}}));
  if (taken.isEmpty())
    return {};
  const auto since = taken[0].get<Instant>(0);
  debt.issuedAt = std::max(debt.issuedAt, since);
  debt.dueAt = std::max(debt.dueAt, since);
  std::erase_if(debt.failures, [since](const FailedTry &one) { return one.startedAt < since; });
  debt.hasMethod = debt.hasMethod && method != attempt.method;
  return {};
}

Result<OpenDebt> DunningService::debtOf(const billing::Invoice &invoice) {
  Repository repository(m_session);
  TENANTRY_TRY(attempts, repository.ofInvoice(invoice.organization, invoice.id));
  TENANTRY_TRY(method, repository.method(invoice.organization));
  OpenDebt debt{*invoice.finalizedAt, *invoice.dueAt, {}, method.has_value(), false};
  for (const auto &attempt : attempts) {
    debt.isTryRunning |= attempt.isLive();
    if (attempt.status == AttemptStatus::Failed)
      debt.failures.push_back({attempt.createdAt, attempt.finishedAt.value_or(attempt.createdAt),
                               attempt.declineCode, method && method->id == attempt.method});
  }
  if (method) {
    const Money due(invoice.amountDue(), invoice.currency);
    TENANTRY_TRY(alike, repository.triesAlike(invoice.organization, method->id, due,
                                              m_session.clock.now() - triesCountFor));
    debt.alike = std::move(alike);
  }
  for (const auto &attempt : attempts)
    if (attempt.status == AttemptStatus::Succeeded)
      TENANTRY_CHECK(countFromTakenBack(attempt, method ? method->id : QUuid(), debt));
  TENANTRY_TRY(given, m_session.database.query(
                          "dunning_extensions_live",
                          {{"organization", invoice.organization}, {"invoice", invoice.id}}));
  for (const auto row : given)
    debt.extensions.push_back({row.get<Instant>(0), row.get<Instant>(1)});
  return debt;
}

Result<> DunningService::carryOut(const DunningPlan &plan, const billing::Invoice &invoice) {
  subscriptions::SubscriptionService subscriptions(m_session, m_business);
  const auto &organization = invoice.organization;
  if (plan.retry) {
    TENANTRY_TRY(tries, Repository(m_session).ofInvoice(organization, invoice.id));
    TENANTRY_CHECK(enqueueCharge(m_session, organization, invoice.id, tries.size() + 1));
  }
  if (!invoice.subscription)
    return {};
  if (plan.isPastDue)
    TENANTRY_CHECK(subscriptions.becomePastDue(organization, *invoice.subscription));
  if (plan.suspend)
    TENANTRY_CHECK(subscriptions.suspend(organization, *invoice.subscription));
  return {};
}

// First the subscription: its closing invoice does not depend on this one.
Result<> DunningService::finish(const business::Dunning &policy, const billing::Invoice &invoice) {
  subscriptions::SubscriptionService subscriptions(m_session, m_business);
  if (policy.final == business::FinalStep::Cancel && invoice.subscription) {
    TENANTRY_CHECK(subscriptions.rollPeriods({invoice.organization})); // it may end by itself now
    const auto live = subscriptions.live(invoice.organization);
    if (live && live->id == *invoice.subscription)
      TENANTRY_CHECK(subscriptions.cancel(invoice.organization, false));
  }
  if (policy.finalInvoice == business::FinalInvoice::Uncollectible)
    TENANTRY_CHECK(
        billing::BillingService(m_session, m_business).writeOff(invoice.organization, invoice.id));
  return {};
}

Result<> DunningService::recover(const OrganizationId &organization) {
  return m_session.database.transaction([&]() -> Result<> {
    TENANTRY_TRY(found,
                 m_session.database.query("dunning_recoverable", {{"organization", organization},
                                                                  {"now", m_session.clock.now()}}));
    if (found.isEmpty())
      return {};
    return subscriptions::SubscriptionService(m_session, m_business).recover(organization);
  });
}

} // namespace tenantry::payments
