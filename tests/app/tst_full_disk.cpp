// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/programs.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry::tests;

/// A disk that is really full: a small one in memory, which only root may mount.
class TestFullDisk : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void init();
  void cleanup();
  void whatFillsTheDiskSaysSoAndLosesNothing();
  void aPaperThatHasNoRoomSaysWhy();

private:
  [[nodiscard]] bool mounts(const QString &options) const {
    return QProcess::execute(
               u"mount"_s, {u"-t"_s, u"tmpfs"_s, u"-o"_s, options, u"tmpfs"_s, m_root.path()}) == 0;
  }
  [[nodiscard]] bool remounts(const QString &options) const {
    return QProcess::execute(u"mount"_s, {u"-o"_s, options, m_root.path()}) == 0;
  }

  QTemporaryDir m_root{QDir::tempPath() + u"/tenantry-full.XXXXXX"_s};
  bool m_isMounted = false;
};

void TestFullDisk::init() {
  m_isMounted = mounts(u"size=110m,mode=711"_s);
  if (!m_isMounted)
    QSKIP("a small disk can only be mounted by root, where mounts are allowed");
}

void TestFullDisk::cleanup() {
  if (m_isMounted)
    QProcess::execute(u"umount"_s, {u"--lazy"_s, m_root.path()});
}

/// The demo is one transaction, larger than what is left: the server breaks down, and nothing of it
/// is there when there is room again.
void TestFullDisk::whatFillsTheDiskSaysSoAndLosesNothing() {
  const Ctl ctl(m_root.path() + u"/book"_s);
  const auto demo = [&ctl](const QString &organizations, int status) {
    return ctl.answer({u"demo"_s, u"--organizations"_s, organizations, u"--months"_s, u"3"_s},
                      status);
  };
  const auto full = demo(u"3000"_s, 1);
  QVERIFY2(full["error"]["code"] == "cluster.disk_full", full.dump().c_str());
  const auto again = ctl.answer({u"doctor"_s}, 1);
  QVERIFY2(again["error"]["code"] == "cluster.disk_full", again.dump().c_str());
  QVERIFY(remounts(u"remount,size=400m"_s));
  QVERIFY(!demo(u"5"_s, 0).is_null());
  QVERIFY(!ctl.answer({u"doctor"_s}).is_null());
}

void TestFullDisk::aPaperThatHasNoRoomSaysWhy() {
  const QTemporaryDir elsewhere(u"/tmp/tenantry-paper-XXXXXX"_s);
  const Ctl ctl(elsewhere.path());
  QVERIFY(!ctl.answer({u"demo"_s, u"--organizations"_s, u"5"_s, u"--months"_s, u"3"_s}).is_null());
  const auto invoices = ctl.answer({u"invoice"_s, u"list"_s, u"--status"_s, u"paid"_s});
  const auto number = QString::fromStdString(invoices["invoices"][0]["number"].get<std::string>());
  QVERIFY(remounts(u"remount,size=8k"_s));
  const auto full = ctl.answer({u"invoice"_s, u"pdf"_s, number, m_root.path() + u"/a.pdf"_s}, 1);
  QVERIFY2(full["error"]["code"] == "document.not_written", full.dump().c_str());
  const auto said = QString::fromStdString(full["error"]["message"].get<std::string>());
  QVERIFY2(said.contains(u"No space left on device"_s), qPrintable(said));
  QVERIFY(!QFile::exists(m_root.path() + u"/a.pdf"_s));
}

QTEST_GUILESS_MAIN(TestFullDisk)
#include "tst_full_disk.moc"
