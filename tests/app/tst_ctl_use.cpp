// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/scenarios/scenario_runner.h"
#include "tests/app/documented.h"
#include "tests/app/programs.h"
#include "tests/support/test_database.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;

/// How the command line is used, told by itself and by its page.
class TestCtlUse : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void wrongUseHasStatusTwo_data();
  void wrongUseHasStatusTwo();
  void onlyPostgresqlIsADatabase();
  void helpIsADocumentToo();
  void whatThePageDoesNotSayIsNoDocument();
  void everyCommandHasItsRow();
  void aBenchmarkIsAsDocumented();
  void usageThatIsBilledIsAsDocumented();

private:
  [[nodiscard]] QStringList missing(const QStringList &command) const;

  QTemporaryDir m_directory{u"/tmp/tenantry-ctl-XXXXXX"_s};
  tests::Ctl m_ctl{m_directory.path()};
};

namespace {

/// The names that help lists under that head ("Subcommands", "Options"), in their order.
QStringList listed(const QString &help, const QString &pattern) {
  QStringList names;
  const QRegularExpression name(pattern, QRegularExpression::MultilineOption);
  for (auto found = name.globalMatch(help); found.hasNext();)
    names.append(found.next().captured(1));
  return names;
}

/// The row of a command, or the paragraph that begins with it; and the section that it stands in,
/// which may say what several commands have in common.
struct Described {
  QString row;
  QString section;
  int rows = 0; ///< in tables; one says all
};

Described described(const QString &command) {
  static const QRegularExpression heads(u"^(?=##+ )"_s, QRegularExpression::MultilineOption);
  const QRegularExpression named(u"^(\\| (`[^`]*`, )*)?`%1[ `].*$"_s.arg(command),
                                 QRegularExpression::MultilineOption);
  Described one;
  for (const auto &section : tests::ctlPage().split(heads))
    for (auto found = named.globalMatch(section); found.hasNext();) {
      const auto row = found.next().captured(0);
      one.rows += row.startsWith(u'|') ? 1 : 0;
      if (one.row.isEmpty())
        one = {row, section, one.rows};
    }
  return one;
}

} // namespace

void TestCtlUse::wrongUseHasStatusTwo_data() {
  QTest::addColumn<QStringList>("arguments");
  QTest::newRow("nothing") << QStringList{};
  QTest::newRow("an unknown command") << QStringList{u"dance"_s};
  QTest::newRow("a directory without a name")
      << QStringList{u"--embedded"_s, QString(), u"doctor"_s};
  const auto events =
      QStringList{u"usage"_s, u"events"_s, makeUuidV7(Instant()).toString(), u"api_calls"_s};
  QTest::newRow("a value of no dimension") << events + QStringList{u"--value"_s, u"eu"_s};
  QTest::newRow("with and without a dimension")
      << events + QStringList{u"--by"_s, u"region"_s, u"--without"_s, u"region"_s};
  QTest::newRow("a group alone") << QStringList{u"invoice"_s};
  QTest::newRow("an unknown command of a group") << QStringList{u"invoice"_s, u"dance"_s};
  QTest::newRow("a word too many") << QStringList{u"doctor"_s, u"now"_s};
  QTest::newRow("no id") << QStringList{u"invoice"_s, u"list"_s, u"--organization"_s, u"acme"_s};
  QTest::newRow("a number below its range")
      << QStringList{u"invoice"_s, u"explain"_s, u"X"_s, u"--events"_s, u"-1"_s};
  QTest::newRow("no seats") << u"subscription change x --seats 0"_s.split(u' ');
  QTest::newRow("no job's id") << QStringList{u"jobs"_s, u"retry"_s, u"7"_s};
  QTest::newRow("an option is missing") << QStringList{u"metrics"_s};
  QTest::newRow("no date") << QStringList{u"metrics"_s, u"--date"_s, u"2026-02-30"_s};
  QTest::newRow("two databases") << QStringList{u"doctor"_s, u"--database"_s, u"postgresql://x"_s};
  QTest::newRow("an unknown bench") << QStringList{u"bench"_s, u"patience"_s};
}

void TestCtlUse::wrongUseHasStatusTwo() {
  QFETCH(QStringList, arguments);
  const auto said = m_ctl.run(arguments);
  QCOMPARE(said.status, 2);
  QVERIFY(!said.errors.isEmpty());
  const auto json = m_ctl.run(arguments + QStringList{u"--json"_s});
  QVERIFY(json.status == 2);
  QVERIFY(json.json()["error"]["code"] == "command.invalid");
}

void TestCtlUse::onlyPostgresqlIsADatabase() {
  const auto ran =
      tests::runProgram(u"tenantryctl"_s, {u"--database"_s, u"mysql://x"_s, u"doctor"_s});
  QCOMPARE(ran.status, 2);
  QVERIFY(ran.errors.contains("postgresql://"));
}

void TestCtlUse::helpIsADocumentToo() {
  QVERIFY(m_ctl.answer({u"invoice"_s, u"--help"_s})["help"].get<std::string>().find("explain") !=
          std::string::npos);
  QVERIFY(m_ctl.run({u"--help"_s}).output.contains("Usage"));
  QVERIFY(m_ctl.run({u"--version"_s}).output.startsWith("tenantryctl "));
}

void TestCtlUse::whatThePageDoesNotSayIsNoDocument() {
  QVERIFY(tests::documented(u"| `migrate`"_s).contains("applied"));
  QVERIFY_THROWS_EXCEPTION(std::invalid_argument, tests::documented(u"| `dance`"_s));
  // Its row has no document of its own; the next one's is not taken for it.
  QVERIFY_THROWS_EXCEPTION(std::invalid_argument, tests::documented(u"| `business apply"_s));
}

/// What the page does not say of a command, or of those below it.
QStringList TestCtlUse::missing(const QStringList &command) const {
  const auto help = QString::fromUtf8(
      tests::runProgram(u"tenantryctl"_s, command + QStringList{u"--help"_s}).output);
  QStringList found;
  const auto below = help.section(u"\nSubcommands:\n"_s, 1);
  if (!below.isEmpty()) {
    for (const auto &name : listed(below, u"^  ([a-z-]+)"_s))
      found += missing(command + QStringList{name});
    if (command.isEmpty() || listed(help, u"^  (--[a-z-]+)"_s).isEmpty())
      return found;
  }
  const auto name = command.join(u' ');
  const auto page = described(name);
  if (page.row.isEmpty())
    return {u"no row of "_s + name};
  if (page.rows > 1)
    found += u"several rows of "_s + name;
  for (const auto &option : listed(help, u"^  (--[a-z-]+)"_s))
    if (!page.row.contains(option) && !page.section.contains(u'`' + option))
      found += name + u' ' + option;
  return found;
}

void TestCtlUse::everyCommandHasItsRow() { QCOMPARE(missing({}), QStringList()); }

void TestCtlUse::aBenchmarkIsAsDocumented() {
  const auto ran =
      tests::runProgram(u"tenantryctl"_s, u"--json bench rls --size 100 --rounds 1"_s.split(u' '));
  QCOMPARE(ran.status, 0);
  QCOMPARE(tests::differences(tests::documented(u"| `bench"_s), ran.json()), QStringList());
}

void TestCtlUse::usageThatIsBilledIsAsDocumented() {
  tests::TestDatabase database;
  const auto scenario =
      scenarios::readScenario(u"tests/data/scenarios/graduated-tiers-at-1001.toml"_s);
  QVERIFY(scenario && scenarios::runScenario(*scenario, *database.connect(u"worker"_s)));
  const auto explained =
      tests::runProgram(u"tenantryctl"_s, {u"--json"_s, u"--database"_s, database.url(),
                                           u"invoice"_s, u"explain"_s, u"INV-2026-000002"_s})
          .json();
  QCOMPARE(explained["lines"].size(), std::size_t(2));
  const auto &billed = explained["lines"][1];
  QCOMPARE(billed["events"].size(), std::size_t(1));
  QCOMPARE(tests::differences(tests::documentedEvidence(), billed), QStringList());
}

QTEST_GUILESS_MAIN(TestCtlUse)
#include "tst_ctl_use.moc"
