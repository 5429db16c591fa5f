// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organizations/organizations_pane.h"
#include "ui/lists/facet_menu.h"
#include "ui/lists/list_acts.h"
#include "ui/lists/list_columns.h"
#include "ui/lists/list_views.h"
#include "ui/lists/list_words.h"
#include "ui/organizations/members_tab.h"
#include "ui/organizations/organization_cells.h"
#include "ui/organizations/organization_detail.h"
#include "ui/organizations/organization_forms.h"
#include "ui/organizations/standing_offers.h"
#include "ui/organizations/subscription_acts.h"
#include "ui/organizations/subscription_tab.h"
#include "ui/organizations/words.h"
#include "ui/shell/export_action.h"
#include "ui/shell/group_words.h"
#include "ui/theme/icon.h"
#include "ui/widgets/button_action.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/label.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/section_header.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/table_view.h"
#include <QBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using models::OrganizationListModel;

namespace {
constexpr int listWidth = 660, detailWidth = 555, searchWidth = 220;

QString narrowedWord(organizations::Narrowed narrowed) {
  switch (narrowed) {
  case organizations::Narrowed::No:
    return {};
  case organizations::Narrowed::Paying:
    return OrganizationsPane::tr("with MRR");
  case organizations::Narrowed::Stuck:
    return OrganizationsPane::tr("long in onboarding");
  }
  return {};
}
} // namespace

OrganizationsPane::OrganizationsPane(models::Connection &connection, models::RunningWork &work,
                                     QWidget *parent)
    : Pane(Kind::Canvas, parent), m_connection(connection), m_list(connection),
      m_cells(new OrganizationCells(this)),
      m_header(new SectionHeader(tr("Organizations"), SectionHeader::Level::Pane)),
      m_search(new SearchField(tr("Filter organizations"))), m_status(new Chip(tr("Status"))),
      m_plan(new Chip(tr("Plan"))), m_narrowed(new Chip(tr("Only"))), m_view(new Chip(tr("View"))),
      m_matches(new Label({}, TextStyle::Meta, Tone::Muted)),
      m_table(new TableView(tr("Organizations"), RowDensity::TwoLine)),
      m_export(new ExportAction(connection, work, m_list, *m_table, u"organizations"_s, this)),
      m_detail(new OrganizationDetail(connection, work)),
      m_forms(new OrganizationForms(connection, this)) {
  m_cells->setSourceModel(&m_list);
  m_records = new RecordList(m_list, *m_cells, m_table, makeFilterBar(), words());
  auto *import = makeButton(tr("Import"), ButtonVariant::Secondary, u"upload"_s);
  const auto showWhetherPossible = [import, &connection] {
    setBlocked(import, !connection.rights().mayImport
                           ? notForGroups(connection.rights().groups, {u"administrator"_s})
                       : connection.isConnected() ? QString()
                                                  : offLineReason());
  };
  connect(&connection, &models::Connection::connectedChanged, import, showWhetherPossible);
  showWhetherPossible();
  connect(import, &QPushButton::clicked, this, &OrganizationsPane::importRequested);
  m_header->addAction(m_export->button());
  m_header->addAction(import);
  m_header->addAction(m_forms->entering());
  m_detail->addAction(m_forms->amending());
  addAction(new ButtonAction(m_detail->members()->adding(), icon(u"users"_s),
                             Qt::CTRL | Qt::SHIFT | Qt::Key_M));
  addAction(new ButtonAction(import, icon(u"upload"_s), Qt::CTRL | Qt::SHIFT | Qt::Key_I));
  const auto *acts = m_detail->subscription()->acts();
  addAction(new ButtonAction(acts->change(), icon(u"repeat"_s), Qt::CTRL | Qt::SHIFT | Qt::Key_C));
  addAction(new ButtonAction(acts->pause(), icon(u"pause"_s), Qt::CTRL | Qt::SHIFT | Qt::Key_P));
  addAction(new ButtonAction(acts->end(), icon(u"x"_s), Qt::CTRL | Qt::SHIFT | Qt::Key_E));
  addAction(
      new ButtonAction(acts->takeBack(), icon(u"repeat"_s), Qt::CTRL | Qt::SHIFT | Qt::Key_T));
  auto *splitter = new QSplitter;
  splitter->setHandleWidth(1);
  splitter->setChildrenCollapsible(false);
  splitter->addWidget(m_records);
  splitter->addWidget(m_detail);
  splitter->setSizes({listWidth, detailWidth});
  splitter->setStretchFactor(0, 1);
  splitter->setStretchFactor(1, 1);
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(m_header);
  layout->addWidget(new Separator);
  layout->addWidget(splitter, 1);
  setUpTable();
  connectList();
  m_columns = new ListColumns(m_list, *m_table, u"organizations"_s);
  m_views = new ListViews(connection, m_list, *m_columns, OrganizationListModel::countOf,
                          u"organizations"_s, home(), m_view, this);
  connect(m_views, &ListViews::applied, this, &OrganizationsPane::showFilter);
  connect(m_views, &ListViews::placeRequested, this, &Pane::placeRequested);
  connect(m_views, &ListViews::pinsChanged, this, &Pane::pinsChanged);
  m_acts = new ListActs(connection, work, *m_records, this);
  offerStandingActs(*m_acts, connection.rights());
  connect(m_detail, &OrganizationDetail::placeRequested, this, &Pane::placeRequested);
  connect(m_detail, &OrganizationDetail::tabChanged, this,
          [this] { Q_EMIT placeChanged(place()); });
  connect(m_detail, &OrganizationDetail::settled, this, [this] {
    m_forms->setCurrent(m_detail->id(), m_detail->name());
    reportSettled();
  });
  connect(m_forms, &OrganizationForms::entered, this, [this](const QString &organization) {
    m_list.refresh();
    Q_EMIT placeRequested({Place::Kind::Organization, organization, {}, {}});
  });
  m_list.reload();
}

QWidget *OrganizationsPane::makeFilterBar() {
  m_search->setMaximumWidth(searchWidth);
  auto *bar = new FilterBar({m_search, m_status, m_plan, m_narrowed, m_view}, m_matches);
  connect(m_search, &SearchField::searchChanged, this, [this](const QString &text) {
    auto filter = m_list.filter();
    filter.search = text.trimmed();
    setFilter(filter);
  });
  connect(m_status, &Chip::clicked, this, &OrganizationsPane::chooseStatus);
  connect(m_plan, &Chip::clicked, this, &OrganizationsPane::choosePlan);
  connect(m_status, &Chip::removeRequested, this, [this] {
    auto filter = m_list.filter();
    filter.status.reset();
    setFilter(filter);
  });
  connect(m_plan, &Chip::removeRequested, this, [this] {
    auto filter = m_list.filter();
    filter.planId.clear();
    setFilter(filter);
  });
  connect(m_narrowed, &Chip::clicked, this, &OrganizationsPane::chooseNarrowed);
  connect(m_narrowed, &Chip::removeRequested, this, [this] {
    auto filter = m_list.filter();
    filter.narrowed = organizations::Narrowed::No;
    setFilter(filter);
  });
  return bar;
}

void OrganizationsPane::setUpTable() {
  m_table->setStretchColumn(OrganizationListModel::NameColumn);
  m_table->fitColumn(OrganizationListModel::PlanColumn, tr("Professional"));
  m_table->fitColumn(OrganizationListModel::StatusColumn, tr("Onboarding"));
  m_table->fitColumn(OrganizationListModel::MrrColumn, u"8,888,888"_s);
  m_table->fitDayColumn(OrganizationListModel::CreatedColumn);
  m_table->setColumnsToDrop({OrganizationListModel::CreatedColumn,
                             OrganizationListModel::StatusColumn,
                             OrganizationListModel::PlanColumn},
                            180);
  m_table->setSortingEnabled(true);
  m_table->sortByColumn(OrganizationListModel::NameColumn, Qt::AscendingOrder);
  // The list may have an order of its own, whatever was asked for.
  connect(m_table->horizontalHeader(), &QHeaderView::sortIndicatorChanged, this,
          &OrganizationsPane::showFilter);
  connect(m_table, &QTableView::activated, this, [this] { m_detail->takeFocus(); });
}

void OrganizationsPane::connectList() {
  connect(&m_list, &OrganizationListModel::countChanged, this, &OrganizationsPane::showCount);
  connect(m_records, &RecordList::shown, this, &OrganizationsPane::reportSettled);
  connect(m_records, &RecordList::currentChanged, this, [this] {
    m_detail->show(selected(), m_detail->tab());
    Q_EMIT placeChanged(place());
  });
  connect(m_records, &RecordList::emptyAction, this, [this](EmptyState::Kind kind) {
    if (kind == EmptyState::Kind::NoMatch)
      setFilter({});
    else if (kind == EmptyState::Kind::Empty)
      Q_EMIT importRequested();
    else
      m_list.reload();
  });
}

void OrganizationsPane::keepDraftsIn(models::DraftStore &drafts) {
  m_forms->keepDraftsIn(drafts);
  m_detail->members()->keepDraftsIn(drafts);
}

OrganizationId OrganizationsPane::selected() const {
  return OrganizationId::fromString(m_records->current());
}

QString OrganizationsPane::title() const { return tr("Organizations"); }
QString OrganizationsPane::heading() const {
  return m_detail->name().isEmpty() ? title() : m_detail->name();
}
QString OrganizationsPane::iconName() const { return u"building"_s; }

bool OrganizationsPane::holds(const Place &place) const {
  return place.kind == Place::Kind::Organizations || place.kind == Place::Kind::Organization;
}

void OrganizationsPane::open(const Place &place) {
  m_views->open(place.view);
  if (place.kind != Place::Kind::Organization) {
    if (const auto status = organizations::parseStatus(place.filter))
      setFilter({.search = {}, .status = *status, .planId = {}});
    if (const auto narrowed = OrganizationListModel::narrowedOf(place.filter);
        narrowed != organizations::Narrowed::No)
      setFilter({.search = {}, .status = {}, .planId = {}, .narrowed = narrowed});
    return m_table->setFocus();
  }
  m_records->setCurrent(place.key);
  m_detail->show(selected(), place.tab, place.filter);
}

Place OrganizationsPane::place() const {
  Place place;
  if (!selected().isNull())
    place = {Place::Kind::Organization, selected().toString(), m_detail->tab(), {}};
  place.view = m_views->current();
  return place;
}

void OrganizationsPane::reload() {
  m_list.refresh();
  m_detail->reload();
}

void OrganizationsPane::focusFilter() {
  m_search->setFocus(Qt::ShortcutFocusReason);
  m_search->selectAll();
}

/// First a selection of several goes, then the filter, then the focus goes to the list.
bool OrganizationsPane::stepBack() {
  if (!m_search->hasFocus() && m_records->stepBack())
    return true;
  if (m_search->hasFocus() && !m_search->text().isEmpty()) {
    m_search->clear();
    return true;
  }
  if (!m_search->hasFocus() && !m_detail->isAncestorOf(focusWidget()))
    return false;
  m_table->setFocus();
  return true;
}

QList<Pane::Part> OrganizationsPane::partsOf(const Place &record, const QString &name) const {
  if (record.kind != Place::Kind::Organization)
    return {};
  const auto tab = [&](const QString &key) { return Place{record.kind, record.key, key, {}}; };
  return {{tr("Members of %1").arg(name), u"users"_s, tab(u"members"_s)},
          {tr("Subscription of %1").arg(name), u"repeat"_s, tab(u"subscription"_s)},
          {tr("Usage of %1").arg(name), u"chart-line"_s, tab(u"usage"_s)},
          {tr("Invoices of %1").arg(name), u"file-text"_s, tab(u"invoices"_s)}};
}

QList<QWidget *> OrganizationsPane::areas() { return {m_records->area(), m_detail}; }

bool OrganizationsPane::isSettled() const {
  return m_records->isSettled() && m_detail->isSettled();
}

void OrganizationsPane::reportSettled() {
  if (isSettled())
    Q_EMIT settled();
}

void OrganizationsPane::setFilter(const models::OrganizationFilter &filter) {
  if (m_search->text().trimmed() != filter.search)
    m_search->setText(filter.search);
  m_list.setFilter(filter);
  showFilter();
}

/// After a view brought another filter and order.
void OrganizationsPane::showFilter() {
  const QSignalBlocker quiet(m_search), quietHeader(m_table->horizontalHeader());
  m_search->setText(m_list.filter().search);
  m_table->horizontalHeader()->setSortIndicator(m_list.sortColumn(), m_list.sortOrder());
  m_table->horizontalHeader()->viewport()->update();
  showChips();
}

void OrganizationsPane::showChips() {
  const auto &filter = m_list.filter();
  m_status->setValue(filter.status ? statusWord(*filter.status) : QString());
  const auto plan = m_list.planNames().find(filter.planId);
  m_plan->setValue(plan == m_list.planNames().end() ? filter.planId : plan->second);
  m_narrowed->setValue(narrowedWord(filter.narrowed));
}

void OrganizationsPane::chooseStatus() {
  using organizations::Status;
  QList<Facet> facets;
  for (const auto status : {Status::Onboarding, Status::Onboarded, Status::Active,
                            Status::Suspended, Status::Churned, Status::Closed})
    facets.append({statusWord(status), organizations::toString(status), [this, status] {
                     auto filter = m_list.filter();
                     filter.status = status;
                     setFilter(filter);
                   }});
  showFacets(m_status, u"status"_s, facets);
}

void OrganizationsPane::choosePlan() {
  QList<Facet> facets;
  for (const auto &[id, name] : m_list.planNames())
    facets.append({name, id, [this, id = id] {
                     auto filter = m_list.filter();
                     filter.planId = id;
                     setFilter(filter);
                   }});
  showFacets(m_plan, u"plan"_s, facets);
}

void OrganizationsPane::chooseNarrowed() {
  QList<Facet> facets;
  for (const auto narrowed : {organizations::Narrowed::Paying, organizations::Narrowed::Stuck})
    facets.append(
        {narrowedWord(narrowed), OrganizationListModel::narrowedKey(narrowed), [this, narrowed] {
           auto filter = m_list.filter();
           filter.narrowed = narrowed;
           setFilter(filter);
         }});
  showFacets(m_narrowed, u"narrowed"_s, facets);
}

void OrganizationsPane::showFacets(Chip *chip, const QString &setting, const QList<Facet> &facets) {
  makeFacetMenu(m_connection, OrganizationListModel::countOf, m_list.viewSettings(), setting,
                facets, this)
      ->popup(chip->mapToGlobal(chip->rect().bottomLeft()));
}

ListWords OrganizationsPane::words() {
  return {tr("Organizations could not be loaded"), [this] { return noMatch(); },
          [this] { return none(); }};
}

EmptyStateContent OrganizationsPane::noMatch() const {
  const auto &search = m_list.filter().search;
  return {tr("Nothing matches"),
          search.isEmpty() ? tr("No organization is like that now.")
                           : tr("No organization has “%1” in its name, e-mail, web address or "
                                "customer number.")
                                 .arg(search),
          tr("Clear filters")};
}

EmptyStateContent OrganizationsPane::none() const {
  const auto &rights = m_connection.rights();
  return {tr("No organizations yet"),
          rights.mayImport ? tr("Import your customers from a Stripe export to begin.")
                           : notForGroups(rights.groups, {u"administrator"_s}),
          rights.mayImport ? tr("Import") : QString(), u"building"_s};
}

void OrganizationsPane::showCount() {
  const QString number = countText(m_list, locale());
  m_matches->setText(m_list.filter().isEmpty() ? QString() : tr("%1 found").arg(number));
  if (!m_list.filter().isEmpty())
    return;
  m_header->setFact(number);
  constexpr auto limit = OrganizationListModel::countLimit;
  Q_EMIT countChanged(std::min(m_list.count(), limit), m_list.count() > limit);
}

} // namespace tenantry::ui
