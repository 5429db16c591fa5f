// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/matching/bank_list_model.h"

using namespace Qt::StringLiterals;

namespace tenantry::models {

using payments::BankEntryStatus;
using payments::BankQuery;
using payments::BankSort;
using payments::KeptEntry;

BankListModel::BankListModel(Connection &connection, QObject *parent)
    : PagedRows(connection, parent) {
  // With what a narrow column leaves out.
  setColumns(
      {{u"booked"_s, tr("Booked"), [](const KeptEntry &row) { return toIso(row.entry.bookedOn); }},
       {u"party"_s, tr("Payer"), [](const KeptEntry &row) { return row.entry.party; }},
       {u"reference"_s, tr("Reference"),
        [](const KeptEntry &row) { return QString(row.entry.remittance).replace(u'\n', u' '); }},
       {u"status"_s, tr("Status"),
        [](const KeptEntry &row) { return payments::toString(row.status); }},
       {u"amount"_s, tr("Amount"),
        [](const KeptEntry &row) { return row.entry.amount.majorString(); }}},
      {{{},
        tr("Currency"),
        [](const KeptEntry &row) { return row.entry.amount.currency().code(); }},
       {{}, tr("Reason"), [](const KeptEntry &row) { return row.reason; }},
       {{}, tr("Payer's account"), [](const KeptEntry &row) { return row.entry.partyAccount; }},
       {{}, tr("End-to-end id"), [](const KeptEntry &row) { return row.entry.endToEnd; }},
       {{}, tr("Account"), [](const KeptEntry &row) { return row.account; }}});
}

void BankListModel::setStatus(const Status &status) {
  if (status == m_status)
    return;
  m_status = status;
  restart(Matching::Other);
}

QString BankListModel::statusKey(const Status &status) {
  return status ? payments::toString(*status) : QString();
}

BankListModel::Status BankListModel::statusOf(const QString &key) {
  const auto parsed = payments::parseBankEntryStatus(key);
  return parsed ? Status(*parsed) : Status();
}

int BankListModel::sortColumn() const {
  return m_sort == BankSort::Amount ? AmountColumn : BookedColumn;
}

Qt::SortOrder BankListModel::sortOrder() const {
  return m_ascending ? Qt::AscendingOrder : Qt::DescendingOrder;
}

void BankListModel::sort(int column, Qt::SortOrder order) {
  if (!canSort(column, order))
    return;
  const auto sort = column == AmountColumn ? BankSort::Amount : BankSort::Booked;
  const bool ascending = order == Qt::AscendingOrder;
  if (sort == m_sort && ascending == m_ascending)
    return;
  m_sort = sort;
  m_ascending = ascending;
  restart();
}

PagedListModel::ViewSettings BankListModel::viewSettings() const {
  ViewSettings settings{{u"sort"_s, m_sort == BankSort::Amount ? u"amount"_s : u"booked"_s},
                        {u"order"_s, m_ascending ? u"ascending"_s : u"descending"_s}};
  if (m_status)
    settings[u"status"_s] = statusKey(m_status);
  return settings;
}

void BankListModel::setViewSettings(const ViewSettings &settings) {
  const auto status = statusOf(settings.value(u"status"_s));
  const auto sort = settings.value(u"sort"_s) == u"amount"_s ? BankSort::Amount : BankSort::Booked;
  const bool ascending = settings.value(u"order"_s) == u"ascending"_s;
  if (status == m_status && sort == m_sort && ascending == m_ascending)
    return;
  const auto rows = status == m_status ? Matching::Same : Matching::Other;
  m_status = status;
  m_sort = sort;
  m_ascending = ascending;
  restart(rows);
}

Result<std::int64_t> BankListModel::countOf(store::Session &session, business::AppliedBusiness &,
                                            const ViewSettings &settings) {
  return payments::BankListing(session).count(statusOf(settings.value(u"status"_s)));
}

BankQuery BankListModel::query() const { return {m_status, m_sort, m_ascending, pageSize, {}}; }

BankListModel::Reading BankListModel::reading() const {
  return
      [wanted = query()](store::Session &session, business::AppliedBusiness &,
                         const std::optional<payments::BankCursor> &after) mutable -> Result<Page> {
        wanted.after = after;
        TENANTRY_TRY(list, payments::BankListing(session).page(wanted));
        return Page{std::move(list), {}};
      };
}

BankListModel::Counting BankListModel::counting() const {
  return [status = m_status](store::Session &session, business::AppliedBusiness &) {
    return payments::BankListing(session).count(status);
  };
}

} // namespace tenantry::models
