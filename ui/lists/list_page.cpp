// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/list_page.h"
#include "ui/lists/list_acts.h"
#include "ui/lists/list_columns.h"
#include "ui/lists/list_keys.h"
#include "ui/lists/list_memory.h"
#include "ui/lists/selection_bar.h"
#include "ui/shell/export_action.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/table_view.h"
#include <QAbstractProxyModel>
#include <QBoxLayout>
#include <QPushButton>

namespace tenantry::ui {

using models::PagedListModel;
using namespace Qt::StringLiterals;

ListPage::ListPage(models::Connection &connection, models::RunningWork &work, PagedListModel *list,
                   QAbstractProxyModel *cells, const ListSpec &spec, QWidget *pane,
                   ExportButton button, const QKeySequence &exportKey)
    : m_connection(connection), m_work(work), m_spec(spec), m_list(*list),
      m_table(new TableView(spec.table.name, spec.table.density)),
      m_export(new ExportAction(connection, work, *list, *m_table, spec.key, pane, exportKey)),
      m_result(spec.hasResult ? new ElidedLabel(TextStyle::Meta, Tone::Muted) : nullptr),
      m_top(new QHBoxLayout), m_body(new QHBoxLayout(this)) {
  list->setParent(this);
  cells->setParent(this);
  cells->setSourceModel(list);
  const bool isHere = button == ExportButton::AmongFilters;
  m_filters = new ListFilters(connection, *list, spec.counting, spec.search, spec.filters,
                              isHere ? m_export->button() : nullptr, m_result, this);
  auto *top = new QWidget;
  top->setLayout(m_top);
  m_top->setContentsMargins(0, 0, 0, 0);
  m_top->setSpacing(0);
  m_top->addWidget(m_filters->bar());
  m_records = new RecordList(*list, *cells, m_table, top,
                             {spec.failed, [this] { return noMatch(); }, [this] { return none(); }},
                             spec.first);
  m_body->setContentsMargins(0, 0, 0, 0);
  m_body->setSpacing(0);
  m_body->addWidget(m_records, 1);
  setUpTable(*m_table, spec.table, *list, [this] { showFilter(); });
  m_records->selectionBar()->setSummed(spec.table.sum);
  m_columns = new ListColumns(*list, *m_table, spec.key);
  const bool isBeside = exportKey[0].keyboardModifiers().testFlag(Qt::AltModifier);
  auto *keys = new ListKeys(*list, *m_table, *m_columns, spec.table.isSorted,
                            isBeside ? ListKeys::Place::Beside : ListKeys::Place::Alone, this);
  keys->addFilters(*m_filters);
  connectList();
}

void ListPage::connectList() {
  connect(&m_list, &PagedListModel::stateChanged, this, [this] { showFilter(); });
  connect(&m_list, &PagedListModel::countChanged, this, [this] { showCount(); });
  connect(&m_list, &PagedListModel::narrowed, this, [this] { m_kept.reset(); });
  connect(m_records, &RecordList::shown, this, [this] {
    showFilter(); // what it is narrowed by may have got its name with the rows
    showCount();
    reportSettled();
  });
  connect(m_records, &RecordList::emptyAction, this, [this](EmptyState::Kind kind) { act(kind); });
}

void ListPage::act(EmptyState::Kind kind) {
  kind == EmptyState::Kind::NoMatch ? widen() : m_list.reload();
}

void ListPage::putAmongFilters(QWidget *tiles) {
  m_filters->bar()->setVisible(!m_spec.filters.isEmpty());
  m_top->addWidget(tiles, 1);
}

ListActs *ListPage::acts() {
  if (!m_acts)
    m_acts = new ListActs(m_connection, m_work, *m_records, this, ListActs::Place::Beside);
  return m_acts;
}

void ListPage::putActs(const QList<QPushButton *> &acts) { m_filters->bar()->setActs(acts); }

void ListPage::putBeside(QWidget *inspector) {
  m_body->addWidget(new Separator(Qt::Vertical));
  m_body->addWidget(inspector);
}

void ListPage::keepIn(ListMemory &memory) {
  m_columns->keepIn(memory);
  if (const auto filter = memory.filter(m_spec.key))
    m_kept = filter->settings;
  connect(&m_list, &PagedListModel::stateChanged, this, [this, &memory] {
    if (!m_kept)
      memory.keepFilter(m_spec.key, {{}, m_list.viewSettings()});
  });
}

void ListPage::begin() {
  if (const auto kept = std::exchange(m_kept, std::nullopt))
    m_list.setViewSettings(*kept);
  m_list.begin();
}

void ListPage::narrowTo(PagedListModel::ViewSettings filter, bool isSaid) {
  if (m_kept && !isSaid)
    return; // begin() shows it
  const auto kept = std::exchange(m_kept, std::nullopt);
  if (!kept)
    return m_list.narrow(filter);
  for (const auto &key : {u"sort"_s, u"order"_s})
    if (kept->contains(key))
      filter[key] = kept->value(key);
  m_list.setViewSettings(filter);
}

bool ListPage::stepBack() {
  if (stepWithin())
    return true;
  m_table->setFocus();
  return false;
}

bool ListPage::stepWithin() {
  const auto *search = m_filters->search();
  if (m_filters->stepBack())
    return true;
  const bool isStopped = stopBeside(); // to whoever waits, the list and this are one
  if (m_list.stop() || isStopped)
    return true;
  if (!(search && search->hasFocus()) && m_records->stepBack())
    return true;
  if (search || !m_list.isFiltered())
    return false;
  widen();
  return true;
}

void ListPage::reportSettled() {
  if (isSettled())
    Q_EMIT settled();
}

void ListPage::showFilter() {
  m_filters->show();
  if (m_spec.table.isSorted)
    showOrder(*m_table, m_list);
}

} // namespace tenantry::ui
