// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/bulk/bulk_act.h"
#include <QDialog>
#include <QStandardItemModel>

namespace tenantry::ui {

class TableView;

/// The rows that an action failed for, each with its reason; to be copied or saved for a
/// spreadsheet.
class ReportDialog : public QDialog {
  Q_OBJECT

public:
  ReportDialog(const QString &what, std::vector<models::FailedRow> failed, QWidget *window);

  [[nodiscard]] TableView *table() const { return m_table; }
  void saveTo(const QString &path); ///< off the GUI thread
  void copy();                      ///< to the clipboard

Q_SIGNALS:
  void saved(const QString &path);
  void failed(const tenantry::Error &error);

private:
  void choosePath();

  const std::vector<models::FailedRow> m_failed;
  QStandardItemModel m_rows;
  TableView *m_table;
};

} // namespace tenantry::ui
