// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/ledger/book_export.h"
#include <QList>

class QAction;
class QPushButton;

namespace tenantry::ui {

/// The button that writes the books to CSV files: of a month its journal, what customers owed at
/// its end and were owed, what came in, its revenue and tax by document and how MRR moved; and the
/// revenue to come.
class BookExportMenu : public QObject {
  Q_OBJECT

public:
  BookExportMenu(models::Connection &connection, models::RunningWork &work, QWidget *pane);

  void setMonth(std::chrono::year_month month);
  [[nodiscard]] QPushButton *button() const { return m_button; }
  [[nodiscard]] QList<QAction *> actions() const { return m_actions; }
  /// Why this login may not; empty: it may.
  void setBlocked(const QString &reason);
  void exportTo(models::BookExport::Kind kind, const QString &path);
  [[nodiscard]] models::BookExport &exporting() { return m_export; }

private:
  [[nodiscard]] LocalDay itemsDay() const; ///< today where the month is not over
  [[nodiscard]] QString fileName(models::BookExport::Kind kind) const;
  void choosePath(models::BookExport::Kind kind);
  void showWhetherPossible();
  void tell(const QString &what, const QString &where, bool isGood);

  models::Connection &m_connection;
  models::BookExport m_export;
  std::chrono::year_month m_month{};
  QString m_blocked;
  QWidget *m_pane;
  QPushButton *m_button;
  QList<QAction *> m_actions; ///< in the order of Kind
};

} // namespace tenantry::ui
