// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matching/matching_offers.h"
#include "ui/matching/entry_inspector.h"
#include "ui/shell/group_words.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/refusal_text.h"
#include "ui/widgets/toast.h"
#include <QAction>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

MatchingOffers::MatchingOffers(models::Connection &connection, models::RunningWork &work,
                               models::BankEntryView &looked, EntryInspector *inspector,
                               QWidget *pane)
    : QObject(pane), m_connection(connection), m_work(work), m_looked(looked),
      m_inspector(inspector), m_pane(pane),
      m_assign(addAction(tr("Assign…"), u"check"_s, Qt::CTRL | Qt::SHIFT | Qt::Key_A)),
      m_undo(addAction(tr("Undo assignment…"), u"repeat"_s, Qt::CTRL | Qt::SHIFT | Qt::Key_U)),
      m_returned(
          addAction(tr("Sent back by the bank…"), u"repeat"_s, Qt::CTRL | Qt::SHIFT | Qt::Key_E)) {
  connect(m_assign, &QAction::triggered, this, &MatchingOffers::assign);
  connect(m_undo, &QAction::triggered, this, &MatchingOffers::undo);
  connect(m_returned, &QAction::triggered, this, &MatchingOffers::takeReturned);
  connect(inspector, &EntryInspector::returnRequested, this, &MatchingOffers::takeReturned);
  connect(inspector, &EntryInspector::sentChosen, this, [this](const payments::BankEntryId &sent) {
    takeReturned();
    if (m_undoDialog)
      m_undoDialog->choose(sent);
  });
  connect(inspector, &EntryInspector::assignRequested, this, &MatchingOffers::assign);
  connect(inspector, &EntryInspector::undoRequested, this, &MatchingOffers::undo);
  connect(inspector, &EntryInspector::proposalChosen, this,
          [this](const payments::NamedInvoice &invoice) {
            assign();
            if (m_assignDialog)
              m_assignDialog->choose(invoice);
          });
  connect(&looked, &models::BankEntryView::changed, this, &MatchingOffers::follow);
  connect(&m_connection, &models::Connection::connectedChanged, this, &MatchingOffers::follow);
  follow();
}

QAction *MatchingOffers::addAction(const QString &name, const QString &icon,
                                   const QKeySequence &keys) {
  auto *action = new QAction(ui::icon(icon), name, m_pane);
  action->setShortcut(keys);
  action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
  m_pane->addAction(action);
  return action;
}

QString MatchingOffers::obstacle() const {
  const auto &rights = m_connection.rights();
  if (!rights.mayPay)
    return notForGroups(rights.groups, {u"finance"_s, u"administrator"_s});
  return m_connection.isConnected() ? QString() : offLineReason();
}

QString MatchingOffers::assignObstacle() const {
  if (const auto why = obstacle(); !why.isEmpty())
    return why;
  const auto *sheet = m_looked.sheet();
  if (!sheet)
    return tr("No entry is chosen");
  if (sheet->kept.status != payments::BankEntryStatus::Waiting)
    return tr("The entry is not waiting");
  if (sheet->kept.isHeld())
    return tr("Say first whether it is another payment");
  return sheet->kept.entry.amount.minor() > 0 ? QString()
                                              : tr("This money went out; it cannot pay an invoice");
}

QString MatchingOffers::undoObstacle() const {
  if (const auto why = obstacle(); !why.isEmpty())
    return why;
  const auto *sheet = m_looked.sheet();
  if (!sheet)
    return tr("No entry is chosen");
  if (sheet->kept.isReturned())
    return tr("The bank sent it back: that is final");
  return sheet->kept.status == payments::BankEntryStatus::Matched ? QString()
                                                                  : tr("The entry is not assigned");
}

QString MatchingOffers::returnObstacle() const {
  if (const auto why = obstacle(); !why.isEmpty())
    return why;
  const auto *sheet = m_looked.sheet();
  if (!sheet)
    return tr("No entry is chosen");
  if (sheet->kept.status != payments::BankEntryStatus::Waiting)
    return tr("The entry is not waiting");
  if (sheet->kept.isHeld())
    return tr("Say first whether it is another payment");
  if (sheet->kept.entry.amount.minor() > 0)
    return tr("This money came in; the bank sent nothing back");
  return sheet->returnable.empty() ? tr("Nothing of this amount came in before and was assigned")
                                   : QString();
}

void MatchingOffers::follow() {
  for (const auto &[action, why] :
       {std::pair(m_assign, assignObstacle()), std::pair(m_undo, undoObstacle()),
        std::pair(m_returned, returnObstacle())}) {
    action->setEnabled(why.isEmpty());
    action->setToolTip(why);
  }
  m_inspector->offer({.assign = assignObstacle(),
                      .undo = undoObstacle(),
                      .takeReturned = returnObstacle(),
                      .dismiss = obstacle()});
  Q_EMIT changed();
}

void MatchingOffers::assign() {
  if (m_assignDialog || !assignObstacle().isEmpty())
    return;
  const auto &sheet = *m_looked.sheet();
  m_assignDialog = new AssignDialog(m_connection, sheet, m_pane->window());
  connect(m_assignDialog, &AssignDialog::assigned, this,
          [this, id = sheet.kept.id](const QString &what) {
            tell(what, id);
            m_looked.refresh();
            Q_EMIT assigned();
          });
  m_assignDialog->open();
}

void MatchingOffers::undo() {
  if (!m_undoDialog && undoObstacle().isEmpty())
    openUndoDialog();
}

void MatchingOffers::takeReturned() {
  if (!m_undoDialog && returnObstacle().isEmpty())
    openUndoDialog();
}

void MatchingOffers::openUndoDialog() {
  m_undoDialog = new UnassignDialog(m_connection, *m_looked.sheet(), m_pane->window());
  connect(m_undoDialog, &UnassignDialog::undone, this, [this](const QString &what) {
    tell(what, {});
    m_looked.refresh();
  });
  m_undoDialog->open();
}

StatementDialog *MatchingOffers::importFile() {
  if (!obstacle().isEmpty())
    return nullptr;
  if (m_importDialog)
    return m_importDialog;
  m_importDialog = new StatementDialog(m_connection, m_work, m_pane->window());
  if (m_drafts)
    m_importDialog->rememberIn(*m_drafts);
  connect(m_importDialog, &StatementDialog::imported, this,
          [this](const QString &what) { tell(what, {}); });
  m_importDialog->open();
  return m_importDialog;
}

GapDialog *MatchingOffers::acceptGap(models::StatementGaps &gaps) {
  if (!obstacle().isEmpty() || !gaps.facts() || gaps.facts()->empty())
    return nullptr;
  if (m_gapDialog)
    return m_gapDialog;
  m_gapDialog = new GapDialog(m_connection, gaps, m_pane->window());
  if (m_drafts)
    m_gapDialog->keepDraftIn(*m_drafts);
  connect(m_gapDialog, &GapDialog::gapAccepted, this,
          [this](const QString &what) { tell(what, {}); });
  m_gapDialog->open();
  return m_gapDialog;
}

void MatchingOffers::tell(const QString &what, const payments::BankEntryId &undoable) {
  ToastMessage message{what, {}};
  if (!undoable.isNull()) {
    message.action = tr("Undo");
    message.shortcut = undoKeys();
  }
  auto *toast = Toast::present(m_pane->window(), message, height::statusBar);
  connect(toast, &Toast::actionTriggered, this, [this, undoable] { takeBackAtOnce(undoable); });
}

/// From the toast: nothing else has happened with it yet, and where it has, it is refused.
void MatchingOffers::takeBackAtOnce(const payments::BankEntryId &id) {
  auto *unassigner = new models::BankUnassigner(m_connection, id, this);
  connect(unassigner, &models::BankUnassigner::done, this, [this, unassigner] {
    tell(tr("It waits again"), {});
    m_looked.refresh();
    unassigner->deleteLater();
  });
  connect(
      unassigner, &models::BankUnassigner::refused, this, [this, unassigner](const Error &error) {
        Toast::present(m_pane->window(), {tr("It could not be undone"), said(error), Tone::Danger},
                       height::statusBar);
        unassigner->deleteLater();
      });
  unassigner->confirm();
}

} // namespace tenantry::ui
