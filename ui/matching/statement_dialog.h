// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/matching/statement_import.h"
#include <QDialog>

class QLineEdit;
class QPushButton;

namespace tenantry::ui {

class Card;
class ErrorListModel;
class FormField;
class Label;
class ProgressLine;
class TableView;

/// Imports a bank statement: the file, what a dry run says of it (entries, sums, what is known
/// already, what would be paid, errors with their lines), then the import.
class StatementDialog : public QDialog {
  Q_OBJECT

public:
  StatementDialog(models::Connection &connection, models::RunningWork &work, QWidget *window);

  void openFile(const QString &path);
  [[nodiscard]] models::StatementImport &importing() { return m_import; }
  [[nodiscard]] QPushButton *confirmation() const { return m_confirm; }
  [[nodiscard]] QString summary() const { return m_said.join(u'\n'); }
  [[nodiscard]] QString notice() const;
  [[nodiscard]] int errorCount() const;

Q_SIGNALS:
  void imported(const QString &what); ///< it landed

private:
  [[nodiscard]] QWidget *makeFile();
  [[nodiscard]] QWidget *makeErrors();
  [[nodiscard]] QWidget *makeFoot();
  void connectImport();
  void chooseFile();
  void closeOrStop();
  void showReport(const importing::BankReport &report, models::StatementImport::Mode mode);
  void showStatement(const importing::StatementReport &statement);
  void showBriefly(const importing::StatementReport &statement); ///< of several
  void showGaps(const importing::BankReport &report);
  void showWhetherPossible();
  void addFact(const QString &what, const QString &value, bool isSum = false);
  void tell(const QString &text, bool isError);

  models::StatementImport m_import;
  Label *m_file;
  QLineEdit *m_account;
  Card *m_report;
  Label *m_notice;
  ErrorListModel *m_errors;
  TableView *m_table;
  ProgressLine *m_progress;
  QPushButton *m_close;
  QPushButton *m_confirm;
  QStringList m_said;
};

} // namespace tenantry::ui
