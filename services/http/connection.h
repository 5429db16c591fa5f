// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <boost/asio/ip/tcp.hpp>
#include <memory>

/// One client's connection, without showing how it reads: connection.cpp alone includes
/// Boost.Beast, which takes many seconds to compile.
namespace tenantry::http {

class Connection;
class ServerCore;

[[nodiscard]] std::shared_ptr<Connection> makeConnection(std::shared_ptr<ServerCore> core,
                                                         boost::asio::ip::tcp::socket socket);
/// From any thread, as what follows.
void beginToRead(Connection &connection);
void closeIfIdle(Connection &connection);
void closeNow(Connection &connection);

} // namespace tenantry::http
