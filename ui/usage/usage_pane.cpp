// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/usage/usage_pane.h"
#include "ui/organizations/words.h"
#include "ui/shell/export_action.h"
#include "ui/theme/metrics.h"
#include "ui/usage/arrivals_page.h"
#include "ui/usage/correction_offer.h"
#include "ui/usage/dimension_page.h"
#include "ui/usage/events_page.h"
#include "ui/usage/late_page.h"
#include "ui/usage/standings_page.h"
#include "ui/widgets/button_action.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/refusal_text.h"
#include "ui/widgets/section_header.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/table_view.h"
#include <QBoxLayout>
#include <QPushButton>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

const QString levelSetting = u"level"_s;

/// In the order of Tab, as links have them.
const QStringList usageTabs{QString(), u"arrivals"_s, u"late"_s};

} // namespace

UsagePane::UsagePane(models::Connection &connection, models::RunningWork &work, QWidget *parent)
    : Pane(Kind::Canvas, parent), m_figures(connection),
      m_header(new SectionHeader(tr("Usage"), SectionHeader::Level::Pane)),
      m_tabPages(new QStackedWidget), m_tabs(new TabStrip(tr("Parts of usage"), m_tabPages)),
      m_standings(new StandingsPage(connection, work, this)),
      m_arrivals(new ArrivalsPage(connection.zone())), m_late(new LatePage(connection, work, this)),
      m_events(new EventsPage(connection, work, this)),
      m_dimensions(new DimensionPage(connection, work, this)), m_toUsage(m_header->addCrumb()),
      m_back(m_header->addCrumb()),
      m_correct(makeButton(m_events->correcting()->text(), ButtonVariant::Secondary)),
      m_toDimensions(
          addSwitch(tr("By dimension"), Qt::CTRL | Qt::SHIFT | Qt::Key_G, u"dimensions"_s)),
      m_toEvents(addSwitch(tr("One by one"), Qt::CTRL | Qt::SHIFT | Qt::Key_E, u"events"_s)),
      m_state(new EmptyState), m_pages(new QStackedWidget) {
  followAction(m_correct, m_events->correcting());
  m_header->addAction(m_toDimensions);
  m_header->addAction(m_toEvents);
  for (auto *page : std::initializer_list<ListPage *>{m_standings, m_late, m_events, m_dimensions})
    m_header->addAction(page->exporting()->button());
  m_header->addAction(m_correct);
  lay();
  connectPages();
  connectBack();
  connectOfOne(m_events);
  connectOfOne(m_dimensions);
  showHeader();
  m_state->showLoading();
  m_pages->setCurrentWidget(m_state);
}

void UsagePane::lay() {
  auto *parts = new QWidget;
  auto *column = new QVBoxLayout(parts);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(makeTabs());
  column->addWidget(new Separator);
  column->addWidget(m_tabPages, 1);
  m_pages->addWidget(parts);
  m_pages->addWidget(m_state);
  m_pages->addWidget(m_events);
  m_pages->addWidget(m_dimensions);
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(m_header);
  layout->addWidget(new Separator);
  layout->addWidget(m_pages, 1);
}

QWidget *UsagePane::makeTabs() {
  const std::pair<QString, QWidget *> tabs[] = {{tr("Organizations"), m_standings},
                                                {tr("Events that came in"), m_arrivals},
                                                {tr("Late usage"), m_late}};
  for (const auto &[name, page] : tabs)
    m_tabs->addPart(name, page);
  connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
    showTab(tab);
    if (!m_isOpening)
      Q_EMIT placeChanged(place());
  });
  showTab(Organizations);
  return m_tabs->inRow();
}

void UsagePane::connectPages() {
  connect(&m_figures, &models::UsageFigures::changed, this, &UsagePane::showFigures);
  connect(&m_figures, &models::UsageFigures::ticked, this, [this] {
    m_standings->reload();
    m_late->reload();
    if (auto *page = ofOne())
      page->reload();
  });
  connect(m_standings, &StandingsPage::metricChosen, this, [this](const QString &metric) {
    m_figures.show(metric);
    if (!m_isOpening)
      Q_EMIT placeChanged(place());
  });
  for (auto *page : std::initializer_list<ListPage *>{m_standings, m_late})
    connect(&page->records()->list(), &models::PagedListModel::narrowed, this, &Pane::narrowed);
  connect(m_standings, &StandingsPage::placeRequested, this, &Pane::placeRequested);
  connect(m_late, &LatePage::placeRequested, this, &Pane::placeRequested);
  connect(m_standings, &StandingsPage::settled, this, &UsagePane::reportSettled);
  connect(m_late, &LatePage::settled, this, &UsagePane::reportSettled);
  connect(m_state, &EmptyState::actionTriggered, &m_figures, &models::UsageFigures::reload);
}

void UsagePane::showTab(int tab) {
  showHeader();
  if (tab == Late && m_figures.facts())
    m_late->begin();
}

void UsagePane::showHeader() {
  const bool isOfOne = ofOne() != nullptr;
  const int tab = m_tabs->currentIndex();
  m_standings->exporting()->button()->setVisible(!isOfOne && tab == Organizations);
  m_late->exporting()->button()->setVisible(!isOfOne && tab == Late);
  for (auto *button : {m_correct, m_toDimensions, m_events->exporting()->button()})
    button->setVisible(showsEvents());
  for (auto *button : {m_toEvents, m_dimensions->exporting()->button()})
    button->setVisible(showsDimensions());
  followSwitches();
  m_events->correcting()->follow();
  showFact();
}

void UsagePane::showFigures() {
  if (ofOne())
    return;
  const auto *facts = m_figures.facts();
  if (!facts) {
    const auto error = m_figures.error().value_or(Error{});
    m_state->showMessage(EmptyState::Kind::Error, {tr("Usage could not be loaded"),
                                                   saidWithReference(error), tr("Try again")});
    m_pages->setCurrentWidget(m_state);
    return reportSettled();
  }
  if (facts->metrics.empty()) {
    m_state->showMessage(
        EmptyState::Kind::Empty,
        {tr("The business has no metrics"),
         tr("Metrics are set in the business files; what they count is shown here."),
         {},
         u"chart-line"_s});
    m_pages->setCurrentWidget(m_state);
    return reportSettled();
  }
  QStringList metrics;
  for (const auto &[id, metric] : facts->metrics)
    metrics += id;
  m_late->setMetrics(metrics);
  m_standings->show(*facts);
  m_arrivals->show(*facts);
  showFact();
  m_pages->setCurrentIndex(0);
  if (m_tabs->currentIndex() == Late)
    m_late->begin();
  reportSettled();
}

void UsagePane::showFact() {
  if (const auto *page = ofOne()) {
    const auto metric = page->metricTitle(), whose = page->whose();
    m_header->setCrumb(m_toUsage, title(), QKeySequence(Qt::Key_G, Qt::Key(letter().unicode())));
    m_header->setCrumb(m_back, whose.isEmpty() ? tr("Organization") : whose, Qt::Key_Escape);
    m_header->setTitle(metric.isEmpty() ? tr("Usage events") : metric);
    return m_header->setFact(page->fact());
  }
  for (auto *crumb : {m_toUsage, m_back})
    m_header->setCrumb(crumb, {});
  m_header->setTitle(title());
  const auto *facts = m_figures.facts();
  m_header->setFact(facts && m_tabs->currentIndex() == Organizations
                        ? tr("%1, running periods").arg(metricName(facts->metric))
                        : QString());
}

QString UsagePane::title() const { return tr("Usage"); }

QString UsagePane::heading() const {
  const auto heading = ofOne() ? ofOne()->heading() : QString();
  return heading.isEmpty() ? title() : heading;
}

QString UsagePane::iconName() const { return u"chart-line"_s; }
Place UsagePane::home() const { return {Place::Kind::Usage, {}, {}, {}}; }
bool UsagePane::holds(const Place &place) const { return place.kind == Place::Kind::Usage; }

/// Of the tabs, which stay as they were while that of one is shown.
Place UsagePane::tabPlace() const {
  auto place = home();
  place.tab = usageTabs.value(m_tabs->currentIndex());
  place.filter = m_standings->list().filter().metric;
  if (m_tabs->currentIndex() == Late)
    place.narrowed = m_late->list().viewSettings();
  else if (const int level = m_standings->list().filter().level;
           level > 0 && m_tabs->currentIndex() == Organizations)
    place.narrowed[levelSetting] = QString::number(level);
  return place;
}

Place UsagePane::place() const { return ofOne() ? ofOne()->place() : tabPlace(); }

std::optional<Place> UsagePane::outermost() const {
  return ofOne() ? std::optional(tabPlace()) : std::nullopt;
}

/// The metric is that of all parts; late usage may be narrowed to one of its own.
Place UsagePane::narrowedTo(const Place &place) const {
  if (ofOne() || !m_figures.facts())
    return place;
  auto now = place;
  now.filter = tabPlace().filter;
  now.narrowed = tabPlace().narrowed;
  return now;
}

void UsagePane::open(const Place &place) {
  if (isOfOne(place))
    return openOfOne(place);
  m_isOpening = true;
  if (ofOne())
    leaveOne();
  const bool isSaid = !place.filter.isEmpty();
  const bool isOfLevel = isSaid && place.tab.isEmpty();
  m_standings->restore(place.filter, isOfLevel
                                         ? std::optional(place.narrowed.value(levelSetting).toInt())
                                         : std::nullopt);
  if (isSaid)
    m_figures.show(place.filter);
  if (place.tab == usageTabs[Late])
    m_late->narrowTo(place.narrowed, isSaid);
  m_figures.begin();
  m_tabs->setCurrentIndex(std::max(0, int(usageTabs.indexOf(place.tab))));
  m_isOpening = false;
  if (m_tabs->currentIndex() == Late)
    m_late->table()->setFocus();
  else if (m_tabs->currentIndex() == Arrivals)
    m_tabs->setFocus();
  else
    m_standings->table()->setFocus();
}

void UsagePane::reload() {
  if (showsDimensions())
    return m_dimensions->list().readAnew();
  if (showsEvents())
    return m_events->reload();
  m_figures.reload();
  m_standings->reload();
  m_late->reload();
}

void UsagePane::focusFilter() {
  if (auto *page = ofOne())
    return page->focusFilter();
  if (m_tabs->currentIndex() == Late)
    return m_late->focusFilter();
  m_tabs->setCurrentIndex(Organizations);
  m_standings->focusFilter();
}

bool UsagePane::stepBack() {
  if (auto *page = ofOne()) {
    if (!page->stepWithin())
      m_back->click();
    return true;
  }
  const bool isStopped = m_figures.stop();
  if (m_tabs->currentIndex() == Organizations)
    return m_standings->stepBack() || isStopped;
  return (m_tabs->currentIndex() == Late && m_late->stepBack()) || isStopped;
}

QList<QWidget *> UsagePane::areas() {
  if (const auto *page = ofOne())
    return page->areas();
  QList<QWidget *> areas{m_tabs};
  if (m_tabs->currentIndex() == Organizations)
    areas += m_standings->areas();
  else if (m_tabs->currentIndex() == Late)
    areas += m_late->areas();
  else
    areas += m_arrivals;
  return areas;
}

bool UsagePane::isSettled() const {
  if (const auto *page = ofOne())
    return page->isSettled();
  if (m_figures.isFetching() || (!m_figures.facts() && !m_figures.error()))
    return false;
  if (!m_figures.facts() || m_figures.facts()->metrics.empty())
    return true;
  return m_standings->isSettled() && (m_tabs->currentIndex() != Late || m_late->isSettled());
}

void UsagePane::reportSettled() {
  if (isSettled())
    Q_EMIT settled();
}

void UsagePane::showEvent(QShowEvent *event) {
  Pane::showEvent(event);
  m_figures.setWatched(true);
}

void UsagePane::hideEvent(QHideEvent *event) {
  Pane::hideEvent(event);
  m_figures.setWatched(false);
}

void UsagePane::keepIn(ListMemory &memory) {
  m_standings->keepIn(memory);
  m_late->keepIn(memory);
  m_events->keepIn(memory);
  m_dimensions->keepIn(memory);
}

void UsagePane::keepDraftsIn(models::DraftStore &drafts) {
  m_events->correcting()->keepDraftsIn(drafts);
}

} // namespace tenantry::ui
