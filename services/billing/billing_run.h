// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/planned_invoice.h"
#include "services/billing/run_summary.h"
#include "services/store/session.h"
#include <atomic>
#include <functional>

namespace tenantry::billing {

/// One previewed invoice with whom it is for; valid during the call.
using InvoiceVisitor =
    std::function<void(const PlannedInvoice &, const organizations::Organization &)>;

/// The next range to bill, or none.
using NextRange = std::function<std::optional<subscriptions::DueRange>()>;

/// Renews what is due and issues its invoices, chunk by chunk, each chunk in a transaction of its
/// own (BILL-1 … 3): read by keyset, computed by the pure rules, written in bulk, numbers last. The
/// subscriptions' own state moves in the same transaction, so a chunk that was killed or raced is
/// done once, by whoever comes next. While one chunk is written the next is computed beside it.
///
/// Who cannot be billed stops nobody else: a chunk in which something is impossible is billed in
/// halves, until those are found and left out. They are tried once in each run. Where very many
/// fail one after the other the fault is none of theirs, and the run ends with its error.
class BillingRun {
public:
  /// `chunkSize`: subscriptions per transaction. `mostLeftOut`: organizations in a row.
  BillingRun(store::Session &session, business::AppliedBusiness &business, int chunkSize = 5000,
             int mostLeftOut = 200)
      : m_session(session), m_business(business), m_chunkSize(chunkSize),
        m_mostLeftOut(mostLeftOut) {}

  /// Everything due now, for the organizations in (range.after, range.last]. `progress` is told the
  /// subscriptions done and says whether to go on; a cancelled run keeps the chunks that are done.
  [[nodiscard]] Result<RunSummary> run(const subscriptions::DueRange &range,
                                       const std::function<bool(std::int64_t)> &progress = {});
  /// The same for range after range, until none comes: for workers that share a book. The next one
  /// is taken while a chunk of the one before is still to be written.
  [[nodiscard]] Result<RunSummary> run(const NextRange &next);
  /// The same as a worker: one run at a time is enough. Whoever finds another at its turn gives
  /// way.
  [[nodiscard]] Result<RunSummary> runAlone(const std::function<bool(std::int64_t)> &progress = {});
  /// The same for these organizations only.
  [[nodiscard]] Result<RunSummary> runFor(const std::vector<OrganizationId> &organizations);
  /// What that would issue now, nothing written; what only lowers drafts is visited without lines.
  [[nodiscard]] Result<RunSummary> previewFor(const std::vector<OrganizationId> &organizations,
                                              const InvoiceVisitor &visit);

  /// What a run at `asOf` (any time, also to come) would issue on the book as it is: the same
  /// rules, nothing written. Who cannot be planned is left out of it, too. Error
  /// `billing.date_too_far`.
  [[nodiscard]] Result<RunSummary> preview(Instant asOf, const subscriptions::DueRange &range,
                                           const InvoiceVisitor &visit,
                                           const std::function<bool(std::int64_t)> &progress = {});

  /// The whole book.
  [[nodiscard]] static subscriptions::DueRange everything();

private:
  struct Reading;
  struct Chunk;
  [[nodiscard]] Result<RunSummary> inTransaction(const std::function<Result<RunSummary>()> &chunk);
  [[nodiscard]] Result<Reading> read(std::vector<subscriptions::Subscription> due);
  [[nodiscard]] Result<Reading> readDue(const subscriptions::DueRange &range, Instant asOf,
                                        int atMost);
  enum class Beside { Wait, GiveWay }; ///< where another run is at work
  [[nodiscard]] Result<RunSummary> runChunks(const NextRange &take, Beside beside,
                                             const std::function<bool(std::int64_t)> &progress);
  /// One part of a range, in a transaction of its own.
  using Part = std::function<Result<RunSummary>(const subscriptions::DueRange &)>;
  struct Apart {
    Result<RunSummary> summary;
    std::vector<LeftOut> leftOut; ///< also where it ended with an error
  };
  [[nodiscard]] Apart partByPart(const subscriptions::DueRange &range, Instant asOf,
                                 const Error &failed, const Part &part,
                                 std::optional<subscriptions::DueRange> &rest);
  [[nodiscard]] Result<RunSummary> billApart(const subscriptions::DueRange &range, Instant now,
                                             Beside beside, const Error &failed,
                                             std::optional<subscriptions::DueRange> &rest);
  [[nodiscard]] Result<RunSummary> billRange(const subscriptions::DueRange &range, Instant now,
                                             Beside beside);
  [[nodiscard]] Result<bool> hasTurn(Beside beside);
  /// What is left of a range after that chunk of it; none: the chunk was the last.
  [[nodiscard]] std::optional<subscriptions::DueRange> restOf(const subscriptions::DueRange &range,
                                                              const Chunk &chunk) const;
  [[nodiscard]] Result<RunSummary> write(Chunk &chunk);
  enum class Shown { Invoices, AllThatChanges };
  static void show(const Chunk &chunk, const InvoiceVisitor &visit, Shown shown);
  store::Session &m_session;
  business::AppliedBusiness &m_business;
  int m_chunkSize;
  int m_mostLeftOut;
};

} // namespace tenantry::billing
