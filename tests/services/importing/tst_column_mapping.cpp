// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/importing/column_mapping.h"

#include "services/importing/stripe_formats.h"
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::importing;

class TstColumnMapping : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void mapsKnownNamesInAnyOrder_data();
  void mapsKnownNamesInAnyOrder();
  void listsWhatIsUnmappedAndMissing();
  void takesTheChoiceOfAPerson();
  void refusesAChoiceThatCannotBe_data();
  void refusesAChoiceThatCannotBe();
  void formatsNameEveryFieldOnce_data();
  void formatsNameEveryFieldOnce();
};

void TstColumnMapping::mapsKnownNamesInAnyOrder_data() {
  QTest::addColumn<QStringList>("columns");
  QTest::addColumn<QString>("field");
  QTest::addColumn<int>("index");
  QTest::newRow("ORG-6 first") << QStringList{u"id"_s, u"Email"_s} << u"email"_s << 1;
  QTest::newRow("ORG-6 other order") << QStringList{u"Email"_s, u"id"_s} << u"email"_s << 0;
  QTest::newRow("any case, spaces")
      << QStringList{u"ID"_s, u"  e-mail"_s, u" EMAIL "_s} << u"email"_s << 2;
  QTest::newRow("metadata") << QStringList{u"id"_s, u"Address Country (metadata)"_s} << u"country"_s
                            << 1;
  QTest::newRow("a column of that name before metadata")
      << QStringList{u"Country (metadata)"_s, u"id"_s, u"Card Address Country"_s} << u"country"_s
      << 2;
  QTest::newRow("likeliest name first") << QStringList{u"Customer ID"_s, u"id"_s} << u"id"_s << 1;
  QTest::newRow("second name") << QStringList{u"Customer ID"_s} << u"id"_s << 0;
  QTest::newRow("not there") << QStringList{u"id"_s, u"Mail"_s} << u"email"_s << -1;
}

void TstColumnMapping::mapsKnownNamesInAnyOrder() {
  QFETCH(QStringList, columns);
  QFETCH(QString, field);
  const auto mapping = mapColumns(customersFormat(), columns);
  QVERIFY(mapping.has_value());
  QTEST(static_cast<int>(mapping->columnOf.value(field, -1)), "index");
}

void TstColumnMapping::listsWhatIsUnmappedAndMissing() {
  const auto mapping =
      mapColumns(invoicesFormat(), {u"Total"_s, u"Colour"_s, u"id"_s, u"Mood (metadata)"_s});
  QVERIFY(mapping.has_value());
  QCOMPARE(mapping->unmappedColumns, (QStringList{u"Colour"_s, u"Mood (metadata)"_s}));
  QCOMPARE(mapping->missingRequired,
           (QStringList{u"number"_s, u"customer_id"_s, u"status"_s, u"currency"_s, u"issued"_s}));
  const auto complete = mapping->checkComplete();
  QVERIFY(!complete);
  QCOMPARE(complete.error().code, u"mapping.field_missing"_s);
  QCOMPARE(complete.error().place.field, u"number"_s);
  QVERIFY(mapColumns(customersFormat(), {u"id"_s, u"email"_s})->checkComplete().has_value());
}

void TstColumnMapping::takesTheChoiceOfAPerson() {
  const QStringList columns{u"id"_s, u"Email"_s, u"Contact"_s, u"Name"_s};
  const auto mapping =
      mapColumns(customersFormat(), columns,
                 {{u"email"_s, u"contact"_s}, {u"name"_s, u""_s}, {u"id"_s, u"Email"_s}});
  QVERIFY(mapping.has_value());
  QCOMPARE(mapping->columnOf.value(u"email"_s), 2);
  QCOMPARE(mapping->columnOf.value(u"id"_s), 1);
  QVERIFY(!mapping->columnOf.contains(u"name"_s));
  QCOMPARE(mapping->unmappedColumns, (QStringList{u"id"_s, u"Name"_s}));
  QVERIFY(mapping->missingRequired.isEmpty());
}

void TstColumnMapping::refusesAChoiceThatCannotBe_data() {
  QTest::addColumn<MappingOverrides>("overrides");
  QTest::addColumn<QString>("code");
  QTest::newRow("no such field") << MappingOverrides{{u"shoe_size"_s, u"id"_s}}
                                 << u"mapping.field_unknown"_s;
  QTest::newRow("no such column") << MappingOverrides{{u"email"_s, u"Post"_s}}
                                  << u"mapping.column_unknown"_s;
  QTest::newRow("one column for two")
      << MappingOverrides{{u"email"_s, u"Name"_s}, {u"name"_s, u"Name"_s}}
      << u"mapping.column_taken"_s;
}

void TstColumnMapping::refusesAChoiceThatCannotBe() {
  QFETCH(MappingOverrides, overrides);
  const auto mapping = mapColumns(customersFormat(), {u"id"_s, u"Name"_s}, overrides);
  QVERIFY(!mapping);
  QTEST(mapping.error().code, "code");
}

void TstColumnMapping::formatsNameEveryFieldOnce_data() {
  QTest::addColumn<const ImportFormat *>("format");
  QTest::newRow("customers") << &customersFormat();
  QTest::newRow("subscriptions") << &subscriptionsFormat();
  QTest::newRow("invoices") << &invoicesFormat();
}

void TstColumnMapping::formatsNameEveryFieldOnce() {
  QFETCH(const ImportFormat *, format);
  QStringList keys;
  QStringList firstNames;
  for (const ImportField &field : format->fields) {
    QVERIFY(!field.columnNames.isEmpty());
    keys += field.key;
    firstNames += field.columnNames.first();
  }
  QCOMPARE(QSet<QString>(keys.cbegin(), keys.cend()).size(), keys.size());
  const auto mapping = mapColumns(*format, firstNames);
  QVERIFY(mapping.has_value());
  QCOMPARE(mapping->columnOf.size(), keys.size());
  QVERIFY(mapping->unmappedColumns.isEmpty());
}

QTEST_GUILESS_MAIN(TstColumnMapping)
#include "tst_column_mapping.moc"
