// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/business/keys.h"
#include "services/business/words.h"

#include <QDir>
#include <QFile>
#include <QTest>
#include <nlohmann/json.hpp>
#include <set>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::business;
using nlohmann::json;

namespace {

const QString folder = u"docs/schema/"_s;

json schemaOf(const QString &name) {
  QFile file(folder + name + u".schema.json"_s);
  if (!file.open(QIODevice::ReadOnly))
    qFatal("no schema %s", qPrintable(file.fileName()));
  return json::parse(file.readAll().toStdString());
}

json at(const QString &where) {
  const QStringList parts = where.split(u'#');
  return schemaOf(parts[0]).at(json::json_pointer(parts[1].toStdString()));
}

std::set<std::string> sorted(keys::Keys keys) { return {keys.begin(), keys.end()}; }

struct Table {
  const char *place; ///< schema and pointer of the object that has the properties
  keys::Keys keys;
};

const Table tables[] = {
    {"business#", keys::business},
    {"business#/properties/issuer", keys::issuer},
    {"business#/properties/invoice", keys::invoice},
    {"metrics#/additionalProperties", keys::metric},
    {"plan#", keys::plan},
    {"plan#/properties/price/items", keys::price},
    {"plan#/properties/charge/items", keys::charge},
    {"plan#/properties/charge/items/properties/tiers/items", keys::tier},
    {"addons#/additionalProperties", keys::addon},
    {"addons#/additionalProperties/properties/price/items", keys::addonPrice},
    {"coupons#/additionalProperties", keys::coupon},
    {"coupons#/additionalProperties/properties/valid", keys::valid},
    {"tax#", keys::tax},
    {"tax#/properties/rate/items", keys::rate},
    {"dunning#", keys::dunning},
    {"roles#/additionalProperties", keys::role},
    {"onboarding#", keys::onboarding},
    {"onboarding#/properties/check_in/items", keys::checkIn},
    {"mail#/additionalProperties", keys::mailText},
};

/// All objects of a schema that have properties and are closed, as "name#pointer".
void collectClosed(const json &node, const QString &place, std::set<QString> &found) {
  if (node.is_object() && node.value("additionalProperties", json()) == json(false))
    found.insert(place);
  if (node.is_structured())
    for (const auto &[key, child] : node.items())
      collectClosed(child, place + u'/' + QString::fromStdString(key), found);
}

template <typename E> std::set<std::string> wordsOf() {
  std::set<std::string> list;
  for (const auto &[value, word] : words<E>)
    list.emplace(word);
  return list;
}

} // namespace

class TestBusinessSchema : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void everyTableHasTheKeysOfTheLoader_data();
  void everyTableHasTheKeysOfTheLoader();
  void noSchemaHasATableTheLoaderDoesNotKnow();
  void everyFileHasASchema();
  void choicesAreTheWordsOfTheLoader_data();
  void choicesAreTheWordsOfTheLoader();
};

void TestBusinessSchema::everyTableHasTheKeysOfTheLoader_data() {
  QTest::addColumn<int>("index");
  for (int i = 0; i < static_cast<int>(std::size(tables)); ++i)
    QTest::newRow(tables[i].place) << i;
}

void TestBusinessSchema::everyTableHasTheKeysOfTheLoader() {
  QFETCH(int, index);
  const json table = at(QString::fromLatin1(tables[index].place));
  QVERIFY(table.at("additionalProperties") == json(false));
  std::set<std::string> properties;
  for (const auto &[key, value] : table.at("properties").items())
    properties.insert(key);
  QCOMPARE(properties, sorted(tables[index].keys));
  for (const auto &required : table.value("required", json::array()))
    QVERIFY2(properties.contains(required.get<std::string>()), required.dump().c_str());
}

void TestBusinessSchema::noSchemaHasATableTheLoaderDoesNotKnow() {
  std::set<QString> known;
  for (const Table &table : tables)
    known.insert(QString::fromLatin1(table.place));
  std::set<QString> found;
  for (const QString &file : QDir(folder).entryList({u"*.schema.json"_s}))
    if (const QString name = file.section(u'.', 0, 0);
        name == u"plan" || sorted(keys::sections).contains(name.toStdString()))
      collectClosed(schemaOf(name), name + u'#', found);
  QCOMPARE(found, known);
}

void TestBusinessSchema::everyFileHasASchema() {
  for (const std::string_view section : keys::sections) {
    const QString name =
        section == "plans" ? u"plan"_s : QString::fromStdString(std::string(section));
    QVERIFY(schemaOf(name).at("$schema") == json("https://json-schema.org/draft/2020-12/schema"));
  }
}

void TestBusinessSchema::choicesAreTheWordsOfTheLoader_data() {
  QTest::addColumn<QString>("place");
  QTest::addColumn<std::set<std::string>>("expected");
  const auto row = [](const char *place, const std::set<std::string> &expected) {
    QTest::newRow(place) << QString::fromLatin1(place) << expected;
  };
  row("business#/properties/finalize", wordsOf<Finalize>());
  row("business#/properties/invoice/properties/proration", wordsOf<Proration>());
  row("metrics#/additionalProperties/properties/aggregation", wordsOf<Aggregation>());
  row("metrics#/additionalProperties/properties/limit", wordsOf<LimitKind>());
  row("plan#/properties/price/items/properties/interval", wordsOf<Interval>());
  row("plan#/properties/price/items/properties/per", wordsOf<PricePer>());
  row("plan#/properties/charge/items/properties/model", wordsOf<ChargeModel>());
  row("dunning#/properties/final", wordsOf<FinalStep>());
  row("dunning#/properties/final_invoice", wordsOf<FinalInvoice>());
}

void TestBusinessSchema::choicesAreTheWordsOfTheLoader() {
  QFETCH(QString, place);
  QFETCH(std::set<std::string>, expected);
  QCOMPARE(at(place).at("enum").get<std::set<std::string>>(), expected);
}

QTEST_GUILESS_MAIN(TestBusinessSchema)
#include "tst_business_schema.moc"
