// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/organizations/organization_list_model.h"

#include "models/connection/catalog_names.h"
#include "models/organizations/mrr_amount.h"
#include "models/organizations/shown_status.h"

using namespace Qt::StringLiterals;

namespace tenantry::models {

using organizations::ListQuery;
using organizations::ListRow;
using organizations::Narrowed;
using organizations::Sort;

namespace {

std::optional<Sort> sortOf(int column) {
  switch (column) {
  case OrganizationListModel::NameColumn:
    return Sort::Name;
  case OrganizationListModel::MrrColumn:
    return Sort::Mrr;
  case OrganizationListModel::CreatedColumn:
    return Sort::Created;
  default:
    return std::nullopt;
  }
}

/// The one order that a list has while it is narrowed.
std::optional<Sort> ownOrderOf(Narrowed narrowed) {
  switch (narrowed) {
  case Narrowed::No:
    return std::nullopt;
  case Narrowed::Paying:
    return Sort::Mrr;
  case Narrowed::Stuck:
    return Sort::Created;
  }
  return std::nullopt;
}

/// In the order of Narrowed.
const QStringList narrowedKeys{QString(), u"paying"_s, u"stuck"_s};

OrganizationFilter filterOf(const PagedListModel::ViewSettings &settings) {
  OrganizationFilter filter;
  filter.search = settings.value(u"search"_s);
  filter.planId = settings.value(u"plan"_s);
  filter.country = settings.value(u"country"_s);
  filter.currency = settings.value(u"currency"_s);
  if (const auto status = organizations::parseStatus(settings.value(u"status"_s)))
    filter.status = *status;
  filter.narrowed = OrganizationListModel::narrowedOf(settings.value(u"narrowed"_s));
  return filter;
}

ListQuery queryOf(const OrganizationFilter &filter) {
  ListQuery query;
  query.status = filter.status;
  query.planId = filter.planId;
  query.country = filter.country;
  query.currency = filter.currency;
  query.search = filter.search;
  query.narrowed = filter.narrowed;
  return query;
}

} // namespace

OrganizationListModel::OrganizationListModel(Connection &connection, QObject *parent)
    : PagedRows(connection, parent) {
  // The name with what tells it apart from others of that name.
  setColumns(
      {{u"name"_s, tr("Organization"), [](const ListRow &row) { return row.name; }},
       {{}, tr("E-mail"), [](const ListRow &row) { return row.email; }},
       {{}, tr("Web address"), [](const ListRow &row) { return row.url; }},
       {{},
        tr("Link"),
        [](const ListRow &row) { return u"tenantry://organization/"_s + row.id.toString(); }},
       {u"plan"_s, tr("Plan"), [](const ListRow &row) { return row.planId; }},
       {u"status"_s, tr("Status"),
        [](const ListRow &row) { return shownStatusCode(row.status, row.subscriptionStatus); }},
       {u"mrr"_s, tr("MRR"),
        [](const ListRow &row) { return mrrAmount(row.mrrTwelfths, row.currency).majorString(); }},
       {{}, tr("Currency"), [](const ListRow &row) { return row.currency.code(); }},
       {u"created"_s, tr("Since"), [](const ListRow &row) { return toIso(row.createdAt); }}});
}

void OrganizationListModel::setFilter(const OrganizationFilter &filter) {
  if (filter == m_filter)
    return;
  const bool isNarrowedAnew = filter.narrowed != m_filter.narrowed;
  m_filter = filter;
  if (isNarrowedAnew)
    takeOwnOrder();
  restart(Matching::Other);
}

void OrganizationListModel::narrow(const ViewSettings &filter) { setFilter(filterOf(filter)); }

/// The largest first, or who waits longest.
void OrganizationListModel::takeOwnOrder() {
  if (const auto order = ownOrderOf(m_filter.narrowed)) {
    m_sort = *order;
    m_ascending = *order == Sort::Created;
  }
}

QString OrganizationListModel::narrowedKey(Narrowed narrowed) {
  return narrowedKeys.value(int(narrowed));
}

Narrowed OrganizationListModel::narrowedOf(const QString &key) {
  return Narrowed(std::max(qsizetype(0), narrowedKeys.indexOf(key)));
}

bool OrganizationListModel::canSort(int column, Qt::SortOrder) const {
  const auto sort = sortOf(column);
  return sort && ownOrderOf(m_filter.narrowed).value_or(*sort) == *sort;
}

void OrganizationListModel::sort(int column, Qt::SortOrder order) {
  const auto sort = sortOf(column);
  const bool ascending = order == Qt::AscendingOrder;
  if (!canSort(column, order) || (*sort == m_sort && ascending == m_ascending))
    return;
  m_sort = *sort;
  m_ascending = ascending;
  restart();
}

int OrganizationListModel::sortColumn() const {
  for (const int column : {NameColumn, MrrColumn, CreatedColumn})
    if (sortOf(column) == m_sort)
      return column;
  return NameColumn;
}

PagedListModel::ViewSettings OrganizationListModel::viewSettings() const {
  ViewSettings settings{{u"sort"_s, columnKeys().at(sortColumn())},
                        {u"order"_s, m_ascending ? u"ascending"_s : u"descending"_s}};
  if (!m_filter.search.isEmpty())
    settings[u"search"_s] = m_filter.search;
  if (!m_filter.planId.isEmpty())
    settings[u"plan"_s] = m_filter.planId;
  if (!m_filter.country.isEmpty())
    settings[u"country"_s] = m_filter.country;
  if (!m_filter.currency.isEmpty())
    settings[u"currency"_s] = m_filter.currency;
  if (m_filter.status)
    settings[u"status"_s] = organizations::toString(*m_filter.status);
  if (m_filter.narrowed != Narrowed::No)
    settings[u"narrowed"_s] = narrowedKey(m_filter.narrowed);
  return settings;
}

void OrganizationListModel::setViewSettings(const ViewSettings &settings) {
  const auto filter = filterOf(settings);
  const int column = int(columnKeys().indexOf(settings.value(u"sort"_s, u"name"_s)));
  const auto sort = ownOrderOf(filter.narrowed).value_or(sortOf(column).value_or(Sort::Name));
  const bool ascending = settings.value(u"order"_s) != u"descending"_s;
  if (filter == m_filter && sort == m_sort && ascending == m_ascending)
    return;
  const auto rows = filter == m_filter ? Matching::Same : Matching::Other;
  m_filter = filter;
  m_sort = sort;
  m_ascending = ascending;
  restart(rows);
}

Result<std::int64_t> OrganizationListModel::countOf(store::Session &session,
                                                    business::AppliedBusiness &,
                                                    const ViewSettings &settings) {
  auto query = queryOf(filterOf(settings));
  query.createdBefore = session.clock.now() - organizations::stuckAfter;
  return organizations::OrganizationListing(session).count(query);
}

ListQuery OrganizationListModel::query() const {
  auto query = queryOf(m_filter);
  query.sort = m_sort;
  query.ascending = m_ascending;
  query.pageSize = pageSize;
  return query;
}

OrganizationListModel::Reading OrganizationListModel::reading() const {
  return [wanted = query()](
             store::Session &session, business::AppliedBusiness &business,
             const std::optional<organizations::ListCursor> &after) mutable -> Result<Page> {
    wanted.after = after;
    wanted.createdBefore = session.clock.now() - organizations::stuckAfter;
    TENANTRY_TRY(applied, business.current(session));
    organizations::OrganizationListing listing(session);
    TENANTRY_TRY(list, listing.page(wanted));
    TENANTRY_TRY(countries, listing.countries());
    TENANTRY_TRY(currencies, listing.currencies());
    return Page{std::move(list), {planNames(*applied), countries, currencies}};
  };
}

OrganizationListModel::Counting OrganizationListModel::counting() const {
  return [wanted = query()](store::Session &session, business::AppliedBusiness &) mutable {
    wanted.createdBefore = session.clock.now() - organizations::stuckAfter;
    return organizations::OrganizationListing(session).count(wanted);
  };
}

void OrganizationListModel::takeExtra(OrganizationChoices choices) {
  m_choices = std::move(choices);
}

QVariant OrganizationListModel::data(const QModelIndex &index, int role) const {
  const auto *row = rowAt(index);
  if (!row)
    return {};
  switch (role) {
  case Qt::DisplayRole:
  case NameRole:
    return row->name;
  case OrganizationIdRole:
    return row->id.toString();
  case SecondLineTextRole:
    return row->url.isEmpty() ? row->email : row->url;
  case PlanIdRole:
    return row->planId;
  case PlanNameRole: {
    const auto known = m_choices.planNames.find(row->planId);
    return known == m_choices.planNames.end() ? row->planId : known->second;
  }
  case StatusRole:
    return static_cast<int>(row->status);
  case SubscriptionStatusRole:
    return row->subscriptionStatus;
  case MrrRole:
    return row->mrrTwelfths == 0 ? QVariant()
                                 : QVariant::fromValue(mrrAmount(row->mrrTwelfths, row->currency));
  case CreatedRole:
    return QVariant::fromValue(row->createdAt);
  default:
    return {};
  }
}

} // namespace tenantry::models
