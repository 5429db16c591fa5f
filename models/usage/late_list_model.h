// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/paging/paged_rows.h"
#include "services/usage/arrivals.h"

namespace tenantry::models {

/// Usage events that came when their period was over, the latest first, page by page.
class LateListModel : public PagedRows<usage::LateRow, usage::LateCursor, std::map<QString, int>> {
  Q_OBJECT

public:
  enum Column {
    OrganizationColumn,
    MetricColumn,
    QuantityColumn,
    OccurredColumn,
    LateColumn,
    PeriodColumn,
    OutcomeColumn,
    ColumnCount
  };

  explicit LateListModel(Connection &connection, QObject *parent = nullptr);

  void setMetric(const QString &metric); ///< empty: all
  [[nodiscard]] const QString &metric() const { return m_metric; }
  [[nodiscard]] bool isFiltered() const override { return !m_metric.isEmpty(); }
  [[nodiscard]] ViewSettings viewSettings() const override;
  void setViewSettings(const ViewSettings &settings) override;
  /// How many match such settings.
  [[nodiscard]] static Result<std::int64_t> countOf(store::Session &session,
                                                    business::AppliedBusiness &business,
                                                    const ViewSettings &settings);
  [[nodiscard]] int decimalsOf(const QString &metric) const;

private:
  Reading reading() const override;
  Counting counting() const override;
  void takeExtra(std::map<QString, int> decimals) override { m_decimals = std::move(decimals); }

  QString m_metric;
  std::map<QString, int> m_decimals; ///< by metric
};

} // namespace tenantry::models

Q_DECLARE_METATYPE(tenantry::usage::LateRow)
