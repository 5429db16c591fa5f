// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/timeline/timeline_list_model.h"
#include "services/core/zone.h"
#include "ui/organizations/timeline_words.h"
#include <QIdentityProxyModel>

namespace tenantry::ui {

/// Dresses TimelineListModel for CellDelegate.
class TimelineCells : public QIdentityProxyModel {
  Q_OBJECT

public:
  /// The list outlives the cells.
  TimelineCells(models::TimelineListModel &list, Zone zone, QObject *parent);

  QVariant data(const QModelIndex &index, int role) const override;
  void setZone(Zone zone) { m_zone = std::move(zone); }

private:
  [[nodiscard]] QVariant what(const audit::TimelineRow &row, int role) const;
  [[nodiscard]] TimelineText text(const audit::TimelineRow &row) const;
  [[nodiscard]] QStringList details(const audit::TimelineRow &row) const;

  const models::TimelineListModel &m_list;
  Zone m_zone;
};

} // namespace tenantry::ui
