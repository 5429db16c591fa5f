// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/subscriptions/subscription_list_model.h"

using namespace Qt::StringLiterals;

namespace tenantry::models {

using subscriptions::ListRow;
using subscriptions::SubscriptionListing;

namespace {

SubscriptionFilter subscriptionFilterOf(const PagedListModel::ViewSettings &settings) {
  SubscriptionFilter filter;
  if (const auto status = subscriptions::parseStatus(settings.value(u"status"_s)))
    filter.status = *status;
  filter.planId = settings.value(u"plan"_s);
  filter.renewsWithin = settings.value(u"renews"_s).toInt();
  filter.scheduledOnly = settings.value(u"scheduled"_s) == u"yes"_s;
  return filter;
}

subscriptions::ListFilter wantedBy(const SubscriptionFilter &filter, Instant now) {
  subscriptions::ListFilter wanted;
  wanted.status = filter.status;
  wanted.planId = filter.planId;
  wanted.scheduledOnly = filter.scheduledOnly;
  if (filter.renewsWithin > 0) {
    wanted.endsAfter = now;
    wanted.endsBy = now + std::chrono::hours(24) * filter.renewsWithin;
  }
  return wanted;
}

QString subscriptionCell(const ListRow &row, int column) {
  switch (column) {
  case SubscriptionListModel::OrganizationColumn:
    return row.organizationName;
  case SubscriptionListModel::PlanColumn:
    return u"%1 %2"_s.arg(row.planId, QString::number(row.planVersion));
  case SubscriptionListModel::StatusColumn:
    return subscriptions::toString(row.status);
  case SubscriptionListModel::MrrColumn:
    return Money((row.mrrTwelfths + 6) / 12, row.currency).majorString();
  case SubscriptionListModel::IntervalColumn:
    return toString(row.interval);
  case SubscriptionListModel::RenewalColumn:
    return toIso(row.periodTo);
  case SubscriptionListModel::ScheduledColumn:
    return subscriptions::toString(row.scheduled.action);
  default:
    return {};
  }
}

std::map<QString, QString> namesOfPlans(const business::Applied &applied) {
  std::map<QString, QString> names;
  for (const auto &[id, version] : applied.planVersions)
    names[version.plan.id] = version.plan.name.in({});
  for (const auto &[id, plan] : applied.business.plans)
    names[id] = plan.name.in({});
  return names;
}

} // namespace

SubscriptionListModel::SubscriptionListModel(Connection &connection, QObject *parent)
    : PagedRows(connection, parent) {}

void SubscriptionListModel::setFilter(const SubscriptionFilter &filter) {
  if (filter == m_filter)
    return;
  m_filter = filter;
  restart(Matching::Other);
}

Qt::SortOrder SubscriptionListModel::sortOrder() const {
  return m_ascending ? Qt::AscendingOrder : Qt::DescendingOrder;
}

void SubscriptionListModel::sort(int column, Qt::SortOrder order) {
  if (column != RenewalColumn || order == sortOrder())
    return;
  m_ascending = order == Qt::AscendingOrder;
  restart();
}

PagedListModel::ViewSettings SubscriptionListModel::viewSettings() const {
  ViewSettings settings{{u"order"_s, m_ascending ? u"ascending"_s : u"descending"_s}};
  if (m_filter.status)
    settings[u"status"_s] = subscriptions::toString(*m_filter.status);
  if (!m_filter.planId.isEmpty())
    settings[u"plan"_s] = m_filter.planId;
  if (m_filter.renewsWithin > 0)
    settings[u"renews"_s] = QString::number(m_filter.renewsWithin);
  if (m_filter.scheduledOnly)
    settings[u"scheduled"_s] = u"yes"_s;
  return settings;
}

void SubscriptionListModel::setViewSettings(const ViewSettings &settings) {
  const auto filter = subscriptionFilterOf(settings);
  const bool ascending = settings.value(u"order"_s) != u"descending"_s;
  if (filter == m_filter && ascending == m_ascending)
    return;
  const auto rows = filter == m_filter ? Matching::Same : Matching::Other;
  m_filter = filter;
  m_ascending = ascending;
  restart(rows);
}

Result<std::int64_t> SubscriptionListModel::countOf(store::Session &session,
                                                    business::AppliedBusiness &,
                                                    const ViewSettings &settings) {
  return SubscriptionListing(session).count(
      wantedBy(subscriptionFilterOf(settings), session.clock.now()));
}

SubscriptionListModel::Reading SubscriptionListModel::reading() const {
  return [filter = m_filter, ascending = m_ascending](
             store::Session &session, business::AppliedBusiness &business,
             const std::optional<subscriptions::ListCursor> &after) -> Result<Page> {
    TENANTRY_TRY(applied, business.current(session));
    TENANTRY_TRY(page, SubscriptionListing(session).page(
                           {wantedBy(filter, session.clock.now()), ascending, pageSize, after}));
    return Page{std::move(page), namesOfPlans(*applied)};
  };
}

SubscriptionListModel::Counting SubscriptionListModel::counting() const {
  return [filter = m_filter](store::Session &session, business::AppliedBusiness &) {
    return SubscriptionListing(session).count(wantedBy(filter, session.clock.now()));
  };
}

SubscriptionListModel::KeyOf SubscriptionListModel::keyOf() const {
  return [](const ListRow &row) {
    return u"%1/%2"_s.arg(row.organization.toString(), row.id.toString());
  };
}

void SubscriptionListModel::takeExtra(std::map<QString, QString> planNames) {
  m_planNames = std::move(planNames);
}

QString SubscriptionListModel::planName(const QString &id) const {
  const auto known = m_planNames.find(id);
  return known == m_planNames.end() ? id : known->second;
}

QStringList SubscriptionListModel::exportTitles(const QList<int> &columns) const {
  QStringList titles;
  for (const int column : columns)
    titles += headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
  return titles + QStringList{tr("Seats"), tr("Currency")};
}

SubscriptionListModel::Cells SubscriptionListModel::exportCells(const QList<int> &columns) const {
  return [columns](const ListRow &row) {
    QStringList cells;
    for (const int column : columns)
      cells += subscriptionCell(row, column);
    return cells + QStringList{QString::number(row.seats), row.currency.code()};
  };
}

QStringList SubscriptionListModel::columnKeys() const {
  return {u"organization"_s, u"plan"_s,    u"status"_s,   u"mrr"_s,
          u"interval"_s,     u"renewal"_s, u"scheduled"_s};
}

int SubscriptionListModel::columnCount(const QModelIndex &parent) const {
  return parent.isValid() ? 0 : ColumnCount;
}

QVariant SubscriptionListModel::data(const QModelIndex &index, int role) const {
  const auto *row = rowAt(index);
  if (!row)
    return {};
  if (role == RowRole)
    return QVariant::fromValue(*row);
  return role == Qt::DisplayRole ? QVariant(subscriptionCell(*row, index.column())) : QVariant();
}

QVariant SubscriptionListModel::headerData(int section, Qt::Orientation orientation,
                                           int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
    return QAbstractTableModel::headerData(section, orientation, role);
  const QStringList titles{tr("Organization"), tr("Plan"),    tr("Status"),   tr("MRR"),
                           tr("Billed"),       tr("Renewal"), tr("Scheduled")};
  return titles.value(section);
}

} // namespace tenantry::models
