// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/billing_run.h"

#include "services/billing/invoice_planner.h"
#include "services/billing/invoice_writer.h"
#include "services/core/crash_point.h"

using namespace Qt::StringLiterals;

namespace tenantry::billing {

using subscriptions::DueRange;
using subscriptions::SubscriptionService;

/// A chunk of the run with everything computed and nothing written.
struct BillingRun::Chunk {
  SubscriptionService::Around around;
  std::vector<subscriptions::Change> changes;
  std::vector<PlannedInvoice> invoices;
};

void RunSummary::add(const RunSummary &other) {
  subscriptions += other.subscriptions;
  invoices += other.invoices;
  for (const auto &[currency, total] : other.totals)
    totals[currency] = checkedAdd(totals[currency], total);
}

namespace {

/// Every period up to then is planned: without an end a slip of the hand would plan for hours.
constexpr std::chrono::days furthestPreview{3653};

RunSummary summaryOf(std::size_t subscriptions, const std::vector<PlannedInvoice> &invoices) {
  RunSummary summary;
  summary.subscriptions = static_cast<std::int64_t>(subscriptions);
  for (const auto &planned : invoices) {
    if (planned.lines.empty())
      continue;
    ++summary.invoices;
    auto &total = summary.totals[planned.invoice.currency];
    total = checkedAdd(total, planned.invoice.total);
  }
  return summary;
}

// A part that was opened and ended in this very run has no usage of its own, but may owe a minimum
// or carry a value.
void addOpenedParts(const subscriptions::Change &change, DueBook &book) {
  for (const auto &part : change.opened)
    book.open[part.organization].push_back({part, {}});
}

} // namespace

DueRange BillingRun::everything() {
  return {OrganizationId(),
          OrganizationId(QUuid::fromString(u"ffffffff-ffff-ffff-ffff-ffffffffffff"))};
}

Result<RunSummary> BillingRun::inTransaction(const std::function<Result<RunSummary>()> &chunk) {
  return m_session.database.transaction([&]() -> Result<RunSummary> {
    auto &database = m_session.database;
    TENANTRY_CHECK(database.query("billing_plans", {{"mode", u"force_generic_plan"_s}}));
    auto done = chunk();
    // A longer transaction around this one plans as it did before; after an error none goes on.
    if (done)
      TENANTRY_CHECK(database.query("billing_plans", {{"mode", u"auto"_s}}));
    return done;
  });
}

Result<BillingRun::Chunk> BillingRun::plan(std::vector<subscriptions::Subscription> due,
                                           Instant asOf, std::optional<Instant> issuedAt) {
  Chunk chunk;
  TENANTRY_TRY(around, SubscriptionService(m_session, m_business).surroundings(due));
  chunk.around = std::move(around);
  std::vector<OrganizationId> organizations;
  for (const auto &subscription : due)
    organizations.push_back(subscription.organization);
  TENANTRY_TRY(book, loadDueBook(m_session, organizations, *chunk.around.applied));
  for (auto &subscription : due) {
    const auto id = subscription.organization;
    auto change =
        subscriptions::advance(std::move(subscription), chunk.around.surroundings.at(id), asOf);
    addOpenedParts(change, book);
    for (const auto &order : change.orders)
      chunk.invoices.push_back(planInvoice(order, chunk.around.organizations.at(id),
                                           *chunk.around.applied, book,
                                           issuedAt.value_or(order.at)));
    chunk.changes.push_back(std::move(change));
  }
  return chunk;
}

Result<RunSummary> BillingRun::write(Chunk &chunk) {
  SubscriptionService subscriptions(m_session, m_business);
  std::vector<store::BulkEvent> events;
  for (const auto &change : chunk.changes)
    for (const auto &event : change.events)
      events.push_back({change.after.organization, event});
  TENANTRY_CHECK(subscriptions.write(chunk.changes, chunk.around));
  crashPoint("billing.after_subscriptions");
  InvoiceWriter writer(m_session, *chunk.around.applied);
  TENANTRY_CHECK(writer.write(chunk.invoices, events));
  TENANTRY_CHECK(store::appendEventsBulk(m_session, events));
  crashPoint("billing.before_commit");
  return summaryOf(chunk.changes.size(), chunk.invoices);
}

Result<RunSummary> BillingRun::run(const DueRange &range,
                                   const std::function<bool(std::int64_t)> &progress) {
  return runChunks(range, Beside::Wait, progress);
}

Result<RunSummary> BillingRun::runAlone(const std::function<bool(std::int64_t)> &progress) {
  return runChunks(everything(), Beside::GiveWay, progress);
}

Result<RunSummary> BillingRun::runChunks(DueRange rest, Beside beside,
                                         const std::function<bool(std::int64_t)> &progress) {
  RunSummary total;
  for (;;) {
    const Instant now = m_session.clock.now();
    OrganizationId last;
    auto written = inTransaction([&]() -> Result<RunSummary> {
      // Held to the end of the chunk only: a pooler may give the next one another connection.
      if (beside == Beside::GiveWay) {
        TENANTRY_TRY(turn, m_session.database.one<bool>("billing_try_turn"));
        if (!std::get<0>(*turn))
          return RunSummary{0, 0, {}, true};
      }
      TENANTRY_TRY(due, SubscriptionService(m_session, m_business).due(now, rest, chunkSize));
      if (due.empty())
        return RunSummary{};
      last = due.back().organization;
      TENANTRY_TRY(chunk, plan(std::move(due), now, now));
      return write(chunk);
    });
    if (!written)
      return written;
    crashPoint("billing.after_commit");
    total.gaveWay = written->gaveWay;
    if (written->subscriptions == 0)
      return total;
    total.add(*written);
    rest.after = last;
    if (progress && !progress(total.subscriptions))
      return total;
  }
}

Result<RunSummary> BillingRun::runFor(const std::vector<OrganizationId> &organizations) {
  return inTransaction([&]() -> Result<RunSummary> {
    const Instant now = m_session.clock.now();
    TENANTRY_TRY(due, SubscriptionService(m_session, m_business).dueAmong(now, organizations));
    if (due.empty())
      return RunSummary{};
    TENANTRY_TRY(chunk, plan(std::move(due), now, now));
    return write(chunk);
  });
}

Result<RunSummary> BillingRun::preview(Instant asOf, const DueRange &range,
                                       const InvoiceVisitor &visit,
                                       const std::function<bool(std::int64_t)> &progress) {
  if (asOf > m_session.clock.now() + furthestPreview)
    return fail(u"billing.date_too_far"_s,
                u"%1 is more than ten years away; preview an earlier day."_s.arg(toIso(asOf)));
  RunSummary total;
  DueRange rest = range;
  for (;;) {
    Chunk chunk;
    OrganizationId last;
    TENANTRY_TRY(planned, inTransaction([&]() -> Result<RunSummary> {
                   TENANTRY_TRY(
                       due, SubscriptionService(m_session, m_business).due(asOf, rest, chunkSize));
                   if (due.empty())
                     return RunSummary{};
                   last = due.back().organization;
                   TENANTRY_TRY(made, plan(std::move(due), asOf, std::nullopt));
                   chunk = std::move(made);
                   return summaryOf(chunk.changes.size(), chunk.invoices);
                 }));
    if (planned.subscriptions == 0)
      return total;
    rest.after = last;
    for (const auto &invoice : chunk.invoices)
      if (!invoice.lines.empty())
        visit(invoice, chunk.around.organizations.at(invoice.invoice.organization));
    total.add(planned);
    if (progress && !progress(total.subscriptions))
      return total;
  }
}

} // namespace tenantry::billing
