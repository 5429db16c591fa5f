// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/paging/paged_rows.h"
#include "services/payments/figure_rows.h"

namespace tenantry::models {

/// The rows behind a figure of the home, page by page, in the one order that it has.
class FigureRowsModel : public PagedRows<payments::FigureRow, payments::FigureCursor> {
  Q_OBJECT

public:
  enum Column { OrganizationColumn, AboutColumn, DayColumn, AmountColumn, ColumnCount };

  explicit FigureRowsModel(Connection &connection, QObject *parent = nullptr);

  /// Which rows there are is read only now.
  void show(payments::FigureList list, const payments::MovementSpan &span = {});
  [[nodiscard]] payments::FigureList list() const { return m_list; }
  [[nodiscard]] const payments::MovementSpan &span() const { return m_span; }

  /// Nothing narrows them.
  [[nodiscard]] bool isFiltered() const override { return false; }
  [[nodiscard]] ViewSettings viewSettings() const override { return {}; }
  void setViewSettings(const ViewSettings &) override {}

private:
  Reading reading() const override;
  Counting counting() const override;
  KeyOf keyOf() const override;
  void describe();
  [[nodiscard]] QString dayTitle() const;

  payments::FigureList m_list = payments::FigureList::Received;
  payments::MovementSpan m_span;
};

} // namespace tenantry::models

Q_DECLARE_METATYPE(tenantry::payments::FigureRow)
