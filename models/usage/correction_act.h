// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/connection/connection.h"
#include "services/usage/corrections.h"
#include <QTimer>

namespace tenantry::models {

/// Takes from one usage event: previews what a quantity comes to as it is typed, confirms what was
/// previewed, and previews anew where it comes to something else by now. What was sent and not
/// answered, as after a lost connection, is asked about before it is sent again.
class CorrectionAct : public QObject {
  Q_OBJECT

public:
  CorrectionAct(Connection &connection, const OrganizationId &organization, const QString &corrects,
                QObject *parent = nullptr);

  /// Soon, where more is typed meanwhile: the last one counts. Smallest units.
  void preview(std::int64_t quantity);
  void forget(); ///< nothing is wanted
  void confirm(const QString &reason);

  [[nodiscard]] bool isBusy() const { return m_isBusy; }
  /// What it would come to; null while that is not known.
  [[nodiscard]] const usage::CorrectionPicture *shown() const {
    return m_shown ? &*m_shown : nullptr;
  }

Q_SIGNALS:
  void previewed();
  /// It cannot be done so, or could not be looked at.
  void refused(const tenantry::Error &error);
  /// It came to something else than what was shown; the preview of what it comes to follows.
  void outdated(const tenantry::Error &error);
  void busyChanged(bool busy);
  void done();

private:
  void look();
  void take(const Result<> &outcome);
  void finish();
  void setBusy(bool busy);
  /// With the id of what was sent of that quantity; null: nothing was.
  [[nodiscard]] usage::UsageCorrection wanted() const;

  Connection &m_connection;
  const OrganizationId m_organization;
  const QString m_corrects;
  QTimer m_pause;
  std::int64_t m_quantity = 0;
  std::optional<usage::CorrectionPicture> m_shown;
  std::optional<std::pair<std::int64_t, QUuid>> m_sent; ///< the same quantity is the same act
  quint64 m_generation = 0;
  bool m_isBusy = false;
};

} // namespace tenantry::models
