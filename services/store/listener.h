// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/store/database.h"
#include <QObject>
#include <memory>

namespace tenantry::store {

/// LISTENs on a connection of its own, on a thread of its own. Reconnects by itself and then emits
/// `caughtUp`, so that whoever shows data fetches it anew: nothing that happened in between is
/// missed.
class Listener : public QObject {
  Q_OBJECT
public:
  Listener(ConnectionSettings settings, QStringList channels, QObject *parent = nullptr);
  ~Listener() override;

Q_SIGNALS:
  void notified(const QString &channel, const QString &payload);
  void connectionChanged(bool connected);
  void caughtUp();

private:
  struct State;
  std::unique_ptr<State> m_state;
};

} // namespace tenantry::store
