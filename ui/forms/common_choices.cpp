// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/common_choices.h"
#include "services/core/country.h"
#include "services/core/money.h"
#include <QHash>
#include <QLocale>
#include <set>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

QList<QLocale> knownLocales() {
  return QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyTerritory);
}

QList<FieldChoice> sorted(QList<FieldChoice> choices) {
  std::sort(choices.begin(), choices.end(), [](const FieldChoice &a, const FieldChoice &b) {
    return QString::localeAwareCompare(a.text, b.text) < 0;
  });
  return choices;
}

QString withCode(const QString &name, const QString &code) {
  return name.isEmpty() || name == code ? code : u"%1 (%2)"_s.arg(name, code);
}

QList<FieldChoice> sorted(const QMap<QString, QString> &nameOf) {
  QList<FieldChoice> choices;
  for (const auto &[value, name] : nameOf.asKeyValueRange())
    choices.append({value, withCode(name, value)});
  return sorted(std::move(choices));
}

} // namespace

QString countryWithCode(const QString &code, const QLocale &locale) {
  return withCode(countryName(code, locale), code);
}

QList<FieldChoice> countryChoices(const QLocale &locale) {
  QMap<QString, QString> nameOf;
  for (int i = QLocale::AnyTerritory + 1; i <= QLocale::LastTerritory; ++i) {
    const auto code = QLocale::territoryToCode(QLocale::Territory(i));
    if (Country::isValid(code))
      nameOf.insert(code, countryName(code, locale));
  }
  return sorted(nameOf);
}

QList<FieldChoice> currencyChoices() {
  std::set<QString> codes;
  for (const auto &known : knownLocales())
    if (const auto code = known.currencySymbol(QLocale::CurrencyIsoCode); Currency::parse(code))
      codes.insert(code);
  QList<FieldChoice> choices;
  for (const auto &code : codes)
    choices.append({code, code});
  return choices;
}

/// The shortest of its names: "English", not "American English".
QList<FieldChoice> languageChoices() {
  QMap<QString, QString> nameOf;
  for (const auto &known : knownLocales()) {
    const auto code = QLocale::languageToCode(known.language());
    const auto name = known.nativeLanguageName();
    if (code.size() < 2 || code.size() > 3)
      continue;
    if (auto &shortest = nameOf[code];
        shortest.isEmpty() || (!name.isEmpty() && name.size() < shortest.size()))
      shortest = name.isEmpty() ? QLocale::languageToString(known.language()) : name;
  }
  return sorted(nameOf);
}

QString languageName(const QString &code) {
  static const auto names = [] {
    QHash<QString, QString> known;
    for (const auto &choice : languageChoices())
      known.insert(choice.value, choice.text);
    return known;
  }();
  return names.value(code, code);
}

} // namespace tenantry::ui
