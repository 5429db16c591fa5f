// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/rational.h"

#include <QTest>
#include <limits>
#include <numeric>

using namespace Qt::StringLiterals;
using namespace tenantry;

using Numbers = std::vector<std::int64_t>;

class TestRational : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void roundsHalfAwayFromZero_data();
  void roundsHalfAwayFromZero();
  void roundingOutsideOf64BitsThrows();
  void formats_data();
  void formats();
  void refusesJunk_data();
  void refusesJunk();
  void shares_data();
  void shares();
  void sharesAlwaysSum();
  void sharingNeedsSomebody();
};

void TestRational::roundsHalfAwayFromZero_data() {
  QTest::addColumn<int>("numerator");
  QTest::addColumn<int>("denominator");
  QTest::addColumn<qint64>("rounded");
  QTest::newRow("1/2") << 1 << 2 << qint64{1};
  QTest::newRow("-1/2") << -1 << 2 << qint64{-1};
  QTest::newRow("5/2") << 5 << 2 << qint64{3};
  QTest::newRow("-5/2") << -5 << 2 << qint64{-3};
  QTest::newRow("1/3") << 1 << 3 << qint64{0};
  QTest::newRow("-1/3") << -1 << 3 << qint64{0};
  QTest::newRow("2/3") << 2 << 3 << qint64{1};
  QTest::newRow("just below a half") << 499999999 << 1000000000 << qint64{0};
  QTest::newRow("whole") << -7 << 1 << qint64{-7};
}

void TestRational::roundsHalfAwayFromZero() {
  QFETCH(int, numerator);
  QFETCH(int, denominator);
  QFETCH(qint64, rounded);
  QCOMPARE(qint64{tenantry::roundHalfAwayFromZero(Rational(numerator, denominator))}, rounded);
}

void TestRational::roundingOutsideOf64BitsThrows() {
  const Rational greatest(std::numeric_limits<std::int64_t>::max());
  const Rational least(std::numeric_limits<std::int64_t>::min());
  QCOMPARE(roundHalfAwayFromZero(greatest), std::numeric_limits<std::int64_t>::max());
  QCOMPARE(roundHalfAwayFromZero(least), std::numeric_limits<std::int64_t>::min());
  QVERIFY_THROWS_EXCEPTION(std::overflow_error,
                           (void)roundHalfAwayFromZero(greatest + Rational(1, 2)));
  QVERIFY_THROWS_EXCEPTION(std::overflow_error,
                           (void)roundHalfAwayFromZero(least - Rational(1, 2)));
}

void TestRational::formats_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<int>("places");
  QTest::addColumn<QString>("expected");
  const auto row = [](const char16_t *text, int places, const char16_t *expected) {
    QTest::addRow("%s to %d", qPrintable(QString::fromUtf16(text)), places)
        << QString::fromUtf16(text) << places << QString::fromUtf16(expected);
  };
  row(u"0.25", 6, u"0.25");
  row(u"-3", 4, u"-3");
  row(u"1000000.000001", 6, u"1000000.000001");
  row(u"1000000.000001", 5, u"1000000");
  row(u"0.005", 2, u"0.01");
  row(u"-0.005", 2, u"-0.01");
  row(u"-0.004", 2, u"0");
  row(u"-0", 2, u"0");
  row(u"100", 0, u"100");
  row(u"0.5", 0, u"1");
  row(u"007.10", 3, u"7.1");
  row(u"123456789012345678901234567890.5", 1, u"123456789012345678901234567890.5");
}

void TestRational::formats() {
  QFETCH(QString, text);
  QFETCH(int, places);
  QFETCH(QString, expected);
  QCOMPARE(formatDecimal(parseDecimal(text).value(), places), expected);
}

void TestRational::refusesJunk_data() {
  QTest::addColumn<QString>("text");
  for (const char16_t *text : {u"", u"-", u".", u".5", u"5.", u"+1", u"1,5", u"1e3", u" 1", u"1 ",
                               u"--1", u"1.2.3", u"0x1", u"1/2", u"٣"})
    QTest::addRow("[%s]", qPrintable(QString::fromUtf16(text))) << QString::fromUtf16(text);
  QTest::newRow("endless") << QString(100000, u'9');
}

void TestRational::refusesJunk() {
  QFETCH(QString, text);
  const auto number = parseDecimal(text);
  QVERIFY(!number);
  QCOMPARE(number.error().code, u"number.invalid"_s);
}

void TestRational::shares_data() {
  QTest::addColumn<qint64>("total");
  QTest::addColumn<Numbers>("weights");
  QTest::addColumn<Numbers>("parts");
  constexpr auto kMax = std::numeric_limits<std::int64_t>::max();
  constexpr auto kMin = std::numeric_limits<std::int64_t>::min();
  QTest::newRow("even") << qint64{10} << Numbers{1, 1} << Numbers{5, 5};
  QTest::newRow("tie to the first") << qint64{10} << Numbers{1, 1, 1} << Numbers{4, 3, 3};
  QTest::newRow("largest remainder") << qint64{100} << Numbers{1, 2, 3} << Numbers{17, 33, 50};
  QTest::newRow("largest remainder is last") << qint64{10} << Numbers{3, 3, 1} << Numbers{4, 4, 2};
  QTest::newRow("negative total") << qint64{-10} << Numbers{1, 1, 1} << Numbers{-4, -3, -3};
  QTest::newRow("all weights zero") << qint64{7} << Numbers{0, 0} << Numbers{7, 0};
  QTest::newRow("a zero weight gets nothing") << qint64{1} << Numbers{0, 1, 1} << Numbers{0, 1, 0};
  QTest::newRow("nothing to share") << qint64{0} << Numbers{1, 2} << Numbers{0, 0};
  QTest::newRow("nobody, nothing") << qint64{0} << Numbers{} << Numbers{};
  QTest::newRow("greatest") << qint64{kMax} << Numbers{kMax, kMax}
                            << Numbers{kMax / 2 + 1, kMax / 2};
  QTest::newRow("least") << qint64{kMin} << Numbers{kMax} << Numbers{kMin};
}

void TestRational::shares() {
  QFETCH(qint64, total);
  QFETCH(Numbers, weights);
  QFETCH(Numbers, parts);
  QVERIFY(shareByLargestRemainder(total, weights) == parts);
}

void TestRational::sharesAlwaysSum() {
  for (std::int64_t total = -60; total <= 60; ++total)
    for (std::int64_t a = 0; a < 6; ++a)
      for (std::int64_t b = 0; b < 6; ++b) {
        const auto parts = shareByLargestRemainder(total, Numbers{a, b, 7, 2});
        QCOMPARE(std::accumulate(parts.begin(), parts.end(), std::int64_t{0}), total);
      }
}

void TestRational::sharingNeedsSomebody() {
  QVERIFY_THROWS_EXCEPTION(ProgrammingError, (void)shareByLargestRemainder(1, Numbers{}));
  QVERIFY_THROWS_EXCEPTION(ProgrammingError, (void)shareByLargestRemainder(1, Numbers{1, -1}));
}

QTEST_APPLESS_MAIN(TestRational)
#include "tst_rational.moc"
