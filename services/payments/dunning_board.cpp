// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/dunning_board.h"

#include "services/core/greatest_id.h"
#include "services/organizations/listing.h"
#include "services/payments/dunning_service.h"
#include "services/payments/repository.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::payments {

namespace {

DunningCursor startOf(const DunningQuery &query) {
  if (query.ascending)
    return {Instant::min(), {}, {}};
  return {Instant::max(), OrganizationId(greatestId), InvoiceId(greatestId)};
}

struct FilterValues {
  store::Parameter step, decline, currency, search;
};

FilterValues valuesOf(const DunningFilter &filter) {
  const QString search = filter.search.trimmed();
  return {{"step", filter.step ? toString(*filter.step) : QString()},
          {"decline", filter.decline ? toString(*filter.decline) : QString()},
          {"currency", filter.currency},
          {"search", search.isEmpty() ? QString() : organizations::searchPattern(search)}};
}

const char *statementOf(const DunningQuery &query) {
  if (query.sort == DunningSort::Next)
    return query.ascending ? "dunning_by_next_ascending" : "dunning_by_next_descending";
  return query.ascending ? "dunning_by_opened_ascending" : "dunning_by_opened_descending";
}

Extension extensionFrom(const store::Row &row) {
  return {row.get<ExtensionId>(0),
          row.get<LocalDay>(1),
          row.get<Instant>(2),
          row.get<QString>(3),
          row.get<QString>(4),
          row.get<Instant>(5),
          row.get<std::optional<QString>>(6).value_or(QString()),
          row.get<std::optional<Instant>>(7)};
}

/// One wait, where several are the same.
void leaveOut(std::vector<Wait> &waits, const Extension &extension) {
  const auto found = std::find_if(waits.begin(), waits.end(), [&](const Wait &wait) {
    return wait.from == extension.givenAt && wait.until == extension.untilAt;
  });
  if (found != waits.end())
    waits.erase(found);
}

} // namespace

Result<int> DunningBoard::ladder() {
  TENANTRY_TRY(applied, m_business.current(m_session));
  return int(applied->business.dunning.retryAfterDays.size()) + 1;
}

Result<DunningRow> DunningBoard::read(const store::Row &row, int ladder) {
  TENANTRY_TRY(currency, Currency::parse(row.get<QString>(6)));
  TENANTRY_TRY(step, parseDunningStep(row.get<QString>(7)));
  TENANTRY_TRY(decline, parseDeclineClass(row.get<QString>(10)));
  TENANTRY_TRY(act, parseDunningAct(row.get<QString>(11)));
  const auto at = row.get<Instant>(12);
  DunningRow read;
  read.organization = row.get<OrganizationId>(0);
  read.id = row.get<InvoiceId>(1);
  read.organizationName = row.get<QString>(2);
  read.number = row.get<QString>(4);
  read.due = Money(row.get<std::int64_t>(5), currency);
  read.step = step;
  read.tries = row.get<int>(8);
  read.mostTries = std::max(read.tries, ladder);
  read.declineCode = row.get<QString>(9);
  read.decline = decline;
  read.act = act;
  read.actAt = at == Instant::max() ? std::nullopt : std::optional(at);
  read.openedAt = row.get<Instant>(13);
  read.isSuspended = row.get<bool>(14);
  read.isTrying = row.get<bool>(15);
  return read;
}

Result<DunningPage> DunningBoard::page(const DunningQuery &query) {
  if (query.pageSize < 1 || query.pageSize > mostRows)
    return fail(u"list.page_size"_s, u"A page has 1 to %1 rows."_s.arg(mostRows));
  const auto cursor = query.after.value_or(startOf(query));
  const auto filter = valuesOf(query.filter);
  // One more tells whether there is a next page.
  TENANTRY_TRY(rows,
               m_session.database.query(statementOf(query), {filter.step,
                                                             filter.decline,
                                                             filter.currency,
                                                             filter.search,
                                                             {"value", cursor.value},
                                                             {"organization", cursor.organization},
                                                             {"id", cursor.invoice},
                                                             {"count", query.pageSize + 1}}));
  TENANTRY_TRY(most, ladder());
  DunningPage page;
  for (int i = 0; i < std::min(query.pageSize, rows.size()); ++i) {
    TENANTRY_TRY(one, read(rows[i], most));
    page.rows.push_back(std::move(one));
  }
  if (rows.size() > query.pageSize) {
    const auto &last = page.rows.back();
    const bool isByNext = query.sort == DunningSort::Next;
    page.next = {isByNext ? last.actAt.value_or(Instant::max()) : last.openedAt, last.organization,
                 last.id};
  }
  return page;
}

Result<std::int64_t> DunningBoard::count(const DunningFilter &wanted) {
  const auto filter = valuesOf(wanted);
  TENANTRY_TRY(
      rows,
      m_session.database.query(
          "dunning_counted",
          {filter.step, filter.decline, filter.currency, filter.search, {"most", countLimit + 1}}));
  return rows[0].get<std::int64_t>(0);
}

Result<std::map<DunningStep, DunningSum>> DunningBoard::sums() {
  TENANTRY_TRY(rows, m_session.database.query("dunning_sums"));
  std::map<DunningStep, DunningSum> sums;
  for (const auto row : rows) {
    TENANTRY_TRY(step, parseDunningStep(row.get<QString>(0)));
    TENANTRY_TRY(currency, Currency::parse(row.get<QString>(1)));
    sums[step].count += row.get<std::int64_t>(2);
    sums[step].due[currency] += row.get<std::int64_t>(3);
  }
  return sums;
}

Result<DunningOutcome> DunningBoard::outcome(Instant from, Instant until) {
  TENANTRY_TRY(rows,
               m_session.database.query("dunning_outcomes", {{"from", from}, {"until", until}}));
  DunningOutcome outcome;
  for (const auto row : rows) {
    TENANTRY_TRY(currency, Currency::parse(row.get<QString>(0)));
    outcome.cases += row.get<std::int64_t>(1);
    outcome.recovered[currency] = row.get<std::int64_t>(2);
    outcome.lostCases += row.get<std::int64_t>(3);
    outcome.lost[currency] = row.get<std::int64_t>(4);
  }
  return outcome;
}

Result<DunningSheet> DunningBoard::sheet(const billing::InvoiceKey &key,
                                         const std::optional<ExtensionId> &without) {
  auto &database = m_session.database;
  TENANTRY_TRY(rows,
               database.query("dunning_cases", {{"organizations", std::vector{key.organization}},
                                                {"invoices", std::vector{key.invoice}}}));
  if (rows.isEmpty())
    return fail(u"dunning.not_found"_s, u"This invoice is not in dunning, or no longer."_s);
  TENANTRY_TRY(most, ladder());
  TENANTRY_TRY(row, read(rows[0], most));
  DunningSheet sheet;
  sheet.row = row;
  Repository repository(m_session);
  TENANTRY_TRY(method, repository.method(key.organization));
  sheet.hasMethod = method.has_value();
  TENANTRY_TRY(tries, repository.ofInvoice(key.organization, key.invoice));
  sheet.tries = std::move(tries);
  TENANTRY_TRY(given,
               database.query("dunning_extensions_of_invoice",
                              {{"organization", key.organization}, {"invoice", key.invoice}}));
  for (const auto one : given)
    sheet.extensions.push_back(extensionFrom(one));
  TENANTRY_TRY(invoice,
               billing::BillingService(m_session, m_business).find(key.organization, key.invoice));
  TENANTRY_TRY(applied, m_business.current(m_session));
  DunningService dunning(m_session, m_business);
  TENANTRY_TRY(debt, dunning.debtOf(invoice));
  TENANTRY_TRY(held, dunning.isHeldBack(invoice));
  for (const auto &one : sheet.extensions)
    if (without == one.id)
      leaveOut(debt.extensions, one);
  sheet.stages =
      dunningOutlook(applied->business.dunning, std::move(debt), held, m_session.clock.now());
  return sheet;
}

} // namespace tenantry::payments
