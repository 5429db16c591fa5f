// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/matching/statement_import.h"
#include <QDialog>

class QPushButton;
class QStackedWidget;
class QTabBar;

namespace tenantry::ui {

class CsvFields;
class ErrorListModel;
class Label;
class MappingForm;
class ProgressLine;
class StatementFacts;
class TableView;

/// Imports a bank statement: the file, of a CSV what its columns mean and what it does not say of
/// itself, what a dry run says of it (entries, sums, what is known already, what would be paid,
/// errors with their lines), then the import.
class StatementDialog : public QDialog {
  Q_OBJECT

public:
  StatementDialog(models::Connection &connection, models::RunningWork &work, QWidget *window);

  /// What is chosen for an account's exports is there again with the next one.
  void rememberIn(models::DraftStore &memory) { m_import.rememberIn(memory); }
  void openFile(const QString &path);
  [[nodiscard]] models::StatementImport &importing() { return m_import; }
  [[nodiscard]] QPushButton *confirmation() const { return m_confirm; }
  [[nodiscard]] CsvFields *csv() const { return m_csv; }
  [[nodiscard]] MappingForm *columns() const { return m_form; }
  [[nodiscard]] QTabBar *tabs() const { return m_tabs; }
  [[nodiscard]] QString summary() const;
  [[nodiscard]] QString notice() const;
  [[nodiscard]] int errorCount() const;

  enum Tab { FactsTab, ColumnsTab };

Q_SIGNALS:
  void imported(const QString &what); ///< it landed

private:
  [[nodiscard]] QWidget *makeFile();
  [[nodiscard]] QWidget *makePages();
  [[nodiscard]] QWidget *makeErrors();
  [[nodiscard]] QWidget *makeFoot();
  void connectImport();
  void connectCsv();
  void chooseFile();
  void closeOrStop();
  void showPages();
  void showSheet();
  void showFailure(const Error &error);
  void showFacts(const importing::BankReport &report);
  void showReport(const importing::BankReport &report, models::StatementImport::Mode mode);
  void showWhetherPossible();
  void tell(const QString &text, bool isError);
  [[nodiscard]] QString obstacle() const;

  models::StatementImport m_import;
  Label *m_file;
  CsvFields *m_csv;
  QTabBar *m_tabs;
  QStackedWidget *m_pages;
  StatementFacts *m_facts;
  MappingForm *m_form;
  Label *m_notice;
  ErrorListModel *m_errors;
  TableView *m_table;
  ProgressLine *m_progress;
  QPushButton *m_close;
  QPushButton *m_confirm;
};

} // namespace tenantry::ui
