// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/clock.h"
#include "services/core/zone.h"
#include <QIdentityProxyModel>

namespace tenantry::ui {

/// Dresses DunningListModel for CellDelegate.
class DunningCells : public QIdentityProxyModel {
  Q_OBJECT

public:
  /// Days are those of that zone; the clock outlives the cells.
  DunningCells(const Clock &clock, Zone zone, QObject *parent)
      : QIdentityProxyModel(parent), m_clock(clock), m_zone(std::move(zone)) {}

  QVariant data(const QModelIndex &index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
  const Clock &m_clock;
  Zone m_zone;
};

} // namespace tenantry::ui
