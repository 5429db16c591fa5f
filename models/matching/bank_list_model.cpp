// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/matching/bank_list_model.h"

using namespace Qt::StringLiterals;

namespace tenantry::models {

using payments::BankEntryStatus;
using payments::BankQuery;
using payments::BankSort;
using payments::KeptEntry;

BankListModel::BankListModel(Connection &connection, QObject *parent)
    : PagedRows(connection, parent) {}

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
  if (column != BookedColumn && column != AmountColumn)
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

/// As spreadsheets read it, with what a narrow column leaves out.
QStringList BankListModel::exportTitles(const QList<int> &columns) const {
  QStringList titles;
  for (const int column : columns)
    titles += headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
  return titles + QStringList{tr("Currency"), tr("Reason"), tr("Payer's account"),
                              tr("End-to-end id"), tr("Account")};
}

BankListModel::Cells BankListModel::exportCells(const QList<int> &columns) const {
  return [columns](const KeptEntry &row) {
    const auto cell = [&row](int column) {
      switch (column) {
      case BookedColumn:
        return toIso(row.entry.bookedOn);
      case PartyColumn:
        return row.entry.party;
      case ReferenceColumn:
        return QString(row.entry.remittance).replace(u'\n', u' ');
      case StatusColumn:
        return payments::toString(row.status);
      case AmountColumn:
        return row.entry.amount.majorString();
      default:
        return QString();
      }
    };
    QStringList cells;
    for (const int column : columns)
      cells += cell(column);
    return cells + QStringList{row.entry.amount.currency().code(), row.reason,
                               row.entry.partyAccount, row.entry.endToEnd, row.account};
  };
}

QStringList BankListModel::columnKeys() const {
  return {u"booked"_s, u"party"_s, u"reference"_s, u"status"_s, u"amount"_s};
}

int BankListModel::columnCount(const QModelIndex &parent) const {
  return parent.isValid() ? 0 : ColumnCount;
}

QVariant BankListModel::data(const QModelIndex &index, int role) const {
  const auto *row = rowAt(index);
  if (!row)
    return {};
  if (role == Qt::DisplayRole)
    return row->entry.party;
  return role == BankEntryRole ? QVariant::fromValue(*row) : QVariant();
}

QVariant BankListModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
    return QAbstractTableModel::headerData(section, orientation, role);
  const QStringList titles{tr("Booked"), tr("Payer"), tr("Reference"), tr("Status"), tr("Amount")};
  return titles.value(section);
}

} // namespace tenantry::models
