// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/late_lowering.h"

#include "services/billing/draft_lowering.h"
#include "services/billing/invoice_planner.h"
#include "services/billing/usage_credits.h"
#include "services/subscriptions/service.h"

#include <algorithm>
#include <set>

namespace tenantry::billing {

namespace {

using subscriptions::Subscription;

/// Closes nothing: only what is late is rated.
subscriptions::InvoiceOrder lateOrder(const Subscription &subscription, Currency currency) {
  subscriptions::InvoiceOrder order;
  order.organization = subscription.organization;
  order.subscription = subscription.id;
  order.index = subscription.periodIndex;
  order.planVersion = subscription.planVersion;
  order.interval = subscription.interval;
  order.currency = currency;
  order.closes = Instant::min();
  order.opensPeriod = false;
  order.isBeside = true;
  return order;
}

UsageOfInvoice rateLate(const Subscription &subscription, Currency currency,
                        const business::Applied &applied, std::vector<PartUsage> late) {
  std::vector<PartUsage> none;
  std::map<QString, std::int64_t> carried;
  return rateUsage(lateOrder(subscription, currency), applied, none, late, carried);
}

/// Where drafts bear all of it, else nothing.
void lowerBy(const RatedUsage &usage, const std::vector<BilledTotal> &totals,
             const business::Applied &applied, DueBook &book, PlannedInvoice &made) {
  const auto &id = usage.part.organization;
  auto drafts = book.drafts[id];
  std::vector<PlannedLine> credits;
  creditUsage(usage, book.billedUsage[id], applied.business.metrics.at(usage.metric).decimals,
              drafts, credits);
  auto lowered = lowerDrafts(credits, drafts, applied.business.taxRates);
  if (lowered.empty() || !credits.empty())
    return;
  book.drafts[id] = std::move(drafts);
  std::ranges::move(lowered, std::back_inserter(made.lowers));
  std::ranges::copy_if(totals, std::back_inserter(made.usage.billed), [&](const auto &total) {
    return total.partFrom == usage.part.at.from && total.metric == usage.metric;
  });
}

using LateLines = std::set<std::pair<Instant, QString>>; ///< parts and metrics

/// Those lines of what is late; the rest stays.
std::vector<PartUsage> takeLate(const LateLines &lines, std::vector<PartUsage> &late) {
  std::vector<PartUsage> taken;
  for (auto &usage : late) {
    auto own = usage;
    const auto isTaken = [&](const auto &total) {
      return lines.contains({usage.part.at.from, total.first});
    };
    std::erase_if(own.totals, [&](const auto &total) { return !isTaken(total); });
    std::erase_if(usage.totals, isTaken);
    if (!own.totals.empty())
      taken.push_back(std::move(own));
  }
  return taken;
}

} // namespace

void planLess(const Subscription &subscription, const organizations::Organization &organization,
              const business::Applied &applied, DueBook &book, Instant issuedAt,
              std::vector<PlannedInvoice> &planned) {
  const auto &id = subscription.organization;
  const bool isSuspended = subscription.status == subscriptions::Status::Suspended;
  const auto late = book.late.find(id);
  if (late == book.late.end() || (!isSuspended && !book.drafts.contains(id)))
    return;
  std::set<Currency> currencies;
  for (const auto &usage : late->second)
    if (usage.part.subscription == subscription.id)
      currencies.insert(usage.part.currency.value_or(subscription.currency));
  LateLines credited;
  for (const auto currency : currencies) {
    const auto rated = rateLate(subscription, currency, applied, late->second);
    PlannedInvoice made;
    made.invoice.organization = id;
    made.invoice.subscription = subscription.id;
    made.invoice.currency = currency;
    for (const auto &usage : rated.lines)
      if (usage.rated.amount < 0 && isSuspended)
        credited.emplace(usage.part.at.from, usage.metric);
      else if (usage.rated.amount < 0)
        lowerBy(usage, rated.billed, applied, book, made);
    if (!made.lowers.empty())
      planned.push_back(std::move(made));
  }
  if (credited.empty())
    return;
  auto waiting = std::exchange(late->second, takeLate(credited, late->second));
  planInvoices(lateOrder(subscription, subscription.currency), organization, applied, book,
               issuedAt, planned);
  book.late[id] = std::move(waiting);
}

DraftedUsage::DraftedUsage(const std::vector<PlannedInvoice> &planned) {
  for (const auto &one : planned) {
    if (!one.staysDraft)
      continue;
    for (const auto &billed : one.usage.billed) {
      m_organizations.push_back(one.invoice.organization);
      m_metrics.push_back(billed.metric);
      m_parts.push_back(billed.partFrom);
    }
  }
}

Result<> DraftedUsage::lookForLess(store::Session &session,
                                   business::AppliedBusiness &business) const {
  if (m_parts.empty())
    return {};
  TENANTRY_TRY(rows,
               session.database.query("usage_billed_beyond", {{"organizations", m_organizations},
                                                              {"metrics", m_metrics},
                                                              {"parts", m_parts}}));
  std::vector<OrganizationId> organizations;
  std::vector<Instant> parts;
  for (const auto row : rows) {
    organizations.push_back(row.get<OrganizationId>(0));
    parts.push_back(row.get<Instant>(1));
  }
  TENANTRY_CHECK(
      subscriptions::SubscriptionService(session, business).billLate(organizations, parts));
  return {};
}

} // namespace tenantry::billing
