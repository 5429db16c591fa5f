// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/scenarios/scenario_runner.h"
#include "tests/support/test_database.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::scenarios;

namespace {
const QString golden = u"tests/data/scenarios"_s;
const QString own = u"tests/data/scenarios-own"_s;
} // namespace

/// SIM-1: the golden scenarios and our own, each in a database of its own with a virtual clock.
class TestScenarios : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void goldenScenarioHolds_data() { addFiles(golden); }

  void goldenScenarioHolds() { holds(); }

  void ownScenarioHolds_data() { addFiles(own); }

  void ownScenarioHolds() { holds(); }

private:
  static void addFiles(const QString &folder) {
    QTest::addColumn<QString>("file");
    const auto files = scenarioFiles(folder);
    QVERIFY(files);
    for (const auto &file : *files)
      QTest::newRow(qPrintable(QFileInfo(file).baseName())) << file;
  }

  /// None is left out: a verb that cannot be done is a failure here.
  static void holds() {
    QFETCH(const QString, file);
    const auto scenario = readScenario(file);
    QStringList mistakes;
    if (!scenario)
      for (const auto &error : scenario.error())
        mistakes.append(error.toString());
    QVERIFY2(scenario, qPrintable(mistakes.join(u'\n')));
    tests::TestDatabase database;
    const auto session = database.connect(u"worker"_s);
    const auto outcome = runScenario(*scenario, *session);
    QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().toString()));
    QStringList failures;
    for (const auto &failure : outcome->failures)
      failures.push_back(failure.toString());
    QVERIFY2(outcome->passed(), qPrintable(failures.join(u'\n')));
  }
};

QTEST_GUILESS_MAIN(TestScenarios)
#include "tst_scenarios.moc"
