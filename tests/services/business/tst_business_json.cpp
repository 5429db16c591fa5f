// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/business/loader.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::business;

namespace {

Business everyKey() {
  return Source::fromDirectory(u"tests/data/business/every-key"_s).value().load().value();
}
} // namespace

class TestBusinessJson : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void businessSurvivesTheRoundTrip_data();
  void businessSurvivesTheRoundTrip();
  void planAndCouponSurviveTheRoundTrip();
  void fractionsStayExact_data();
  void fractionsStayExact();
  void largeAmountsStayExact();
  void whatWasAppliedBeforeThereWereMailsHasTheShipped();
  void whatWasAppliedBeforeTriesWereCountedHasFifteen();
  void formIsCanonical();
  void whatDoesNotFitIsRefused_data();
  void whatDoesNotFitIsRefused();
};

void TestBusinessJson::businessSurvivesTheRoundTrip_data() {
  QTest::addColumn<bool>("all");
  QTest::newRow("shipped") << false;
  QTest::newRow("every key there is") << true;
}

void TestBusinessJson::businessSurvivesTheRoundTrip() {
  QFETCH(bool, all);
  const Business business = all ? everyKey() : Source::shipped().load().value();
  const auto back = fromJson(nlohmann::json::parse(toJson(business).dump()));
  QVERIFY2(back, back ? "" : qPrintable(back.error().message));
  QVERIFY(*back == business);
}

void TestBusinessJson::planAndCouponSurviveTheRoundTrip() {
  const Business business = everyKey();
  for (const auto &[id, plan] : business.plans)
    QVERIFY(planFromJson(toJson(plan)) == plan);
  for (const auto &[id, coupon] : business.coupons) {
    Coupon withdrawn = coupon;
    withdrawn.active = !coupon.active;
    QVERIFY(couponFromJson(toJson(withdrawn)) == withdrawn);
    QVERIFY(couponFromJson(toJson(withdrawn)) != coupon);
  }
}

void TestBusinessJson::fractionsStayExact_data() {
  QTest::addColumn<int>("above");
  QTest::addColumn<qint64>("below");
  QTest::addColumn<QString>("text");
  QTest::newRow("decimal") << 1 << qint64(20) << u"0.05"_s;
  QTest::newRow("whole") << 30 << qint64(1) << u"30"_s;
  QTest::newRow("third") << 1 << qint64(3) << u"1/3"_s;
  QTest::newRow("negative seventh") << -2 << qint64(7) << u"-2/7"_s;
  QTest::newRow("finer than 18 places") << 1 << (qint64(1) << 40) << u"1/1099511627776"_s;
}

void TestBusinessJson::fractionsStayExact() {
  QFETCH(int, above);
  QFETCH(qint64, below);
  QFETCH(QString, text);
  Coupon coupon;
  coupon.percent = Rational(above, below);
  const nlohmann::json document = toJson(coupon);
  QCOMPARE(QString::fromStdString(document.at("percent").get<std::string>()), text);
  QVERIFY(couponFromJson(document)->percent == coupon.percent);
}

void TestBusinessJson::largeAmountsStayExact() {
  Coupon coupon;
  coupon.amount = Money((std::int64_t(1) << 62) + 1, Currency::parse(u"JPY").value());
  QVERIFY(couponFromJson(nlohmann::json::parse(toJson(coupon).dump())) == coupon);
}

void TestBusinessJson::whatWasAppliedBeforeThereWereMailsHasTheShipped() {
  nlohmann::json document = toJson(everyKey());
  document.erase("mail");
  QCOMPARE(fromJson(document)->mails, Source::shipped().load().value().mails);
  // Each by itself: later versions have more of them.
  document["mail"] = {{"payment-receipt", toJson(everyKey()).at("mail").at("payment-receipt")}};
  document["mail"]["payment-receipt"]["en"]["subject"] = "Thanks";
  auto read = fromJson(document)->mails;
  QCOMPARE(read.at(u"payment-receipt"_s).byLanguage.at(u"en"_s).subject, u"Thanks"_s);
  read[u"payment-receipt"_s] = Source::shipped().load().value().mails.at(u"payment-receipt"_s);
  QCOMPARE(read, Source::shipped().load().value().mails);
}

void TestBusinessJson::whatWasAppliedBeforeTriesWereCountedHasFifteen() {
  nlohmann::json document = toJson(everyKey());
  document["dunning"].erase("most_tries_in_30_days");
  QCOMPARE(fromJson(document)->dunning.mostTriesIn30Days, 15);
}

void TestBusinessJson::formIsCanonical() {
  QCOMPARE(toJson(everyKey()).dump(), toJson(fromJson(toJson(everyKey())).value()).dump());
  QVERIFY(toJson(everyKey()).dump() != toJson(Source::shipped().load().value()).dump());
}

void TestBusinessJson::whatDoesNotFitIsRefused_data() {
  QTest::addColumn<QString>("pointer");
  QTest::addColumn<QString>("value");
  QTest::newRow("null for the whole") << QString() << u"null"_s;
  QTest::newRow("number for a text") << u"/time_zone"_s << u"3"_s;
  QTest::newRow("unknown choice") << u"/finalize"_s << u"\"later\""_s;
  QTest::newRow("binary number for a whole one") << u"/usage_accept_days"_s << u"60.5"_s;
  QTest::newRow("number too large for days") << u"/usage_accept_days"_s << u"99999999999"_s;
  QTest::newRow("number for a rate") << u"/margin"_s << u"0.8"_s;
  QTest::newRow("division by zero") << u"/margin"_s << u"\"1/0\""_s;
  QTest::newRow("no fraction") << u"/margin"_s << u"\"1/x\""_s;
  QTest::newRow("unknown currency") << u"/default_currency"_s << u"\"ZZZ\""_s;
  QTest::newRow("no date") << u"/coupons/launch20/valid_from"_s << u"\"2026-02-30\""_s;
  QTest::newRow("list for an object") << u"/plans"_s << u"[]"_s;
}

void TestBusinessJson::whatDoesNotFitIsRefused() {
  QFETCH(QString, pointer);
  QFETCH(QString, value);
  nlohmann::json document = toJson(everyKey());
  document[nlohmann::json::json_pointer(pointer.toStdString())] =
      nlohmann::json::parse(value.toStdString());
  const auto business = fromJson(document);
  QVERIFY(!business);
  QCOMPARE(business.error().code, u"business.document_invalid"_s);
}

QTEST_GUILESS_MAIN(TestBusinessJson)
#include "tst_business_json.moc"
