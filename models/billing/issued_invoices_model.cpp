// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/billing/issued_invoices_model.h"

#include "models/billing/invoice_key.h"

using namespace Qt::StringLiterals;

namespace tenantry::models {

using billing::InvoiceFilter;
using billing::InvoiceQuery;
using billing::InvoiceRow;
using billing::InvoiceSort;

namespace {

bool waitForMoney(const IssuedInvoicesFilter &filter) {
  return filter.kind == InvoiceFilter::Open || filter.kind == InvoiceFilter::Overdue;
}

bool canBeByDue(const IssuedInvoicesFilter &filter) {
  return waitForMoney(filter) && !filter.organization;
}

bool canBeByIssue(const IssuedInvoicesFilter &filter) {
  return filter.organization || (filter.kind != InvoiceFilter::Overdue && !filter.age);
}

InvoiceQuery queryOf(const IssuedInvoicesFilter &filter) {
  InvoiceQuery query;
  query.filter = filter.kind;
  query.number = filter.number;
  query.age = filter.age;
  query.organization = filter.organization;
  return query;
}

/// In the order of InvoiceFilter.
const QStringList kindKeys{QString(),  u"open"_s,        u"overdue"_s,
                           u"paid"_s,  u"void"_s,        u"uncollectible"_s,
                           u"draft"_s, u"credit-note"_s, u"unanswered"_s};

/// In the order of DueAge.
const QStringList ageKeys{u"not-due"_s, u"30-days"_s, u"60-days"_s, u"90-days"_s, u"older"_s};

IssuedInvoicesFilter filterOf(const PagedListModel::ViewSettings &settings) {
  IssuedInvoicesFilter filter;
  filter.number = settings.value(u"number"_s);
  filter.kind = IssuedInvoicesModel::kindOf(settings.value(u"kind"_s));
  if (const auto at = ageKeys.indexOf(settings.value(u"age"_s));
      at >= 0 && filter.kind == InvoiceFilter::Open)
    filter.age = billing::DueAge(at);
  if (const auto id = OrganizationId::fromString(settings.value(u"organization"_s)); !id.isNull())
    filter.organization = id;
  return filter;
}

bool isOverdueAt(const InvoiceRow &row, Instant now) {
  return row.status == billing::InvoiceStatus::Open && row.dueAt && *row.dueAt < now;
}

/// As much of the invoice as a list knows.
billing::Invoice invoiceOf(const billing::InvoiceRow &row) {
  billing::Invoice invoice;
  invoice.organization = row.organization;
  invoice.id = row.id;
  invoice.number = row.number;
  invoice.kind = row.kind;
  invoice.status = row.status;
  invoice.currency = row.currency;
  invoice.net = invoice.total = row.total;
  invoice.paid = row.status == billing::InvoiceStatus::Void ? 0 : row.total - row.amountDue;
  invoice.issuedOn = row.issuedOn;
  invoice.dueOn = row.dueOn;
  invoice.dueAt = row.dueAt;
  return invoice;
}

} // namespace

IssuedInvoicesModel::IssuedInvoicesModel(Connection &connection, QObject *parent)
    : PagedRows(connection, parent), m_clock(connection.clock()) {
  setColumns(
      {{u"number"_s, tr("Invoice"), [](const InvoiceRow &row) { return row.number; }},
       {u"organization"_s, tr("Organization"),
        [](const InvoiceRow &row) { return row.organizationName; }},
       {u"issued"_s, tr("Issued"),
        [](const InvoiceRow &row) { return row.issuedOn ? toIso(*row.issuedOn) : QString(); }},
       {u"due"_s, tr("Due on"),
        [](const InvoiceRow &row) { return row.dueOn ? toIso(*row.dueOn) : QString(); }},
       {u"status"_s, tr("Status"),
        [&clock = connection.clock()](const InvoiceRow &row) {
          if (row.isCreditNote)
            return u"credit_note"_s;
          if (!row.holdReason.isEmpty())
            return u"on_hold"_s;
          return isOverdueAt(row, clock.now()) ? u"overdue"_s : billing::toString(row.status);
        }},
       {u"total"_s, tr("Total"),
        [](const InvoiceRow &row) { return Money(row.total, row.currency).majorString(); }},
       {u"amount_due"_s, tr("Amount due"),
        [](const InvoiceRow &row) { return Money(row.amountDue, row.currency).majorString(); }}},
      {{{}, tr("Currency"), [](const InvoiceRow &row) { return row.currency.code(); }}});
}

/// What another customer has does not stand under this one's name.
void IssuedInvoicesModel::take(const IssuedInvoicesFilter &filter) {
  if (filter.organization && filter.organization != m_filter.organization)
    forget();
  m_filter = filter;
}

/// What is overdue, and what waits for review or an answer, is looked at from the oldest on,
/// everything else from the newest.
void IssuedInvoicesModel::setFilter(const IssuedInvoicesFilter &filter) {
  if (filter == m_filter)
    return;
  if (filter.kind != m_filter.kind || filter.organization != m_filter.organization || filter.age) {
    m_sort = canBeByDue(filter) ? InvoiceSort::Due : InvoiceSort::Issued;
    m_ascending = waitForMoney(filter) || filter.kind == InvoiceFilter::Draft ||
                  filter.kind == InvoiceFilter::Unanswered;
  }
  take(filter);
  restart(Matching::Other);
}

void IssuedInvoicesModel::narrow(const ViewSettings &filter) { setFilter(filterOf(filter)); }

bool IssuedInvoicesModel::canSort(int column, Qt::SortOrder order) const {
  if (!m_filter.number.isEmpty())
    return column == NumberColumn && order == Qt::AscendingOrder;
  return (column == IssuedColumn && canBeByIssue(m_filter)) ||
         (column == DueColumn && canBeByDue(m_filter));
}

int IssuedInvoicesModel::sortColumn() const {
  if (!m_filter.number.isEmpty())
    return NumberColumn;
  return m_sort == InvoiceSort::Due ? DueColumn : IssuedColumn;
}

Qt::SortOrder IssuedInvoicesModel::sortOrder() const {
  const bool ascending = !m_filter.number.isEmpty() || m_ascending;
  return ascending ? Qt::AscendingOrder : Qt::DescendingOrder;
}

void IssuedInvoicesModel::sort(int column, Qt::SortOrder order) {
  if (!canSort(column, order) || column == NumberColumn)
    return;
  const auto sort = column == DueColumn ? InvoiceSort::Due : InvoiceSort::Issued;
  const bool ascending = order == Qt::AscendingOrder;
  if (sort == m_sort && ascending == m_ascending)
    return;
  m_sort = sort;
  m_ascending = ascending;
  restart();
}

QString IssuedInvoicesModel::kindKey(InvoiceFilter kind) { return kindKeys.value(int(kind)); }

QString IssuedInvoicesModel::ageKey(billing::DueAge age) { return ageKeys.value(int(age)); }

InvoiceFilter IssuedInvoicesModel::kindOf(const QString &key) {
  return InvoiceFilter(std::max(qsizetype(0), kindKeys.indexOf(key)));
}

PagedListModel::ViewSettings IssuedInvoicesModel::viewSettings() const {
  ViewSettings settings{{u"sort"_s, m_sort == InvoiceSort::Due ? u"due"_s : u"issued"_s},
                        {u"order"_s, m_ascending ? u"ascending"_s : u"descending"_s}};
  if (!m_filter.number.isEmpty())
    settings[u"number"_s] = m_filter.number;
  if (m_filter.kind != InvoiceFilter::All)
    settings[u"kind"_s] = kindKey(m_filter.kind);
  if (m_filter.age)
    settings[u"age"_s] = ageKey(*m_filter.age);
  if (m_filter.organization)
    settings[u"organization"_s] = m_filter.organization->toString();
  return settings;
}

void IssuedInvoicesModel::setViewSettings(const ViewSettings &settings) {
  const auto filter = filterOf(settings);
  const bool byDue = settings.value(u"sort"_s) == u"due"_s && canBeByDue(filter);
  const auto sort = byDue || !canBeByIssue(filter) ? InvoiceSort::Due : InvoiceSort::Issued;
  const bool ascending = settings.value(u"order"_s) == u"ascending"_s;
  if (filter == m_filter && sort == m_sort && ascending == m_ascending)
    return;
  const auto rows = filter == m_filter ? Matching::Same : Matching::Other;
  take(filter);
  m_sort = sort;
  m_ascending = ascending;
  restart(rows);
}

Result<std::int64_t> IssuedInvoicesModel::countOf(store::Session &session,
                                                  business::AppliedBusiness &,
                                                  const ViewSettings &settings) {
  return billing::InvoiceListing(session).count(queryOf(filterOf(settings)));
}

InvoiceQuery IssuedInvoicesModel::query() const {
  auto query = queryOf(m_filter);
  query.sort = m_sort;
  query.ascending = m_ascending;
  query.pageSize = pageSize;
  return query;
}

IssuedInvoicesModel::Reading IssuedInvoicesModel::reading() const {
  return [wanted =
              query()](store::Session &session, business::AppliedBusiness &,
                       const std::optional<billing::InvoiceCursor> &after) mutable -> Result<Page> {
    wanted.after = after;
    TENANTRY_TRY(list, billing::InvoiceListing(session).page(wanted));
    return Page{std::move(list), {}};
  };
}

IssuedInvoicesModel::KeyOf IssuedInvoicesModel::keyOf() const {
  return [](const billing::InvoiceRow &row) {
    const billing::InvoiceKey key{row.organization, row.id};
    return row.isCreditNote ? creditNoteKeyText(key) : keyText(key);
  };
}

IssuedInvoicesModel::Counting IssuedInvoicesModel::counting() const {
  return [wanted = query()](store::Session &session, business::AppliedBusiness &) {
    return billing::InvoiceListing(session).count(wanted);
  };
}

QVariant IssuedInvoicesModel::data(const QModelIndex &index, int role) const {
  const auto *row = rowAt(index);
  if (!row)
    return {};
  switch (role) {
  case Qt::DisplayRole:
  case NumberRole:
    return row->number;
  case InvoiceRole:
    return QVariant::fromValue(invoiceOf(*row));
  case IssuedRole:
    return row->issuedOn ? QVariant::fromValue(*row->issuedOn) : QVariant();
  case DueRole:
    return row->dueOn ? QVariant::fromValue(*row->dueOn) : QVariant();
  case TotalRole:
    return QVariant::fromValue(Money(row->total, row->currency));
  case AmountDueRole:
    return row->amountDue == 0 ? QVariant()
                               : QVariant::fromValue(Money(row->amountDue, row->currency));
  case InvoiceOrganizationRole:
    return row->organizationName;
  case HoldRole:
    return row->holdReason;
  case IsCreditNoteRole:
    return row->isCreditNote;
  case IsOverdueRole:
    return isOverdueAt(*row, m_clock.now());
  default:
    return {};
  }
}

} // namespace tenantry::models
