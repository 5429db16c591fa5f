// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ledger/book_export_menu.h"
#include "ui/ledger/ledger_words.h"
#include "ui/shell/group_words.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/format.h"
#include "ui/widgets/refusal_text.h"
#include "ui/widgets/toast.h"
#include <QDir>
#include <QFileDialog>
#include <QMenu>
#include <QPushButton>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using Kind = models::BookExport::Kind;

BookExportMenu::BookExportMenu(models::Connection &connection, models::RunningWork &work,
                               QWidget *pane)
    : QObject(pane), m_connection(connection), m_export(connection, work), m_pane(pane),
      m_button(makeButton(tr("Books as CSV"), ButtonVariant::Menu)) {
  auto *menu = new QMenu(m_button);
  for (const auto kind : {Kind::Journal, Kind::OpenItems, Kind::Schedule}) {
    auto *action = new QAction(icon(u"download"_s), QString(), this);
    connect(action, &QAction::triggered, this, [this, kind] { choosePath(kind); });
    menu->addAction(action);
    m_actions += action;
  }
  m_actions[int(Kind::Schedule)]->setText(tr("Export the revenue to come…"));
  connect(m_button, &QPushButton::clicked, menu,
          [this, menu] { menu->popup(m_button->mapToGlobal(m_button->rect().bottomLeft())); });
  m_actions[int(Kind::Journal)]->setShortcut(Qt::CTRL | Qt::ALT | Qt::Key_J);
  m_actions[int(Kind::OpenItems)]->setShortcut(Qt::CTRL | Qt::ALT | Qt::Key_I);
  m_actions[int(Kind::Schedule)]->setShortcut(Qt::CTRL | Qt::ALT | Qt::Key_R);
  setMonth(billing::monthOf(connection.today()));
  connect(&m_connection, &models::Connection::connectedChanged, this,
          &BookExportMenu::showWhetherPossible);
  connect(&m_export, &models::BookExport::runningChanged, this,
          &BookExportMenu::showWhetherPossible);
  connect(&m_export, &models::BookExport::finished, this, [this](const QString &path, qint64 rows) {
    tell(tr("%n row(s) exported", nullptr, int(rows)), QDir::toNativeSeparators(path), true);
  });
  connect(&m_export, &models::BookExport::cancelled, this,
          [this] { tell(tr("Export cancelled"), tr("No file was written."), true); });
  connect(&m_export, &models::BookExport::failed, this,
          [this](const Error &error) { tell(said(error), tr("Books as CSV"), false); });
  showWhetherPossible();
}

void BookExportMenu::setMonth(std::chrono::year_month month) {
  m_month = month;
  m_actions[int(Kind::Journal)]->setText(
      tr("Export the journal of %1…").arg(monthName(month, m_pane->locale())));
  m_actions[int(Kind::OpenItems)]->setText(
      tr("Export the open items of %1…").arg(formatDay(itemsDay(), m_pane->locale())));
}

LocalDay BookExportMenu::itemsDay() const {
  return std::min(models::BookExport::lastDayOf(m_month), m_connection.today());
}

void BookExportMenu::setBlocked(const QString &reason) {
  m_blocked = reason;
  showWhetherPossible();
}

void BookExportMenu::showWhetherPossible() {
  const auto why = [this] {
    if (!m_blocked.isEmpty())
      return m_blocked;
    if (!m_connection.isConnected())
      return offLineReason();
    return m_export.isRunning() ? tr("An export is going on") : QString();
  }();
  ui::setBlocked(m_button, why);
  for (auto *action : m_actions) {
    action->setEnabled(why.isEmpty());
    action->setToolTip(why.isEmpty() ? action->text() : why);
  }
}

void BookExportMenu::choosePath(Kind kind) {
  const auto month = toIso(billing::firstDayOf(m_month)).left(7);
  const auto today = toIso(m_connection.today());
  const auto name = kind == Kind::Journal     ? u"journal-"_s + month
                    : kind == Kind::OpenItems ? u"open-items-"_s + toIso(itemsDay())
                                              : u"revenue-to-come-"_s + today;
  const QDir folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
  auto *dialog = new QFileDialog(m_pane, tr("Books as CSV"), folder.filePath(name + u".csv"_s),
                                 tr("CSV files (*.csv)"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setDefaultSuffix(u"csv"_s);
  connect(dialog, &QFileDialog::fileSelected, this,
          [this, kind](const QString &path) { exportTo(kind, path); });
  dialog->open();
}

void BookExportMenu::exportTo(Kind kind, const QString &path) {
  m_export.start(kind, m_month, path);
}

void BookExportMenu::tell(const QString &what, const QString &where, bool isGood) {
  Toast::present(m_pane->window(), {what, where, isGood ? Tone::Success : Tone::Danger},
                 height::statusBar);
}

} // namespace tenantry::ui
