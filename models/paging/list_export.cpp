// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/paging/list_export.h"

#include "models/connection/when_done.h"

using namespace Qt::StringLiterals;

namespace tenantry::models {

ListExport::ListExport(Connection &connection, RunningWork &work, PagedListModel &list,
                       QObject *parent)
    : QObject(parent), m_connection(connection), m_list(list),
      m_work(connection, work, u"export"_s) {}

void ListExport::start(const QString &path, const QList<int> &columns) {
  if (isRunning())
    return;
  m_work.begin(tr("Export"), std::max<qint64>(m_list.count(), 0));
  Q_EMIT runningChanged();
  whenDone(m_connection.work([goOn = m_work.goOn(), write = m_list.exporting(path, columns)](
                                 store::Session &session, business::AppliedBusiness &business) {
    return write(session, business, goOn);
  }),
           this, [this, path](const Result<std::int64_t> &rows) { finish(path, rows); });
}

void ListExport::finish(const QString &path, const Result<std::int64_t> &rows) {
  m_work.end();
  Q_EMIT runningChanged();
  if (!rows)
    Q_EMIT failed(rows.error());
  else if (*rows < 0)
    Q_EMIT cancelled();
  else
    Q_EMIT finished(path, *rows);
}

} // namespace tenantry::models
