// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/palette/palette_model.h"
#include "tests/ui/shell/console.h"
#include "ui/shell/palette.h"
#include "ui/theme/theme_manager.h"
#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QScopeGuard>

using namespace tenantry;
using namespace tenantry::tests;

/// What the palette offers of the record that fits best.
class TestPaletteParts : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase() { new ui::ThemeManager(qApp); }
  void theBestHitShowsItsParts();
  void check21_theTimelineIsThereWithItsKey();
  void fromTheRightTheFieldStandsAsInTheMirror();

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
  QTRY_VERIFY(!console.window->palette()->model().isSearching());
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
  QTRY_VERIFY(!console.window->palette()->model().isSearching());
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

void TestPaletteParts::fromTheRightTheFieldStandsAsInTheMirror() {
  Console console;
  QVERIFY(console.show());
  const auto fieldWhere = [&](Qt::LayoutDirection direction) {
    QApplication::setLayoutDirection(direction);
    open(console, u"basalt"_s);
    auto *field = console.window->palette()->field();
    const QRect where = field->geometry();
    QTest::keyClick(field, Qt::Key_Escape);
    return where;
  };
  const auto back = qScopeGuard([] { QApplication::setLayoutDirection(Qt::LeftToRight); });
  const auto left = fieldWhere(Qt::LeftToRight), right = fieldWhere(Qt::RightToLeft);
  const int mirrored = console.window->palette()->width() - 1 - left.right();
  QCOMPARE(right.size(), left.size());
  QVERIFY2(std::abs(right.left() - mirrored) <= 1, // the panel stands in the middle
           qPrintable(u"%1, not %2"_s.arg(right.left()).arg(mirrored)));
}

QTEST_MAIN(TestPaletteParts)
#include "tst_palette_parts.moc"
