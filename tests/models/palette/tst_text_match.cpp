// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/palette/palette_entry.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry::models;

Q_DECLARE_METATYPE(tenantry::models::Fit)

class TestTextMatch : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void wordsAreMatched_data();
  void wordsAreMatched();
  void whatItIsFoundByBesides();
};

void TestTextMatch::wordsAreMatched_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<QString>("query");
  QTest::addColumn<bool>("fits");
  QTest::addColumn<Fit>("fit");
  QTest::addColumn<QString>("marked"); ///< with brackets round what was typed
  const auto row = [](const char *name, const QString &text, const QString &query, Fit fit,
                      const QString &marked) {
    QTest::newRow(name) << text << query << true << fit << marked;
  };
  row("all of it", u"Billing"_s, u"billing"_s, Fit::Whole, u"[Billing]"_s);
  row("its beginning", u"Kestrel Bank"_s, u"kes"_s, Fit::Beginning, u"[Kes]trel Bank"_s);
  row("the beginning of a word", u"Kestrel Bank"_s, u"ban"_s, Fit::Words, u"Kestrel [Ban]k"_s);
  row("words in another order", u"Kestrel Bank"_s, u"bank kes"_s, Fit::Words,
      u"[Kes]trel [Bank]"_s);
  row("within a word", u"Kestrel Bank"_s, u"strel"_s, Fit::Within, u"Ke[strel] Bank"_s);
  row("rather where a word begins", u"Urban Bank"_s, u"ban"_s, Fit::Words, u"Urban [Ban]k"_s);
  row("after a hyphen", u"Jean-Luc"_s, u"luc"_s, Fit::Words, u"Jean-[Luc]"_s);
  row("words that overlap", u"Kestrel"_s, u"kest est"_s, Fit::Within, u"[Kest]rel"_s);
  row("the same word twice", u"Kestrel"_s, u"kes kes"_s, Fit::Words, u"[Kes]trel"_s);
  row("umlauts in any case", u"Äther Übersee"_s, u"über"_s, Fit::Words, u"Äther [Über]see"_s);
  row("nothing typed", u"Kestrel"_s, u"  "_s, Fit::Within, u"Kestrel"_s);
  QTest::newRow("another word") << u"Kestrel Bank"_s << u"kes zebra"_s << false << Fit::Within
                                << QString();
  QTest::newRow("longer than it") << u"Kes"_s << u"kestrel"_s << false << Fit::Within << QString();
  QTest::newRow("no pattern") << u"Kestrel"_s << u"k.*"_s << false << Fit::Within << QString();
  QTest::newRow("of nothing") << QString() << u"k"_s << false << Fit::Within << QString();
}

void TestTextMatch::wordsAreMatched() {
  QFETCH(QString, text);
  QFETCH(QString, query);
  QFETCH(bool, fits);
  QFETCH(Fit, fit);
  QFETCH(QString, marked);
  const auto match = matchText(text, query);
  QCOMPARE(match.has_value(), fits);
  if (!match)
    return;
  QCOMPARE(match->fit, fit);
  for (auto range = match->ranges.crbegin(); range != match->ranges.crend(); ++range) {
    text.insert(range->start + range->length, u']');
    text.insert(range->start, u'[');
  }
  QCOMPARE(text, marked);
}

void TestTextMatch::whatItIsFoundByBesides() {
  PaletteEntry entry;
  entry.text = u"Kestrel Bank"_s;
  entry.others = {u"billing@kb.example"_s, u"cus_100"_s};
  const auto byMail = hitOf(entry, u"billing@"_s);
  QVERIFY(byMail);
  QCOMPARE(byMail->fit, Fit::Other);
  QCOMPARE(byMail->other, u"billing@kb.example"_s);
  QCOMPARE(byMail->otherRanges, (QList<TextRange>{{0, 8}}));
  const auto spread = hitOf(entry, u"kestrel cus_1"_s);
  QVERIFY(spread);
  QVERIFY(spread->other.isEmpty());
  QVERIFY(!hitOf(entry, u"kestrel zebra"_s));
}

QTEST_APPLESS_MAIN(TestTextMatch)
#include "tst_text_match.moc"
