// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/http/connection.h"
#include "services/http/server.h"

#include <atomic>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <unordered_map>

namespace tenantry::http {

/// What connections share; it lives as long as the last of them.
class ServerCore {
public:
  ServerCore(ServerOptions wanted, Application served, const Clock &now)
      : options(std::move(wanted)), application(std::move(served)), clock(now),
        m_work(context.get_executor()), m_acceptor(boost::asio::make_strand(context)),
        m_pause(m_acceptor.get_executor()) {}

  [[nodiscard]] Result<> listen();
  void run(const std::shared_ptr<ServerCore> &self);
  void stop();
  void add(const std::shared_ptr<Connection> &connection);
  void remove(const Connection *connection);
  [[nodiscard]] std::uint16_t port() const { return m_port; }
  [[nodiscard]] bool isStopping() const { return m_isStopping; }
  [[nodiscard]] bool isOver() const { return m_isOver; }

  const ServerOptions options;
  const Application application;
  const Clock &clock;
  boost::asio::io_context context;

private:
  void accept(const std::shared_ptr<ServerCore> &self);
  void take(const std::shared_ptr<ServerCore> &self, boost::asio::ip::tcp::socket socket);
  template <typename F> void eachConnection(F act);

  /// Keeps the threads while nothing but the application works.
  boost::asio::executor_work_guard<boost::asio::io_context::executor_type> m_work;
  boost::asio::ip::tcp::acceptor m_acceptor;
  boost::asio::steady_timer m_pause;
  std::uint16_t m_port = 0;
  std::atomic<bool> m_isStopping = false;
  std::atomic<bool> m_isOver = false; ///< nobody writes answers any more
  std::mutex m_mutex;
  std::condition_variable m_left;
  std::unordered_map<const Connection *, std::weak_ptr<Connection>> m_connections;
  std::vector<std::thread> m_threads;
};

} // namespace tenantry::http
