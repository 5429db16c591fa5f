// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/books.h"
#include "services/billing/ledger_rules.h"
#include "services/billing/months.h"
#include "services/billing/paid_documents.h"
#include "services/billing/recognition.h"
#include "services/billing/reopening.h"
#include "services/jobs/dispatcher.h"

using namespace Qt::StringLiterals;

namespace tenantry::billing {

namespace {

constexpr std::int64_t journalPage = 5'000, organizationPage = 500;

QString wordsOf(std::chrono::year_month month) { return toIso(firstDayOf(month)).left(7); }

Result<> writeClosing(store::Session &session, LocalDay through, const QString &reason) {
  TENANTRY_CHECK(session.database.execute("books_close", {{"through", through},
                                                          {"reason", reason},
                                                          {"actor", session.actor},
                                                          {"now", session.clock.now()}}));
  return tellBooksChanged(session);
}

Result<> refuseClosed(store::Session &session, std::chrono::year_month month) {
  TENANTRY_TRY(closed, closedThrough(session));
  if (closed && *closed >= firstDayOf(month + std::chrono::months(1)) - std::chrono::days(1))
    return fail(u"ledger.closed"_s, u"%1 is already closed; the books are closed through %2."_s.arg(
                                        wordsOf(month), toIso(*closed)));
  return {};
}

/// Spreads what is left of a line over the months of its days.
void spread(RevenueSchedule &schedule, const Currency &currency, std::int64_t net,
            const DayRange &days, std::int64_t recognized, std::chrono::year_month running) {
  auto month = std::max(running, monthOf(days.from));
  while (recognized != net) {
    const auto step =
        recognizable(net, days, firstDayOf(month + std::chrono::months(1)), recognized);
    if (step != 0)
      schedule[{month, currency}] += step;
    recognized += step;
    month += std::chrono::months(1);
  }
}

JournalEntry readEntry(const store::Row &row) {
  JournalEntry entry;
  entry.day = row.get<LocalDay>(0);
  entry.organization = row.get<OrganizationId>(1);
  entry.transaction = row.get<QUuid>(2);
  entry.entry = row.get<std::int64_t>(3);
  entry.organizationName = row.get<QString>(4);
  entry.account = row.get<QString>(5);
  entry.amount = Money(row.get<std::int64_t>(6), *Currency::parse(row.get<QString>(7)));
  entry.cause = row.get<QString>(8);
  entry.document = row.get<QString>(9);
  entry.bookedAt = row.get<Instant>(10);
  return entry;
}

std::set<PaymentKey> paymentsAmong(const store::Rows &entries) {
  std::set<PaymentKey> payments;
  for (const auto row : entries)
    if (const auto document = row.get<std::optional<QUuid>>(11);
        document && isOfPayment(row.get<QString>(8)))
      payments.insert({row.get<OrganizationId>(1), *document});
  return payments;
}

OpenItem readOpenItem(const store::Row &row) {
  const auto currency = *Currency::parse(row.get<QString>(5));
  return {row.get<QString>(0),
          row.get<QString>(1),
          row.get<OrganizationId>(2),
          row.get<LocalDay>(3),
          row.get<LocalDay>(4),
          Money(row.get<std::int64_t>(6), currency),
          Money(row.get<std::int64_t>(7), currency)};
}

} // namespace

Result<bool>
forOrganizations(store::Session &session,
                 const std::function<Result<>(const std::vector<OrganizationId> &)> &take,
                 const BookProgress &goOn) {
  std::int64_t done = 0;
  OrganizationId after;
  for (;;) {
    TENANTRY_TRY(rows, session.database.query("ledger_organizations",
                                              {{"after", after}, {"limit", organizationPage}}));
    if (rows.isEmpty())
      return true;
    std::vector<OrganizationId> some;
    for (const auto row : rows)
      some.push_back(row.get<OrganizationId>(0));
    TENANTRY_CHECK(take(some));
    after = some.back();
    done += rows.size();
    if (!goOn(done))
      return false;
  }
}

Result<std::optional<LocalDay>> closedThrough(store::Session &session) {
  TENANTRY_TRY(found, session.database.one<std::optional<LocalDay>>("books_closed_through"));
  return std::get<0>(*found);
}

Result<bool> mayCloseMonths(store::Session &session) {
  TENANTRY_TRY(rights, session.database.one<bool>("books_rights"));
  return std::get<0>(*rights);
}

Result<> tellBooksChanged(store::Session &session) {
  TENANTRY_CHECK(session.database.query("dispatch_tell", {{"channel", QString(jobs::newsChannel)},
                                                          {"payload", QString(jobs::bookNews)}}));
  return {};
}

Result<> checkClosing(store::Session &session, business::AppliedBusiness &business,
                      std::chrono::year_month month) {
  TENANTRY_TRY(applied, business.current(session));
  const LocalDay next = firstDayOf(month + std::chrono::months(1));
  if (applied->zone().dayOf(session.clock.now()) < next)
    return fail(
        u"ledger.month_running"_s,
        u"%1 is not over yet; it can be closed from %2 on."_s.arg(wordsOf(month), toIso(next)));
  return refuseClosed(session, month);
}

Result<LocalDay> closeMonth(store::Session &session, business::AppliedBusiness &business,
                            std::chrono::year_month month) {
  TENANTRY_CHECK(checkClosing(session, business, month));
  TENANTRY_CHECK(recognizeRevenue(session, business));
  return session.database.transaction([&]() -> Result<LocalDay> {
    TENANTRY_CHECK(session.database.query("books_lock"));
    TENANTRY_CHECK(refuseClosed(session, month));
    const LocalDay last = firstDayOf(month + std::chrono::months(1)) - std::chrono::days(1);
    TENANTRY_CHECK(writeClosing(session, last, {}));
    return last;
  });
}

Result<std::optional<LocalDay>> reopenMonth(store::Session &session, std::chrono::year_month month,
                                            const QString &reason, const QString &seen) {
  if (reason.trimmed().isEmpty())
    return fail(u"ledger.reason_missing"_s, u"Say why %1 is reopened."_s.arg(wordsOf(month)));
  return session.database.transaction([&]() -> Result<std::optional<LocalDay>> {
    TENANTRY_CHECK(session.database.query("books_lock"));
    TENANTRY_TRY(reopening, previewReopening(session, month));
    if (!seen.isEmpty() && seen != reopening.digest())
      return fail(u"ledger.picture_changed"_s,
                  u"What opening %1 again comes to has changed since; look at it again."_s.arg(
                      wordsOf(month)));
    TENANTRY_CHECK(writeClosing(session, reopening.through, reason.trimmed()));
    return reopening.through;
  });
}

Result<bool> readJournal(store::Session &session, const DayRange &days,
                         const std::function<void(const JournalEntry &)> &take,
                         const BookProgress &goOn) {
  std::int64_t done = 0;
  JournalEntry last;
  last.day = days.from;
  for (;;) {
    TENANTRY_TRY(rows,
                 session.database.query("ledger_journal", {{"day", last.day},
                                                           {"organization", last.organization},
                                                           {"transaction", last.transaction},
                                                           {"entry", last.entry},
                                                           {"until", days.to},
                                                           {"limit", journalPage}}));
    TENANTRY_TRY(paid, paidDocuments(session, paymentsAmong(rows)));
    for (const auto row : rows) {
      last = readEntry(row);
      if (const auto payment = row.get<std::optional<QUuid>>(11); payment) {
        const auto known = paid.find({last.organization, *payment});
        if (known != paid.end()) {
          last.document = known->second.invoices.join(u", "_s);
          last.reference = known->second.reference;
        }
      }
      take(last);
    }
    done += rows.size();
    if (!goOn(done))
      return false;
    if (rows.size() < journalPage)
      return true;
  }
}

Result<bool> readOpenItems(store::Session &session,
                           const std::function<void(const OpenItem &)> &take,
                           const BookProgress &goOn) {
  std::int64_t done = 0;
  QString after;
  OrganizationId organization; // what came from elsewhere may have the number of another's
  for (;;) {
    TENANTRY_TRY(rows, session.database.query("ledger_open_items", {{"after", after},
                                                                    {"organization", organization},
                                                                    {"limit", journalPage}}));
    for (const auto row : rows) {
      const auto item = readOpenItem(row);
      after = item.number;
      organization = item.organization;
      take(item);
    }
    done += rows.size();
    if (!goOn(done))
      return false;
    if (rows.size() < journalPage)
      return true;
  }
}

Result<bool> readOpenItemsOn(store::Session &session, LocalDay day,
                             const std::function<void(const OpenItem &)> &take,
                             const BookProgress &goOn) {
  return forOrganizations(
      session,
      [&](const std::vector<OrganizationId> &some) -> Result<> {
        TENANTRY_TRY(rows, session.database.query("ledger_open_items_on",
                                                  {{"organizations", some}, {"day", day}}));
        for (const auto row : rows)
          take(readOpenItem(row));
        return {};
      },
      goOn);
}

Result<std::optional<RevenueSchedule>> revenueSchedule(store::Session &session,
                                                       business::AppliedBusiness &business,
                                                       const BookProgress &goOn) {
  TENANTRY_TRY(applied, business.current(session));
  const auto running = monthOf(applied->zone().dayOf(session.clock.now()));
  RevenueSchedule schedule;
  const auto take = [&](const std::vector<OrganizationId> &some) -> Result<> {
    TENANTRY_TRY(rows, session.database.query("ledger_deferred_lines", {{"organizations", some}}));
    for (const auto row : rows)
      spread(schedule, *Currency::parse(row.get<QString>(0)), row.get<std::int64_t>(1),
             {row.get<LocalDay>(2), row.get<LocalDay>(3)}, row.get<std::int64_t>(4), running);
    return {};
  };
  TENANTRY_TRY(isWhole, forOrganizations(session, take, goOn));
  return isWhole ? std::optional(std::move(schedule)) : std::nullopt;
}

} // namespace tenantry::billing
