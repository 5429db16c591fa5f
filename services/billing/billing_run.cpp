// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/billing_run.h"

#include "services/billing/invoice_planner.h"
#include "services/billing/invoice_writer.h"
#include "services/billing/late_lowering.h"
#include "services/billing/left_out.h"
#include "services/core/crash_point.h"
#include "services/core/greatest_id.h"
#include <QThreadPool>
#include <future>

using namespace Qt::StringLiterals;

namespace tenantry::billing {

using subscriptions::DueRange;
using subscriptions::SubscriptionService;

/// What a chunk is computed from.
struct BillingRun::Reading {
  std::vector<subscriptions::Subscription> due; ///< in the order of their organizations
  SubscriptionService::Around around;
  DueBook book;
};

/// A chunk of the run with everything computed and nothing written.
struct BillingRun::Chunk {
  SubscriptionService::Around around;
  std::vector<subscriptions::Change> changes;
  std::vector<PlannedInvoice> invoices;

  /// Pure: it may run beside anything. Issued when each is due, if no other instant is given.
  static Chunk plan(Reading reading, Instant asOf, std::optional<Instant> issuedAt);
  /// On the thread of `beside`, after what is not needed any more was freed there: that takes
  /// nearly as long, and its memory serves the next.
  static std::future<Chunk> planBeside(QThreadPool &beside, Chunk spent, Reading reading,
                                       Instant asOf);
  [[nodiscard]] RunSummary summary() const;
  [[nodiscard]] bool isEmpty() const { return changes.empty(); }
  [[nodiscard]] OrganizationId last() const { return changes.back().after.organization; }
};

namespace {

/// Every period up to then is planned: without an end a slip of the hand would plan for hours.
constexpr std::chrono::days furthestPreview{3653};

/// Two invoices of one run may lower the same draft.
void addLowered(const PlannedInvoice &planned, const QString &name, std::vector<RunLowering> &all) {
  for (const auto &lowered : planned.lowers) {
    const auto &draft = lowered.invoice;
    auto known = all.rbegin();
    while (known != all.rend() && known->organization == draft.organization &&
           known->draft != draft.id)
      ++known;
    if (known != all.rend() && known->organization == draft.organization)
      known->to = draft.total;
    else
      all.push_back(
          {draft.organization, name, draft.id, draft.currency, lowered.before.total, draft.total});
  }
}

NextRange only(const DueRange &range) {
  return [left = std::optional(range)]() mutable { return std::exchange(left, std::nullopt); };
}

/// The ranges that a run took and has not done with: the one at work, and the one after it once it
/// was asked for. They stay taken when a transaction is rolled back and tried again.
class TakenRanges {
public:
  explicit TakenRanges(const NextRange &take) : m_take(take), m_current(take()) {}
  [[nodiscard]] const std::optional<DueRange> &current() const { return m_current; }
  const std::optional<DueRange> &following() {
    if (!m_following)
      m_following = m_take();
    return m_following;
  }
  /// With the rest of the current one, or with the one after it.
  void goOn(const std::optional<DueRange> &rest) {
    if (rest) {
      m_current = rest;
    } else {
      m_current = following();
      m_following.reset();
    }
  }

private:
  const NextRange &m_take;
  std::optional<DueRange> m_current;
  std::optional<DueRange> m_following;
};

} // namespace

RunSummary BillingRun::Chunk::summary() const {
  RunSummary summary;
  summary.subscriptions = static_cast<std::int64_t>(changes.size());
  for (const auto &planned : invoices) {
    if (!planned.lowers.empty())
      addLowered(planned, around.organizations.at(planned.invoice.organization).name,
                 summary.lowered);
    if (planned.lines.empty())
      continue;
    ++summary.invoices;
    summary.drafts += planned.staysDraft;
    auto &total = summary.totals[planned.invoice.currency];
    total = checkedAdd(total, planned.invoice.total);
  }
  return summary;
}

DueRange BillingRun::everything() { return {OrganizationId(), OrganizationId(greatestId)}; }

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

Result<BillingRun::Reading> BillingRun::read(std::vector<subscriptions::Subscription> due) {
  Reading reading;
  if (due.empty())
    return reading;
  TENANTRY_TRY(around, SubscriptionService(m_session, m_business).surroundings(due));
  std::vector<OrganizationId> organizations;
  organizations.reserve(due.size());
  for (const auto &subscription : due)
    organizations.push_back(subscription.organization);
  TENANTRY_TRY(book, loadDueBook(m_session, organizations, *around.applied));
  return Reading{std::move(due), std::move(around), std::move(book)};
}

Result<BillingRun::Reading> BillingRun::readDue(const DueRange &range, Instant asOf, int atMost) {
  TENANTRY_TRY(due, SubscriptionService(m_session, m_business).due(asOf, range, atMost));
  return read(std::move(due));
}

BillingRun::Chunk BillingRun::Chunk::plan(Reading reading, Instant asOf,
                                          std::optional<Instant> issuedAt) {
  Chunk chunk;
  chunk.around = std::move(reading.around);
  for (auto &subscription : reading.due) {
    const auto id = subscription.organization;
    const auto &surroundings = chunk.around.surroundings.at(id);
    auto change = subscriptions::advance(std::move(subscription), surroundings, asOf);
    enterParts(change, surroundings.zone, reading.book);
    for (const auto &order : change.orders)
      planInvoices(order, chunk.around.organizations.at(id), *chunk.around.applied, reading.book,
                   issuedAt.value_or(order.at), chunk.invoices);
    planLess(change.after, chunk.around.organizations.at(id), *chunk.around.applied, reading.book,
             issuedAt.value_or(asOf), chunk.invoices);
    chunk.changes.push_back(std::move(change));
  }
  return chunk;
}

std::future<BillingRun::Chunk> BillingRun::Chunk::planBeside(QThreadPool &beside, Chunk spent,
                                                             Reading reading, Instant asOf) {
  const auto planned = std::make_shared<std::packaged_task<Chunk()>>(
      [spent = std::move(spent), reading = std::move(reading), asOf]() mutable {
        spent = {};
        return plan(std::move(reading), asOf, asOf);
      });
  auto chunk = planned->get_future();
  beside.start([planned] { (*planned)(); });
  return chunk;
}

std::optional<DueRange> BillingRun::restOf(const DueRange &range, const Chunk &chunk) const {
  if (chunk.changes.size() < std::size_t(m_chunkSize) || chunk.last() == range.last)
    return {};
  return DueRange{chunk.last(), range.last};
}

Result<RunSummary> BillingRun::write(Chunk &chunk) {
  const auto summary = chunk.summary(); // as its preview says it
  SubscriptionService subscriptions(m_session, m_business);
  std::vector<store::BulkEvent> events;
  for (auto &change : chunk.changes)
    for (auto &event : change.events)
      events.push_back({change.after.organization, std::move(event)});
  TENANTRY_CHECK(subscriptions.write(chunk.changes, chunk.around));
  crashPoint("billing.after_subscriptions");
  const DraftedUsage drafted(chunk.invoices);
  InvoiceWriter writer(m_session, *chunk.around.applied);
  TENANTRY_CHECK(writer.write(chunk.invoices, events));
  TENANTRY_CHECK(drafted.lookForLess(m_session, m_business));
  TENANTRY_CHECK(store::appendEventsBulk(m_session, events));
  crashPoint("billing.before_commit");
  return summary;
}

Result<RunSummary> BillingRun::run(const DueRange &range,
                                   const std::function<bool(std::int64_t)> &progress) {
  return runChunks(only(range), Beside::Wait, progress);
}

Result<RunSummary> BillingRun::run(const NextRange &next) {
  return runChunks(next, Beside::Wait, {});
}

Result<RunSummary> BillingRun::runAlone(const std::function<bool(std::int64_t)> &progress) {
  return runChunks(only(everything()), Beside::GiveWay, progress);
}

Result<RunSummary> BillingRun::runChunks(const NextRange &take, Beside beside,
                                         const std::function<bool(std::int64_t)> &progress) {
  RunSummary total;
  QThreadPool planner; // one thread for the whole run
  planner.setMaxThreadCount(1);
  planner.setExpiryTimeout(-1);
  TakenRanges taken(take);
  std::future<Chunk> ahead; // computed while the chunk before it is written
  Chunk chunk;
  while (taken.current()) {
    const Instant now = m_session.clock.now();
    std::future<Chunk> next;
    std::optional<DueRange> rest; // of the current range
    const auto writeNext = [&]() -> Result<RunSummary> {
      next = {}; // of an attempt that was rolled back
      TENANTRY_TRY(turn, hasTurn(beside));
      if (!turn)
        return RunSummary{0, 0, {}, true};
      Chunk spent = std::move(chunk);
      if (ahead.valid()) {
        chunk = ahead.get();
      } else { // the first, or one that others overtook: it is read anew
        TENANTRY_TRY(reading, readDue(*taken.current(), now, m_chunkSize));
        chunk = Chunk::plan(std::move(reading), now, now);
      }
      rest = restOf(*taken.current(), chunk);
      if (chunk.isEmpty())
        return RunSummary{};
      if (const auto after = rest ? rest : taken.following()) {
        TENANTRY_TRY(reading, readDue(*after, now, m_chunkSize));
        next = Chunk::planBeside(planner, std::move(spent), std::move(reading), now);
      }
      return write(chunk);
    };
    auto written = guarded([&] { return inTransaction(writeNext); });
    if (!written && isOfCustomers(written.error())) {
      next = {};
      written = billApart(*taken.current(), now, beside, written.error(), rest);
    }
    if (!written)
      return written;
    crashPoint("billing.after_commit");
    total.add(*written);
    total.gaveWay = written->gaveWay;
    if (total.gaveWay)
      return total;
    taken.goOn(rest);
    ahead = std::move(next);
    if (written->subscriptions > 0 && progress && !progress(total.subscriptions))
      return total;
  }
  return total;
}

// Held to the end of the transaction only: a pooler may give the next one another connection.
Result<bool> BillingRun::hasTurn(Beside beside) {
  if (beside == Beside::Wait)
    return true;
  TENANTRY_TRY(turn, m_session.database.one<bool>("billing_try_turn"));
  return std::get<0>(*turn);
}

Result<RunSummary> BillingRun::billRange(const DueRange &range, Instant now, Beside beside) {
  return guarded([&] {
    return inTransaction([&]() -> Result<RunSummary> {
      TENANTRY_TRY(turn, hasTurn(beside));
      if (!turn)
        return RunSummary{0, 0, {}, true};
      TENANTRY_TRY(reading, readDue(range, now, m_chunkSize));
      Chunk chunk = Chunk::plan(std::move(reading), now, now);
      return chunk.isEmpty() ? RunSummary{} : write(chunk);
    });
  });
}

// Who is due is asked for by name alone: it may be the reading of one of them that fails.
BillingRun::Apart BillingRun::partByPart(const DueRange &range, Instant asOf, const Error &failed,
                                         const Part &part, std::optional<DueRange> &rest) {
  rest.reset();
  const auto rows = m_session.database.query(
      "subscription_due_organizations",
      {{"as_of", asOf}, {"after", range.after}, {"last", range.last}, {"count", m_chunkSize}});
  if (!rows)
    return {Failure(rows.error()), {}};
  std::vector<OrganizationId> due;
  for (const auto row : *rows)
    if (const auto id = row.get<OrganizationId>(0); due.empty() || due.back() != id)
      due.push_back(id);
  if (due.empty())
    return {Failure(failed), {}};
  if (rows->size() == m_chunkSize && due.back() != range.last)
    rest = DueRange{due.back(), range.last};
  Halving halving(part, m_mostLeftOut);
  auto summary = halving.billApart(range.after, due, failed);
  return {std::move(summary), halving.leftOut()};
}

Result<RunSummary> BillingRun::billApart(const DueRange &range, Instant now, Beside beside,
                                         const Error &failed, std::optional<DueRange> &rest) {
  auto apart = partByPart(
      range, now, failed, [&](const DueRange &part) { return billRange(part, now, beside); }, rest);
  // Whatever ended it: who was left out until then is known.
  const auto recorded = recordLeftOut(m_session, apart.leftOut, now);
  if (apart.summary && !recorded)
    return tl::unexpected(recorded.error());
  return std::move(apart.summary);
}

Result<RunSummary> BillingRun::runFor(const std::vector<OrganizationId> &organizations) {
  return inTransaction([&]() -> Result<RunSummary> {
    const Instant now = m_session.clock.now();
    TENANTRY_TRY(due, SubscriptionService(m_session, m_business).dueAmong(now, organizations));
    if (due.empty())
      return RunSummary{};
    TENANTRY_TRY(reading, read(std::move(due)));
    Chunk chunk = Chunk::plan(std::move(reading), now, now);
    return write(chunk);
  });
}

Result<RunSummary> BillingRun::previewFor(const std::vector<OrganizationId> &organizations,
                                          const InvoiceVisitor &visit) {
  return inTransaction([&]() -> Result<RunSummary> {
    const Instant now = m_session.clock.now();
    TENANTRY_TRY(due, SubscriptionService(m_session, m_business).dueAmong(now, organizations));
    TENANTRY_TRY(reading, read(std::move(due)));
    const Chunk chunk = Chunk::plan(std::move(reading), now, now);
    show(chunk, visit, Shown::AllThatChanges);
    return chunk.summary();
  });
}

void BillingRun::show(const Chunk &chunk, const InvoiceVisitor &visit, Shown shown) {
  for (const auto &invoice : chunk.invoices)
    if (!invoice.lines.empty() || (shown == Shown::AllThatChanges && !invoice.lowers.empty()))
      visit(invoice, chunk.around.organizations.at(invoice.invoice.organization));
}

Result<RunSummary> BillingRun::preview(Instant asOf, const DueRange &range,
                                       const InvoiceVisitor &visit,
                                       const std::function<bool(std::int64_t)> &progress) {
  if (asOf > m_session.clock.now() + furthestPreview)
    return fail(u"billing.date_too_far"_s,
                u"%1 is more than ten years away; preview an earlier day."_s.arg(toIso(asOf)));
  const auto planned = [&](const DueRange &part, Chunk &chunk) {
    return guarded([&] {
      return inTransaction([&]() -> Result<RunSummary> {
        TENANTRY_TRY(reading, readDue(part, asOf, m_chunkSize));
        chunk = Chunk::plan(std::move(reading), asOf, std::nullopt);
        return chunk.summary();
      });
    });
  };
  RunSummary total;
  std::optional<DueRange> rest = range;
  while (rest) {
    const DueRange current = *rest;
    const auto shown = [&](const DueRange &part) {
      Chunk chunk;
      auto summary = planned(part, chunk);
      if (summary) {
        rest = restOf(part, chunk);
        show(chunk, visit, Shown::Invoices);
      }
      return summary;
    };
    auto done = shown(current);
    if (!done && isOfCustomers(done.error())) {
      std::optional<DueRange> following;
      done = partByPart(current, asOf, done.error(), shown, following).summary;
      rest = following;
    }
    TENANTRY_CHECK(done);
    total.add(*done);
    if (done->subscriptions > 0 && progress && !progress(total.subscriptions))
      return total;
  }
  return total;
}

} // namespace tenantry::billing
