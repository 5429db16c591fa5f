// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/usage/late_list_model.h"

using namespace Qt::StringLiterals;

namespace tenantry::models {

using usage::LateOutcome;
using usage::LateRow;

namespace {

QString outcomeKey(LateOutcome outcome) {
  switch (outcome) {
  case LateOutcome::OnItsInvoice:
    return u"on_its_invoice"_s;
  case LateOutcome::Billed:
    return u"billed"_s;
  case LateOutcome::Waits:
    return u"waits"_s;
  case LateOutcome::NoCharge:
    return u"no_charge"_s;
  case LateOutcome::Free:
    break;
  }
  return u"free"_s;
}

QString lateCell(const LateRow &row, int column) {
  switch (column) {
  case LateListModel::OrganizationColumn:
    return row.organizationName;
  case LateListModel::MetricColumn:
    return row.metric;
  case LateListModel::QuantityColumn:
    return QString::number(row.quantity);
  case LateListModel::OccurredColumn:
    return toIso(row.occurredAt);
  case LateListModel::LateColumn:
    return toIso(row.recordedAt);
  case LateListModel::PeriodColumn:
    return u"%1/%2"_s.arg(toIso(row.days.from), toIso(row.days.to));
  case LateListModel::OutcomeColumn:
    return row.invoice.isEmpty() ? outcomeKey(row.outcome)
                                 : u"%1 %2"_s.arg(outcomeKey(row.outcome), row.invoice);
  default:
    return {};
  }
}

} // namespace

LateListModel::LateListModel(Connection &connection, QObject *parent)
    : PagedRows(connection, parent) {}

void LateListModel::setMetric(const QString &metric) {
  if (metric == m_metric)
    return;
  m_metric = metric;
  restart(Matching::Other);
}

PagedListModel::ViewSettings LateListModel::viewSettings() const {
  return m_metric.isEmpty() ? ViewSettings() : ViewSettings{{u"metric"_s, m_metric}};
}

void LateListModel::setViewSettings(const ViewSettings &settings) {
  setMetric(settings.value(u"metric"_s));
}

LateListModel::Reading LateListModel::reading() const {
  return [metric = m_metric](store::Session &session, business::AppliedBusiness &business,
                             const std::optional<usage::LateCursor> &after) -> Result<Page> {
    TENANTRY_TRY(applied, business.current(session));
    TENANTRY_TRY(page, usage::LateListing(session, business).page(metric, pageSize, after));
    std::map<QString, int> decimals;
    for (const auto &[id, one] : applied->business.metrics)
      decimals[id] = one.decimals;
    return Page{std::move(page), std::move(decimals)};
  };
}

LateListModel::Counting LateListModel::counting() const {
  return [metric = m_metric](store::Session &session, business::AppliedBusiness &business) {
    return usage::LateListing(session, business).count(metric);
  };
}

int LateListModel::decimalsOf(const QString &metric) const {
  const auto known = m_decimals.find(metric);
  return known == m_decimals.end() ? 0 : known->second;
}

QStringList LateListModel::exportTitles(const QList<int> &columns) const {
  QStringList titles;
  for (const int column : columns)
    titles += headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
  return titles + QStringList{tr("Key")};
}

LateListModel::Cells LateListModel::exportCells(const QList<int> &columns) const {
  return [columns](const LateRow &row) {
    QStringList cells;
    for (const int column : columns)
      cells += lateCell(row, column);
    return cells + QStringList{row.id.key};
  };
}

QStringList LateListModel::columnKeys() const {
  return {u"organization"_s, u"metric"_s, u"quantity"_s, u"occurred"_s,
          u"late"_s,         u"period"_s, u"outcome"_s};
}

int LateListModel::columnCount(const QModelIndex &parent) const {
  return parent.isValid() ? 0 : ColumnCount;
}

QVariant LateListModel::data(const QModelIndex &index, int role) const {
  const auto *row = rowAt(index);
  if (!row)
    return {};
  if (role == RowRole)
    return QVariant::fromValue(*row);
  return role == Qt::DisplayRole ? QVariant(lateCell(*row, index.column())) : QVariant();
}

QVariant LateListModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
    return QAbstractTableModel::headerData(section, orientation, role);
  const QStringList titles{tr("Organization"), tr("Metric"), tr("Quantity"),         tr("Happened"),
                           tr("Came"),         tr("Period"), tr("What became of it")};
  return titles.value(section);
}

} // namespace tenantry::models
