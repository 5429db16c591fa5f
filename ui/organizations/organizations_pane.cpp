// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organizations/organizations_pane.h"
#include "services/core/country.h"
#include "ui/lists/list_acts.h"
#include "ui/lists/list_views.h"
#include "ui/lists/list_words.h"
#include "ui/organizations/balance_act.h"
#include "ui/organizations/invoices_tab.h"
#include "ui/organizations/link_act.h"
#include "ui/organizations/members_tab.h"
#include "ui/organizations/organization_cells.h"
#include "ui/organizations/organization_detail.h"
#include "ui/organizations/organization_forms.h"
#include "ui/organizations/standing_offers.h"
#include "ui/organizations/subscription_acts.h"
#include "ui/organizations/subscription_tab.h"
#include "ui/organizations/timeline_page.h"
#include "ui/organizations/usage_tab.h"
#include "ui/organizations/words.h"
#include "ui/shell/group_words.h"
#include "ui/theme/icon.h"
#include "ui/widgets/button_action.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/format.h"
#include "ui/widgets/key_figure.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/section_header.h"
#include "ui/widgets/table_view.h"
#include <QAction>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using models::OrganizationListModel;

namespace {
constexpr int listWidth = 660, detailWidth = 555, leastNameWidth = 180;

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

QStringList byName(QStringList countries) {
  std::sort(countries.begin(), countries.end(), [](const QString &a, const QString &b) {
    return QString::localeAwareCompare(countryName(a, QLocale()), countryName(b, QLocale())) < 0;
  });
  return countries;
}
} // namespace

OrganizationsPane::OrganizationsPane(models::Connection &connection, models::RunningWork &work,
                                     QWidget *parent)
    : OrganizationsPane(connection, work, new OrganizationListModel(connection), parent) {}

OrganizationsPane::OrganizationsPane(models::Connection &connection, models::RunningWork &work,
                                     OrganizationListModel *list, QWidget *parent)
    : ListPane(connection, work, list, new OrganizationCells(nullptr), specOf(*list), parent),
      m_list(*list), m_detail(new OrganizationDetail(connection, work)),
      m_forms(new OrganizationForms(connection, this)), m_timeline(new QAction(this)) {
  putBeside(m_detail);
  offerForms();
  offerStandingActs(*acts(), connection.rights());
  connectList();
  connectDetail();
  countAll();
  m_list.reload();
}

ListSpec OrganizationsPane::specOf(const OrganizationListModel &list) {
  using List = OrganizationListModel;
  return {.title = tr("Organizations"),
          .iconName = u"building"_s,
          .key = u"organizations"_s,
          .home = {Place::Kind::Organizations, {}, {}, {}},
          .counted = tr("All organizations."),
          .counting = List::countOf,
          .table = {.name = tr("Organizations"),
                    .density = RowDensity::TwoLine,
                    .stretch = List::NameColumn,
                    .leastWidth = leastNameWidth,
                    .days = {List::CreatedColumn},
                    .widest = {{List::PlanColumn, tr("Professional")},
                               {List::StatusColumn, tr("Onboarding")},
                               {List::MrrColumn, u"8,888,888"_s}},
                    .drops = {List::CreatedColumn, List::StatusColumn, List::PlanColumn},
                    .sum = List::MrrColumn},
          .search = {.invitation = tr("Filter organizations")},
          .filters = filtersOf(list),
          .hasResult = true,
          .failed = tr("Organizations could not be loaded"),
          .widths = {listWidth, detailWidth},
          .first = RecordList::FirstRow::Left,
          .noMatch = {},
          .none = {}};
}

QList<FilterOffer> OrganizationsPane::filtersOf(const OrganizationListModel &list) {
  using organizations::Narrowed;
  using organizations::Status;
  return {{tr("Status"), u"status"_s,
           [] {
             QStringList values;
             for (const auto status : {Status::Onboarding, Status::Onboarded, Status::Active,
                                       Status::Suspended, Status::Churned, Status::Closed})
               values += organizations::toString(status);
             return values;
           },
           [](const QString &value) {
             const auto status = organizations::parseStatus(value);
             return status ? statusWord(*status) : value;
           }},
          {tr("Plan"), u"plan"_s,
           [&list] {
             QStringList values;
             for (const auto &[id, name] : list.choices().planNames)
               values += id;
             return values;
           },
           [&list](const QString &value) {
             const auto &names = list.choices().planNames;
             const auto plan = names.find(value);
             return plan == names.end() ? value : plan->second;
           }},
          {tr("Country"), u"country"_s, [&list] { return byName(list.choices().countries); },
           [](const QString &value) { return countryName(value, QLocale()); }},
          {tr("Currency"), u"currency"_s, [&list] { return list.choices().currencies; },
           [](const QString &value) { return value; }},
          {tr("Only"), u"narrowed"_s,
           [] {
             QStringList values;
             for (const auto narrowed : {Narrowed::Paying, Narrowed::Stuck})
               values += OrganizationListModel::narrowedKey(narrowed);
             return values;
           },
           [](const QString &value) {
             return narrowedWord(OrganizationListModel::narrowedOf(value));
           }}};
}

void OrganizationsPane::offerForms() {
  auto *import = makeButton(tr("Import"), ButtonVariant::Secondary, u"upload"_s);
  const auto showWhetherPossible = [this, import] {
    setBlocked(import, !connection().rights().mayImport
                           ? notForGroups(connection().rights().groups, {u"administrator"_s})
                       : connection().isConnected() ? QString()
                                                    : offLineReason());
  };
  connect(&connection(), &models::Connection::connectedChanged, import, showWhetherPossible);
  showWhetherPossible();
  connect(import, &QPushButton::clicked, this, &OrganizationsPane::importRequested);
  header()->addAction(import);
  header()->addAction(m_forms->entering());
  m_detail->addAction(m_forms->amending());
  addAction(new ButtonAction(m_detail->members()->adding(), icon(u"users"_s),
                             Qt::CTRL | Qt::SHIFT | Qt::Key_M));
  addAction(new ButtonAction(import, icon(u"upload"_s), Qt::CTRL | Qt::SHIFT | Qt::Key_I));
  addAction(new ButtonAction(m_detail->invoices()->charging(), icon(u"plus"_s),
                             Qt::CTRL | Qt::SHIFT | Qt::Key_B));
  addAction(new ButtonAction(m_detail->invoices()->balance()->button(), icon(u"credit-card"_s),
                             Qt::CTRL | Qt::SHIFT | Qt::Key_G));
  addAction(new ButtonAction(m_detail->invoices()->linking()->button(), icon(u"external-link"_s),
                             Qt::CTRL | Qt::ALT | Qt::Key_L));
  const auto *acts = m_detail->subscription()->acts();
  addAction(new ButtonAction(acts->change(), icon(u"repeat"_s), Qt::CTRL | Qt::SHIFT | Qt::Key_C));
  addAction(new ButtonAction(acts->start(), icon(u"play"_s), Qt::CTRL | Qt::SHIFT | Qt::Key_K));
  addAction(new ButtonAction(acts->coupon(), icon(u"check"_s), Qt::CTRL | Qt::SHIFT | Qt::Key_Q));
  addAction(new ButtonAction(acts->endCoupon(), icon(u"x"_s), Qt::CTRL | Qt::ALT | Qt::Key_Q));
  addAction(
      new ButtonAction(acts->limits(), icon(u"chart-line"_s), Qt::CTRL | Qt::SHIFT | Qt::Key_U));
  addAction(new ButtonAction(acts->addons(), icon(u"plus"_s), Qt::CTRL | Qt::ALT | Qt::Key_B));
  addAction(new ButtonAction(acts->renewal(), icon(u"clock"_s), Qt::CTRL | Qt::SHIFT | Qt::Key_D));
  addAction(new ButtonAction(acts->pause(), icon(u"pause"_s), SubscriptionActs::pauseKeys));
  addAction(new ButtonAction(acts->end(), icon(u"x"_s), Qt::CTRL | Qt::SHIFT | Qt::Key_E));
  m_timeline->setText(tr("Timeline of the organization"));
  m_timeline->setIcon(icon(u"clock"_s));
  m_timeline->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_J);
  m_timeline->setShortcutContext(Qt::WidgetWithChildrenShortcut);
  connect(m_timeline, &QAction::triggered, this, [this] {
    Q_EMIT placeRequested(
        {Place::Kind::Organization, m_detail->id().toString(), u"timeline"_s, {}});
  });
  addAction(m_timeline);
  showTimelineAction();
  addAction(
      new ButtonAction(acts->takeBack(), icon(u"repeat"_s), Qt::CTRL | Qt::SHIFT | Qt::Key_T));
}

void OrganizationsPane::connectList() {
  connect(records(), &RecordList::shown, this,
          [this] { m_detail->setWaiting(m_list.rowCount() > 0); });
  connect(table(), &QTableView::activated, this, [this] { m_detail->takeFocus(); });
  connect(records(), &RecordList::currentChanged, this, [this] {
    m_detail->show(selected(), m_detail->tab());
    Q_EMIT placeChanged(place());
  });
}

void OrganizationsPane::connectDetail() {
  connect(m_detail, &OrganizationDetail::placeRequested, this, &Pane::placeRequested);
  connect(m_detail, &OrganizationDetail::tabChanged, this,
          [this] { Q_EMIT placeChanged(place()); });
  connect(m_detail, &OrganizationDetail::settled, this, [this] {
    m_forms->setCurrent(m_detail->id(), m_detail->name());
    showTimelineAction();
    reportSettled();
  });
  connect(m_forms, &OrganizationForms::entered, this, [this](const QString &organization) {
    m_list.refresh();
    Q_EMIT placeRequested({Place::Kind::Organization, organization, {}, {}});
  });
}

void OrganizationsPane::showTimelineAction() {
  const bool isThere = !m_detail->id().isNull();
  m_timeline->setEnabled(isThere);
  m_timeline->setToolTip(isThere ? m_timeline->text() : tr("Choose an organization"));
}

void OrganizationsPane::keepDraftsIn(models::DraftStore &drafts) {
  ListPane::keepDraftsIn(drafts);
  m_forms->keepDraftsIn(drafts);
  m_detail->subscription()->acts()->keepDraftsIn(drafts);
  m_detail->members()->keepDraftsIn(drafts);
  m_detail->invoices()->keepDraftsIn(drafts);
}

OrganizationId OrganizationsPane::selected() const {
  return OrganizationId::fromString(records()->current());
}

QString OrganizationsPane::heading() const {
  return m_detail->name().isEmpty() ? title() : m_detail->name();
}

bool OrganizationsPane::holds(const Place &place) const {
  return place.kind == Place::Kind::Organizations || place.kind == Place::Kind::Organization;
}

void OrganizationsPane::open(const Place &place) {
  if (place.kind != Place::Kind::Organization)
    return ListPane::open(place);
  std::ignore = views()->open(place);
  records()->setCurrent(place.key);
  m_detail->show(selected(), place.tab, place.filter);
}

Place OrganizationsPane::place() const {
  Place place;
  if (!selected().isNull())
    place = {Place::Kind::Organization, selected().toString(), m_detail->tab(), {}};
  place.view = views()->current();
  return place;
}

void OrganizationsPane::reload() {
  m_list.refresh();
  m_detail->reload();
}

void OrganizationsPane::keepIn(ListMemory &memory) {
  ListPane::keepIn(memory);
  m_detail->members()->keepIn(memory);
  m_detail->timeline()->keepIn(memory);
  m_detail->invoices()->page()->keepIn(memory);
}

/// What is read stops all at once, of the list and of the record.
bool OrganizationsPane::stepBack() {
  if (filters()->stepBack()) // what is typed goes first
    return true;
  const bool isStopped = m_detail->stop();
  if (m_list.stop() || isStopped || m_detail->stepBack())
    return true;
  const bool isWithin = filters()->search()->hasFocus() || m_detail->isAncestorOf(focusWidget());
  return ListPane::stepBack() || isWithin;
}

QList<Pane::Part> OrganizationsPane::partsOf(const Place &record, const QString &name) const {
  if (record.kind != Place::Kind::Organization)
    return {};
  const auto tab = [&](const QString &key) { return Place{record.kind, record.key, key, {}}; };
  const auto *acts = m_detail->subscription()->acts();
  const auto *invoices = m_detail->invoices();
  return {partOf(actionOf(acts->change()), tab(u"subscription"_s), acts->refusal()),
          partOf(actionOf(invoices->charging()), tab(u"invoices"_s), invoices->chargeRefusal()),
          partOf(actionOf(invoices->linking()->button()), tab(u"invoices"_s),
                 invoices->linking()->refusal()),
          partOf(actionOf(m_forms->amending()), tab({}), m_forms->amendRefusal()),
          {tr("Members of %1").arg(name), u"users"_s, tab(u"members"_s)},
          {tr("Subscription of %1").arg(name), u"repeat"_s, tab(u"subscription"_s)},
          {tr("Usage of %1").arg(name), u"chart-line"_s, tab(u"usage"_s)},
          {tr("Usage events of %1").arg(name), u"chart-line"_s,
           eventsOf(OrganizationId::fromString(record.key), {})},
          {tr("Invoices of %1").arg(name), u"file-text"_s, tab(u"invoices"_s)},
          {tr("Timeline of %1").arg(name), u"clock"_s, tab(u"timeline"_s),
           record.key == m_detail->id().toString() ? m_timeline->shortcut() : QKeySequence()}};
}

bool OrganizationsPane::isShowing(const Place &record) const {
  return record.kind == Place::Kind::Organization && record.key == m_detail->id().toString() &&
         !m_detail->name().isEmpty();
}

bool OrganizationsPane::isSettled() const {
  return records()->isSettled() && m_detail->isSettled();
}

void OrganizationsPane::act(EmptyState::Kind kind) {
  if (kind == EmptyState::Kind::Empty)
    Q_EMIT importRequested();
  else
    ListPane::act(kind);
}

EmptyStateContent OrganizationsPane::noMatch() const {
  const auto &search = m_list.filter().search;
  return {tr("Nothing matches"),
          search.isEmpty() ? tr("No organization matches now.")
                           : tr("No organization has “%1” in its name, e-mail, web address, "
                                "customer number, VAT id or telephone.")
                                 .arg(search),
          tr("Clear filters")};
}

EmptyStateContent OrganizationsPane::none() const {
  const auto &rights = connection().rights();
  return {tr("No organizations yet"),
          rights.mayImport ? tr("Import your customers from a Stripe export to begin.")
                           : notForGroups(rights.groups, {u"administrator"_s}),
          rights.mayImport ? tr("Import") : QString(), u"building"_s};
}

void OrganizationsPane::showCount() {
  const QString number = countText(m_list, locale());
  const bool isNarrowed = !m_list.filter().isEmpty();
  result()->setText(isNarrowed && !number.isEmpty() ? foundText() : QString());
  explainFigure(result(), ListPane::headFormula(),
                formatAsOf(m_list.readAt(), connection().zone(), locale()));
  if (const auto all = isNarrowed ? allText() : number; !isNarrowed || !all.isEmpty())
    header()->setFact(all);
}

} // namespace tenantry::ui
