// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/programs.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry::tests;

/// What the first page says to a newcomer.
class TestReadme : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void theTourOfTheCommandLineIsWalked();
};

namespace {

/// The shell's lines under that head.
QStringList linesUnder(const QString &head) {
  QFile file(u"README.md"_s);
  if (!file.open(QIODevice::ReadOnly))
    qFatal("no README.md");
  const auto section = QString::fromUtf8(file.readAll()).section(head, 1);
  return section.section(u"```sh\n"_s, 1).section(u"```"_s, 0, 0).split(u'\n', Qt::SkipEmptyParts);
}

} // namespace

/// As it stands there, in a folder of its own. An import that lists bad rows ends with 1.
void TestReadme::theTourOfTheCommandLineIsWalked() {
  const QTemporaryDir folder(u"/tmp/tenantry-tour-XXXXXX"_s);
  using File = QFileDevice; // the server runs as an account of its own
  QVERIFY(QFile::setPermissions(folder.path(), File::ReadOwner | File::WriteOwner | File::ExeOwner |
                                                   File::ExeGroup | File::ExeOther));
  for (const auto &part : {u"resources"_s, u"tests"_s})
    QVERIFY(QFile::link(QFileInfo(part).absoluteFilePath(), folder.filePath(part)));
  QString script = u"shopt -s expand_aliases\n"_s;
  for (auto line : linesUnder(u"## A tour of the command line"_s)) {
    if (line.startsWith(u"export PATH="_s))
      line = u"export PATH=%1:$PATH"_s.arg(QFileInfo(programPath(u"tenantryctl"_s)).absolutePath());
    line.replace(u"/tmp/tour"_s, folder.filePath(u"book"_s));
    script += line + u'\n';
    if (line.startsWith(u"t "_s))
      script += u"echo \"@$? %1\"\n"_s.arg(line.section(u'#', 0, 0).trimmed());
  }
  QProcess shell;
  shell.setWorkingDirectory(folder.path());
  shell.setProcessChannelMode(QProcess::MergedChannels);
  shell.start(u"bash"_s, {u"-c"_s, script});
  QVERIFY(shell.waitForFinished(2 * patience));
  const auto said = QString::fromUtf8(shell.readAll());
  QStringList wrong;
  int walked = 0;
  for (const auto &line : said.split(u'\n')) {
    if (!line.startsWith(u'@'))
      continue;
    ++walked;
    const bool listsBadRows =
        line.contains(u" import stripe "_s) || line.contains(u" usage import "_s);
    if (!line.startsWith(listsBadRows ? u"@1 "_s : u"@0 "_s))
      wrong += line;
  }
  QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n') + u'\n' + said));
  QVERIFY(walked >= 18);
  for (const auto &made : {u"invoice.pdf"_s, u"journal.csv"_s, u"book.dump"_s})
    QVERIFY2(QFileInfo(folder.filePath(made)).size() > 0, qPrintable(made));
}

QTEST_GUILESS_MAIN(TestReadme)
#include "tst_readme.moc"
