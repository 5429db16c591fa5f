// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/business/applied.h"
#include "services/store/session.h"

/// Recomputes every derived figure from its source and names each difference.
namespace tenantry::scenarios {

/// One stored figure that its source does not confirm.
struct Difference {
  QString check;               ///< "invoice.paid": the name of a check
  OrganizationId organization; ///< null: the figure belongs to no organization
  QString subject;             ///< what the figure is of: an invoice's number, a currency, an id
  QString expected;            ///< what the source says
  QString found;               ///< what is stored

  [[nodiscard]] QString toString() const; ///< a sentence
};

struct CheckOutcome {
  QString check;
  QString meaning; ///< "amount paid = Σ allocations of payments"
  std::vector<Difference> differences;
  bool isCut = false; ///< there may be more differences than are listed
};

struct DoctorReport {
  std::vector<CheckOutcome> checks;
  [[nodiscard]] bool isSound() const;
  [[nodiscard]] std::int64_t differences() const;
};

/// Every check, each on a snapshot of its own, so that it may run while work goes on. At most
/// `limit` differences of each are listed. Needs to read every organization: the worker's role.
[[nodiscard]] Result<DoctorReport> examine(store::Session &session,
                                           business::AppliedBusiness &business, int limit = 100);

} // namespace tenantry::scenarios
