// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/system_color_scheme.h"
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QGuiApplication>
#include <QPalette>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

const auto service = u"org.freedesktop.portal.Desktop"_s;
const auto path = u"/org/freedesktop/portal/desktop"_s;
const auto settings = u"org.freedesktop.portal.Settings"_s;
const auto appearance = u"org.freedesktop.appearance"_s;
const auto colorScheme = u"color-scheme"_s;

/// The portal's values: 0 no preference, 1 dark, 2 light.
constexpr uint preferNone = 0, preferDark = 1;

} // namespace

SystemColorScheme::SystemColorScheme(QObject *parent)
    : QObject(parent),
      m_dark(QGuiApplication::palette().color(QPalette::Window).lightness() < 128) {
  ask();
}

void SystemColorScheme::ask() {
  auto bus = QDBusConnection::sessionBus();
  if (!bus.isConnected())
    return;
  bus.connect(service, path, settings, u"SettingChanged"_s, this,
              SLOT(onSettingChanged(QString, QString, QDBusVariant)));
  auto message = QDBusMessage::createMethodCall(service, path, settings, u"Read"_s);
  message << appearance << colorScheme;
  auto *call = new QDBusPendingCallWatcher(bus.asyncCall(message), this);
  connect(call, &QDBusPendingCallWatcher::finished, this, &SystemColorScheme::onAnswer);
}

void SystemColorScheme::onAnswer(QDBusPendingCallWatcher *call) {
  call->deleteLater();
  const QDBusPendingReply<QDBusVariant> reply = *call;
  if (!reply.isValid())
    return; // no portal on this desktop
  // `Read` wraps its value twice.
  auto value = reply.value().variant();
  if (value.canConvert<QDBusVariant>())
    value = value.value<QDBusVariant>().variant();
  set(value.toUInt());
}

void SystemColorScheme::onSettingChanged(const QString &group, const QString &key,
                                         const QDBusVariant &value) {
  if (group == appearance && key == colorScheme)
    set(value.variant().toUInt());
}

void SystemColorScheme::set(uint portalValue) {
  const bool dark = portalValue == preferNone ? m_dark : portalValue == preferDark;
  if (dark == m_dark)
    return;
  m_dark = dark;
  Q_EMIT changed();
}

} // namespace tenantry::ui
