// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/billing/billing_runner.h"

#include "models/connection/when_done.h"

#include <QPointer>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace tenantry::models {

BillingRunner::BillingRunner(Connection &connection, RunningWork &work, QObject *parent)
    : QObject(parent), m_connection(connection), m_all(work),
      m_work(connection, work, u"billing.run"_s),
      m_lookKey(u"billing.look."_s + QUuid::createUuid().toString(QUuid::WithoutBraces)) {}

BillingRunner::~BillingRunner() {
  blockSignals(true); // whoever listens is going, too
  stopLooking();
}

void BillingRunner::look() {
  if (isLooking() || isRunning())
    return;
  m_cancelled = std::make_shared<std::atomic<bool>>(false);
  reportLook(0);
  // The database's thread may outlive this object, but never the connection.
  const auto goOn = [connection = &m_connection, self = QPointer(this),
                     cancelled = m_cancelled](std::int64_t done) {
    QMetaObject::invokeMethod(
        connection,
        [self, cancelled, done] {
          if (self && self->m_cancelled == cancelled)
            self->reportLook(done);
        },
        Qt::QueuedConnection);
    return !cancelled->load();
  };
  m_pending = m_connection.work(
      [goOn](store::Session &session, business::AppliedBusiness &business) -> Result<Picture> {
        return billing::pictureOfRun(session, business, goOn);
      });
  whenDone(m_pending, this, [this, mine = m_cancelled](const Result<Picture> &picture) {
    if (mine == m_cancelled)
      finishLook(picture);
  });
  Q_EMIT runningChanged();
}

void BillingRunner::stopLooking() {
  if (!isLooking())
    return;
  m_cancelled->store(true);
  m_cancelled.reset();
  m_pending.cancel();
  m_all.finish(m_lookKey);
  Q_EMIT runningChanged();
}

void BillingRunner::reportLook(qint64 done) {
  m_all.report({m_lookKey, tr("What is due"), done, 0, false}, [this] { stopLooking(); });
}

void BillingRunner::finishLook(const Result<Picture> &picture) {
  m_cancelled.reset();
  m_all.finish(m_lookKey);
  Q_EMIT runningChanged();
  if (!picture)
    Q_EMIT failed(picture.error());
  else if (*picture)
    Q_EMIT looked(**picture);
}

void BillingRunner::start(const billing::RunPicture &seen) {
  if (isRunning())
    return;
  m_work.begin(tr("Billing run"), 0);
  Q_EMIT runningChanged();
  whenDone(m_connection.work([seen, goOn = m_work.goOn()](
                                 store::Session &session,
                                 business::AppliedBusiness &business) -> Result<RunOutcome> {
    TENANTRY_TRY(summary, billing::runAsSeen(session, business, seen, goOn));
    return RunOutcome{summary.subscriptions,
                      summary.invoices,
                      summary.drafts,
                      summary.totals,
                      !goOn(summary.subscriptions),
                      int(summary.leftOut.size()),
                      int(summary.lowered.size()),
                      billing::totalsOf(summary.lowered)};
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
