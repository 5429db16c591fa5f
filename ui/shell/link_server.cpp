// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/link_server.h"
#include <QCryptographicHash>
#include <QLocalSocket>
#include <QLockFile>
#include <QStandardPaths>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tenantry::ui {

namespace {

constexpr int connectWait = 1000, answerWait = 3000, lockWait = 5000; // ms
constexpr auto longestTalk = 3s;
constexpr qint64 longestLink = 4096;
const QByteArray greeting("tenantry-link-1 "), taken("taken\n");

/// Short, for the path of a socket has at most 107 bytes.
QString pathOf(const QString &database) {
  const auto hash = QCryptographicHash::hash(database.toUtf8(), QCryptographicHash::Sha256).toHex();
  return u"%1/tenantry-console-%2"_s.arg(
      QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation),
      QString::fromLatin1(hash.left(16)));
}

} // namespace

LinkServer::LinkServer(const QString &database, QObject *parent)
    : QObject(parent), m_path(pathOf(database)) {
  m_server.setSocketOptions(QLocalServer::UserAccessOption);
  connect(&m_server, &QLocalServer::newConnection, this, [this] {
    while (auto *socket = m_server.nextPendingConnection())
      serve(socket);
  });
}

LinkServer::Role LinkServer::start(const std::optional<Place> &place) {
  // Of two that start at once one listens before the other one looks.
  QLockFile lock(m_path + u".lock"_s);
  if (!lock.tryLock(lockWait))
    return Role::Alone;
  switch (handOver(place ? place->link() : QString())) {
  case Answer::Taken:
    return Role::Second;
  case Answer::None:
    return Role::Alone;
  case Answer::NobodyThere:
    break;
  }
  QLocalServer::removeServer(m_path); // of one that was killed
  return m_server.listen(m_path) ? Role::First : Role::Alone;
}

LinkServer::Answer LinkServer::handOver(const QString &link) const {
  QLocalSocket socket;
  socket.connectToServer(m_path);
  if (!socket.waitForConnected(connectWait))
    return socket.error() == QLocalSocket::SocketTimeoutError ? Answer::None : Answer::NobodyThere;
  socket.write(greeting + link.toUtf8() + '\n');
  QByteArray answer;
  while (!answer.endsWith('\n') && socket.waitForReadyRead(answerWait))
    answer += socket.readAll();
  return answer == taken ? Answer::Taken : Answer::None;
}

void LinkServer::serve(QLocalSocket *socket) {
  connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
  connect(socket, &QLocalSocket::readyRead, this, [this, socket] { take(socket); });
  QTimer::singleShot(longestTalk, socket, [socket] { socket->abort(); });
  take(socket);
}

/// Whatever is not a link of ours gets no answer.
void LinkServer::take(QLocalSocket *socket) {
  if (!socket->canReadLine()) {
    if (socket->bytesAvailable() > longestLink)
      socket->abort();
    return;
  }
  const auto line = socket->readLine(longestLink).trimmed();
  const auto link = QString::fromUtf8(line.mid(greeting.trimmed().size())).trimmed();
  const auto place = Place::parse(link);
  if (!line.startsWith(greeting.trimmed()) || (!link.isEmpty() && !place))
    return socket->abort();
  socket->write(taken);
  socket->disconnectFromServer(); // once all is written
  if (place)
    Q_EMIT linkReceived(*place);
  Q_EMIT wakeRequested();
}

} // namespace tenantry::ui
