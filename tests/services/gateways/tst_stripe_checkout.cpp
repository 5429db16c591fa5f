// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/gateways/stripe_checkout.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::gateways;

/// What of Stripe's page for cards is taken over, and where a customer is led.
class TestStripeCheckout : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void onlyStripesPagesAreLedTo_data();
  void onlyStripesPagesAreLedTo();
  void aMethodIsReadWithoutItsNumber_data();
  void aMethodIsReadWithoutItsNumber();
};

void TestStripeCheckout::onlyStripesPagesAreLedTo_data() {
  QTest::addColumn<QString>("api");
  QTest::addColumn<QString>("url");
  QTest::addColumn<bool>("isGood");
  const auto stripe = u"https://api.stripe.com"_s;
  const auto standIn = u"http://127.0.0.1:12111"_s;
  QTest::newRow("its page") << stripe << u"https://checkout.stripe.com/c/pay/cs_1#fid=x%2F"_s
                            << true;
  QTest::newRow("its port") << stripe << u"https://checkout.stripe.com:443/c"_s << true;
  QTest::newRow("in capitals") << stripe << u"https://CHECKOUT.Stripe.com/c"_s << true;
  QTest::newRow("without encryption") << stripe << u"http://checkout.stripe.com/c"_s << false;
  QTest::newRow("another port") << stripe << u"https://checkout.stripe.com:8443/c"_s << false;
  QTest::newRow("another domain") << stripe << u"https://pay.example.com/c"_s << false;
  QTest::newRow("a name that begins so")
      << stripe << u"https://stripe.com.example.com/c"_s << false;
  QTest::newRow("a name that ends so") << stripe << u"https://evilstripe.com/c"_s << false;
  QTest::newRow("a name before it") << stripe << u"https://stripe.com@example.com/"_s << false;
  QTest::newRow("a user") << stripe << u"https://x@checkout.stripe.com/"_s << false;
  QTest::newRow("a script") << stripe << u"javascript:alert(1)//stripe.com"_s << false;
  QTest::newRow("nothing") << stripe << QString() << false;
  QTest::newRow("this machine, where Stripe is meant")
      << stripe << u"http://127.0.0.1:12111/c"_s << false;
  QTest::newRow("the stand-in") << standIn << u"http://127.0.0.1:12111/c/pay/cs_1"_s << true;
  QTest::newRow("beside the stand-in") << standIn << u"http://127.0.0.1:12112/c"_s << false;
  QTest::newRow("from the stand-in to elsewhere") << standIn << u"https://example.com/"_s << false;
}

void TestStripeCheckout::onlyStripesPagesAreLedTo() {
  QFETCH(QString, api);
  QFETCH(QString, url);
  QFETCH(bool, isGood);
  QCOMPARE(isStripesPage(url, api), isGood);
}

void TestStripeCheckout::aMethodIsReadWithoutItsNumber_data() {
  QTest::addColumn<Json>("intent");
  QTest::addColumn<QString>("label");
  QTest::addColumn<QString>("expires");
  const auto intent = [](const Json &method, const char *status = "succeeded") {
    return Json{{"id", "seti_1"}, {"status", status}, {"payment_method", method}};
  };
  const auto card = [](const Json &details) {
    return Json{{"id", "pm_1"}, {"type", "card"}, {"card", details}};
  };
  QTest::newRow("a card")
      << intent(card({{"brand", "visa"}, {"last4", "4242"}, {"exp_month", 12}, {"exp_year", 2030}}))
      << u"Visa ending in 4242"_s << u"2030-12-31"_s;
  QTest::newRow("until a leap day") << intent(card({{"brand", "american_express"},
                                                    {"last4", "0005"},
                                                    {"exp_month", 2},
                                                    {"exp_year", 2028}}))
                                    << u"American express ending in 0005"_s << u"2028-02-29"_s;
  QTest::newRow("a month that is none")
      << intent(card({{"brand", "visa"}, {"last4", "4242"}, {"exp_month", 13}, {"exp_year", 2030}}))
      << u"Visa ending in 4242"_s << QString();
  QTest::newRow("a number where its end should be")
      << intent(card({{"brand", "visa"}, {"last4", "4242424242424242"}}))
      << u"Visa ending in 4242"_s << QString();
  QTest::newRow("a debit") << intent({{"id", "pm_1"},
                                      {"type", "sepa_debit"},
                                      {"sepa_debit", {{"last4", "3000"}}}})
                           << u"Sepa debit ending in 3000"_s << QString();
  QTest::newRow("without details")
      << intent({{"id", "pm_1"}, {"type", "link"}}) << u"Link"_s << QString();
  QTest::newRow("not yet") << intent(card({}), "processing") << QString() << QString();
  QTest::newRow("refused") << intent(card({}), "requires_payment_method") << QString() << QString();
  QTest::newRow("not expanded") << intent("pm_1") << QString() << QString();
  QTest::newRow("nothing") << Json::object() << QString() << QString();
  QTest::newRow("no object") << Json("seti_1") << QString() << QString();
}

void TestStripeCheckout::aMethodIsReadWithoutItsNumber() {
  QFETCH(Json, intent);
  QFETCH(QString, label);
  QFETCH(QString, expires);
  const auto method = readEnteredMethod(intent);
  QCOMPARE(method.has_value(), !label.isEmpty());
  if (!method)
    return;
  QCOMPARE(method->label, label);
  QCOMPARE(method->expiresOn.has_value(), !expires.isEmpty());
  if (method->expiresOn)
    QVERIFY(*method->expiresOn == *parseDay(expires));
}

QTEST_GUILESS_MAIN(TestStripeCheckout)
#include "tst_stripe_checkout.moc"
