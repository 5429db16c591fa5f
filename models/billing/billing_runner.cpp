// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/billing/billing_runner.h"

#include "models/connection/when_done.h"
#include "services/billing/billing_run.h"

using namespace Qt::StringLiterals;

namespace tenantry::models {

BillingRunner::BillingRunner(Connection &connection, RunningWork &work, QObject *parent)
    : QObject(parent), m_connection(connection), m_work(connection, work, u"billing.run"_s) {}

void BillingRunner::start() {
  if (isRunning())
    return;
  m_work.begin(tr("Billing run"), 0);
  Q_EMIT runningChanged();
  whenDone(m_connection.work([goOn = m_work.goOn()](
                                 store::Session &session,
                                 business::AppliedBusiness &business) -> Result<RunOutcome> {
    TENANTRY_TRY(
        summary,
        billing::BillingRun(session, business).run(billing::BillingRun::everything(), goOn));
    return RunOutcome{summary.subscriptions, summary.invoices, summary.totals,
                      !goOn(summary.subscriptions)};
  }),
           this, [this](const Result<RunOutcome> &outcome) { finish(outcome); });
}

void BillingRunner::finish(const Result<RunOutcome> &outcome) {
  m_work.end();
  Q_EMIT runningChanged();
  if (outcome)
    Q_EMIT finished(*outcome);
  else
    Q_EMIT failed(outcome.error());
}

} // namespace tenantry::models
