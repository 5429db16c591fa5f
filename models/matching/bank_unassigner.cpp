// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/matching/bank_unassigner.h"

#include "models/connection/when_done.h"

namespace tenantry::models {

BankUnassigner::BankUnassigner(Connection &connection, const payments::BankEntryId &id,
                               QObject *parent)
    : QObject(parent), m_connection(connection), m_id(id) {
  connect(&m_connection, &Connection::caughtUp, this, &BankUnassigner::preview);
}

void BankUnassigner::takeAsReturnOf(const payments::BankEntryId &sent) {
  m_sent = sent;
  m_shown.reset();
  preview();
}

void BankUnassigner::preview() {
  whenDone(m_connection.read([id = m_id, sent = m_sent](store::Session &session,
                                                        business::AppliedBusiness &business) {
    payments::BankDesk desk(session, business);
    return sent ? desk.previewReturn(id, *sent) : desk.previewUnassign(id);
  }),
           this, [this, sent = m_sent](const Result<payments::UnassignPicture> &picture) {
             if (sent != m_sent)
               return; // another was chosen meanwhile
             m_shown.reset();
             if (!picture)
               return Q_EMIT refused(picture.error());
             m_shown = *picture;
             Q_EMIT previewed();
           });
}

void BankUnassigner::confirm() {
  if (m_isBusy)
    return;
  m_isBusy = true;
  Q_EMIT busyChanged(true);
  whenDone(
      m_connection.work([id = m_id, sent = m_sent, seen = m_shown ? m_shown->digest() : QString()](
                            store::Session &session, business::AppliedBusiness &business) {
        payments::BankDesk desk(session, business);
        return sent ? desk.assignReturn(id, *sent, seen) : desk.unassign(id, seen);
      }),
      this, [this](const Result<> &outcome) {
        m_isBusy = false;
        Q_EMIT busyChanged(false);
        take(outcome);
      });
}

void BankUnassigner::take(const Result<> &outcome) {
  if (outcome)
    return Q_EMIT done();
  m_shown.reset();
  if (outcome.error().code != QLatin1StringView("payment.picture_changed"))
    return Q_EMIT refused(outcome.error());
  Q_EMIT outdated(outcome.error());
  preview();
}

} // namespace tenantry::models
