// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matching/matching_pane.h"
#include "ui/lists/list_acts.h"
#include "ui/lists/list_words.h"
#include "ui/lists/sidebar_count.h"
#include "ui/matching/bank_cells.h"
#include "ui/matching/bank_words.h"
#include "ui/matching/dismiss_offers.h"
#include "ui/matching/entry_inspector.h"
#include "ui/matching/gap_words.h"
#include "ui/matching/matching_offers.h"
#include "ui/theme/icon.h"
#include "ui/widgets/button_action.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/section_header.h"
#include "ui/widgets/table_view.h"
#include <QAction>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using models::BankListModel;
using payments::BankEntryStatus;

namespace {
constexpr int leastReferenceWidth = 140;
constexpr std::array deskStatuses{BankEntryStatus::Waiting, BankEntryStatus::Matched,
                                  BankEntryStatus::NotOurs, BankEntryStatus::Repeated};
} // namespace

MatchingPane::MatchingPane(models::Connection &connection, models::RunningWork &work,
                           QWidget *parent)
    : MatchingPane(connection, work, new BankListModel(connection), parent) {}

MatchingPane::MatchingPane(models::Connection &connection, models::RunningWork &work,
                           BankListModel *list, QWidget *parent)
    : ListPane(connection, work, list, new BankCells, specOf(), parent), m_list(*list),
      m_looked(connection), m_gaps(connection), m_notice(new NoticeBar(tr("Import…"))),
      m_accept(makeButton(tr("Nothing is missing…"), ButtonVariant::Secondary)),
      m_import(makeButton(tr("Import…"), ButtonVariant::Primary, u"upload"_s)),
      m_inspector(new EntryInspector) {
  header()->addAction(m_import);
  addAction(new ButtonAction(m_import, icon(u"upload"_s), Qt::CTRL | Qt::SHIFT | Qt::Key_I));
  m_notice->addAct(m_accept);
  addAction(new ButtonAction(m_accept, icon(u"check"_s), Qt::CTRL | Qt::SHIFT | Qt::Key_G));
  putAbove(m_notice);
  putBeside(m_inspector);
  m_offers = new MatchingOffers(connection, work, m_looked, m_inspector, this);
  countInSidebar(this, connection, BankListModel::countOf,
                 {{u"status"_s, payments::toString(BankEntryStatus::Waiting)}});
  offerDismissals(*acts(), connection.rights());
  connectList();
  connectEntry();
  showFilter();
  showWhetherPossible();
  m_gaps.begin();
}

ListSpec MatchingPane::specOf() {
  using List = BankListModel;
  return {
      .title = tr("Matching"),
      .iconName = u"inbox"_s,
      .key = u"bank_entries"_s,
      .home = {Place::Kind::Matching, {}, {}, {}},
      .counted = tr("Entries of the bank that still wait to be matched."),
      .counting = BankListModel::countOf,
      .table = {.name = tr("Entries of the bank"),
                .density = RowDensity::OneLine,
                .stretch = List::ReferenceColumn,
                .leastWidth = leastReferenceWidth,
                .days = {List::BookedColumn},
                .widest = {{List::PartyColumn, u"Northwind Traders GmbH"_s},
                           {List::StatusColumn, bankStatusWord(BankEntryStatus::NotOurs) + u"mm"_s},
                           {List::AmountColumn, u"−$888,888.88"_s}},
                .drops = {List::BookedColumn, List::StatusColumn},
                .sum = List::AmountColumn},
      .filters = {{tr("Status"), u"status"_s,
                   [] {
                     QStringList values;
                     for (const auto status : deskStatuses)
                       values += payments::toString(status);
                     return values;
                   },
                   [](const QString &value) {
                     const auto status = BankListModel::statusOf(value);
                     return status ? bankStatusWord(*status) : value;
                   }}},
      .failed = tr("What came by bank could not be loaded"),
      .noMatch = {},
      .none = {}};
}

void MatchingPane::connectList() {
  connect(records(), &RecordList::shown, this, [this] {
    goOn();
    showWanted();
    reportSettled();
  });
  connect(records(), &RecordList::currentChanged, this, [this](const QModelIndex &current) {
    if (!m_wanted.isEmpty())
      return;
    m_looked.show(payments::BankEntryId::fromString(m_list.keyAt(current.row())));
  });
  connect(records(), &RecordList::emptied, this, [this] {
    if (!m_wanted.isEmpty())
      return;
    m_looked.clear();
    m_inspector->showNothing();
  });
  connect(acts(), &ListActs::acted, &m_looked, &models::BankEntryView::refresh);
  connect(table(), &QTableView::activated, m_offers, [this] {
    const auto *sheet = m_looked.sheet();
    if (sheet && sheet->kept.status == BankEntryStatus::Matched)
      m_offers->undo();
    else if (sheet && sheet->kept.entry.amount.minor() < 0)
      m_offers->takeReturned();
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
  connect(m_inspector, &EntryInspector::retryRequested, this, [this] {
    m_inspector->showLoading();
    m_looked.refresh();
  });
  connect(m_inspector, &EntryInspector::placeRequested, this, &Pane::placeRequested);
  // The entry beside the list is the one that is selected.
  const auto offered = acts()->actions();
  connect(m_inspector, &EntryInspector::dismissRequested, offered[DismissAct], &QAction::trigger);
  connect(m_inspector, &EntryInspector::takeBackRequested, offered[TakeBackAct], &QAction::trigger);
  connect(m_inspector, &EntryInspector::anotherRequested, offered[AnotherAct], &QAction::trigger);
  connect(m_inspector, &EntryInspector::sameRequested, offered[SameAct], &QAction::trigger);
  m_inspector->showKeysOf(m_offers->assigning(), m_offers->undoing(), m_offers->returning(),
                          offered);
  connect(&m_gaps, &models::StatementGaps::changed, this, &MatchingPane::showGaps);
  connect(m_notice, &NoticeBar::actionRequested, m_offers, &MatchingOffers::importFile);
  connect(m_accept, &QPushButton::clicked, this, [this] { m_offers->acceptGap(m_gaps); });
  connect(m_import, &QPushButton::clicked, m_offers, &MatchingOffers::importFile);
  connect(m_offers, &MatchingOffers::changed, this, &MatchingPane::showWhetherPossible);
  connect(m_offers, &MatchingOffers::assigned, this,
          [this] { m_doneRow = table()->currentIndex().row(); });
}

/// What was assigned leaves the list of what waits: the next one is looked at.
void MatchingPane::goOn() {
  if (m_doneRow < 0 || m_list.rowWithKey(records()->current()) >= 0)
    return;
  const int row = std::min(m_doneRow, m_list.rowCount() - 1);
  m_doneRow = -1;
  if (row >= 0)
    table()->chooseRow(row);
}

void MatchingPane::open(const Place &place) {
  ListPane::open(place);
  if (place.key.isEmpty())
    return;
  m_wanted = place.key;
  m_looked.show(payments::BankEntryId::fromString(place.key));
  showWanted();
}

/// The entry that a link leads to: in the list too, once its page is there.
void MatchingPane::showWanted() {
  if (m_wanted.isEmpty() || m_list.state() != BankListModel::State::Ready)
    return;
  records()->setCurrent(m_wanted);
  m_wanted.clear();
}

void MatchingPane::keepDraftsIn(models::DraftStore &drafts) {
  ListPane::keepDraftsIn(drafts);
  m_offers->keepDraftsIn(drafts);
}

void MatchingPane::reload() {
  m_list.refresh();
  m_looked.refresh();
  m_gaps.reload();
}

bool MatchingPane::stopBeside() {
  const bool isStopped = m_gaps.stop();
  return m_looked.stop() || isStopped;
}

bool MatchingPane::isSettled() const {
  return records()->isSettled() && !m_looked.isFetching() && !m_gaps.isFetching();
}

/// Until the one between came, in whatever order: the list of what waits is not all that came.
void MatchingPane::showGaps() {
  if (const auto *gaps = m_gaps.facts())
    m_notice->setText(gapsNotice(*gaps, locale()));
  showWhetherPossible();
  reportSettled();
}

void MatchingPane::showCount() {
  const QString number = countText(m_list, locale());
  const bool isWaiting = m_list.status() == BankEntryStatus::Waiting;
  header()->setFact(isWaiting && !number.isEmpty() ? tr("%1 waiting").arg(number) : number);
}

void MatchingPane::showWhetherPossible() {
  for (auto *button : {m_import, m_notice->button()})
    setBlocked(button, m_offers->obstacle());
  const auto why = m_offers->obstacle();
  setBlocked(m_accept, why.isEmpty() && m_notice->text().isEmpty() ? tr("No gap is open") : why);
}

void MatchingPane::act(EmptyState::Kind kind) {
  if (kind == EmptyState::Kind::Empty)
    m_offers->importFile();
  else
    ListPane::act(kind);
}

EmptyStateContent MatchingPane::none() const {
  const bool may = m_offers->obstacle().isEmpty();
  return {tr("No bank statement yet"),
          tr("Import one as the bank gives it, CAMT.053 or CSV: entries that name an invoice pay "
             "it, the rest wait here."),
          may ? tr("Import…") : QString(), u"inbox"_s};
}

EmptyStateContent MatchingPane::noMatch() const {
  if (m_list.status() == BankEntryStatus::Waiting)
    return {tr("Nothing waits"), tr("Everything that came by bank is assigned or dismissed."),
            tr("Show all entries")};
  return {tr("Nothing matches"), tr("No entry has this status."), tr("Show all entries")};
}

} // namespace tenantry::ui
