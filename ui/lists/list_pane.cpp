// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/list_pane.h"
#include "ui/lists/list_acts.h"
#include "ui/lists/list_columns.h"
#include "ui/lists/list_keys.h"
#include "ui/lists/list_memory.h"
#include "ui/lists/list_views.h"
#include "ui/lists/list_words.h"
#include "ui/lists/selection_bar.h"
#include "ui/lists/sidebar_count.h"
#include "ui/shell/export_action.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/format.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/section_header.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/table_view.h"
#include <QAbstractProxyModel>
#include <QBoxLayout>
#include <QSplitter>
#include <QTimer>

namespace tenantry::ui {

using models::PagedListModel;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr auto handlePause = 300ms;
const QString organizationKey = u"organization"_s;

/// Qt mirrors what a splitter holds only when something in it asks for room.
class MirroredSplitter : public QSplitter {
protected:
  void changeEvent(QEvent *event) override {
    QSplitter::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
      refresh();
  }
};

/// Without the order.
PagedListModel::ViewSettings filterPart(PagedListModel::ViewSettings settings) {
  for (const auto &key : {u"sort"_s, u"order"_s, u"columns"_s})
    settings.remove(key);
  return settings;
}
} // namespace

ListPane::ListPane(models::Connection &connection, models::RunningWork &work, PagedListModel *list,
                   QAbstractProxyModel *cells, const ListSpec &spec, QWidget *parent)
    : Pane(Kind::Canvas, parent), m_connection(connection), m_work(work), m_spec(spec),
      m_list(*list), m_header(new SectionHeader(spec.title, SectionHeader::Level::Pane)),
      m_table(new TableView(spec.table.name, spec.table.density)),
      m_export(new ExportAction(connection, work, *list, *m_table, spec.key, this)),
      m_result(spec.hasResult ? new ElidedLabel(TextStyle::Meta, Tone::Muted) : nullptr),
      m_page(new QWidget), m_rows(new QVBoxLayout), m_body(new QHBoxLayout) {
  list->setParent(this);
  cells->setParent(this);
  cells->setSourceModel(list);
  auto *view = new Chip(tr("View"));
  m_filters = new ListFilters(connection, *list, spec.counting, spec.search, spec.filters, view,
                              m_result, this);
  m_records = new RecordList(*list, *cells, m_table, m_filters->bar(),
                             {spec.failed, [this] { return noMatch(); }, [this] { return none(); }},
                             spec.first);
  m_header->addAction(m_export->button());
  m_page->setLayout(m_rows);
  m_rows->setContentsMargins(0, 0, 0, 0);
  m_rows->setSpacing(0);
  m_body->setSpacing(0);
  m_rows->addWidget(m_header);
  m_rows->addWidget(new Separator);
  m_rows->addLayout(m_body, 1);
  if (spec.widths.isEmpty())
    m_body->addWidget(m_records, 1);
  else
    makeHandle();
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(m_page);
  setUpTable(*m_table, spec.table, *list, [this] { showFilter(); });
  m_records->selectionBar()->setSummed(spec.table.sum);
  m_columns = new ListColumns(*list, *m_table, spec.key);
  m_views = new ListViews(connection, *list, *m_columns, *m_filters, spec.counting, spec.key,
                          spec.home, view, this);
  auto *keys =
      new ListKeys(*list, *m_table, *m_columns, spec.table.isSorted, ListKeys::Place::Alone, this);
  keys->addFilters(*m_filters);
  keys->addViews(*m_views, view);
  connectList();
}

ListActs *ListPane::acts() {
  if (!m_acts)
    m_acts = new ListActs(m_connection, m_work, *m_records, this);
  return m_acts;
}

QString ListPane::countFormula() const {
  return m_spec.counted + u' ' +
         formatAsOf(m_connection.clock().now(), m_connection.zone(), locale());
}

void ListPane::connectList() {
  connect(m_views, &ListViews::applied, this, [this] { showFilter(); });
  connect(m_views, &ListViews::placeRequested, this, &Pane::placeRequested);
  connect(m_views, &ListViews::pinsChanged, this, &Pane::pinsChanged);
  connect(&m_list, &PagedListModel::stateChanged, this, [this] { showFilter(); });
  connect(&m_list, &PagedListModel::narrowed, this, &Pane::narrowed);
  connect(&m_list, &PagedListModel::countChanged, this, [this] {
    showCount();
    explainHead();
  });
  connect(m_records, &RecordList::shown, this, [this] {
    showFilter(); // what it is narrowed by may have got its name with the rows
    explainHead();
    reportSettled();
  });
  connect(m_records, &RecordList::emptyAction, this, [this](EmptyState::Kind kind) { act(kind); });
}

void ListPane::putBeside(QWidget *inspector) {
  m_beside = inspector;
  if (!m_handle) {
    m_body->addWidget(new Separator(Qt::Vertical));
    return m_body->addWidget(inspector);
  }
  m_handle->addWidget(inspector);
  m_handle->setSizes(m_spec.widths);
  m_handle->setStretchFactor(0, 1);
  m_handle->setStretchFactor(1, 1);
}

void ListPane::makeHandle() {
  m_handle = new MirroredSplitter;
  m_handle->setHandleWidth(1);
  m_handle->setChildrenCollapsible(false);
  m_handle->addWidget(m_records);
  m_body->addWidget(m_handle, 1);
}

void ListPane::keepIn(ListMemory &memory) {
  m_columns->keepIn(memory);
  m_views->keepIn(memory);
  if (!m_handle)
    return;
  if (const auto widths = memory.widths(m_spec.key); !widths.isEmpty())
    m_handle->setSizes(widths);
  auto *pause = new QTimer(this); // dragging says much
  pause->setSingleShot(true);
  pause->setInterval(handlePause);
  connect(m_handle, &QSplitter::splitterMoved, pause, qOverload<>(&QTimer::start));
  connect(pause, &QTimer::timeout, this,
          [this, &memory] { memory.keepWidths(m_spec.key, m_handle->sizes()); });
}

void ListPane::keepDraftsIn(models::DraftStore &drafts) {
  if (m_acts)
    m_acts->keepDraftsIn(drafts, m_spec.key);
}

void ListPane::putAbove(QWidget *figures) {
  const int body = m_rows->indexOf(m_body);
  m_rows->insertWidget(body, figures);
  if (!figures->isHidden()) // a notice has a line of its own, where there is one
    m_rows->insertWidget(body + 1, new Separator);
}

void ListPane::open(const Place &place) {
  const auto unsaid = m_views->open(place);
  if (isSaid(place) || unsaid) {
    m_list.narrow(isSaid(place) ? filterOf(place) : *unsaid);
    showFilter();
  }
  m_list.begin();
  m_table->setFocus();
}

PagedListModel::ViewSettings ListPane::filterOf(const Place &place) const {
  auto settings = place.narrowed;
  settings.insert(m_filters->settingsOf(place.filter));
  return settings;
}

bool ListPane::isSaid(const Place &place) const {
  return place.filter == Place::everything || !filterOf(place).isEmpty() ||
         (!place.key.isEmpty() && place.view.isEmpty());
}

/// One word where that says all, and may be understood before any row is there.
Place ListPane::narrowedTo(const Place &place) const {
  if (place.kind != m_spec.home.kind || place.line > 0 || place.view != m_views->current())
    return place;
  const auto filter = filterPart(m_list.viewSettings());
  const auto unsaid = filterPart(m_views->settingsOf(place.view));
  if (filter == (isSaid(place) ? filterOf(place) : unsaid)) {
    auto said = place;
    if (!isSaid(place))
      said.filter.clear(); // a word that means nothing here
    return said;
  }
  auto narrowed = place;
  narrowed.filter.clear();
  narrowed.narrowed.clear();
  narrowed.organization = filter.value(organizationKey);
  if (filter == (isSaid(narrowed) ? filterOf(narrowed) : unsaid))
    return narrowed;
  if (filter.isEmpty())
    narrowed.filter = Place::everything;
  for (const auto &[setting, value] : filter.asKeyValueRange())
    if (setting != organizationKey)
      narrowed.narrowed[setting] = value;
  if (narrowed.narrowed.size() != 1)
    return narrowed;
  auto word = narrowed;
  word.filter = narrowed.narrowed.first();
  word.narrowed.clear();
  const bool isWord = m_filters->isSaidAlone(narrowed.narrowed.firstKey());
  return isWord && filterOf(word) == filter ? word : narrowed;
}

void ListPane::reload() { m_list.refresh(); }

/// First goes what is typed, then the loading ends, then a selection of several; at last the focus
/// goes to the list.
bool ListPane::stepBack() {
  const auto *search = m_filters->search();
  if (m_filters->stepBack())
    return true;
  const bool isStopped = stopBeside(); // to whoever waits, the list and this are one
  if (m_list.stop() || isStopped)
    return true;
  if (!(search && search->hasFocus()) && m_records->stepBack())
    return true;
  m_table->setFocus();
  return false;
}

QList<QWidget *> ListPane::areas() {
  return m_beside ? QList<QWidget *>{m_records->area(), m_beside} : Pane::areas();
}

void ListPane::reportSettled() {
  if (isSettled())
    Q_EMIT settled();
}

void ListPane::act(EmptyState::Kind kind) {
  if (kind == EmptyState::Kind::NoMatch)
    m_list.narrow({});
  else
    m_list.reload();
}

void ListPane::showFilter() {
  m_filters->show();
  showOrder(*m_table, m_list);
}

QString ListPane::headFormula() const {
  return m_list.isFiltered() ? tr("Rows of this list that match what is chosen.")
                             : tr("All rows of this list.");
}

void ListPane::explainHead() {
  const auto formula = headFormula();
  const bool isKnown = !formula.isEmpty() && m_list.readAt() != Instant();
  m_header->setFormula(isKnown ? formula : QString(),
                       isKnown ? formatAsOf(m_list.readAt(), m_connection.zone(), locale())
                               : QString());
}

void ListPane::showCount() {
  const QString number = countText(m_list, locale());
  if (m_list.isFiltered() && !number.isEmpty() && !m_all && m_spec.counting) {
    m_all = new models::ListCount(m_connection, m_spec.counting, {}, this);
    connect(m_all, &models::ListCount::changed, this, [this] { showCount(); });
  }
  m_header->setFact(m_list.isFiltered() && !number.isEmpty() ? foundText() : number);
}

void ListPane::countAll() {
  m_all = countInSidebar(this, m_connection, m_spec.counting, {});
  connect(m_all, &models::ListCount::changed, this, [this] { showCount(); });
}

QString ListPane::allText() const {
  return m_all && m_all->value() ? countText(*m_all->value(), locale()) : QString();
}

QString ListPane::foundText() const {
  const auto found = countText(m_list, locale()), all = allText();
  return all.isEmpty() ? tr("%1 found").arg(found) : tr("%1 of %2").arg(found, all);
}

} // namespace tenantry::ui
