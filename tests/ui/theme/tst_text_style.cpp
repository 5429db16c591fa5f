// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/text_style.h"
#include <QFontInfo>
#include <QTest>

using namespace tenantry::ui;
using namespace Qt::StringLiterals;

class TestTextStyle : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase() { QVERIFY(loadFonts()); }
  void usesTheFontsThatCameAlong();
  void tabularFiguresHaveOneWidth();
  void hasTheGlyphsOfTheConsolesLanguages_data();
  void hasTheGlyphsOfTheConsolesLanguages();
  void nothingIsSmallerThanElevenPixels();
};

void TestTextStyle::usesTheFontsThatCameAlong() {
  QCOMPARE(QFontInfo(textFont(TextStyle::Body)).family(), u"Tenantry Text"_s);
  QCOMPARE(QFontInfo(textFont(TextStyle::Title, Figures::Tabular)).family(), u"Tenantry Tab"_s);
}

void TestTextStyle::tabularFiguresHaveOneWidth() {
  const QFontMetricsF tabular(textFont(TextStyle::KeyFigure, Figures::Tabular));
  const QFontMetricsF proportional(textFont(TextStyle::KeyFigure));
  for (const QChar digit : u"0123456789"_s)
    QVERIFY2(std::abs(tabular.horizontalAdvance(digit) - tabular.horizontalAdvance(u'0')) < 0.05,
             qPrintable(QString(digit)));
  QCOMPARE(tabular.horizontalAdvance(u'+'), tabular.horizontalAdvance(QChar(0x2212)));
  QVERIFY(proportional.horizontalAdvance(u'1') < proportional.horizontalAdvance(u'0'));
}

void TestTextStyle::hasTheGlyphsOfTheConsolesLanguages_data() {
  QTest::addColumn<QString>("sample");
  QTest::newRow("Latin") << u"Äpfel, Škoda, İzmir, Łódź, Straße"_s;
  QTest::newRow("Greek") << u"Ελλάδα"_s;
  QTest::newRow("Cyrillic") << u"Київ Москва Їжак"_s;
  QTest::newRow("symbols") << u"−–—…“”„‘’·→×≥€£¥₹₩\u202F\u00A0"_s;
}

void TestTextStyle::hasTheGlyphsOfTheConsolesLanguages() {
  QFETCH(QString, sample);
  for (const auto figures : {Figures::Proportional, Figures::Tabular})
    for (const QChar c : sample)
      QVERIFY2(textMetrics(TextStyle::Body, figures).inFont(c), qPrintable(QString(c)));
}

void TestTextStyle::nothingIsSmallerThanElevenPixels() {
  for (int style = 0; style <= int(TextStyle::Mono); ++style)
    QVERIFY(textFont(static_cast<TextStyle>(style)).pixelSize() >= 11);
}

QTEST_MAIN(TestTextStyle)
#include "tst_text_style.moc"
