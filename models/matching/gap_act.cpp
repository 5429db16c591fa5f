// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/matching/gap_act.h"

#include "models/connection/when_done.h"

namespace tenantry::models {

void GapAct::accept(const payments::BankStatementId &later, const QString &reason) {
  if (m_isBusy)
    return;
  m_isBusy = true;
  Q_EMIT busyChanged(true);
  whenDone(m_connection.work([later, reason](store::Session &session, business::AppliedBusiness &) {
    return payments::BankChain(session).accept(later, reason);
  }),
           this, [this](const Result<payments::StatementGap> &gap) {
             m_isBusy = false;
             Q_EMIT busyChanged(false);
             if (gap)
               Q_EMIT done();
             else
               Q_EMIT refused(gap.error());
           });
}

} // namespace tenantry::models
