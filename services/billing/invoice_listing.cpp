// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/invoice_listing.h"

#include "services/billing/numbering.h"
#include "services/core/greatest_id.h"
#include "services/core/zone.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using std::chrono::year;

namespace tenantry::billing {

namespace {

const OrganizationId firstOrganization;
const InvoiceId firstInvoice;
constexpr LocalDay firstDay{std::chrono::local_days{year{1} / 1 / 1}};
constexpr LocalDay lastDay{std::chrono::local_days{year{9999} / 12 / 31}};

bool isByNumber(const InvoiceQuery &query) { return !query.number.trimmed().isEmpty(); }

bool areUnanswered(const InvoiceQuery &query) {
  return !isByNumber(query) && query.filter == InvoiceFilter::Unanswered;
}

/// Of one organization, whatever their status.
bool isOfOne(const InvoiceQuery &query) {
  return !isByNumber(query) && !areUnanswered(query) && query.organization;
}

bool isOfDrafts(const InvoiceQuery &query) {
  return !isByNumber(query) && !isOfOne(query) && query.filter == InvoiceFilter::Draft;
}

bool isByDue(const InvoiceQuery &query) {
  return !isByNumber(query) && !isOfOne(query) && !isOfDrafts(query) &&
         (query.sort == InvoiceSort::Due || query.filter == InvoiceFilter::Overdue);
}

QString statusWord(InvoiceFilter filter) {
  switch (filter) {
  case InvoiceFilter::All:
    return {};
  case InvoiceFilter::Open:
  case InvoiceFilter::Overdue:
    return toString(InvoiceStatus::Open);
  case InvoiceFilter::Paid:
    return toString(InvoiceStatus::Paid);
  case InvoiceFilter::Void:
    return toString(InvoiceStatus::Void);
  case InvoiceFilter::Uncollectible:
    return toString(InvoiceStatus::Uncollectible);
  case InvoiceFilter::Draft:
    return toString(InvoiceStatus::Draft);
  case InvoiceFilter::CreditNote:
  case InvoiceFilter::Unanswered:
    break;
  }
  throw ProgrammingError("a filter of invoices without a status");
}

/// Those that such a filter shows of one organization.
std::vector<QString> statusWords(InvoiceFilter filter) {
  if (filter != InvoiceFilter::All)
    return {statusWord(filter)};
  std::vector<QString> words;
  for (const auto issued : {InvoiceStatus::Open, InvoiceStatus::Paid, InvoiceStatus::Void,
                            InvoiceStatus::Uncollectible})
    words.push_back(toString(issued));
  return words;
}

/// Before the first row of that order.
InvoiceCursor start(const InvoiceQuery &query) {
  if (isByNumber(query))
    return {query.number.trimmed(), firstOrganization, firstInvoice};
  const bool up = query.ascending;
  if (!isByDue(query) && !isOfDrafts(query))
    return {up ? firstDay : lastDay, firstOrganization, firstInvoice};
  return {up ? Instant::min() : Instant::max(), up ? firstOrganization : OrganizationId(greatestId),
          up ? firstInvoice : InvoiceId(greatestId)};
}

InvoiceCursor cursorOf(const InvoiceQuery &query, const InvoiceRow &row) {
  if (isByNumber(query))
    return {row.number, row.organization, row.id};
  if (isOfDrafts(query))
    return {*row.madeAt, row.organization, row.id};
  if (isByDue(query))
    return {*row.dueAt, row.organization, row.id};
  return {row.issuedOn ? *row.issuedOn : Zone().dayOf(*row.madeAt), row.organization, row.id};
}

Result<InvoiceRow> read(const store::Row &row, bool hasHold) {
  InvoiceRow read;
  TENANTRY_TRY(kind, parseInvoiceKind(row.get<QString>(3)));
  TENANTRY_TRY(status, parseInvoiceStatus(row.get<QString>(4)));
  TENANTRY_TRY(currency, Currency::parse(row.get<QString>(5)));
  read.organization = row.get<OrganizationId>(0);
  read.id = row.get<InvoiceId>(1);
  read.number = row.get<QString>(2);
  read.kind = kind;
  read.status = status;
  read.currency = currency;
  read.total = row.get<std::int64_t>(6);
  read.amountDue = status == InvoiceStatus::Void ? 0 : row.get<std::int64_t>(7);
  read.issuedOn = row.get<std::optional<LocalDay>>(8);
  read.dueOn = row.get<std::optional<LocalDay>>(9);
  // A draft, discarded or not, was made; what has a number is due.
  (read.number.isEmpty() ? read.madeAt : read.dueAt) = row.get<Instant>(10);
  read.organizationName = row.get<QString>(11);
  if (hasHold)
    read.holdReason = row.get<QString>(12);
  return read;
}

Result<> check(const InvoiceQuery &query) {
  if (query.pageSize < 1 || query.pageSize > InvoiceListing::mostRows)
    return fail(u"list.page_size"_s, u"A page has 1 to %1 rows."_s.arg(InvoiceListing::mostRows));
  const bool areOpen =
      query.filter == InvoiceFilter::Open || query.filter == InvoiceFilter::Overdue;
  if (isByDue(query) && !areOpen)
    return fail(u"list.order"_s,
                u"Only open invoices can be listed by the day they are due: choose open or "
                u"overdue ones."_s);
  if (query.after && query.after->value.index() != start(query).value.index())
    return fail(u"list.cursor"_s,
                u"The list cannot go on from there in another order: start from the "
                u"first page."_s);
  return {};
}

} // namespace

Result<InvoiceListPage> InvoiceListing::page(const InvoiceQuery &query) {
  TENANTRY_CHECK(check(query));
  const int wanted = query.pageSize;
  TENANTRY_TRY(rows, find(query, wanted + 1)); // one more tells whether there is a next page
  InvoiceListPage page;
  for (int i = 0; i < std::min(wanted, rows.size()); ++i) {
    TENANTRY_TRY(one, read(rows[i], isOfDrafts(query) || isOfOne(query)));
    one.isCreditNote = query.filter == InvoiceFilter::CreditNote;
    page.rows.push_back(std::move(one));
  }
  if (rows.size() > wanted)
    page.next = cursorOf(query, page.rows.back());
  return page;
}

DueBounds InvoiceListing::boundsOf(const InvoiceQuery &query) const {
  const Instant now = m_session.clock.now();
  if (query.age)
    return dueBounds(*query.age, now);
  return {Instant::min(), query.filter == InvoiceFilter::Overdue ? now : Instant::max()};
}

Result<store::Rows> InvoiceListing::findOf(const OrganizationId &organization,
                                           const InvoiceQuery &query, int count) {
  const auto cursor = query.after.value_or(start(query));
  const store::Parameter only{"organization", organization}, most{"count", count};
  const store::Parameter sign{"sign", std::int64_t(query.ascending ? 1 : -1)};
  const store::Parameter value{"value", std::get<LocalDay>(cursor.value)}, id{"id", cursor.id};
  if (query.filter == InvoiceFilter::CreditNote)
    return m_session.database.query("credit_notes_by_organization", {only, sign, value, id, most});
  const auto bounds = boundsOf(query);
  return m_session.database.query("invoices_by_organization",
                                  {only,
                                   sign,
                                   value,
                                   id,
                                   most,
                                   {"statuses", statusWords(query.filter)},
                                   {"since", bounds.since},
                                   {"before", bounds.before}});
}

Result<store::Rows> InvoiceListing::findUnanswered(const InvoiceQuery &query, int count) {
  const auto cursor = query.after.value_or(start(query));
  return m_session.database.query("invoices_unanswered",
                                  {{"sign", std::int64_t(query.ascending ? 1 : -1)},
                                   {"whose", query.organization},
                                   {"value", std::get<LocalDay>(cursor.value)},
                                   {"organization", cursor.organization},
                                   {"id", cursor.id},
                                   {"count", count}});
}

Result<store::Rows> InvoiceListing::find(const InvoiceQuery &query, int count) {
  if (isOfOne(query))
    return findOf(*query.organization, query, count);
  if (areUnanswered(query))
    return findUnanswered(query, count);
  const auto cursor = query.after.value_or(start(query));
  const auto bounds = boundsOf(query);
  const store::Parameter value{
      "value", std::visit([](const auto &at) { return store::Value(at); }, cursor.value)};
  const store::Parameter organization{"organization", cursor.organization};
  const store::Parameter id{"id", cursor.id};
  const store::Parameter most{"count", count};
  auto &database = m_session.database;
  const bool areNotes = query.filter == InvoiceFilter::CreditNote;
  if (isByNumber(query)) {
    const QString from = query.number.trimmed();
    // The first page begins with the text itself, which may be a whole number.
    const auto start = query.after ? value : store::Parameter{"value", from};
    return database.query(
        areNotes ? "credit_notes_by_number" : "invoices_by_number",
        {start, organization, {"from", from}, {"to", endOfBeginning(from)}, most});
  }
  const char *direction = query.ascending ? "_ascending" : "_descending";
  if (isOfDrafts(query))
    return database.query((std::string("invoices_drafts") + direction).c_str(),
                          {value, organization, id, most});
  if (isByDue(query))
    return database.query(
        (std::string("invoices_by_due") + direction).c_str(),
        {{"since", bounds.since}, {"before", bounds.before}, value, organization, id, most});
  if (areNotes)
    return database.query((std::string("credit_notes_by_issued") + direction).c_str(),
                          {value, organization, id, most});
  const std::string statement = std::string("invoices_by_issued") + direction;
  if (query.filter == InvoiceFilter::All)
    return database.query(statement.c_str(), {value, organization, id, most});
  return database.query((statement + "_of_status").c_str(),
                        {{"status", statusWord(query.filter)}, value, organization, id, most});
}

Result<store::Rows> InvoiceListing::countOf(const OrganizationId &organization,
                                            const InvoiceQuery &query) {
  const store::Parameter only{"organization", organization};
  const store::Parameter most{"most", countLimit + 1};
  if (query.filter == InvoiceFilter::CreditNote)
    return m_session.database.query("credit_notes_counted_of_organization", {only, most});
  const auto bounds = boundsOf(query);
  return m_session.database.query("invoices_counted_of_organization",
                                  {only,
                                   {"statuses", statusWords(query.filter)},
                                   {"since", bounds.since},
                                   {"before", bounds.before},
                                   most});
}

Result<std::int64_t> InvoiceListing::count(const InvoiceQuery &query) {
  const store::Parameter most{"most", countLimit + 1};
  const auto bounds = boundsOf(query);
  const auto run = [&]() -> Result<store::Rows> {
    auto &database = m_session.database;
    const QString from = query.number.trimmed();
    const bool areNotes = query.filter == InvoiceFilter::CreditNote;
    if (isByNumber(query))
      return database.query(areNotes ? "credit_notes_counted_of_number"
                                     : "invoices_counted_of_number",
                            {{"from", from}, {"to", endOfBeginning(from)}, most});
    if (isOfOne(query))
      return countOf(*query.organization, query);
    if (areUnanswered(query))
      return database.query("invoices_counted_unanswered", {{"whose", query.organization}, most});
    if (areNotes)
      return database.query("credit_notes_counted", {most});
    if (isOfDrafts(query))
      return database.query("invoices_counted_drafts", {most});
    if (query.filter == InvoiceFilter::All)
      return database.query("invoices_counted", {most});
    if (query.filter == InvoiceFilter::Overdue || query.filter == InvoiceFilter::Open)
      return database.query("invoices_counted_due",
                            {{"since", bounds.since}, {"before", bounds.before}, most});
    return database.query("invoices_counted_of_status",
                          {{"status", statusWord(query.filter)}, most});
  };
  TENANTRY_TRY(rows, run());
  return rows[0].get<std::int64_t>(0);
}

} // namespace tenantry::billing
