// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/store/session.h"
#include <QFuture>
#include <QFutureWatcher>
#include <QObject>
#include <QPromise>
#include <memory>

namespace tenantry::store {

/// A thread with one connection of its own, which is opened, used and closed there. Work is queued
/// and run in order; each call gives a QFuture. After a lost connection the next piece of work
/// tries to connect again (with back-off between tries) and fails with `store.disconnected` where
/// that is not possible.
class DbThread : public QObject {
  Q_OBJECT
public:
  DbThread(ConnectionSettings settings, const Clock &clock, QString actor,
           QObject *parent = nullptr);
  ~DbThread() override; ///< cancels what runs, drops what waits, joins

  /// Runs `work(Session &)` there. T of the QFuture is what work returns, a Result. Cancelling the
  /// future drops work that waits, and cancels the statement of work that runs. What work throws
  /// becomes the error `program.mistake`.
  template <typename F> auto run(F work) -> QFuture<std::invoke_result_t<F, Session &>> {
    using R = std::invoke_result_t<F, Session &>;
    auto promise = std::make_shared<QPromise<R>>();
    auto future = promise->future();
    promise->start();
    auto watcher = std::make_unique<QFutureWatcher<R>>();
    watcher->setFuture(future);
    post(
        [promise, work = std::move(work)](Result<Session *> session) mutable {
          if (promise->isCanceled())
            promise->addResult(
                R(fail(QStringLiteral("store.cancelled"), QStringLiteral("This was cancelled."))));
          else if (!session)
            promise->addResult(R(tl::unexpected(session.error())));
          else
            promise->addResult(guarded<R>([&] { return work(**session); }));
          promise->finish();
        },
        std::move(watcher));
    return future;
  }

  /// Cancels the statement that runs now, without waiting for it. Safe on any thread.
  void cancelRunning();
  /// The server is back: the next work connects at once, whatever pause earlier failures have left.
  /// Safe on any thread.
  void retryNow();

Q_SIGNALS:
  void connectionChanged(bool connected);

private:
  using Task = std::function<void(Result<Session *>)>;
  /// The edge at which a mistake of the program becomes an error, so that it ends one piece of work
  /// and not the process.
  template <typename R, typename F> static R guarded(F &&work) {
    try {
      return work();
    } catch (const std::exception &mistake) {
      return R(programError(mistake));
    }
  }
  static Failure programError(const std::exception &mistake);
  void post(Task task, std::unique_ptr<QFutureWatcherBase> watcher);
  class Worker;
  std::unique_ptr<Worker> m_worker;
};

} // namespace tenantry::store
