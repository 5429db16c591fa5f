// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/listener.h"
#include "services/store/connection.h"
#include "services/store/reconnect.h"
#include "services/store/wake_up.h"
#include <QThread>
#include <array>
#include <libpq-fe.h>
#include <poll.h>
#include <spdlog/spdlog.h>

using namespace Qt::StringLiterals;

namespace tenantry::store {

struct Listener::State {
  State(Listener &listener, ConnectionSettings connection, QStringList names)
      : owner(listener), settings(std::move(connection)), channels(std::move(names)),
        thread(QThread::create([this] { loop(); })) {}

  void loop();
  Result<std::unique_ptr<Database>> connect() const;
  void listen(const Database &database);
  void deliver(const Database &database);
  /// True if it is time to end.
  bool wait(int socket, std::chrono::milliseconds timeout) const;

  Listener &owner;
  const ConnectionSettings settings;
  const QStringList channels;
  WakeUp end;
  std::unique_ptr<QThread> thread;
};

bool Listener::State::wait(int socket, std::chrono::milliseconds timeout) const {
  std::array<pollfd, 2> descriptors{{{end.descriptor(), POLLIN, 0}, {socket, POLLIN, 0}}};
  ::poll(descriptors.data(), descriptors.size(), static_cast<int>(timeout.count()));
  return descriptors[0].revents != 0;
}

Result<std::unique_ptr<Database>> Listener::State::connect() const {
  TENANTRY_TRY(database, Database::open(settings, end.descriptor()));
  for (const auto &channel : channels)
    TENANTRY_CHECK(database->script(
        QByteArray::fromStdString("LISTEN " + quotedName(database->handle(), channel))));
  return std::move(database);
}

void Listener::State::deliver(const Database &database) {
  while (PGnotify *notification = PQnotifies(database.handle())) {
    Q_EMIT owner.notified(QString::fromUtf8(notification->relname),
                          QString::fromUtf8(notification->extra));
    PQfreemem(notification);
  }
}

void Listener::State::listen(const Database &database) {
  constexpr std::chrono::milliseconds forEver{-1};
  do {
    deliver(database);
  } while (!wait(PQsocket(database.handle()), forEver) && database.isConnected());
}

void Listener::State::loop() {
  auto pause = shortestReconnectPause;
  for (;;) {
    if (const auto database = connect(); database) {
      pause = shortestReconnectPause;
      Q_EMIT owner.connectionChanged(true);
      Q_EMIT owner.caughtUp();
      listen(**database);
      Q_EMIT owner.connectionChanged(false);
    } else {
      spdlog::debug("listener: {}", database.error().toString().toStdString());
    }
    if (wait(-1, pause))
      return;
    pause = std::min(pause * 2, longestReconnectPause);
  }
}

Listener::Listener(ConnectionSettings settings, QStringList channels, QObject *parent)
    : QObject(parent),
      m_state(std::make_unique<State>(*this, std::move(settings), std::move(channels))) {
  m_state->thread->setObjectName(u"listener"_s);
  m_state->thread->start();
}

Listener::~Listener() {
  m_state->end.raise();
  m_state->thread->wait();
}

} // namespace tenantry::store
