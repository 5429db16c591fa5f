// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ledger/journal_page.h"
#include "ui/charts/chart_data.h"
#include "ui/ledger/journal_cells.h"
#include "ui/ledger/ledger_words.h"
#include "ui/ledger/transaction_inspector.h"
#include "ui/lists/list_words.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/table_view.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using billing::JournalFilter;
using models::JournalListModel;

namespace {

constexpr int leastBookedWidth = 150;

QString longestOf(const QStringList &texts) {
  return *std::max_element(texts.begin(), texts.end(), [](const auto &one, const auto &other) {
    return one.size() < other.size();
  });
}

/// Short: beside the search a chip has little room, and of a month without its year nobody knows
/// which it is.
QString monthWord(const QString &setting) {
  const auto month = JournalListModel::monthOf(setting);
  return month ? monthLabel(billing::firstDayOf(*month), QLocale()).text : setting;
}

} // namespace

JournalPage::JournalPage(models::Connection &connection, models::RunningWork &work, QWidget *pane)
    : JournalPage(connection, work, new JournalListModel(connection), pane) {}

JournalPage::JournalPage(models::Connection &connection, models::RunningWork &work,
                         JournalListModel *list, QWidget *pane)
    : ListPage(connection, work, list, new JournalCells, specOf(this), pane), m_list(*list),
      m_chosen(connection), m_inspector(new TransactionInspector(connection.zone())) {
  putBeside(m_inspector);
  connectList();
  connectChosen();
  showFilter();
}

ListSpec JournalPage::specOf(const JournalPage *page) {
  return {.key = u"journal"_s,
          .counting = JournalListModel::countOf,
          .table = tableOf(),
          .search = {.invitation = tr("Number or organization")},
          .filters = filtersOf(page),
          .hasResult = true,
          .failed = tr("The journal could not be loaded"),
          .noMatch = {tr("Nothing matches"),
                      tr("No entry of these days matches. Remove the month to look in all months."),
                      tr("Clear filters")}};
}

ListTable JournalPage::tableOf() {
  using List = JournalListModel;
  QStringList causes, accounts;
  for (const auto &cause : {u"invoice.finalized"_s, u"revenue.recognized"_s, u"balance.applied"_s})
    causes += causeWord(cause);
  for (const auto &account : ledgerAccounts())
    accounts += accountWord(account);
  return {.name = tr("Journal"),
          .density = RowDensity::OneLine,
          .stretch = List::OrganizationColumn,
          .leastWidth = leastBookedWidth,
          .days = {List::DayColumn},
          .widest = {{List::DocumentColumn, u"INV-2026-888888"_s},
                     {List::CauseColumn, longestOf(causes)},
                     {List::AccountColumn, longestOf(accounts)},
                     {List::DebitColumn, u"$888,888.88"_s},
                     {List::CreditColumn, u"$888,888.88"_s}},
          .drops = {List::CauseColumn, List::DocumentColumn, List::DayColumn}};
}

QList<FilterOffer> JournalPage::filtersOf(const JournalPage *page) {
  const auto months = [page] {
    QStringList values;
    for (const auto &one : page->m_months)
      values += JournalListModel::monthKey(one.month);
    return values;
  };
  const auto currencies = [page] {
    QStringList values;
    for (const auto &currency : page->m_currencies)
      values += currency.code();
    return values;
  };
  const auto whose = [page] {
    return page->m_whose.isEmpty() ? QStringList() : QStringList{page->m_whose};
  };
  const auto name = [page](const QString &id) { return page->m_names.value(id, tr("one")); };
  return {{tr("Month"), u"month"_s, months, monthWord},
          {tr("Account"), u"account"_s, ledgerAccounts, accountWord},
          {tr("Currency"), u"currency"_s, currencies, [](const QString &code) { return code; }},
          {tr("Organization"), u"organization"_s, whose, name}};
}

void JournalPage::connectList() {
  connect(&m_list, &JournalListModel::narrowed, this, [this] {
    const auto &month = m_list.filter().month;
    if (month && month != m_month)
      Q_EMIT monthChosen(*month);
  });
  connect(table(), &QTableView::activated, this, [this](const QModelIndex &index) {
    const auto value = m_list.index(index.row(), 0).data(JournalListModel::RowRole);
    if (value.isValid())
      Q_EMIT placeRequested(placeOf(value.value<billing::JournalRow>()));
  });
  connect(records(), &RecordList::currentChanged, this, [this](const QModelIndex &current) {
    meet(current);
    const auto key = m_list.keyAt(current.row());
    if (!key.isEmpty())
      m_chosen.show(billing::JournalKey::fromString(key));
  });
  connect(records(), &RecordList::emptied, this, [this] {
    m_whose.clear();
    m_chosen.clear();
    m_inspector->showNothing();
  });
}

void JournalPage::connectChosen() {
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
  connect(m_inspector, &TransactionInspector::retryRequested, &m_chosen,
          &models::JournalView::retry);
  connect(m_inspector, &TransactionInspector::placeRequested, this, &JournalPage::placeRequested);
  connect(m_inspector, &TransactionInspector::organizationRequested, this,
          [this](const OrganizationId &organization) {
            if (const auto *transaction = m_chosen.transaction())
              m_names[organization.toString()] = transaction->entries.front().organizationName;
            setFilter({.organization = organization});
          });
}

void JournalPage::meet(const QModelIndex &row) {
  const auto value = m_list.index(row.row(), 0).data(JournalListModel::RowRole);
  if (!value.isValid())
    return;
  const auto entry = value.value<billing::JournalRow>();
  const auto whose = entry.id.organization.toString();
  const bool isNews = m_whose.isEmpty() || !m_names.contains(whose);
  m_whose = whose;
  m_names[whose] = entry.organizationName;
  if (isNews) // not with each row that one passes
    showFilter();
}

void JournalPage::setMonth(std::chrono::year_month month) {
  m_month = month;
  if (kept()) {
    if (kept()->contains(u"month"_s))
      (*kept())[u"month"_s] = JournalListModel::monthKey(month);
    return;
  }
  auto filter = m_list.filter();
  filter.month = month;
  setFilter(filter);
}

void JournalPage::proposeMonth(std::chrono::year_month month) {
  if (!kept() && !m_list.filter().month && !m_list.isFiltered())
    setMonth(month);
}

/// The month stays: it is where one looks.
void JournalPage::widen() { setFilter({.month = m_list.filter().month}); }

void JournalPage::showCount() {
  result()->setText(
      m_list.count() < 0
          ? QString()
          : tr("%1 entry(ies)", nullptr, int(m_list.count())).arg(countText(m_list, locale())));
}

bool JournalPage::isSettled() const { return ListPage::isSettled() && !m_chosen.isFetching(); }

QList<QWidget *> JournalPage::areas() const { return {records()->area(), m_inspector}; }

EmptyStateContent JournalPage::none() const {
  return {tr("Nothing is booked"),
          m_list.filter().month
              ? tr("No entry has a day of this month.")
              : tr("The books begin with the first finalized invoice or the first payment."),
          {},
          u"book"_s};
}

} // namespace tenantry::ui
