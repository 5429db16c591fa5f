// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QtCore/qnamespace.h>

namespace tenantry::models {

/// What OrganizationListModel says of a row, in any column. A row that is not there at the moment
/// has no valid values.
enum OrganizationRole {
  OrganizationIdRole = Qt::UserRole + 1, ///< QString
  NameRole,                              ///< QString
  SecondLineTextRole,                    ///< QString: web address, else e-mail
  PlanNameRole,                          ///< QString, empty: none
  PlanIdRole,                            ///< QString
  StatusRole,                            ///< int, an organizations::Status
  SubscriptionStatusRole,                ///< QString as stored, empty: none
  MrrRole,                               ///< tenantry::Money, rounded; invalid: none
  CreatedRole,                           ///< tenantry::Instant
};

} // namespace tenantry::models
