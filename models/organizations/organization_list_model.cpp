// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/organizations/organization_list_model.h"

#include "models/organizations/mrr_amount.h"

using namespace Qt::StringLiterals;

namespace tenantry::models {

using organizations::ListQuery;
using organizations::Narrowed;
using organizations::Sort;

namespace {

std::map<QString, QString> namesOf(const business::Applied &applied) {
  std::map<QString, QString> names;
  for (const auto &[id, version] : applied.planVersions)
    names[version.plan.id] = version.plan.name.in({});
  for (const auto &[id, plan] : applied.business.plans)
    names[id] = plan.name.in({});
  return names;
}

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
  if (const auto status = organizations::parseStatus(settings.value(u"status"_s)))
    filter.status = *status;
  filter.narrowed = OrganizationListModel::narrowedOf(settings.value(u"narrowed"_s));
  return filter;
}

} // namespace

OrganizationListModel::OrganizationListModel(Connection &connection, QObject *parent)
    : PagedRows(connection, parent) {}

void OrganizationListModel::setFilter(const OrganizationFilter &filter) {
  if (filter == m_filter)
    return;
  const bool isNarrowedAnew = filter.narrowed != m_filter.narrowed;
  m_filter = filter;
  if (isNarrowedAnew)
    takeOwnOrder();
  restart(Matching::Other);
}

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

void OrganizationListModel::sort(int column, Qt::SortOrder order) {
  const auto sort = sortOf(column);
  const bool ascending = order == Qt::AscendingOrder;
  if (!sort || (*sort == m_sort && ascending == m_ascending) ||
      ownOrderOf(m_filter.narrowed).value_or(*sort) != *sort)
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
  const auto filter = filterOf(settings);
  ListQuery query;
  query.status = filter.status;
  query.planId = filter.planId;
  query.search = filter.search;
  query.narrowed = filter.narrowed;
  query.createdBefore = session.clock.now() - organizations::stuckAfter;
  return organizations::OrganizationListing(session).count(query);
}

ListQuery OrganizationListModel::query() const {
  ListQuery query{m_sort,   m_ascending, m_filter.status, m_filter.planId, m_filter.search,
                  pageSize, {}};
  query.narrowed = m_filter.narrowed;
  return query;
}

OrganizationListModel::Reading OrganizationListModel::reading() const {
  return [wanted = query()](
             store::Session &session, business::AppliedBusiness &business,
             const std::optional<organizations::ListCursor> &after) mutable -> Result<Page> {
    wanted.after = after;
    wanted.createdBefore = session.clock.now() - organizations::stuckAfter;
    TENANTRY_TRY(applied, business.current(session));
    TENANTRY_TRY(list, organizations::OrganizationListing(session).page(wanted));
    return Page{std::move(list), namesOf(*applied)};
  };
}

/// What a row shows in a column, as spreadsheets read it: the name with what tells it apart from
/// others of that name, amounts with a point.
QStringList OrganizationListModel::exportTitles(const QList<int> &columns) const {
  QStringList titles;
  for (const int column : columns) {
    titles += headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    if (column == NameColumn)
      titles += {tr("E-mail"), tr("Web address"), tr("Link")};
    if (column == MrrColumn)
      titles += tr("Currency");
  }
  return titles;
}

OrganizationListModel::Cells OrganizationListModel::exportCells(const QList<int> &columns) const {
  return [columns](const organizations::ListRow &row) {
    QStringList cells;
    for (const int column : columns) {
      if (column == NameColumn)
        cells += {row.name, row.email, row.url, u"tenantry://organization/"_s + row.id.toString()};
      else if (column == PlanColumn)
        cells += row.planId;
      else if (column == StatusColumn)
        cells += organizations::toString(row.status);
      else if (column == MrrColumn)
        cells += {mrrAmount(row.mrrTwelfths, row.currency).majorString(), row.currency.code()};
      else
        cells += toIso(row.createdAt);
    }
    return cells;
  };
}

OrganizationListModel::Counting OrganizationListModel::counting() const {
  return [wanted = query()](store::Session &session, business::AppliedBusiness &) mutable {
    wanted.createdBefore = session.clock.now() - organizations::stuckAfter;
    return organizations::OrganizationListing(session).count(wanted);
  };
}

void OrganizationListModel::takeExtra(std::map<QString, QString> planNames) {
  m_planNames = std::move(planNames);
}

QStringList OrganizationListModel::columnKeys() const {
  return {u"name"_s, u"plan"_s, u"status"_s, u"mrr"_s, u"created"_s};
}

int OrganizationListModel::columnCount(const QModelIndex &parent) const {
  return parent.isValid() ? 0 : ColumnCount;
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
    const auto known = m_planNames.find(row->planId);
    return known == m_planNames.end() ? row->planId : known->second;
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

QVariant OrganizationListModel::headerData(int section, Qt::Orientation orientation,
                                           int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
    return QAbstractTableModel::headerData(section, orientation, role);
  const QStringList titles{tr("Organization"), tr("Plan"), tr("Status"), tr("MRR"), tr("Since")};
  return titles.value(section);
}

} // namespace tenantry::models
