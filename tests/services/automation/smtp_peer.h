// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QTcpServer>
#include <QTcpSocket>
#include <atomic>
#include <deque>
#include <mutex>
#include <thread>

namespace tenantry::tests {

/// How the peer answers one mail. An empty answer: none, the connection stays open and silent.
struct SmtpAnswers {
  QByteArray greeting = "220 peer";
  QByteArray from = "250 2.1.0 ok";
  QByteArray recipient = "250 2.1.5 ok";
  QByteArray data = "354 go on";
  QByteArray end = "250 2.0.0 taken";
  bool dropsAtEnd = false; ///< hangs up after the whole message, without a word
};

struct TakenMail {
  QByteArray from;
  QByteArray recipient;
  QByteArray message; ///< as it came, with the dots of transparency taken away
};

/// An SMTP server (RFC 5321) on a port of this machine, on a thread of its own, which answers the
/// mails that come as it was told, in their order; those after them are taken.
class SmtpPeer {
public:
  SmtpPeer() : m_thread([this] { serve(); }) {
    while (m_port == 0)
      std::this_thread::yield();
  }
  ~SmtpPeer() {
    m_isStopping = true;
    m_thread.join();
  }
  SmtpPeer(const SmtpPeer &) = delete;
  SmtpPeer &operator=(const SmtpPeer &) = delete;

  void answerNext(const SmtpAnswers &answers) {
    const std::lock_guard guard(m_mutex);
    m_answers.push_back(answers);
  }
  [[nodiscard]] std::vector<TakenMail> taken() const {
    const std::lock_guard guard(m_mutex);
    return m_taken;
  }
  [[nodiscard]] int connections() const { return m_connections; }
  [[nodiscard]] QString url() const {
    return QStringLiteral("smtp://127.0.0.1:%1").arg(m_port.load());
  }

private:
  void serve() {
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    m_port = server.serverPort();
    while (!m_isStopping)
      if (server.waitForNewConnection(20)) {
        ++m_connections;
        const std::unique_ptr<QTcpSocket> socket(server.nextPendingConnection());
        talk(*socket);
      }
  }

  SmtpAnswers nextAnswers() {
    const std::lock_guard guard(m_mutex);
    if (m_answers.empty())
      return {};
    const auto answers = m_answers.front();
    m_answers.pop_front();
    return answers;
  }

  QByteArray readLine(QTcpSocket &socket) const {
    while (!socket.canReadLine() && !m_isStopping)
      if (!socket.waitForReadyRead(20) && socket.state() != QAbstractSocket::ConnectedState)
        break;
    return socket.readLine();
  }

  static void say(QTcpSocket &socket, const QByteArray &answer) {
    if (answer.isEmpty())
      return;
    socket.write(answer + "\r\n");
    socket.waitForBytesWritten(1000);
  }

  QByteArray readMessage(QTcpSocket &socket) const {
    QByteArray message;
    for (QByteArray line = readLine(socket); !line.isEmpty() && line != ".\r\n";
         line = readLine(socket))
      message += line.startsWith('.') ? line.mid(1) : line;
    return message;
  }

  void talk(QTcpSocket &socket) {
    SmtpAnswers answers = nextAnswers();
    say(socket, answers.greeting);
    bool isFirst = true;
    TakenMail mail;
    for (QByteArray line = readLine(socket); !line.isEmpty(); line = readLine(socket)) {
      const QByteArray command = line.left(4).toUpper();
      if (command == "EHLO") {
        say(socket, "250-peer\r\n250 8BITMIME");
      } else if (command == "MAIL") {
        if (!isFirst)
          answers = nextAnswers();
        isFirst = false;
        mail.from = line.trimmed();
        say(socket, answers.from);
      } else if (command == "RCPT") {
        mail.recipient = line.trimmed();
        say(socket, answers.recipient);
      } else if (command == "DATA") {
        say(socket, answers.data);
        if (!answers.data.startsWith("354"))
          continue;
        mail.message = readMessage(socket);
        {
          const std::lock_guard guard(m_mutex);
          m_taken.push_back(mail);
        }
        if (answers.dropsAtEnd)
          return socket.abort();
        say(socket, answers.end);
      } else if (command == "QUIT") {
        say(socket, "221 bye");
        return;
      } else {
        say(socket, "250 ok");
      }
    }
  }

  mutable std::mutex m_mutex;
  std::deque<SmtpAnswers> m_answers;
  std::vector<TakenMail> m_taken;
  std::atomic<std::uint16_t> m_port{0};
  std::atomic<int> m_connections{0};
  std::atomic<bool> m_isStopping{false};
  std::thread m_thread; ///< last: it uses all the others
};

} // namespace tenantry::tests
