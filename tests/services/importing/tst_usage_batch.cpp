// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/importing/usage_batch.h"
#include "tests/services/importing/import_house.h"

#include <QBuffer>
#include <QJsonDocument>
#include <QTest>

using namespace tenantry;
using namespace tenantry::importing;
using namespace tenantry::tests;

namespace {

QByteArray batchEvent(const QByteArray &id, const QByteArray &quantity = "1"_ba,
                      const QByteArray &source = "cus_acme"_ba) {
  return R"({"specversion":"1.0","source":")" + source + R"(","type":"api_calls","id":")" + id +
         R"(","time":"2026-03-01T10:00:00Z","data":{"quantity":)" + quantity + "}}";
}

QByteArray batchOf(int events, const QByteArray &prefix) {
  QByteArrayList all;
  for (int i = 0; i < events; ++i)
    all += batchEvent(prefix + QByteArray::number(i));
  return '[' + all.join(',') + ']';
}

/// "1:2 [0].id code", and "over" behind what ended the file.
QString placed(const Error &error, bool isBroken) {
  return u"%1:%2 %3 %4%5"_s.arg(error.place.line)
      .arg(error.place.column)
      .arg(error.place.field, error.code, isBroken ? u" over"_s : QString());
}

/// Ids of the events that are right, and what is wrong with the others.
QStringList readBatch(const QByteArray &bytes) {
  QBuffer device;
  device.setData(bytes);
  device.open(QIODevice::ReadOnly);
  QStringList found;
  UsageBatch events(device, u"usage.json"_s, {});
  for (auto event = events.next(); !event || *event; event = events.next())
    found += event ? (*event)->id : placed(event.error(), events.isBroken());
  return found;
}

/// An array of events without end, of which it remembers how much was asked for.
class EndlessBatch : public QIODevice {
public:
  EndlessBatch() { open(QIODevice::ReadOnly | QIODevice::Unbuffered); }
  [[nodiscard]] bool isSequential() const override { return true; }
  qint64 handedOut = 0;

protected:
  qint64 readData(char *data, qint64 most) override {
    if (m_rest.isEmpty())
      m_rest = handedOut == 0 ? "["_ba : batchEvent(QByteArray::number(handedOut)) + ',';
    const auto size = std::min<qint64>(most, m_rest.size());
    std::copy_n(m_rest.constData(), size, data);
    m_rest.remove(0, size);
    handedOut += size;
    return size;
  }
  qint64 writeData(const char *, qint64) override { return -1; }

private:
  QByteArray m_rest;
};

} // namespace

/// CloudEvents' JSON batch: one array of events (USE-1).
class TstUsageBatch : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void whichFileIsOne_data();
  void whichFileIsOne();
  void eventsAndErrorsHaveTheirPlaces_data();
  void eventsAndErrorsHaveTheirPlaces();
  void noMoreIsReadThanIsNeeded();
  void USE_1_itLandsAsLinesDo();
  void USE_1_oneThatIsCutSaysWhatLanded();
  void USE_1_oneOfAnExportIsReadToo();
};

void TstUsageBatch::whichFileIsOne_data() {
  QTest::addColumn<QByteArray>("head");
  QTest::addColumn<bool>("isOne");
  QTest::newRow("an array") << "[{"_ba << true;
  QTest::newRow("empty array") << "[]"_ba << true;
  QTest::newRow("after spaces") << " \r\n\t[ "_ba << true;
  QTest::newRow("after a byte order mark") << "\xEF\xBB\xBF["_ba << true;
  QTest::newRow("lines") << "{\"id\": [1]}\n"_ba << false;
  QTest::newRow("nothing") << ""_ba << false;
}

void TstUsageBatch::whichFileIsOne() {
  QFETCH(QByteArray, head);
  QFETCH(bool, isOne);
  QBuffer device(&head);
  device.open(QIODevice::ReadOnly);
  QCOMPARE(isUsageBatch(device), isOne);
  QCOMPARE(device.pos(), 0);
}

void TstUsageBatch::eventsAndErrorsHaveTheirPlaces_data() {
  QTest::addColumn<QByteArray>("bytes");
  QTest::addColumn<QStringList>("found");
  const auto a = batchEvent("a"), b = batchEvent("b"), c = batchEvent("c");
  const auto second = u"1:%1 "_s.arg(a.size() + 3); // of "[a,b"
  const auto row = [](const char *name, const QByteArray &bytes, const QStringList &found) {
    QTest::newRow(name) << bytes << found;
  };
  row("USE-1 one line", '[' + a + ',' + b + ']', {u"a"_s, u"b"_s});
  row("USE-1 many lines", "\xEF\xBB\xBF\n [ " + a + "\r\n,\n" + b + " \n]\n\n", {u"a"_s, u"b"_s});
  row("USE-1 none", "[ ]", {});
  row("USE-1 what brackets and quotes a text has", '[' + batchEvent(R"(}]\",\\)") + ',' + b + ']',
      {u"}]\",\\"_s, u"b"_s});
  row("USE-1 what is no event is one error", '[' + a + ",7,[[]],null," + b + ']',
      {u"a"_s, second + u"[1] json_invalid"_s, u"1:%1 [2] json_invalid"_s.arg(a.size() + 5),
       u"1:%1 [3] json_invalid"_s.arg(a.size() + 10), u"b"_s});
  row("USE-1 a member is named",
      "[\n" + a + ",\n\u00e4" + batchEvent("b", "\"many\"") + ",\n " + batchEvent("c", "\"many\"") +
          ']',
      {u"a"_s, u"3:1 [1] json_invalid"_s, u"4:2 [2].data.quantity quantity_invalid"_s});
  row("USE-1 where JSON breaks", "[\n" + a + ",\n  {\"id\": \"\u00e4\",\n   nothing}," + c + ']',
      {u"a"_s, u"4:5 [1] json_invalid"_s, u"c"_s});
  row("USE-1 a comma too many", '[' + a + ",," + b + ",]",
      {u"a"_s, second + u"[1] json_invalid"_s, u"b"_s,
       u"1:%1 [3] json_invalid"_s.arg(a.size() + b.size() + 5)});
  row("USE-1 cut within an event", '[' + a + ',' + b.first(20),
      {u"a"_s, u"1:%1 [1] json_invalid over"_s.arg(a.size() + 22)});
  row("USE-1 cut after an event", '[' + a, {u"1:%1 [0] json_invalid over"_s.arg(a.size() + 1)});
  row("USE-1 cut after a comma", '[' + a + ",\n", {u"a"_s, u"2:0 [1] json_invalid over"_s});
  row("USE-1 a bracket is missing", '[' + a + R"(,{"data": [1},)" + c + ']',
      {u"a"_s, u"1:%1 [1] json_invalid over"_s.arg(a.size() + 14)});
  row("USE-1 a quote is missing", '[' + a + ",\n{\"id\": \"b,\n" + c + ']',
      {u"a"_s, u"3:0 [1] json_invalid over"_s});
  row("USE-1 two arrays", '[' + a + "]\n[" + c + ']', {u"a"_s, u"2:1 [1] json_invalid over"_s});
  row("USE-1 the longest event", '[' + batchEvent("b", QByteArray(1 << 20, '1')) + ',' + c + ']',
      {u"1:2 [0] text.line_too_long over"_s});
}

void TstUsageBatch::eventsAndErrorsHaveTheirPlaces() {
  QFETCH(QByteArray, bytes);
  QFETCH(QStringList, found);
  QCOMPARE(readBatch(bytes), found);
}

/// Memory does not grow with the file.
void TstUsageBatch::noMoreIsReadThanIsNeeded() {
  EndlessBatch device;
  UsageBatch events(device, u"usage.json"_s, {});
  for (int i = 0; i < 5'000; ++i) {
    const auto before = device.handedOut;
    const auto event = events.next();
    QVERIFY(event && *event);
    QVERIFY(device.handedOut - before <= 64 * 1024 + 1000);
  }
}

void TstUsageBatch::USE_1_itLandsAsLinesDo() {
  House house;
  const QString book = u"tests/data/import/book"_s;
  QVERIFY(house.import().importStripe(book, {}));
  QFile lines(book + u"/usage.jsonl"_s);
  QVERIFY(lines.open(QIODevice::ReadOnly));
  QByteArrayList same;
  for (const auto &line : lines.readAll().split('\n'))
    if (QJsonDocument::fromJson(line).isObject())
      same += line;
  QTemporaryDir folder;
  const auto path = write(folder, u"usage.json"_s,
                          "[\n" + same.join(",\n") + ",\n" + batchEvent("new", "2.5") + ", " +
                              batchEvent("new", "2") + "\n]");
  const auto report = house.import().importUsage(path, {});
  QVERIFY2(report, report ? "" : qPrintable(report.error().toString()));
  QVERIFY(!report->stopped);
  QCOMPARE(report->known, 5);
  QCOMPARE(report->landed, 1);
  QCOMPARE(report->bad, 5);
  QStringList wrong;
  for (const auto &error : report->errors)
    wrong += placed(error, false);
  QCOMPARE(wrong.first(), u"7:1 [5].data.corrects usage.not_found"_s);
  QCOMPARE(wrong.last(), u"11:1 [9].data.quantity quantity_invalid"_s);
}

void TstUsageBatch::USE_1_oneThatIsCutSaysWhatLanded() {
  House house;
  QVERIFY(house.import().importStripe(u"tests/data/import/book"_s, {}));
  QTemporaryDir folder;
  const auto whole = batchOf(10'500, "s");
  const auto path = write(folder, u"usage.json"_s, whole.chopped(7));
  const auto stopped = house.import().importUsage(path, {});
  QVERIFY2(stopped, stopped ? "" : qPrintable(stopped.error().toString()));
  QVERIFY(stopped->stopped);
  QCOMPARE(stopped->stopped->code, u"json_invalid"_s);
  QCOMPARE(stopped->stopped->place.field, u"[10499]"_s);
  QCOMPARE(stopped->landed, 10'499); // what is whole is counted
  ImportOptions dry;
  dry.dryRun = true;
  QCOMPARE(house.import().importUsage(path, dry).error().code, u"json_invalid"_s);
  static_cast<void>(write(folder, u"usage.json"_s, whole));
  const auto again = house.import().importUsage(path, {});
  QVERIFY(again && !again->stopped);
  QCOMPARE(again->known, 10'499);
  QCOMPARE(again->landed, 1);
}

void TstUsageBatch::USE_1_oneOfAnExportIsReadToo() {
  House house;
  QTemporaryDir folder;
  QVERIFY(
      QFile::copy(u"tests/data/import/book/customers.csv"_s, folder.filePath(u"customers.csv"_s)));
  static_cast<void>(write(folder, u"usage.jsonl"_s, batchOf(2, "s").chopped(1)));
  const auto report = house.import().importStripe(folder.path(), {});
  QVERIFY2(report, report ? "" : qPrintable(report.error().toString()));
  QCOMPARE(report->files.size(), std::size_t(2));
  QVERIFY(report->stopped);
  QCOMPARE(report->files.back().landed, 1);
}

QTEST_GUILESS_MAIN(TstUsageBatch)
#include "tst_usage_batch.moc"
