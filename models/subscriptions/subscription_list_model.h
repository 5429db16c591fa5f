// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/paging/paged_rows.h"
#include "services/subscriptions/listing.h"

namespace tenantry::models {

/// What narrows the list of subscriptions.
struct SubscriptionFilter {
  std::optional<subscriptions::Status> status{};
  QString planId{};           ///< empty: any
  int renewsWithin = 0;       ///< days from now on; 0: whenever
  bool scheduledOnly = false; ///< a change waits for the period's end
  bool operator==(const SubscriptionFilter &) const = default;
};

/// What the business sells, as far as the list says or offers it.
struct SoldItems {
  std::map<QString, QString> planNames; ///< by id
  bool hasAddons = false;
};

/// Subscriptions of all organizations in the order of their renewal, page by page; the key of a row
/// is "organization/subscription". Without a status it has those that have not ended.
class SubscriptionListModel
    : public PagedRows<subscriptions::ListRow, subscriptions::ListCursor, SoldItems> {
  Q_OBJECT

public:
  enum Column {
    OrganizationColumn,
    PlanColumn,
    StatusColumn,
    MrrColumn,
    IntervalColumn,
    RenewalColumn,
    ScheduledColumn,
    ColumnCount
  };

  explicit SubscriptionListModel(Connection &connection, QObject *parent = nullptr);

  void setFilter(const SubscriptionFilter &filter);
  [[nodiscard]] const SubscriptionFilter &filter() const { return m_filter; }
  [[nodiscard]] bool isFiltered() const override { return !(m_filter == SubscriptionFilter()); }
  [[nodiscard]] ViewSettings viewSettings() const override;
  void setViewSettings(const ViewSettings &settings) override;
  /// How many match such settings.
  [[nodiscard]] static Result<std::int64_t> countOf(store::Session &session,
                                                    business::AppliedBusiness &business,
                                                    const ViewSettings &settings);
  /// Once a page came.
  [[nodiscard]] const SoldItems &sold() const { return m_sold; }
  [[nodiscard]] QString planName(const QString &id) const;
  [[nodiscard]] int sortColumn() const override { return RenewalColumn; }
  [[nodiscard]] Qt::SortOrder sortOrder() const override;

  /// By the renewal alone; another column changes nothing.
  void sort(int column, Qt::SortOrder order) override;

private:
  Reading reading() const override;
  Counting counting() const override;
  KeyOf keyOf() const override;
  void takeExtra(SoldItems sold) override { m_sold = std::move(sold); }

  SubscriptionFilter m_filter;
  bool m_ascending = true;
  SoldItems m_sold;
};

} // namespace tenantry::models

Q_DECLARE_METATYPE(tenantry::subscriptions::ListRow)
