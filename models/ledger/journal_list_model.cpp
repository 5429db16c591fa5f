// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ledger/journal_list_model.h"

#include "services/billing/months.h"

using namespace Qt::StringLiterals;

namespace tenantry::models {

using billing::JournalFilter;
using billing::JournalListing;
using billing::JournalRow;

namespace {

std::optional<std::chrono::year_month> monthOfSetting(const QString &text) {
  const auto day = parseDay(text + u"-01"_s);
  return day ? std::optional(billing::monthOf(*day)) : std::nullopt;
}

JournalFilter journalFilterOf(const PagedListModel::ViewSettings &settings) {
  JournalFilter filter;
  filter.month = monthOfSetting(settings.value(u"month"_s));
  filter.account = settings.value(u"account"_s);
  filter.currency = settings.value(u"currency"_s);
  filter.search = settings.value(u"search"_s);
  const auto organization = QUuid::fromString(settings.value(u"organization"_s));
  if (!organization.isNull())
    filter.organization = OrganizationId(organization);
  return filter;
}

QString journalCell(const JournalRow &row, int column) {
  const auto amount = Money(std::abs(row.amount.minor()), row.amount.currency()).majorString();
  switch (column) {
  case JournalListModel::DayColumn:
    return toIso(row.day);
  case JournalListModel::DocumentColumn:
    return row.document;
  case JournalListModel::OrganizationColumn:
    return row.organizationName;
  case JournalListModel::CauseColumn:
    return row.cause;
  case JournalListModel::AccountColumn:
    return row.account;
  case JournalListModel::DebitColumn:
    return row.amount.minor() > 0 ? amount : QString();
  case JournalListModel::CreditColumn:
    return row.amount.minor() < 0 ? amount : QString();
  default:
    return {};
  }
}

} // namespace

JournalListModel::JournalListModel(Connection &connection, QObject *parent)
    : PagedRows(connection, parent) {}

void JournalListModel::setFilter(const JournalFilter &filter) {
  if (filter == m_filter)
    return;
  m_filter = filter;
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
    settings[u"month"_s] = toIso(billing::firstDayOf(*m_filter.month)).left(7);
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
  m_filter = filter;
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

QStringList JournalListModel::exportTitles(const QList<int> &columns) const {
  QStringList titles;
  for (const int column : columns)
    titles += headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
  return titles + QStringList{tr("Transaction"), tr("Currency")};
}

JournalListModel::Cells JournalListModel::exportCells(const QList<int> &columns) const {
  return [columns](const JournalRow &row) {
    QStringList cells;
    for (const int column : columns)
      cells += journalCell(row, column);
    return cells + QStringList{row.id.transaction.toString(QUuid::WithoutBraces),
                               row.amount.currency().code()};
  };
}

QStringList JournalListModel::columnKeys() const {
  return {u"day"_s,     u"document"_s, u"organization"_s, u"cause"_s,
          u"account"_s, u"debit"_s,    u"credit"_s};
}

int JournalListModel::columnCount(const QModelIndex &parent) const {
  return parent.isValid() ? 0 : ColumnCount;
}

QVariant JournalListModel::data(const QModelIndex &index, int role) const {
  const auto *row = rowAt(index);
  if (!row)
    return {};
  if (role == RowRole)
    return QVariant::fromValue(*row);
  return role == Qt::DisplayRole ? QVariant(journalCell(*row, index.column())) : QVariant();
}

QVariant JournalListModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
    return QAbstractTableModel::headerData(section, orientation, role);
  const QStringList titles{tr("Day"),     tr("Document"), tr("Organization"), tr("What happened"),
                           tr("Account"), tr("Debit"),    tr("Credit")};
  return titles.value(section);
}

} // namespace tenantry::models
