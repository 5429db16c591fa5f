// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/paging/list_export.h"

#include "models/connection/when_done.h"

#include <QPointer>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace tenantry::models {

ListExport::ListExport(Connection &connection, RunningWork &work, PagedListModel &list,
                       QObject *parent)
    : QObject(parent), m_connection(connection), m_work(work), m_list(list),
      m_key(u"export."_s + QUuid::createUuid().toString(QUuid::WithoutBraces)) {}

ListExport::~ListExport() {
  cancel();
  if (m_isRunning)
    m_work.finish(m_key);
}

void ListExport::cancel() {
  if (!m_cancelled)
    return;
  m_cancelled->store(true);
  progress(m_rows);
}

void ListExport::start(const QString &path, const QList<int> &columns) {
  if (m_isRunning)
    return;
  m_isRunning = true;
  m_cancelled = std::make_shared<std::atomic<bool>>(false);
  progress(0);
  Q_EMIT runningChanged();
  whenDone(m_connection.work([connection = &m_connection, self = QPointer(this),
                              cancelled = m_cancelled, write = m_list.exporting(path, columns)](
                                 store::Session &session, business::AppliedBusiness &business) {
    return write(session, business, [&](std::int64_t rows) {
      // This object may be gone by then, the connection not.
      QMetaObject::invokeMethod(
          connection, [self, rows] { self ? self->progress(rows) : void(); }, Qt::QueuedConnection);
      return !cancelled->load();
    });
  }),
           this, [this, path](const Result<std::int64_t> &rows) { finish(path, rows); });
}

void ListExport::progress(qint64 rows) {
  if (!m_isRunning)
    return;
  m_rows = rows;
  m_work.report(
      {m_key, tr("Export"), rows, std::max<qint64>(m_list.count(), 0), m_cancelled->load()},
      [this] { cancel(); });
}

void ListExport::finish(const QString &path, const Result<std::int64_t> &rows) {
  m_isRunning = false;
  m_work.finish(m_key);
  Q_EMIT runningChanged();
  if (!rows)
    Q_EMIT failed(rows.error());
  else if (*rows < 0)
    Q_EMIT cancelled();
  else
    Q_EMIT finished(path, *rows);
}

} // namespace tenantry::models
