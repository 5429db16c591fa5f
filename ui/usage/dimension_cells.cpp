// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/usage/dimension_cells.h"
#include "ui/widgets/cell_roles.h"
#include "ui/widgets/format.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using business::Aggregation;
using models::DimensionLine;
using models::DimensionListModel;
using Kind = usage::DimensionRow::Kind;

namespace {

QString valueOf(const DimensionLine &row) {
  const auto text = models::textOf(row);
  return text.isEmpty() ? DimensionCells::tr("“” (an empty text)") : text;
}

QVariant barOf(const DimensionLine &row, int role) {
  if (row.share < 0)
    return role == Qt::DisplayRole ? QVariant(u"–"_s) : QVariant();
  switch (role) {
  case Qt::DisplayRole:
    return formatShare(double(row.share) / 1000, QLocale(), 1);
  case ShareRole:
    return std::min(1.0, double(row.share) / 1000);
  case StateDotRole:
    return row.kind == Kind::Value;
  default:
    return {};
  }
}

QString shareHint(const business::Metric &metric) {
  switch (metric.aggregation) {
  case Aggregation::Max:
    return DimensionCells::tr("Highest of the value ÷ highest of all; several may reach it.");
  case Aggregation::Unique:
    return DimensionCells::tr("Distinct ones with the value ÷ all distinct ones; one may be with "
                              "several values.");
  case Aggregation::Last:
    return DimensionCells::tr("None: what was said last of a value is no part of another one.");
  case Aggregation::Sum:
    break;
  }
  return DimensionCells::tr("Quantity of the value ÷ quantity of all.");
}

QString quantityHint(const business::Metric &metric) {
  switch (metric.aggregation) {
  case Aggregation::Max:
    return DimensionCells::tr("The highest of its events, less what was corrected.");
  case Aggregation::Unique:
    return DimensionCells::tr("How many distinct values of “%1” its events have; corrected ones do "
                              "not count.")
        .arg(metric.of);
  case Aggregation::Last:
    return DimensionCells::tr("The last of its events, less what was corrected.");
  case Aggregation::Sum:
    break;
  }
  return DimensionCells::tr("The sum of its events, less what was corrected.");
}

} // namespace

business::Metric DimensionCells::metric() const {
  if (const auto *words = m_list.words())
    if (const auto found = words->metrics.find(words->metric); found != words->metrics.end())
      return found->second;
  return {};
}

bool DimensionCells::isQuantity(int column) const {
  return column != DimensionListModel::ValueColumn;
}

QVariant DimensionCells::cell(const DimensionLine &row, int column, int role) const {
  if (column == DimensionListModel::ShareColumn)
    return barOf(row, role);
  if (role != Qt::DisplayRole)
    return {};
  switch (column) {
  case DimensionListModel::ValueColumn:
    return valueOf(row);
  case DimensionListModel::QuantityColumn:
    return formatQuantity(row.quantity, metric().decimals, QLocale());
  case DimensionListModel::EventsColumn:
    return formatNumber(row.events, QLocale());
  default:
    return {};
  }
}

QVariant DimensionCells::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation == Qt::Horizontal && role == Qt::ToolTipRole) {
    switch (section) {
    case DimensionListModel::ShareColumn:
      return shareHint(metric());
    case DimensionListModel::QuantityColumn:
      return quantityHint(metric());
    case DimensionListModel::EventsColumn:
      return tr("How many events have the value; corrections of one too.");
    default:
      break;
    }
  }
  return RowCells::headerData(section, orientation, role);
}

} // namespace tenantry::ui
