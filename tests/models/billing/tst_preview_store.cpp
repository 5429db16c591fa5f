// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/billing/preview_query.h"

#include <QElapsedTimer>
#include <QTest>
#include <random>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::models;
using Kind = billing::Finding::Kind;

/// The packed rows of a preview, what narrows them and their order.
class TestPreviewStore : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void rowsComeBackAsTheyWere();
  void check15_aRowTakesLittleMemory();
  void theOrderIsThatOfItsColumn_data();
  void theOrderIsThatOfItsColumn();
  void rowsAreNarrowed_data();
  void rowsAreNarrowed();
  void settingsAreReadAndWritten_data();
  void settingsAreReadAndWritten();
  void whoIsOnHoldChangesNoCopy();
};

namespace {

OrganizationId idOf(int number) {
  return OrganizationId(QUuid(uint(number), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
}

PreviewRow rowOf(int number, const QString &name) {
  PreviewRow row;
  row.id.organization = idOf(number);
  row.name = name;
  row.currency = *Currency::parse(u"USD"_s);
  row.total = row.recurring = 100 * number;
  row.issued = LocalDay(std::chrono::days(20'000 + number % 30));
  return row;
}

PreviewStore storeOf(const std::vector<PreviewRow> &rows) {
  PreviewStore store;
  for (std::size_t from = 0; from < rows.size(); from += PreviewStore::chunkSize) {
    const auto end = std::min(rows.size(), from + PreviewStore::chunkSize);
    store.append(std::make_shared<const PreviewChunk>(
        std::vector<PreviewRow>(rows.begin() + long(from), rows.begin() + long(end))));
  }
  return store;
}

/// Four that differ in everything that a list is narrowed by.
PreviewStore someRows() {
  auto plain = rowOf(3, u"Arbor"_s);
  auto lacking = rowOf(1, u"basalt"_s);
  lacking.finding = {Kind::MissingData, 0, {u"streetAddress"_s, u"addressLocality"_s}};
  lacking.currency = *Currency::parse(u"EUR"_s);
  lacking.tax = 19;
  auto busy = rowOf(4, u"Çelik"_s);
  busy.finding = {Kind::UsageChange, -312.5, {}};
  busy.usage = 5'000;
  busy.before = 800;
  busy.isHeld = true;
  auto fresh = rowOf(2, u"Dunes"_s);
  fresh.finding = {Kind::FirstInvoice, 0, {}};
  return storeOf({plain, lacking, busy, fresh});
}

QString names(const PreviewStore &store, const PreviewQuery &query) {
  QStringList names;
  for (const auto place : query.arrange(store))
    names += store.name(int(place));
  return names.join(u' ');
}

} // namespace

void TestPreviewStore::rowsComeBackAsTheyWere() {
  const auto store = someRows();
  QCOMPARE(store.size(), 4);
  const auto lacking = store.row(1), busy = store.row(2);
  QCOMPARE(lacking.id, (PreviewRowId{idOf(1), 0}));
  QCOMPARE(lacking.finding.missing, (QStringList{u"streetAddress"_s, u"addressLocality"_s}));
  QCOMPARE(lacking.currency.code(), u"EUR"_s);
  QVERIFY(!lacking.before && !lacking.isHeld);
  QCOMPARE(busy.name, u"Çelik"_s);
  QCOMPARE(busy.finding, (billing::Finding{Kind::UsageChange, -312.5, {}}));
  QCOMPARE(busy.before, std::optional<std::int64_t>(800));
  QCOMPARE(busy.changeInPercent(), std::optional<double>(-50));
  QCOMPARE(busy.issued, std::optional(LocalDay(std::chrono::days(20'004))));
  QVERIFY(busy.isHeld);
  QCOMPARE(PreviewRowId::fromString(busy.id.toString()), busy.id);
  QCOMPARE(PreviewRowId::fromString(u"nobody/x"_s), PreviewRowId());
}

/// 100,000 invoices with names as long as people's companies have them: 88 bytes and the name. What
/// puts them in order takes four bytes more for each.
void TestPreviewStore::check15_aRowTakesLittleMemory() {
  constexpr int count = 100'000;
  std::mt19937 random(5);
  std::vector<PreviewRow> rows;
  for (int i = 0; i < count; ++i) {
    rows.push_back(rowOf(i, u"Northwind Consulting %1 GmbH"_s.arg(random() % 100'000)));
    rows.back().finding = {i % 3 == 0 ? Kind::MissingData : Kind::None, 0,
                           i % 3 == 0 ? QStringList{u"streetAddress"_s} : QStringList()};
  }
  const auto store = storeOf(rows);
  const double perRow = double(store.bytes()) / count;
  QElapsedTimer timer;
  timer.start();
  const auto order =
      PreviewQuery{.column = PreviewQuery::NameColumn, .isAscending = true}.arrange(store);
  qInfo("%.1f bytes a row; in the order of names after %lld ms", perRow, timer.elapsed());
  QCOMPARE(order.size(), std::size_t(count));
  QVERIFY2(perRow < 130, qPrintable(QString::number(perRow)));
  QVERIFY(std::is_sorted(order.begin(), order.end(), [&](auto one, auto other) {
    return store.name(int(one)) < store.name(int(other));
  }));
}

void TestPreviewStore::theOrderIsThatOfItsColumn_data() {
  QTest::addColumn<int>("column");
  QTest::addColumn<bool>("isAscending");
  QTest::addColumn<QString>("expected");
  using Column = PreviewQuery::Column;
  QTest::newRow("names, whatever their case")
      << int(Column::NameColumn) << true << u"Arbor basalt Dunes Çelik"_s;
  QTest::newRow("what asks most for a look first")
      << int(Column::FindingColumn) << false << u"basalt Çelik Dunes Arbor"_s;
  QTest::newRow("totals") << int(Column::TotalColumn) << true << u"basalt Dunes Arbor Çelik"_s;
  QTest::newRow("usage, then as computed")
      << int(Column::UsageColumn) << false << u"Çelik Arbor basalt Dunes"_s;
  QTest::newRow("taxes") << int(Column::TaxColumn) << false << u"basalt Arbor Çelik Dunes"_s;
  QTest::newRow("days") << int(Column::IssuedColumn) << false << u"Çelik Arbor Dunes basalt"_s;
  QTest::newRow("what cannot be compared is least")
      << int(Column::ChangeColumn) << false << u"Çelik Arbor basalt Dunes"_s;
}

void TestPreviewStore::theOrderIsThatOfItsColumn() {
  QFETCH(int, column);
  QFETCH(bool, isAscending);
  QFETCH(QString, expected);
  QCOMPARE(names(someRows(), {.column = PreviewQuery::Column(column), .isAscending = isAscending}),
           expected);
}

void TestPreviewStore::rowsAreNarrowed_data() {
  QTest::addColumn<QString>("settings");
  QTest::addColumn<QString>("expected");
  const auto row = [](const char *name, const QString &settings, const QString &expected) {
    QTest::newRow(name) << settings << expected;
  };
  row("all", {}, u"basalt Çelik Dunes Arbor"_s);
  row("any finding", u"show any"_s, u"basalt Çelik Dunes"_s);
  row("data is missing", u"show missing-data"_s, u"basalt"_s);
  row("changed", u"show changed"_s, u"Çelik"_s);
  row("first", u"show first"_s, u"Dunes"_s);
  row("on hold", u"show on-hold"_s, u"Çelik"_s);
  row("usage", u"show with-usage"_s, u"Çelik"_s);
  row("tax", u"show with-tax"_s, u"basalt"_s);
  row("a currency", u"currency EUR"_s, u"basalt"_s);
  row("a name of another case", u"search ARB"_s, u"Arbor"_s);
  row("both at once", u"show any currency USD"_s, u"Çelik Dunes"_s);
}

void TestPreviewStore::rowsAreNarrowed() {
  QFETCH(QString, settings);
  QFETCH(QString, expected);
  QMap<QString, QString> map;
  const auto words = settings.split(u' ', Qt::SkipEmptyParts);
  for (qsizetype i = 0; i + 1 < words.size(); i += 2)
    map[words[i]] = words[i + 1];
  QCOMPARE(names(someRows(), PreviewQuery::of(map)), expected);
}

void TestPreviewStore::settingsAreReadAndWritten_data() {
  QTest::addColumn<PreviewQuery>("query");
  QTest::newRow("as at first") << PreviewQuery();
  QTest::newRow("everything") << PreviewQuery{.search = u"arb"_s,
                                              .kind = PreviewKind::OnHold,
                                              .currency = u"EUR"_s,
                                              .column = PreviewQuery::TaxColumn,
                                              .isAscending = true};
}

void TestPreviewStore::settingsAreReadAndWritten() {
  QFETCH(PreviewQuery, query);
  QCOMPARE(PreviewQuery::of(query.settings()), query);
  auto foreign = query.settings();
  foreign[u"show"_s] = u"gone"_s;
  foreign[u"currency"_s] = u"no currency"_s;
  foreign[u"sort"_s] = u"lost"_s;
  QCOMPARE(PreviewQuery::of(foreign), PreviewQuery{.search = query.search});
}

void TestPreviewStore::whoIsOnHoldChangesNoCopy() {
  auto store = someRows();
  const auto before = store;
  QVERIFY(!store.setHeld({idOf(4)}));
  QCOMPARE(store.version(), before.version());
  QVERIFY(store.setHeld({idOf(3)}));
  QVERIFY(store.version() != before.version());
  QVERIFY(store.row(0).isHeld && !store.row(2).isHeld);
  QVERIFY(!before.row(0).isHeld && before.row(2).isHeld);
}

QTEST_APPLESS_MAIN(TestPreviewStore)
#include "tst_preview_store.moc"
