// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/arrows.h"
#include "tests/architecture/source_tree.h"

#include <QHash>
#include <QTest>
#include <functional>

using namespace Qt::StringLiterals;
using namespace tenantry::architecture;

/// The arrows of docs/architecture.md: who may include whom.
class TestArrows : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void rulesRefuseWrongIncludes_data();
  void rulesRefuseWrongIncludes();
  void everyIncludeFollowsTheArrows();
  void everyServicesFolderHasItsPlace();
  void noCircleOfHeaders();
};

namespace {
const QStringList code{u"*.h"_s, u"*.cpp"_s};

/// A circle of headers that starts at `file`, or nothing.
QStringList circleFrom(const QString &file, const QHash<QString, QStringList> &includes,
                       QStringList &path, QSet<QString> &done) {
  if (const auto start = path.indexOf(file); start >= 0)
    return path.mid(start) + QStringList{file};
  if (done.contains(file))
    return {};
  path.append(file);
  for (const auto &next : includes.value(file)) {
    if (const auto circle = circleFrom(next, includes, path, done); !circle.isEmpty())
      return circle;
  }
  path.removeLast();
  done.insert(file);
  return {};
}
} // namespace

void TestArrows::rulesRefuseWrongIncludes_data() {
  QTest::addColumn<QString>("file");
  QTest::addColumn<QString>("include");
  QTest::addColumn<bool>("allowed");
  const auto row = [](const char *name, const char *file, const char *include, bool allowed) {
    QTest::newRow(name) << QString::fromUtf8(file) << QString::fromUtf8(include) << allowed;
  };
  row("a view knows its facade", "ui/billing/pane.cpp", "models/billing/facade.h", true);
  row("a facade knows no view", "models/billing/facade.cpp", "ui/billing/pane.h", false);
  row("a service knows no facade", "services/billing/service.cpp", "models/billing/facade.h",
      false);
  row("a view reads values", "ui/billing/pane.cpp", "services/billing/values.h", true);
  row("a view reads core", "ui/billing/pane.cpp", "services/core/money.h", true);
  row("a view knows no service", "ui/billing/pane.cpp", "services/billing/service.h", false);
  row("a view knows no store", "ui/billing/pane.cpp", "services/store/database.h", false);
  row("a facade calls a service", "models/billing/facade.cpp", "services/billing/service.h", true);
  row("a facade knows no repository", "models/billing/facade.cpp", "services/billing/repository.h",
      false);
  row("a domain has its repository", "services/billing/service.cpp",
      "services/billing/repository.h", true);
  row("no other domain's repository", "services/billing/service.cpp", "services/usage/repository.h",
      false);
  row("billing calls usage", "services/billing/service.cpp", "services/usage/service.h", true);
  row("usage does not call billing", "services/usage/service.cpp", "services/billing/service.h",
      false);
  row("store knows no jobs", "services/store/events.cpp", "services/jobs/queue.h", false);
  row("core knows no store", "services/core/money.h", "services/store/value.h", false);
  row("a folder outside the order", "services/extras/x.cpp", "services/core/money.h", false);
  row("services draws nothing", "services/billing/service.cpp", "QPainter", false);
  row("services draws nothing, by module", "services/billing/service.cpp", "QtGui/QColor", false);
  row("documents draws", "services/documents/page.cpp", "QPainter", true);
  row("behind headers without it", "services/documents/page.h", "QPainter", false);
  row("Qt Core is fine", "services/billing/service.cpp", "QString", true);
  row("string views are no views", "services/core/money.h", "QStringView", true);
  row("one program, not the other", "app/daemon/main.cpp", "app/desktop/composition.h", false);
  row("any program reads a command line", "app/daemon/main.cpp", "app/grammar/program.h", true);
  row("the grammar knows no program", "app/grammar/program.h", "app/ctl/answer.h", false);
  row("no program reads CLI11", "app/ctl/command_line.h", "CLI/CLI.hpp", false);
  row("the grammar reads CLI11", "app/grammar/program.cpp", "CLI/CLI.hpp", true);
  row("no service reads Beast", "services/http/server.cpp", "boost/beast/http/read.hpp", false);
  row("a connection reads Beast", "services/http/connection.cpp", "boost/beast/http/read.hpp",
      true);
  row("the desktop composes views", "app/desktop/composition.cpp", "ui/shell/main_window.h", true);
}

void TestArrows::rulesRefuseWrongIncludes() {
  QFETCH(QString, file);
  QFETCH(QString, include);
  QFETCH(bool, allowed);
  QCOMPARE(objection(file, include).isEmpty(), allowed);
}

void TestArrows::everyIncludeFollowsTheArrows() {
  QStringList objections;
  int seen = 0;
  for (const auto &room : rooms) {
    for (const auto &file : filesBelow(room, code)) {
      for (const auto &include : includesOf(contentOf(file))) {
        ++seen;
        if (const auto why = objection(file, include); !why.isEmpty())
          objections.append(u"%1 includes %2: %3"_s.arg(file, include, why));
      }
    }
  }
  QVERIFY2(seen > 0, "No include was found: the source tree is not where this test looks.");
  QVERIFY2(objections.isEmpty(), qPrintable(objections.join(u'\n')));
}

void TestArrows::everyServicesFolderHasItsPlace() {
  const auto folders = QDir(u"services"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
  for (const auto &folder : folders) {
    const bool holdsCode = !filesBelow(u"services/"_s + folder, code).isEmpty();
    QVERIFY2(!holdsCode || servicesInOrder.contains(folder),
             qPrintable(u"services/%1 has no place in servicesInOrder of arrows.h."_s.arg(folder)));
  }
}

void TestArrows::noCircleOfHeaders() {
  QHash<QString, QStringList> includes;
  for (const auto &room : rooms) {
    for (const auto &file : filesBelow(room, {u"*.h"_s}))
      includes.insert(
          file,
          includesOf(contentOf(file)).filter(QRegularExpression(u"^(app|ui|models|services)/"_s)));
  }
  QSet<QString> done;
  const auto files = includes.keys();
  for (const auto &file : files) {
    QStringList path;
    const auto circle = circleFrom(file, includes, path, done);
    QVERIFY2(circle.isEmpty(),
             qPrintable(u"These headers include each other: "_s + circle.join(u" -> "_s)));
  }
}

QTEST_GUILESS_MAIN(TestArrows)
#include "tst_arrows.moc"
