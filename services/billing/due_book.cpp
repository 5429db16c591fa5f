// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/due_book.h"

#include "services/billing/charged_usage.h"
#include "services/billing/usage_rating.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::billing {

namespace {

using Ids = std::vector<OrganizationId>;

void addLimits(const std::optional<store::Json> &limits, subscriptions::UsagePart &part) {
  if (limits)
    part.ownLimits = subscriptions::limitsFromJson(*limits);
}

void addCurrency(const std::optional<QString> &code, subscriptions::UsagePart &part) {
  if (!code)
    return;
  if (const auto currency = Currency::parse(*code))
    part.currency = *currency;
}

Result<> loadOpenParts(store::Session &session, const Ids &organizations, DueBook &book) {
  TENANTRY_TRY(rows,
               session.database.query("billing_open_parts", {{"organizations", organizations}}));
  for (const auto row : rows) {
    PartUsage usage;
    usage.part.organization = row.get<OrganizationId>(0);
    usage.part.subscription = row.get<SubscriptionId>(1);
    usage.part.planVersion = row.get<PlanVersionId>(2);
    usage.part.at = {row.get<Instant>(3), row.get<Instant>(4)};
    usage.part.days = {row.get<LocalDay>(5), row.get<LocalDay>(6)};
    usage.part.billable = row.get<bool>(7);
    addLimits(row.get<std::optional<store::Json>>(8), usage.part);
    addCurrency(row.get<std::optional<QString>>(9), usage.part);
    usage.isOfEnded = row.get<bool>(10);
    book.open[usage.part.organization].push_back(std::move(usage));
  }
  return {};
}

Result<> loadOpenTotals(store::Session &session, const Ids &organizations, DueBook &book) {
  TENANTRY_TRY(rows,
               session.database.query("billing_open_totals", {{"organizations", organizations}}));
  for (const auto row : rows) {
    const auto from = row.get<Instant>(2);
    for (auto &usage : book.open[row.get<OrganizationId>(0)])
      if (usage.part.at.from == from)
        usage.totals[row.get<QString>(1)] = {row.get<std::int64_t>(3), row.get<std::int64_t>(4),
                                             row.get<std::int64_t>(5)};
  }
  return {};
}

std::vector<QString> lastValues(const business::Applied &applied) {
  std::vector<QString> metrics;
  for (const auto &[id, metric] : applied.business.metrics)
    if (metric.aggregation == business::Aggregation::Last)
      metrics.push_back(id);
  return metrics;
}

Result<> loadLate(store::Session &session, const Ids &organizations,
                  const business::Applied &applied, DueBook &book) {
  TENANTRY_TRY(rows,
               session.database.query("billing_late_totals", {{"organizations", organizations},
                                                              {"metrics", lastValues(applied)}}));
  for (const auto row : rows) {
    auto &parts = book.late[row.get<OrganizationId>(0)];
    const auto from = row.get<Instant>(2);
    if (parts.empty() || parts.back().part.at.from != from) {
      PartUsage usage;
      usage.part.organization = row.get<OrganizationId>(0);
      usage.part.at = {from, row.get<Instant>(5)};
      usage.part.subscription = row.get<SubscriptionId>(6);
      usage.part.planVersion = row.get<PlanVersionId>(7);
      usage.part.days = {row.get<LocalDay>(8), row.get<LocalDay>(9)};
      addLimits(row.get<std::optional<store::Json>>(10), usage.part);
      usage.part.billable = row.get<bool>(12);
      addCurrency(row.get<std::optional<QString>>(13), usage.part);
      parts.push_back(std::move(usage));
    }
    parts.back().totals[row.get<QString>(1)] = {row.get<std::int64_t>(3), row.get<std::int64_t>(4),
                                                row.get<std::int64_t>(11)};
  }
  return {};
}

/// Which metrics of which parts were charged before and may come to less: late ones, and those
/// whose closing invoice was voided while later ones stand.
Result<> loadBilledUsages(store::Session &session, const business::Applied &applied,
                          DueBook &book) {
  AskedUsage asked;
  for (const auto *usages : {&book.late, &book.open})
    for (const auto &[organization, parts] : *usages)
      for (const auto &usage : parts)
        for (const auto &[metric, total] : usage.totals)
          if (total.chargedAmount() != 0 && mayComeToLess(usage, metric, applied)) {
            asked.organizations.push_back(organization);
            asked.metrics.push_back(metric);
            asked.parts.push_back(usage.part.at.from);
          }
  TENANTRY_TRY(billed, loadBilledUsage(session, asked, applied.business.taxRates));
  DocumentKeys documents;
  for (const auto &[organization, ofIt] : billed)
    for (const auto &usage : ofIt)
      documents.add(organization, usage.line.ref.document);
  book.billedUsage = std::move(billed);
  return loadDrafts(session, documents, book.drafts);
}

/// Where an invoice was voided, parts are open that closed ones follow.
std::vector<OrganizationId> withGaps(const DueBook &book) {
  std::vector<OrganizationId> found;
  for (const auto &[organization, parts] : book.open)
    if (std::adjacent_find(parts.begin(), parts.end(), [](const auto &a, const auto &b) {
          return a.part.at.to != b.part.at.from;
        }) != parts.end())
      found.push_back(organization);
  return found;
}

/// Whose open parts others than the void invoice that closed them may bill: those before the open
/// one, and after the end any.
std::vector<OrganizationId> withReopened(const DueBook &book) {
  auto found = withGaps(book);
  for (const auto &[organization, parts] : book.open)
    if (std::ranges::any_of(parts, &PartUsage::isOfEnded) &&
        std::ranges::find(found, organization) == found.end())
      found.push_back(organization);
  return found;
}

/// A part that began with a value has no total that a void invoice could leave what others bill of
/// it in.
Result<> loadUnsaidOfOpen(store::Session &session, const business::Applied &applied,
                          DueBook &book) {
  const auto metrics = lastValues(applied);
  LateUsage followed;
  for (const auto &organization : withReopened(book)) {
    auto &parts = followed[organization] = std::move(book.open[organization]);
    for (auto &usage : parts)
      for (const auto &metric : metrics)
        if (const auto [total, isNew] = usage.totals.try_emplace(metric); isNew)
          total->second.isCarried = true;
  }
  TENANTRY_CHECK(loadUnsaid(session, applied, followed));
  for (auto &[organization, parts] : followed) {
    for (auto &usage : parts)
      std::erase_if(usage.totals, [](const auto &one) {
        return one.second.isCarried && one.second.chargedAmount() == 0;
      });
    book.open[organization] = std::move(parts);
  }
  return {};
}

/// What those in between carry into the ones after them.
Result<> loadBetween(store::Session &session, const business::Applied &applied, DueBook &book) {
  const auto organizations = withGaps(book);
  const auto metrics = lastValues(applied);
  if (organizations.empty() || metrics.empty())
    return {};
  TENANTRY_TRY(rows,
               session.database.query("billing_between_totals",
                                      {{"organizations", organizations}, {"metrics", metrics}}));
  for (const auto row : rows) {
    PartUsage usage;
    usage.isClosed = true;
    usage.part.organization = row.get<OrganizationId>(0);
    usage.part.at = {row.get<Instant>(2), row.get<Instant>(3)};
    usage.totals[row.get<QString>(1)] = {row.get<std::int64_t>(4)};
    auto &open = book.open[usage.part.organization];
    open.insert(std::upper_bound(
                    open.begin(), open.end(), usage,
                    [](const auto &a, const auto &b) { return a.part.at.from < b.part.at.from; }),
                std::move(usage));
  }
  return {};
}

// A metric that keeps its last value is carried into the parts in which nothing was said about it.
Result<> loadCarried(store::Session &session, const Ids &organizations,
                     const business::Applied &applied, DueBook &book) {
  const auto metrics = lastValues(applied);
  if (metrics.empty())
    return {};
  TENANTRY_TRY(rows,
               session.database.query("billing_carried_totals",
                                      {{"organizations", organizations}, {"metrics", metrics}}));
  for (const auto row : rows)
    book.carried[row.get<OrganizationId>(0)][row.get<QString>(1)] = row.get<std::int64_t>(2);
  return {};
}

Result<> loadBalances(store::Session &session, const Ids &organizations, DueBook &book) {
  TENANTRY_TRY(rows,
               session.database.query("billing_balances", {{"organizations", organizations}}));
  for (const auto row : rows) {
    TENANTRY_TRY(currency, Currency::parse(row.get<QString>(1)));
    book.balances[row.get<OrganizationId>(0)][currency] = row.get<std::int64_t>(2);
  }
  return {};
}

Result<> loadHolds(store::Session &session, const Ids &organizations, DueBook &book) {
  TENANTRY_TRY(rows,
               session.database.query("organizations_on_hold", {{"organizations", organizations}}));
  for (const auto row : rows)
    book.onHold.insert(row.get<OrganizationId>(0));
  return {};
}

} // namespace

void sayCurrency(const OrganizationId &organization, const SubscriptionId &subscription,
                 Currency currency, DueBook &book) {
  for (auto *all : {&book.open, &book.late}) {
    const auto parts = all->find(organization);
    if (parts == all->end())
      continue;
    for (auto &usage : parts->second)
      if (usage.part.subscription == subscription && !usage.part.currency)
        usage.part.currency = currency;
  }
}

void enterParts(const subscriptions::Change &change, const Zone &zone, DueBook &book) {
  auto &open = book.open[change.after.organization];
  sayCurrency(change.after.organization, change.after.id,
              change.currencyBefore.value_or(change.after.currency), book);
  const auto opened = [&change](Instant from) {
    return std::find_if(
        change.opened.begin(), change.opened.end(),
        [from](const subscriptions::UsagePart &part) { return part.at.from == from; });
  };
  auto replacing = change.opened.end();
  for (auto &usage : open) {
    if (usage.isClosed)
      continue;
    if (usage.part.subscription == change.after.id)
      usage.part.ownLimits =
          subscriptions::partLimitsAfter(change, usage.part.at, std::move(usage.part.ownLimits));
    if (!change.cutPartAt || usage.part.subscription != change.after.id ||
        *change.cutPartAt < usage.part.at.from || usage.part.at.to <= *change.cutPartAt)
      continue;
    const auto successor = opened(usage.part.at.from);
    if (successor != change.opened.end()) {
      usage.part = *successor;
      replacing = successor;
    } else {
      usage.part.at.to =
          std::max(*change.cutPartAt, usage.part.at.from + std::chrono::microseconds(1));
      usage.part.days.to =
          std::max(zone.dayOf(*change.cutPartAt), usage.part.days.from + std::chrono::days(1));
    }
  }
  for (auto part = change.opened.begin(); part != change.opened.end(); ++part)
    if (part != replacing)
      open.push_back({*part, {}});
  sayCurrency(change.after.organization, change.after.id, change.after.currency, book);
}

Result<DueBook> loadDueBook(store::Session &session, const Ids &organizations,
                            const business::Applied &applied) {
  DueBook book;
  TENANTRY_CHECK(loadOpenParts(session, organizations, book));
  TENANTRY_CHECK(loadOpenTotals(session, organizations, book));
  TENANTRY_CHECK(loadLate(session, organizations, applied, book));
  TENANTRY_CHECK(loadFollowing(session, applied, book.late));
  TENANTRY_CHECK(loadUnsaid(session, applied, book.late));
  TENANTRY_CHECK(loadUnsaidOfOpen(session, applied, book));
  TENANTRY_CHECK(loadBilledUsages(session, applied, book));
  TENANTRY_CHECK(loadBetween(session, applied, book));
  TENANTRY_CHECK(loadCarried(session, organizations, applied, book));
  TENANTRY_CHECK(loadBalances(session, organizations, book));
  TENANTRY_CHECK(loadHolds(session, organizations, book));
  return book;
}

} // namespace tenantry::billing
