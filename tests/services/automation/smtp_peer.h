// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "tests/services/automation/smtp_talk.h"
#include <QTcpServer>
#include <deque>
#include <mutex>
#include <thread>

namespace tenantry::tests {

/// An SMTP server (RFC 5321) on a port of this machine, on threads of its own, which answers the
/// mails that come as it was told, in their order; those after them are taken.
class SmtpPeer : SmtpTalk {
public:
  SmtpPeer() : m_thread([this] { serve(); }) {
    while (m_port == 0)
      std::this_thread::yield();
  }
  ~SmtpPeer() {
    m_isStopping = true;
    m_thread.join();
    for (auto &talk : m_talks)
      talk.join();
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
  /// Those beyond are sent away.
  void allow(int connections) { m_allowed = connections; }
  /// Each answer takes so long.
  void answerAfter(std::chrono::milliseconds delay) { m_delay = delay; }
  [[nodiscard]] int connections() const { return m_connections; }
  [[nodiscard]] QString url() const {
    return QStringLiteral("smtp://127.0.0.1:%1").arg(m_port.load());
  }

private:
  void serve() {
    Door door;
    door.listen(QHostAddress::LocalHost);
    m_port = door.serverPort();
    while (!m_isStopping) {
      door.waitForNewConnection(20);
      for (const qintptr descriptor : std::exchange(door.come, {}))
        m_talks.emplace_back([this, descriptor] { receive(descriptor); });
    }
  }

  void receive(qintptr descriptor) {
    ++m_connections;
    QTcpSocket socket;
    socket.setSocketDescriptor(descriptor);
    if (++m_current > m_allowed)
      say(socket, "421 4.7.0 too many connections");
    else
      talk(socket);
    --m_current;
  }

  /// A test that never gets so far is told by its own client's time limit.
  void hold(std::size_t until) const {
    while (!m_isStopping && taken().size() < until)
      std::this_thread::yield();
  }

  SmtpAnswers nextAnswers() {
    const std::lock_guard guard(m_mutex);
    if (m_answers.empty())
      return {};
    const auto answers = m_answers.front();
    m_answers.pop_front();
    return answers;
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
        hold(answers.holdsUntil);
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
  std::atomic<int> m_current{0};
  std::atomic<int> m_allowed{1000};
  std::vector<std::thread> m_talks; ///< m_thread's, until it has ended
  std::thread m_thread;             ///< last: it uses all the others
};

} // namespace tenantry::tests
