// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/result.h"
#include "services/store/query_catalogue.h"
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::store;

class TestStoreQueryCatalogue : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void parametersBecomeNumbers_data();
  void parametersBecomeNumbers();
  void aFileHoldsManyQueries();
  void aNameStandsOnce();
  void parametersMustMatch_data();
  void parametersMustMatch();
  void anUnknownQueryIsAMistake();
  void theProgramCarriesItsQueries();
};

void TestStoreQueryCatalogue::parametersBecomeNumbers_data() {
  QTest::addColumn<QByteArray>("sql");
  QTest::addColumn<QByteArray>("expected");
  QTest::addColumn<int>("parameters");
  const auto row = [](const char *name, const char *sql, const char *expected, int parameters) {
    QTest::newRow(name) << QByteArray(sql) << QByteArray(expected) << parameters;
  };
  row("plain", "select :a, :b_2", "select $1, $2", 2);
  row("again", "select :a + :b + :a", "select $1 + $2 + $1", 2);
  row("cast", "select :a::text, now()::date", "select $1::text, now()::date", 1);
  row("string", "select ':a', 'it''s :b', :c", "select ':a', 'it''s :b', $1", 1);
  row("escape string", "select E'\\':a', :c", "select E'\\':a', $1", 1);
  row("no escape string", "select 'x\\', :c", "select 'x\\', $1", 1);
  row("quoted name", "select \":a\", :b", "select \":a\", $1", 1);
  row("line comment", "select -- it's :a\n :b", "select -- it's :a\n $1", 1);
  row("block comment", "select /* :a /* ' */ :b */ :c", "select /* :a /* ' */ :b */ $1", 1);
  row("dollar quotes", "select $$ :a $$, $x$ :b $$ $x$, :c", "select $$ :a $$, $x$ :b $$ $x$, $1",
      1);
  row("slice", "select a[1:2], :b", "select a[1:2], $1", 1);
  row("assignment", "select f(a := :b, c => :d)", "select f(a := $1, c => $2)", 2);
  row("json operators", "select j ? 'k', j @> :x", "select j ? 'k', j @> $1", 1);
  row("semicolon", "select 1;\n\n", "select 1", 0);
}

void TestStoreQueryCatalogue::parametersBecomeNumbers() {
  QFETCH(QByteArray, sql);
  const auto query = parseQuery("q", sql.toStdString());
  QTEST(QByteArray::fromStdString(query.sql), "expected");
  QTEST(static_cast<int>(query.parameters.size()), "parameters");
}

void TestStoreQueryCatalogue::aFileHoldsManyQueries() {
  const QueryCatalogue catalogue(
      {{u"a.sql"_s, "-- SPDX\n-- about\n\n-- name: one\nselect 1;\n-- name: two\nselect :x"},
       {u"b.sql"_s, "-- name: three\r\nselect 3"}});
  QCOMPARE(catalogue.names(), (std::vector<std::string>{"one", "three", "two"}));
  QCOMPARE(catalogue.find("two").parameters, std::vector<std::string>{"x"});
  QVERIFY(catalogue.find("one").sql.find("select 1") != std::string::npos);
  QVERIFY(catalogue.find("one").sql.find("two") == std::string::npos);
}

void TestStoreQueryCatalogue::aNameStandsOnce() {
  const std::vector<SqlFile> files{{u"a.sql"_s, "-- name: one\nselect 1"},
                                   {u"b.sql"_s, "-- name: one\nselect 1"}};
  QVERIFY_THROWS_EXCEPTION(ProgrammingError, QueryCatalogue{files});
}

void TestStoreQueryCatalogue::parametersMustMatch_data() {
  QTest::addColumn<QStringList>("given");
  QTest::addColumn<QString>("mentions");
  QTest::newRow("all") << QStringList{u"b"_s, u"a"_s} << u""_s;
  QTest::newRow("missing") << QStringList{u"a"_s} << u":b is missing"_s;
  QTest::newRow("unknown") << QStringList{u"a"_s, u"c"_s} << u":c is unknown"_s;
  QTest::newRow("twice") << QStringList{u"a"_s, u"a"_s} << u":a is given twice"_s;
}

void TestStoreQueryCatalogue::parametersMustMatch() {
  QFETCH(QStringList, given);
  QFETCH(QString, mentions);
  const auto query = parseQuery("invoice_by_id", "select :a, :b");
  const QByteArray first = given.value(0).toUtf8();
  const QByteArray second = given.value(1).toUtf8();
  QString message;
  try {
    if (given.size() == 1)
      (void)bind(query, {{first.constData(), 1}});
    else
      (void)bind(query, {{first.constData(), 1}, {second.constData(), 2}});
  } catch (const ProgrammingError &mistake) {
    message = QString::fromUtf8(mistake.what());
  }
  QCOMPARE(message.isEmpty(), mentions.isEmpty());
  QVERIFY2(message.contains(mentions), qPrintable(message));
  QVERIFY(message.isEmpty() || message.contains(u"invoice_by_id"));
}

void TestStoreQueryCatalogue::anUnknownQueryIsAMistake() {
  QVERIFY_THROWS_EXCEPTION(ProgrammingError,
                           (void)QueryCatalogue::compiledIn().find("nothing_like_it"));
}

void TestStoreQueryCatalogue::theProgramCarriesItsQueries() {
  QCOMPARE(QueryCatalogue::compiledIn().find("set_actor").sql.find("select set_actor($1)") !=
               std::string::npos,
           true);
}

QTEST_GUILESS_MAIN(TestStoreQueryCatalogue)
#include "tst_query_catalogue.moc"
