// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/billing_run.h"

/// What becomes of a chunk of a billing run in which something is impossible: whom it is about is
/// found by halving, everybody else is billed. Internal to billing_run.
namespace tenantry::billing {

/// Whether the error may be about some of the customers only; one of the connection, the server,
/// the rights or of somebody who is at the same rows is about none of them.
[[nodiscard]] bool isOfCustomers(const Error &error);

/// What a part of the run throws is a mistake of the program with whom it was at:
/// `billing.mistake`.
[[nodiscard]] Result<RunSummary> guarded(const std::function<Result<RunSummary>()> &part);

/// Bills a range in halves, and halves of those that fail, until each that cannot be billed is
/// alone and left out: one of n costs 2 log2 n transactions.
class Halving {
public:
  /// Bills a range in a transaction of its own.
  using Bill = std::function<Result<RunSummary>(const subscriptions::DueRange &)>;
  /// `mostInARow`: that many are left out one after the other before it is no matter of customers.
  Halving(Bill bill, int mostInARow) : m_bill(std::move(bill)), m_mostInARow(mostInARow) {}

  /// `due`: the organizations of the range in order, at least one; `failed`: its error as a whole,
  /// and what comes back where too many fail in a row. Any other error comes back at once.
  [[nodiscard]] Result<RunSummary> billApart(const OrganizationId &after,
                                             const std::vector<OrganizationId> &due,
                                             const Error &failed);

  /// So far, also where it ended with an error.
  [[nodiscard]] const std::vector<LeftOut> &leftOut() const { return m_total.leftOut; }

private:
  struct Span {
    std::size_t from = 0, to = 0;
  };
  [[nodiscard]] Result<> billSpan(Span span, const Error &failed);
  [[nodiscard]] Result<> bill(Span span);
  Bill m_bill;
  int m_mostInARow;
  int m_inARow = 0;
  OrganizationId m_after;
  const std::vector<OrganizationId> *m_due = nullptr;
  RunSummary m_total;
};

/// Keeps whom the run left out, and why, for doctor and Home; who is billed later is in it no more.
[[nodiscard]] Result<> recordLeftOut(store::Session &session, const std::vector<LeftOut> &leftOut,
                                     Instant now);

} // namespace tenantry::billing
