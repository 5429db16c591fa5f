// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/subscriptions/subscriptions_pane.h"
#include "models/subscriptions/unschedule_bulk.h"
#include "ui/lists/facet_menu.h"
#include "ui/lists/list_acts.h"
#include "ui/lists/list_columns.h"
#include "ui/lists/list_views.h"
#include "ui/lists/list_words.h"
#include "ui/lists/sidebar_count.h"
#include "ui/organizations/words.h"
#include "ui/shell/export_action.h"
#include "ui/shell/group_words.h"
#include "ui/subscriptions/subscription_cells.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/section_header.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/table_view.h"
#include <QBoxLayout>
#include <QMenu>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using models::SubscriptionFilter;
using models::SubscriptionListModel;

namespace {
constexpr int leastSubscriberWidth = 160;
} // namespace

SubscriptionsPane::SubscriptionsPane(models::Connection &connection, models::RunningWork &work,
                                     QWidget *parent)
    : Pane(Kind::Canvas, parent), m_connection(connection), m_list(connection),
      m_cells(new SubscriptionCells(m_list, this)),
      m_header(new SectionHeader(tr("Subscriptions"), SectionHeader::Level::Pane)),
      m_status(new Chip(tr("Status"))), m_plan(new Chip(tr("Plan"))),
      m_renewal(new Chip(tr("Renews"))), m_scheduled(new Chip(tr("Scheduled"))),
      m_view(new Chip(tr("View"))),
      m_table(new TableView(tr("Subscriptions"), RowDensity::TwoLine)),
      m_export(new ExportAction(connection, work, m_list, *m_table, u"subscriptions"_s, this)) {
  m_records = new RecordList(m_list, *m_cells, m_table, makeFilterBar(), words(),
                             RecordList::FirstRow::Taken);
  m_header->addAction(m_export->button());
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(m_header);
  layout->addWidget(new Separator);
  layout->addWidget(m_records, 1);
  setUpTable();
  m_columns = new ListColumns(m_list, *m_table, u"subscriptions"_s);
  m_views = new ListViews(connection, m_list, *m_columns, SubscriptionListModel::countOf,
                          u"subscriptions"_s, home(), m_view, this);
  countInSidebar(this, connection, SubscriptionListModel::countOf, {});
  setUpActs(work);
  connectList();
  showFilter();
}

QWidget *SubscriptionsPane::makeFilterBar() {
  const auto clears = [this](Chip *chip, void (SubscriptionsPane::*choose)(),
                             const std::function<void(SubscriptionFilter &)> &clear) {
    connect(chip, &Chip::clicked, this, choose);
    connect(chip, &Chip::removeRequested, this, [this, clear] {
      auto filter = m_list.filter();
      clear(filter);
      setFilter(filter);
    });
  };
  clears(m_status, &SubscriptionsPane::chooseStatus, [](auto &filter) { filter.status.reset(); });
  clears(m_plan, &SubscriptionsPane::choosePlan, [](auto &filter) { filter.planId.clear(); });
  clears(m_renewal, &SubscriptionsPane::chooseRenewal,
         [](auto &filter) { filter.renewsWithin = 0; });
  clears(m_scheduled, &SubscriptionsPane::chooseScheduled,
         [](auto &filter) { filter.scheduledOnly = false; });
  return new FilterBar({m_status, m_plan, m_renewal, m_scheduled, m_view});
}

void SubscriptionsPane::setUpTable() {
  m_table->setStretchColumn(SubscriptionListModel::OrganizationColumn);
  m_table->fitColumn(SubscriptionListModel::PlanColumn, tr("Professional") + u" v88m"_s);
  m_table->fitColumn(SubscriptionListModel::StatusColumn,
                     statusLook(subscriptions::Status::PastDue).text + u"mm"_s);
  m_table->fitColumn(SubscriptionListModel::MrrColumn, u"$8,888,888"_s);
  m_table->fitColumn(SubscriptionListModel::IntervalColumn, intervalWord(Interval::Month));
  m_table->fitDayColumn(SubscriptionListModel::RenewalColumn);
  m_table->fitColumn(SubscriptionListModel::ScheduledColumn, tr("Professional, yearly"));
  m_table->setColumnsToDrop({SubscriptionListModel::IntervalColumn,
                             SubscriptionListModel::ScheduledColumn,
                             SubscriptionListModel::PlanColumn, SubscriptionListModel::MrrColumn},
                            leastSubscriberWidth);
  auto *header = m_table->horizontalHeader();
  header->setSortIndicatorShown(true);
  header->setSectionsClickable(true);
  connect(header, &QHeaderView::sortIndicatorChanged, this,
          [this](int column, Qt::SortOrder order) {
            m_list.sort(column, order);
            showFilter(); // also where the column cannot be sorted by
          });
  connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
    const auto organization = m_list.keyAt(index.row()).section(u'/', 0, 0);
    if (!organization.isEmpty())
      Q_EMIT placeRequested({Place::Kind::Organization, organization, u"subscription"_s, {}});
  });
}

void SubscriptionsPane::setUpActs(models::RunningWork &work) {
  const auto &rights = m_connection.rights();
  m_acts = new ListActs(m_connection, work, *m_records, this);
  m_acts->add(
      {.name = tr("Take back scheduled change"),
       .iconName = u"x"_s,
       .keys = Qt::CTRL | Qt::SHIFT | Qt::Key_U,
       .blocked = rights.mayChange ? QString()
                                   : notForGroups(rights.groups,
                                                  {u"success"_s, u"finance"_s, u"administrator"_s}),
       .act = [](const QString &) { return models::unscheduleChanges(); },
       .question =
           [](qint64 rows) { return tr("Take back %n scheduled change(s)", nullptr, int(rows)); },
       .done = [](qint64 rows) { return tr("%n change(s) taken back", nullptr, int(rows)); },
       .consequence = tr("The subscriptions go on as they are. A change is scheduled anew in the "
                         "organization's record.")});
}

void SubscriptionsPane::connectList() {
  connect(m_views, &ListViews::applied, this, &SubscriptionsPane::showFilter);
  connect(m_views, &ListViews::placeRequested, this, &Pane::placeRequested);
  connect(m_views, &ListViews::pinsChanged, this, &Pane::pinsChanged);
  connect(&m_list, &SubscriptionListModel::countChanged, this, &SubscriptionsPane::showCount);
  connect(m_records, &RecordList::shown, this, [this] {
    showFilter(); // plans have names by now
    if (isSettled())
      Q_EMIT settled();
  });
  connect(m_records, &RecordList::emptyAction, this, [this](EmptyState::Kind kind) {
    if (kind == EmptyState::Kind::NoMatch)
      setFilter({});
    else
      m_list.reload();
  });
}

QString SubscriptionsPane::title() const { return tr("Subscriptions"); }
QString SubscriptionsPane::iconName() const { return u"repeat"_s; }
Place SubscriptionsPane::home() const { return {Place::Kind::Subscriptions, {}, {}, {}}; }
bool SubscriptionsPane::holds(const Place &place) const {
  return place.kind == Place::Kind::Subscriptions;
}

void SubscriptionsPane::open(const Place &place) {
  m_views->open(place.view);
  if (const auto status = subscriptions::parseStatus(place.filter))
    setFilter({.status = *status});
  m_list.begin();
  m_table->setFocus();
}

void SubscriptionsPane::focusFilter() { m_status->setFocus(Qt::ShortcutFocusReason); }

bool SubscriptionsPane::stepBack() {
  if (m_records->stepBack())
    return true;
  m_table->setFocus();
  return false;
}

void SubscriptionsPane::setFilter(const SubscriptionFilter &filter) {
  m_list.setFilter(filter);
  showFilter();
}

void SubscriptionsPane::showFilter() {
  const auto &filter = m_list.filter();
  m_status->setValue(filter.status ? statusLook(*filter.status).text : QString());
  m_plan->setValue(m_list.planName(filter.planId));
  m_renewal->setValue(filter.renewsWithin > 0 ? tr("within %n day(s)", nullptr, filter.renewsWithin)
                                              : QString());
  m_scheduled->setValue(filter.scheduledOnly ? tr("a change") : QString());
  const QSignalBlocker quiet(m_table->horizontalHeader());
  m_table->horizontalHeader()->setSortIndicator(SubscriptionListModel::RenewalColumn,
                                                m_list.sortOrder());
  m_table->horizontalHeader()->viewport()->update();
}

void SubscriptionsPane::showCount() {
  const QString number = countText(m_list, locale());
  m_header->setFact(m_list.isFiltered() ? tr("%1 found").arg(number) : number);
}

Facet SubscriptionsPane::facet(const QString &text, const QString &key,
                               const std::function<void(SubscriptionFilter &)> &set) {
  return {text, key, [this, set] {
            auto filter = m_list.filter();
            set(filter);
            setFilter(filter);
          }};
}

void SubscriptionsPane::chooseStatus() {
  using subscriptions::Status;
  QList<Facet> facets;
  for (const auto status : {Status::Trialing, Status::Active, Status::PastDue, Status::Suspended,
                            Status::Paused, Status::Cancelled, Status::Expired})
    facets += facet(statusLook(status).text, subscriptions::toString(status),
                    [status](auto &filter) { filter.status = status; });
  showFacets(m_status, u"status"_s, facets);
}

void SubscriptionsPane::choosePlan() {
  QList<Facet> facets;
  for (const auto &[id, name] : m_list.planNames())
    facets += facet(name, id, [id = id](auto &filter) { filter.planId = id; });
  showFacets(m_plan, u"plan"_s, facets);
}

void SubscriptionsPane::chooseRenewal() {
  QList<Facet> facets;
  for (const int days : {7, 30, 90})
    facets += facet(tr("within %n day(s)", nullptr, days), QString::number(days),
                    [days](auto &filter) { filter.renewsWithin = days; });
  showFacets(m_renewal, u"renews"_s, facets);
}

void SubscriptionsPane::chooseScheduled() {
  showFacets(m_scheduled, u"scheduled"_s,
             {facet(tr("a change"), u"yes"_s, [](auto &filter) { filter.scheduledOnly = true; })});
}

void SubscriptionsPane::showFacets(Chip *chip, const QString &setting, const QList<Facet> &facets) {
  makeFacetMenu(m_connection, SubscriptionListModel::countOf, m_list.viewSettings(), setting,
                facets, this)
      ->popup(chip->mapToGlobal(chip->rect().bottomLeft()));
}

ListWords SubscriptionsPane::words() {
  return {tr("Subscriptions could not be loaded"),
          [] {
            return EmptyStateContent{tr("Nothing matches"), tr("No subscription is like that now."),
                                     tr("Clear filters")};
          },
          [] {
            return EmptyStateContent{tr("No subscriptions yet"),
                                     tr("They begin in the record of an organization, or come "
                                        "with an import."),
                                     {},
                                     u"repeat"_s};
          }};
}

} // namespace tenantry::ui
