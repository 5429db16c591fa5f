// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/store/session.h"
#include "services/usage/batch_totals.h"

#include <set>

namespace tenantry::usage {

/// A total that has come to at least 80 % of its limit; both in smallest units.
struct Reached {
  OrganizationId organization;
  const business::Metric *metric = nullptr;
  Instant periodFrom{};
  std::int64_t used = 0;
  std::int64_t limit = 0;
};

/// An event that another one corrects.
struct Corrected {
  OrganizationId organization;
  QString key;
  QString metric;
  std::int64_t quantity = 0; ///< what earlier corrections left of it
  Instant part{};
  bool isCorrection = false;
};

/// Usage ↔ rows; internal to this domain. What writes runs in the caller's transaction.
class UsageRepository {
public:
  explicit UsageRepository(store::Session &session) : m_session(session) {}

  /// Parts that end after `since`.
  [[nodiscard]] Result<std::vector<Part>> parts(const std::vector<OrganizationId> &organizations,
                                                Instant since);
  /// Error `organization.not_found`, naming the first that does not exist.
  [[nodiscard]] Result<> requireOrganizations(const std::vector<OrganizationId> &organizations);
  /// What is left of these events, by all that is stored.
  [[nodiscard]] Result<std::vector<Corrected>>
  corrected(const std::vector<OrganizationId> &organizations, const std::vector<QString> &keys);
  /// Those of these events that are there already.
  [[nodiscard]] Result<std::set<std::pair<OrganizationId, QString>>>
  stored(const std::vector<OrganizationId> &organizations, const std::vector<QString> &keys);

  /// Writes the events and marks those that were there before as repeated.
  [[nodiscard]] Result<> insert(std::vector<PlannedEvent> &sorted);
  /// Keeps which of those that are new came when their part was over.
  [[nodiscard]] Result<> noteLate(const std::vector<PlannedEvent> &sorted, const PartBook &parts);
  /// Writes what they come to; gives what is near its limit.
  [[nodiscard]] Result<std::vector<Reached>> add(BatchTotals &totals, const PartBook &parts);

  /// Where these metrics stand in the period that begins there (noPart: outside of any).
  [[nodiscard]] Result<std::vector<Quota>>
  standing(const OrganizationId &organization, Instant period,
           const std::map<QString, business::Metric> &metrics);

private:
  [[nodiscard]] Result<> copyIn(const std::vector<PlannedEvent> &sorted);
  [[nodiscard]] Result<> insertNew(std::vector<PlannedEvent> &sorted);
  [[nodiscard]] Result<> addValues(BatchTotals &totals);
  [[nodiscard]] Result<> addTotals(business::Aggregation aggregation,
                                   const std::vector<Total> &totals, const PartBook &parts,
                                   std::vector<Reached> &reached);
  [[nodiscard]] Result<> countAgain(const Total &total);
  store::Session &m_session;
};

} // namespace tenantry::usage
