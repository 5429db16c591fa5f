// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/home/figure_rows_model.h"

using namespace Qt::StringLiterals;

namespace tenantry::models {

using payments::FigureList;
using payments::FigureRow;
using payments::FigureRows;

FigureRowsModel::FigureRowsModel(Connection &connection, QObject *parent)
    : PagedRows(connection, parent) {
  describe();
}

QString FigureRowsModel::dayTitle() const {
  switch (m_list) {
  case FigureList::Received:
    return tr("Received");
  case FigureList::Failed:
    return tr("Failed on");
  case FigureList::Renewals:
    return tr("Period ends");
  case FigureList::Attention:
    return tr("Customer since");
  case FigureList::Movements:
    return tr("On");
  }
  return {};
}

void FigureRowsModel::describe() {
  const bool isOfMrr = m_list == FigureList::Renewals || m_list == FigureList::Attention ||
                       m_list == FigureList::Movements;
  setColumns(
      {{u"organization"_s, tr("Organization"), [](const FigureRow &row) { return row.name; }},
       {u"about"_s, m_list == FigureList::Attention ? tr("Why") : tr("About"),
        [](const FigureRow &row) {
          return row.number.isEmpty() ? row.word : u"%1 %2"_s.arg(row.number, row.word).trimmed();
        }},
       {u"day"_s, dayTitle(),
        [](const FigureRow &row) { return row.day ? toIso(*row.day) : toIso(row.at); }},
       {u"amount"_s,
        isOfMrr                          ? tr("MRR")
        : m_list == FigureList::Received ? tr("Paid")
                                         : tr("Amount due"),
        [](const FigureRow &row) { return row.amount.majorString(); }}},
      {{{}, tr("Currency"), [](const FigureRow &row) { return row.amount.currency().code(); }}});
}

void FigureRowsModel::show(FigureList list, const payments::MovementSpan &span) {
  forget();
  m_list = list;
  m_span = span;
  describe();
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

} // namespace tenantry::models
