// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matching/statement_dialog.h"
#include "ui/importing/error_list_model.h"
#include "ui/importing/field_words.h"
#include "ui/importing/mapping_form.h"
#include "ui/matching/csv_fields.h"
#include "ui/matching/statement_facts.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/progress_line.h"
#include "ui/widgets/reason_line.h"
#include "ui/widgets/refusal_text.h"
#include "ui/widgets/table_view.h"
#include <QBoxLayout>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {
constexpr int statementWidth = 860, errorsHeight = 140, leastPages = 180, tallest = 680;
}

StatementDialog::StatementDialog(models::Connection &connection, models::RunningWork &work,
                                 QWidget *window)
    : QDialog(window), m_import(connection, work),
      m_file(new Label(tr("CAMT.053 or CSV, as the bank gives it"), TextStyle::Body, Tone::Text2)),
      m_csv(new CsvFields), m_tabs(new QTabBar), m_pages(new QStackedWidget),
      m_facts(new StatementFacts), m_form(new MappingForm),
      m_notice(new Label({}, TextStyle::Body, Tone::Text2)), m_errors(new ErrorListModel(this)),
      m_table(new TableView(tr("Errors"))), m_progress(new ProgressLine),
      m_close(makeButton(tr("Close"), ButtonVariant::Secondary)),
      m_confirm(makeButton(tr("Import"), ButtonVariant::Primary, u"upload"_s)) {
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowTitle(tr("Import a bank statement"));
  setFixedWidth(statementWidth);
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(space::x6, space::x5, space::x6, space::x5);
  layout->setSpacing(space::x3);
  layout->addWidget(new Label(tr("Import a bank statement"), TextStyle::Title));
  layout->addWidget(makeFile());
  layout->addWidget(m_csv);
  layout->addWidget(m_tabs);
  layout->addWidget(makePages(), 1);
  m_notice->setWordWrap(true);
  layout->addWidget(m_notice);
  layout->addWidget(m_progress);
  layout->addWidget(makeFoot());
  for (auto *later : std::initializer_list<QWidget *>{m_csv, m_tabs, m_pages, m_notice})
    later->hide();
  connectImport();
  connectCsv();
  showWhetherPossible();
}

QWidget *StatementDialog::makeFile() {
  auto *file = new QWidget;
  auto *row = new QHBoxLayout(file);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(space::x2);
  auto *choose = makeButton(tr("Choose file…"), ButtonVariant::Secondary, u"file-text"_s);
  choose->setAutoDefault(false);
  connect(choose, &QPushButton::clicked, this, &StatementDialog::chooseFile);
  row->addWidget(m_file, 1);
  row->addWidget(choose);
  return file;
}

QWidget *StatementDialog::makePages() {
  auto *facts = new QWidget;
  auto *column = new QVBoxLayout(facts);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(space::x3);
  column->addWidget(m_facts, 1);
  column->addWidget(makeErrors());
  m_form->setSampleTitle(tr("First rows"));
  m_pages->addWidget(facts);
  m_pages->addWidget(m_form);
  m_pages->setMinimumHeight(leastPages);
  m_tabs->setDrawBase(false);
  m_tabs->setExpanding(false);
  m_tabs->setUsesScrollButtons(false);
  m_tabs->setAccessibleName(tr("Parts of the import"));
  m_tabs->addTab(tr("What is in it"));
  m_tabs->addTab(tr("Columns"));
  connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
  return m_pages;
}

QWidget *StatementDialog::makeErrors() {
  m_table->setModel(m_errors);
  m_table->setStretchColumn(ErrorListModel::MessageColumn);
  m_table->fitColumn(ErrorListModel::PlaceColumn, u"statement.csv:88888"_s);
  m_table->setColumnHidden(ErrorListModel::FieldColumn, true);
  m_table->setColumnHidden(ErrorListModel::CodeColumn, true);
  m_table->setMinimumHeight(errorsHeight);
  m_table->hide();
  return m_table;
}

QWidget *StatementDialog::makeFoot() {
  auto *foot = new QWidget;
  auto *row = new QHBoxLayout(foot);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(space::x2);
  row->addWidget(new ReasonLine(m_confirm), 1);
  row->addWidget(m_close);
  row->addWidget(m_confirm);
  m_close->setAutoDefault(false);
  m_confirm->setAutoDefault(false);
  connect(m_close, &QPushButton::clicked, this, &StatementDialog::closeOrStop);
  connect(m_confirm, &QPushButton::clicked, this,
          [this] { m_import.run(models::StatementImport::Mode::Import); });
  return foot;
}

void StatementDialog::connectImport() {
  using Import = models::StatementImport;
  connect(&m_import, &Import::runningChanged, this, [this] {
    m_import.isRunning() ? m_progress->setBusy() : m_progress->setIdle();
    m_close->setText(m_import.isRunning() ? tr("Stop") : tr("Close"));
    showWhetherPossible();
  });
  connect(&m_import, &Import::progressed, this, [this](qint64 entries) {
    if (m_import.isRunning() && entries > 0)
      tell(tr("%n entry(ies) read", nullptr, int(entries)), false);
  });
  connect(&m_import, &Import::finished, this, &StatementDialog::showReport);
  connect(&m_import, &Import::failed, this, &StatementDialog::showFailure);
}

void StatementDialog::connectCsv() {
  using Import = models::StatementImport;
  connect(m_csv, &CsvFields::accountGiven, &m_import, &Import::setAccount);
  connect(m_csv, &CsvFields::currencyGiven, &m_import, &Import::setCurrency);
  connect(m_form, &MappingForm::columnChosen, &m_import, &Import::choose);
  // Deferred: the form is made anew, and the choice that asks for it is part of it.
  connect(&m_import, &Import::sheetChanged, this, &StatementDialog::showSheet,
          Qt::QueuedConnection);
}

void StatementDialog::openFile(const QString &path) {
  if (m_import.isRunning())
    return;
  m_file->setText(QFileInfo(path).fileName());
  m_notice->hide();
  showFacts({});
  m_tabs->setCurrentIndex(FactsTab);
  m_import.setPath(path);
  m_import.setAccount(m_csv->account()->text());
  showPages();
}

void StatementDialog::chooseFile() {
  auto *chooser = new QFileDialog(this, tr("Bank statement"));
  chooser->setNameFilters({tr("Bank statements (*.xml *.csv *.txt)"), tr("All files (*)")});
  chooser->setFileMode(QFileDialog::ExistingFile);
  chooser->setAttribute(Qt::WA_DeleteOnClose);
  connect(chooser, &QFileDialog::fileSelected, this, &StatementDialog::openFile);
  chooser->open();
}

void StatementDialog::closeOrStop() {
  if (m_import.isRunning())
    m_import.cancel();
  else
    reject();
}

/// As much as the window behind it has room for: what is long scrolls.
void StatementDialog::showPages() {
  if (!m_pages->isHidden())
    return;
  m_tabs->show();
  m_pages->show();
  const int room = parentWidget() ? parentWidget()->height() - 2 * space::x5 : tallest;
  resize(width(), std::min(tallest, room));
}

void StatementDialog::showSheet() {
  const auto *sheet = m_import.sheet();
  const bool hasColumns = sheet && !sheet->columns.isEmpty();
  m_csv->setVisible(sheet != nullptr);
  m_csv->setCurrency(m_import.currency());
  m_tabs->setTabVisible(ColumnsTab, hasColumns);
  if (hasColumns)
    m_form->show(*sheet);
  if (hasColumns && sheet->error)
    m_tabs->setCurrentIndex(ColumnsTab);
}

void StatementDialog::showFailure(const Error &error) {
  showFacts({});
  const auto *sheet = m_import.sheet();
  if (m_csv->showError(error)) {
    m_notice->hide();
  } else if (sheet && error.code == u"mapping.field_missing"_s) {
    QStringList names;
    for (const auto &field : sheet->mapping.missingRequired)
      names += fieldName(field);
    tell(tr("Choose the column of: %1").arg(names.join(u", "_s)), true);
  } else {
    tell(error.place.line > 0 ? tr("Line %1: %2").arg(error.place.line).arg(said(error))
                              : said(error),
         true);
  }
  showWhetherPossible();
}

/// What a run said; of none there is nothing to see.
void StatementDialog::showFacts(const importing::BankReport &report) {
  m_csv->clearErrors();
  m_facts->show(report);
  m_facts->setVisible(report.errors.empty() || !report.statements.empty());
  m_errors->setErrors(report.errors);
  m_table->setVisible(!report.errors.empty());
}

void StatementDialog::showReport(const importing::BankReport &report,
                                 models::StatementImport::Mode mode) {
  std::int64_t fresh = 0, matched = 0;
  for (const auto &statement : report.statements) {
    fresh += statement.outcome.matched + statement.outcome.waiting;
    matched += statement.outcome.matched;
  }
  showFacts(report);
  const bool isDry = mode == models::StatementImport::Mode::DryRun;
  if (!report.errors.empty()) {
    m_tabs->setCurrentIndex(FactsTab);
    tell(tr("%n error(s): what they are in is not imported.", nullptr, int(report.errors.size())),
         true);
  } else if (fresh == 0)
    tell(tr("All of it was imported before: nothing is done a second time."), false);
  else if (isDry)
    tell(tr("This was a dry run: nothing is imported yet."), false);
  else
    tell(tr("%n entry(ies) imported.", nullptr, int(fresh)), false);
  showWhetherPossible();
  if (!isDry && fresh > 0)
    Q_EMIT imported(tr("%n entry(ies) imported", nullptr, int(fresh)) + u", "_s +
                    tr("%n assigned", nullptr, int(matched)));
}

void StatementDialog::tell(const QString &text, bool isError) {
  m_notice->setTone(isError ? Tone::Danger : Tone::Text2);
  m_notice->setText(text);
  m_notice->show();
}

void StatementDialog::showWhetherPossible() { setBlocked(m_confirm, obstacle()); }

QString StatementDialog::obstacle() const {
  if (m_import.isRunning())
    return tr("The file is being read");
  if (m_import.path().isEmpty())
    return tr("No file is chosen");
  const auto *tried = m_import.tried();
  if (!tried || tried->statements.empty())
    return tr("There is nothing to import");
  for (const auto &statement : tried->statements)
    if (statement.outcome.matched + statement.outcome.waiting > 0)
      return {};
  return tr("All of it is imported already");
}

QString StatementDialog::summary() const { return m_facts->summary(); }

QString StatementDialog::notice() const {
  return m_notice->isHidden() ? QString() : m_notice->text();
}

int StatementDialog::errorCount() const { return m_errors->rowCount(); }

} // namespace tenantry::ui
