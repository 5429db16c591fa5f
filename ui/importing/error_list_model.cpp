// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/error_list_model.h"

#include "ui/widgets/refusal_text.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui {

void ErrorListModel::setErrors(std::vector<Error> errors) {
  beginResetModel();
  m_errors = std::move(errors);
  endResetModel();
}

int ErrorListModel::rowCount(const QModelIndex &parent) const {
  return parent.isValid() ? 0 : int(m_errors.size());
}

int ErrorListModel::columnCount(const QModelIndex &parent) const {
  return parent.isValid() ? 0 : ColumnCount;
}

QVariant ErrorListModel::data(const QModelIndex &index, int role) const {
  if (!index.isValid() || role != Qt::DisplayRole)
    return {};
  const auto &error = m_errors[std::size_t(index.row())];
  switch (index.column()) {
  case PlaceColumn:
    return error.place.line > 0 ? u"%1:%2"_s.arg(error.place.file).arg(error.place.line)
                                : error.place.file;
  case FieldColumn:
    return error.place.column > 0 ? tr("character %1").arg(error.place.column) : error.place.field;
  case MessageColumn:
    return said(error);
  default:
    return error.code;
  }
}

QVariant ErrorListModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
    return QAbstractTableModel::headerData(section, orientation, role);
  const QStringList titles{tr("Line"), tr("Column"), tr("What is wrong"), tr("Code")};
  return titles.value(section);
}

} // namespace tenantry::ui
