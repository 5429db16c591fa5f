// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QTcpServer>
#include <QTcpSocket>
#include <atomic>
#include <chrono>
#include <thread>

namespace tenantry::tests {

/// How the peer answers one mail. An empty answer: none, the connection stays open and silent.
struct SmtpAnswers {
  QByteArray greeting = "220 peer";
  QByteArray from = "250 2.1.0 ok";
  QByteArray recipient = "250 2.1.5 ok";
  QByteArray data = "354 go on";
  QByteArray end = "250 2.0.0 taken";
  bool dropsAtEnd = false;    ///< hangs up after the whole message, without a word
  std::size_t holdsUntil = 0; ///< its last answer waits until so many mails have come
};

struct TakenMail {
  QByteArray from;
  QByteArray recipient;
  QByteArray message; ///< as it came, with the dots of transparency taken away
};

/// The lines of SMTP on a socket, on whatever thread, until it is time to stop.
class SmtpTalk {
protected:
  /// Hands over who has come instead of making a socket of this thread.
  struct Door : QTcpServer {
    std::vector<qintptr> come;
    void incomingConnection(qintptr descriptor) override { come.push_back(descriptor); }
  };

  QByteArray readLine(QTcpSocket &socket) const {
    while (!socket.canReadLine() && !m_isStopping)
      if (!socket.waitForReadyRead(20) && socket.state() != QAbstractSocket::ConnectedState)
        break;
    return socket.readLine();
  }

  void say(QTcpSocket &socket, const QByteArray &answer) const {
    if (answer.isEmpty())
      return;
    std::this_thread::sleep_for(m_delay.load());
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

  std::atomic<std::chrono::milliseconds> m_delay{std::chrono::milliseconds(0)}; ///< of each answer
  std::atomic<bool> m_isStopping{false};
};

} // namespace tenantry::tests
