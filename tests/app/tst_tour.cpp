// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/business/apply.h"
#include "services/business/loader.h"
#include "services/scenarios/demo_book.h"
#include "tests/support/test_database.h"

#include <QDir>
#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;

/// The program itself, drawing its panes without a display.
class TestTour : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase();
  void everyPaneIsDrawn_data();
  void everyPaneIsDrawn();
  void onePlaceIsDrawn();
  void theLanguageCanBeChosen();
  void aDatabaseThatIsNotThereEndsWithAMessage();
  void wrongUseIsRefused_data();
  void wrongUseIsRefused();

private:
  struct Outcome {
    int status = -1;
    QString message;
  };
  [[nodiscard]] Outcome run(const QStringList &arguments) const;

  std::unique_ptr<tests::TestDatabase> m_database;
};

namespace {

bool isUniform(const QImage &image) {
  const QRgb first = image.pixel(0, 0);
  for (int y = 0; y < image.height(); y += 7)
    for (int x = 0; x < image.width(); x += 7)
      if (image.pixel(x, y) != first)
        return false;
  return true;
}

} // namespace

void TestTour::initTestCase() {
  const SystemClock clock;
  m_database = std::make_unique<tests::TestDatabase>();
  const auto database = m_database->connect();
  store::Session session{*database, clock, u"test"_s};
  const auto shipped = business::Source::shipped().load();
  QVERIFY(shipped);
  QVERIFY(business::BusinessApply(session).apply(*shipped, u"test"_s));
  const auto filled = scenarios::fillDemoBook(*database, {12, 2, 1}, clock.now());
  QVERIFY2(filled, filled ? "" : qPrintable(filled.error().toString()));
}

TestTour::Outcome TestTour::run(const QStringList &arguments) const {
  QProcess program;
  program.start(qEnvironmentVariable("TENANTRY_BIN") + u"/tenantry"_s, arguments);
  if (!program.waitForFinished(120'000))
    return {-1, program.errorString()};
  return {program.exitCode(), QString::fromUtf8(program.readAllStandardError())};
}

void TestTour::everyPaneIsDrawn_data() {
  QTest::addColumn<QString>("theme");
  QTest::addColumn<QString>("scale");
  QTest::addColumn<QSize>("size");
  QTest::newRow("light") << u"light"_s << u"1"_s << QSize(1200, 800);
  QTest::newRow("dark, twice as sharp") << u"dark"_s << u"2"_s << QSize(2400, 1600);
}

void TestTour::everyPaneIsDrawn() {
  QFETCH(QString, theme);
  QFETCH(QString, scale);
  QFETCH(QSize, size);
  const QTemporaryDir directory;
  const auto outcome = run({u"--database"_s, m_database->url(), u"--tour"_s, directory.path(),
                            u"--theme"_s, theme, u"--scale"_s, scale, u"--size"_s, u"1200x800"_s});
  QVERIFY2(outcome.status == 0, qPrintable(outcome.message));
  for (const auto &name : {u"home"_s, u"notifications"_s, u"organizations"_s, u"organization"_s,
                           u"organization-subscription"_s, u"organization-usage"_s,
                           u"organization-invoices"_s, u"palette"_s, u"keys"_s, u"billing"_s,
                           u"billing-explain"_s, u"invoice"_s, u"no-match"_s, u"import"_s}) {
    const QImage image(directory.filePath(name + u".png"_s));
    QVERIFY2(!image.isNull(), qPrintable(name));
    if (name != u"import"_s && name != u"keys"_s && name != u"notifications"_s)
      QCOMPARE(image.size(), size);
    QVERIFY2(!isUniform(image), qPrintable(name));
    const bool isDark = qGray(image.pixel(image.width() - 4, 4)) < 128;
    QCOMPARE(isDark, theme == u"dark"_s);
  }
}

void TestTour::onePlaceIsDrawn() {
  const QTemporaryDir directory;
  const auto outcome = run({u"--database"_s, m_database->url(), u"--tour"_s, directory.path(),
                            u"--place"_s, u"tenantry://billing?date=2026-12-31"_s});
  QVERIFY2(outcome.status == 0, qPrintable(outcome.message));
  QCOMPARE(QDir(directory.path()).entryList({u"*.png"_s}), QStringList{u"place.png"_s});
}

void TestTour::theLanguageCanBeChosen() {
  const QTemporaryDir english, german;
  for (const auto &[directory, language] :
       {std::pair(&english, u"en"_s), std::pair(&german, u"de"_s)}) {
    const auto outcome =
        run({u"--database"_s, m_database->url(), u"--tour"_s, directory->path(), u"--place"_s,
             u"tenantry://organizations"_s, u"--language"_s, language});
    QVERIFY2(outcome.status == 0, qPrintable(outcome.message));
  }
  const QImage one(english.filePath(u"place.png"_s)), other(german.filePath(u"place.png"_s));
  QVERIFY(!one.isNull() && one.size() == other.size());
  QVERIFY(one != other);
}

void TestTour::aDatabaseThatIsNotThereEndsWithAMessage() {
  const QTemporaryDir directory;
  const auto outcome =
      run({u"--database"_s, u"host=/nowhere dbname=none"_s, u"--tour"_s, directory.path()});
  QCOMPARE(outcome.status, 1);
  QVERIFY2(outcome.message.contains(u"store.disconnected"_s), qPrintable(outcome.message));
}

void TestTour::wrongUseIsRefused_data() {
  QTest::addColumn<QStringList>("arguments");
  QTest::newRow("a size") << QStringList{u"--size"_s, u"large"_s};
  QTest::newRow("a theme") << QStringList{u"--theme"_s, u"pink"_s};
  QTest::newRow("a language") << QStringList{u"--language"_s, u"tlh"_s};
  QTest::newRow("a place") << QStringList{u"--place"_s, u"tenantry://weather"_s};
  QTest::newRow("an option") << QStringList{u"--colour"_s};
}

void TestTour::wrongUseIsRefused() {
  QFETCH(QStringList, arguments);
  const auto outcome = run(arguments);
  QCOMPARE(outcome.status, 2);
  QVERIFY(!outcome.message.isEmpty());
}

QTEST_GUILESS_MAIN(TestTour)
#include "tst_tour.moc"
