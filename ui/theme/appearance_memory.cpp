// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/appearance_memory.h"
#include <QSettings>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

const QString appearanceItem = u"appearance"_s;

QString keyOf(Appearance appearance) {
  switch (appearance) {
  case Appearance::Light:
    return u"light"_s;
  case Appearance::Dark:
    return u"dark"_s;
  case Appearance::System:
    break;
  }
  return u"system"_s;
}

} // namespace

AppearanceMemory::AppearanceMemory(QString file) : m_file(std::move(file)) {}

AppearanceMemory::~AppearanceMemory() { m_writing.waitForFinished(); }

Appearance AppearanceMemory::read() const {
  const auto kept = QSettings(m_file, QSettings::IniFormat).value(appearanceItem).toString();
  for (const auto appearance : {Appearance::Light, Appearance::Dark})
    if (kept == keyOf(appearance))
      return appearance;
  return Appearance::System;
}

/// One after the other, so that the last one is what stays.
void AppearanceMemory::keep(Appearance appearance) {
  m_writing = QtConcurrent::run([before = m_writing, file = m_file, appearance]() mutable {
    before.waitForFinished();
    QSettings settings(file, QSettings::IniFormat);
    settings.setValue(appearanceItem, keyOf(appearance));
    settings.sync();
  });
}

} // namespace tenantry::ui
