// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/finding.h"

namespace tenantry::billing {

/// A finding of an invoice that a run would issue. Another sum, or another finding, is another one.
struct InvoiceFinding {
  OrganizationId organization;
  LocalDay issuedOn{};
  QString finding; ///< findingCode()
  Money total;
  bool operator==(const InvoiceFinding &) const = default;
};

/// "missing_data streetAddress": what somebody looks at; empty where nothing was found.
[[nodiscard]] QString findingCode(const Finding &finding);

struct FindingReview {
  InvoiceFinding found;
  QString by;
  Instant at{};
};

/// Who looked at which finding of a billing run (BILL-3). Consoles hear it with the commit
/// (jobs::runNews).
class FindingReviews {
public:
  explicit FindingReviews(store::Session &session) : m_session(session) {}

  /// Those of invoices issued from that day on, in the order of the ids.
  [[nodiscard]] Result<std::vector<FindingReview>>
  of(const std::vector<OrganizationId> &organizations, LocalDay from);
  /// Those that are new: who looked at one first stays.
  [[nodiscard]] Result<std::vector<FindingReview>> add(const std::vector<InvoiceFinding> &found);
  /// Those taken away, whoever had looked.
  [[nodiscard]] Result<std::vector<FindingReview>> remove(const std::vector<InvoiceFinding> &found);
  /// Undoes `add`: of what it returned those that are still the same.
  [[nodiscard]] Result<std::vector<FindingReview>>
  takeBack(const std::vector<FindingReview> &reviews);
  /// Undoes `remove`: by whom and when they were, but where somebody has looked since.
  [[nodiscard]] Result<std::vector<FindingReview>>
  restore(const std::vector<FindingReview> &reviews);

private:
  [[nodiscard]] Result<std::vector<FindingReview>>
  writeWhole(const char *query, const std::vector<FindingReview> &reviews);
  /// All or none, a few thousand at a time.
  template <typename Query>
  [[nodiscard]] Result<std::vector<FindingReview>> write(const std::vector<FindingReview> &reviews,
                                                         Query query);
  store::Session &m_session;
};

} // namespace tenantry::billing
