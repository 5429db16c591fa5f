// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/subscriptions/repository.h"

using namespace Qt::StringLiterals;

namespace tenantry::subscriptions {

namespace {

Result<> allWritten(const Result<std::int64_t> &written, std::size_t wanted) {
  if (!written)
    return tl::unexpected(written.error());
  if (*written != static_cast<std::int64_t>(wanted))
    return fail(u"store.conflict"_s,
                u"Someone else changed a subscription at the same moment; look at "
                u"it again."_s);
  return {};
}

} // namespace

/// One array per column of subscription_add and subscription_write.
struct Repository::Columns {
  std::vector<OrganizationId> organizations;
  std::vector<SubscriptionId> subscriptions;
  std::vector<PlanVersionId> planVersions;
  std::vector<QString> plans, statuses, reasons, intervals, currencies, actions;
  std::vector<std::int64_t> seats, anchorTimes, anchorIndexes, indexes, mrrs, revisions;
  std::vector<std::optional<std::int64_t>> overrides, invoiceIndexes, told, rests;
  std::vector<LocalDay> anchors, froms, tos;
  std::vector<std::optional<LocalDay>> trialEnds;
  std::vector<Instant> fromsAt, tosAt, starts;
  std::vector<std::optional<Instant>> trialEndsAt, invoicesAt, dues, ends;
  std::vector<bool> reminded, renews;
  std::vector<std::optional<store::Json>> schedules, limits, items;

  void add(const Change &change) {
    const Subscription &row = change.after;
    organizations.push_back(row.organization);
    subscriptions.push_back(row.id);
    plans.push_back(row.planId);
    planVersions.push_back(row.planVersion);
    statuses.push_back(toString(row.status));
    reasons.push_back(row.statusReason);
    intervals.push_back(tenantry::toString(row.interval));
    currencies.push_back(row.currency.code());
    seats.push_back(row.seats);
    overrides.push_back(row.priceOverride);
    limits.push_back(row.ownLimits.empty() ? std::nullopt : std::optional(toJson(row.ownLimits)));
    items.push_back(row.items.empty() ? std::nullopt : std::optional(toJson(row.items)));
    anchors.push_back(row.anchor);
    anchorTimes.push_back(row.anchorTime.count());
    anchorIndexes.push_back(row.anchorIndex);
    indexes.push_back(row.periodIndex);
    froms.push_back(row.period.from);
    tos.push_back(row.period.to);
    fromsAt.push_back(row.periodAt.from);
    tosAt.push_back(row.periodAt.to);
    trialEnds.push_back(row.trialEnd);
    trialEndsAt.push_back(row.trialEndAt);
    reminded.push_back(row.trialReminded);
    renews.push_back(row.autoRenew);
    told.push_back(row.expiryToldFor);
    rests.push_back(row.restIndex);
    actions.push_back(subscriptions::toString(row.scheduled.action));
    const bool detailed =
        row.scheduled.action != ScheduledAction::None && !row.scheduled.detail.is_null();
    schedules.push_back(detailed ? std::optional(row.scheduled.detail) : std::nullopt);
    invoiceIndexes.push_back(row.invoiceIndex ? std::optional<std::int64_t>(*row.invoiceIndex)
                                              : std::nullopt);
    invoicesAt.push_back(row.invoiceAt);
    dues.push_back(row.dueAt);
    mrrs.push_back(row.mrrTwelfths);
    starts.push_back(row.startedAt);
    ends.push_back(row.endedAt);
    revisions.push_back(change.revisionBefore);
  }
};

/// One array per column of subscription_move_on.
struct Repository::CycleColumns {
  std::vector<OrganizationId> organizations;
  std::vector<SubscriptionId> subscriptions;
  std::vector<std::int64_t> indexes, mrrs, revisions;
  std::vector<LocalDay> froms, tos;
  std::vector<Instant> fromsAt, tosAt;
  std::vector<std::optional<std::int64_t>> invoiceIndexes;
  std::vector<std::optional<Instant>> invoicesAt, dues;

  void add(const Change &change) {
    const Subscription &row = change.after;
    organizations.push_back(row.organization);
    subscriptions.push_back(row.id);
    indexes.push_back(row.periodIndex);
    froms.push_back(row.period.from);
    tos.push_back(row.period.to);
    fromsAt.push_back(row.periodAt.from);
    tosAt.push_back(row.periodAt.to);
    invoiceIndexes.push_back(row.invoiceIndex ? std::optional<std::int64_t>(*row.invoiceIndex)
                                              : std::nullopt);
    invoicesAt.push_back(row.invoiceAt);
    dues.push_back(row.dueAt);
    mrrs.push_back(row.mrrTwelfths);
    revisions.push_back(change.revisionBefore);
  }
};

Result<> Repository::writeRows(const char *query, const Columns &rows) {
  if (rows.organizations.empty())
    return {};
  auto written = m_session.database.execute(query, {{"organizations", rows.organizations},
                                                    {"subscriptions", rows.subscriptions},
                                                    {"plans", rows.plans},
                                                    {"plan_versions", rows.planVersions},
                                                    {"statuses", rows.statuses},
                                                    {"reasons", rows.reasons},
                                                    {"intervals", rows.intervals},
                                                    {"currencies", rows.currencies},
                                                    {"seats", rows.seats},
                                                    {"overrides", rows.overrides},
                                                    {"limits", rows.limits},
                                                    {"items", rows.items},
                                                    {"anchors", rows.anchors},
                                                    {"anchor_times", rows.anchorTimes},
                                                    {"anchor_indexes", rows.anchorIndexes},
                                                    {"indexes", rows.indexes},
                                                    {"froms", rows.froms},
                                                    {"tos", rows.tos},
                                                    {"froms_at", rows.fromsAt},
                                                    {"tos_at", rows.tosAt},
                                                    {"trial_ends", rows.trialEnds},
                                                    {"trial_ends_at", rows.trialEndsAt},
                                                    {"reminded", rows.reminded},
                                                    {"renews", rows.renews},
                                                    {"told", rows.told},
                                                    {"actions", rows.actions},
                                                    {"schedules", rows.schedules},
                                                    {"invoice_indexes", rows.invoiceIndexes},
                                                    {"invoices_at", rows.invoicesAt},
                                                    {"dues", rows.dues},
                                                    {"mrrs", rows.mrrs},
                                                    {"starts", rows.starts},
                                                    {"ends", rows.ends},
                                                    {"rests", rows.rests},
                                                    {"revisions", rows.revisions}});
  if (!written && written.error().place.field == "subscription_live"_L1)
    return fail(u"subscription.exists"_s,
                u"The organization already has a subscription that has not ended."_s);
  return allWritten(written, rows.organizations.size());
}

Result<> Repository::moveOn(const CycleColumns &rows) {
  if (rows.organizations.empty())
    return {};
  return allWritten(
      m_session.database.execute("subscription_move_on", {{"organizations", rows.organizations},
                                                          {"subscriptions", rows.subscriptions},
                                                          {"indexes", rows.indexes},
                                                          {"froms", rows.froms},
                                                          {"tos", rows.tos},
                                                          {"froms_at", rows.fromsAt},
                                                          {"tos_at", rows.tosAt},
                                                          {"invoice_indexes", rows.invoiceIndexes},
                                                          {"invoices_at", rows.invoicesAt},
                                                          {"dues", rows.dues},
                                                          {"mrrs", rows.mrrs},
                                                          {"revisions", rows.revisions}}),
      rows.organizations.size());
}

Result<> Repository::write(const std::vector<Change> &changes) {
  Columns begun, running;
  CycleColumns movedOn;
  for (const auto &change : changes) {
    if (change.cycleOnly && change.revisionBefore != 0)
      movedOn.add(change);
    else
      (change.revisionBefore == 0 ? begun : running).add(change);
  }
  TENANTRY_CHECK(writeRows("subscription_add", begun));
  TENANTRY_CHECK(writeRows("subscription_write", running));
  return moveOn(movedOn);
}

} // namespace tenantry::subscriptions
