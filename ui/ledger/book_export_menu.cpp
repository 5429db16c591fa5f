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
  for (const auto &[kind, key] :
       {std::pair{Kind::Journal, Qt::Key_J}, std::pair{Kind::OpenItems, Qt::Key_I},
        std::pair{Kind::Balances, Qt::Key_B}, std::pair{Kind::Receipts, Qt::Key_P},
        std::pair{Kind::Revenue, Qt::Key_E}, std::pair{Kind::Tax, Qt::Key_V},
        std::pair{Kind::Movements, Qt::Key_M}, std::pair{Kind::Schedule, Qt::Key_R}}) {
    auto *action = new QAction(icon(u"download"_s), QString(), this);
    action->setShortcut(Qt::CTRL | Qt::ALT | key);
    connect(action, &QAction::triggered, this, [this, kind = kind] { choosePath(kind); });
    menu->addAction(action);
    m_actions += action;
  }
  m_actions[int(Kind::Schedule)]->setText(tr("Export the revenue to come…"));
  connect(m_button, &QPushButton::clicked, menu,
          [this, menu] { menu->popup(m_button->mapToGlobal(m_button->rect().bottomLeft())); });
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
  const auto name = monthName(month, m_pane->locale());
  const auto say = [this](Kind kind, const QString &text) { m_actions[int(kind)]->setText(text); };
  say(Kind::Journal, tr("Export the journal of %1…").arg(name));
  say(Kind::OpenItems,
      tr("Export the open items of %1…").arg(formatDay(itemsDay(), m_pane->locale())));
  say(Kind::Balances,
      tr("Export what customers are owed on %1…").arg(formatDay(itemsDay(), m_pane->locale())));
  say(Kind::Receipts, tr("Export the receipts of %1…").arg(name));
  say(Kind::Revenue, tr("Export the revenue of %1 by document…").arg(name));
  say(Kind::Tax, tr("Export the tax of %1 by document…").arg(name));
  say(Kind::Movements, tr("Export the movements of MRR of %1…").arg(name));
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

QString BookExportMenu::fileName(Kind kind) const {
  const auto month = toIso(billing::firstDayOf(m_month)).left(7);
  switch (kind) {
  case Kind::Journal:
    return u"journal-"_s + month;
  case Kind::OpenItems:
    return u"open-items-"_s + toIso(itemsDay());
  case Kind::Balances:
    return u"balances-"_s + toIso(itemsDay());
  case Kind::Receipts:
    return u"receipts-"_s + month;
  case Kind::Revenue:
    return u"revenue-"_s + month;
  case Kind::Tax:
    return u"tax-"_s + month;
  case Kind::Movements:
    return u"mrr-movements-"_s + month;
  case Kind::Schedule:
    break;
  }
  return u"revenue-to-come-"_s + toIso(m_connection.today());
}

void BookExportMenu::choosePath(Kind kind) {
  const QDir folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
  auto *dialog =
      new QFileDialog(m_pane, tr("Books as CSV"), folder.filePath(fileName(kind) + u".csv"_s),
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
