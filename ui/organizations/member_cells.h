// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/zone.h"
#include <QSortFilterProxyModel>

namespace tenantry::ui {

/// Dresses MemberList for CellDelegate, narrowed to those that have a text in name, e-mail, team or
/// role.
class MemberCells : public QSortFilterProxyModel {
  Q_OBJECT

public:
  using QSortFilterProxyModel::QSortFilterProxyModel;

  void setZone(const Zone &zone) { m_zone = zone; } ///< of the organization
  void setSearch(const QString &text);
  [[nodiscard]] const QString &search() const { return m_search; }
  QVariant data(const QModelIndex &index, int role) const override;

protected:
  bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
  Zone m_zone;
  QString m_search;
};

} // namespace tenantry::ui
