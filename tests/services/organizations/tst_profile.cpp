// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/organizations/profile.h"
#include "tests/services/organizations/fixture.h"

using namespace tenantry;
using namespace tenantry::organizations;
using namespace tenantry::tests;

/// What each field of an organization may be.
class TestProfile : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void eachFieldGoesThereAndBack();
  void ORG_1_aFieldTakesOrRefusesAText_data();
  void ORG_1_aFieldTakesOrRefusesAText();
  void mistakesAreThoseOfWhatIsWritten_data();
  void mistakesAreThoseOfWhatIsWritten();
  void noFieldTakesTextWithoutEnd();
};

void TestProfile::eachFieldGoesThereAndBack() {
  const Profile written{{u"name"_s, u"Acme"_s},
                        {u"email"_s, u"Ops@acme.example"_s},
                        {u"addressCountry"_s, u"DE"_s},
                        {u"currency"_s, u"EUR"_s},
                        {u"vatId"_s, u"DE136695976"_s},
                        {u"description"_s, u"Two\nlines"_s},
                        {u"url"_s, u"https://acme.example"_s},
                        {u"telephone"_s, u"+49 30 1234567"_s},
                        {u"numberOfEmployees"_s, u"120"_s},
                        {u"foundingDate"_s, u"1999-12-31"_s},
                        {u"industry"_s, u"Tools"_s},
                        {u"streetAddress"_s, u"Weg 1"_s},
                        {u"addressLocality"_s, u"Berlin"_s},
                        {u"addressRegion"_s, u"BE"_s},
                        {u"postalCode"_s, u"10115"_s},
                        {u"timeZone"_s, u"Europe/Berlin"_s},
                        {u"language"_s, u"de"_s},
                        {u"customerNumber"_s, u"K-7"_s}};
  QCOMPARE(written.size(), qsizetype(profileFields().size()));
  const auto made = withProfile({}, written);
  REQUIRE_OK(made);
  QCOMPARE(profileOf(*made), written);
  QVERIFY(mistakesIn(written, {}).empty());
}

void TestProfile::ORG_1_aFieldTakesOrRefusesAText_data() {
  QTest::addColumn<QString>("field");
  QTest::addColumn<QString>("text");
  QTest::addColumn<QString>("code");
  QTest::addColumn<QString>("stored");
  const auto row = [](const QString &field, const QString &text, const QString &code,
                      const QString &stored = {}) {
    QTest::addRow("%s: %s", qPrintable(field), qPrintable(text)) << field << text << code << stored;
  };
  row(u"name"_s, u"  Acme "_s, {}, u"Acme"_s);
  row(u"name"_s, u"  "_s, u"organization.name_missing"_s);
  row(u"email"_s, u"acme"_s, u"email.invalid"_s);
  row(u"addressCountry"_s, u"fr"_s, {}, u"FR"_s);
  row(u"addressCountry"_s, u"ZZ"_s, u"country.unknown"_s);
  row(u"currency"_s, u""_s, u"currency.unknown"_s);
  row(u"vatId"_s, u"DE 136695976"_s, {}, u"DE136695976"_s);
  row(u"vatId"_s, u"DE136695977"_s, u"organization.vat_id_invalid"_s);
  row(u"vatId"_s, u""_s, {});
  row(u"url"_s, u"acme.example/a?b=c"_s, {}, u"acme.example/a?b=c"_s);
  row(u"url"_s, u"http://acme.example"_s, {}, u"http://acme.example"_s);
  row(u"url"_s, u"acme"_s, u"organization.url_invalid"_s);
  row(u"url"_s, u"javascript:alert(1)"_s, u"organization.url_invalid"_s);
  row(u"url"_s, u"https://acme example"_s, u"organization.url_invalid"_s);
  row(u"telephone"_s, u"030/1234-5"_s, {}, u"030/1234-5"_s);
  row(u"telephone"_s, u"12"_s, u"organization.telephone_invalid"_s);
  row(u"telephone"_s, u"call me"_s, u"organization.telephone_invalid"_s);
  row(u"numberOfEmployees"_s, u"0"_s, {}, u"0"_s);
  row(u"numberOfEmployees"_s, u""_s, {});
  row(u"numberOfEmployees"_s, u"-1"_s, u"number.invalid"_s);
  row(u"numberOfEmployees"_s, u"2147483648"_s, u"number.invalid"_s);
  row(u"numberOfEmployees"_s, u"1.5"_s, u"number.invalid"_s);
  row(u"foundingDate"_s, u"2026-02-29"_s, u"date.invalid"_s);
  row(u"timeZone"_s, u"Europe/Nowhere"_s, u"time_zone.unknown"_s);
  row(u"timeZone"_s, u""_s, u"time_zone.unknown"_s);
  row(u"language"_s, u""_s, {}, u"en"_s);
  row(u"language"_s, u"Deutsch"_s, u"organization.language_invalid"_s);
}

void TestProfile::ORG_1_aFieldTakesOrRefusesAText() {
  QFETCH(QString, field);
  QFETCH(QString, text);
  QFETCH(QString, code);
  auto organization = draft();
  const auto set = setField(organization, field, text);
  QCOMPARE(codeOf(set), code);
  if (set)
    QTEST(textOf(organization, field), "stored");
  else
    QCOMPARE(set.error().place.field, field);
}

void TestProfile::mistakesAreThoseOfWhatIsWritten_data() {
  QTest::addColumn<Profile>("before");
  QTest::addColumn<Profile>("changes");
  QTest::addColumn<QStringList>("fields");
  const auto old = profileOf(draft());
  QTest::newRow("a new one says all at once")
      << Profile() << Profile()
      << QStringList{u"name"_s, u"email"_s, u"addressCountry"_s, u"currency"_s, u"timeZone"_s};
  QTest::newRow("nothing changed") << old << Profile() << QStringList();
  auto odd = old;
  odd[u"telephone"_s] = u"ext. 5"_s;
  QTest::newRow("what was there before is let be")
      << odd << Profile{{u"name"_s, u"Other"_s}} << QStringList();
  QTest::newRow("until it is written")
      << odd << Profile{{u"telephone"_s, u"ext. 6"_s}} << QStringList{u"telephone"_s};
  auto taxed = old;
  taxed[u"vatId"_s] = u"DE136695976"_s;
  QTest::newRow("another country is another VAT id")
      << taxed << Profile{{u"addressCountry"_s, u"FR"_s}} << QStringList();
  taxed[u"addressCountry"_s] = u"US"_s;
  taxed[u"vatId"_s] = u"12-3456789"_s;
  QTest::newRow("of a form that the new country knows")
      << taxed << Profile{{u"addressCountry"_s, u"DE"_s}} << QStringList{u"vatId"_s};
}

void TestProfile::mistakesAreThoseOfWhatIsWritten() {
  QFETCH(Profile, before);
  QFETCH(Profile, changes);
  auto written = before;
  written.insert(changes);
  QStringList fields;
  for (const auto &mistake : mistakesIn(written, before))
    fields.append(mistake.place.field);
  QTEST(fields, "fields");
}

void TestProfile::noFieldTakesTextWithoutEnd() {
  for (const auto &field : profileFields()) {
    auto written = profileOf(draft());
    const auto before = written;
    written[field] = QString(longestText(field) + 1, u'7');
    const auto mistakes = mistakesIn(written, before);
    QVERIFY2(!mistakes.empty(), qPrintable(field));
    QCOMPARE(mistakes.front().code, u"organization.text_too_long"_s);
  }
}

QTEST_GUILESS_MAIN(TestProfile)
#include "tst_profile.moc"
