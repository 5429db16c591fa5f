// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/charts/chart_data.h"
#include "ui/widgets/table_view.h"
#include <QAbstractTableModel>

namespace tenantry::ui {

/// The figures of a chart as rows: a label and its values.
class ChartTableModel : public QAbstractTableModel {
  Q_OBJECT

public:
  using QAbstractTableModel::QAbstractTableModel;

  void show(const ChartData &data, bool rowPerSeries, const QLocale &locale);
  [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                    int role) const override;

private:
  [[nodiscard]] QString nameOf(bool ofSeries, std::size_t index) const;

  ChartData m_data;
  bool m_rowPerSeries = false;
  QLocale m_locale;
};

/// Stands over the plot it belongs to.
class ChartTable : public TableView {
  Q_OBJECT

public:
  explicit ChartTable(QWidget *parent);

  void setFigures(const ChartData &figures, bool rowPerSeries);

private:
  ChartTableModel m_rows;
};

} // namespace tenantry::ui
