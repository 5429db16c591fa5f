// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/billing/finalize_action.h"
#include "ui/billing/run_figures.h"
#include "ui/forms/question_dialog.h"
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
  connect(&m_runner, &models::BillingRunner::failed, this, [this](const Error &error) {
    Toast::present(m_pane->window(), {said(error), tr("Billing run"), Tone::Danger},
                   height::statusBar);
  });
  showWhetherPossible();
}

void FinalizeAction::setPreview(LocalDay day, std::optional<qint64> invoices,
                                const std::map<Currency, std::int64_t> &total, bool isReviewed) {
  m_day = day;
  m_invoices = invoices;
  m_total = total;
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
  if (m_day != m_connection.today())
    return tr("A run issues what is due today: choose today to see it first");
  if (!m_invoices)
    return tr("The preview of today is not complete");
  return m_invoices == 0 ? tr("Nothing is due today") : QString();
}

QuestionDialog *FinalizeAction::question() const { return m_question; }

/// A draft can still be changed; what is final is confirmed by typing how many.
void FinalizeAction::confirm() {
  if (m_question)
    return m_question->activateWindow();
  const int invoices = int(m_invoices.value_or(0));
  const auto day = formatDay(m_day, m_pane->locale());
  Question question{
      m_isReviewed ? tr("Draft") : tr("Finalize"),
      m_isReviewed ? tr("Draft %n invoice(s) up to %1", nullptr, invoices).arg(day)
                   : tr("Finalize %n invoice(s) up to %1", nullptr, invoices).arg(day),
      tr("Total: %1").arg(sumsText(m_total, m_pane->locale())),
      m_isReviewed ? tr("They wait among the invoices until somebody finalizes them.")
                   : tr("Each gets its number and is collected. A final invoice cannot be "
                        "changed, only credited.")};
  if (!m_isReviewed) {
    question.typed = QString::number(invoices);
    question.typedName = tr("How many");
  }
  m_question = new QuestionDialog(question, m_pane->window());
  connect(m_question, &QuestionDialog::confirmed, &m_runner, &models::BillingRunner::start);
  m_question->open();
}

void FinalizeAction::showOutcome(const models::RunOutcome &outcome) {
  const int invoices = int(outcome.invoices);
  const QString done = m_isReviewed ? tr("%n draft(s) made", nullptr, invoices)
                                    : tr("%n invoice(s) finalized", nullptr, invoices);
  const QString what = outcome.wasCancelled ? tr("Cancelled; %1").arg(done) : done;
  Toast::present(m_pane->window(),
                 {what, sumsText(outcome.totals, m_pane->locale()),
                  outcome.wasCancelled ? Tone::Warning : Tone::Success},
                 height::statusBar);
  Q_EMIT finished();
}

} // namespace tenantry::ui
