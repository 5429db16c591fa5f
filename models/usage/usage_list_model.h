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
  /// A row, wherever in it: usage::Standing; nothing where it was let go.
  static constexpr int RowRole = Qt::UserRole + 1;

  explicit UsageListModel(Connection &connection, QObject *parent = nullptr);

  void setFilter(const usage::StandingFilter &filter);
  [[nodiscard]] const usage::StandingFilter &filter() const { return m_filter; }
  /// The metric does not count: one is always looked at.
  [[nodiscard]] bool isFiltered() const override { return m_filter.level > 0; }
  [[nodiscard]] ViewSettings viewSettings() const override;
  void setViewSettings(const ViewSettings &settings) override;
  [[nodiscard]] QString planName(const QString &id) const;
  [[nodiscard]] int decimals() const; ///< of the metric, once a page came
  [[nodiscard]] int sortColumn() const { return m_byShare ? ShareColumn : UsedColumn; }

  [[nodiscard]] QStringList columnKeys() const override;
  int columnCount(const QModelIndex &parent = {}) const override;
  QVariant data(const QModelIndex &index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
  /// By what is used or its share, the most first; another column changes nothing.
  void sort(int column, Qt::SortOrder order) override;

private:
  Reading reading() const override;
  Counting counting() const override;
  Cells exportCells(const QList<int> &columns) const override;
  QStringList exportTitles(const QList<int> &columns) const override;
  void takeExtra(UsageWords words) override { m_words = std::move(words); }

  usage::StandingFilter m_filter;
  bool m_byShare = false;
  UsageWords m_words;
};

} // namespace tenantry::models

Q_DECLARE_METATYPE(tenantry::usage::Standing)
