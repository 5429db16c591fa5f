// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/store/wake_up.h"
#include <QObject>

namespace tenantry::desktop {

/// SIGTERM, SIGINT and SIGHUP end the console as closing its window does: work stops after the
/// chunk at hand, and the last one stops the embedded server. A second signal ends the process at
/// once. One per process.
class QuitSignals : public QObject {
  Q_OBJECT

public:
  explicit QuitSignals(QObject *parent = nullptr);
  ~QuitSignals() override;

Q_SIGNALS:
  void quitRequested();

private:
  store::WakeUp m_wakeUp;
};

} // namespace tenantry::desktop
