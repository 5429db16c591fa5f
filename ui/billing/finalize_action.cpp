// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/billing/finalize_action.h"
#include "ui/billing/run_figures.h"
#include "ui/billing/run_question.h"
#include "ui/shell/group_words.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/format.h"
#include "ui/widgets/refusal_text.h"
#include "ui/widgets/toast.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui {

FinalizeAction::FinalizeAction(models::Connection &connection, models::RunningWork &work,
                               QWidget *pane)
    : QObject(pane), m_connection(connection), m_runner(connection, work), m_pane(pane),
      m_button(makeButton(tr("Finalize what is due"), ButtonVariant::Primary, u"check"_s)) {
  connect(m_button, &QPushButton::clicked, this, &FinalizeAction::confirm);
  connect(&m_connection, &models::Connection::connectedChanged, this,
          &FinalizeAction::showWhetherPossible);
  connect(&m_runner, &models::BillingRunner::runningChanged, this,
          &FinalizeAction::showWhetherPossible);
  connect(&m_runner, &models::BillingRunner::finished, this, &FinalizeAction::showOutcome);
  connect(&m_runner, &models::BillingRunner::looked, this, &FinalizeAction::ask);
  connect(&m_runner, &models::BillingRunner::failed, this, &FinalizeAction::showFailure);
  showWhetherPossible();
}

void FinalizeAction::setPreview(LocalDay day, std::optional<qint64> invoices, std::size_t lowered,
                                bool isReviewed) {
  m_day = day;
  m_invoices = invoices;
  m_lowered = lowered;
  m_isReviewed = isReviewed;
  m_button->setText(isReviewed ? tr("Draft what is due") : tr("Finalize what is due"));
  showWhetherPossible();
}

void FinalizeAction::showWhetherPossible() { setBlocked(m_button, obstacle()); }

/// A run issues what is due now, no less and no more: only today's preview says what that is.
QString FinalizeAction::obstacle() const {
  const auto &rights = m_connection.rights();
  if (!rights.mayIssue)
    return notForGroups(rights.groups, {u"finance"_s, u"success"_s, u"administrator"_s});
  if (!m_connection.isConnected())
    return offLineReason();
  if (m_runner.isRunning())
    return tr("A run is going on");
  if (m_runner.isLooking())
    return tr("What is due now is being counted");
  if (m_day != m_connection.today())
    return tr("A run issues what is due today: choose today to see it first");
  if (!m_invoices)
    return tr("The preview of today is not complete");
  return m_invoices == 0 && m_lowered == 0 ? tr("Nothing is due today") : QString();
}

QuestionDialog *FinalizeAction::question() const { return m_question; }

/// What the list shows was computed earlier, and to the end of the day: what is asked about is
/// looked at now.
void FinalizeAction::confirm() {
  if (m_question)
    m_question->activateWindow();
  else
    m_runner.look();
}

bool FinalizeAction::stop() {
  const bool isLooking = m_runner.isLooking();
  m_runner.stopLooking();
  return isLooking;
}

/// A draft can still be changed; what is final is confirmed by typing how many.
void FinalizeAction::ask(const billing::RunPicture &picture) {
  if (!m_pane->isVisible()) // somebody went elsewhere meanwhile
    return;
  if (picture.isEmpty()) {
    Toast::present(m_pane->window(),
                   {tr("Nothing is due now"),
                    tr("What the list showed is due later today, or was "
                       "issued meanwhile"),
                    Tone::Neutral},
                   height::statusBar);
    return Q_EMIT finished();
  }
  m_isReviewed = picture.isReviewed;
  m_question = new QuestionDialog(
      runQuestion(picture, m_invoices.value_or(0), m_connection.zone(), m_pane->locale()),
      m_pane->window());
  connect(m_question, &QuestionDialog::confirmed, this,
          [this, picture] { m_runner.start(picture); });
  m_question->open();
}

void FinalizeAction::showFailure(const Error &error) {
  Toast::present(m_pane->window(), {said(error), tr("Billing run"), Tone::Danger},
                 height::statusBar);
  if (error.code == u"billing.picture_changed")
    Q_EMIT finished(); // the list is as old as what was asked
}

/// "12 invoices finalized, 3 drafts made, 1 draft lowered"
QString FinalizeAction::doneBy(const models::RunOutcome &outcome) const {
  QStringList done;
  const bool isOnlyLowered = outcome.invoices == 0 && outcome.lowered > 0;
  if (!m_isReviewed && !isOnlyLowered)
    done += tr("%n invoice(s) finalized", nullptr, int(outcome.invoices - outcome.drafts));
  if (outcome.drafts > 0 || (m_isReviewed && !isOnlyLowered))
    done += tr("%n draft(s) made", nullptr, int(outcome.drafts));
  if (outcome.lowered > 0)
    done += tr("%n draft(s) lowered by %1", nullptr, outcome.lowered)
                .arg(sumsText(outcome.loweredBy, m_pane->locale()));
  return done.join(u", "_s);
}

void FinalizeAction::showOutcome(const models::RunOutcome &outcome) {
  const auto done = doneBy(outcome);
  QString what = outcome.wasCancelled ? tr("Cancelled; %1").arg(done) : done;
  if (outcome.leftOut > 0)
    what = tr("%1; %n organization(s) could not be billed", nullptr, outcome.leftOut).arg(what);
  const bool isAllDone = !outcome.wasCancelled && outcome.leftOut == 0;
  Toast::present(
      m_pane->window(),
      {what, sumsText(outcome.totals, m_pane->locale()), isAllDone ? Tone::Success : Tone::Warning},
      height::statusBar);
  Q_EMIT finished();
}

} // namespace tenantry::ui
