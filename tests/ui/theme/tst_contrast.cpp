// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/contrast.h"
#include "ui/theme/theme.h"
#include <QTest>

using namespace tenantry::ui;

class TestContrast : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void matchesTheWorkedExamplesOfWcag_data();
  void matchesTheWorkedExamplesOfWcag();
  void everyPairOfBothThemesIsReadable_data();
  void everyPairOfBothThemesIsReadable();
  void fallsBackToBlackOrWhiteWhereNeeded();
};

void TestContrast::matchesTheWorkedExamplesOfWcag_data() {
  QTest::addColumn<QColor>("a");
  QTest::addColumn<QColor>("b");
  QTest::addColumn<double>("ratio");
  QTest::newRow("black on white") << QColor(Qt::black) << QColor(Qt::white) << 21.0;
  QTest::newRow("same") << QColor(Qt::red) << QColor(Qt::red) << 1.0;
  QTest::newRow("#777 on white") << QColor(0x777777) << QColor(Qt::white) << 4.48;
  QTest::newRow("red on white") << QColor(Qt::red) << QColor(Qt::white) << 4.0;
}

void TestContrast::matchesTheWorkedExamplesOfWcag() {
  QFETCH(QColor, a);
  QFETCH(QColor, b);
  QFETCH(double, ratio);
  QVERIFY(std::abs(contrast(a, b) - ratio) < 0.01);
  QCOMPARE(contrast(a, b), contrast(b, a));
}

namespace {

void addRow(const Theme &theme, const char *what, const QColor &front, const QColor &back,
            double least) {
  const auto name = QStringLiteral("%1: %2, %3 on %4")
                        .arg(theme.isDark ? QStringLiteral("dark") : QStringLiteral("light"),
                             QLatin1String(what), front.name(), back.name());
  QTest::addRow("%s", qPrintable(name)) << front << back << least;
}

void addTexts(const Theme &theme) {
  for (const auto &back :
       {theme.canvas, theme.sidebar, theme.subtle, theme.hover, theme.selected, theme.raised}) {
    for (const auto tone : {Tone::Text, Tone::Text2, Tone::Muted, Tone::Accent, Tone::Success,
                            Tone::Warning, Tone::Danger})
      addRow(theme, "text", theme.color(tone), back, textContrast);
    addRow(theme, "focus ring", theme.focus, back, graphicsContrast);
  }
  addRow(theme, "primary button", theme.onAccent, theme.accent, textContrast);
  addRow(theme, "hovered primary button", theme.onAccent, theme.accentHover, textContrast);
  addRow(theme, "tool tip", theme.tipText, theme.tipBackground, textContrast);
}

void addPairs(const Theme &theme) {
  for (const auto tone :
       {Tone::Neutral, Tone::Success, Tone::Warning, Tone::Danger, Tone::Info, Tone::Violet})
    addRow(theme, "badge", theme.pair(tone).foreground, theme.pair(tone).background, textContrast);
  for (const auto &pair : theme.avatars)
    addRow(theme, "avatar", pair.foreground, pair.background, textContrast);
  for (const auto &color : theme.chart)
    addRow(theme, "chart", color, theme.raised, graphicsContrast);
  for (const auto &color : {theme.positive, theme.negative, theme.muted})
    addRow(theme, "bar or mark", color, theme.raised, graphicsContrast);
}

} // namespace

void TestContrast::everyPairOfBothThemesIsReadable_data() {
  QTest::addColumn<QColor>("front");
  QTest::addColumn<QColor>("back");
  QTest::addColumn<double>("least");
  for (const Theme *theme : {&Theme::light(), &Theme::dark()}) {
    addTexts(*theme);
    addPairs(*theme);
  }
}

void TestContrast::everyPairOfBothThemesIsReadable() {
  QFETCH(QColor, front);
  QFETCH(QColor, back);
  QFETCH(double, least);
  const double ratio = contrast(front, back);
  QVERIFY2(ratio >= least, qPrintable(QStringLiteral("%1 is less than %2").arg(ratio).arg(least)));
}

void TestContrast::fallsBackToBlackOrWhiteWhereNeeded() {
  QCOMPARE(readableOn(Qt::white, Theme::light().text), Theme::light().text);
  QCOMPARE(readableOn(QColor(0x20232B), Theme::light().text), QColor(Qt::white));
  QCOMPARE(readableOn(QColor(0x8A92F0), Qt::white), QColor(Qt::black));
}

QTEST_MAIN(TestContrast)
#include "tst_contrast.moc"
