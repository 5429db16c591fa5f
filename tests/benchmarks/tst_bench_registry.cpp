// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/registry.h"
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::benchmarks;

class TestBenchRegistry : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void eachBenchmarkMeasuresBoth_data();
  void eachBenchmarkMeasuresBoth();
};

void TestBenchRegistry::eachBenchmarkMeasuresBoth_data() {
  QTest::addColumn<QString>("name");
  for (const auto &name :
       {u"audit"_s, u"billing-preview"_s, u"billing-run"_s, u"list-page"_s, u"list-page-invoices"_s,
        u"quota-reserve"_s, u"rls"_s, u"usage-ingest-one-organization"_s, u"what-if"_s})
    QTest::addRow("%s", qPrintable(name)) << name;
}

void TestBenchRegistry::eachBenchmarkMeasuresBoth() {
  QFETCH(QString, name);
  const auto measured = benches().at(name)({300, 1});
  QVERIFY2(measured, qPrintable(measured ? QString() : measured.error().toString()));
  QCOMPARE(measured->name, name);
  QVERIFY(measured->rate > 0);
  QVERIFY(measured->ceiling > 0);
}

QTEST_GUILESS_MAIN(TestBenchRegistry)
#include "tst_bench_registry.moc"
