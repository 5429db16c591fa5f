// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/connection/stoppable_reading.h"
#include "services/automation/mail_listing.h"
#include <QTimer>

namespace tenantry::models {

/// The mail that is looked at, read anew when news come.
class MailView : public QObject {
  Q_OBJECT

public:
  explicit MailView(Connection &connection, QObject *parent = nullptr);

  void show(const automation::MailId &id);
  void refresh(); ///< until then what was read stays
  void clear();
  /// Ends the reading: what is there stays, where nothing is `failed` says so. False where none
  /// goes on that somebody may have noticed.
  bool stop();

  /// Null until it was read, and after an error.
  [[nodiscard]] const automation::MailRow *mail() const { return m_mail ? &*m_mail : nullptr; }
  [[nodiscard]] const automation::MailId &id() const { return m_id; }
  [[nodiscard]] bool isFetching() const { return m_reading.isRunning(); }

Q_SIGNALS:
  void changed();
  void failed(const tenantry::Error &error);

private:
  void take(const Result<automation::MailRow> &mail);

  Connection &m_connection;
  automation::MailId m_id;
  std::optional<automation::MailRow> m_mail;
  StoppableReading m_reading;
  QTimer m_pause; ///< news come in bursts
};

} // namespace tenantry::models
