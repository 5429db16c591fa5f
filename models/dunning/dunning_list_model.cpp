// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dunning/dunning_list_model.h"

#include "models/billing/invoice_key.h"

using namespace Qt::StringLiterals;

namespace tenantry::models {

using payments::DunningBoard;
using payments::DunningFilter;
using payments::DunningRow;
using payments::DunningSort;

namespace {

DunningFilter dunningFilterOf(const PagedListModel::ViewSettings &settings) {
  DunningFilter filter;
  if (const auto step = payments::parseDunningStep(settings.value(u"step"_s)))
    filter.step = *step;
  if (const auto decline = payments::parseDeclineClass(settings.value(u"decline"_s)))
    filter.decline = *decline;
  filter.currency = settings.value(u"currency"_s);
  filter.search = settings.value(u"search"_s);
  return filter;
}

} // namespace

DunningListModel::DunningListModel(Connection &connection, QObject *parent)
    : PagedRows(connection, parent) {
  setColumns(
      {{u"organization"_s, tr("Organization"),
        [](const DunningRow &row) { return row.organizationName; }},
       {u"due"_s, tr("Open"), [](const DunningRow &row) { return row.due.majorString(); }},
       {u"step"_s, tr("Step"), [](const DunningRow &row) { return payments::toString(row.step); }},
       {u"tries"_s, tr("Tries"),
        [](const DunningRow &row) { return u"%1/%2"_s.arg(row.tries).arg(row.mostTries); }},
       {u"decline"_s, tr("Last decline"), [](const DunningRow &row) { return row.declineCode; }},
       {u"next"_s, tr("Next"),
        [](const DunningRow &row) {
          return row.actAt ? payments::toString(row.act) + u' ' + toIso(*row.actAt) : QString();
        }},
       {u"opened"_s, tr("Since"), [](const DunningRow &row) { return toIso(row.openedAt); }}},
      {{{}, tr("Invoice"), [](const DunningRow &row) { return row.number; }},
       {{}, tr("Currency"), [](const DunningRow &row) { return row.due.currency().code(); }}});
}

void DunningListModel::setFilter(const DunningFilter &filter) {
  if (filter == m_filter)
    return;
  m_filter = filter;
  restart(Matching::Other);
}

int DunningListModel::sortColumn() const {
  return m_sort == DunningSort::Next ? NextColumn : OpenedColumn;
}

Qt::SortOrder DunningListModel::sortOrder() const {
  return m_ascending ? Qt::AscendingOrder : Qt::DescendingOrder;
}

void DunningListModel::sort(int column, Qt::SortOrder order) {
  if (!canSort(column, order) || (column == sortColumn() && order == sortOrder()))
    return;
  m_sort = column == NextColumn ? DunningSort::Next : DunningSort::Opened;
  m_ascending = order == Qt::AscendingOrder;
  restart();
}

PagedListModel::ViewSettings DunningListModel::viewSettings() const {
  ViewSettings settings{{u"sort"_s, m_sort == DunningSort::Next ? u"next"_s : u"opened"_s},
                        {u"order"_s, m_ascending ? u"ascending"_s : u"descending"_s}};
  if (m_filter.step)
    settings[u"step"_s] = payments::toString(*m_filter.step);
  if (m_filter.decline)
    settings[u"decline"_s] = payments::toString(*m_filter.decline);
  if (!m_filter.currency.isEmpty())
    settings[u"currency"_s] = m_filter.currency;
  if (!m_filter.search.isEmpty())
    settings[u"search"_s] = m_filter.search;
  return settings;
}

void DunningListModel::setViewSettings(const ViewSettings &settings) {
  const auto filter = dunningFilterOf(settings);
  const auto sort =
      settings.value(u"sort"_s) == u"opened"_s ? DunningSort::Opened : DunningSort::Next;
  const bool ascending = settings.value(u"order"_s) != u"descending"_s;
  if (filter == m_filter && sort == m_sort && ascending == m_ascending)
    return;
  const auto rows = filter == m_filter ? Matching::Same : Matching::Other;
  m_filter = filter;
  m_sort = sort;
  m_ascending = ascending;
  restart(rows);
}

Result<std::int64_t> DunningListModel::countOf(store::Session &session,
                                               business::AppliedBusiness &business,
                                               const ViewSettings &settings) {
  return DunningBoard(session, business).count(dunningFilterOf(settings));
}

payments::DunningQuery DunningListModel::query() const {
  return {m_filter, m_sort, m_ascending, pageSize, {}};
}

DunningListModel::Reading DunningListModel::reading() const {
  return [wanted = query()](
             store::Session &session, business::AppliedBusiness &business,
             const std::optional<payments::DunningCursor> &after) mutable -> Result<Page> {
    wanted.after = after;
    TENANTRY_TRY(page, DunningBoard(session, business).page(wanted));
    return Page{std::move(page), {}};
  };
}

DunningListModel::Counting DunningListModel::counting() const {
  return [filter = m_filter](store::Session &session, business::AppliedBusiness &business) {
    return DunningBoard(session, business).count(filter);
  };
}

DunningListModel::KeyOf DunningListModel::keyOf() const {
  return [](const DunningRow &row) { return keyText({row.organization, row.id}); };
}

} // namespace tenantry::models
