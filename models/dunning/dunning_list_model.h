// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/paging/paged_rows.h"
#include "services/payments/dunning_board.h"

namespace tenantry::models {

/// Invoices that are dunned, of all organizations, page by page; for the key of a row see
/// invoice_key.h.
class DunningListModel : public PagedRows<payments::DunningRow, payments::DunningCursor> {
  Q_OBJECT

public:
  enum Column {
    OrganizationColumn,
    DueColumn,
    StepColumn,
    TriesColumn,
    DeclineColumn,
    NextColumn,
    OpenedColumn,
    ColumnCount
  };

  explicit DunningListModel(Connection &connection, QObject *parent = nullptr);

  void setFilter(const payments::DunningFilter &filter);
  [[nodiscard]] const payments::DunningFilter &filter() const { return m_filter; }
  [[nodiscard]] bool isFiltered() const override {
    return !(m_filter == payments::DunningFilter());
  }
  [[nodiscard]] ViewSettings viewSettings() const override;
  void setViewSettings(const ViewSettings &settings) override;
  /// How many match such settings.
  [[nodiscard]] static Result<std::int64_t> countOf(store::Session &session,
                                                    business::AppliedBusiness &business,
                                                    const ViewSettings &settings);
  [[nodiscard]] bool canSort(int column, Qt::SortOrder) const override {
    return column == NextColumn || column == OpenedColumn;
  }
  [[nodiscard]] int sortColumn() const override;
  [[nodiscard]] Qt::SortOrder sortOrder() const override;

  /// A column that cannot be sorted by changes nothing.
  void sort(int column, Qt::SortOrder order) override;

private:
  [[nodiscard]] payments::DunningQuery query() const;
  Reading reading() const override;
  Counting counting() const override;
  KeyOf keyOf() const override;

  payments::DunningFilter m_filter;
  payments::DunningSort m_sort = payments::DunningSort::Next;
  bool m_ascending = true;
};

} // namespace tenantry::models

Q_DECLARE_METATYPE(tenantry::payments::DunningRow)
