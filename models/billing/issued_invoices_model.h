// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/paging/paged_rows.h"
#include "services/billing/invoice_listing.h"

namespace tenantry::models {

/// What IssuedInvoicesModel says of a row, in any column. Of the invoice it knows what a list
/// shows; its customer, lines and taxes it does not.
enum IssuedInvoiceRole {
  NumberRole = Qt::UserRole + 1, ///< QString, empty while draft
  InvoiceRole,                   ///< tenantry::billing::Invoice
  IssuedRole,                    ///< tenantry::LocalDay, invalid while draft
  TotalRole,                     ///< tenantry::Money
  AmountDueRole,                 ///< tenantry::Money, invalid where nothing is due
  InvoiceOrganizationRole,       ///< QString, the name
  DueRole,                       ///< tenantry::LocalDay
  IsOverdueRole,                 ///< bool: open, and the time to pay is over
  HoldRole,                      ///< QString, why a draft is on hold
  IsCreditNoteRole,              ///< bool: it is no invoice
};

/// What narrows the list. With a number the rest does not count.
struct IssuedInvoicesFilter {
  billing::InvoiceFilter kind = billing::InvoiceFilter::All;
  QString number;                       ///< what it begins with
  std::optional<billing::DueAge> age{}; ///< of open ones, which then are in the order of due days
  std::optional<OrganizationId> organization{}; ///< those are in the order of issue
  [[nodiscard]] bool isEmpty() const {
    return kind == billing::InvoiceFilter::All && number.isEmpty() && !age && !organization;
  }
  bool operator==(const IssuedInvoicesFilter &) const = default;
};

/// Invoices of all organizations, page by page: those that were issued, the drafts, or credit notes
/// instead; for the key of a row see invoice_key.h. Only those that wait for money are sorted by
/// the day they are due, and of one organization all by the day they were issued.
class IssuedInvoicesModel : public PagedRows<billing::InvoiceRow, billing::InvoiceCursor> {
  Q_OBJECT

public:
  enum Column {
    NumberColumn,
    OrganizationColumn,
    IssuedColumn,
    DueColumn,
    StatusColumn,
    TotalColumn,
    AmountDueColumn,
    ColumnCount
  };

  explicit IssuedInvoicesModel(Connection &connection, QObject *parent = nullptr);

  void setFilter(const IssuedInvoicesFilter &filter);
  [[nodiscard]] ViewSettings viewSettings() const override;
  void setViewSettings(const ViewSettings &settings) override;
  void narrow(const ViewSettings &filter) override;
  [[nodiscard]] static QString kindKey(billing::InvoiceFilter kind); ///< as such settings have it
  [[nodiscard]] static billing::InvoiceFilter kindOf(const QString &key); ///< none: all
  [[nodiscard]] static QString ageKey(billing::DueAge age);
  /// How many match such settings.
  [[nodiscard]] static Result<std::int64_t> countOf(store::Session &session,
                                                    business::AppliedBusiness &business,
                                                    const ViewSettings &settings);
  [[nodiscard]] const IssuedInvoicesFilter &filter() const { return m_filter; }
  [[nodiscard]] bool isFiltered() const override { return !m_filter.isEmpty(); }
  [[nodiscard]] bool canSort(int column, Qt::SortOrder order) const override;
  /// The column and direction the rows are in now.
  [[nodiscard]] int sortColumn() const override;
  [[nodiscard]] Qt::SortOrder sortOrder() const override;

  QVariant data(const QModelIndex &index, int role) const override;
  /// A column that cannot be sorted by changes nothing.
  void sort(int column, Qt::SortOrder order) override;

private:
  [[nodiscard]] billing::InvoiceQuery query() const;
  Reading reading() const override;
  Counting counting() const override;
  KeyOf keyOf() const override;

  const Clock &m_clock;
  void take(const IssuedInvoicesFilter &filter);
  IssuedInvoicesFilter m_filter;
  billing::InvoiceSort m_sort = billing::InvoiceSort::Issued;
  bool m_ascending = false;
};

} // namespace tenantry::models
