// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/list_acts.h"
#include "ui/lists/bulk_dialog.h"
#include "ui/lists/bulk_words.h"
#include "ui/lists/record_list.h"
#include "ui/lists/report_dialog.h"
#include "ui/lists/selection_bar.h"
#include "ui/shell/group_words.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/refusal_text.h"
#include "ui/widgets/table_view.h"
#include "ui/widgets/toast.h"
#include <QAction>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

ListActs::ListActs(models::Connection &connection, models::RunningWork &work, RecordList &records,
                   QWidget *pane, Place place)
    : QObject(pane), m_connection(connection), m_records(records), m_run(connection, work),
      m_pane(pane), m_place(place), m_menu(new QMenu(pane)) {
  m_menu->setToolTipsVisible(true);
  auto *button = makeButton(tr("Actions"), ButtonVariant::Menu);
  setCompact(button);
  connect(button, &QPushButton::clicked, this, [this, button] {
    m_menu->popup(button->mapToGlobal(QPoint(0, -m_menu->sizeHint().height())));
  });
  records.selectionBar()->addAction(button);
  const bool isAlone = place == Place::Alone;
  m_undo = addAction(tr("Undo"), u"repeat"_s,
                     isAlone ? QKeySequence(QKeySequence::Undo)
                             : QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_Z));
  m_failures = addAction(tr("Rows that failed"), u"alert-triangle"_s,
                         Qt::CTRL | (isAlone ? Qt::SHIFT : Qt::ALT) | Qt::Key_F);
  connect(m_undo, &QAction::triggered, this, &ListActs::takeBack);
  connect(m_failures, &QAction::triggered, this, &ListActs::showFailures);
  auto *table = records.table();
  table->setContextMenuPolicy(Qt::CustomContextMenu);
  connect(table, &QWidget::customContextMenuRequested, this,
          [this, table](const QPoint &at) { m_menu->popup(table->viewport()->mapToGlobal(at)); });
  connect(&m_run, &models::BulkRun::runningChanged, this, &ListActs::showWhetherPossible);
  connect(&m_run, &models::BulkRun::finished, this, &ListActs::showOutcome);
  connect(&m_run, &models::BulkRun::undone, this, &ListActs::showUndone);
  connect(&connection, &models::Connection::connectedChanged, this, &ListActs::showWhetherPossible);
  connect(&records.selection(), &models::RowSelection::chosenChanged, this,
          &ListActs::showWhetherPossible);
  showWhetherPossible();
}

QAction *ListActs::addAction(const QString &name, const QString &iconName,
                             const QKeySequence &keys) {
  auto *action = new QAction(icon(iconName), name, this);
  action->setShortcut(keys);
  action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
  m_pane->addAction(action);
  return action;
}

QKeySequence ListActs::keysOf(const BulkOffer &offer) const {
  if (m_place == Place::Alone || offer.keys.isEmpty())
    return offer.keys;
  return offer.keysBeside.isEmpty() ? QKeySequence(Qt::CTRL | Qt::ALT | offer.keys[0].key())
                                    : offer.keysBeside;
}

void ListActs::add(const BulkOffer &offer) {
  auto *action = addAction(offer.name, offer.iconName, keysOf(offer));
  connect(action, &QAction::triggered, this, [this, offer] { ask(offer); });
  m_offers.append({offer, action});
  m_menu->clear();
  for (const auto &one : std::as_const(m_offers))
    m_menu->addAction(one.action);
  m_menu->addSeparator();
  m_menu->addActions({m_undo, m_failures});
  showWhetherPossible();
}

QList<QAction *> ListActs::actions() const {
  QList<QAction *> actions;
  for (const auto &one : m_offers)
    actions.append(one.action);
  return actions;
}

BulkDialog *ListActs::question() const { return m_question; }
ReportDialog *ListActs::report() const { return m_report; }

QString ListActs::obstacle(const BulkOffer &offer) const {
  if (!offer.blocked.isEmpty())
    return offer.blocked;
  if (!m_connection.isConnected())
    return offLineReason();
  if (m_run.isRunning())
    return tr("Another action on this list is going on");
  return m_records.selection().isEmpty() ? tr("Nothing is selected") : QString();
}

void ListActs::showWhetherPossible() {
  for (const auto &[offer, action] : std::as_const(m_offers)) {
    const auto why = obstacle(offer);
    action->setEnabled(why.isEmpty());
    action->setToolTip(why.isEmpty() ? offer.name : why);
  }
  const auto why = m_changes.empty()             ? tr("There is nothing to undo")
                   : !m_connection.isConnected() ? offLineReason()
                   : m_run.isRunning()           ? tr("Another action on this list is going on")
                                                 : QString();
  m_undo->setEnabled(why.isEmpty());
  m_undo->setToolTip(why.isEmpty() ? m_undo->text() : why);
  m_failures->setEnabled(!m_failed.empty());
  m_failures->setToolTip(m_failed.empty() ? tr("No row has failed") : m_failures->text());
}

/// The preview cannot begin while something runs: the action is blocked then.
void ListActs::ask(const BulkOffer &offer) {
  const auto target =
      models::BulkTarget::of(m_records.selection(), m_records.list(), offer.subject);
  m_question = new BulkDialog(offer, m_run, target, m_pane->window());
  m_draft.reset();
  if (m_drafts && !offer.draft.isEmpty()) {
    m_draft = std::make_unique<models::TypedDraft>(
        *m_drafts, models::DraftKey{u"bulk"_s, u"%1/%2"_s.arg(m_name, offer.draft)});
    m_question->keepDraftIn(*m_draft);
  }
  connect(&m_run, &models::BulkRun::previewed, m_question, [this] { Q_EMIT previewed(); });
  connect(m_question, &BulkDialog::confirmed, this,
          [this, offer, target](const BulkAnswer &answer) {
            start(offer, target, answer, m_question->seen());
          });
  m_question->open();
}

void ListActs::start(const BulkOffer &offer, const models::BulkTarget &target,
                     const BulkAnswer &answer, const std::shared_ptr<const SeenRows> &seen) {
  m_current = offer;
  const auto way = offer.way(answer.way);
  m_current.done = way.done;
  m_current.isFinal = way.isFinal;
  m_changes.clear();
  m_run.start(offer.made(answer), target, seen);
}

void ListActs::showOutcome(const models::BulkReport &report) {
  m_changes = report.changes;
  if (m_draft && report.isWhole())
    m_draft->forget(); // else it may be wanted again for the rest
  const auto what = m_current.done(report.done);
  keepFailures(what, report);
  tell(what, report, !m_changes.empty());
}

void ListActs::takeBack() {
  if (m_changes.empty() || m_run.isRunning())
    return;
  auto changes = std::move(m_changes);
  m_changes.clear();
  m_run.undo(tr("Undoing"), std::move(changes));
}

void ListActs::showUndone(const models::BulkReport &report) {
  const auto what = tr("%n restored", nullptr, int(report.done));
  keepFailures(what, report);
  tell(what, report, false);
}

void ListActs::keepFailures(const QString &what, const models::BulkReport &report) {
  m_failed = report.failed;
  m_failedWhat = u"%1, %2"_s.arg(what, remainder(report));
  showWhetherPossible();
  m_records.list().refresh();
  Q_EMIT acted();
}

/// What failed stays to be read; what went well can be undone for as long as it is the last.
void ListActs::tell(const QString &what, const models::BulkReport &report, bool isUndoable) {
  ToastMessage message{what, remainder(report), Tone::Success};
  if (message.where.isEmpty())
    message.where = m_current.name;
  if (!report.isWhole())
    message.tone = Tone::Danger;
  if (!report.failed.empty())
    message.other = tr("Show");
  if (isUndoable) {
    message.action = m_undo->text();
    message.shortcut = undoKeys();
  }
  auto *toast = Toast::present(m_pane->window(), message, height::statusBar);
  connect(toast, &Toast::actionTriggered, m_undo, &QAction::trigger);
  connect(toast, &Toast::otherTriggered, m_failures, &QAction::trigger);
}

void ListActs::showFailures() {
  m_report = new ReportDialog(m_failedWhat, m_failed, m_pane->window());
  const auto say = [this](const QString &what, const QString &where, Tone tone) {
    Toast::present(m_pane->window(), {what, where, tone}, height::statusBar);
  };
  connect(m_report, &ReportDialog::saved, this,
          [say](const QString &path) { say(tr("Saved"), path, Tone::Success); });
  connect(m_report, &ReportDialog::failed, this,
          [say](const Error &error) { say(said(error), error.code, Tone::Danger); });
  m_report->open();
}

} // namespace tenantry::ui
