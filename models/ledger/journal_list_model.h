// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/paging/paged_rows.h"
#include "services/billing/journal_listing.h"

namespace tenantry::models {

/// Entries of the ledger over all organizations in the order of their days, page by page; the key
/// of a row is its JournalKey as text.
class JournalListModel : public PagedRows<billing::JournalRow, billing::JournalCursor> {
  Q_OBJECT

public:
  enum Column {
    DayColumn,
    DocumentColumn,
    OrganizationColumn,
    CauseColumn,
    AccountColumn,
    DebitColumn,
    CreditColumn,
    ColumnCount
  };

  explicit JournalListModel(Connection &connection, QObject *parent = nullptr);

  void setFilter(const billing::JournalFilter &filter);
  [[nodiscard]] const billing::JournalFilter &filter() const { return m_filter; }
  /// The month does not count: it is where one looks.
  [[nodiscard]] bool isFiltered() const override;
  [[nodiscard]] ViewSettings viewSettings() const override;
  void setViewSettings(const ViewSettings &settings) override;
  /// How many match such settings.
  [[nodiscard]] static Result<std::int64_t> countOf(store::Session &session,
                                                    business::AppliedBusiness &business,
                                                    const ViewSettings &settings);
  [[nodiscard]] static QString monthKey(std::chrono::year_month month); ///< as settings have it
  [[nodiscard]] static std::optional<std::chrono::year_month> monthOf(const QString &key);
  [[nodiscard]] int sortColumn() const override { return DayColumn; }
  [[nodiscard]] Qt::SortOrder sortOrder() const override;

  /// By the day alone; another column changes nothing.
  void sort(int column, Qt::SortOrder order) override;

private:
  Reading reading() const override;
  Counting counting() const override;

  void take(const billing::JournalFilter &filter);
  billing::JournalFilter m_filter;
  bool m_ascending = false;
};

} // namespace tenantry::models

Q_DECLARE_METATYPE(tenantry::billing::JournalRow)
