// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organizations/organization_fields.h"
#include "models/organizations/organization_form.h"
#include "ui/forms/common_choices.h"
#include <QCoreApplication>
#include <QLocale>
#include <array>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

struct FieldNames {
  Q_DECLARE_TR_FUNCTIONS(OrganizationFields)
};

struct FieldName {
  QLatin1StringView key;
  const char *name;
};
constexpr std::array fieldNames{
    FieldName{"name"_L1, QT_TRANSLATE_NOOP("OrganizationFields", "Name")},
    FieldName{"email"_L1, QT_TRANSLATE_NOOP("OrganizationFields", "E-mail")},
    FieldName{"telephone"_L1, QT_TRANSLATE_NOOP("OrganizationFields", "Telephone")},
    FieldName{"url"_L1, QT_TRANSLATE_NOOP("OrganizationFields", "Web address")},
    FieldName{"customerNumber"_L1, QT_TRANSLATE_NOOP("OrganizationFields", "Customer number")},
    FieldName{"streetAddress"_L1, QT_TRANSLATE_NOOP("OrganizationFields", "Street")},
    FieldName{"postalCode"_L1, QT_TRANSLATE_NOOP("OrganizationFields", "Postal code")},
    FieldName{"addressLocality"_L1, QT_TRANSLATE_NOOP("OrganizationFields", "Town")},
    FieldName{"addressRegion"_L1, QT_TRANSLATE_NOOP("OrganizationFields", "State or province")},
    FieldName{"addressCountry"_L1, QT_TRANSLATE_NOOP("OrganizationFields", "Country")},
    FieldName{"vatId"_L1, QT_TRANSLATE_NOOP("OrganizationFields", "VAT id")},
    FieldName{"currency"_L1, QT_TRANSLATE_NOOP("OrganizationFields", "Currency")},
    FieldName{"language"_L1, QT_TRANSLATE_NOOP("OrganizationFields", "Language")},
    FieldName{"timeZone"_L1, QT_TRANSLATE_NOOP("OrganizationFields", "Time zone")},
    FieldName{"industry"_L1, QT_TRANSLATE_NOOP("OrganizationFields", "Industry")},
    FieldName{"numberOfEmployees"_L1, QT_TRANSLATE_NOOP("OrganizationFields", "Employees")},
    FieldName{"foundingDate"_L1, QT_TRANSLATE_NOOP("OrganizationFields", "Founded on")},
    FieldName{"description"_L1, QT_TRANSLATE_NOOP("OrganizationFields", "Description")}};

FieldSpec of(const QString &key, FieldKind kind) {
  return {.key = key, .label = organizationFieldName(key), .kind = kind};
}

FieldSpec line(const QString &key) { return of(key, FieldKind::Line); }

FieldSpec wide(FieldSpec field) {
  field.isWide = true;
  return field;
}

FieldSpec choice(const QString &key, QList<FieldChoice> choices = {}) {
  auto field = of(key, FieldKind::Choice);
  field.choices = std::move(choices);
  return field;
}

FieldGroup who() {
  return {{},
          {wide(line(u"name"_s)), line(u"email"_s), line(u"telephone"_s), line(u"url"_s),
           line(u"customerNumber"_s)}};
}

FieldGroup where(const QLocale &locale) {
  return {FieldNames::tr("Address"),
          {wide(line(u"streetAddress"_s)), line(u"postalCode"_s), line(u"addressLocality"_s),
           line(u"addressRegion"_s), choice(u"addressCountry"_s, countryChoices(locale))}};
}

FieldGroup howBilled() {
  auto vat = line(u"vatId"_s);
  vat.hint = FieldNames::tr("With its country, such as DE123456789");
  auto currency = choice(u"currency"_s, currencyChoices());
  currency.whyFixed = FieldNames::tr("It changes at the end of a period: “Change subscription…”");
  auto language = choice(u"language"_s, languageChoices());
  language.hint = FieldNames::tr("Of invoices and mails");
  auto zone = choice(u"timeZone"_s);
  zone.hint = FieldNames::tr("Where days begin and end");
  return {FieldNames::tr("Billing"), {vat, currency, language, zone}};
}

FieldGroup whatElse() {
  return {FieldNames::tr("About"),
          {line(u"industry"_s), of(u"numberOfEmployees"_s, FieldKind::Number),
           of(u"foundingDate"_s, FieldKind::Day), wide(of(u"description"_s, FieldKind::Text))}};
}

FieldGroup howItBegins() {
  FieldSpec beginning{.key = models::beginningField,
                      .label = FieldNames::tr("Begins with"),
                      .kind = FieldKind::Choice};
  beginning.hint = FieldNames::tr("Onboarding starts the trial that the business files name");
  beginning.choices = {
      {models::withOnboarding, FieldNames::tr("Onboarding: trial, welcome and check-in mails")},
      {models::withoutOnboarding, FieldNames::tr("Nothing: no trial and no mails")}};
  return {FieldNames::tr("Beginning"), {wide(beginning)}};
}

} // namespace

QString organizationFieldName(const QString &key) {
  for (const auto &known : fieldNames)
    if (key == known.key)
      return FieldNames::tr(known.name);
  return key;
}

QString missingFieldNames(const QStringList &missing) {
  QStringList names;
  for (const auto &field : missing)
    names += field == u"taxRegion"_s
                 ? QCoreApplication::translate("Finding", "known state or province")
                 : organizationFieldName(field);
  return names.join(u", "_s);
}

QList<FieldGroup> organizationFields(const QLocale &locale) {
  return {who(), where(locale), howBilled(), whatElse()};
}

QList<FieldGroup> newOrganizationFields(const QLocale &locale) {
  return {who(), where(locale), howBilled(), howItBegins(), whatElse()};
}

} // namespace tenantry::ui
