// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"
#include "ui/theme/theme_manager.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/fact_row.h"
#include "ui/widgets/scroll_page.h"
#include "ui/widgets/stepper.h"
#include "ui/widgets/tab_strip.h"
#include "ui/widgets/wrapped_label.h"
#include <QApplication>
#include <QBoxLayout>
#include <QMenu>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTest>

using namespace tenantry::ui;
using namespace Qt::StringLiterals;

/// What becomes of parts where there is little room: none is cut.
class TestNarrowParts : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase() { (new ThemeManager(qApp))->setAppearance(Appearance::Light); }
  void cleanup() { QApplication::setLayoutDirection(Qt::LeftToRight); }
  void stepsLoseLinesThenWords_data();
  void stepsLoseLinesThenWords();
  void tabsWithoutRoomAreInAMenu_data();
  void tabsWithoutRoomAreInAMenu();
  void theMenuOfTabsLeadsToThem();
  void theLineOfATabIsAsLongAsItsWord_data();
  void theLineOfATabIsAsLongAsItsWord();
  void aLongKeyTakesItsLines_data();
  void aLongKeyTakesItsLines();
  void aPageIsAsWideWithItsBarAsWithout_data();
  void aPageIsAsWideWithItsBarAsWithout();
};

namespace {

QList<Stepper::Step> course(Stepper::State review) {
  using State = Stepper::State;
  return {{u"Berechnen"_s, State::Done},
          {u"Prüfen"_s, review},
          {u"Entwerfen"_s, State::Next},
          {u"Abschließen"_s, State::Next}};
}

struct Record {
  QWidget window;
  QStackedWidget *pages = new QStackedWidget;
  TabStrip *tabs = new TabStrip(u"Teile"_s, pages);

  Record() {
    auto *layout = new QVBoxLayout(&window);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(tabs);
    layout->addWidget(pages);
    for (const auto &name : {u"Überblick"_s, u"Mitglieder"_s, u"Abonnement"_s, u"Nutzung"_s,
                             u"Rechnungen"_s, u"Verlauf"_s})
      tabs->addPart(name, new QWidget);
  }
  void show(int width) {
    window.resize(width, 200);
    window.show();
  }
  [[nodiscard]] int wordOf(int tab) const {
    return textMetrics(TextStyle::BodyStrong, Figures::Tabular)
        .horizontalAdvance(tabs->tabText(tab));
  }
};

} // namespace

void TestNarrowParts::stepsLoseLinesThenWords_data() {
  QTest::addColumn<int>("lacking"); // of what it wants
  QTest::addColumn<Stepper::State>("review");
  QTest::addColumn<QStringList>("words");
  const QStringList all{u"Berechnen"_s, u"Prüfen"_s, u"Entwerfen"_s, u"Abschließen"_s};
  QTest::newRow("room") << 0 << Stepper::State::Current << all;
  QTest::newRow("a little less") << 40 << Stepper::State::Current << all;
  QTest::newRow("less") << 120 << Stepper::State::Current << QStringList{u"Prüfen"_s};
  QTest::newRow("none is current") << 120 << Stepper::State::Next << QStringList{u"Berechnen"_s};
}

void TestNarrowParts::stepsLoseLinesThenWords() {
  QFETCH(int, lacking);
  QFETCH(Stepper::State, review);
  Stepper stepper;
  stepper.setSteps(course(review));
  stepper.resize(stepper.sizeHint().width() - lacking, 44);
  QTEST(stepper.shownWords(), "words");
  QVERIFY(stepper.minimumSizeHint().width() < stepper.sizeHint().width() - 200);
  QVERIFY(stepper.accessibleName().contains(u"Abschließen"_s));
}

void TestNarrowParts::tabsWithoutRoomAreInAMenu_data() {
  QTest::addColumn<int>("width");
  QTest::addColumn<int>("current");
  QTest::addColumn<QList<int>>("inMenu");
  QTest::newRow("room") << 800 << 0 << QList<int>{};
  QTest::newRow("they move together") << -50 << 0 << QList<int>{};
  QTest::newRow("the last ones") << -80 << 0 << QList<int>{4, 5};
  QTest::newRow("the one that is shown stands") << -80 << 5 << QList<int>{3, 4};
  QTest::newRow("very little") << 180 << 2 << QList<int>{0, 1, 3, 4, 5};
}

void TestNarrowParts::tabsWithoutRoomAreInAMenu() {
  QFETCH(int, width);
  QFETCH(int, current);
  QFETCH(QList<int>, inMenu);
  Record record;
  record.tabs->setCurrentIndex(current);
  record.show(width > 0 ? width : record.tabs->sizeHint().width() + width);
  QVERIFY(QTest::qWaitForWindowActive(&record.window));
  QCOMPARE(record.tabs->inMenu(), inMenu);
  QCOMPARE(record.tabs->more()->isVisible(), !inMenu.isEmpty());
  QCOMPARE(record.tabs->currentIndex(), current);
  const int end = inMenu.isEmpty() ? record.tabs->width() : record.tabs->more()->x();
  for (int tab = 0; tab < record.tabs->count(); ++tab)
    if (!inMenu.contains(tab)) {
      const auto place = record.tabs->tabRect(tab);
      QVERIFY2(place.width() >= record.wordOf(tab), qPrintable(record.tabs->tabText(tab)));
      QVERIFY2(place.right() < end, qPrintable(record.tabs->tabText(tab)));
    }
  record.window.resize(800, 200);
  QTRY_VERIFY(record.tabs->inMenu().isEmpty());
}

void TestNarrowParts::theMenuOfTabsLeadsToThem() {
  Record record;
  record.show(260);
  QVERIFY(QTest::qWaitForWindowActive(&record.window));
  QVERIFY(record.tabs->inMenu().contains(5));
  record.tabs->more()->setFocus();
  QTest::keyClick(record.tabs->more(), Qt::Key_Space);
  auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
  QVERIFY(menu);
  QTest::keyClick(menu, Qt::Key_Up); // the last one
  QTest::keyClick(menu, Qt::Key_Return);
  QTRY_COMPARE(record.tabs->currentIndex(), 5);
  QCOMPARE(record.pages->currentIndex(), 5);
  QVERIFY(record.tabs->isTabVisible(5) && !record.tabs->inMenu().contains(5));
  QVERIFY(record.tabs->hasFocus());
}

void TestNarrowParts::theLineOfATabIsAsLongAsItsWord_data() {
  QTest::addColumn<int>("lacking");
  QTest::newRow("room") << 0;
  QTest::newRow("they move together") << 50;
}

void TestNarrowParts::theLineOfATabIsAsLongAsItsWord() {
  QFETCH(int, lacking);
  Record record;
  record.tabs->setCurrentIndex(2);
  record.show(record.tabs->sizeHint().width() - lacking);
  QVERIFY(QTest::qWaitForWindowActive(&record.window));
  const auto image = record.tabs->grab().toImage();
  const QRgb accent = Theme::of(record.tabs).accent.rgb();
  int length = 0;
  for (int x = 0; x < image.width(); ++x)
    length += image.pixel(x, record.tabs->tabRect(2).bottom()) == accent;
  QCOMPARE(length, record.wordOf(2) + 4);
}

void TestNarrowParts::aLongKeyTakesItsLines_data() {
  QTest::addColumn<QString>("key");
  QTest::addColumn<int>("width");
  QTest::addColumn<int>("lines");
  const auto change = u"Rest of the period, Premium support · 23 Nov 2026 to 08 Dec 2026"_s;
  QTest::newRow("room") << change << 600 << 1;
  QTest::newRow("its days stand below") << change << 400 << 2;
  QTest::newRow("one word") << u"DE89370400440532013000DE89370400440532013000"_s << 250 << 3;
}

/// The value is whole in any case.
void TestNarrowParts::aLongKeyTakesItsLines() {
  QFETCH(QString, key);
  QFETCH(int, width);
  QFETCH(int, lines);
  QWidget window;
  auto *row = new FactRow(key, u"€437.92"_s);
  row->setKeyWraps();
  auto *layout = new QVBoxLayout(&window);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(row);
  layout->addStretch();
  window.resize(width, 200);
  window.show();
  QVERIFY(QTest::qWaitForWindowActive(&window));
  const int line = textMetrics(TextStyle::Body, Figures::Tabular).height();
  const int wanted = lines == 1 ? 26 : lines * line + 8;
  QTRY_VERIFY2(std::abs(row->height() - wanted) <= lines,
               qPrintable(QString::number(row->height())));
  for (const auto *label : row->findChildren<QLabel *>())
    if (!dynamic_cast<const WrappedLabel *>(label))
      QVERIFY(label->width() >= label->sizeHint().width());
}

void TestNarrowParts::aPageIsAsWideWithItsBarAsWithout_data() {
  QTest::addColumn<Qt::LayoutDirection>("direction");
  QTest::newRow("from the left") << Qt::LeftToRight;
  QTest::newRow("from the right") << Qt::RightToLeft;
}

void TestNarrowParts::aPageIsAsWideWithItsBarAsWithout() {
  QFETCH(Qt::LayoutDirection, direction);
  QApplication::setLayoutDirection(direction);
  ScrollPage page(u"Record"_s);
  auto *content = new QWidget;
  auto *column = new QVBoxLayout(content);
  column->setContentsMargins(16, 16, 16, 16);
  auto *card = new QWidget;
  column->addWidget(card);
  page.setWidget(content);
  page.resize(400, 300);
  page.show();
  QVERIFY(QTest::qWaitForWindowActive(&page));
  const auto place = [&] { return QRect(card->mapTo(&page, QPoint()), card->size()); };
  QVERIFY(!page.verticalScrollBar()->isVisible());
  QTRY_COMPARE(place().left(), 16);
  QTRY_COMPARE(place().width(), 400 - 2 * 16);
  card->setMinimumHeight(1000);
  QTRY_VERIFY(page.verticalScrollBar()->isVisible());
  QTRY_COMPARE(place().left(), 16);
  QTRY_COMPARE(place().width(), 400 - 2 * 16);
  card->setMinimumHeight(0);
  QTRY_VERIFY(!page.verticalScrollBar()->isVisible());
  QTRY_COMPARE(place().width(), 400 - 2 * 16);
}

QTEST_MAIN(TestNarrowParts)
#include "tst_narrow_parts.moc"
