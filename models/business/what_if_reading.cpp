// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/business/what_if_reading.h"

#include "models/connection/when_done.h"

using namespace Qt::StringLiterals;

namespace tenantry::models {

WhatIfReading::WhatIfReading(Connection &connection, RunningWork &work, QObject *parent)
    : QObject(parent), m_connection(connection), m_work(connection, work, u"what-if"_s) {}

void WhatIfReading::begin(const std::shared_ptr<const business::Business> &wanted, int months) {
  if (isRunning())
    return;
  m_error.reset();
  m_isCancelled = false;
  m_work.begin(tr("What if"), 0);
  Q_EMIT changed();
  whenDone(m_connection.work([wanted, months, goOn = m_work.goOn()](
                                 store::Session &session,
                                 business::AppliedBusiness &business) -> Result<billing::WhatIf> {
    TENANTRY_TRY(applied, business.current(session));
    return billing::whatIf(session, *applied, *wanted, months, mostListed, goOn);
  }),
           this, [this, asked = ++m_asked](const Result<billing::WhatIf> &report) {
             m_work.end();
             if (asked == m_asked)
               take(report);
             else
               Q_EMIT changed();
           });
}

void WhatIfReading::take(const Result<billing::WhatIf> &report) {
  m_report.reset();
  if (report) {
    m_report = *report;
    m_asOf = m_connection.clock().now();
  } else if (report.error().code == u"what_if.cancelled") {
    m_isCancelled = true;
  } else {
    m_error = report.error();
  }
  Q_EMIT changed();
}

void WhatIfReading::clear() {
  ++m_asked;
  m_work.cancel();
  m_report.reset();
  m_error.reset();
  m_isCancelled = false;
  Q_EMIT changed();
}

} // namespace tenantry::models
