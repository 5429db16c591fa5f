// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/journal_listing.h"

#include "services/billing/months.h"
#include "services/billing/paid_documents.h"
#include "services/core/greatest_id.h"
#include "services/organizations/search.h"

#include <set>

using namespace Qt::StringLiterals;

namespace tenantry::billing {

namespace {

constexpr auto earliestDay = LocalDay(std::chrono::local_days(std::chrono::year(1) / 1 / 1));
constexpr auto latestDay = LocalDay(std::chrono::local_days(std::chrono::year(9999) / 12 / 31));

/// Those accounts have an index of their own; the statement names them too.
bool isRare(const QString &account) {
  static const std::set<QString> rare{u"cash"_s, u"customer_balance"_s, u"bad_debt"_s,
                                      u"refunds"_s};
  return rare.contains(account);
}

DayRange daysOf(const JournalFilter &filter) {
  if (!filter.month)
    return {earliestDay, latestDay};
  return {firstDayOf(*filter.month), firstDayOf(*filter.month + std::chrono::months(1))};
}

/// What the search came to.
struct Narrowed {
  std::vector<OrganizationId> organizations;
  bool isOfDocuments = false; ///< else all of those organizations
  std::vector<QUuid> documents{};
};

/// None where the journal is not narrowed to organizations.
Result<std::optional<Narrowed>> narrowed(store::Session &session, const JournalFilter &filter) {
  using Found = std::optional<Narrowed>;
  if (filter.organization)
    return Found(Narrowed{{*filter.organization}});
  const auto search = filter.search.trimmed();
  if (search.isEmpty())
    return Found();
  Narrowed found;
  const auto number = search.toUpper();
  TENANTRY_TRY(documents,
               session.database.query("journal_documents",
                                      {{"from", number}, {"to", QString(number + u'\uffff')}}));
  if (!documents.isEmpty()) {
    found.isOfDocuments = true;
    for (const auto row : documents) {
      found.organizations.push_back(row.get<OrganizationId>(0));
      found.documents.push_back(row.get<QUuid>(1));
    }
    return Found(std::move(found));
  }
  TENANTRY_TRY(named, organizations::OrganizationSearch(session).organizations(search));
  for (const auto &one : named)
    found.organizations.push_back(one.id);
  return Found(std::move(found));
}

/// The statement of that filter, without its ending.
std::string statementOf(const JournalFilter &filter, bool isNarrowed) {
  if (isNarrowed)
    return "journal_of";
  return isRare(filter.account) ? "journal_of_account" : "journal";
}

JournalRow readRow(const store::Row &row, const JournalKey &key, int first) {
  JournalRow read;
  read.id = key;
  read.day = row.get<LocalDay>(first);
  read.account = row.get<QString>(first + 1);
  read.amount =
      Money(row.get<std::int64_t>(first + 2), *Currency::parse(row.get<QString>(first + 3)));
  read.cause = row.get<QString>(first + 4);
  const auto invoice = row.get<QString>(first + 5), note = row.get<QString>(first + 6);
  read.documentKind = !invoice.isEmpty() ? JournalDocument::Invoice
                      : !note.isEmpty()  ? JournalDocument::CreditNote
                                         : JournalDocument::None;
  read.document = invoice.isEmpty() ? note : invoice;
  read.organizationName = row.get<QString>(first + 7);
  return read;
}

/// The keys of payments among rows of a statement: they stand in that column.
class PaymentsOfRows {
public:
  void take(const store::Row &row, const JournalRow &read, int column) {
    if (isOfPayment(read.cause) && read.document.isEmpty())
      if (const auto payment = row.get<std::optional<QUuid>>(column))
        m_keys[{read.id.organization, read.id.transaction}] = *payment;
  }
  Result<> name(store::Session &session, std::vector<JournalRow> &rows) const {
    std::set<PaymentKey> keys;
    for (const auto &[transaction, payment] : m_keys)
      keys.insert({transaction.first, payment});
    TENANTRY_TRY(named, paidDocuments(session, keys));
    for (auto &row : rows) {
      const auto key = m_keys.find({row.id.organization, row.id.transaction});
      const auto known =
          key == m_keys.end() ? named.end() : named.find({row.id.organization, key->second});
      if (known == named.end())
        continue;
      row.reference = known->second.reference;
      row.alsoPaid = known->second.invoices;
      if (row.alsoPaid.isEmpty())
        continue;
      row.documentKind = JournalDocument::Invoice;
      row.document = row.alsoPaid.takeFirst();
    }
    return {};
  }

private:
  std::map<std::pair<OrganizationId, QUuid>, QUuid> m_keys; ///< by transaction
};

/// Before the first row that is wanted.
JournalCursor startOf(const JournalQuery &query, const DayRange &days) {
  if (query.ascending)
    return {days.from - std::chrono::days(1), {OrganizationId(greatestId), greatestId, 0}};
  return {days.to, {}};
}

/// A page's rows; those statements of journal_lists.sql take the same parameters.
Result<store::Rows> run(store::Session &session, const std::string &statement,
                        const JournalQuery &query, const DayRange &days,
                        const std::optional<Narrowed> &within, const JournalCursor &after) {
  const auto &filter = query.filter;
  const int count = query.pageSize + 1; // one more tells whether there is a next page
  if (!within)
    return session.database.query(statement.c_str(), {{"first_day", days.from},
                                                      {"end_day", days.to},
                                                      {"day", after.day},
                                                      {"organization", after.key.organization},
                                                      {"transaction", after.key.transaction},
                                                      {"entry", after.key.entry},
                                                      {"account", filter.account},
                                                      {"currency", filter.currency},
                                                      {"count", count}});
  return session.database.query(statement.c_str(), {{"first_day", days.from},
                                                    {"end_day", days.to},
                                                    {"day", after.day},
                                                    {"organization", after.key.organization},
                                                    {"transaction", after.key.transaction},
                                                    {"entry", after.key.entry},
                                                    {"organizations", within->organizations},
                                                    {"of_documents", within->isOfDocuments},
                                                    {"documents", within->documents},
                                                    {"account", filter.account},
                                                    {"currency", filter.currency},
                                                    {"count", count}});
}

} // namespace

QStringList JournalRow::documents() const {
  return document.isEmpty() ? QStringList() : QStringList{document} + alsoPaid;
}

QString JournalKey::toString() const {
  return u"%1/%2/%3"_s.arg(organization.toString(), transaction.toString(QUuid::WithoutBraces),
                           QString::number(entry));
}

JournalKey JournalKey::fromString(const QString &text) {
  return {OrganizationId::fromString(text.section(u'/', 0, 0)),
          QUuid::fromString(text.section(u'/', 1, 1)), text.section(u'/', 2, 2).toLongLong()};
}

Result<JournalPage> JournalListing::page(const JournalQuery &query) {
  if (query.pageSize < 1 || query.pageSize > mostRows)
    return fail(u"list.page_size"_s, u"A page has 1 to %1 rows."_s.arg(mostRows));
  TENANTRY_TRY(within, narrowed(m_session, query.filter));
  const auto days = daysOf(query.filter);
  const auto after = query.after.value_or(startOf(query, days));
  const auto statement = statementOf(query.filter, within.has_value()) +
                         (query.ascending ? "_ascending" : "_descending");
  TENANTRY_TRY(rows, run(m_session, statement, query, days, within, after));
  JournalPage page;
  PaymentsOfRows payments;
  for (int i = 0; i < std::min(query.pageSize, rows.size()); ++i) {
    page.rows.push_back(readRow(
        rows[i],
        {rows[i].get<OrganizationId>(0), rows[i].get<QUuid>(1), rows[i].get<std::int64_t>(2)}, 3));
    payments.take(rows[i], page.rows.back(), 11);
  }
  TENANTRY_CHECK(payments.name(m_session, page.rows));
  if (rows.size() > query.pageSize)
    page.next = {page.rows.back().day, page.rows.back().id};
  return page;
}

Result<std::int64_t> JournalListing::count(const JournalFilter &filter) {
  TENANTRY_TRY(within, narrowed(m_session, filter));
  const auto days = daysOf(filter);
  const auto statement = statementOf(filter, within.has_value()) + "_counted";
  auto &database = m_session.database;
  TENANTRY_TRY(rows,
               within ? database.query(statement.c_str(), {{"first_day", days.from},
                                                           {"end_day", days.to},
                                                           {"organizations", within->organizations},
                                                           {"of_documents", within->isOfDocuments},
                                                           {"documents", within->documents},
                                                           {"account", filter.account},
                                                           {"currency", filter.currency},
                                                           {"most", countLimit + 1}})
                      : database.query(statement.c_str(), {{"first_day", days.from},
                                                           {"end_day", days.to},
                                                           {"account", filter.account},
                                                           {"currency", filter.currency},
                                                           {"most", countLimit + 1}}));
  return rows[0].get<std::int64_t>(0);
}

Result<JournalTransaction> JournalListing::transaction(const OrganizationId &organization,
                                                       const QUuid &transaction) {
  TENANTRY_TRY(rows,
               m_session.database.query("journal_transaction", {{"organization", organization},
                                                                {"transaction", transaction}}));
  if (rows.isEmpty())
    return fail(u"ledger.transaction_not_found"_s,
                u"There is no transaction %1 in the books."_s.arg(
                    transaction.toString(QUuid::WithoutBraces)));
  JournalTransaction read;
  PaymentsOfRows payments;
  for (const auto row : rows) {
    read.bookedAt = row.get<Instant>(10);
    read.entries.push_back(readRow(row, {organization, transaction, row.get<std::int64_t>(0)}, 1));
    payments.take(row, read.entries.back(), 9);
  }
  TENANTRY_CHECK(payments.name(m_session, read.entries));
  return read;
}

} // namespace tenantry::billing
