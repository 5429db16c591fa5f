// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/billing/preview_rows.h"
#include "models/billing/preview_model.h"
#include "ui/billing/finding_words.h"
#include "ui/widgets/cell_delegate.h"

namespace tenantry::ui {

using models::PreviewModel;

namespace {

CellKind previewCellKind(int column) {
  switch (column) {
  case PreviewModel::NameColumn:
    return CellKind::Text;
  case PreviewModel::FindingColumn:
    return CellKind::Finding;
  case PreviewModel::IssuedColumn:
    return CellKind::Date;
  case PreviewModel::ChangeColumn:
    return CellKind::Delta;
  default:
    return CellKind::Money;
  }
}

/// A rise is worth a look, a fall more so: in billing neither is good by itself.
Tone changeTone(const QVariant &change) {
  return change.toDouble() < 0 ? Tone::Danger : Tone::Warning;
}

billing::Finding findingOf(const QModelIndex &index) {
  return index.data(models::PreviewFindingRole).value<billing::Finding>();
}

} // namespace

PreviewRows::PreviewRows(QObject *parent) : QSortFilterProxyModel(parent) {
  setFilterKeyColumn(PreviewModel::NameColumn);
  setFilterCaseSensitivity(Qt::CaseInsensitive);
  setSortRole(models::PreviewSortRole);
}

void PreviewRows::setFinding(FindingFilter filter) {
  m_finding = filter;
  invalidateFilter();
}

bool PreviewRows::filterAcceptsRow(int row, const QModelIndex &parent) const {
  return isOf(m_finding, static_cast<const PreviewModel *>(sourceModel())->row(row)) &&
         QSortFilterProxyModel::filterAcceptsRow(row, parent);
}

QVariant PreviewRows::data(const QModelIndex &index, int role) const {
  switch (role) {
  case KindRole:
    return int(previewCellKind(index.column()));
  case MoneyRole:
    return QSortFilterProxyModel::data(index, models::PreviewAmountRole);
  case DayRole:
    return QSortFilterProxyModel::data(index, models::PreviewIssuedRole);
  case DeltaRole:
    return QSortFilterProxyModel::data(index, models::PreviewChangeRole);
  case ThresholdRole:
    return billing::findingPercent;
  case ToneRole:
    return index.column() == PreviewModel::FindingColumn
               ? int(findingTone(findingOf(index)))
               : int(index.column() == PreviewModel::ChangeColumn
                         ? changeTone(index.data(models::PreviewChangeRole))
                         : Tone::Text);
  case Qt::DisplayRole:
    return index.column() == PreviewModel::FindingColumn ? findingText(findingOf(index), QLocale())
                                                         : QSortFilterProxyModel::data(index, role);
  case StrongRole:
    return index.column() == PreviewModel::TotalColumn;
  default:
    return QSortFilterProxyModel::data(index, role);
  }
}

QVariant PreviewRows::headerData(int section, Qt::Orientation orientation, int role) const {
  if (role == Qt::TextAlignmentRole && orientation == Qt::Horizontal &&
      isRightAligned(previewCellKind(section)))
    return int(Qt::AlignRight | Qt::AlignVCenter);
  return QSortFilterProxyModel::headerData(section, orientation, role);
}

} // namespace tenantry::ui
