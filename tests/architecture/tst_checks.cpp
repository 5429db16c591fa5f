// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/source_tree.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry::architecture;

/// docs/checks.md says which tests hold the console to its promises: they are there.
class TestChecks : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void everyNamedTestIsThere();
};

void TestChecks::everyNamedTestIsThere() {
  QMap<QString, QString> programs; // by name
  for (const auto &file : filesBelow(u"tests"_s, {u"tst_*.cpp"_s}))
    programs.insert(QFileInfo(file).completeBaseName(), contentOf(file));
  static const QRegularExpression named(uR"x(`(tst_\w+)::(\w+)`)x"_s);
  QStringList missing;
  int count = 0;
  for (auto it = named.globalMatch(contentOf(u"docs/checks.md"_s)); it.hasNext(); ++count) {
    const auto match = it.next();
    const QString slot = u"  void %1()"_s.arg(match.captured(2));
    if (!programs.value(match.captured(1)).contains(slot))
      missing.append(match.captured(0));
  }
  QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u'\n')));
  QVERIFY(count > 30);
}

QTEST_GUILESS_MAIN(TestChecks)
#include "tst_checks.moc"
