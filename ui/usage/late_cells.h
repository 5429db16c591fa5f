// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/usage/late_list_model.h"
#include "services/core/zone.h"
#include <QIdentityProxyModel>

namespace tenantry::ui {

/// Dresses LateListModel for CellDelegate.
class LateCells : public QIdentityProxyModel {
  Q_OBJECT

public:
  /// The list outlives the cells.
  LateCells(models::LateListModel &list, Zone zone, QObject *parent);

  QVariant data(const QModelIndex &index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
  [[nodiscard]] QString text(const usage::LateRow &row, int column) const;

  const models::LateListModel &m_list;
  const Zone m_zone;
};

/// "INV-2026-000012 bills it", "waits for the next invoice".
[[nodiscard]] QString outcomeWord(const usage::LateRow &row);
/// How long after the end of its part it came: "3 h late", "12 days late".
[[nodiscard]] QString latenessWord(const usage::LateRow &row);

} // namespace tenantry::ui
