// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/importing/usage_lines.h"

#include <QBuffer>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::importing;

namespace {

const UsageChecks knownChecks{[](const QString &metric) { return metric == u"api_calls"; },
                              [](const QString &source) { return source == u"cus_a"; }};

struct Events {
  QList<UsageLine> good;
  QStringList bad; ///< line code
};

Events readAll(QIODevice &device) {
  Events events;
  UsageLines lines(device, u"usage.jsonl"_s, knownChecks);
  for (auto event = lines.next(); !event || *event; event = lines.next()) {
    if (event)
      events.good += **event;
    else
      events.bad += u"%1 %2"_s.arg(event.error().place.line).arg(event.error().code);
  }
  return events;
}

} // namespace

class TstUsageLines : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void eventsKeepTheirValuesAndErrorsTheirLines();
  void errorsNameWhereJsonBreaks();
  void goesOnAfterLinesThatAreNoText();
  void whatCannotBeKeptIsRefused_data();
  void whatCannotBeKeptIsRefused();
  void checksAreOptional();
};

void TstUsageLines::eventsKeepTheirValuesAndErrorsTheirLines() {
  QFile file(u"tests/data/import/usage.jsonl"_s);
  QVERIFY(file.open(QIODevice::ReadOnly));
  const Events events = readAll(file);
  QCOMPARE(
      events.bad,
      (QStringList{u"2 json_invalid"_s, u"6 quantity_invalid"_s, u"7 metric_unknown"_s,
                   u"8 organization_unknown"_s, u"9 time_invalid"_s, u"10 id_missing"_s,
                   u"11 dimension_invalid"_s, u"12 quantity_invalid"_s, u"13 specversion_unknown"_s,
                   u"14 json_invalid"_s, u"15 quantity_invalid"_s, u"16 quantity_invalid"_s}));
  QCOMPARE(events.good.size(), 4);
  const UsageLine &first = events.good[0];
  QCOMPARE(first.place.line, 1);
  QCOMPARE(first.id, u"e1"_s);
  QCOMPARE(first.source, u"cus_a"_s);
  QCOMPARE(first.metric, u"api_calls"_s);
  QVERIFY(first.time == *parseInstant(u"2026-11-18T00:03:15Z"));
  QVERIFY(first.quantity == 498);
  QCOMPARE(first.dimensions,
           (QMap<QString, QString>{
               {u"region"_s, u"eu"_s}, {u"cached"_s, u"true"_s}, {u"zone"_s, u"3"_s}}));
  QVERIFY(events.good[1].quantity == Rational(-1, 4));
  QVERIFY(events.good[1].time == *parseInstant(u"2026-11-18T00:03:15.25Z"));
  QVERIFY(events.good[2].quantity == *parseDecimal(u"12345678901234567890.000001"));
  QVERIFY(events.good[3].quantity == Rational("18446744073709551615"));
}

void TstUsageLines::errorsNameWhereJsonBreaks() {
  const auto event = parseUsageLine(R"({"id": "e1", nothing})", {}, {u"usage.jsonl"_s, 9, 0, {}});
  QVERIFY(!event);
  QCOMPARE(event.error().code, u"json_invalid"_s);
  QCOMPARE(event.error().place.file, u"usage.jsonl"_s);
  QCOMPARE(event.error().place.line, 9);
  QCOMPARE(event.error().place.column, 15);
}

void TstUsageLines::goesOnAfterLinesThatAreNoText() {
  const QByteArray good =
      R"({"id":"e","source":"cus_a","type":"api_calls","time":"2026-11-18T00:03:15Z","data":{"quantity":1}})";
  QBuffer device;
  device.setData("\xEF\xBB\xBF" + good + "\r\n\xFF\xFE\n" +
                 QByteArray(5 * TextLines::longestLine, '1') + "\n" + good + "\nx" +
                 QByteArray(1, '\0') + "\n" + QByteArray(100'000, '[') + "\n" + good);
  device.open(QIODevice::ReadOnly);
  const Events events = readAll(device);
  QCOMPARE(events.bad, (QStringList{u"2 text.utf8_invalid"_s, u"3 text.line_too_long"_s,
                                    u"5 text.nul"_s, u"6 json_invalid"_s}));
  QCOMPARE(events.good.size(), 3);
  QCOMPARE(events.good.last().place.line, 7);
}

void TstUsageLines::whatCannotBeKeptIsRefused_data() {
  QTest::addColumn<QByteArray>("id");
  QTest::addColumn<QByteArray>("data");
  QTest::addColumn<QString>("code"); ///< empty: it can be kept
  const auto one = R"("quantity":1)"_ba;
  QTest::newRow("a short one") << "e"_ba << one << QString();
  QTest::newRow("the longest id") << QByteArray(255, 'e') << one << QString();
  QTest::newRow("a longer id") << QByteArray(256, 'e') << one << u"text_too_long"_s;
  QTest::newRow("NUL in the id") << R"(e\u0000)"_ba << one << u"text.nul"_s;
  QTest::newRow("half a letter") << R"(e\ud800)"_ba << one << u"json_invalid"_s;
  QTest::newRow("a number beyond all") << "e"_ba
                                       << R"("quantity":1e400)"_ba << u"json_invalid"_s;
  QTest::newRow("NUL in a dimension") << "e"_ba << one + R"(,"region":"\u0000")" << u"text.nul"_s;
  QTest::newRow("NUL in its name") << "e"_ba << one + R"(,"\u0000":"eu")" << u"text.nul"_s;
  QTest::newRow("a dimension that is long")
      << "e"_ba << one + R"(,"region":")" + QByteArray(2001, 'x') + '"' << u"text_too_long"_s;
}

void TstUsageLines::whatCannotBeKeptIsRefused() {
  QFETCH(QByteArray, id);
  QFETCH(QByteArray, data);
  QFETCH(QString, code);
  const auto line = R"({"source":"x","type":"y","time":"2026-11-18T00:03:15Z","id":")" + id +
                    R"(","data":{)" + data + "}}";
  const auto event = parseUsageLine(line, {}, {u"usage.jsonl"_s, 7, 0, {}});
  QCOMPARE(event ? QString() : event.error().code, code);
  QCOMPARE(event ? event->place.line : event.error().place.line, 7);
}

void TstUsageLines::checksAreOptional() {
  const auto event = parseUsageLine(
      R"({"id":"e","source":"x","type":"y","time":"2026-11-18T00:03:15Z","data":{"quantity":1}})",
      {}, {});
  QVERIFY(event.has_value());
  QCOMPARE(event->metric, u"y"_s);
}

QTEST_GUILESS_MAIN(TstUsageLines)
#include "tst_usage_lines.moc"
