// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/window_memory.h"
#include "ui/theme/appearance_memory.h"

#include <QFile>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using tenantry::ui::History;
using tenantry::ui::WindowMemories;
using tenantry::ui::WindowMemory;

class TestWindowMemory : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void windowsComeAsTheyWere();
  void eachDatabaseHasItsOwn();
  void aBrokenFileDoesNoHarm_data();
  void aBrokenFileDoesNoHarm();
  void aFolderThatCannotBeWrittenIsTold();
  void check25_theAppearanceIsRemembered();
};

namespace {

const QString book = u"/var/book"_s;
const ui::Place keptOrganization{
    ui::Place::Kind::Organization, u"0190f3a4-0000-7000-8000-000000000001"_s, u"usage"_s, {}};
const ui::Place keptInvoice{
    ui::Place::Kind::Invoice, u"INV 2026/1"_s, {}, {}}; // a number with a blank

std::vector<WindowMemory> twoWindows() {
  return {{QByteArray("\x01\xff geometry"), true,
           History(keptOrganization, {keptInvoice}, {ui::Place()})},
          {{}, false, History(keptInvoice, {}, {})}};
}

} // namespace

void TestWindowMemory::windowsComeAsTheyWere() {
  const QTemporaryDir directory;
  const WindowMemories memories(directory.filePath(u"new/console.ini"_s), book);
  QVERIFY(memories.read().empty());
  QVERIFY(memories.write(twoWindows()));
  for (int again = 0; again < 2; ++again) {
    const auto read = memories.read();
    QCOMPARE(read.size(), std::size_t(2));
    QCOMPARE(read[0].geometry, twoWindows()[0].geometry);
    QVERIFY(read[0].isSidebarNarrow && !read[1].isSidebarNarrow);
    QCOMPARE(read[0].history.current(), keptOrganization);
    QCOMPARE(read[0].history.back(), QList<ui::Place>{keptInvoice});
    QCOMPARE(read[0].history.forward(), QList<ui::Place>{ui::Place()});
    QVERIFY(memories.write(read));
  }
  QVERIFY(memories.write({twoWindows()[1]}));
  QCOMPARE(memories.read().size(), std::size_t(1));
}

void TestWindowMemory::eachDatabaseHasItsOwn() {
  const QTemporaryDir directory;
  const auto file = directory.filePath(u"console.ini"_s);
  QVERIFY(WindowMemories(file, book).write(twoWindows()));
  QVERIFY(WindowMemories(file, u"/var/other"_s).read().empty());
  QVERIFY(WindowMemories(file, u"/var/other"_s).write({}));
  QCOMPARE(WindowMemories(file, book).read().size(), std::size_t(2));
}

/// Whatever becomes of the windows in the same file.
void TestWindowMemory::check25_theAppearanceIsRemembered() {
  using tenantry::ui::Appearance, tenantry::ui::AppearanceMemory;
  const QTemporaryDir directory;
  const auto file = directory.filePath(u"console.ini"_s);
  QCOMPARE(AppearanceMemory(file).read(), Appearance::System);
  for (const auto appearance : {Appearance::Dark, Appearance::Light, Appearance::System}) {
    AppearanceMemory(file).keep(appearance);
    QVERIFY(WindowMemories(file, book).write(twoWindows()));
    QCOMPARE(AppearanceMemory(file).read(), appearance);
  }
}

void TestWindowMemory::aBrokenFileDoesNoHarm_data() {
  QTest::addColumn<QByteArray>("content");
  QByteArray group;
  {
    const QTemporaryDir directory;
    const auto file = directory.filePath(u"console.ini"_s);
    QVERIFY(WindowMemories(file, book).write({WindowMemory()}));
    group = QSettings(file, QSettings::IniFormat).childGroups().value(0).toLatin1();
  }
  const auto with = [&](const QByteArray &rest) { return "[" + group + "]\n" + rest; };
  QTest::newRow("empty") << QByteArray();
  QTest::newRow("noise") << QByteArray("\x00\xff\xfe[[[===\n\n]]", 12);
  QTest::newRow("cut off") << with("windows=1\n0\\geometry=\"AAAA");
  QTest::newRow("another type") << with("windows=@Variant(\\0\\0\\0\\x7f\\0\\0\\0\\nQPixmap\\0)\n");
  QTest::newRow("a list") << with("windows=1, 2, 3\n0\\place=a, b\n");
  QTest::newRow("windows without end") << with("windows=2147483647\n");
  QTest::newRow("fewer than none") << with("windows=-5\n");
  QTest::newRow("no place") << with("windows=1\n0\\place=tenantry://weather\n0\\back=file:///etc "
                                    "javascript:x\n0\\geometry=%%%\n");
  QTest::newRow("a long place") << with("windows=1\n0\\place=tenantry://invoice/" +
                                        QByteArray(1'000'000, 'x') + "\n");
}

void TestWindowMemory::aBrokenFileDoesNoHarm() {
  QFETCH(QByteArray, content);
  const QTemporaryDir directory;
  const auto name = directory.filePath(u"console.ini"_s);
  QFile file(name);
  QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
  file.close();
  const WindowMemories memories(name, book);
  const auto read = memories.read();
  QVERIFY(read.size() <= WindowMemories::mostWindows);
  for (const auto &window : read)
    QVERIFY(!window.history.current() && window.history.back().isEmpty());
  QVERIFY(memories.write(twoWindows()));
  QCOMPARE(memories.read().size(), std::size_t(2));
}

void TestWindowMemory::aFolderThatCannotBeWrittenIsTold() {
  const QTemporaryDir directory;
  QVERIFY(QFile(directory.filePath(u"plain"_s)).open(QIODevice::WriteOnly));
  const WindowMemories memories(directory.filePath(u"plain/console.ini"_s), book);
  QVERIFY(!memories.write(twoWindows()));
  QVERIFY(memories.read().empty());
}

QTEST_GUILESS_MAIN(TestWindowMemory)
#include "tst_window_memory.moc"
