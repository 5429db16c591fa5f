// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_table.h"

namespace tenantry::ui {

void ChartTableModel::show(const ChartData &data, bool rowPerSeries, const QLocale &locale) {
  beginResetModel();
  m_data = data;
  m_rowPerSeries = rowPerSeries;
  m_locale = locale;
  endResetModel();
}

int ChartTableModel::rowCount(const QModelIndex &parent) const {
  if (parent.isValid())
    return 0;
  return int(m_rowPerSeries ? m_data.series.size() : m_data.labels.size());
}

int ChartTableModel::columnCount(const QModelIndex &parent) const {
  if (parent.isValid())
    return 0;
  return 1 + int(m_rowPerSeries ? m_data.labels.size() : m_data.series.size());
}

QString ChartTableModel::nameOf(bool ofSeries, std::size_t index) const {
  if (!ofSeries)
    return m_data.labels[index].text;
  const auto &name = m_data.series[index].name;
  return name.isEmpty() ? m_data.title : name;
}

QVariant ChartTableModel::data(const QModelIndex &index, int role) const {
  if (role == Qt::TextAlignmentRole && index.column() > 0)
    return int(Qt::AlignRight | Qt::AlignVCenter);
  if (role != Qt::DisplayRole)
    return {};
  const auto row = std::size_t(index.row());
  if (index.column() == 0)
    return nameOf(m_rowPerSeries, row);
  const auto column = std::size_t(index.column() - 1);
  return m_rowPerSeries ? m_data.valueText(row, column, m_locale)
                        : m_data.valueText(column, row, m_locale);
}

QVariant ChartTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal)
    return {};
  if (role == Qt::TextAlignmentRole && section > 0)
    return int(Qt::AlignRight | Qt::AlignVCenter);
  if (role != Qt::DisplayRole)
    return {};
  return section == 0 ? m_data.labelsName : nameOf(!m_rowPerSeries, std::size_t(section - 1));
}

ChartTable::ChartTable(QWidget *parent) : TableView({}, RowDensity::OneLine, parent) {
  setModel(&m_rows);
}

void ChartTable::setFigures(const ChartData &figures, bool rowPerSeries) {
  setAccessibleName(figures.title);
  m_rows.show(figures, rowPerSeries, locale());
  setStretchColumn(0);
  for (int column = 1; column < m_rows.columnCount(); ++column) {
    QString widest;
    for (int row = 0; row < m_rows.rowCount(); ++row)
      if (const auto text = m_rows.index(row, column).data().toString();
          text.size() > widest.size())
        widest = text;
    fitColumn(column, widest);
  }
  setCurrentIndex(m_rows.index(0, 0));
}

} // namespace tenantry::ui
