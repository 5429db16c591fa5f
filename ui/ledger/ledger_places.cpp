// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/billing/issued_invoices_model.h"
#include "ui/ledger/journal_page.h"
#include "ui/ledger/ledger_pane.h"
#include "ui/ledger/ledger_words.h"
#include "ui/ledger/open_items_page.h"
#include <QUuid>

// What the ledger shows, as a place.

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

/// In the order of Tab, as links have them.
const QStringList ledgerTabs{QString(), u"journal"_s, u"open-items"_s, u"revenue"_s};
const QString accountSetting = u"account"_s, ageSetting = u"age"_s, monthSetting = u"month"_s,
              whoseSetting = u"organization"_s;

bool isOfAccount(const Place &place) { return ledgerAccounts().contains(place.filter); }

/// More than its month.
bool saysMore(const Place &place) {
  return isOfAccount(place) || place.filter == Place::everything || !place.narrowed.isEmpty() ||
         !QUuid::fromString(place.organization).isNull();
}

} // namespace

Place LedgerPane::place() const {
  auto place = home();
  place.tab = ledgerTabs.value(m_tabs->currentIndex());
  if (const auto month = m_asked ? m_asked : chosenMonth())
    place.day = billing::firstDayOf(*month);
  return place;
}

/// Without a day the journal is of all months, but where nothing else is said.
Place LedgerPane::narrowedTo(const Place &place) const {
  if (!m_book.facts())
    return place;
  auto now = place;
  now.tab = ledgerTabs.value(m_tabs->currentIndex());
  now.filter.clear();
  now.organization.clear();
  now.narrowed.clear();
  if (const auto &age = m_openItems->list().filter().age; age && now.tab == ledgerTabs[OpenItems])
    now.narrowed[ageSetting] = models::IssuedInvoicesModel::ageKey(*age);
  if (now.tab != ledgerTabs[Journal])
    return now;
  auto filter = m_journal->list().viewSettings();
  filter.remove(u"order"_s);
  const auto month = models::JournalListModel::monthOf(filter.take(monthSetting));
  now.day = month ? std::optional(billing::firstDayOf(*month)) : std::nullopt;
  now.organization = filter.take(whoseSetting);
  const bool isBound = month || !now.organization.isEmpty();
  if (filter.size() == 1 && filter.contains(accountSetting) && isBound)
    now.filter = filter[accountSetting];
  else if (filter.isEmpty() && !isBound)
    now.filter = Place::everything;
  else
    now.narrowed = filter;
  return now;
}

void LedgerPane::open(const Place &place) {
  m_isOpening = true;
  const auto month = place.day ? std::optional(billing::monthOf(*place.day)) : std::nullopt;
  if (month)
    showMonth(month);
  m_book.begin();
  int tab = std::max(0, int(ledgerTabs.indexOf(place.tab)));
  if (isOfAccount(place) || !QUuid::fromString(place.organization).isNull())
    tab = Journal;
  if (tab == Journal)
    openJournal(place, month);
  else if (tab == OpenItems)
    m_openItems->narrowTo(place.narrowed, saysMore(place));
  m_tabs->setCurrentIndex(tab);
  m_isOpening = false;
  focusPage();
}

void LedgerPane::openJournal(const Place &place, std::optional<std::chrono::year_month> month) {
  m_isJournalSaid = month || saysMore(place);
  auto filter = place.narrowed;
  const auto whose = QUuid::fromString(place.organization);
  if (isOfAccount(place))
    filter[accountSetting] = place.filter;
  if (!whose.isNull()) // of all months, unless one is meant
    filter[whoseSetting] = OrganizationId(whose).toString();
  else if (!month && place.narrowed.isEmpty() && place.filter != Place::everything)
    month = chosenMonth();
  if (month)
    filter[monthSetting] = models::JournalListModel::monthKey(*month);
  m_journal->narrowTo(filter, m_isJournalSaid);
}

} // namespace tenantry::ui
