// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QDeadlineTimer>
#include <arpa/inet.h>
#include <array>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace tenantry::tests {

/// A client that says whatever a test wants to say, and reads while it says it.
class RawClient {
public:
  explicit RawClient(quint16 port) : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in server{};
    server.sin_family = AF_INET;
    server.sin_port = htons(port);
    server.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    m_isOpen = ::connect(m_socket, reinterpret_cast<sockaddr *>(&server), sizeof server) == 0;
  }
  ~RawClient() { ::close(m_socket); }
  RawClient(const RawClient &) = delete;
  RawClient &operator=(const RawClient &) = delete;

  /// False once the server has closed.
  bool send(const QByteArray &bytes) {
    qsizetype sent = 0;
    const QDeadlineTimer deadline(patience);
    while (m_isOpen && sent < bytes.size() && !deadline.hasExpired()) {
      if (!take(POLLIN | POLLOUT, deadline))
        continue;
      const auto count =
          ::send(m_socket, bytes.constData() + sent, static_cast<size_t>(bytes.size() - sent),
                 MSG_DONTWAIT | MSG_NOSIGNAL);
      sent += std::max<ssize_t>(count, 0);
      m_isOpen = m_isOpen && (count >= 0 || errno == EAGAIN);
    }
    return m_isOpen;
  }
  /// Everything until the server closes, or until that time is over.
  QByteArray untilClosed(int milliseconds = patience) {
    const QDeadlineTimer deadline(milliseconds);
    while (m_isOpen && !deadline.hasExpired())
      take(POLLIN, deadline);
    return std::exchange(m_seen, {});
  }
  /// One answer, of a connection that stays open.
  QByteArray answer() {
    const QDeadlineTimer deadline(patience);
    while (!isWhole() && m_isOpen && !deadline.hasExpired())
      take(POLLIN, deadline);
    const auto size = sizeOfFirst();
    const auto first = m_seen.left(size);
    m_seen.remove(0, size);
    return first;
  }
  QByteArray ask(const QByteArray &bytes) {
    send(bytes);
    return untilClosed();
  }
  bool isOpen() {
    take(POLLIN, QDeadlineTimer(0));
    return m_isOpen;
  }

  static constexpr int patience = 20'000;

private:
  /// Waits, and reads what is there; true if it can be written to.
  bool take(short events, const QDeadlineTimer &deadline) {
    pollfd wait{m_socket, events, 0};
    ::poll(&wait, 1, static_cast<int>(deadline.remainingTime()));
    if ((wait.revents & (POLLIN | POLLHUP | POLLERR)) != 0) {
      std::array<char, 65'536> bytes{};
      const auto count = ::recv(m_socket, bytes.data(), bytes.size(), MSG_DONTWAIT);
      if (count > 0)
        m_seen.append(bytes.data(), count);
      m_isOpen = count > 0 || (count < 0 && errno == EAGAIN);
    }
    return (wait.revents & POLLOUT) != 0;
  }
  [[nodiscard]] qsizetype sizeOfFirst() const {
    const auto end = m_seen.indexOf("\r\n\r\n");
    const auto length = m_seen.indexOf("Content-Length: ");
    if (end < 0)
      return m_seen.size();
    if (length < 0 || length > end)
      return end + 4;
    const auto from = length + 16;
    return end + 4 + m_seen.mid(from, m_seen.indexOf("\r\n", from) - from).toLongLong();
  }
  [[nodiscard]] bool isWhole() const {
    return m_seen.contains("\r\n\r\n") && m_seen.size() >= sizeOfFirst();
  }
  int m_socket;
  bool m_isOpen = false;
  QByteArray m_seen;
};

} // namespace tenantry::tests
