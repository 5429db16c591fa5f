// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/palette/palette_model.h"
#include "tests/ui/shell/console.h"
#include "ui/shell/palette.h"
#include "ui/theme/theme_manager.h"
#include <QApplication>
#include <QLineEdit>
#include <QListView>

using namespace tenantry;
using namespace tenantry::tests;

/// What the palette offers of the record that fits best.
class TestPaletteParts : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase() { new ui::ThemeManager(qApp); }
  void theBestHitShowsItsParts();
  void check21_theTimelineIsThereWithItsKey();

private:
  void open(Console &console, const QString &text) {
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_K, Qt::ControlModifier);
    QTRY_VERIFY(console.window->palette()->isVisible());
    QTest::keyClicks(console.window->palette()->field(), text);
  }
  [[nodiscard]] static QString current(Console &console) {
    return console.window->palette()->list()->currentIndex().data().toString();
  }
};

void TestPaletteParts::theBestHitShowsItsParts() {
  Console console;
  QVERIFY(console.show());
  open(console, u"basalt"_s);
  QTRY_COMPARE(current(console), u"Basalt Rail"_s);
  auto *field = console.window->palette()->field();
  for (const auto &part :
       {u"Change subscription…"_s, u"Charge once…"_s, u"Customer link…"_s, u"Edit"_s,
        u"Members of Basalt Rail"_s, u"Subscription of Basalt Rail"_s, u"Usage of Basalt Rail"_s}) {
    QTest::keyClick(field, Qt::Key_Down);
    QCOMPARE(current(console), part);
  }
  QTest::keyClick(field, Qt::Key_Return);
  QTRY_COMPARE(console.shown(), u"Basalt Rail"_s);
  QCOMPARE(console.window->place().tab, u"usage"_s);
}

void TestPaletteParts::check21_theTimelineIsThereWithItsKey() {
  Console console;
  QVERIFY(console.show());
  console.pane->table()->setFocus();
  console.pane->table()->chooseRow(1);
  QTRY_COMPARE(console.shown(), u"Basalt Rail"_s);
  open(console, u"basalt"_s);
  QTRY_COMPARE(current(console), u"Basalt Rail"_s);
  auto *field = console.window->palette()->field();
  for (int part = 0; part < 9; ++part) // it is the last of them
    QTest::keyClick(field, Qt::Key_Down);
  QCOMPARE(current(console), u"Timeline of Basalt Rail"_s);
  const auto keys = console.window->palette()
                        ->list()
                        ->currentIndex()
                        .data(models::PaletteHitRole)
                        .value<models::PaletteHit>()
                        .entry.keys;
  QVERIFY2(keys.endsWith(u"J"_s), qPrintable(keys));
  QTest::keyClick(field, Qt::Key_Return);
  QTRY_COMPARE(console.window->place().tab, u"timeline"_s);
  // The key itself, from another part of the record.
  console.window->open({ui::Place::Kind::Organization, console.ids[1].toString(), u"usage"_s, {}});
  QTRY_COMPARE(console.window->place().tab, u"usage"_s);
  QTest::keyClick(console.pane->table(), Qt::Key_J, Qt::ControlModifier | Qt::ShiftModifier);
  QTRY_COMPARE(console.window->place().tab, u"timeline"_s);
  QTRY_COMPARE(console.shown(), u"Basalt Rail"_s);
}

QTEST_MAIN(TestPaletteParts)
#include "tst_palette_parts.moc"
