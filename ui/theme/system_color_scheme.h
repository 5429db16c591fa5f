// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QObject>

class QDBusVariant;
class QDBusPendingCallWatcher;

namespace tenantry::ui {

/// Whether the desktop asks for dark windows, and when that changes. Asks the settings portal
/// (org.freedesktop.portal.Settings, org.freedesktop.appearance color-scheme), as Qt 6.4 does not;
/// until it answers, and where there is none, the palette the application started with decides.
class SystemColorScheme : public QObject {
  Q_OBJECT

public:
  explicit SystemColorScheme(QObject *parent);

  [[nodiscard]] bool isDark() const { return m_dark; }

Q_SIGNALS:
  void changed();

private Q_SLOTS:
  void onSettingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
  void ask();
  void onAnswer(QDBusPendingCallWatcher *call);
  void set(uint portalValue);

  bool m_dark;
};

} // namespace tenantry::ui
