// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/paging/list_export.h"
#include <QKeySequence>
#include <QObject>

class QPushButton;

namespace tenantry::ui {

class TableView;

/// The pane's action and button that write what a list shows to a CSV file: its filter, its order,
/// its columns.
class ExportAction : public QObject {
  Q_OBJECT

public:
  /// `name` begins the name of the file that is proposed: "invoices". A list that is seen beside
  /// another has a key of its own.
  ExportAction(models::Connection &connection, models::RunningWork &work,
               models::PagedListModel &list, const TableView &table, const QString &name,
               QWidget *pane, const QKeySequence &key = Qt::CTRL | Qt::SHIFT | Qt::Key_X);

  [[nodiscard]] QPushButton *button() const { return m_button; }
  void exportTo(const QString &path); ///< refused where what is chosen is not what is shown

private:
  void choosePath();
  void showWhetherPossible();
  [[nodiscard]] QString obstacle() const;
  [[nodiscard]] QList<int> columnsInOrder() const;
  void tell(const QString &what, const QString &where, bool isGood);

  models::Connection &m_connection;
  models::PagedListModel &m_list;
  models::ListExport m_export;
  const TableView &m_table;
  QString m_name;
  QWidget *m_pane;
  QPushButton *m_button;
};

} // namespace tenantry::ui
