// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/shell/place.h"
#include <QLocalServer>

class QLocalSocket;

namespace tenantry::ui {

/// One console for each user and database: whoever starts another one hands over the link that it
/// was started with, and ends. Only this user can reach it.
class LinkServer : public QObject {
  Q_OBJECT

public:
  enum class Role {
    First,  ///< there was none: links of later ones come here
    Second, ///< there is one, and it has taken the link
    Alone,  ///< there is one that does not answer, or no place to listen at: links come to nobody
  };

  /// `database` says which one, in any form that is always the same.
  explicit LinkServer(const QString &database, QObject *parent = nullptr);

  /// Finds out and, as the second, hands over. Waits for some seconds at most: to be called before
  /// events are handled. Without a place the other one only comes to the front.
  [[nodiscard]] Role start(const std::optional<Place> &place);
  [[nodiscard]] const QString &socketPath() const { return m_path; }

Q_SIGNALS:
  void linkReceived(const tenantry::ui::Place &place);
  void wakeRequested(); ///< by one that was started without a link, and after linkReceived

private:
  enum class Answer { Taken, None, NobodyThere };
  [[nodiscard]] Answer handOver(const QString &link) const;
  void serve(QLocalSocket *socket);
  void take(QLocalSocket *socket);

  QString m_path;
  QLocalServer m_server;
};

} // namespace tenantry::ui
