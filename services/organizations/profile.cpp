// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/organizations/profile.h"

#include "services/core/country.h"
#include "services/core/email_address.h"
#include "services/core/vat_id.h"
#include "services/core/vat_id_rules.h"

#include <QRegularExpression>
#include <QUrl>
#include <limits>

using namespace Qt::StringLiterals;

namespace tenantry::organizations {

namespace {

using Set = Result<> (*)(Organization &, const QString &text);

struct Field {
  QString key;
  QString (*text)(const Organization &);
  Set set;
  qsizetype longest = 200;
};

template <QString Organization::*member> QString plainText(const Organization &organization) {
  return organization.*member;
}

template <QString Organization::*member>
Result<> setPlain(Organization &organization, const QString &text) {
  organization.*member = text;
  return {};
}

Result<> setName(Organization &organization, const QString &text) {
  if (text.isEmpty())
    return fail(u"organization.name_missing"_s, u"An organization needs a name."_s);
  organization.name = text;
  return {};
}

/// Kept as typed: only comparing is done in lower case.
Result<> setEmail(Organization &organization, const QString &text) {
  TENANTRY_CHECK(EmailAddress::parse(text));
  organization.email = text;
  return {};
}

Result<> setUrl(Organization &organization, const QString &text) {
  const bool hasScheme = text.startsWith(u"https://"_s) || text.startsWith(u"http://"_s);
  const QUrl url(hasScheme ? text : u"https://"_s + text, QUrl::StrictMode);
  if (!text.isEmpty() &&
      (!url.isValid() || !url.host().contains(u'.') || url.host().endsWith(u'.')))
    return fail(u"organization.url_invalid"_s,
                u"“%1” is not a web address: write it like https://example.com."_s.arg(text));
  organization.url = text;
  return {};
}

Result<> setTelephone(Organization &organization, const QString &text) {
  static const QRegularExpression number(u"\\A\\+?[0-9 ()./-]*[0-9][0-9 ()./-]*\\z"_s);
  const auto digits = std::count_if(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
  if (!text.isEmpty() && (!number.match(text).hasMatch() || digits < 3 || digits > 20))
    return fail(
        u"organization.telephone_invalid"_s,
        u"“%1” is not a telephone number: write it like +49 30 1234567, with 3 to 20 digits."_s.arg(
            text));
  organization.telephone = text;
  return {};
}

Result<> setEmployees(Organization &organization, const QString &text) {
  if (text.isEmpty()) {
    organization.numberOfEmployees.reset();
    return {};
  }
  bool isNumber = false;
  const int number = text.toInt(&isNumber);
  if (!isNumber || number < 0)
    return fail(u"number.invalid"_s,
                u"“%1” is not a number of people: write 0 to %2."_s.arg(text).arg(
                    std::numeric_limits<int>::max()));
  organization.numberOfEmployees = number;
  return {};
}

QString employeesText(const Organization &organization) {
  return organization.numberOfEmployees ? QString::number(*organization.numberOfEmployees)
                                        : QString();
}

Result<> setFounding(Organization &organization, const QString &text) {
  organization.foundingDate.reset();
  if (text.isEmpty())
    return {};
  TENANTRY_TRY(day, parseDay(text));
  organization.foundingDate = day;
  return {};
}

QString foundingText(const Organization &organization) {
  return organization.foundingDate ? toIso(*organization.foundingDate) : QString();
}

Result<> setCountry(Organization &organization, const QString &text) {
  TENANTRY_TRY(country, Country::parse(text));
  organization.addressCountry = country.code();
  return {};
}

Result<> setZone(Organization &organization, const QString &text) {
  TENANTRY_TRY(zone, Zone::find(text));
  organization.zone = zone;
  return {};
}

Result<> setCurrency(Organization &organization, const QString &text) {
  TENANTRY_TRY(currency, Currency::parse(text));
  organization.currency = currency;
  return {};
}

QString currencyText(const Organization &organization) {
  return organization.currency == Currency() ? QString() : organization.currency.code();
}

Result<> setLanguage(Organization &organization, const QString &text) {
  static const QRegularExpression tag(u"\\A[a-z]{2,3}\\z"_s);
  if (!text.isEmpty() && !tag.match(text).hasMatch())
    return fail(u"organization.language_invalid"_s,
                u"“%1” is not a language: write its tag of two or three letters, such as en or "
                "de."_s.arg(text));
  organization.language = text.isEmpty() ? u"en"_s : text;
  return {};
}

bool hasKnownVatForm(const QString &country) {
  const QString prefix = country == "GR"_L1 ? u"EL"_s : country;
  return findVatRule(prefix.toStdString()) != nullptr;
}

Result<> setVatId(Organization &organization, const QString &text) {
  organization.vatId = text;
  if (text.isEmpty() || !hasKnownVatForm(organization.addressCountry))
    return {};
  TENANTRY_TRY(vatId, VatId::parse(text));
  organization.vatId = vatId.toString();
  return {};
}

const QString countryKey = u"addressCountry"_s, vatKey = u"vatId"_s;

const std::vector<Field> &fields() {
  using O = Organization;
  static const std::vector<Field> all{
      {u"name"_s, plainText<&O::name>, setName},
      {u"email"_s, plainText<&O::email>, setEmail, 254},
      {countryKey, plainText<&O::addressCountry>, setCountry},
      {u"currency"_s, currencyText, setCurrency},
      {vatKey, plainText<&O::vatId>, setVatId, 40},
      {u"description"_s, plainText<&O::description>, setPlain<&O::description>, 4000},
      {u"url"_s, plainText<&O::url>, setUrl, 500},
      {u"telephone"_s, plainText<&O::telephone>, setTelephone, 40},
      {u"numberOfEmployees"_s, employeesText, setEmployees},
      {u"foundingDate"_s, foundingText, setFounding},
      {u"industry"_s, plainText<&O::industry>, setPlain<&O::industry>},
      {u"streetAddress"_s, plainText<&O::streetAddress>, setPlain<&O::streetAddress>},
      {u"addressLocality"_s, plainText<&O::addressLocality>, setPlain<&O::addressLocality>},
      {u"addressRegion"_s, plainText<&O::addressRegion>, setPlain<&O::addressRegion>},
      {u"postalCode"_s, plainText<&O::postalCode>, setPlain<&O::postalCode>, 20},
      {u"timeZone"_s, [](const O &organization) { return organization.zone.id(); }, setZone},
      {u"language"_s, plainText<&O::language>, setLanguage},
      {u"customerNumber"_s, plainText<&O::customerNumber>, setPlain<&O::customerNumber>, 60},
  };
  return all;
}

const Field &fieldOf(const QString &key) {
  const auto &all = fields();
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Field &field) { return field.key == key; });
  if (found == all.end())
    throw ProgrammingError("an organization has no field " + key.toStdString());
  return *found;
}

Result<> checkLength(const Field &field, const QString &text) {
  if (text.size() <= field.longest)
    return {};
  return fail(u"organization.text_too_long"_s,
              u"At most %1 characters; there are %2."_s.arg(field.longest).arg(text.size()),
              {{}, 0, 0, field.key});
}

Result<> write(Organization &organization, const Field &field, const QString &text) {
  TENANTRY_CHECK(checkLength(field, text));
  return setField(organization, field.key, text);
}

/// What is to be looked at; another country is another form of the VAT id.
bool isTouched(const QString &key, const Profile &written, const Profile &before) {
  const auto differs = [&](const QString &field) {
    return !before.contains(field) || written.value(field) != before.value(field);
  };
  return differs(key) || (key == vatKey && differs(countryKey));
}

} // namespace

const std::vector<QString> &profileFields() {
  static const std::vector<QString> keys = [] {
    std::vector<QString> made;
    for (const auto &field : fields())
      made.push_back(field.key);
    return made;
  }();
  return keys;
}

QString textOf(const Organization &organization, const QString &field) {
  return fieldOf(field).text(organization);
}

Profile profileOf(const Organization &organization) {
  Profile profile;
  for (const auto &field : fields())
    profile.insert(field.key, field.text(organization));
  return profile;
}

Result<> setField(Organization &organization, const QString &field, const QString &text) {
  auto done = fieldOf(field).set(organization, text.trimmed());
  if (!done)
    done.error().place.field = field;
  return done;
}

std::vector<Error> mistakesIn(const Profile &written, const Profile &before) {
  std::vector<Error> mistakes;
  Organization tried;
  tried.addressCountry = before.value(countryKey);
  for (const auto &field : fields())
    if (isTouched(field.key, written, before))
      if (auto done = write(tried, field, written.value(field.key)); !done)
        mistakes.push_back(std::move(done).error());
  return mistakes;
}

Result<Organization> withProfile(Organization organization, const Profile &changes) {
  for (const auto &field : fields()) {
    const bool isChanged = changes.contains(field.key);
    if (isChanged || (field.key == vatKey && changes.contains(countryKey)))
      TENANTRY_CHECK(
          write(organization, field, isChanged ? changes[field.key] : field.text(organization)));
  }
  return organization;
}

qsizetype longestText(const QString &field) { return fieldOf(field).longest; }

} // namespace tenantry::organizations
