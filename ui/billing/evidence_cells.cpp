// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/billing/evidence_cells.h"
#include "models/billing/evidence_model.h"
#include "ui/widgets/cell_roles.h"
#include "ui/widgets/format.h"

namespace tenantry::ui {

using models::EvidenceModel;

void EvidenceCells::setForm(const Zone &zone, int decimals, const QLocale &locale) {
  m_zone = zone;
  m_decimals = decimals;
  m_locale = locale;
}

QString EvidenceCells::text(const QModelIndex &source) const {
  if (!source.data(models::EvidenceAtRole).isValid())
    return {};
  switch (source.column()) {
  case EvidenceModel::AtColumn:
    return formatInstant(source.data(models::EvidenceAtRole).value<Instant>(), m_zone, m_locale);
  case EvidenceModel::RecordedColumn:
    return formatInstant(source.data(models::EvidenceRecordedRole).value<Instant>(), m_zone,
                         m_locale);
  case EvidenceModel::KeyColumn:
    return source.data(models::EvidenceKeyRole).toString();
  case EvidenceModel::DimensionsColumn:
    return source.data(models::EvidenceDimensionsRole).toString();
  default:
    return formatQuantity(source.data(models::EvidenceQuantityRole).toLongLong(), m_decimals,
                          m_locale);
  }
}

QVariant EvidenceCells::data(const QModelIndex &index, int role) const {
  const auto source = mapToSource(index);
  const bool isQuantity = index.column() == EvidenceModel::QuantityColumn;
  // Whole quantities stand in a column of numbers; those with decimals are text.
  if (role == KindRole)
    return int(isQuantity && m_decimals == 0 ? CellKind::Number : CellKind::Text);
  if (role == NumberRole && isQuantity)
    return source.data(models::EvidenceQuantityRole);
  return role == Qt::DisplayRole ? QVariant(text(source)) : QVariant();
}

QVariant EvidenceCells::headerData(int section, Qt::Orientation orientation, int role) const {
  if (role == Qt::TextAlignmentRole && orientation == Qt::Horizontal && m_decimals == 0 &&
      section == EvidenceModel::QuantityColumn)
    return int(Qt::AlignRight | Qt::AlignVCenter);
  return QIdentityProxyModel::headerData(section, orientation, role);
}

} // namespace tenantry::ui
