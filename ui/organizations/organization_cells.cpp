// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organizations/organization_cells.h"
#include "models/organizations/organization_list_model.h"
#include "ui/organizations/words.h"
#include "ui/widgets/cell_roles.h"

namespace tenantry::ui {

using models::OrganizationListModel;

namespace {

CellKind organizationCellKind(int column) {
  switch (column) {
  case OrganizationListModel::NameColumn:
    return CellKind::TwoLine;
  case OrganizationListModel::PlanColumn:
  case OrganizationListModel::StatusColumn:
    return CellKind::Badge;
  case OrganizationListModel::MrrColumn:
    return CellKind::Money;
  default:
    return CellKind::Date;
  }
}

QVariant planCell(const QModelIndex &source, int role) {
  if (role == Qt::DisplayRole)
    return source.data(models::PlanNameRole);
  return role == ToneRole ? QVariant(int(planTone(source.data(models::PlanIdRole).toString())))
                          : QVariant();
}

QVariant statusCell(const QModelIndex &source, int role) {
  const auto value = source.data(models::StatusRole);
  if (!value.isValid())
    return {};
  return badgeCell(statusLook(static_cast<organizations::Status>(value.toInt()),
                              source.data(models::SubscriptionStatusRole).toString()),
                   role);
}

QVariant dayCell(const QModelIndex &source) {
  const auto created = source.data(models::CreatedRole);
  return created.isValid() ? QVariant::fromValue(Zone().dayOf(created.value<Instant>()))
                           : QVariant();
}

} // namespace

QVariant OrganizationCells::data(const QModelIndex &index, int role) const {
  const auto source = mapToSource(index);
  if (role == KindRole)
    return int(organizationCellKind(index.column()));
  if (role == HideMinorUnitsRole)
    return true;
  switch (index.column()) {
  case OrganizationListModel::NameColumn:
    return role == SecondLineRole
               ? withoutScheme(source.data(models::SecondLineTextRole).toString())
               : source.data(role);
  case OrganizationListModel::PlanColumn:
    return planCell(source, role);
  case OrganizationListModel::StatusColumn:
    return statusCell(source, role);
  case OrganizationListModel::MrrColumn:
    return role == MoneyRole ? source.data(models::MrrRole) : QVariant();
  default:
    return role == DayRole ? dayCell(source) : QVariant();
  }
}

QVariant OrganizationCells::headerData(int section, Qt::Orientation orientation, int role) const {
  if (role == Qt::TextAlignmentRole && orientation == Qt::Horizontal &&
      section == OrganizationListModel::MrrColumn)
    return int(Qt::AlignRight | Qt::AlignVCenter);
  return QIdentityProxyModel::headerData(section, orientation, role);
}

} // namespace tenantry::ui
