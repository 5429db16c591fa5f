// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/documents/csv_file.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using documents::CsvFile;

class TestCsvFile : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void aCellIsWritten_data();
  void aCellIsWritten();
  void rowsEndAsRfc4180Says();
  void whatIsNotFinishedChangesNothing();
  void aFolderThatIsNotThereIsNamed();

private:
  [[nodiscard]] QString path() const { return m_folder.filePath(u"list.csv"_s); }
  [[nodiscard]] QByteArray content() const;

  QTemporaryDir m_folder;
};

QByteArray TestCsvFile::content() const {
  QFile file(path());
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestCsvFile::aCellIsWritten_data() {
  QTest::addColumn<QString>("cell");
  QTest::addColumn<QByteArray>("written");
  QTest::newRow("text") << u"Arbor Energy"_s << QByteArray("\"Arbor Energy\"");
  QTest::newRow("empty") << QString() << QByteArray("\"\"");
  QTest::newRow("comma") << u"Müller, Söhne"_s << QByteArray("\"Müller, Söhne\"");
  QTest::newRow("quote") << u"the \"best\""_s << QByteArray("\"the \"\"best\"\"\"");
  QTest::newRow("lines") << u"one\ntwo"_s << QByteArray("\"one\ntwo\"");
  QTest::newRow("formula") << u"=HYPERLINK(1)"_s << QByteArray("\"'=HYPERLINK(1)\"");
  QTest::newRow("plus") << u"+cmd"_s << QByteArray("\"'+cmd\"");
  QTest::newRow("at") << u"@sum"_s << QByteArray("\"'@sum\"");
  QTest::newRow("minus") << u"-1+cmd"_s << QByteArray("\"'-1+cmd\"");
  QTest::newRow("negative amount") << u"-12.50"_s << QByteArray("\"-12.50\"");
}

void TestCsvFile::aCellIsWritten() {
  QFETCH(QString, cell);
  QFETCH(QByteArray, written);
  auto file = CsvFile::open(path());
  QVERIFY(file);
  file->addRow({cell});
  QVERIFY(file->finish());
  QCOMPARE(content(), "\xef\xbb\xbf" + written + "\r\n");
}

void TestCsvFile::rowsEndAsRfc4180Says() {
  auto file = CsvFile::open(path());
  QVERIFY(file);
  file->addRow({u"a"_s, u"b"_s});
  file->addRow({u"1"_s, u"2"_s});
  QVERIFY(file->finish());
  QCOMPARE(content(), QByteArray("\xef\xbb\xbf\"a\",\"b\"\r\n\"1\",\"2\"\r\n"));
}

void TestCsvFile::whatIsNotFinishedChangesNothing() {
  const auto before = content();
  {
    auto file = CsvFile::open(path());
    QVERIFY(file);
    file->addRow({u"half"_s});
  }
  QCOMPARE(content(), before);
}

void TestCsvFile::aFolderThatIsNotThereIsNamed() {
  const auto file = CsvFile::open(m_folder.filePath(u"nowhere/list.csv"_s));
  QVERIFY(!file);
  QCOMPARE(file.error().code, u"csv.not_writable"_s);
  QVERIFY(file.error().message.contains(u"nowhere/list.csv"_s));
}

QTEST_GUILESS_MAIN(TestCsvFile)
#include "tst_csv_file.moc"
