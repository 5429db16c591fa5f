// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/matching/statement_import.h"

#include "models/connection/when_done.h"

#include <QFileInfo>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace tenantry::models {

StatementImport::StatementImport(Connection &connection, RunningWork &work, QObject *parent)
    : QObject(parent), m_connection(connection), m_own(connection, work, u"bank-import"_s) {}

void StatementImport::setPath(const QString &path) {
  if (isRunning())
    return;
  m_path = path;
  m_tried.reset();
  run(Mode::DryRun);
}

void StatementImport::run(Mode mode) {
  if (isRunning() || m_path.isEmpty())
    return;
  m_own.begin(mode == Mode::DryRun ? tr("Checking %1").arg(QFileInfo(m_path).fileName())
                                   : tr("Importing %1").arg(QFileInfo(m_path).fileName()),
              0);
  Q_EMIT runningChanged();
  importing::BankImportOptions options;
  options.dryRun = mode == Mode::DryRun;
  options.csv.account = m_account;
  // This object may be gone by then, the connection not.
  options.progress = [goOn = m_own.goOn(), connection = &m_connection,
                      self = QPointer(this)](std::int64_t done) {
    QMetaObject::invokeMethod(
        connection,
        [self, done] {
          if (self)
            Q_EMIT self->progressed(done);
        },
        Qt::QueuedConnection);
    return goOn(done);
  };
  whenDone(m_connection.work([path = m_path, options](store::Session &session,
                                                      business::AppliedBusiness &business) {
    return importing::BankImport(session, business).run(path, options);
  }),
           this, [this, mode](const Result<importing::BankReport> &report) {
             m_own.end();
             m_tried.reset();
             if (report && mode == Mode::DryRun)
               m_tried = *report;
             Q_EMIT runningChanged();
             if (report)
               Q_EMIT finished(*report, mode);
             else
               Q_EMIT failed(report.error());
           });
}

} // namespace tenantry::models
