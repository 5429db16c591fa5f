// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/organizations/organization_list_model.h"

#include "models/organizations/mrr_amount.h"

using namespace Qt::StringLiterals;

namespace tenantry::models {

using organizations::ListQuery;
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

} // namespace

OrganizationListModel::OrganizationListModel(Connection &connection, QObject *parent)
    : PagedRows(connection, parent) {}

void OrganizationListModel::setFilter(const OrganizationFilter &filter) {
  if (filter == m_filter)
    return;
  m_filter = filter;
  restart();
}

void OrganizationListModel::sort(int column, Qt::SortOrder order) {
  const auto sort = sortOf(column);
  const bool ascending = order == Qt::AscendingOrder;
  if (!sort || (*sort == m_sort && ascending == m_ascending))
    return;
  m_sort = *sort;
  m_ascending = ascending;
  restart();
}

ListQuery OrganizationListModel::query() const {
  return {m_sort, m_ascending, m_filter.status, m_filter.planId, m_filter.search, pageSize, {}};
}

OrganizationListModel::Reading
OrganizationListModel::reading(std::optional<organizations::ListCursor> after) const {
  auto wanted = query();
  wanted.after = std::move(after);
  return [wanted](store::Session &session, business::AppliedBusiness &business) -> Result<Page> {
    TENANTRY_TRY(applied, business.current(session));
    TENANTRY_TRY(list, organizations::OrganizationListing(session).page(wanted));
    return Page{{std::move(list.rows), std::move(list.next)}, namesOf(*applied)};
  };
}

OrganizationListModel::Counting OrganizationListModel::counting() const {
  return [wanted = query()](store::Session &session, business::AppliedBusiness &) {
    return organizations::OrganizationListing(session).count(wanted);
  };
}

void OrganizationListModel::takeExtra(std::map<QString, QString> planNames) {
  m_planNames = std::move(planNames);
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
