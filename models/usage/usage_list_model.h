// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/paging/paged_rows.h"
#include "services/usage/standings.h"

namespace tenantry::models {

/// What pages of usage bring along.
struct UsageWords {
  std::map<QString, business::Metric> metrics;
  std::map<QString, QString> planNames;
};

/// Who uses most of a metric in the running period, the most first, page by page; the key of a row
/// is its organization's id.
class UsageListModel : public PagedRows<usage::Standing, usage::StandingCursor, UsageWords> {
  Q_OBJECT

public:
  enum Column {
    OrganizationColumn,
    PlanColumn,
    UsedColumn,
    LimitColumn,
    ShareColumn,
    ForecastColumn,
    PeriodColumn,
    ColumnCount
  };

  explicit UsageListModel(Connection &connection, QObject *parent = nullptr);

  void setFilter(const usage::StandingFilter &filter);
  [[nodiscard]] const usage::StandingFilter &filter() const { return m_filter; }
  /// The metric does not count: one is always looked at.
  [[nodiscard]] bool isFiltered() const override { return m_filter.level > 0; }
  [[nodiscard]] ViewSettings viewSettings() const override;
  void setViewSettings(const ViewSettings &settings) override;
  void narrow(const ViewSettings &filter) override;
  [[nodiscard]] QString planName(const QString &id) const;
  [[nodiscard]] int decimals() const; ///< of the metric, once a page came
  [[nodiscard]] int sortColumn() const override { return m_byShare ? ShareColumn : UsedColumn; }
  [[nodiscard]] Qt::SortOrder sortOrder() const override { return Qt::DescendingOrder; }
  [[nodiscard]] bool canSort(int column, Qt::SortOrder order) const override {
    return order == sortOrder() && (column == UsedColumn || column == ShareColumn);
  }

  /// By what is used or its share, the most first; another column changes nothing.
  void sort(int column, Qt::SortOrder order) override;

private:
  Reading reading() const override;
  Counting counting() const override;
  void takeExtra(UsageWords words) override;
  void describe();

  void take(const usage::StandingFilter &filter);
  usage::StandingFilter m_filter;
  bool m_byShare = false;
  UsageWords m_words;
};

} // namespace tenantry::models

Q_DECLARE_METATYPE(tenantry::usage::Standing)
