// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/paging/paged_rows.h"
#include "services/billing/journal_listing.h"
#include "ui/ledger/ledger_words.h"
#include "ui/lists/list_pane.h"
#include "ui/lists/row_cells.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/table_view.h"

/// A pane as CONTRIBUTING.md's recipe makes one: entries of the books, narrowed by their account.
namespace tenantry::tests {

using namespace Qt::StringLiterals;

class EntryList : public models::PagedRows<billing::JournalRow, billing::JournalCursor> {
public:
  enum Column { DayColumn, DocumentColumn, CustomerColumn, AccountColumn, AmountColumn };

  explicit EntryList(models::Connection &connection) : PagedRows(connection, nullptr) {
    using Row = billing::JournalRow;
    setColumns(
        {{u"day"_s, u"Day"_s, [](const Row &row) { return toIso(row.day); }},
         {u"document"_s, u"Document"_s, [](const Row &row) { return row.document; }},
         {u"customer"_s, u"Customer"_s, [](const Row &row) { return row.organizationName; }},
         {u"account"_s, u"Account"_s, [](const Row &row) { return row.account; }},
         {u"amount"_s, u"Amount"_s, [](const Row &row) { return row.amount.majorString(); }}});
  }
  bool isFiltered() const override { return !m_account.isEmpty(); }
  ViewSettings viewSettings() const override {
    return isFiltered() ? ViewSettings{{u"account"_s, m_account}} : ViewSettings();
  }
  void setViewSettings(const ViewSettings &settings) override {
    if (std::exchange(m_account, settings.value(u"account"_s)) != m_account)
      restart(Matching::Other);
  }
  static Result<std::int64_t> countOf(store::Session &session, business::AppliedBusiness &,
                                      const ViewSettings &settings) {
    return billing::JournalListing(session).count({.account = settings.value(u"account"_s)});
  }

private:
  Reading reading() const override {
    return
        [account = m_account](store::Session &session, business::AppliedBusiness &,
                              const std::optional<billing::JournalCursor> &after) -> Result<Page> {
          TENANTRY_TRY(page, billing::JournalListing(session).page(
                                 {{.account = account}, false, pageSize, after}));
          return Page{std::move(page), {}};
        };
  }
  Counting counting() const override {
    return
        [settings = viewSettings()](store::Session &session, business::AppliedBusiness &business) {
          return countOf(session, business, settings);
        };
  }

  QString m_account;
};

class EntryCells : public ui::RowCells<billing::JournalRow, EntryList> {
private:
  ui::CellKind kind(int column) const override {
    return column == EntryList::AmountColumn ? ui::CellKind::Money : ui::CellKind::Text;
  }
  QVariant cell(const billing::JournalRow &row, int column, int role) const override {
    if (column == EntryList::AmountColumn)
      return role == ui::MoneyRole ? QVariant::fromValue(row.amount) : QVariant();
    if (role != Qt::DisplayRole)
      return {};
    return column == EntryList::DayColumn        ? toIso(row.day)
           : column == EntryList::DocumentColumn ? row.document
           : column == EntryList::CustomerColumn ? row.organizationName
                                                 : ui::accountWord(row.account);
  }
};

class EntriesPane : public ui::ListPane {
public:
  EntriesPane(models::Connection &connection, models::RunningWork &work)
      : ListPane(connection, work, new EntryList(connection), new EntryCells, spec(), nullptr) {}

private:
  static ui::ListSpec spec() {
    using List = EntryList;
    return {
        .title = u"Entries"_s,
        .iconName = u"book"_s,
        .key = u"entries"_s,
        .home = {ui::Place::Kind::Ledger, {}, {}, {}},
        .counted = u"All entries."_s,
        .counting = List::countOf,
        .table = {.name = u"Entries"_s,
                  .density = ui::RowDensity::OneLine,
                  .stretch = List::CustomerColumn,
                  .leastWidth = 150,
                  .days = {List::DayColumn},
                  .widest = {{List::DocumentColumn, u"INV-2026-888888"_s},
                             {List::AccountColumn, u"Deferred revenue"_s},
                             {List::AmountColumn, u"$888,888.88"_s}},
                  .drops = {List::DocumentColumn, List::DayColumn},
                  .isSorted = false},
        .filters = {{u"Account"_s, u"account"_s, ui::ledgerAccounts, ui::accountWord}},
        .failed = u"Entries could not be loaded"_s,
        .noMatch = {u"Nothing matches"_s, u"Nothing is on that account."_s, u"Show all"_s},
        .none = {
            u"Nothing is booked"_s, u"The books begin with the first invoice."_s, {}, u"book"_s}};
  }
};

} // namespace tenantry::tests
