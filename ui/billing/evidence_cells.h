// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/zone.h"
#include <QIdentityProxyModel>
#include <QLocale>

namespace tenantry::ui {

/// Dresses EvidenceModel for CellDelegate.
class EvidenceCells : public QIdentityProxyModel {
  Q_OBJECT

public:
  using QIdentityProxyModel::QIdentityProxyModel;

  /// Of the organization, and of the metric.
  void setForm(const Zone &zone, int decimals, const QLocale &locale);
  QVariant data(const QModelIndex &index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
  [[nodiscard]] QString text(const QModelIndex &source) const;

  Zone m_zone;
  QLocale m_locale;
  int m_decimals = 0;
};

} // namespace tenantry::ui
