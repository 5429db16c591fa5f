// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/home/figure_rows_model.h"

using namespace Qt::StringLiterals;

namespace tenantry::models {

using payments::FigureList;
using payments::FigureRow;
using payments::FigureRows;

namespace {

QString figureCell(const FigureRow &row, int column) {
  switch (column) {
  case FigureRowsModel::OrganizationColumn:
    return row.name;
  case FigureRowsModel::AboutColumn:
    return row.number.isEmpty() ? row.word : u"%1 %2"_s.arg(row.number, row.word).trimmed();
  case FigureRowsModel::DayColumn:
    return row.day ? toIso(*row.day) : toIso(row.at);
  case FigureRowsModel::AmountColumn:
    return row.amount.majorString();
  default:
    return {};
  }
}

} // namespace

FigureRowsModel::FigureRowsModel(Connection &connection, QObject *parent)
    : PagedRows(connection, parent) {}

void FigureRowsModel::show(FigureList list, const payments::MovementSpan &span) {
  m_list = list;
  m_span = span;
  restart(Matching::Other);
  Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

FigureRowsModel::Reading FigureRowsModel::reading() const {
  return [list = m_list,
          span = m_span](store::Session &session, business::AppliedBusiness &business,
                         const std::optional<payments::FigureCursor> &after) -> Result<Page> {
    TENANTRY_TRY(applied, business.current(session));
    const Zone zone = applied->zone();
    TENANTRY_TRY(page, FigureRows(session, zone, list, span).page(pageSize, after));
    return Page{std::move(page), {}};
  };
}

FigureRowsModel::Counting FigureRowsModel::counting() const {
  return [list = m_list, span = m_span](
             store::Session &session, business::AppliedBusiness &business) -> Result<std::int64_t> {
    TENANTRY_TRY(applied, business.current(session));
    const Zone zone = applied->zone();
    return FigureRows(session, zone, list, span).count();
  };
}

FigureRowsModel::KeyOf FigureRowsModel::keyOf() const {
  return [](const FigureRow &row) { return row.id.toString(QUuid::WithoutBraces); };
}

QStringList FigureRowsModel::exportTitles(const QList<int> &columns) const {
  QStringList titles;
  for (const int column : columns)
    titles += headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
  return titles + QStringList{tr("Currency")};
}

FigureRowsModel::Cells FigureRowsModel::exportCells(const QList<int> &columns) const {
  return [columns](const FigureRow &row) {
    QStringList cells;
    for (const int column : columns)
      cells += figureCell(row, column);
    return cells + QStringList{row.amount.currency().code()};
  };
}

QStringList FigureRowsModel::columnKeys() const {
  return {u"organization"_s, u"about"_s, u"day"_s, u"amount"_s};
}

int FigureRowsModel::columnCount(const QModelIndex &parent) const {
  return parent.isValid() ? 0 : ColumnCount;
}

QVariant FigureRowsModel::data(const QModelIndex &index, int role) const {
  const auto *row = rowAt(index);
  if (!row)
    return {};
  if (role == RowRole)
    return QVariant::fromValue(*row);
  return role == Qt::DisplayRole ? QVariant(figureCell(*row, index.column())) : QVariant();
}

QVariant FigureRowsModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
    return QAbstractTableModel::headerData(section, orientation, role);
  const auto day = [this] {
    switch (m_list) {
    case FigureList::Received:
      return tr("Received");
    case FigureList::Failed:
      return tr("Failed on");
    case FigureList::Renewals:
      return tr("Period ends");
    case FigureList::Attention:
      return tr("Since");
    case FigureList::Movements:
      return tr("On");
    }
    return QString();
  };
  const bool isOfMrr = m_list == FigureList::Renewals || m_list == FigureList::Attention ||
                       m_list == FigureList::Movements;
  const QStringList titles{tr("Organization"),
                           m_list == FigureList::Attention ? tr("Why") : tr("About"), day(),
                           isOfMrr                          ? tr("MRR")
                           : m_list == FigureList::Received ? tr("Paid")
                                                            : tr("Amount due")};
  return titles.value(section);
}

} // namespace tenantry::models
