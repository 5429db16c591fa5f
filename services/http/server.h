// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/result.h"
#include "services/http/message.h"
#include <cstdint>
#include <memory>

namespace tenantry::http {

class ServerCore;

struct ServerLimits {
  std::chrono::milliseconds head =
      std::chrono::seconds(10); ///< for a head to come, or to stay idle
  std::chrono::milliseconds body = std::chrono::seconds(30);  ///< for the whole body
  std::chrono::milliseconds write = std::chrono::seconds(30); ///< for the whole answer to be taken
  std::chrono::milliseconds stop = std::chrono::seconds(30);  ///< for what runs when it is to end
  int connections = 1000;
  std::size_t headBytes = std::size_t{16} * 1024;
};

struct ServerOptions {
  QString address = QStringLiteral("127.0.0.1"); ///< IPv4 or IPv6, as a number
  std::uint16_t port = 0;                        ///< 0: any that is free
  int threads = 2;
  ServerLimits limits{};
};

/// An HTTP/1.1 server for one application, without TLS: that, and caps for each client, are the
/// business of a proxy in front of it. Within its limits it bears slow, huge, malformed and too
/// many requests; those never reach the application, and neither paths nor bodies reach the log.
class Server {
public:
  /// The clock outlives the server.
  Server(ServerOptions options, Application application, const Clock &clock);
  ~Server(); ///< stops
  Server(const Server &) = delete;
  Server &operator=(const Server &) = delete;

  /// Errors `http.address_invalid`, `http.listen`.
  [[nodiscard]] Result<> start();
  [[nodiscard]] std::uint16_t port() const;
  /// Takes no more connections, finishes the requests that are under way, closes the rest, joins.
  void stop();

private:
  std::shared_ptr<ServerCore> m_core;
};

/// "127.0.0.1:8480", "[::1]:8480": error `http.address_invalid`.
[[nodiscard]] Result<ServerOptions> parseAddress(const QString &text);

} // namespace tenantry::http
