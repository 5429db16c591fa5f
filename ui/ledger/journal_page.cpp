// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ledger/journal_page.h"
#include "ui/ledger/journal_cells.h"
#include "ui/ledger/ledger_words.h"
#include "ui/ledger/transaction_inspector.h"
#include "ui/lists/facet_menu.h"
#include "ui/lists/list_columns.h"
#include "ui/lists/list_words.h"
#include "ui/shell/export_action.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/table_view.h"
#include <QBoxLayout>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using billing::JournalFilter;
using models::JournalListModel;

namespace {
constexpr int journalSearchWidth = 200, leastBookedWidth = 150;
} // namespace

JournalPage::JournalPage(models::Connection &connection, models::RunningWork &work, QWidget *pane)
    : m_connection(connection), m_list(connection), m_chosen(connection),
      m_cells(new JournalCells(this)), m_search(new SearchField(tr("Number or organization"))),
      m_month(new Chip(tr("Month"))), m_account(new Chip(tr("Account"))),
      m_currency(new Chip(tr("Currency"))), m_organization(new Chip(tr("Organization"))),
      m_count(new ElidedLabel(TextStyle::Meta, Tone::Muted)), m_table(new TableView(tr("Journal"))),
      m_export(new ExportAction(connection, work, m_list, *m_table, u"journal"_s, pane)),
      m_inspector(new TransactionInspector(connection.zone())) {
  m_cells->setSourceModel(&m_list);
  m_records = new RecordList(m_list, *m_cells, m_table, makeFilterBar(), words(),
                             RecordList::FirstRow::Taken);
  auto *body = new QHBoxLayout(this);
  body->setContentsMargins(0, 0, 0, 0);
  body->setSpacing(0);
  body->addWidget(m_records, 1);
  body->addWidget(new Separator(Qt::Vertical));
  body->addWidget(m_inspector);
  setUpTable();
  m_columns = new ListColumns(m_list, *m_table, u"journal"_s);
  connectList();
  showFilter();
}

QWidget *JournalPage::makeFilterBar() {
  m_search->setMaximumWidth(journalSearchWidth);
  connect(m_search, &SearchField::searchChanged, this, [this](const QString &text) {
    change([&](JournalFilter &filter) { filter.search = text.trimmed(); });
  });
  connect(m_month, &Chip::clicked, this, &JournalPage::chooseMonth);
  connect(m_month, &Chip::removeRequested, this,
          [this] { change([](JournalFilter &filter) { filter.month.reset(); }); });
  connect(m_account, &Chip::clicked, this, &JournalPage::chooseAccount);
  connect(m_account, &Chip::removeRequested, this,
          [this] { change([](JournalFilter &filter) { filter.account.clear(); }); });
  connect(m_currency, &Chip::clicked, this, &JournalPage::chooseCurrency);
  connect(m_currency, &Chip::removeRequested, this,
          [this] { change([](JournalFilter &filter) { filter.currency.clear(); }); });
  connect(m_organization, &Chip::removeRequested, this,
          [this] { change([](JournalFilter &filter) { filter.organization.reset(); }); });
  return new FilterBar({m_search, m_month, m_account, m_currency, m_organization}, m_count);
}

void JournalPage::setUpTable() {
  m_table->setStretchColumn(JournalListModel::OrganizationColumn);
  m_table->fitDayColumn(JournalListModel::DayColumn);
  m_table->fitColumn(JournalListModel::DocumentColumn, u"INV-2026-888888"_s);
  QString longest;
  for (const auto &cause : {u"invoice.finalized"_s, u"revenue.recognized"_s, u"balance.applied"_s})
    longest = std::max(longest, causeWord(cause), [](const auto &one, const auto &other) {
      return one.size() < other.size();
    });
  m_table->fitColumn(JournalListModel::CauseColumn, longest);
  longest.clear();
  for (const auto &account : ledgerAccounts())
    longest = std::max(longest, accountWord(account), [](const auto &one, const auto &other) {
      return one.size() < other.size();
    });
  m_table->fitColumn(JournalListModel::AccountColumn, longest);
  m_table->fitColumn(JournalListModel::DebitColumn, u"$888,888.88"_s);
  m_table->fitColumn(JournalListModel::CreditColumn, u"$888,888.88"_s);
  m_table->setColumnsToDrop({JournalListModel::CauseColumn, JournalListModel::DocumentColumn,
                             JournalListModel::DayColumn},
                            leastBookedWidth);
  auto *header = m_table->horizontalHeader();
  header->setSortIndicatorShown(true);
  header->setSectionsClickable(true);
  connect(header, &QHeaderView::sortIndicatorChanged, this,
          [this](int column, Qt::SortOrder order) {
            m_list.sort(column, order);
            showFilter(); // also where the column cannot be sorted by
          });
  connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
    const auto value = m_cells->mapToSource(index).data(JournalListModel::RowRole);
    if (value.isValid())
      Q_EMIT placeRequested(placeOf(value.value<billing::JournalRow>()));
  });
}

void JournalPage::connectList() {
  connect(&m_list, &JournalListModel::countChanged, this, &JournalPage::showCount);
  connect(m_records, &RecordList::shown, this, &JournalPage::reportSettled);
  connect(m_records, &RecordList::currentChanged, this, [this](const QModelIndex &current) {
    const auto key = m_list.keyAt(current.row());
    if (!key.isEmpty())
      m_chosen.show(billing::JournalKey::fromString(key));
  });
  connect(m_records, &RecordList::emptied, this, [this] {
    m_chosen.clear();
    m_inspector->showNothing();
  });
  connect(m_records, &RecordList::emptyAction, this, [this](EmptyState::Kind kind) {
    if (kind == EmptyState::Kind::NoMatch)
      setFilter({.month = m_list.filter().month});
    else
      m_list.reload();
  });
  connect(&m_chosen, &models::JournalView::changed, this, [this] {
    if (const auto *transaction = m_chosen.transaction())
      m_inspector->show(*transaction, m_chosen.key()->entry);
    else
      m_inspector->showLoading();
    reportSettled();
  });
  connect(&m_chosen, &models::JournalView::failed, this, [this](const Error &error) {
    m_inspector->showError(error);
    reportSettled();
  });
  connect(m_inspector, &TransactionInspector::placeRequested, this, &JournalPage::placeRequested);
  connect(m_inspector, &TransactionInspector::organizationRequested, this,
          [this](const OrganizationId &organization) {
            if (const auto *transaction = m_chosen.transaction())
              m_organizationName = transaction->entries.front().organizationName;
            setFilter({.organization = organization});
          });
}

void JournalPage::change(const std::function<void(JournalFilter &)> &edit) {
  auto filter = m_list.filter();
  edit(filter);
  setFilter(filter);
}

void JournalPage::setFilter(const JournalFilter &filter) {
  m_list.setFilter(filter);
  showFilter();
}

void JournalPage::setMonth(std::optional<std::chrono::year_month> month) {
  change([&](JournalFilter &filter) { filter.month = month; });
}

void JournalPage::showFilter() {
  const auto &filter = m_list.filter();
  const QSignalBlocker quiet(m_search), quietHeader(m_table->horizontalHeader());
  if (m_search->text().trimmed() != filter.search)
    m_search->setText(filter.search);
  m_month->setValue(filter.month ? monthName(*filter.month, locale()) : QString());
  m_account->setValue(filter.account.isEmpty() ? QString() : accountWord(filter.account));
  m_currency->setValue(filter.currency);
  m_organization->setValue(filter.organization ? m_organizationName : QString());
  m_organization->setVisible(filter.organization.has_value());
  m_table->horizontalHeader()->setSortIndicator(JournalListModel::DayColumn, m_list.sortOrder());
  m_table->horizontalHeader()->viewport()->update();
}

void JournalPage::showCount() {
  m_count->setText(m_list.count() < 0 ? QString()
                                      : tr("%1 entries").arg(countText(m_list, locale())));
}

bool JournalPage::isSettled() const { return m_records->isSettled() && !m_chosen.isFetching(); }

void JournalPage::reportSettled() {
  if (isSettled())
    Q_EMIT settled();
}

void JournalPage::focusFilter() {
  m_search->setFocus(Qt::ShortcutFocusReason);
  m_search->selectAll();
}

bool JournalPage::stepBack() {
  if (!m_search->hasFocus() && m_records->stepBack())
    return true;
  if (m_search->hasFocus() && !m_search->text().isEmpty()) {
    m_search->clear();
    return true;
  }
  m_table->setFocus();
  return false;
}

QList<QWidget *> JournalPage::areas() const { return {m_records->area(), m_inspector}; }

void JournalPage::chooseMonth() {
  auto *menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  for (const auto &one : m_months)
    menu->addAction(monthName(one.month, locale()), this,
                    [this, month = one.month] { Q_EMIT monthChosen(month); });
  menu->popup(m_month->mapToGlobal(m_month->rect().bottomLeft()));
}

void JournalPage::chooseAccount() {
  QList<Facet> facets;
  for (const auto &account : ledgerAccounts())
    facets.append({accountWord(account), account, [this, account] {
                     change([&](JournalFilter &filter) { filter.account = account; });
                   }});
  showFacets(m_account, u"account"_s, facets);
}

void JournalPage::chooseCurrency() {
  QList<Facet> facets;
  for (const auto &currency : m_currencies)
    facets.append({currency.code(), currency.code(), [this, code = currency.code()] {
                     change([&](JournalFilter &filter) { filter.currency = code; });
                   }});
  showFacets(m_currency, u"currency"_s, facets);
}

void JournalPage::showFacets(Chip *chip, const QString &setting, const QList<Facet> &facets) {
  makeFacetMenu(m_connection, JournalListModel::countOf, m_list.viewSettings(), setting, facets,
                this)
      ->popup(chip->mapToGlobal(chip->rect().bottomLeft()));
}

ListWords JournalPage::words() {
  return {tr("The journal could not be loaded"),
          [] {
            return EmptyStateContent{tr("Nothing matches"),
                                     tr("No entry of these days is like that. A number or name is "
                                        "looked for in all months once the month is removed."),
                                     tr("Clear filters")};
          },
          [this] {
            return EmptyStateContent{
                tr("Nothing is booked"),
                m_list.filter().month
                    ? tr("No entry has a day of this month.")
                    : tr("The books begin with the first invoice that is finalized or payment "
                         "that comes in."),
                {},
                u"book"_s};
          }};
}

} // namespace tenantry::ui
