// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/http/server.h"

#include "services/http/server_core.h"

using namespace Qt::StringLiterals;

namespace tenantry::http {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;
using namespace std::chrono_literals;

namespace {

constexpr auto acceptPause = 100ms;

} // namespace

Result<> ServerCore::listen() {
  error_code error;
  const auto address = asio::ip::make_address(options.address.toStdString(), error);
  if (error)
    return fail(u"http.address_invalid"_s,
                u"“%1” is not an IP address to listen on."_s.arg(options.address));
  const tcp::endpoint endpoint(address, options.port);
  m_acceptor.open(endpoint.protocol(), error);
  if (!error)
    m_acceptor.set_option(tcp::acceptor::reuse_address(true), error);
  if (!error)
    m_acceptor.bind(endpoint, error);
  if (!error)
    m_acceptor.listen(asio::socket_base::max_listen_connections, error);
  if (error)
    return fail(u"http.listen"_s,
                u"The server cannot listen on %1, port %2: %3."_s.arg(options.address)
                    .arg(options.port)
                    .arg(QString::fromStdString(error.message())));
  m_port = m_acceptor.local_endpoint(error).port();
  return {};
}

void ServerCore::run(const std::shared_ptr<ServerCore> &self) {
  accept(self);
  for (int i = 0; i < options.threads; ++i)
    m_threads.emplace_back([this] { context.run(); });
}

void ServerCore::accept(const std::shared_ptr<ServerCore> &self) {
  m_acceptor.async_accept(asio::make_strand(context),
                          [this, self](error_code error, tcp::socket socket) {
                            if (m_isStopping || error == asio::error::operation_aborted)
                              return;
                            if (!error) {
                              take(self, std::move(socket));
                              return accept(self);
                            }
                            // No descriptors left, most likely: those who are connected will go.
                            m_pause.expires_after(acceptPause);
                            m_pause.async_wait([this, self](error_code stopped) {
                              if (!stopped)
                                accept(self);
                            });
                          });
}

void ServerCore::take(const std::shared_ptr<ServerCore> &self, tcp::socket socket) {
  {
    const std::lock_guard guard(m_mutex);
    if (m_connections.size() >= static_cast<std::size_t>(options.limits.connections))
      return; // closed: there is no room even for an answer
  }
  error_code ignored;
  socket.set_option(tcp::no_delay(true), ignored);
  const auto connection = makeConnection(self, std::move(socket));
  add(connection);
  beginToRead(*connection);
}

void ServerCore::add(const std::shared_ptr<Connection> &connection) {
  const std::lock_guard guard(m_mutex);
  m_connections.emplace(connection.get(), connection);
}

void ServerCore::remove(const Connection *connection) {
  const std::lock_guard guard(m_mutex);
  m_connections.erase(connection);
  m_left.notify_all();
}

template <typename F> void ServerCore::eachConnection(F act) {
  std::vector<std::shared_ptr<Connection>> all;
  {
    const std::lock_guard guard(m_mutex);
    for (const auto &entry : m_connections)
      if (auto connection = entry.second.lock())
        all.push_back(std::move(connection));
  }
  for (const auto &connection : all)
    act(*connection);
}

void ServerCore::stop() {
  if (m_isStopping.exchange(true))
    return;
  asio::post(m_acceptor.get_executor(), [this] {
    error_code ignored;
    m_acceptor.close(ignored);
    m_pause.cancel();
  });
  eachConnection([](Connection &connection) { http::closeIfIdle(connection); });
  {
    std::unique_lock guard(m_mutex);
    m_left.wait_for(guard, options.limits.stop, [this] { return m_connections.empty(); });
  }
  m_isOver = true;
  eachConnection([](Connection &connection) { http::closeNow(connection); });
  m_work.reset();
  for (auto &thread : m_threads)
    thread.join();
  m_threads.clear();
}

Server::Server(ServerOptions options, Application application, const Clock &clock)
    : m_core(std::make_shared<ServerCore>(std::move(options), std::move(application), clock)) {}

Server::~Server() { stop(); }

Result<> Server::start() {
  TENANTRY_CHECK(m_core->listen());
  m_core->run(m_core);
  return {};
}

std::uint16_t Server::port() const { return m_core->port(); }

void Server::stop() { m_core->stop(); }

} // namespace tenantry::http
