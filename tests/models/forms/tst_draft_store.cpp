// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/forms/draft_store.h"
#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

using namespace tenantry::models;
using namespace Qt::StringLiterals;

/// What was typed, over the end of the program.
class TestDraftStore : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void check4WhatWasKeptIsThereAgain();
  void whatWasDiscardedIsGone();
  void eachDatabaseRecordAndKindHasItsOwn();
  void theFilesAreForThisUserAlone();
  void aBrokenFileIsNone_data();
  void aBrokenFileIsNone();
  void aFolderThatCannotBeMadeIsSaid();

private:
  [[nodiscard]] QStringList files() const {
    QStringList found;
    QDirIterator all(m_folder.path(), QDir::Files, QDirIterator::Subdirectories);
    while (all.hasNext())
      found.append(all.next());
    return found;
  }

  QTemporaryDir m_folder;
};

namespace {

const DraftKey acme{u"organization"_s, u"0190f3a4-0000-7000-8000-000000000001"_s};
const Draft typed{{u"name"_s, {u"Acme"_s, u"Äcme \"quoted\"\nin two lines"_s}},
                  {u"email"_s, {u"a@b.example"_s, u""_s}}};

} // namespace

void TestDraftStore::check4WhatWasKeptIsThereAgain() {
  {
    DraftStore store(m_folder.path(), u"one"_s);
    store.keep(acme, {{u"name"_s, {u"Acme"_s, u"Ac"_s}}});
    store.keep(acme, typed); // the last one is what stays
  }
  DraftStore again(m_folder.path(), u"one"_s);
  QCOMPARE(again.read(acme).result(), typed);
  QCOMPARE(files().size(), 1);
}

void TestDraftStore::whatWasDiscardedIsGone() {
  DraftStore store(m_folder.path(), u"one"_s);
  store.keep(acme, typed);
  QVERIFY(store.discard(acme).result());
  QVERIFY(store.discard(acme).result()); // twice
  QVERIFY(store.read(acme).result().isEmpty());
  QVERIFY(files().isEmpty());
}

void TestDraftStore::eachDatabaseRecordAndKindHasItsOwn() {
  DraftStore one(m_folder.path(), u"one"_s), other(m_folder.path(), u"other"_s);
  one.keep(acme, typed).waitForFinished();
  QVERIFY(other.read(acme).result().isEmpty());
  QVERIFY(one.read({u"organization"_s, {}}).result().isEmpty());
  QVERIFY(one.read({u"member"_s, acme.record}).result().isEmpty());
  // A key is never a path.
  one.keep({u"organization"_s, u"../../x"_s}, typed).waitForFinished();
  QCOMPARE(one.read({u"organization"_s, u"../../x"_s}).result(), typed);
  for (const auto &file : files())
    QVERIFY2(QFileInfo(file).dir().dirName().size() == 16, qPrintable(file));
}

void TestDraftStore::theFilesAreForThisUserAlone() {
  DraftStore store(m_folder.path(), u"alone"_s);
  QVERIFY(store.keep(acme, typed).result());
  for (const auto &file : files()) {
    QVERIFY(!(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther)));
    QVERIFY(!(QFile::permissions(QFileInfo(file).path()) & (QFile::ExeGroup | QFile::ExeOther)));
  }
}

void TestDraftStore::aBrokenFileIsNone_data() {
  QTest::addColumn<QByteArray>("content");
  QTest::newRow("empty") << QByteArray();
  QTest::newRow("cut off") << QByteArray(R"({"fields":{"name":{"over":"A","te)");
  QTest::newRow("something else") << QByteArray(R"([1,2])");
  QTest::newRow("fields of another form") << QByteArray(R"({"fields":{"name":7}})");
  QTest::newRow("huge") << QByteArray(2 << 20, ' ');
}

void TestDraftStore::aBrokenFileIsNone() {
  QFETCH(QByteArray, content);
  DraftStore store(m_folder.path(), u"broken"_s);
  store.keep(acme, typed).waitForFinished();
  for (const auto &path : files()) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
  }
  QVERIFY(store.read(acme).result().isEmpty());
  QVERIFY(store.keep(acme, typed).result());
  QCOMPARE(store.read(acme).result(), typed);
}

void TestDraftStore::aFolderThatCannotBeMadeIsSaid() {
  DraftStore store(u"/proc/nothing"_s, u"one"_s);
  QVERIFY(!store.keep(acme, typed).result());
  QVERIFY(store.read(acme).result().isEmpty());
}

QTEST_GUILESS_MAIN(TestDraftStore)
#include "tst_draft_store.moc"
