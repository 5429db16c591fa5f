// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/seen_rows.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;

/// What a preview of many rows showed of each is found again, row by row.
class TestSeenRows : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void whatWasShownIsFoundAsItWas_data();
  void whatWasShownIsFoundAsItWas();
  void aPictureHasSixteenDigits();
};

void TestSeenRows::whatWasShownIsFoundAsItWas_data() {
  QTest::addColumn<QString>("digest");
  QTest::newRow("a digest") << u"fedcba9876543210"_s;
  QTest::newRow("one that begins with zeros") << u"000000000000abcd"_s;
  QTest::newRow("none") << QString();
}

void TestSeenRows::whatWasShownIsFoundAsItWas() {
  QFETCH(QString, digest);
  const Instant at{std::chrono::hours(7)};
  SeenRows rows;
  for (int i = 999; i > 0; --i)
    rows.add(QString::number(i));
  QVERIFY(!rows.hasDigests());
  rows.add(u"one"_s, {digest, at});
  rows.finish();
  QCOMPARE(rows.hasDigests(), !digest.isEmpty());
  const auto found = rows.find(u"one"_s);
  QVERIFY(found && found->digest == digest && found->at == at);
  QVERIFY(rows.find(u"500"_s) && rows.find(u"500"_s)->digest.isEmpty());
  QVERIFY(!rows.find(u"1000"_s));
}

void TestSeenRows::aPictureHasSixteenDigits() {
  QCOMPARE(pictureDigest("abc"), u"ba7816bf8f01cfea"_s); // FIPS 180-2, appendix B.1
  QVERIFY(pictureDigest("abd") != pictureDigest("abc"));
}

QTEST_APPLESS_MAIN(TestSeenRows)
#include "tst_seen_rows.moc"
