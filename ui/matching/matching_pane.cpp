// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matching/matching_pane.h"
#include "ui/lists/facet_menu.h"
#include "ui/lists/list_acts.h"
#include "ui/lists/list_columns.h"
#include "ui/lists/list_views.h"
#include "ui/lists/list_words.h"
#include "ui/lists/sidebar_count.h"
#include "ui/matching/bank_cells.h"
#include "ui/matching/bank_words.h"
#include "ui/matching/dismiss_offers.h"
#include "ui/matching/entry_inspector.h"
#include "ui/matching/matching_offers.h"
#include "ui/shell/export_action.h"
#include "ui/theme/icon.h"
#include "ui/widgets/button_action.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/section_header.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/table_view.h"
#include <QAction>
#include <QBoxLayout>
#include <QMenu>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using models::BankListModel;
using payments::BankEntryStatus;

namespace {
constexpr int leastReferenceWidth = 140;
constexpr std::array deskStatuses{BankEntryStatus::Waiting, BankEntryStatus::Matched,
                                  BankEntryStatus::NotOurs};
} // namespace

MatchingPane::MatchingPane(models::Connection &connection, models::RunningWork &work,
                           QWidget *parent)
    : Pane(Kind::Canvas, parent), m_connection(connection), m_list(connection),
      m_looked(connection), m_cells(new BankCells(this)),
      m_header(new SectionHeader(tr("Matching"), SectionHeader::Level::Pane)),
      m_status(new Chip(tr("Status"))), m_view(new Chip(tr("View"))),
      m_table(new TableView(tr("Entries of the bank"))),
      m_export(new ExportAction(connection, work, m_list, *m_table, u"bank-entries"_s, this)),
      m_import(makeButton(tr("Import…"), ButtonVariant::Primary, u"upload"_s)),
      m_inspector(new EntryInspector) {
  m_cells->setSourceModel(&m_list);
  m_records = new RecordList(m_list, *m_cells, m_table, makeFilterBar(), words(),
                             RecordList::FirstRow::Taken);
  layOut();
  setUpTable();
  m_columns = new ListColumns(m_list, *m_table, u"bank-entries"_s);
  m_views = new ListViews(connection, m_list, *m_columns, BankListModel::countOf, u"bank-entries"_s,
                          home(), m_view, this);
  connect(m_views, &ListViews::applied, this, &MatchingPane::showFilter);
  connect(m_views, &ListViews::placeRequested, this, &Pane::placeRequested);
  connect(m_views, &ListViews::pinsChanged, this, &Pane::pinsChanged);
  m_offers = new MatchingOffers(connection, work, m_looked, m_inspector, this);
  m_acts = new ListActs(connection, work, *m_records, this);
  countInSidebar(this, connection, BankListModel::countOf,
                 {{u"status"_s, payments::toString(BankEntryStatus::Waiting)}});
  offerDismissals(*m_acts, connection.rights());
  connectList();
  connectEntry();
  showFilter();
  showWhetherPossible();
}

void MatchingPane::layOut() {
  m_header->addAction(m_export->button());
  m_header->addAction(m_import);
  addAction(new ButtonAction(m_import, icon(u"upload"_s), Qt::CTRL | Qt::SHIFT | Qt::Key_I));
  auto *body = new QHBoxLayout;
  body->setSpacing(0);
  body->addWidget(m_records, 1);
  body->addWidget(new Separator(Qt::Vertical));
  body->addWidget(m_inspector);
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(m_header);
  layout->addWidget(new Separator);
  layout->addLayout(body, 1);
}

QWidget *MatchingPane::makeFilterBar() {
  auto *bar = new FilterBar({m_status, m_view});
  connect(m_status, &Chip::clicked, this, &MatchingPane::chooseStatus);
  connect(m_status, &Chip::removeRequested, this, [this] { setStatus({}); });
  return bar;
}

void MatchingPane::setUpTable() {
  m_table->setStretchColumn(BankListModel::ReferenceColumn);
  m_table->fitDayColumn(BankListModel::BookedColumn);
  m_table->fitColumn(BankListModel::PartyColumn, u"Northwind Traders GmbH"_s);
  m_table->fitColumn(BankListModel::StatusColumn,
                     bankStatusWord(BankEntryStatus::NotOurs) + u"mm"_s);
  m_table->fitColumn(BankListModel::AmountColumn, u"−$888,888.88"_s);
  m_table->setColumnsToDrop({BankListModel::BookedColumn, BankListModel::StatusColumn},
                            leastReferenceWidth);
  auto *header = m_table->horizontalHeader();
  header->setSortIndicatorShown(true);
  header->setSectionsClickable(true);
  showOrder();
  connect(header, &QHeaderView::sortIndicatorChanged, this,
          [this](int column, Qt::SortOrder order) {
            m_list.sort(column, order);
            showOrder(); // also where the column cannot be sorted by
          });
}

void MatchingPane::connectList() {
  connect(&m_list, &BankListModel::countChanged, this, &MatchingPane::showCount);
  connect(m_records, &RecordList::shown, this, [this] {
    goOn();
    showWanted();
    reportSettled();
  });
  connect(m_records, &RecordList::currentChanged, this, [this](const QModelIndex &current) {
    if (!m_wanted.isEmpty())
      return;
    m_looked.show(payments::BankEntryId::fromString(m_list.keyAt(current.row())));
  });
  connect(m_records, &RecordList::emptied, this, [this] {
    if (!m_wanted.isEmpty())
      return;
    m_looked.clear();
    m_inspector->showNothing();
  });
  connect(m_records, &RecordList::emptyAction, this, [this](EmptyState::Kind kind) {
    if (kind == EmptyState::Kind::NoMatch)
      setStatus({});
    else if (kind == EmptyState::Kind::Empty)
      m_offers->importFile();
    else
      m_list.reload();
  });
  connect(m_acts, &ListActs::acted, &m_looked, &models::BankEntryView::refresh);
  connect(m_table, &QTableView::activated, m_offers, [this] {
    const auto *sheet = m_looked.sheet();
    if (sheet && sheet->kept.status == BankEntryStatus::Matched)
      m_offers->undo();
    else
      m_offers->assign();
  });
}

void MatchingPane::connectEntry() {
  connect(&m_looked, &models::BankEntryView::changed, this, [this] {
    m_looked.sheet() ? m_inspector->showSheet(*m_looked.sheet()) : m_inspector->showLoading();
    reportSettled();
  });
  connect(&m_looked, &models::BankEntryView::failed, this, [this](const Error &error) {
    m_inspector->showError(error);
    reportSettled();
  });
  connect(m_inspector, &EntryInspector::placeRequested, this, &Pane::placeRequested);
  // The entry beside the list is the one that is selected.
  connect(m_inspector, &EntryInspector::dismissRequested, m_acts->actions().front(),
          &QAction::trigger);
  connect(m_inspector, &EntryInspector::takeBackRequested, m_acts->actions().back(),
          &QAction::trigger);
  m_inspector->showKeysOf(m_offers->assigning(), m_offers->undoing(), m_acts->actions().front(),
                          m_acts->actions().back());
  connect(m_import, &QPushButton::clicked, m_offers, &MatchingOffers::importFile);
  connect(m_offers, &MatchingOffers::changed, this, &MatchingPane::showWhetherPossible);
  connect(m_offers, &MatchingOffers::assigned, this,
          [this] { m_doneRow = m_table->currentIndex().row(); });
}

/// What was assigned leaves the list of what waits: the next one is looked at.
void MatchingPane::goOn() {
  if (m_doneRow < 0 || m_list.rowWithKey(m_records->current()) >= 0)
    return;
  const int row = std::min(m_doneRow, m_list.rowCount() - 1);
  m_doneRow = -1;
  if (row >= 0)
    m_table->chooseRow(row);
}

QString MatchingPane::title() const { return tr("Matching"); }
QString MatchingPane::iconName() const { return u"inbox"_s; }
Place MatchingPane::home() const { return {Place::Kind::Matching, {}, {}, {}}; }
bool MatchingPane::holds(const Place &place) const { return place.kind == Place::Kind::Matching; }

void MatchingPane::open(const Place &place) {
  m_views->open(place.view);
  if (!place.key.isEmpty())
    setStatus({});
  else if (!place.filter.isEmpty())
    setStatus(BankListModel::statusOf(place.filter));
  m_list.begin();
  if (!place.key.isEmpty()) {
    m_wanted = place.key;
    m_looked.show(payments::BankEntryId::fromString(place.key));
    showWanted();
  }
  m_table->setFocus();
}

/// The entry that a link leads to: in the list too, once its page is there.
void MatchingPane::showWanted() {
  if (m_wanted.isEmpty() || m_list.state() != BankListModel::State::Ready)
    return;
  m_records->setCurrent(m_wanted);
  m_wanted.clear();
}

void MatchingPane::reload() {
  m_list.refresh();
  m_looked.refresh();
}

void MatchingPane::focusFilter() { m_status->setFocus(Qt::ShortcutFocusReason); }

bool MatchingPane::stepBack() {
  if (m_records->stepBack())
    return true;
  m_table->setFocus();
  return false;
}

QList<QWidget *> MatchingPane::areas() { return {m_records->area(), m_inspector}; }

bool MatchingPane::isSettled() const { return m_records->isSettled() && !m_looked.isFetching(); }

void MatchingPane::reportSettled() {
  if (isSettled())
    Q_EMIT settled();
}

void MatchingPane::setStatus(const BankListModel::Status &status) {
  m_list.setStatus(status);
  showFilter();
}

void MatchingPane::showFilter() {
  m_status->setValue(m_list.status() ? bankStatusWord(*m_list.status()) : QString());
  showOrder();
}

void MatchingPane::chooseStatus() {
  QList<Facet> facets;
  for (const auto status : deskStatuses)
    facets.append({bankStatusWord(status), payments::toString(status),
                   [this, status] { setStatus(status); }});
  makeFacetMenu(m_connection, BankListModel::countOf, m_list.viewSettings(), u"status"_s, facets,
                this)
      ->popup(m_status->mapToGlobal(m_status->rect().bottomLeft()));
}

void MatchingPane::showOrder() {
  const QSignalBlocker blocked(m_table->horizontalHeader());
  m_table->horizontalHeader()->setSortIndicator(m_list.sortColumn(), m_list.sortOrder());
  m_table->horizontalHeader()->viewport()->update();
}

void MatchingPane::showCount() {
  const QString number = countText(m_list, locale());
  const bool isWaiting = m_list.status() == BankEntryStatus::Waiting;
  m_header->setFact(isWaiting ? tr("%1 waiting").arg(number) : number);
}

void MatchingPane::showWhetherPossible() { setBlocked(m_import, m_offers->obstacle()); }

ListWords MatchingPane::words() {
  return {tr("What came by bank could not be loaded"), [this] { return noMatch(); },
          [this] {
            const bool may = m_offers->obstacle().isEmpty();
            return EmptyStateContent{tr("No bank statement yet"),
                                     tr("Import one as the bank gives it, CAMT.053 or CSV: what "
                                        "names an invoice pays it, the rest waits here."),
                                     may ? tr("Import…") : QString(), u"inbox"_s};
          }};
}

EmptyStateContent MatchingPane::noMatch() const {
  if (m_list.status() == BankEntryStatus::Waiting)
    return {tr("Nothing waits"), tr("Whatever came by bank is assigned, or no customer's."),
            tr("Show all entries")};
  return {tr("Nothing matches"), tr("No entry has this status."), tr("Show all entries")};
}

} // namespace tenantry::ui
