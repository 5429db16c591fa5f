// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/postal_address.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;

class TestPostalAddress : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void linesStandInTheOrderOfTheCountry_data();
  void linesStandInTheOrderOfTheCountry();
};

void TestPostalAddress::linesStandInTheOrderOfTheCountry_data() {
  QTest::addColumn<QStringList>("parts"); // street, locality, region, postal code, country
  QTest::addColumn<QString>("lines");
  const auto row = [](const char *name, const QString &parts, const QString &lines) {
    QTest::newRow(name) << parts.split(u'|') << lines;
  };
  row("BILL-8 United States", u"1 Main St|Springfield|IL|62701|US"_s,
      u"1 Main St|Springfield, IL 62701"_s);
  row("BILL-8 Canada", u"80 Wellington St|Ottawa|ON|K1A 0A2|CA"_s,
      u"80 Wellington St|Ottawa, ON K1A 0A2"_s);
  row("BILL-8 Australia", u"1 George St|Sydney|NSW|2000|AU"_s, u"1 George St|Sydney, NSW 2000"_s);
  row("BILL-8 Great Britain", u"10 Downing St|London||SW1A 2AA|GB"_s,
      u"10 Downing St|London|SW1A 2AA"_s);
  row("BILL-8 Ireland", u"1 Main St|Naas|Co. Kildare|W91 X9Y1|IE"_s,
      u"1 Main St|Naas|Co. Kildare|W91 X9Y1"_s);
  row("BILL-8 Germany", u"Hauptstr. 1|Berlin||10115|DE"_s, u"Hauptstr. 1|10115 Berlin"_s);
  row("BILL-8 France", u"1 rue de Rivoli|Paris||75001|FR"_s, u"1 rue de Rivoli|75001 Paris"_s);
  row("BILL-8 New Zealand", u"1 Queen St|Auckland||1010|NZ"_s, u"1 Queen St|Auckland 1010"_s);
  row("an unknown country", u"1 Street|Town|Region|123|"_s, u"1 Street|123 Town|Region"_s);
  row("no region", u"|Springfield||62701|US"_s, u"Springfield, 62701"_s);
  row("no postal code", u"|Springfield|IL||US"_s, u"Springfield, IL"_s);
  row("no town", u"||IL|62701|US"_s, u"IL 62701"_s);
  row("the country alone", u"||||US"_s, QString());
}

void TestPostalAddress::linesStandInTheOrderOfTheCountry() {
  QFETCH(QStringList, parts);
  QFETCH(QString, lines);
  const PostalAddress address{parts[0], parts[1], parts[2], parts[3], parts[4]};
  QCOMPARE(address.lines().join(u'|'), lines);
}

QTEST_GUILESS_MAIN(TestPostalAddress)
#include "tst_postal_address.moc"
