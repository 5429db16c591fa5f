// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/subscriptions/subscriptions_pane.h"
#include "ui/lists/list_acts.h"
#include "ui/organizations/words.h"
#include "ui/shell/group_words.h"
#include "ui/subscriptions/subscription_cells.h"
#include "ui/subscriptions/subscription_offers.h"
#include "ui/widgets/table_view.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using models::SubscriptionListModel;
using subscriptions::Status;

namespace {
constexpr int leastSubscriberWidth = 220;
} // namespace

SubscriptionsPane::SubscriptionsPane(models::Connection &connection, models::RunningWork &work,
                                     QWidget *parent)
    : SubscriptionsPane(connection, work, new SubscriptionListModel(connection), parent) {}

SubscriptionsPane::SubscriptionsPane(models::Connection &connection, models::RunningWork &work,
                                     SubscriptionListModel *list, QWidget *parent)
    : ListPane(connection, work, list, new SubscriptionCells(*list), specOf(*list), parent),
      m_list(*list) {
  countAll();
  for (const auto &offer :
       {takingBackOffer(whyNot()), endingWithThePeriodOffer(whyNot()), renewingAgainOffer(whyNot()),
        movingVersionsOffer(whyNot(), [list] { return list->sold().hasAddons; }),
        endingOffer(whyNot())})
    acts()->add(offer);
  connect(table(), &QTableView::activated, this, [this](const QModelIndex &index) {
    const auto organization = m_list.keyAt(index.row()).section(u'/', 0, 0);
    if (!organization.isEmpty())
      Q_EMIT placeRequested({Place::Kind::Organization, organization, u"subscription"_s, {}});
  });
}

ListSpec SubscriptionsPane::specOf(const SubscriptionListModel &list) {
  return {
      .title = tr("Subscriptions"),
      .iconName = u"repeat"_s,
      .key = u"subscriptions"_s,
      .home = {Place::Kind::Subscriptions, {}, {}, {}},
      .counted = tr("Subscriptions that have not ended."),
      .counting = SubscriptionListModel::countOf,
      .table = tableOf(),
      .filters = filtersOf(list),
      .failed = tr("Subscriptions could not be loaded"),
      .noMatch = {tr("Nothing matches"), tr("No subscription matches now."), tr("Clear filters")},
      .none = {tr("No subscriptions yet"),
               tr("They begin in the record of an organization, or come with an import."),
               tr("Show organizations"), u"repeat"_s}};
}

/// There is none: what they come with is elsewhere.
void SubscriptionsPane::act(EmptyState::Kind kind) {
  if (kind == EmptyState::Kind::Empty)
    Q_EMIT placeRequested({Place::Kind::Organizations, {}, {}, {}});
  else
    ListPane::act(kind);
}

ListTable SubscriptionsPane::tableOf() {
  using List = SubscriptionListModel;
  return {.name = tr("Subscriptions"),
          .density = RowDensity::TwoLine,
          .stretch = List::OrganizationColumn,
          .leastWidth = leastSubscriberWidth,
          .days = {List::RenewalColumn},
          .widest = {{List::PlanColumn, tr("Professional") + u" v88m"_s},
                     {List::StatusColumn, statusLook(Status::PastDue).text + u"mm"_s},
                     {List::MrrColumn, u"$8,888,888"_s},
                     {List::IntervalColumn, intervalWord(Interval::Month)},
                     {List::ScheduledColumn, tr("Professional, yearly")}},
          .drops = {List::IntervalColumn, List::ScheduledColumn, List::PlanColumn, List::MrrColumn},
          .sum = List::MrrColumn};
}

QList<FilterOffer> SubscriptionsPane::filtersOf(const SubscriptionListModel &list) {
  return {{tr("Status"), u"status"_s,
           [] {
             QStringList values;
             for (const auto status :
                  {Status::Trialing, Status::Active, Status::PastDue, Status::Suspended,
                   Status::Paused, Status::Cancelled, Status::Expired})
               values += subscriptions::toString(status);
             return values;
           },
           [](const QString &value) {
             const auto status = subscriptions::parseStatus(value);
             return status ? statusLook(*status).text : value;
           }},
          {tr("Plan"), u"plan"_s,
           [&list] {
             QStringList values;
             for (const auto &[id, name] : list.sold().planNames)
               values += id;
             return values;
           },
           [&list](const QString &value) { return list.planName(value); }},
          {tr("Renews"), u"renews"_s,
           [] {
             return QStringList{u"7"_s, u"30"_s, u"90"_s};
           },
           [](const QString &value) { return tr("within %n day(s)", nullptr, value.toInt()); }},
          {tr("Scheduled"), u"scheduled"_s, [] { return QStringList{u"yes"_s}; },
           [](const QString &) { return tr("a change"); }}};
}

QString SubscriptionsPane::whyNot() const {
  const auto &rights = connection().rights();
  return rights.mayChange
             ? QString()
             : notForGroups(rights.groups, {u"success"_s, u"finance"_s, u"administrator"_s});
}

} // namespace tenantry::ui
