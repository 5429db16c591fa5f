// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/http/router.h"
#include "services/http/server.h"
#include "tests/services/http/raw_client.h"

#include <atomic>
#include <mutex>
#include <thread>

namespace tenantry::tests {

using namespace http;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

inline ServerLimits quick() {
  ServerLimits limits;
  limits.head = 300ms;
  limits.body = 600ms;
  limits.write = 400ms;
  limits.stop = 5s;
  return limits;
}

/// A server with a few routes, on a port of its own.
struct HttpHouse {
  explicit HttpHouse(const ServerLimits &limits = {}) {
    router.add(Method::Get, "/hello", 0, [](const Call &, const Answer &answer) {
      answer({200, "text/plain", "hello"});
    });
    router.add(Method::Post, "/echo", 10'000, [](const Call &call, const Answer &answer) {
      answer({200, "text/plain", call.request.body});
    });
    router.add(Method::Get, "/large", 0, [](const Call &, const Answer &answer) {
      answer({200, "text/plain", QByteArray(64 << 20, 'x')});
    });
    router.add(Method::Get, "/slow", 0, [this](const Call &, const Answer &answer) {
      ++slow;
      const std::lock_guard guard(mutex);
      later.emplace_back([this, answer] {
        std::this_thread::sleep_for(slowFor);
        answer({200, "text/plain", "slow"});
      });
    });
    router.add(Method::Get, "/mistake", 0,
               [](const Call &, const Answer &) { throw std::runtime_error("a mistake"); });
    server = std::make_unique<Server>(ServerOptions{u"127.0.0.1"_s, 0, 2, limits},
                                      router.application(), clock);
    const auto started = server->start();
    if (!started)
      qFatal("%s", qPrintable(started.error().toString()));
  }
  ~HttpHouse() {
    server.reset();
    for (auto &thread : later)
      thread.join();
  }
  [[nodiscard]] QByteArray ask(const QByteArray &bytes) const {
    return RawClient(server->port()).ask(bytes);
  }

  SystemClock clock;
  Router router;
  std::mutex mutex;
  std::vector<std::thread> later;
  std::atomic<int> slow = 0;
  std::chrono::milliseconds slowFor = 300ms;
  std::unique_ptr<Server> server;
};

inline const QByteArray host = "Host: h\r\n";
inline const QByteArray lastly = "Connection: close\r\n\r\n";
inline const QByteArray hello = "GET /hello HTTP/1.1\r\nHost: h\r\n\r\n";

inline int statusOf(const QByteArray &answer) { return answer.mid(9, 3).toInt(); }
inline QByteArray bodyOf(const QByteArray &answer) {
  return answer.mid(answer.indexOf("\r\n\r\n") + 4);
}

} // namespace tenantry::tests
