// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"
#include <QDir>
#include <QGuiApplication>
#include <QImage>
#include <QPixmap>
#include <QTest>

using namespace tenantry::ui;
using namespace Qt::StringLiterals;

class TestIcon : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void init() { QGuiApplication::setPalette(Theme::light().palette()); }
  void everyFileDrawsSomething_data();
  void everyFileDrawsSomething();
  void takesTheColourOfItsTone();
  void followsTheThemeWithoutBeingMadeAgain();
  void isSharpOnDenseScreens();
};

namespace {

/// The most opaque pixel: the core of a stroke has the icon's colour.
QColor strokeColor(const QPixmap &pixmap) {
  const QImage image = pixmap.toImage().convertToFormat(QImage::Format_ARGB32);
  QColor strongest(Qt::transparent);
  for (int y = 0; y < image.height(); ++y)
    for (int x = 0; x < image.width(); ++x)
      if (const QColor c = image.pixelColor(x, y); c.alpha() > strongest.alpha())
        strongest = c;
  strongest.setAlpha(255);
  return strongest;
}

bool isClose(const QColor &a, const QColor &b) {
  return std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) +
             std::abs(a.blue() - b.blue()) <
         9;
}

} // namespace

void TestIcon::everyFileDrawsSomething_data() {
  QTest::addColumn<QString>("name");
  (void)icon(u"home"_s).pixmap(16); // registers the resources
  const auto files = QDir(u":/icons"_s).entryList();
  QVERIFY(files.size() >= 36);
  for (const auto &file : files)
    QTest::addRow("%s", qPrintable(file)) << file.chopped(4);
}

void TestIcon::everyFileDrawsSomething() {
  QFETCH(QString, name);
  QVERIFY(isClose(strokeColor(icon(name, Tone::Text).pixmap(48)), Theme::light().text));
}

void TestIcon::takesTheColourOfItsTone() {
  QVERIFY(isClose(strokeColor(icon(u"plus"_s, Tone::Danger).pixmap(24)),
                  Theme::light().danger.foreground));
  QVERIFY(isClose(strokeColor(icon(u"plus"_s).pixmap(QSize(24, 24), QIcon::Disabled)),
                  Theme::light().disabled));
}

void TestIcon::followsTheThemeWithoutBeingMadeAgain() {
  const QIcon made = icon(u"plus"_s, Tone::Accent);
  QVERIFY(isClose(strokeColor(made.pixmap(24)), Theme::light().accentText));
  QGuiApplication::setPalette(Theme::dark().palette());
  QVERIFY(isClose(strokeColor(made.pixmap(24)), Theme::dark().accentText));
}

void TestIcon::isSharpOnDenseScreens() {
  const auto pixmap = icon(u"home"_s).pixmap(QSize(16, 16), 2.0);
  QCOMPARE(pixmap.size(), QSize(32, 32));
  QCOMPARE(pixmap.deviceIndependentSize(), QSizeF(16, 16));
}

QTEST_MAIN(TestIcon)
#include "tst_icon.moc"
