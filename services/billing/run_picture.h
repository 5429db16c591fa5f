// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/billing_run.h"

namespace tenantry::billing {

/// What a run would issue at a moment: what becomes final, and what stays a draft and why. That is
/// what somebody is asked about, and what the run is held against when it starts.
struct RunPicture {
  struct Sum {
    std::int64_t invoices = 0;
    std::int64_t total = 0; ///< minor units
    bool operator==(const Sum &) const = default;
  };
  using Sums = std::map<Currency, Sum>;

  Instant at{};
  bool isReviewed = false; ///< all are drafts first, which somebody finalizes
  Sums issued;             ///< get their number and are collected
  Sums drafted;
  std::vector<RunLowering> lowered{}; ///< drafts that are there
  std::int64_t onHold = 0;            ///< of the drafts: their organization is
  std::int64_t needApproval = 0;      ///< of the drafts: above the amount of four eyes, not on hold

  void add(const PlannedInvoice &planned);
  /// Nothing is asked about.
  [[nodiscard]] bool isEmpty() const {
    return issued.empty() && drafted.empty() && lowered.empty();
  }
  [[nodiscard]] static std::int64_t invoicesOf(const Sums &sums);
  [[nodiscard]] static std::map<Currency, std::int64_t> totalsOf(const Sums &sums);
};

/// As a run would find it now, nothing written. `progress` is told the subscriptions looked at and
/// says whether to go on; none: it said no.
[[nodiscard]] Result<std::optional<RunPicture>>
pictureOfRun(store::Session &session, business::AppliedBusiness &business,
             const std::function<bool(std::int64_t)> &progress = {});

/// Error `billing.picture_changed`, which names what is otherwise than it was seen.
[[nodiscard]] Result<> checkSeen(const RunPicture &seen, const RunPicture &now);

/// Issues everything due now if that still is what was seen. What becomes due while it runs is
/// issued with it. Error `billing.picture_changed`: nothing was written.
[[nodiscard]] Result<RunSummary> runAsSeen(store::Session &session,
                                           business::AppliedBusiness &business,
                                           const RunPicture &seen,
                                           const std::function<bool(std::int64_t)> &progress = {});

/// What is due now for an organization.
struct DuePicture {
  /// Less what is taken off drafts. The first amount's currency counts where there are two.
  Money total;
  QString digest;
};
using DuePictures = std::map<OrganizationId, DuePicture>; ///< where something is

[[nodiscard]] Result<DuePictures> picturesOfDue(store::Session &session,
                                                business::AppliedBusiness &business,
                                                const std::vector<OrganizationId> &organizations);

/// BillingRun::runFor, of one, if that still is what was seen; `seen`: its digest. Errors
/// `billing.picture_changed`, `billing.nothing_due`.
[[nodiscard]] Result<RunSummary> runForAsSeen(store::Session &session,
                                              business::AppliedBusiness &business,
                                              const OrganizationId &organization,
                                              const QString &seen);

} // namespace tenantry::billing
