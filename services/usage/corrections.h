// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/usage/event_listing.h"

namespace tenantry::usage {

/// What a person takes from an event that was counted too much.
struct UsageCorrection {
  OrganizationId organization;
  QString corrects;          ///< the key of the event
  std::int64_t quantity = 0; ///< above zero, at most what is left of it; smallest units
  QString reason;            ///< stands in the timeline
  QUuid id{};                ///< given: sent twice it is done once
};

/// What it comes to; smallest units.
struct CorrectionPicture {
  QString metric;
  int decimals = 0;
  std::int64_t left = 0;   ///< of the event, before it
  std::int64_t taken = 0;  ///< of that
  std::int64_t before = 0; ///< what the event's period came to
  std::int64_t after = 0;
  EventPeriod period{};
  QString closing{};      ///< the invoice that billed the event's part already; empty: none yet
  bool isCharged = false; ///< the plan asks money for it

  /// Where it is charged and billed, the difference goes back with the next invoice.
  [[nodiscard]] bool isOnNextInvoice() const { return isCharged && !closing.isEmpty(); }
  /// Changes with all that a person sees of it.
  [[nodiscard]] QString digest() const;
};

/// Corrections by hand (USE-1): a negative event that names the one it corrects, counted in the
/// period of that one, by finance.
class UsageCorrections {
public:
  UsageCorrections(store::Session &session, business::AppliedBusiness &business)
      : m_session(session), m_business(business) {}

  /// Nothing is written. Errors `usage.not_found`, `usage.quantity_invalid`,
  /// `usage.metric_unknown`.
  [[nodiscard]] Result<CorrectionPicture> preview(const UsageCorrection &correction);
  /// Likewise, and `usage.reason_missing`; `seen` is the digest of the preview that was confirmed:
  /// `usage.picture_changed` where it comes to something else by now.
  [[nodiscard]] Result<CorrectionPicture> act(const UsageCorrection &correction,
                                              const QString &seen = {});
  /// Of that event. Error `usage.not_found`.
  [[nodiscard]] Result<QString> metricOf(const OrganizationId &organization, const QString &key);
  /// Whether this login may; the database decides in any case.
  [[nodiscard]] Result<bool> mayCorrect();
  /// Whether a correction with this id was made.
  [[nodiscard]] Result<bool> knows(const OrganizationId &organization, const QUuid &id);

private:
  struct Found;
  [[nodiscard]] Result<Found> find(const UsageCorrection &correction);
  [[nodiscard]] Result<> weigh(const UsageCorrection &correction, const Found &found,
                               CorrectionPicture &picture);
  [[nodiscard]] Result<> write(const UsageCorrection &correction, const CorrectionPicture &picture,
                               const QString &key);
  [[nodiscard]] Result<CorrectionPicture> asDone(const UsageCorrection &correction);
  store::Session &m_session;
  business::AppliedBusiness &m_business;
};

} // namespace tenantry::usage
