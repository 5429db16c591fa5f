// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/business/apply.h"
#include "services/business/loader.h"
#include "tests/app/programs.h"
#include "tests/support/own_time.h"
#include "tests/support/test_database.h"
#include "ui/shell/window_memory.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;

/// Two consoles of one database, as processes: the second hands its link over. What the first then
/// shows, its settings tell, also after it was killed.
class TestConsoleLinks : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase();
  void init();
  void cleanup();
  void theSecondHandsItsLinkOver();
  void aKilledOneComesBackWhereItWas();
  void separateOnesStandBesideEachOther();
  void everyWindowComesAgain();
  void brokenSettingsDoNoHarm();

private:
  [[nodiscard]] QStringList arguments(const QStringList &more = {}) const;
  [[nodiscard]] std::unique_ptr<QProcess> start(const QStringList &more = {}) const;
  [[nodiscard]] QString settingsFile() const;
  [[nodiscard]] std::optional<ui::Place> keptPlace() const;
  [[nodiscard]] bool keepsPlace(ui::Place::Kind kind) const;

  std::unique_ptr<tests::TestDatabase> m_database;
  std::unique_ptr<QTemporaryDir> m_directory;
};

namespace {
const QString day = u"tenantry://billing?date=2026-12-01"_s;
} // namespace

void TestConsoleLinks::initTestCase() {
  const SystemClock clock;
  m_database = std::make_unique<tests::TestDatabase>();
  const auto database = m_database->connect();
  store::Session session{*database, clock, u"test"_s};
  const auto shipped = business::Source::shipped().load();
  QVERIFY(shipped);
  QVERIFY(business::BusinessApply(session).apply(*shipped, u"test"_s));
}

void TestConsoleLinks::init() {
  m_directory = std::make_unique<QTemporaryDir>();
  // Short: a socket lies in it.
  qputenv("XDG_RUNTIME_DIR", m_directory->path().toLocal8Bit());
  qputenv("XDG_CONFIG_HOME", m_directory->filePath(u"config"_s).toLocal8Bit());
}

void TestConsoleLinks::cleanup() { m_directory.reset(); }

QStringList TestConsoleLinks::arguments(const QStringList &more) const {
  return QStringList{u"--database"_s, m_database->url()} + more;
}

std::unique_ptr<QProcess> TestConsoleLinks::start(const QStringList &more) const {
  auto process = std::make_unique<QProcess>();
  process->start(tests::programPath(u"tenantry"_s), arguments(more));
  return process;
}

QString TestConsoleLinks::settingsFile() const {
  return m_directory->filePath(u"config/tenantry/console.ini"_s);
}

std::optional<ui::Place> TestConsoleLinks::keptPlace() const {
  const auto windows = ui::WindowMemories(settingsFile(), m_database->url()).read();
  return windows.empty() ? std::nullopt : windows.front().history.current();
}

bool TestConsoleLinks::keepsPlace(ui::Place::Kind kind) const {
  const auto place = keptPlace();
  return place && place->kind == kind;
}

void TestConsoleLinks::theSecondHandsItsLinkOver() {
  const auto first = start();
  QTRY_VERIFY_WITH_TIMEOUT(keepsPlace(ui::Place::Kind::Home), patience);
  const tests::QuietTime took;
  const auto second = tests::runProgram(u"tenantry"_s, arguments({day}));
  QCOMPARE(second.status, 0);
  QVERIFY2(took.elapsed() <= tests::underSanitizers(5'000),
           qPrintable(u"%1 ms"_s.arg(took.elapsed())));
  QTRY_VERIFY_WITH_TIMEOUT(keepsPlace(ui::Place::Kind::Billing), patience);
  QCOMPARE(keptPlace()->link(), day);
  QCOMPARE(first->state(), QProcess::Running);
  first->kill();
  QVERIFY(first->waitForFinished());
}

// Check 23
void TestConsoleLinks::aKilledOneComesBackWhereItWas() {
  auto console = start({day});
  QTRY_VERIFY_WITH_TIMEOUT(keepsPlace(ui::Place::Kind::Billing), patience);
  console->kill(); // its socket is left behind
  QVERIFY(console->waitForFinished());
  console = start();
  QTest::qWait(3000); // it is open and has kept what it shows
  QCOMPARE(console->state(), QProcess::Running);
  QCOMPARE(keptPlace()->link(), day);
  QCOMPARE(tests::runProgram(u"tenantry"_s, arguments({u"tenantry://organizations"_s})).status, 0);
  QTRY_VERIFY_WITH_TIMEOUT(keepsPlace(ui::Place::Kind::Organizations), patience);
  console->kill();
  QVERIFY(console->waitForFinished());
}

void TestConsoleLinks::separateOnesStandBesideEachOther() {
  const auto first = start();
  QTRY_VERIFY_WITH_TIMEOUT(keepsPlace(ui::Place::Kind::Home), patience);
  const auto second = start({u"--separate"_s, day});
  QTRY_VERIFY_WITH_TIMEOUT(keepsPlace(ui::Place::Kind::Billing), patience);
  QCOMPARE(first->state(), QProcess::Running);
  QCOMPARE(second->state(), QProcess::Running);
  for (auto *process : {first.get(), second.get()}) {
    process->kill();
    QVERIFY(process->waitForFinished());
  }
}

// Check 23
void TestConsoleLinks::everyWindowComesAgain() {
  const ui::WindowMemories memories(settingsFile(), m_database->url());
  const ui::Place billing{ui::Place::Kind::Billing, {}, {}, {}};
  const ui::Place invoice{ui::Place::Kind::Invoice, u"INV-2026-000001"_s, {}, {}};
  QVERIFY(memories.write({{{}, false, ui::History(billing, {}, {})},
                          {{}, true, ui::History(invoice, {billing}, {})}}));
  const auto console = start({u"tenantry://organizations"_s});
  QTRY_VERIFY_WITH_TIMEOUT(keepsPlace(ui::Place::Kind::Organizations), patience);
  const auto windows = memories.read();
  QCOMPARE(windows.size(), std::size_t(2));
  QCOMPARE(windows[0].history.back(), QList<ui::Place>{billing});
  QCOMPARE(windows[1].history.current(), invoice);
  QVERIFY(windows[1].isSidebarNarrow && !windows[1].geometry.isEmpty());
  console->kill();
  QVERIFY(console->waitForFinished());
}

void TestConsoleLinks::brokenSettingsDoNoHarm() {
  QVERIFY(QDir().mkpath(m_directory->filePath(u"config/tenantry"_s)));
  QFile file(settingsFile());
  QVERIFY(file.open(QIODevice::WriteOnly));
  file.write(QByteArray("\xff\x00[[[ noise", 11));
  file.close();
  const auto console = start({day});
  QTRY_VERIFY_WITH_TIMEOUT(keepsPlace(ui::Place::Kind::Billing), patience);
  console->kill();
  QVERIFY(console->waitForFinished());
}

QTEST_GUILESS_MAIN(TestConsoleLinks)
#include "tst_console_links.moc"
