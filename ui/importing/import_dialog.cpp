// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/import_dialog.h"
#include "ui/importing/error_list_model.h"
#include "ui/importing/mapping_form.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/format.h"
#include "ui/widgets/label.h"
#include "ui/widgets/progress_line.h"
#include "ui/widgets/reason_line.h"
#include "ui/widgets/refusal_text.h"
#include "ui/widgets/section_header.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/table_view.h"
#include <QBoxLayout>
#include <QDir>
#include <QFileDialog>
#include <QPainter>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {
constexpr QSize firstSize(860, 720);
constexpr int errorsHeight = 220;
} // namespace

ImportDialog::ImportDialog(models::Connection &connection, QWidget *parent)
    : QDialog(parent), m_draft(connection),
      m_directory(new Label({}, TextStyle::Meta, Tone::Muted)), m_tabs(new QTabBar),
      m_form(new MappingForm), m_empty(new EmptyState), m_pages(new QStackedWidget),
      m_progress(new ProgressLine), m_summary(new Label({}, TextStyle::BodyStrong)),
      m_errors(new ErrorListModel(this)), m_table(new TableView(tr("Bad rows"))),
      m_cut(new Label({}, TextStyle::Meta, Tone::Muted)),
      m_close(makeButton({}, ButtonVariant::Secondary)),
      m_dryRun(makeButton(tr("Dry run"), ButtonVariant::Secondary, u"play"_s)),
      m_import(makeButton(tr("Import"), ButtonVariant::Primary, u"upload"_s)) {
  setWindowTitle(tr("Import"));
  resize(parent ? firstSize.boundedTo(parent->window()->size() - QSize(0, 2 * space::x8))
                : firstSize);
  m_pages->addWidget(m_empty);
  m_pages->addWidget(m_form);
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(makeHead());
  layout->addWidget(new Separator);
  auto *tabs = new QHBoxLayout;
  tabs->setContentsMargins(space::x2, 0, space::x2, 0); // so that texts stand below the title
  tabs->addWidget(m_tabs);
  layout->addLayout(tabs);
  layout->addWidget(new Separator);
  layout->addWidget(m_pages, 1);
  layout->addWidget(m_progress);
  layout->addWidget(makeErrors());
  layout->addWidget(m_cut);
  layout->addWidget(new Separator);
  layout->addWidget(makeFoot());
  connectDraft();
  showSheets();
}

QWidget *ImportDialog::makeHead() {
  auto *header = new SectionHeader(tr("Import a Stripe export"), SectionHeader::Level::Pane);
  auto *choose = makeButton(tr("Choose directory"), ButtonVariant::Secondary, u"upload"_s);
  connect(choose, &QPushButton::clicked, this, &ImportDialog::chooseDirectory);
  header->addAction(m_directory);
  header->addAction(choose);
  return header;
}

QWidget *ImportDialog::makeErrors() {
  m_table->setModel(m_errors);
  m_table->setStretchColumn(ErrorListModel::MessageColumn);
  m_table->fitColumn(ErrorListModel::PlaceColumn, u"subscriptions.csv:88888"_s);
  m_table->fitColumn(ErrorListModel::FieldColumn, u"Current period start"_s);
  m_table->fitColumn(ErrorListModel::CodeColumn, u"customer_unknown"_s);
  m_table->setFixedHeight(errorsHeight);
  m_table->hide();
  m_cut->setContentsMargins(space::x5, space::x2, space::x4, space::x2);
  m_cut->hide();
  return m_table;
}

QWidget *ImportDialog::makeFoot() {
  auto *foot = new QWidget;
  foot->setFixedHeight(height::topBar);
  auto *row = new QHBoxLayout(foot);
  row->setContentsMargins(space::x5, 0, space::x4, 0);
  row->setSpacing(space::x2);
  connect(m_close, &QPushButton::clicked, this, &ImportDialog::closeOrStop);
  row->addWidget(m_summary);
  m_summary->hide();
  row->addWidget(new ReasonLine(m_import), 1);
  row->addWidget(m_close);
  row->addWidget(m_dryRun);
  row->addWidget(m_import);
  m_dryRun->setDefault(true);
  return foot;
}

void ImportDialog::connectDraft() {
  m_tabs->setDrawBase(false);
  m_tabs->setExpanding(false);
  m_tabs->setUsesScrollButtons(false);
  m_tabs->setAccessibleName(tr("Files"));
  for (const auto &title : {tr("Customers"), tr("Subscriptions"), tr("Invoices"), tr("Usage")})
    m_tabs->addTab(title);
  connect(m_tabs, &QTabBar::currentChanged, this, &ImportDialog::showSheet);
  connect(m_empty, &EmptyState::actionTriggered, this, &ImportDialog::chooseDirectory);
  connect(m_form, &MappingForm::columnChosen, this,
          [this](const QString &field, const QString &column) {
            m_draft.choose(std::size_t(m_tabs->currentIndex()), field, column);
          });
  using Mode = models::ImportDraft::Mode;
  connect(m_dryRun, &QPushButton::clicked, this, [this] { m_draft.run(Mode::DryRun); });
  connect(m_import, &QPushButton::clicked, this, [this] { m_draft.run(Mode::Import); });
  connect(&m_draft, &models::ImportDraft::progressed, this,
          [this](const QString &file, double share) {
            m_progress->setShare(share);
            say(tr("Reading %1").arg(file), Tone::Muted);
          });
  // Deferred: the form is made anew, and the choice that asks for it is part of it.
  connect(&m_draft, &models::ImportDraft::sheetsChanged, this, &ImportDialog::showSheets,
          Qt::QueuedConnection);
  connect(&m_draft, &models::ImportDraft::runningChanged, this, &ImportDialog::showRunning);
  connect(&m_draft, &models::ImportDraft::finished, this, &ImportDialog::showReport);
  connect(&m_draft, &models::ImportDraft::failed, this,
          [this](const Error &error) { say(said(error), Tone::Danger); });
}

/// Where nothing is said, why a button is blocked stands below the title.
void ImportDialog::say(const QString &text, Tone tone) {
  m_summary->setTone(tone);
  m_summary->setText(text);
  m_summary->setVisible(!text.isEmpty());
}

void ImportDialog::chooseDirectory() {
  auto *chooser = new QFileDialog(this, tr("Directory of the export"), m_draft.directory());
  chooser->setFileMode(QFileDialog::Directory);
  chooser->setAttribute(Qt::WA_DeleteOnClose);
  connect(chooser, &QFileDialog::fileSelected, &m_draft, &models::ImportDraft::openDirectory);
  chooser->open();
}

void ImportDialog::closeOrStop() {
  if (m_draft.isRunning())
    m_draft.cancel();
  else
    reject();
}

void ImportDialog::showSheets() {
  m_directory->setText(m_draft.directory().isEmpty() ? QString()
                                                     : QDir(m_draft.directory()).dirName());
  showRunning();
  showSheet();
}

void ImportDialog::showSheet() {
  const auto &sheets = m_draft.sheets();
  m_pages->setCurrentWidget(m_empty);
  if (sheets.empty())
    return m_empty->showMessage(EmptyState::Kind::Empty,
                                {tr("No export chosen"),
                                 tr("Choose the directory that holds customers.csv, "
                                    "subscriptions.csv, invoices.csv and usage.jsonl, or some of "
                                    "them."),
                                 tr("Choose directory"), u"upload"_s});
  if (m_tabs->currentIndex() == int(sheets.size()))
    return showUsage();
  const auto &sheet = sheets[std::size_t(m_tabs->currentIndex())];
  if (sheet.path.isEmpty())
    return m_empty->showMessage(EmptyState::Kind::Empty,
                                {tr("There is no %1.csv").arg(sheet.format->key),
                                 tr("The other files are imported without it."),
                                 tr("Choose another directory"), u"file-text"_s});
  if (sheet.columns.isEmpty() && sheet.error)
    return m_empty->showMessage(
        EmptyState::Kind::Error,
        {tr("This file cannot be read"), said(*sheet.error), tr("Choose another directory")});
  m_form->show(sheet);
  m_pages->setCurrentWidget(m_form);
  say(sheet.error ? said(*sheet.error) : QString(), sheet.error ? Tone::Danger : Tone::Text);
}

/// Each line says itself what it is.
void ImportDialog::showUsage() {
  if (m_draft.hasUsage())
    return m_empty->showMessage(EmptyState::Kind::Empty,
                                {tr("usage.jsonl has no columns to choose"),
                                 tr("Each of its lines is an event; they are imported after the "
                                    "invoices, whatever their age."),
                                 {},
                                 u"chart-line"_s});
  m_empty->showMessage(EmptyState::Kind::Empty, {tr("There is no usage.jsonl"),
                                                 tr("The other files are imported without it."),
                                                 tr("Choose another directory"), u"file-text"_s});
}

void ImportDialog::showRunning() {
  const bool isRunning = m_draft.isRunning();
  isRunning ? m_progress->setBusy() : m_progress->setIdle();
  m_close->setText(isRunning ? tr("Stop") : tr("Close"));
  const QString reason =
      isRunning ? tr("The files are being read")
      : m_draft.isComplete()
          ? QString()
          : tr("Choose a directory, and a column for every field that is needed");
  for (auto *button : {m_dryRun, m_import})
    setBlocked(button, reason);
}

void ImportDialog::showReport(const importing::ImportReport &report,
                              models::ImportDraft::Mode mode) {
  std::vector<Error> errors;
  qint64 rows = 0, known = 0;
  bool isCut = false;
  for (const auto &file : report.files) {
    rows += file.rows;
    known += file.known;
    isCut |= file.isCut();
    errors.insert(errors.end(), file.errors.begin(), file.errors.end());
  }
  m_errors->setErrors(std::move(errors));
  m_table->setVisible(m_errors->rowCount() > 0);
  const auto number = [this](qint64 value) { return formatNumber(value, locale()); };
  const bool isDry = mode == models::ImportDraft::Mode::DryRun;
  const qint64 good = isDry ? rows - known - report.bad() : report.landed();
  say((isDry ? tr("%1 rows: %2 good, %3 known already, %4 bad. Nothing was kept.")
             : tr("%1 rows: %2 imported, %3 known already, %4 bad."))
          .arg(number(rows), number(good), number(known), number(report.bad())),
      report.bad() > 0 ? Tone::Warning : Tone::Success);
  m_cut->setVisible(isCut);
  m_cut->setText(tr("%1 of %2 bad rows are listed. Correct those and try again to see the rest.")
                     .arg(number(m_errors->rowCount()), number(report.bad())));
  if (report.landed() > 0)
    Q_EMIT imported();
}

void ImportDialog::paintEvent(QPaintEvent *) {
  QPainter(this).fillRect(rect(), Theme::of(this).canvas);
}

} // namespace tenantry::ui
