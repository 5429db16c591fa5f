// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/paging/paged_rows.h"
#include "services/payments/bank_listing.h"

namespace tenantry::models {

/// What came and went by bank, page by page, by what became of it.
class BankListModel : public PagedRows<payments::KeptEntry, payments::BankCursor> {
  Q_OBJECT

public:
  enum Column {
    BookedColumn,
    PartyColumn,
    ReferenceColumn,
    StatusColumn,
    AmountColumn,
    ColumnCount
  };
  using Status = std::optional<payments::BankEntryStatus>; ///< none: all

  explicit BankListModel(Connection &connection, QObject *parent = nullptr);

  void setStatus(const Status &status);
  [[nodiscard]] const Status &status() const { return m_status; }
  [[nodiscard]] static QString statusKey(const Status &status); ///< as settings and places have it
  [[nodiscard]] static Status statusOf(const QString &key);

  [[nodiscard]] ViewSettings viewSettings() const override;
  void setViewSettings(const ViewSettings &settings) override;
  /// How many match such settings.
  [[nodiscard]] static Result<std::int64_t> countOf(store::Session &session,
                                                    business::AppliedBusiness &business,
                                                    const ViewSettings &settings);
  [[nodiscard]] bool isFiltered() const override { return m_status.has_value(); }
  [[nodiscard]] int sortColumn() const override;
  [[nodiscard]] Qt::SortOrder sortOrder() const override;
  [[nodiscard]] bool canSort(int column, Qt::SortOrder) const override {
    return column == BookedColumn || column == AmountColumn;
  }

  /// By day or amount; another column changes nothing.
  void sort(int column, Qt::SortOrder order) override;

private:
  [[nodiscard]] payments::BankQuery query() const;
  Reading reading() const override;
  Counting counting() const override;

  Status m_status = payments::BankEntryStatus::Waiting;
  payments::BankSort m_sort = payments::BankSort::Booked;
  bool m_ascending = false;
};

} // namespace tenantry::models
