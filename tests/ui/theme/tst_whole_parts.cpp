// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/text_style.h"
#include "ui/theme/whole_parts.h"
#include <QTest>

using namespace tenantry::ui;
using namespace Qt::StringLiterals;

/// A number or a date that is cut would be read as another one.
class TestWholeParts : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void partsThatHaveRoomAreWhole_data();
  void partsThatHaveRoomAreWhole();
  void linesBreakBetweenParts();

private:
  [[nodiscard]] static const QFontMetrics &metrics() { return textMetrics(TextStyle::Meta); }
  [[nodiscard]] static int wide(const QString &text) { return metrics().horizontalAdvance(text); }
};

void TestWholeParts::partsThatHaveRoomAreWhole_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<QString>("roomFor");
  QTest::addColumn<QString>("shown");
  const auto all = u"Status: Open → Paid · Amount due: €490.00 → €0.00"_s;
  QTest::newRow("all") << all << all << all;
  QTest::newRow("the last would be cut")
      << all << u"Status: Open → Paid · Amount due: €490.00 → €0."_s
      << u"Status: Open → Paid · …"_s;
  QTest::newRow("with more between")
      << u"kestrelbank.co.uk  ·  London  ·  customer since Sep 2023"_s
      << u"kestrelbank.co.uk  ·  London  ·  customer"_s << u"kestrelbank.co.uk  ·  London · …"_s;
}

void TestWholeParts::partsThatHaveRoomAreWhole() {
  QFETCH(QString, text);
  QFETCH(QString, roomFor);
  QTEST(elidedByParts(text, metrics(), wide(roomFor)), "shown");
  const auto word = u"Uncollectible"_s;
  QVERIFY(elidedByParts(word, metrics(), wide(word) - 10).endsWith(u'…'));
}

void TestWholeParts::linesBreakBetweenParts() {
  const auto text = u"4.354.853 verbraucht · 30.11.2025 – 29.11.2026"_s;
  QCOMPARE(linesOfParts(text, metrics(), wide(text)), QStringList{text});
  QCOMPARE(linesOfParts(text, metrics(), wide(text) - 1), text.split(u" · "_s));
}

QTEST_MAIN(TestWholeParts)
#include "tst_whole_parts.moc"
