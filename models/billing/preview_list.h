// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/billing/billing_preview.h"
#include "models/billing/preview_query.h"
#include "models/paging/column_rows.h"
#include "models/paging/row_selection.h"
#include "models/views/saved_views.h"
#include <QFuture>

namespace tenantry::models {

/// The invoices of a preview as a list: what narrows it and its order are applied to the packed
/// rows, elsewhere where they are many, and of the result the list holds the pages that are looked
/// at, as one over a table does. Its key of a row is a PreviewRowId. While nothing was computed yet
/// it is loading; where that failed or was given up, asking for rows computes anew.
class PreviewList : public ColumnRows<PreviewRow, int> {
  Q_OBJECT

public:
  using Column = PreviewQuery::Column;

  PreviewList(Connection &connection, RunningWork &work, QObject *parent = nullptr);
  ~PreviewList() override;

  [[nodiscard]] BillingPreview &preview() { return m_preview; }
  [[nodiscard]] const PreviewQuery &query() const { return m_query; }
  void setQuery(const PreviewQuery &query);
  /// Of what is shown, or where several rows are selected of those.
  [[nodiscard]] ShownFindings shownFindings(const RowSelection &selection) const;
  /// The rows that are shown are not yet as the preview has them.
  [[nodiscard]] bool isBehind() const;
  /// Of what was computed: for a chip to choose from.
  [[nodiscard]] QStringList currencies() const;

  [[nodiscard]] ViewSettings viewSettings() const override { return m_query.settings(); }
  void setViewSettings(const ViewSettings &settings) override {
    setQuery(PreviewQuery::of(settings));
  }
  [[nodiscard]] bool isFiltered() const override { return m_query.isFiltered(); }
  [[nodiscard]] bool countsAll() const override { return true; }
  [[nodiscard]] int sortColumn() const override { return m_query.column; }
  [[nodiscard]] Qt::SortOrder sortOrder() const override {
    return m_query.isAscending ? Qt::AscendingOrder : Qt::DescendingOrder;
  }
  [[nodiscard]] bool canSort(int, Qt::SortOrder) const override { return true; }
  void sort(int column, Qt::SortOrder order) override;
  /// How many match such settings of what is computed when it is asked; error
  /// `preview.not_computed` while that is not all of it.
  [[nodiscard]] SavedViews::Counting counting() const;

  [[nodiscard]] Exporting exporting(const QString &path, const QList<int> &columns) const override;
  [[nodiscard]] Walking walking() const override;

private:
  /// Which rows match, in their order.
  struct Order {
    PreviewStore rows;
    PreviewQuery query;
    std::vector<std::uint32_t> places;
    [[nodiscard]] PreviewRow at(std::size_t place) const { return rows.row(int(places[place])); }
  };
  using Ordered = std::shared_ptr<const Order>;
  using Ordering = std::function<Ordered()>;
  class Shelf;

  KeyOf keyOf() const override {
    return [](const PreviewRow &row) { return row.id.toString(); };
  }
  void startReading(int page) override;
  void cancelReading() override;
  void startCounting() override {} ///< a page brings it
  void cancelCounting() override {}
  bool isCounting() const override { return false; }
  [[nodiscard]] Ordering ordering() const;
  [[nodiscard]] bool isAwaited() const;
  void serve(int page);
  void take(int page, quint64 asked, const Ordered &ordered);
  void giveUp(const Error &error);
  void follow();
  void replaceRows();
  void changeRows();

  BillingPreview m_preview;
  std::shared_ptr<Shelf> m_shelf; ///< the rows, for other threads
  PreviewQuery m_query;
  Ordered m_ordered;
  QFuture<Ordered> m_pending;
  int m_waiting = -1;   ///< the page that is wanted before there is a row; −1: none
  QTimer m_growthPause; ///< rows come in bursts
};

} // namespace tenantry::models
