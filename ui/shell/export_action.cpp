// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/export_action.h"
#include "ui/shell/group_words.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button_action.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/refusal_text.h"
#include "ui/widgets/table_view.h"
#include "ui/widgets/toast.h"
#include <QDir>
#include <QFileDialog>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

ExportAction::ExportAction(models::Connection &connection, models::RunningWork &work,
                           models::PagedListModel &list, const TableView &table,
                           const QString &name, QWidget *pane, const QKeySequence &key)
    : QObject(pane), m_connection(connection), m_list(list), m_export(connection, work, list),
      m_table(table), m_name(name), m_pane(pane),
      m_button(makeButton(tr("Export"), ButtonVariant::Secondary, u"download"_s)) {
  // Of several in a pane only the one that is seen has the key.
  m_button->addAction(new ButtonAction(m_button, icon(u"download"_s), key));
  connect(m_button, &QPushButton::clicked, this, &ExportAction::choosePath);
  connect(&m_connection, &models::Connection::connectedChanged, this,
          &ExportAction::showWhetherPossible);
  connect(&m_list, &models::PagedListModel::stateChanged, this, &ExportAction::showWhetherPossible);
  connect(&m_list, &models::PagedListModel::pageShown, this, &ExportAction::showWhetherPossible);
  connect(&m_export, &models::ListExport::runningChanged, this, &ExportAction::showWhetherPossible);
  connect(&m_export, &models::ListExport::finished, this, [this](const QString &path, qint64 rows) {
    tell(tr("%n row(s) exported", nullptr, int(rows)), QDir::toNativeSeparators(path), true);
  });
  connect(&m_export, &models::ListExport::cancelled, this,
          [this] { tell(tr("Export cancelled"), tr("No file was written."), true); });
  connect(&m_export, &models::ListExport::failed, this,
          [this](const Error &error) { tell(said(error), tr("Export"), false); });
  showWhetherPossible();
}

void ExportAction::showWhetherPossible() { setBlocked(m_button, obstacle()); }

/// The file has what is chosen now, and rows from before are not that.
QString ExportAction::obstacle() const {
  if (!m_connection.isConnected())
    return offLineReason();
  if (m_export.isRunning())
    return tr("An export is going on");
  if (m_list.rowCount() == 0)
    return tr("There is nothing to export");
  if (m_list.isOutdated() && m_list.state() == models::PagedListModel::State::Failed)
    return tr("The rows are those from before: what is chosen now was not read");
  return {};
}

void ExportAction::choosePath() {
  const QString day = toIso(Zone().dayOf(m_connection.clock().now()));
  const QDir folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
  auto *dialog =
      new QFileDialog(m_pane, tr("Export"), folder.filePath(u"%1-%2.csv"_s.arg(m_name, day)),
                      tr("CSV files (*.csv)"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setDefaultSuffix(u"csv"_s);
  connect(dialog, &QFileDialog::fileSelected, this, &ExportAction::exportTo);
  dialog->open();
}

void ExportAction::exportTo(const QString &path) {
  const auto why = obstacle(); // it may have failed while a file was chosen
  why.isEmpty() ? m_export.start(path, columnsInOrder()) : tell(why, tr("Export"), false);
}

/// Exactly those that are seen, in their order.
QList<int> ExportAction::columnsInOrder() const {
  QList<int> columns;
  const auto *header = m_table.horizontalHeader();
  for (int position = 0; position < header->count(); ++position)
    if (const int column = header->logicalIndex(position); !header->isSectionHidden(column))
      columns += column;
  return columns;
}

void ExportAction::tell(const QString &what, const QString &where, bool isGood) {
  Toast::present(m_pane->window(), {what, where, isGood ? Tone::Success : Tone::Danger},
                 height::statusBar);
}

} // namespace tenantry::ui
