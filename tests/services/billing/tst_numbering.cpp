// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/numbering.h"

#include "tests/services/billing/golden_cases.h"

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::billing;

class TestNumbering : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void numbersAreWrittenAndReadBack_data() { // BILL-2
    QTest::addColumn<QString>("format");
    QTest::addColumn<int>("year");
    QTest::addColumn<qint64>("sequence");
    QTest::addColumn<QString>("text");
    QTest::newRow("shipped") << u"INV-{year}-{seq:6}"_s << 2026 << qint64(1)
                             << u"INV-2026-000001"_s;
    QTest::newRow("credit note") << u"CN-{year}-{seq:6}"_s << 2027 << qint64(42)
                                 << u"CN-2027-000042"_s;
    QTest::newRow("outgrown") << u"INV-{year}-{seq:6}"_s << 2026 << qint64(1234567)
                              << u"INV-2026-1234567"_s;
    QTest::newRow("without places") << u"{seq}/{year}"_s << 2026 << qint64(9) << u"9/2026"_s;
    QTest::newRow("without year") << u"R.{seq:3}"_s << 0 << qint64(7) << u"R.007"_s;
    QTest::newRow("side by side") << u"{year}{seq:4}"_s << 2026 << qint64(12345) << u"202612345"_s;
  }
  void numbersAreWrittenAndReadBack() {
    QFETCH(QString, format);
    QFETCH(int, year);
    QFETCH(qint64, sequence);
    QFETCH(QString, text);
    const DocumentNumber number{year, sequence};
    QCOMPARE(formatNumber(format, number), text);
    const auto read = parseNumber(format, text);
    QVERIFY(read.has_value());
    QVERIFY(*read == number);
  }

  void otherTextsAreRefused_data() {
    QTest::addColumn<QString>("text");
    for (const auto &text :
         {u""_s, u"INV-2026-1"_s, u"INV-2026-000000"_s, u"INV-2026-0000001"_s, u"CN-2026-000001"_s,
          u"INV-26-000001"_s, u"INV-2026-000001 "_s, u"xINV-2026-000001"_s})
      QTest::newRow(qPrintable(u'"' + text + u'"')) << text;
  }
  void otherTextsAreRefused() {
    QFETCH(QString, text);
    const auto read = parseNumber(u"INV-{year}-{seq:6}"_s, text);
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().code, u"invoice.number_invalid"_s);
  }

  void draftsLeaveNoGapAndVoidKeepsItsNumber_data() { golden::addRows({"numbering"}); }
  void draftsLeaveNoGapAndVoidKeepsItsNumber() {
    const auto each = golden::current();
    std::int64_t last = 0;
    std::map<std::string, std::string> numbers;
    for (const auto &step : each.at("given").at("steps")) {
      const auto text = step.get<std::string>();
      if (text.starts_with("finalize:"))
        numbers[text.substr(9)] =
            formatNumber(u"INV-{year}-{seq:4}"_s, {2026, ++last}).toStdString();
    }
    const auto expected = each.at("expect").at("numbers").get<std::map<std::string, std::string>>();
    QCOMPARE(numbers, expected);
  }
};

QTEST_GUILESS_MAIN(TestNumbering)
#include "tst_numbering.moc"
