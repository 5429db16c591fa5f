// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matching/statement_dialog.h"
#include "ui/importing/error_list_model.h"
#include "ui/organizations/tab_page.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/fact_row.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/format.h"
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

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {
constexpr int statementWidth = 620, errorsHeight = 180, mostStatements = 5;
}

StatementDialog::StatementDialog(models::Connection &connection, models::RunningWork &work,
                                 QWidget *window)
    : QDialog(window), m_import(connection, work),
      m_file(new Label(tr("CAMT.053 or CSV, as the bank gives it"), TextStyle::Body, Tone::Text2)),
      m_account(new QLineEdit), m_report(makeFactCard(tr("What is in it"))),
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
  auto *account = new FormField(tr("Account"), m_account);
  account->setHint(tr("Only for a CSV that does not say of which account it is."));
  layout->addWidget(account);
  m_notice->setWordWrap(true);
  layout->addWidget(m_report);
  layout->addWidget(m_notice);
  layout->addWidget(makeErrors());
  layout->addStretch();
  layout->addWidget(m_progress);
  layout->addWidget(makeFoot());
  m_report->hide();
  m_notice->hide();
  connectImport();
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

QWidget *StatementDialog::makeErrors() {
  m_table->setModel(m_errors);
  m_table->setStretchColumn(ErrorListModel::MessageColumn);
  m_table->fitColumn(ErrorListModel::PlaceColumn, u"statement.csv:88888"_s);
  m_table->setColumnHidden(ErrorListModel::FieldColumn, true);
  m_table->setColumnHidden(ErrorListModel::CodeColumn, true);
  m_table->setFixedHeight(errorsHeight);
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
  connect(m_account, &QLineEdit::editingFinished, this, [this] {
    m_import.setAccount(m_account->text());
    if (!m_import.path().isEmpty() && !m_import.tried())
      m_import.run(Import::Mode::DryRun);
  });
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
  connect(&m_import, &Import::failed, this, [this](const Error &error) {
    m_report->hide();
    tell(error.place.line > 0 ? tr("Line %1: %2").arg(error.place.line).arg(said(error))
                              : said(error),
         true);
    showWhetherPossible();
  });
}

void StatementDialog::openFile(const QString &path) {
  m_file->setText(QFileInfo(path).fileName());
  m_notice->hide();
  m_report->hide();
  m_errors->setErrors({});
  m_table->hide();
  m_import.setAccount(m_account->text());
  m_import.setPath(path);
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

void StatementDialog::addFact(const QString &what, const QString &value, bool isSum) {
  auto *row = new FactRow(what, value);
  row->setWraps();
  if (isSum)
    row->setStrong();
  m_report->body()->addWidget(row);
  m_said += what + u' ' + value;
}

void StatementDialog::showStatement(const importing::StatementReport &statement) {
  const auto number = [this](std::int64_t value) { return formatNumber(value, locale()); };
  addFact(tr("Account"), statement.account);
  if (statement.opening)
    addFact(tr("Opening balance"), formatMoney(*statement.opening, locale()));
  for (const auto &[currency, minor] : statement.received)
    addFact(tr("Came in"), formatMoney({minor, currency}, locale()));
  for (const auto &[currency, minor] : statement.sent)
    addFact(tr("Went out"), formatMoney({-minor, currency}, locale()));
  if (statement.closing)
    addFact(tr("Closing balance, as it adds up"), formatMoney(*statement.closing, locale()), true);
  addFact(tr("Entries"), number(statement.entries));
  addFact(tr("Known already"), number(statement.outcome.known));
  if (statement.pending > 0)
    addFact(tr("Not booked yet, left out"), number(statement.pending));
  addFact(tr("Pay what they name"), number(statement.outcome.matched));
  addFact(tr("Wait for somebody"), number(statement.outcome.waiting));
  if (statement.outcome.twins > 0)
    addFact(tr("Of those perhaps in another statement"), number(statement.outcome.twins));
}

void StatementDialog::showBriefly(const importing::StatementReport &statement) {
  const auto number = [this](std::int64_t value) { return formatNumber(value, locale()); };
  addFact(statement.id.isEmpty() ? statement.account
                                 : u"%1, %2"_s.arg(statement.account, statement.id),
          tr("%1 entries: %2 known, %3 pay, %4 wait")
              .arg(number(statement.entries), number(statement.outcome.known),
                   number(statement.outcome.matched), number(statement.outcome.waiting)));
}

void StatementDialog::showGaps(const importing::BankReport &report) {
  const auto text = gapsNotice(report.gaps, locale());
  if (text.isEmpty())
    return;
  auto *label = new Label(text, TextStyle::Body, Tone::Warning);
  label->setWordWrap(true);
  m_report->body()->addWidget(label);
  m_said += text;
}

void StatementDialog::showReport(const importing::BankReport &report,
                                 models::StatementImport::Mode mode) {
  clearLayout(m_report->body());
  m_said.clear();
  std::int64_t fresh = 0, matched = 0;
  int shown = 0;
  for (const auto &statement : report.statements) {
    fresh += statement.outcome.matched + statement.outcome.waiting;
    matched += statement.outcome.matched;
    if (++shown <= mostStatements)
      report.statements.size() == 1 ? showStatement(statement) : showBriefly(statement);
  }
  showGaps(report);
  m_report->setVisible(shown > 0);
  m_report->setFact(shown > mostStatements ? tr("%n statement(s)", nullptr, shown) : QString());
  m_errors->setErrors(report.errors);
  m_table->setVisible(!report.errors.empty());
  const bool isDry = mode == models::StatementImport::Mode::DryRun;
  if (!report.errors.empty())
    tell(tr("%n error(s): what they are in is not imported.", nullptr, int(report.errors.size())),
         true);
  else if (fresh == 0)
    tell(tr("All of it was imported before: nothing is done a second time."), false);
  else if (isDry)
    tell(tr("This was a dry run: nothing is imported yet."), false);
  else
    tell(tr("%n entry(ies) imported.", nullptr, int(fresh)), false);
  showWhetherPossible();
  adjustSize();
  if (!isDry && fresh > 0)
    Q_EMIT imported(tr("%n entry(ies) imported", nullptr, int(fresh)) + u", "_s +
                    tr("%n assigned", nullptr, int(matched)));
}

void StatementDialog::tell(const QString &text, bool isError) {
  m_notice->setTone(isError ? Tone::Danger : Tone::Text2);
  m_notice->setText(text);
  m_notice->show();
}

void StatementDialog::showWhetherPossible() {
  const auto why = [this] {
    if (m_import.isRunning())
      return tr("The file is being read");
    if (m_import.path().isEmpty())
      return tr("No file is chosen");
    const auto *tried = m_import.tried();
    if (!tried || tried->statements.empty())
      return tr("There is nothing to import");
    for (const auto &statement : tried->statements)
      if (statement.outcome.matched + statement.outcome.waiting > 0)
        return QString();
    return tr("All of it is imported already");
  };
  setBlocked(m_confirm, why());
}

QString StatementDialog::notice() const {
  return m_notice->isHidden() ? QString() : m_notice->text();
}

int StatementDialog::errorCount() const { return m_errors->rowCount(); }

} // namespace tenantry::ui
