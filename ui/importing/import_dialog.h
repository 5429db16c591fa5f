// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/importing/import_draft.h"
#include <QDialog>

class QPushButton;
class QStackedWidget;
class QTabBar;

namespace tenantry::ui {

class EmptyState;
class ErrorListModel;
class Label;
class MappingForm;
class ProgressLine;
class TableView;
enum class Tone;

/// An import from a Stripe export: choose the directory, check which column means what, and see in
/// a dry run which rows are bad and why; then import what is good.
class ImportDialog : public QDialog {
  Q_OBJECT

public:
  explicit ImportDialog(models::Connection &connection, QWidget *parent = nullptr);

  void openDirectory(const QString &directory) { m_draft.openDirectory(directory); }
  [[nodiscard]] models::ImportDraft &draft() { return m_draft; }

Q_SIGNALS:
  void imported(); ///< something landed

protected:
  void paintEvent(QPaintEvent *event) override;

private:
  [[nodiscard]] QWidget *makeHead();
  [[nodiscard]] QWidget *makeErrors();
  [[nodiscard]] QWidget *makeFoot();
  void say(const QString &text, Tone tone); ///< in the foot
  void connectDraft();
  void chooseDirectory();
  void closeOrStop();
  void showSheets();
  void showSheet();
  void showUsage();
  void showRunning();
  void showReport(const importing::ImportReport &report, models::ImportDraft::Mode mode);

  models::ImportDraft m_draft;
  Label *m_directory;
  QTabBar *m_tabs;
  MappingForm *m_form;
  EmptyState *m_empty;
  QStackedWidget *m_pages;
  ProgressLine *m_progress;
  Label *m_summary;
  ErrorListModel *m_errors;
  TableView *m_table;
  Label *m_cut; ///< that there are more bad rows than are listed
  QPushButton *m_close;
  QPushButton *m_dryRun;
  QPushButton *m_import;
};

} // namespace tenantry::ui
