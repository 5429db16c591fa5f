// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/business/apply.h"
#include "services/core/page.h"
#include "services/store/session.h"
#include "services/usage/values.h"

/// Usage over all organizations: who uses most of a metric in the running period, and who comes
/// near a limit (USE-3, USE-5).
namespace tenantry::usage {

struct StandingFilter {
  QString metric;
  int level = 0; ///< at least so many percent of the limit: 80, 90, 100; 0: all
  bool operator==(const StandingFilter &) const = default;
};

/// The last row before a page: what it is sorted by, and which it is.
struct StandingCursor {
  std::int64_t value = 0;
  OrganizationId organization;
  bool operator==(const StandingCursor &) const = default;
};

struct StandingQuery {
  StandingFilter filter{};
  bool byShare = false; ///< of the limit; else by what is used. The most first
  int pageSize = 100;
  std::optional<StandingCursor> after{}; ///< none: the first page
};

struct Standing {
  OrganizationId id;
  QString organizationName;
  QString planId;
  LocalDay periodTo{}; ///< when the period ends, where the customer lives
  Quota quota;         ///< without what is reserved
  /// Of the limit, in thousandths; −1: there is none.
  std::int64_t share = -1;
  std::optional<LocalDay> limitDay{}; ///< at its pace; none: not in this period
  std::int64_t place = 0;             ///< what it is sorted by
};

using StandingPage = PageOf<Standing, StandingCursor>;

/// How many use a metric in their running period, and how many of them have reached so much.
struct StandingLevels {
  std::int64_t all = 0;
  std::int64_t approaching = 0; ///< 80 % and more
  std::int64_t warning = 0;     ///< 90 % and more
  std::int64_t exceeded = 0;    ///< 100 % and more
  [[nodiscard]] std::int64_t atLeast(int level) const;
};

/// Each reads where every live subscription stands.
class Standings {
public:
  static constexpr int mostRows = 200;

  Standings(store::Session &session, business::AppliedBusiness &business)
      : m_session(session), m_business(business) {}

  /// Errors `list.page_size` (1 to 200), `usage.metric_unknown`.
  [[nodiscard]] Result<StandingPage> page(const StandingQuery &query);
  [[nodiscard]] Result<StandingLevels> levels(const QString &metric);

private:
  [[nodiscard]] Result<> forecast(const business::Metric &metric, std::vector<Standing> &rows);

  store::Session &m_session;
  business::AppliedBusiness &m_business;
};

} // namespace tenantry::usage
