// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/billing/billing_runner.h"

#include "models/connection/when_done.h"
#include "services/billing/billing_run.h"

#include <QPointer>

using namespace Qt::StringLiterals;

namespace tenantry::models {

namespace {
const QString runKey = u"billing.run"_s;
} // namespace

BillingRunner::BillingRunner(Connection &connection, RunningWork &work, QObject *parent)
    : QObject(parent), m_connection(connection), m_work(work) {}

BillingRunner::~BillingRunner() { cancel(); }

void BillingRunner::cancel() {
  if (!m_cancelled)
    return;
  m_cancelled->store(true);
  if (m_isRunning)
    progress(m_done);
}

void BillingRunner::start() {
  if (m_isRunning)
    return;
  m_isRunning = true;
  m_cancelled = std::make_shared<std::atomic<bool>>(false);
  progress(0);
  Q_EMIT runningChanged();
  whenDone(m_connection.work([connection = &m_connection, self = QPointer(this),
                              cancelled = m_cancelled](
                                 store::Session &session,
                                 business::AppliedBusiness &business) -> Result<RunOutcome> {
    const auto goOn = [&](std::int64_t done) {
      // This object may be gone by then, the connection not.
      QMetaObject::invokeMethod(
          connection, [self, done] { self ? self->progress(done) : void(); }, Qt::QueuedConnection);
      return !cancelled->load();
    };
    TENANTRY_TRY(
        summary,
        billing::BillingRun(session, business).run(billing::BillingRun::everything(), goOn));
    return RunOutcome{summary.subscriptions, summary.invoices, summary.totals, cancelled->load()};
  }),
           this, [this](const Result<RunOutcome> &outcome) { finish(outcome); });
}

void BillingRunner::progress(qint64 done) {
  if (!m_isRunning)
    return;
  m_done = done;
  m_work.report({runKey, tr("Billing run"), done, 0, m_cancelled->load()}, [this] { cancel(); });
}

void BillingRunner::finish(const Result<RunOutcome> &outcome) {
  m_isRunning = false;
  m_work.finish(runKey);
  Q_EMIT runningChanged();
  if (outcome)
    Q_EMIT finished(*outcome);
  else
    Q_EMIT failed(outcome.error());
}

} // namespace tenantry::models
