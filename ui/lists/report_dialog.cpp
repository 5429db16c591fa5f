// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/report_dialog.h"
#include "models/bulk/failed_rows_file.h"
#include "models/connection/when_done.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/refusal_text.h"
#include "ui/widgets/table_view.h"
#include <QBoxLayout>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {
constexpr QSize firstSize(720, 420);
constexpr int nameWidth = 260;

/// In the language of the console, in the file as well.
std::vector<models::FailedRow> inOwnLanguage(std::vector<models::FailedRow> failed) {
  for (auto &row : failed)
    row.error = Error{row.error.code, said(row.error)};
  return failed;
}
} // namespace

ReportDialog::ReportDialog(const QString &what, std::vector<models::FailedRow> failed,
                           QWidget *window)
    : QDialog(window), m_failed(inOwnLanguage(std::move(failed))),
      m_table(new TableView(tr("Rows that failed"))) {
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowTitle(tr("Rows that failed"));
  resize(firstSize);
  m_rows.setHorizontalHeaderLabels({tr("Row"), tr("Reason")});
  for (const auto &[name, error] : m_failed)
    m_rows.appendRow({new QStandardItem(name), new QStandardItem(said(error))});
  m_table->setModel(&m_rows);
  m_table->setStretchColumn(1);
  m_table->setColumnWidth(0, nameWidth);
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, space::x4, 0, space::x3);
  layout->setSpacing(space::x3);
  auto *title = new Label(what, TextStyle::Title);
  title->setContentsMargins(space::x4, 0, space::x4, 0);
  layout->addWidget(title);
  layout->addWidget(m_table, 1);
  auto *foot = new QHBoxLayout;
  foot->setContentsMargins(space::x4, 0, space::x4, 0);
  foot->setSpacing(space::x2);
  auto *copyButton = makeButton(tr("Copy as CSV"), ButtonVariant::Secondary, u"copy"_s);
  auto *save = makeButton(tr("Save as CSV"), ButtonVariant::Secondary, u"download"_s);
  auto *close = makeButton(tr("Close"), ButtonVariant::Primary);
  foot->addWidget(copyButton);
  foot->addWidget(save);
  foot->addStretch();
  foot->addWidget(close);
  layout->addLayout(foot);
  connect(copyButton, &QPushButton::clicked, this, &ReportDialog::copy);
  connect(save, &QPushButton::clicked, this, &ReportDialog::choosePath);
  connect(close, &QPushButton::clicked, this, &QDialog::accept);
}

void ReportDialog::copy() { QGuiApplication::clipboard()->setText(models::csvText(m_failed)); }

void ReportDialog::choosePath() {
  auto *dialog = new QFileDialog(this, windowTitle(), u"failed.csv"_s, tr("CSV files (*.csv)"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setDefaultSuffix(u"csv"_s);
  connect(dialog, &QFileDialog::fileSelected, this, &ReportDialog::saveTo);
  dialog->open();
}

void ReportDialog::saveTo(const QString &path) {
  models::whenDone(QtConcurrent::run(models::writeFailedRows, path, m_failed), this,
                   [this, path](const Result<> &written) {
                     if (written)
                       Q_EMIT saved(path);
                     else
                       Q_EMIT failed(written.error());
                   });
}

} // namespace tenantry::ui
