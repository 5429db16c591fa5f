// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/db_thread.h"
#include "services/store/db_thread_worker.h"
#include "services/store/reconnect.h"
#include <spdlog/spdlog.h>

using namespace Qt::StringLiterals;

namespace tenantry::store {

namespace {

Failure ending() { return fail(u"store.cancelled"_s, u"The program is ending this connection."_s); }

} // namespace

DbThread::Worker::Worker(DbThread &owner, ConnectionSettings settings, const Clock &clock,
                         QString actor)
    : m_owner(owner), m_settings(std::move(settings)), m_clock(clock), m_actor(std::move(actor)),
      m_workThread(QThread::create([this] { loop(); })) {
  m_cancelThread.setObjectName(u"db-cancel"_s);
  m_workThread->setObjectName(u"db"_s);
  m_cancelContext.moveToThread(&m_cancelThread);
  m_cancelThread.start();
  m_workThread->start();
}

DbThread::Worker::~Worker() {
  {
    const std::lock_guard guard(m_mutex);
    m_stopping = true;
  }
  m_giveUp.raise();
  m_changed.notify_all();
  // Work may go on to its next statement, so it is cancelled until it ends.
  cancelRunning();
  while (!m_workThread->wait(50))
    cancelRunning();
  m_cancelThread.quit();
  m_cancelThread.wait();
}

void DbThread::Worker::post(Task task, std::unique_ptr<QFutureWatcherBase> watcher) {
  std::uint64_t number = 0;
  {
    const std::lock_guard guard(m_mutex);
    number = ++m_last;
    m_waiting.push_back({number, std::move(task)});
  }
  auto *watching = watcher.release();
  QObject::connect(watching, &QFutureWatcherBase::canceled, &m_cancelContext,
                   [this, number] { cancelIfRunning(number); });
  QObject::connect(watching, &QFutureWatcherBase::finished, watching, &QObject::deleteLater);
  QObject::connect(&m_cancelThread, &QThread::finished, watching, &QObject::deleteLater);
  watching->moveToThread(&m_cancelThread);
  m_changed.notify_one();
}

void DbThread::Worker::cancelRunning() {
  QMetaObject::invokeMethod(
      &m_cancelContext, [this] { cancelIfRunning(0); }, Qt::QueuedConnection);
}

void DbThread::Worker::cancelIfRunning(std::uint64_t number) {
  std::shared_ptr<const Canceller> canceller;
  {
    const std::lock_guard guard(m_mutex);
    if (m_running == 0 || (number != 0 && number != m_running))
      return;
    canceller = m_canceller;
    if (!canceller)
      return;
    m_isCancelling = true;
  }
  if (const auto done = canceller->cancel(); !done)
    spdlog::warn("{}", done.error().toString().toStdString());
  {
    const std::lock_guard guard(m_mutex);
    m_isCancelling = false;
  }
  m_changed.notify_all();
}

std::optional<DbThread::Worker::Entry> DbThread::Worker::take() {
  std::unique_lock guard(m_mutex);
  m_running = 0;
  m_changed.wait(guard, [this] { return m_stopping || (!m_isCancelling && !m_waiting.empty()); });
  if (m_waiting.empty())
    return std::nullopt;
  Entry entry = std::move(m_waiting.front());
  m_waiting.pop_front();
  if (!m_stopping)
    m_running = entry.number;
  return entry;
}

void DbThread::Worker::loop() {
  while (auto entry = take())
    runOne(std::move(*entry));
  drop();
}

void DbThread::Worker::runOne(Entry entry) {
  bool stopping = false;
  {
    const std::lock_guard guard(m_mutex);
    stopping = m_stopping;
  }
  entry.task(stopping ? Result<Session *>(ending()) : session());
  if (m_database && !m_database->isConnected())
    drop();
}

Result<Session *> DbThread::Worker::session() {
  if (m_database && !m_database->isConnected())
    drop(); // it went while nothing ran
  if (!m_database)
    TENANTRY_CHECK(connect());
  return &*m_session;
}

Result<> DbThread::Worker::connect() {
  if (!m_isServerBack.exchange(false) && std::chrono::steady_clock::now() < m_nextTry)
    return tl::unexpected(m_lastError);
  auto opened = Database::open(m_settings, m_giveUp.descriptor());
  if (!opened) {
    m_lastError = opened.error();
    m_pause = std::clamp(m_pause * 2, shortestReconnectPause, longestReconnectPause);
    m_nextTry = std::chrono::steady_clock::now() + m_pause;
    return tl::unexpected(m_lastError);
  }
  m_pause = std::chrono::milliseconds(0);
  m_database = std::move(*opened);
  m_session.emplace(Session{*m_database, m_clock, m_actor});
  {
    const std::lock_guard guard(m_mutex);
    m_canceller = std::make_shared<const Canceller>(m_database->canceller());
  }
  Q_EMIT m_owner.connectionChanged(true);
  return {};
}

void DbThread::Worker::drop() {
  if (!m_database)
    return;
  {
    const std::lock_guard guard(m_mutex);
    m_canceller.reset();
  }
  m_session.reset();
  m_database.reset();
  Q_EMIT m_owner.connectionChanged(false);
}

DbThread::DbThread(ConnectionSettings settings, const Clock &clock, QString actor, QObject *parent)
    : QObject(parent),
      m_worker(std::make_unique<Worker>(*this, std::move(settings), clock, std::move(actor))) {}

DbThread::~DbThread() = default;

void DbThread::post(Task task, std::unique_ptr<QFutureWatcherBase> watcher) {
  m_worker->post(std::move(task), std::move(watcher));
}

void DbThread::cancelRunning() { m_worker->cancelRunning(); }

void DbThread::retryNow() { m_worker->retryNow(); }

Failure DbThread::programError(const std::exception &mistake) {
  spdlog::error("program.mistake: {}", mistake.what());
  return fail(u"program.mistake"_s,
              u"Tenantry made a mistake: %1. Nothing was changed; please report it."_s.arg(
                  QString::fromUtf8(mistake.what())));
}

} // namespace tenantry::store
