// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ledger/month_closer.h"

#include "models/connection/when_done.h"

namespace tenantry::models {

MonthCloser::MonthCloser(Connection &connection, std::chrono::year_month month, QObject *parent)
    : QObject(parent), m_connection(connection), m_month(month) {}

void MonthCloser::setBusy(bool busy) {
  m_isBusy = busy;
  Q_EMIT busyChanged(busy);
}

void MonthCloser::preview() {
  whenDone(m_connection.read(
               [month = m_month](store::Session &session, business::AppliedBusiness &business) {
                 return payments::monthEnd(session, business, month);
               }),
           this, [this](const Result<payments::MonthEnd> &end) {
             if (!end) {
               m_shown.reset();
               return Q_EMIT refused(end.error());
             }
             m_shown = *end;
             Q_EMIT previewed();
           });
}

template <typename Outcome> void MonthCloser::take(const Result<Outcome> &outcome) {
  setBusy(false);
  if (outcome)
    Q_EMIT done();
  else
    Q_EMIT refused(outcome.error());
}

void MonthCloser::close() {
  if (m_isBusy)
    return;
  setBusy(true);
  whenDone(m_connection.work(
               [month = m_month](store::Session &session, business::AppliedBusiness &business) {
                 return billing::closeMonth(session, business, month);
               }),
           this, [this](const Result<LocalDay> &closed) { take(closed); });
}

void MonthCloser::reopen(const QString &reason) {
  if (m_isBusy)
    return;
  setBusy(true);
  whenDone(m_connection.work(
               [month = m_month, reason](store::Session &session, business::AppliedBusiness &) {
                 return billing::reopenMonth(session, month, reason);
               }),
           this, [this](const Result<std::optional<LocalDay>> &closed) { take(closed); });
}

} // namespace tenantry::models
