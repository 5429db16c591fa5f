// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/paging/paged_rows.h"
#include "services/payments/contradiction_listing.h"

namespace tenantry::models {

/// What providers contradict and a person ends, over all organizations, page by page in the one
/// order that it has: the longest first. The key of a row is the id of what is contradicted.
class ContradictionListModel
    : public PagedRows<payments::Contradiction, payments::ContradictionCursor> {
  Q_OBJECT

public:
  enum Column { CustomerColumn, KindColumn, AmountColumn, SaysColumn, SinceColumn, ColumnCount };

  explicit ContradictionListModel(Connection &connection, QObject *parent = nullptr);

  void setFilter(const payments::ContradictionFilter &filter);
  [[nodiscard]] const payments::ContradictionFilter &filter() const { return m_filter; }
  [[nodiscard]] bool isFiltered() const override {
    return !(m_filter == payments::ContradictionFilter());
  }
  [[nodiscard]] ViewSettings viewSettings() const override;
  void setViewSettings(const ViewSettings &settings) override;
  /// How many match such settings.
  [[nodiscard]] static Result<std::int64_t> countOf(store::Session &session,
                                                    business::AppliedBusiness &business,
                                                    const ViewSettings &settings);
  [[nodiscard]] int sortColumn() const override { return SinceColumn; }
  [[nodiscard]] Qt::SortOrder sortOrder() const override { return Qt::AscendingOrder; }

private:
  Reading reading() const override;
  Counting counting() const override;
  KeyOf keyOf() const override;

  payments::ContradictionFilter m_filter;
};

} // namespace tenantry::models

Q_DECLARE_METATYPE(tenantry::payments::Contradiction)
