// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/home/figure_rows_model.h"
#include "services/core/zone.h"
#include <QIdentityProxyModel>

namespace tenantry::ui {

/// Dresses FigureRowsModel for CellDelegate; days are those of the zone.
class FigureCells : public QIdentityProxyModel {
  Q_OBJECT

public:
  FigureCells(models::FigureRowsModel &rows, Zone zone, QObject *parent);

  QVariant data(const QModelIndex &index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
  models::FigureRowsModel &m_rows;
  Zone m_zone;
};

} // namespace tenantry::ui
