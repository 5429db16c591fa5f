// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ledger/journal_list_model.h"

#include "services/billing/months.h"

using namespace Qt::StringLiterals;

namespace tenantry::models {

using billing::JournalFilter;
using billing::JournalListing;
using billing::JournalRow;

namespace {

JournalFilter journalFilterOf(const PagedListModel::ViewSettings &settings) {
  JournalFilter filter;
  filter.month = JournalListModel::monthOf(settings.value(u"month"_s));
  filter.account = settings.value(u"account"_s);
  filter.currency = settings.value(u"currency"_s);
  filter.search = settings.value(u"search"_s);
  const auto organization = QUuid::fromString(settings.value(u"organization"_s));
  if (!organization.isNull())
    filter.organization = OrganizationId(organization);
  return filter;
}

/// Without its sign: the column says the side.
QString amountOn(const JournalRow &row, bool isDebit) {
  if (row.amount.minor() == 0 || (row.amount.minor() > 0) != isDebit)
    return {};
  return Money(std::abs(row.amount.minor()), row.amount.currency()).majorString();
}

} // namespace

JournalListModel::JournalListModel(Connection &connection, QObject *parent)
    : PagedRows(connection, parent) {
  setColumns(
      {{u"day"_s, tr("Day"), [](const JournalRow &row) { return toIso(row.day); }},
       {u"document"_s, tr("Document"),
        [](const JournalRow &row) { return row.documents().join(u", "_s); }},
       {u"organization"_s, tr("Organization"),
        [](const JournalRow &row) { return row.organizationName; }},
       {u"cause"_s, tr("What happened"), [](const JournalRow &row) { return row.cause; }},
       {u"account"_s, tr("Account"), [](const JournalRow &row) { return row.account; }},
       {u"debit"_s, tr("Debit"), [](const JournalRow &row) { return amountOn(row, true); }},
       {u"credit"_s, tr("Credit"), [](const JournalRow &row) { return amountOn(row, false); }}},
      {{{},
        tr("Transaction"),
        [](const JournalRow &row) { return row.id.transaction.toString(QUuid::WithoutBraces); }},
       {{}, tr("Currency"), [](const JournalRow &row) { return row.amount.currency().code(); }},
       {{}, tr("Reference"), [](const JournalRow &row) { return row.reference; }}});
}

QString JournalListModel::monthKey(std::chrono::year_month month) {
  return toIso(billing::firstDayOf(month)).left(7);
}

std::optional<std::chrono::year_month> JournalListModel::monthOf(const QString &key) {
  const auto day = parseDay(key + u"-01"_s);
  return day ? std::optional(billing::monthOf(*day)) : std::nullopt;
}

/// What another customer has does not stand under this one's name.
void JournalListModel::take(const JournalFilter &filter) {
  if (filter.organization && filter.organization != m_filter.organization)
    forget();
  m_filter = filter;
}

void JournalListModel::setFilter(const JournalFilter &filter) {
  if (filter == m_filter)
    return;
  take(filter);
  restart(Matching::Other);
}

bool JournalListModel::isFiltered() const {
  auto anywhere = m_filter;
  anywhere.month.reset();
  return !(anywhere == JournalFilter());
}

Qt::SortOrder JournalListModel::sortOrder() const {
  return m_ascending ? Qt::AscendingOrder : Qt::DescendingOrder;
}

void JournalListModel::sort(int column, Qt::SortOrder order) {
  if (column != DayColumn || order == sortOrder())
    return;
  m_ascending = order == Qt::AscendingOrder;
  restart();
}

PagedListModel::ViewSettings JournalListModel::viewSettings() const {
  ViewSettings settings{{u"order"_s, m_ascending ? u"ascending"_s : u"descending"_s}};
  if (m_filter.month)
    settings[u"month"_s] = monthKey(*m_filter.month);
  if (!m_filter.account.isEmpty())
    settings[u"account"_s] = m_filter.account;
  if (!m_filter.currency.isEmpty())
    settings[u"currency"_s] = m_filter.currency;
  if (!m_filter.search.isEmpty())
    settings[u"search"_s] = m_filter.search;
  if (m_filter.organization)
    settings[u"organization"_s] = m_filter.organization->toString();
  return settings;
}

void JournalListModel::setViewSettings(const ViewSettings &settings) {
  const auto filter = journalFilterOf(settings);
  const bool ascending = settings.value(u"order"_s) == u"ascending"_s;
  if (filter == m_filter && ascending == m_ascending)
    return;
  const auto rows = filter == m_filter ? Matching::Same : Matching::Other;
  take(filter);
  m_ascending = ascending;
  restart(rows);
}

Result<std::int64_t> JournalListModel::countOf(store::Session &session, business::AppliedBusiness &,
                                               const ViewSettings &settings) {
  return JournalListing(session).count(journalFilterOf(settings));
}

JournalListModel::Reading JournalListModel::reading() const {
  return [wanted = billing::JournalQuery{m_filter, m_ascending, pageSize, {}}](
             store::Session &session, business::AppliedBusiness &,
             const std::optional<billing::JournalCursor> &after) mutable -> Result<Page> {
    wanted.after = after;
    TENANTRY_TRY(page, JournalListing(session).page(wanted));
    return Page{std::move(page), {}};
  };
}

JournalListModel::Counting JournalListModel::counting() const {
  return [filter = m_filter](store::Session &session, business::AppliedBusiness &) {
    return JournalListing(session).count(filter);
  };
}

} // namespace tenantry::models
