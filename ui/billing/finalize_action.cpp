// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/billing/finalize_action.h"
#include "ui/billing/run_figures.h"
#include "ui/shell/group_words.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/format.h"
#include "ui/widgets/toast.h"
#include <QMessageBox>

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
    Toast::present(m_pane->window(), {error.message, tr("Billing run"), Tone::Danger},
                   height::statusBar);
  });
  showWhetherPossible();
}

void FinalizeAction::setPreview(LocalDay day, std::optional<qint64> invoices, bool isReviewed) {
  m_day = day;
  m_invoices = invoices;
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
    return tr("There is no connection to the database");
  if (m_runner.isRunning())
    return tr("A run is going on");
  if (m_day != m_connection.today())
    return tr("A run issues what is due today: choose today to see it first");
  if (!m_invoices)
    return tr("The preview of today is not complete");
  return m_invoices == 0 ? tr("Nothing is due today") : QString();
}

void FinalizeAction::confirm() {
  const int invoices = int(m_invoices.value_or(0));
  const QString text =
      m_isReviewed
          ? tr("Draft %n invoice(s)? They wait among the invoices until somebody finalizes them.",
               nullptr, invoices)
          : tr("Finalize %n invoice(s)? Each gets its number and is collected. A final invoice "
               "cannot be changed, only credited.",
               nullptr, invoices);
  auto *question =
      new QMessageBox(QMessageBox::Question, m_button->text(), text, QMessageBox::NoButton, m_pane);
  auto *finalize =
      question->addButton(m_isReviewed ? tr("Draft") : tr("Finalize"), QMessageBox::AcceptRole);
  question->addButton(tr("Cancel"), QMessageBox::RejectRole);
  question->setAttribute(Qt::WA_DeleteOnClose);
  connect(question, &QMessageBox::buttonClicked, this, [this, finalize](QAbstractButton *button) {
    if (button == finalize)
      m_runner.start();
  });
  question->open();
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
