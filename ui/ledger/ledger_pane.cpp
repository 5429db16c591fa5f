// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ledger/ledger_pane.h"
#include "ui/ledger/accounts_page.h"
#include "ui/ledger/book_export_menu.h"
#include "ui/ledger/journal_page.h"
#include "ui/ledger/ledger_words.h"
#include "ui/ledger/months_column.h"
#include "ui/ledger/open_items_page.h"
#include "ui/ledger/revenue_page.h"
#include "ui/lists/sidebar_count.h"
#include "ui/shell/export_action.h"
#include "ui/shell/group_words.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button_action.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/format.h"
#include "ui/widgets/refusal_text.h"
#include "ui/widgets/section_header.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/table_view.h"
#include "ui/widgets/toast.h"
#include <QBoxLayout>
#include <QPushButton>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

constexpr int roomForMonths = 1180;

} // namespace

LedgerPane::LedgerPane(models::Connection &connection, models::RunningWork &work, QWidget *parent)
    : Pane(Kind::Canvas, parent), m_connection(connection), m_book(connection),
      m_header(new SectionHeader(tr("Ledger"), SectionHeader::Level::Pane)),
      m_months(new MonthsColumn), m_tabPages(new QStackedWidget),
      m_tabs(new TabStrip(tr("Parts of the books"), m_tabPages)), m_accounts(new AccountsPage),
      m_journal(new JournalPage(connection, work, this)),
      m_openItems(new OpenItemsPage(connection, work, this)),
      m_revenue(new RevenuePage(connection, work)),
      m_exports(new BookExportMenu(connection, work, this)),
      m_reopen(makeButton(tr("Open again…"), ButtonVariant::Secondary, u"repeat"_s)),
      m_close(makeButton(tr("Close month…"), ButtonVariant::Primary, u"lock"_s)),
      m_state(new EmptyState), m_pages(new QStackedWidget) {
  for (auto *exporting : {m_journal->exporting(), m_openItems->exporting()})
    m_header->addAction(exporting->button());
  m_header->addAction(m_exports->button());
  m_header->addAction(m_reopen);
  m_header->addAction(m_close);
  addActions(m_exports->actions());
  addAction(new ButtonAction(m_close, icon(u"lock"_s), Qt::CTRL | Qt::SHIFT | Qt::Key_L));
  addAction(new ButtonAction(m_reopen, icon(u"repeat"_s), Qt::CTRL | Qt::SHIFT | Qt::Key_U));
  lay();
  connectPages();
  connect(m_close, &QPushButton::clicked, this, [this] { showDialog(MonthDialog::Act::Close); });
  connect(m_reopen, &QPushButton::clicked, this, [this] { showDialog(MonthDialog::Act::Reopen); });
  m_state->showLoading();
  m_pages->setCurrentWidget(m_state);
  showWhetherPossible();
  countInSidebar(this, connection, models::LedgerBook::countOf, {});
}

void LedgerPane::lay() {
  auto *right = new QWidget;
  auto *column = new QVBoxLayout(right);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(makeTabs());
  column->addWidget(new Separator);
  column->addWidget(m_tabPages, 1);
  auto *books = new QWidget;
  auto *body = new QHBoxLayout(books);
  body->setContentsMargins(0, 0, 0, 0);
  body->setSpacing(0);
  body->addWidget(m_months);
  body->addWidget(new Separator(Qt::Vertical));
  body->addWidget(right, 1);
  m_pages->addWidget(books);
  m_pages->addWidget(m_state);
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(m_header);
  layout->addWidget(new Separator);
  layout->addWidget(m_pages, 1);
}

QWidget *LedgerPane::makeTabs() {
  const std::pair<QString, QWidget *> tabs[] = {{tr("Accounts"), m_accounts},
                                                {tr("Journal"), m_journal},
                                                {tr("Open items"), m_openItems},
                                                {tr("Revenue to come"), m_revenue}};
  for (const auto &[name, page] : tabs)
    m_tabs->addPart(name, page);
  connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
    showTab(tab);
    if (!m_isOpening)
      Q_EMIT placeChanged(place());
  });
  showTab(Accounts);
  return m_tabs->inRow();
}

void LedgerPane::connectPages() {
  connect(&m_book, &models::LedgerBook::changed, this, &LedgerPane::showBook);
  connect(m_months, &MonthsColumn::monthChosen, this, [this](std::chrono::year_month month) {
    showMonth(month);
    if (!m_isOpening)
      Q_EMIT placeChanged(place());
  });
  connect(m_accounts, &AccountsPage::entriesRequested, this,
          [this](const QString &account, const QString &currency) {
            m_journal->setFilter(
                {.month = chosenMonth(), .account = account, .currency = currency});
            m_tabs->setCurrentIndex(Journal);
          });
  connect(m_journal, &JournalPage::monthChosen, m_months, &MonthsColumn::monthChosen);
  connect(m_journal, &JournalPage::placeRequested, this, &Pane::placeRequested);
  connect(m_openItems, &OpenItemsPage::placeRequested, this, &Pane::placeRequested);
  for (auto *page : std::initializer_list<ListPage *>{m_journal, m_openItems})
    connect(&page->records()->list(), &models::PagedListModel::narrowed, this, &Pane::narrowed);
  connect(m_journal, &JournalPage::settled, this, &LedgerPane::reportSettled);
  connect(m_openItems, &OpenItemsPage::settled, this, &LedgerPane::reportSettled);
  connect(m_revenue, &RevenuePage::settled, this, &LedgerPane::reportSettled);
  connect(m_state, &EmptyState::actionTriggered, &m_book, &models::LedgerBook::reload);
  connect(&m_connection, &models::Connection::connectedChanged, this,
          &LedgerPane::showWhetherPossible);
}

std::optional<std::chrono::year_month> LedgerPane::chosenMonth() const {
  const auto *facts = m_book.facts();
  return facts ? std::optional(facts->month) : std::nullopt;
}

void LedgerPane::showTab(int tab) {
  arrange();
  m_journal->exporting()->button()->setVisible(tab == Journal);
  m_openItems->exporting()->button()->setVisible(tab == OpenItems);
  if (!m_book.facts())
    return; // once they are there
  if (tab == Journal)
    m_journal->begin();
  else if (tab == OpenItems)
    m_openItems->begin();
  else if (tab == Revenue)
    m_revenue->begin();
}

/// What is owed and what is to come are of now, and have no month. In a small window the journal
/// needs the room of the months: its filter has them too.
void LedgerPane::arrange() {
  const int tab = m_tabs->currentIndex();
  const bool isWide = width() >= roomForMonths;
  const bool hadFocus = m_months->table()->hasFocus();
  m_months->setVisible(tab == Accounts || (tab == Journal && isWide));
  if (hadFocus && m_months->isHidden())
    focusPage();
}

void LedgerPane::focusPage() {
  if (!m_months->isHidden())
    m_months->table()->setFocus();
  else if (m_tabs->currentIndex() == Journal)
    m_journal->table()->setFocus();
  else if (m_tabs->currentIndex() == OpenItems)
    m_openItems->table()->setFocus();
  else
    m_tabs->setFocus();
}

void LedgerPane::resizeEvent(QResizeEvent *event) {
  Pane::resizeEvent(event);
  arrange();
}

void LedgerPane::showMonth(std::optional<std::chrono::year_month> month) {
  m_asked = month;
  m_book.show(month);
  if (month)
    m_journal->setMonth(*month);
}

void LedgerPane::showBook() {
  const auto *facts = m_book.facts();
  if (!facts) {
    showError(m_book.error().value_or(Error{}));
    return reportSettled();
  }
  const bool isFirst = m_pages->currentWidget() == m_state;
  m_asked = facts->month;
  m_months->show(*facts, m_connection.zone());
  m_accounts->show(*facts, m_connection.zone());
  m_openItems->show(*facts);
  m_journal->setCurrencies(facts->currencies());
  m_journal->setMonths(facts->months);
  m_exports->setMonth(facts->month);
  m_header->setFact(facts->closedThrough
                        ? tr("closed through %1").arg(formatDay(*facts->closedThrough, locale()))
                        : tr("no month is closed"));
  m_pages->setCurrentIndex(0);
  showWhetherPossible();
  if (isFirst) {
    if (!m_isJournalSaid)
      m_journal->proposeMonth(facts->month);
    showTab(m_tabs->currentIndex());
  }
  reportSettled();
}

void LedgerPane::showError(const Error &error) {
  if (error.code == u"store.forbidden") {
    const auto why = notForGroups(m_connection.rights().groups,
                                  {u"finance"_s, u"success"_s, u"manager"_s, u"administrator"_s});
    m_exports->setBlocked(why);
    m_state->showMessage(EmptyState::Kind::Empty,
                         {tr("The books are not for this login"), why, {}, u"lock"_s});
  } else {
    m_state->showMessage(EmptyState::Kind::Error, {tr("The books could not be loaded"),
                                                   saidWithReference(error), tr("Try again")});
  }
  m_pages->setCurrentWidget(m_state);
}

void LedgerPane::showWhetherPossible() {
  const auto *facts = m_book.facts();
  const auto *month = facts ? facts->find(facts->month) : nullptr;
  const auto why = [&]() -> QString {
    if (!facts)
      return tr("The books are not there yet");
    if (!facts->mayClose)
      return notForGroups(m_connection.rights().groups, {u"finance"_s, u"administrator"_s});
    return m_connection.isConnected() ? QString() : offLineReason();
  }();
  const auto closing = [&] {
    if (!why.isEmpty())
      return why;
    return facts->closable() ? QString() : tr("Every month that is over is closed");
  };
  const auto reopening = [&] {
    if (!why.isEmpty())
      return why;
    return month && month->isClosed ? QString() : tr("Choose a month that is closed");
  };
  setBlocked(m_close, closing());
  setBlocked(m_reopen, reopening());
  const auto next = facts ? facts->closable() : std::nullopt;
  m_close->setText(next ? tr("Close %1…").arg(monthName(*next, locale())) : tr("Close month…"));
}

void LedgerPane::showDialog(MonthDialog::Act act) {
  const auto *facts = m_book.facts();
  if (!facts || m_dialog)
    return;
  const auto *chosen = facts->find(facts->month);
  // The one that is looked at, where it can be closed: the months before it go with it.
  const bool isClosable = chosen && !chosen->isClosed && !chosen->isRunning;
  const auto month = act == MonthDialog::Act::Reopen || isClosable ? std::optional(facts->month)
                                                                   : facts->closable();
  if (!month)
    return;
  m_dialog = new MonthDialog(m_connection, act, *month, window());
  connect(m_dialog, &MonthDialog::placeRequested, this, &Pane::placeRequested);
  connect(m_dialog, &MonthDialog::acted, this, [this](const QString &what) {
    Toast::present(window(), {what, tr("Ledger"), Tone::Success}, height::statusBar);
    m_book.reload();
  });
  m_dialog->open();
}

QString LedgerPane::countFormula() const {
  return tr("Months that are over and not closed.") + u' ' +
         formatAsOf(m_connection.clock().now(), m_connection.zone(), locale());
}

QString LedgerPane::title() const { return tr("Ledger"); }
QString LedgerPane::iconName() const { return u"book"_s; }
Place LedgerPane::home() const { return {Place::Kind::Ledger, {}, {}, {}}; }
bool LedgerPane::holds(const Place &place) const { return place.kind == Place::Kind::Ledger; }

void LedgerPane::reload() {
  m_book.reload();
  if (m_tabs->currentIndex() == Journal)
    m_journal->reload();
  else if (m_tabs->currentIndex() == OpenItems)
    m_openItems->reload();
  else if (m_tabs->currentIndex() == Revenue)
    m_revenue->reload();
}

void LedgerPane::focusFilter() {
  m_tabs->setCurrentIndex(Journal);
  m_journal->focusFilter();
}

bool LedgerPane::stepBack() {
  const bool isStopped = m_book.stop();
  if (m_tabs->currentIndex() == Journal)
    return m_journal->stepBack() || isStopped;
  if (m_tabs->currentIndex() == OpenItems)
    return m_openItems->stepBack() || isStopped;
  if (isStopped)
    return true;
  focusPage();
  return false;
}

QList<QWidget *> LedgerPane::areas() {
  QList<QWidget *> areas{m_tabs};
  if (!m_months->isHidden())
    areas.prepend(m_months);
  if (m_tabs->currentIndex() == Journal)
    areas += m_journal->areas();
  else
    areas += m_tabPages->currentWidget();
  return areas;
}

bool LedgerPane::isSettled() const {
  if (m_book.isFetching() || (!m_book.facts() && !m_book.error()))
    return false;
  if (!m_book.facts())
    return true;
  switch (m_tabs->currentIndex()) {
  case Journal:
    return m_journal->isSettled();
  case OpenItems:
    return m_openItems->isSettled();
  case Revenue:
    return m_revenue->isSettled();
  default:
    return true;
  }
}

void LedgerPane::reportSettled() {
  if (isSettled())
    Q_EMIT settled();
}

void LedgerPane::keepIn(ListMemory &memory) {
  m_journal->keepIn(memory);
  m_openItems->keepIn(memory);
}

} // namespace tenantry::ui
