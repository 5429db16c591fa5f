// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/clock.h"
#include <QIdentityProxyModel>

namespace tenantry::ui {

/// Dresses InvoiceListModel for CellDelegate.
class InvoiceCells : public QIdentityProxyModel {
  Q_OBJECT

public:
  using QIdentityProxyModel::QIdentityProxyModel;

  void setToday(LocalDay today) { m_today = today; } ///< of the customer: what is overdue
  QVariant data(const QModelIndex &index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
  LocalDay m_today{};
};

} // namespace tenantry::ui
