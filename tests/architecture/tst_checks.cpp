// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/source_tree.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry::architecture;

namespace {

/// What a pattern captures in a text, each once for each time it stands there.
QList<QStringList> captured(const QString &text, const QString &pattern) {
  const QRegularExpression expression(pattern);
  QList<QStringList> all;
  for (auto it = expression.globalMatch(text); it.hasNext();)
    all.append(it.next().capturedTexts());
  return all;
}

const QString namedTest = uR"x(`(tst_\w+)::(\w+)`)x"_s;

/// The text of each test program, by its name.
QMap<QString, QString> testPrograms() {
  QMap<QString, QString> programs;
  for (const auto &file : filesBelow(u"tests"_s, {u"tst_*.cpp"_s}))
    programs.insert(QFileInfo(file).completeBaseName(), contentOf(file));
  return programs;
}

} // namespace

/// docs/checks.md says which tests hold the console to its promises, docs/failures.md what shuts
/// out the failures of others, docs/rules-of-money.md what holds each rule: they are there.
class TestChecks : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void everyNamedTestIsThere_data();
  void everyNamedTestIsThere();
  void everyTestOfACheckIsNamed();
  void everyFailureHasItsTests();
  void everyRuleHasItsTests();
  void everyNamedScenarioIsThere_data() { addPagesOfBooks(); }
  void everyNamedScenarioIsThere();
  void everyNamedConstraintIsThere_data() { addPagesOfBooks(); }
  void everyNamedConstraintIsThere();

private:
  static void addPagesOfBooks() {
    QTest::addColumn<QString>("page");
    QTest::newRow("failures") << u"docs/failures.md"_s;
    QTest::newRow("rules of money") << u"docs/rules-of-money.md"_s;
  }
};

void TestChecks::everyNamedTestIsThere_data() {
  QTest::addColumn<QString>("page");
  QTest::newRow("checks") << u"docs/checks.md"_s;
  QTest::newRow("failures") << u"docs/failures.md"_s;
  QTest::newRow("rules of money") << u"docs/rules-of-money.md"_s;
}

void TestChecks::everyNamedTestIsThere() {
  QFETCH(const QString, page);
  const auto programs = testPrograms();
  QStringList missing;
  const auto named = captured(contentOf(page), namedTest);
  for (const auto &test : named)
    if (!programs.value(test[1]).contains(u"  void %1()"_s.arg(test[2])))
      missing.append(test[0]);
  QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u'\n')));
  QVERIFY(named.size() > 30);
}

/// A test whose name begins with a check stands in the row of that check.
void TestChecks::everyTestOfACheckIsNamed() {
  QMap<QString, QString> promises; // by number
  for (const auto &row : captured(contentOf(u"docs/checks.md"_s), u"(?m)^\\| (\\d+) \\| .+$"_s))
    promises.insert(row[1], row[0]);
  QStringList missing;
  int count = 0;
  const auto programs = testPrograms();
  for (auto program = programs.begin(); program != programs.end(); ++program)
    for (const auto &test : captured(*program, uR"x(  void (check(\d+)\w+)\(\);)x"_s)) {
      ++count;
      const auto name = u"`%1::%2`"_s.arg(program.key(), test[1]);
      if (!test[1].endsWith(u"_data") && !promises.value(test[2]).contains(name))
        missing.append(u"%1 %2"_s.arg(test[2], name));
    }
  QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u'\n')));
  QVERIFY(count > 100);
}

void TestChecks::everyFailureHasItsTests() {
  const auto rows = captured(contentOf(u"docs/failures.md"_s), u"(?m)^\\| F(\\d+) \\| .+$"_s);
  QCOMPARE(rows.size(), 20);
  for (int number = 1; const auto &row : rows) {
    QCOMPARE(row[1], QString::number(number++));
    QVERIFY2(!captured(row[0], namedTest).isEmpty(), qPrintable(row[0]));
  }
}

void TestChecks::everyRuleHasItsTests() {
  const auto rows = captured(contentOf(u"docs/rules-of-money.md"_s), u"(?m)^\\| [A-Z].+$"_s);
  QVERIFY(rows.size() > 80);
  for (const auto &row : rows)
    QVERIFY2(row[0].contains("`scenarios"_L1) || !captured(row[0], namedTest).isEmpty(),
             qPrintable(row[0]));
}

void TestChecks::everyNamedScenarioIsThere() {
  QFETCH(const QString, page);
  const auto named = captured(contentOf(page), u"`(scenarios[\\w-]*/[^`]+)`"_s);
  QVERIFY(named.size() > 5);
  for (const auto &scenario : named)
    QVERIFY2(QFileInfo::exists(u"tests/data/%1.toml"_s.arg(scenario[1])), qPrintable(scenario[1]));
}

void TestChecks::everyNamedConstraintIsThere() {
  QFETCH(const QString, page);
  QString schema;
  for (const auto &file : filesBelow(u"resources/sql/migrations"_s, {u"*.sql"_s}))
    schema += contentOf(file);
  int count = 0;
  for (const auto &row : captured(contentOf(page), u"(?m)^\\| [A-Z].*\\|([^|]*)\\|$"_s))
    for (const auto &name : captured(row[1], u"`(\\w+)`"_s)) {
      ++count;
      const auto defined =
          captured(schema, u"(?:constraint|trigger|unique index) %1\\s"_s.arg(name[1]));
      QVERIFY2(!defined.isEmpty(), qPrintable(name[1]));
    }
  QVERIFY(count > 15);
}

QTEST_GUILESS_MAIN(TestChecks)
#include "tst_checks.moc"
