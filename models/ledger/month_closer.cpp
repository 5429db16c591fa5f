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

template <typename Picture>
void MonthCloser::takePreview(const Result<Picture> &picture, std::optional<Picture> &shown) {
  if (!picture) {
    shown.reset();
    return Q_EMIT refused(picture.error());
  }
  shown = *picture;
  Q_EMIT previewed();
}

void MonthCloser::preview() {
  whenDone(m_connection.read(
               [month = m_month](store::Session &session, business::AppliedBusiness &business) {
                 return payments::monthEnd(session, business, month);
               }),
           this, [this](const Result<payments::MonthEnd> &end) { takePreview(end, m_shown); });
}

void MonthCloser::previewReopening() {
  whenDone(
      m_connection.read([month = m_month](store::Session &session, business::AppliedBusiness &) {
        return billing::previewReopening(session, month);
      }),
      this, [this](const Result<billing::Reopening> &seen) { takePreview(seen, m_reopening); });
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
  whenDone(m_connection.work([month = m_month, seen = m_shown ? m_shown->digest() : QString()](
                                 store::Session &session, business::AppliedBusiness &business) {
    return payments::closeMonth(session, business, month, seen);
  }),
           this, [this](const Result<payments::MonthEnd> &end) { take(end); });
}

void MonthCloser::reopen(const QString &reason) {
  if (m_isBusy)
    return;
  setBusy(true);
  whenDone(m_connection.work(
               [month = m_month, reason, seen = m_reopening ? m_reopening->digest() : QString()](
                   store::Session &session, business::AppliedBusiness &) {
                 return billing::reopenMonth(session, month, reason, seen);
               }),
           this, [this](const Result<std::optional<LocalDay>> &closed) { take(closed); });
}

} // namespace tenantry::models
