// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/query_catalogue.h"
#include "tests/support/test_database.h"
#include <QTest>
#include <libpq-fe.h>

using namespace tenantry;
using namespace tenantry::store;

class TestStoreQueries : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void everyQueryFitsTheSchema();
};

void TestStoreQueries::everyQueryFitsTheSchema() {
  const tests::TestDatabase test;
  const auto database = test.connect();
  const auto names = QueryCatalogue::compiledIn().names();
  QVERIFY(!names.empty());
  QStringList failures;
  for (const auto &name : names) {
    const auto &query = QueryCatalogue::compiledIn().find(name);
    const Rows rows(PQprepare(database->handle(), name.c_str(), query.sql.c_str(), 0, nullptr));
    if (PQresultStatus(rows.raw()) != PGRES_COMMAND_OK)
      failures.append(QString::fromStdString(name + ": " + PQerrorMessage(database->handle())));
  }
  QVERIFY2(failures.isEmpty(), qPrintable(failures.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestStoreQueries)
#include "tst_queries.moc"
