// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/connection/connection.h"
#include "services/billing/months.h"
#include "services/billing/reopening.h"
#include "services/payments/month_end.h"

namespace tenantry::models {

/// Closes a month of the books after it was shown what that means, or opens one again: each is held
/// to what was shown.
class MonthCloser : public QObject {
  Q_OBJECT

public:
  MonthCloser(Connection &connection, std::chrono::year_month month, QObject *parent = nullptr);

  void preview(); ///< of closing it; `previewed` or `refused` follows
  void previewReopening();
  void close(); ///< `done` or `refused` follows
  void reopen(const QString &reason);
  [[nodiscard]] std::chrono::year_month month() const { return m_month; }
  [[nodiscard]] bool isBusy() const { return m_isBusy; }
  /// Null until it was read, and once it is known that it cannot be closed.
  [[nodiscard]] const payments::MonthEnd *shown() const { return m_shown ? &*m_shown : nullptr; }
  /// Likewise, of opening it again.
  [[nodiscard]] const billing::Reopening *reopening() const {
    return m_reopening ? &*m_reopening : nullptr;
  }

Q_SIGNALS:
  void previewed();
  void refused(const tenantry::Error &error);
  void busyChanged(bool busy);
  void done();

private:
  void setBusy(bool busy);
  template <typename Picture>
  void takePreview(const Result<Picture> &picture, std::optional<Picture> &shown);
  template <typename Outcome> void take(const Result<Outcome> &outcome);

  Connection &m_connection;
  const std::chrono::year_month m_month;
  std::optional<payments::MonthEnd> m_shown;
  std::optional<billing::Reopening> m_reopening;
  bool m_isBusy = false;
};

} // namespace tenantry::models
