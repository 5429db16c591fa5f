// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/billing/finding_chip.h"
#include <QSortFilterProxyModel>

namespace tenantry::ui {

/// PreviewModel filtered by name and finding, sorted, and dressed for CellDelegate.
class PreviewRows : public QSortFilterProxyModel {
  Q_OBJECT

public:
  explicit PreviewRows(QObject *parent = nullptr);

  void setFinding(FindingFilter filter);

  QVariant data(const QModelIndex &index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
  bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
  FindingFilter m_finding = FindingFilter::All;
};

} // namespace tenantry::ui
