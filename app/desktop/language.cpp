// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace tenantry::desktop {

namespace {

/// Numbers and days of the C locale are as nobody reads them.
QLocale localeFor(const QString &language) {
  const auto system = QLocale::system();
  const QLocale asked(language);
  if (!language.isEmpty() && asked.language() != system.language())
    return asked;
  return system.language() == QLocale::C ? QLocale(QLocale::English, QLocale::UnitedStates)
                                         : system;
}

QString spoken(const QLocale &locale, const QString &language) {
  if (!language.isEmpty())
    return language;
  for (const auto &wanted : locale.uiLanguages())
    if (const auto known = wanted.section(u'-', 0, 0); languages().contains(known))
      return known;
  return u"en"_s;
}

} // namespace

QStringList languages() { return {u"en"_s, u"de"_s}; }

void speak(QCoreApplication &application, const QString &language) {
  const auto locale = localeFor(language);
  const auto name = spoken(locale, language);
  QLocale::setDefault(locale);
  auto *ours = new QTranslator(&application);
  if (ours->load(u":/translations/tenantry_%1.qm"_s.arg(name)))
    QCoreApplication::installTranslator(ours);
  // Qt's own dialogs; they stay English where its translations are not installed.
  auto *qts = new QTranslator(&application);
  if (qts->load(u"qtbase_%1"_s.arg(name), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
    QCoreApplication::installTranslator(qts);
}

} // namespace tenantry::desktop
