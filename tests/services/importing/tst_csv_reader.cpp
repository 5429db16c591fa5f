// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/importing/csv_reader.h"

#include "services/importing/text_lines.h"
#include <QBuffer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::importing;

namespace {

struct Outcome {
  QStringList header;
  QList<QStringList> rows;
  QList<int> lines;
  QStringList errors; ///< code@line:column
};

QString shortly(const Error &error) {
  return u"%1@%2:%3"_s.arg(error.code).arg(error.place.line).arg(error.place.column);
}

/// Reads a text to its end, going on after records that cannot be read.
Outcome readAll(const QByteArray &text) {
  QBuffer device;
  device.setData(text);
  device.open(QIODevice::ReadOnly);
  Outcome outcome;
  auto reader = CsvReader::open(device, u"file.csv"_s);
  if (!reader) {
    outcome.errors += shortly(reader.error());
    return outcome;
  }
  outcome.header = reader->header().names();
  for (;;) {
    auto record = reader->next();
    if (!record) {
      outcome.errors += shortly(record.error());
    } else if (!*record) {
      return outcome;
    } else {
      outcome.rows += (*record)->cells;
      outcome.lines += (*record)->line;
    }
  }
}

/// Makes a file of many records without holding it.
class EndlessRecords final : public QIODevice {
public:
  explicit EndlessRecords(qint64 records) : m_left(records) {}
  bool atEnd() const override { return m_left == 0 && m_pending.isEmpty(); }

protected:
  qint64 readData(char *data, qint64 size) override {
    while (m_pending.size() < size && m_left-- > 0)
      m_pending += "1,\"two\nlines\",3\r\n";
    m_left = std::max<qint64>(m_left, 0);
    const auto given = std::min<qint64>(size, m_pending.size());
    std::copy_n(m_pending.constData(), given, data);
    m_pending.remove(0, given);
    return given;
  }
  qint64 writeData(const char *, qint64) override { return -1; }

private:
  QByteArray m_pending = "a,b,c\r\n";
  qint64 m_left;
};

} // namespace

class TstCsvReader : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void readsEveryFormThatExportsHave_data();
  void readsEveryFormThatExportsHave();
  void saysWhereAFileIsBroken_data();
  void saysWhereAFileIsBroken();
  void goesOnAfterABrokenRecord_data();
  void goesOnAfterABrokenRecord();
  void endsWhereTheFileCannotBeReadFurther();
  void findsCellsByTrimmedNameInAnyCase();
  void tellsTheDelimiter_data();
  void tellsTheDelimiter();
  void keepsLineNumbersAcrossBlocks();
  void readsAMillionLinesInConstantMemory();
};

void TstCsvReader::readsEveryFormThatExportsHave_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<QStringList>("header");
  QTest::addColumn<QList<QStringList>>("rows");
  QTest::addColumn<QList<int>>("lines");
  const QStringList ab{u"a"_s, u"b"_s};
  const QList<QStringList> one{{u"1"_s, u"2"_s}};

  QTest::newRow("ORG-6 LF") << "a,b\n1,2\n"_ba << ab << one << QList{2};
  QTest::newRow("ORG-6 CRLF") << "a,b\r\n1,2\r\n"_ba << ab << one << QList{2};
  QTest::newRow("CR alone") << "a,b\r1,2\r"_ba << ab << one << QList{2};
  QTest::newRow("no line end at the end") << "a,b\n1,2"_ba << ab << one << QList{2};
  QTest::newRow("no line end after a quoted cell") << "a,b\n1,\"2\""_ba << ab << one << QList{2};
  QTest::newRow("byte order mark") << "\xEF\xBB\xBF"
                                      "a,b\n1,2\n"_ba
                                   << ab << one << QList{2};
  QTest::newRow("byte order mark before a quoted name")
      << "\xEF\xBB\xBF\"a\",b\n1,2\n"_ba << ab << one << QList{2};
  QTest::newRow("header only") << "a,b\n"_ba << ab << QList<QStringList>{} << QList<int>{};
  QTest::newRow("header only, no line end")
      << "a,b"_ba << ab << QList<QStringList>{} << QList<int>{};
  QTest::newRow("names are trimmed, cells are not")
      << " a , b\n 1 ,2\n"_ba << ab << QList<QStringList>{{u" 1 "_s, u"2"_s}} << QList{2};
  QTest::newRow("empty lines") << "\n\na,b\n\n1,2\n  \n\n3,4\n\n"_ba << ab
                               << QList<QStringList>{{u"1"_s, u"2"_s}, {u"3"_s, u"4"_s}}
                               << QList{5, 8};
  QTest::newRow("empty cells") << "a,b\n,\n\"\",\n"_ba << ab
                               << QList<QStringList>{{{}, {}}, {{}, {}}} << QList{2, 3};
  QTest::newRow("doubled quotes") << "a,b\n\"says \"\"hi\"\", twice\",\"\"\"\"\n"_ba << ab
                                  << QList<QStringList>{{u"says \"hi\", twice"_s, u"\""_s}}
                                  << QList{2};
  QTest::newRow("cells over several lines")
      << "a,b\n\"x\ny\r\nz\",1\n2,\"\n\n\"\n3,4\n"_ba << ab
      << QList<QStringList>{{u"x\ny\r\nz"_s, u"1"_s}, {u"2"_s, u"\n\n"_s}, {u"3"_s, u"4"_s}}
      << QList{2, 5, 8};
  QTest::newRow("a header over two lines")
      << "\"a\nx\";b\n1;2\n"_ba << QStringList{u"a\nx"_s, u"b"_s} << one << QList{3};
  QTest::newRow("delimiters within quotes")
      << "\"a,b,c\";d\n1;\"2;3,4\"\n"_ba << QStringList{u"a,b,c"_s, u"d"_s}
      << QList<QStringList>{{u"1"_s, u"2;3,4"_s}} << QList{2};
  QTest::newRow("tabs, empty cells")
      << "a\tb\n\t\n1\t2\n"_ba << ab << QList<QStringList>{{{}, {}}, {u"1"_s, u"2"_s}}
      << QList{2, 3};
  QTest::newRow("one column") << "a\n1\n"_ba << QStringList{u"a"_s} << QList<QStringList>{{u"1"_s}}
                              << QList{2};
  QTest::newRow("letters of every script")
      << u"a,b\nŁódź,東京 🚀\n"_s.toUtf8() << ab << QList<QStringList>{{u"Łódź"_s, u"東京 🚀"_s}}
      << QList{2};
  QTest::newRow("a replacement character is text")
      << u"a,b\n\uFFFD,2\n"_s.toUtf8() << ab << QList<QStringList>{{u"\uFFFD"_s, u"2"_s}}
      << QList{2};
  QTest::newRow("unnamed columns") << "a,b,,\n1,2,,\n"_ba << QStringList{u"a"_s, u"b"_s, {}, {}}
                                   << QList<QStringList>{{u"1"_s, u"2"_s, {}, {}}} << QList{2};
}

void TstCsvReader::readsEveryFormThatExportsHave() {
  QFETCH(QByteArray, text);
  const Outcome outcome = readAll(text);
  QCOMPARE(outcome.errors, QStringList());
  QTEST(outcome.header, "header");
  QTEST(outcome.rows, "rows");
  QTEST(outcome.lines, "lines");
}

void TstCsvReader::saysWhereAFileIsBroken_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<QStringList>("errors");
  QTest::newRow("empty") << ""_ba << QStringList{u"csv.empty@1:0"_s};
  QTest::newRow("only empty lines") << "\r\n\n  \n"_ba << QStringList{u"csv.empty@1:0"_s};
  QTest::newRow("only a byte order mark") << "\xEF\xBB\xBF"_ba << QStringList{u"csv.empty@1:0"_s};
  QTest::newRow("a column twice") << "id,Name, NAME \n"_ba
                                  << QStringList{u"csv.column_duplicate@1:0"_s};
  QTest::newRow("too few cells") << "a,b\n1\n"_ba << QStringList{u"csv.cells@2:0"_s};
  QTest::newRow("too many cells, last line")
      << "a,b\n1,2\n1,2,3"_ba << QStringList{u"csv.cells@3:0"_s};
  QTest::newRow("quote never closed")
      << "a,b\n1,2\n\"x,y\n1,2\n"_ba << QStringList{u"csv.quote_open@3:0"_s};
  QTest::newRow("quote of the header never closed")
      << "\"a,b\n1,2\n"_ba << QStringList{u"csv.quote_open@1:0"_s};
  QTest::newRow("quote within a cell")
      << "a,b\n1,5\" screen\n"_ba << QStringList{u"csv.quote_stray@2:4"_s};
  QTest::newRow("text after a quote")
      << u"a,b\nŁ,\"x\"y\n"_s.toUtf8() << QStringList{u"csv.quote_stray@2:6"_s};
  QTest::newRow("Latin-1") << "a,b\n1,M\xFCller\n"_ba << QStringList{u"text.utf8_invalid@2:4"_s};
  QTest::newRow("Latin-1 after other letters")
      << "a,b\n\xC5\x81\xF0\x9F\x9A\x80,M\xFCller\n"_ba << QStringList{u"text.utf8_invalid@2:5"_s};
  QTest::newRow("Latin-1 in the header")
      << "a,M\xFC\n"_ba << QStringList{u"text.utf8_invalid@1:4"_s};
  QTest::newRow("cut off in a letter")
      << "a,b\n1,M\xC3"_ba << QStringList{u"text.utf8_invalid@2:4"_s};
  QTest::newRow("a surrogate") << "a,b\n\xED\xA0\x80,1\n"_ba
                               << QStringList{u"text.utf8_invalid@2:1"_s};
  QTest::newRow("overlong form") << "a,b\n\xC0\xAF,1\n"_ba
                                 << QStringList{u"text.utf8_invalid@2:1"_s};
  QTest::newRow("NUL") << QByteArray("a,b\n1,2\0\n", 9) << QStringList{u"text.nul@2:4"_s};
  QTest::newRow("UTF-16") << QByteArray("\xFF\xFE"
                                        "a\0,\0b\0\n\0",
                                        10)
                          << QStringList{u"text.utf8_invalid@1:1"_s};
  QTest::newRow("line too long") << "a,b\n1,"_ba + QByteArray(TextLines::longestLine + 1, 'x') +
                                        "\n1,2\n"_ba
                                 << QStringList{u"text.line_too_long@2:1048576"_s};
  QTest::newRow("record too long")
      << "a,b\n1,\"x\n"_ba + QByteArray("1,2345\n").repeated(CsvReader::longestRecord / 5)
      << QStringList{u"csv.record_too_long@2:0"_s};
}

void TstCsvReader::saysWhereAFileIsBroken() {
  QFETCH(QByteArray, text);
  QTEST(readAll(text).errors, "errors");
}

void TstCsvReader::goesOnAfterABrokenRecord_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<QStringList>("errors");
  QTest::addColumn<QList<int>>("lines"); ///< of the records that are good
  QTest::newRow("wrong number of cells")
      << "a,b\n1\n\"1\n1\",2\n1,2,3\n5,6\n"_ba
      << QStringList{u"csv.cells@2:0"_s, u"csv.cells@5:0"_s} << QList{3, 6};
  QTest::newRow("a stray quote") << "a,b\n1,x\"\n3,4\n5,6\n"_ba
                                 << QStringList{u"csv.quote_stray@2:4"_s} << QList{3, 4};
  QTest::newRow("two of them, the last line without its end")
      << "a,b\n1,x\"\n3,4\n5,\"6\"6"_ba
      << QStringList{u"csv.quote_stray@2:4"_s, u"csv.quote_stray@4:6"_s} << QList{3};
  QTest::newRow("a quote that is never closed")
      << "a,b\n1,\"x\n3,4\n5,6\n"_ba << QStringList{u"csv.quote_open@2:0"_s} << QList{3, 4};
  QTest::newRow("a quote that another record's closes")
      << "a,b\n1,\"x\n3,4\n5,\"6\"\n\"7\",8\n"_ba << QStringList{u"csv.quote_stray@2:0"_s}
      << QList{3, 4, 5};
  QTest::newRow("Latin-1 in one line")
      << "a,b\n1,M\xFCller\n3,4\n"_ba << QStringList{u"text.utf8_invalid@2:4"_s} << QList{3};
  QTest::newRow("Latin-1 after an open quote")
      << "a,b\n1,\"x\n3,4\n5,M\xFCller\n7,8\n"_ba
      << QStringList{u"csv.quote_open@2:0"_s, u"text.utf8_invalid@4:4"_s} << QList{3, 5};
  QTest::newRow("a line that is too long")
      << "a,b\n1,2\n"_ba + QByteArray(TextLines::longestLine + 1, 'x') + "\n3,4\n"
      << QStringList{u"text.line_too_long@3:1048576"_s} << QList{2, 4};
}

void TstCsvReader::goesOnAfterABrokenRecord() {
  QFETCH(QByteArray, text);
  const Outcome outcome = readAll(text);
  QTEST(outcome.errors, "errors");
  QTEST(outcome.lines, "lines");
}

void TstCsvReader::endsWhereTheFileCannotBeReadFurther() {
  class TornOff final : public QIODevice {
  public:
    bool atEnd() const override { return false; }

  protected:
    qint64 readData(char *data, qint64) override {
      const QByteArray text = std::exchange(m_text, {});
      std::copy(text.begin(), text.end(), data);
      return text.isEmpty() ? -1 : text.size();
    }
    qint64 writeData(const char *, qint64) override { return -1; }

  private:
    QByteArray m_text = "a,b\n1,2\n";
  };
  TornOff device;
  device.open(QIODevice::ReadOnly);
  auto reader = CsvReader::open(device, u"file.csv"_s);
  QVERIFY(reader.has_value());
  const auto good = reader->next();
  QVERIFY(good && *good);
  for (int again = 0; again < 2; ++again) {
    const auto torn = reader->next();
    QVERIFY(!torn);
    QCOMPARE(shortly(torn.error()), u"text.unreadable@2:0"_s);
    QCOMPARE(torn.error().place.file, u"file.csv"_s);
  }
}

void TstCsvReader::findsCellsByTrimmedNameInAnyCase() {
  QBuffer device;
  device.setData("  ID;Created (UTC)\n cus_1 ; 2026-01-31 \n");
  device.open(QIODevice::ReadOnly);
  auto reader = CsvReader::open(device, u"file.csv"_s);
  QVERIFY(reader.has_value());
  const auto record = reader->next();
  QVERIFY(record && *record);
  QCOMPARE((*record)->cell(u" id "), u"cus_1"_s);
  QCOMPARE((*record)->cell(u"created (utc)"), u"2026-01-31"_s);
  QCOMPARE((*record)->cell(u"Name"), QString());
}

void TstCsvReader::tellsTheDelimiter_data() {
  QTest::addColumn<QByteArray>("header");
  QTest::addColumn<char>("delimiter");
  QTest::newRow("comma") << "a,b"_ba << ',';
  QTest::newRow("semicolon") << "a;b"_ba << ';';
  QTest::newRow("tab") << "a\tb"_ba << '\t';
  QTest::newRow("none") << "a"_ba << ',';
  QTest::newRow("more commas within quotes") << "\"a,b,c\";d"_ba << ';';
  QTest::newRow("a comma in a name") << "a,x;b;c"_ba << ';';
}

void TstCsvReader::tellsTheDelimiter() {
  QFETCH(QByteArray, header);
  QBuffer device(&header);
  device.open(QIODevice::ReadOnly);
  const auto reader = CsvReader::open(device, u"file.csv"_s);
  QVERIFY(reader.has_value());
  QTEST(reader->delimiter(), "delimiter");
}

void TstCsvReader::keepsLineNumbersAcrossBlocks() {
  // CRLF, so that some blocks end between the two bytes, whatever their size
  for (int padding = 0; padding < 4; ++padding) {
    QByteArray text = "a,b\r\n" + QByteArray(padding, 'x') + ",\r\n";
    for (int i = 0; i < 40'000; ++i)
      text += "1,\"\r\n\"\r\n";
    const Outcome outcome = readAll(text);
    QCOMPARE(outcome.errors, QStringList());
    QCOMPARE(outcome.rows.size(), 40'001);
    QCOMPARE(outcome.lines.last(), 3 + 2 * 39'999);
  }
}

void TstCsvReader::readsAMillionLinesInConstantMemory() {
  EndlessRecords device(500'000);
  device.open(QIODevice::ReadOnly);
  auto reader = CsvReader::open(device, u"file.csv"_s);
  QVERIFY(reader.has_value());
  int count = 0;
  int lastLine = 0;
  for (auto record = reader->next(); record && *record; record = reader->next()) {
    ++count;
    lastLine = (*record)->line;
  }
  QCOMPARE(count, 500'000);
  QCOMPARE(lastLine, 2 + 2 * 499'999);
}

QTEST_GUILESS_MAIN(TstCsvReader)
#include "tst_csv_reader.moc"
