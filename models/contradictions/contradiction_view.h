// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/connection/stoppable_reading.h"
#include "services/payments/contradiction_listing.h"
#include <QTimer>

namespace tenantry::models {

/// The contradiction that is looked at, read anew when news come.
class ContradictionView : public QObject {
  Q_OBJECT

public:
  explicit ContradictionView(Connection &connection, QObject *parent = nullptr);

  void show(const QUuid &id);
  void refresh(); ///< until then what was read stays
  void clear();
  /// Ends the reading: what is there stays, where nothing is `failed` says so. False where none
  /// goes on that somebody may have noticed.
  bool stop();

  /// Null until it was read, and once it waits no more.
  [[nodiscard]] const payments::Contradiction *shown() const {
    return m_shown ? &*m_shown : nullptr;
  }
  [[nodiscard]] const QUuid &id() const { return m_id; }
  [[nodiscard]] bool isFetching() const { return m_reading.isRunning(); }

Q_SIGNALS:
  void changed();
  void failed(const tenantry::Error &error); ///< `payment.not_contradicted`: it waits no more

private:
  void take(const Result<payments::Contradiction> &read);

  Connection &m_connection;
  QUuid m_id;
  std::optional<payments::Contradiction> m_shown;
  StoppableReading m_reading;
  QTimer m_pause; ///< news come in bursts
};

} // namespace tenantry::models
