// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobs/own_work.h"

#include <QPointer>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace tenantry::models {

OwnWork::OwnWork(Connection &connection, RunningWork &work, const QString &name, QObject *parent)
    : QObject(parent), m_connection(connection), m_work(work),
      m_key(name + u'.' + QUuid::createUuid().toString(QUuid::WithoutBraces)) {}

OwnWork::~OwnWork() {
  cancel();
  if (m_isRunning)
    m_work.finish(m_key);
}

void OwnWork::begin(const QString &title, qint64 total) {
  m_title = title;
  m_total = total;
  m_isRunning = true;
  m_cancelled = std::make_shared<std::atomic<bool>>(false);
  report(0);
}

void OwnWork::end() {
  m_isRunning = false;
  m_work.finish(m_key);
}

void OwnWork::cancel() {
  if (!m_cancelled)
    return;
  m_cancelled->store(true);
  report(m_done);
}

OwnWork::GoOn OwnWork::goOn() {
  return [connection = &m_connection, self = QPointer(this),
          cancelled = m_cancelled](std::int64_t done) {
    // This object may be gone by then, the connection not.
    QMetaObject::invokeMethod(
        connection, [self, done] { self ? self->report(done) : void(); }, Qt::QueuedConnection);
    return !cancelled->load();
  };
}

void OwnWork::report(qint64 done) {
  if (!m_isRunning)
    return;
  m_done = done;
  m_work.report({m_key, m_title, done, m_total, m_cancelled->load()}, [this] { cancel(); });
}

} // namespace tenantry::models
