// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/source_tree.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry::architecture;

/// What a machine can check in the text of the sources.
class TestSourceRules : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void everyFileNamesItsLicence();
  void filesAreSmall_data();
  void filesAreSmall();
  void businessQueriesAskNoClock_data();
  void businessQueriesAskNoClock();
  void everyTableIsInTheRightsPage();
  void everyCrashPointIsInTheOperationsPage();
  void testsWatchTheirOwnDatabase();
  void noPathOfAMachine();
  void namesAreSnakeCase();
  void panesSayErrors_data();
  void panesSayErrors();
  void namesOfAFileAreUniqueInItsFolder_data();
  void namesOfAFileAreUniqueInItsFolder();
};

namespace {
const QStringList rooms{u"app"_s,   u"ui"_s,         u"models"_s,    u"services"_s,
                        u"tests"_s, u"benchmarks"_s, u"resources"_s, u"scripts"_s,
                        u"cmake"_s, u"packaging"_s,  u".ci"_s};

QStringList filesOfTheHouse(const QStringList &patterns) {
  QStringList files;
  for (const auto &room : rooms)
    files.append(filesBelow(room, patterns));
  return files;
}

/// SQL without comments and string literals, in lower case: what the server would run.
QString statementsOf(QString sql) {
  static const QRegularExpression noise(u"--[^\\n]*|/\\*.*?\\*/|'(?:[^']|'')*'"_s,
                                        QRegularExpression::DotMatchesEverythingOption);
  return sql.replace(noise, u" "_s).toLower();
}

/// The clock function that a query calls, or nothing: a business query receives its time.
QString clockIn(const QString &sql) {
  static const QRegularExpression clock(
      u"\\b(now|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday)\\s*\\(|"
      "\\b(current_timestamp|current_date|current_time|localtimestamp|localtime)\\b"_s);
  return clock.match(statementsOf(sql)).captured(0);
}

/// The text in unnamed namespaces, each with the namespace around it: "tenantry::billing".
QList<std::pair<QString, QString>> unnamedIn(const QString &source) {
  static const QRegularExpression opens(
      u"^namespace (?:([\\w:]+) )?\\{$|^\\} // namespace( [\\w:]+)?$"_s,
      QRegularExpression::MultilineOption);
  QList<std::pair<QString, QString>> found;
  QStringList around;
  qsizetype begins = -1;
  for (auto it = opens.globalMatch(source); it.hasNext();) {
    const auto match = it.next();
    const bool closes = match.captured(0).startsWith(u'}');
    if (!match.captured(closes ? 2 : 1).isEmpty()) {
      if (!closes)
        around.append(match.captured(1));
      else if (!around.isEmpty())
        around.removeLast();
    } else if (closes && begins >= 0) {
      found.append({around.join(u"::"_s), source.mid(begins, match.capturedStart() - begins)});
      begins = -1;
    } else if (!closes) {
      begins = match.capturedEnd();
    }
  }
  return found;
}

/// What a text defines: types, constants, and functions with what they take (overloads may stand
/// side by side).
QStringList definedIn(const QString &text) {
  static const QRegularExpression named(
      u"^(?:struct|class|enum class) (\\w+)(?= |;)|^(?:static )?(?:inline )?const(?:expr)? [^(=;]*?(\\w+)(?:\\[\\])? ?[={(]"_s,
      QRegularExpression::MultilineOption);
  static const QRegularExpression function(
      u"^(?!const(?:expr)? \\w+ \\w+ =)(?:[\\w:<>,&*\\[\\] ]+[ &*])?(\\w+)\\(([^;{}]*?)\\)(?: noexcept)? \\{"_s,
      QRegularExpression::MultilineOption);
  static const QRegularExpression argument(u"(?<=[\\w>&*])\\s*\\b\\w+\\s*(=[^,]*)?(?=,|$)"_s);
  QStringList names;
  for (auto it = named.globalMatch(text); it.hasNext();) {
    const auto match = it.next();
    names.append(match.captured(1) + match.captured(2));
  }
  for (auto it = function.globalMatch(text); it.hasNext();) {
    const auto match = it.next();
    names.append(match.captured(1) + u'(' + match.captured(2).simplified().remove(argument) + u')');
  }
  names.removeDuplicates();
  return names;
}

void failWith(const QStringList &objections) {
  QVERIFY2(objections.isEmpty(), qPrintable(objections.join(u'\n')));
}
} // namespace

void TestSourceRules::everyFileNamesItsLicence() {
  QStringList files =
      filesOfTheHouse({u"*.cpp"_s, u"*.h"_s, u"*.sql"_s, u"*.cmake"_s, u"CMakeLists.txt"_s,
                       u"*.toml"_s, u"*.service"_s, u"*.py"_s});
  for (const auto &folder : {u"scripts"_s, u".ci"_s})
    files.append(filesBelow(folder, {u"*"_s}));
  files.append(u"CMakeLists.txt"_s);
  // The golden scenarios are kept byte for byte as they were given.
  files.removeIf([](const QString &file) { return file.startsWith(u"tests/data/scenarios/"_s); });
  QStringList objections;
  for (const auto &file : std::as_const(files)) {
    auto lines = contentOf(file).split(u'\n');
    if (lines.first().startsWith(u"#!"_s) || lines.first().startsWith(u"# shellcheck"_s))
      lines.removeFirst();
    if (lines.isEmpty() || !lines.first().contains(u"SPDX-License-Identifier: GPL-3.0-or-later"_s))
      objections.append(file + u": the first line is not the SPDX line"_s);
  }
  failWith(objections);
}

void TestSourceRules::filesAreSmall_data() {
  QTest::addColumn<QString>("pattern");
  QTest::addColumn<int>("most");
  QTest::newRow("sources") << u"*.cpp"_s << 400;
  QTest::newRow("headers") << u"*.h"_s << 150;
}

void TestSourceRules::filesAreSmall() {
  QFETCH(QString, pattern);
  QFETCH(int, most);
  QStringList objections;
  for (const auto &file : filesOfTheHouse({pattern})) {
    if (const auto lines = contentOf(file).count(u'\n'); lines > most)
      objections.append(
          u"%1 has %2 lines of at most %3: it is probably two ideas"_s.arg(file).arg(lines).arg(
              most));
  }
  failWith(objections);
}

void TestSourceRules::businessQueriesAskNoClock_data() {
  QTest::addColumn<QString>("sql");
  QTest::addColumn<bool>("asks");
  QTest::newRow("now") << u"select now() - interval '1 day'"_s << true;
  QTest::newRow("NOW with a space") << u"update t set at = NOW ()"_s << true;
  QTest::newRow("current_timestamp") << u"insert into t values (current_timestamp)"_s << true;
  QTest::newRow("clock_timestamp") << u"select clock_timestamp()"_s << true;
  QTest::newRow("current_date") << u"where day < current_date"_s << true;
  QTest::newRow("a parameter") << u"where run_at <= :now"_s << false;
  QTest::newRow("a comment") << u"-- not now() but :now\nselect 1"_s << false;
  QTest::newRow("a text") << u"select 'now()'"_s << false;
  QTest::newRow("a longer name") << u"select due_now(:now)"_s << false;
  for (const auto &file : filesBelow(u"resources/sql/queries"_s, {u"*.sql"_s}))
    QTest::newRow(qPrintable(file)) << contentOf(file) << false;
}

void TestSourceRules::businessQueriesAskNoClock() {
  QFETCH(QString, sql);
  QFETCH(bool, asks);
  const auto clock = clockIn(sql);
  QVERIFY2(clock.isEmpty() != asks, qPrintable(u"%1: bind :now instead"_s.arg(clock)));
}

void TestSourceRules::everyTableIsInTheRightsPage() {
  static const QRegularExpression creation(
      u"\\bcreate\\s+(?:unlogged\\s+)?table\\s+(?:if\\s+not\\s+exists\\s+)?(?:tenantry\\.)?(\\w+)(?!\\w)(?!\\s+partition)"_s);
  const auto page = contentOf(u"docs/rights.md"_s);
  QStringList objections;
  for (const auto &file : filesBelow(u"resources/sql/migrations"_s, {u"*.sql"_s})) {
    const auto sql = statementsOf(contentOf(file));
    for (auto it = creation.globalMatch(sql); it.hasNext();) {
      const auto table = it.next().captured(1);
      if (!page.contains(u"\n| %1 |"_s.arg(table)))
        objections.append(
            u"%1: table %2 has no row in docs/rights.md (scripts/print-rights)"_s.arg(file, table));
    }
  }
  failWith(objections);
}

void TestSourceRules::everyCrashPointIsInTheOperationsPage() {
  static const QRegularExpression call(u"\\bcrashPoint\\(\"([^\"]+)\"\\)"_s);
  const auto page = contentOf(u"docs/operations.md"_s);
  QStringList objections;
  for (const auto &file : filesBelow(u"services"_s, {u"*.cpp"_s})) {
    const auto text = contentOf(file);
    for (auto it = call.globalMatch(text); it.hasNext();) {
      const auto name = it.next().captured(1);
      if (!page.contains(u"\n| `%1` |"_s.arg(name)))
        objections.append(u"%1: crash point %2 is not in docs/operations.md"_s.arg(file, name));
    }
  }
  failWith(objections);
}

/// The server is shared: who looks at all that goes on there takes another test's for its own.
void TestSourceRules::testsWatchTheirOwnDatabase() {
  QStringList objections;
  for (const auto &file : filesBelow(u"tests"_s, {u"*.cpp"_s, u"*.h"_s})) {
    if (file.endsWith(u"tst_source_rules.cpp"_s))
      continue;
    const auto statements = contentOf(file).remove(u"\"\n"_s).split(u';');
    for (const auto &statement : statements)
      if (statement.contains(u"pg_stat_activity"_s) && !statement.contains(u"datname"_s))
        objections.append(file + u": pg_stat_activity without datname"_s);
  }
  failWith(objections);
}

void TestSourceRules::noPathOfAMachine() {
  static const QRegularExpression path(u"(?<![\\w.$}])/(?:home/\\w|root/\\w|work/\\w|Users/\\w)"_s);
  const auto self = u"tests/architecture/tst_source_rules.cpp"_s;
  auto files = filesOfTheHouse({u"*"_s});
  files.append(filesBelow(u"docs"_s, {u"*.md"_s, u"*.json"_s}));
  files.append(filesBelow(u"translations"_s, {u"*.ts"_s}));
  files.append({u"CMakeLists.txt"_s, u"CMakePresets.json"_s, u"README.md"_s, u"CONTRIBUTING.md"_s});
  static const QRegularExpression binary(u"\\.(ttf|otf|woff2?|png|pdf|ico|gz|zip|bin)$"_s);
  QStringList objections;
  for (const auto &file : std::as_const(files)) {
    if (file == self || file.contains(binary))
      continue;
    if (const auto match = path.match(contentOf(file)); match.hasMatch())
      objections.append(u"%1 names a folder of one machine: %2"_s.arg(file, match.captured(0)));
  }
  failWith(objections);
}

void TestSourceRules::namesAreSnakeCase() {
  static const QRegularExpression snake(
      u"^[a-z][a-z0-9_]*\\.(cpp|h|sql)$|^[0-9]{4}_[a-z0-9_]+\\.sql$"_s);
  QStringList objections;
  for (const auto &file : filesOfTheHouse({u"*.cpp"_s, u"*.h"_s, u"*.sql"_s})) {
    if (!file.section(u'/', -1).contains(snake))
      objections.append(file + u": files are named in snake_case"_s);
  }
  failWith(objections);
}

void TestSourceRules::panesSayErrors_data() {
  QTest::addColumn<QString>("source");
  QTest::addColumn<bool>("says");
  QTest::newRow("as it is") << u"label->setText(error.message);"_s << false;
  QTest::newRow("of a list") << u"text(m_list.error().message)"_s << false;
  QTest::newRow("of a refusal") << u"add(row->refusal->message)"_s << false;
  QTest::newRow("said") << u"label->setText(said(error));"_s << true;
  QTest::newRow("why it stopped") << u"parts.append(report.stopped->message);"_s << false;
  QTest::newRow("said from a row") << u"said(refusal.message)"_s << true;
  QTest::newRow("another message") << u"one.message.what"_s << true;
  for (const auto &file : filesBelow(u"ui"_s, {u"*.cpp"_s, u"*.h"_s}))
    if (!file.startsWith(u"ui/widgets/refusal_text."_s))
      QTest::newRow(qPrintable(file)) << contentOf(file) << true;
}

// In the language of the console (ADR 13).
void TestSourceRules::panesSayErrors() {
  QFETCH(QString, source);
  QFETCH(bool, says);
  static const QRegularExpression ours(u"\\bsaid\\([\\w.>-]*\\)"_s);
  static const QRegularExpression raw(
      u"\\b(?:error(?:\\(\\))?|refusal|mistake|stopped)(?:\\.|->)message\\b"_s);
  const auto found = raw.match(source.remove(ours));
  QVERIFY2(found.hasMatch() != says,
           qPrintable(u"%1: show said(…), of ui/widgets/refusal_text.h"_s.arg(found.captured(0))));
}

void TestSourceRules::namesOfAFileAreUniqueInItsFolder_data() {
  QTest::addColumn<QString>("folder");
  for (const auto &room : {u"ui"_s, u"models"_s, u"services"_s})
    for (const auto &list : filesBelow(room, {u"CMakeLists.txt"_s}))
      QTest::newRow(qPrintable(QFileInfo(list).path())) << QFileInfo(list).path();
}

// The sources of a folder are compiled as one: what two of them name alike would clash.
void TestSourceRules::namesOfAFileAreUniqueInItsFolder() {
  QFETCH(QString, folder);
  QHash<QString, QString> owner;
  QStringList objections;
  for (const auto &name : QDir(folder).entryList({u"*.cpp"_s}, QDir::Files, QDir::Name)) {
    const auto source = contentOf(folder + u'/' + name);
    for (const auto &[space, text] : unnamedIn(source))
      for (const auto &defined : definedIn(text)) {
        const auto key = space + u"::"_s + defined;
        if (const auto first = owner.value(key, name); first != name)
          objections.append(u"%1: %2 and %3 both define it"_s.arg(key, first, name));
        owner.insert(key, name);
      }
  }
  failWith(objections);
}

QTEST_GUILESS_MAIN(TestSourceRules)
#include "tst_source_rules.moc"
