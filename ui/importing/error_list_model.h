// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/result.h"
#include <QAbstractTableModel>

namespace tenantry::ui {

/// The bad rows of an import, dressed for CellDelegate: where, what, code.
class ErrorListModel : public QAbstractTableModel {
  Q_OBJECT

public:
  enum Column { PlaceColumn, FieldColumn, MessageColumn, CodeColumn, ColumnCount };

  using QAbstractTableModel::QAbstractTableModel;

  void setErrors(std::vector<Error> errors);

  int rowCount(const QModelIndex &parent = {}) const override;
  int columnCount(const QModelIndex &parent = {}) const override;
  QVariant data(const QModelIndex &index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
  std::vector<Error> m_errors;
};

} // namespace tenantry::ui
