// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QFuture>
#include <QFutureWatcher>

namespace tenantry::models {

/// Calls `then` with the result, on the thread of the context, unless the future is cancelled or
/// the context is gone by then. Instead of QFuture::then: in Qt 6.4 cancelling a future whose
/// continuation has run writes into freed memory, and a context that is gone is an assertion.
template <typename R, typename Then>
void whenDone(const QFuture<R> &future, QObject *context, Then then) {
  auto *watcher = new QFutureWatcher<R>(context);
  QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                   [watcher, then = std::move(then)]() mutable {
                     watcher->deleteLater();
                     if (!watcher->isCanceled())
                       then(watcher->result());
                   });
  watcher->setFuture(future);
}

} // namespace tenantry::models
