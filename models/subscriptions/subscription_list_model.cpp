// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/subscriptions/subscription_list_model.h"

#include "models/connection/catalog_names.h"

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

} // namespace

SubscriptionListModel::SubscriptionListModel(Connection &connection, QObject *parent)
    : PagedRows(connection, parent) {
  setColumns(
      {{u"organization"_s, tr("Organization"),
        [](const ListRow &row) { return row.organizationName; }},
       {u"plan"_s, tr("Plan"),
        [](const ListRow &row) {
          return u"%1 %2"_s.arg(row.planId, QString::number(row.planVersion));
        }},
       {u"status"_s, tr("Status"),
        [](const ListRow &row) { return subscriptions::toString(row.status); }},
       {u"mrr"_s, tr("MRR"),
        [](const ListRow &row) {
          return Money((row.mrrTwelfths + 6) / 12, row.currency).majorString();
        }},
       {u"interval"_s, tr("Billed"), [](const ListRow &row) { return toString(row.interval); }},
       {u"renewal"_s, tr("Renewal"), [](const ListRow &row) { return toIso(row.periodTo); }},
       {u"scheduled"_s, tr("Scheduled"),
        [](const ListRow &row) { return subscriptions::toString(row.scheduled.action); }}},
      {{{}, tr("Seats"), [](const ListRow &row) { return QString::number(row.seats); }},
       {{}, tr("Currency"), [](const ListRow &row) { return row.currency.code(); }}});
}

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
    return Page{std::move(page), {planNames(*applied), !applied->business.addons.empty()}};
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

QString SubscriptionListModel::planName(const QString &id) const {
  const auto known = m_sold.planNames.find(id);
  return known == m_sold.planNames.end() ? id : known->second;
}

} // namespace tenantry::models
