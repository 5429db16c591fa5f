// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/gateways/stripe_gateway.h"
#include "tests/support/stripe_double.h"

#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::gateways;
using tests::StripeDouble;

namespace {

using Outcome = ChargeOutcome;

Money dollars(std::int64_t cents) { return {cents, *Currency::parse(u"USD"_s)}; }

ChargeRequest chargeOf(const QString &method, std::int64_t cents = 19'900) {
  return {u"pay:invoice:1"_s,
          method,
          dollars(cents),
          u"INV-2026-000001"_s,
          u"stripe"_s,
          u"cus_payer"_s,
          {},
          u"organization"_s,
          u"attempt"_s,
          *parseInstant(u"2026-01-31T10:00:00Z"_s)};
}

struct Till {
  StripeDouble stripe;
  StripeGateway gateway{std::make_shared<StripeClient>(
      StripeSettings{QString::fromLatin1(StripeDouble::key), {}, stripe.url(), 200ms, 200ms})};

  /// As the service does it: what may be known is asked about, what is not there is asked for.
  ChargeAnswer goOn(ChargeRequest request, const ChargeAnswer &last) {
    request.reference = last.reference;
    const auto answer = gateway.inquire(request);
    return answer.outcome == Outcome::NotFound ? gateway.charge(request) : answer;
  }
};

} // namespace

/// Each answer of Stripe, in the words of this house (ADR 12).
class TestStripeGateway : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void eachAnswerToACharge_data();
  void eachAnswerToACharge();
  void aChargeSaysWhatItIsFor();
  void anotherRequestUnderTheKeyIsContradicted();
  void afterADayTheIntentIsFound();
  void manyIntentsOfACustomerAreReadInPages();
  void whatWaitsForTheCustomerCannotBeBroughtToAnEnd();
  void anAccountThatKnowsNothingContradicts();
  void nobodyThereIsUnknown();
  void eachAnswerToARefund_data();
  void eachAnswerToARefund();
  void amountsAreInStripesUnits_data();
  void amountsAreInStripesUnits();
};

void TestStripeGateway::eachAnswerToACharge_data() {
  QTest::addColumn<int>("first");
  QTest::addColumn<QString>("code");
  QTest::addColumn<int>("last");
  QTest::addColumn<int>("charges");
  QTest::addColumn<int>("posts");
  const auto row = [](const char *method, Outcome first, const QString &code, Outcome last,
                      int charges, int posts) {
    QTest::newRow(method) << static_cast<int>(first) << code << static_cast<int>(last) << charges
                          << posts;
  };
  const auto good = Outcome::Succeeded;
  row("pm_ok", good, {}, good, 1, 1);
  for (const auto *code : {"generic_decline", "insufficient_funds", "lost_card", "expired_card",
                           "do_not_honor", "processing_error"})
    row((QByteArray("pm_declines:") + code).constData(), Outcome::Failed, QString::fromLatin1(code),
        Outcome::Failed, 0, 1);
  row("pm_auth", Outcome::NeedsAction, u"authentication_required"_s, Outcome::NeedsAction, 0, 1);
  row("pm_auth:generic_decline", Outcome::NeedsAction, u"authentication_required"_s,
      Outcome::NeedsAction, 0, 1);
  row("pm_acts", Outcome::NeedsAction, u"authentication_required"_s, Outcome::NeedsAction, 0, 1);
  row("pm_acts_cancel_drop", Outcome::Unknown, {}, Outcome::NeedsAction, 0, 1);
  row("pm_acts_late", good, {}, good, 1, 1);
  row("pm_small", Outcome::Failed, u"amount_too_small"_s, Outcome::Failed, 0, 2);
  row("pm_payer_gone", Outcome::Contradicted, u"customer_missing"_s, Outcome::Contradicted, 0, 2);
  row("pm_missing", Outcome::Failed, u"resource_missing"_s, Outcome::Failed, 0, 2);
  row("pm_processing", Outcome::Unknown, {}, Outcome::Unknown, 0, 1);
  row("pm_drop", Outcome::Unknown, {}, good, 1, 1);
  row("pm_drop_unheard", Outcome::Unknown, {}, good, 1, 2);
  row("pm_silent", Outcome::Unknown, {}, good, 1, 1);
  row("pm_500", Outcome::Unknown, {}, good, 1, 1);
  row("pm_500_unheard", Outcome::Unknown, {}, good, 1, 2);
  row("pm_409", Outcome::Unknown, {}, good, 1, 2);
  row("pm_429", Outcome::Unknown, {}, good, 1, 2);
  row("pm_401", Outcome::Unknown, {}, good, 1, 2);
  row("pm_garbage", Outcome::Unknown, {}, good, 1, 1);
  row("pm_redirects", Outcome::Unknown, {}, good, 1, 1);
  row("pm_huge", Outcome::Unknown, {}, good, 1, 1);
  row("pm_other_amount", Outcome::Contradicted, u"amount_mismatch"_s, Outcome::Contradicted, 1, 1);
}

// BILL-4: the first answer, and what is known once it was asked again.
void TestStripeGateway::eachAnswerToACharge() {
  QFETCH(int, first);
  QFETCH(QString, code);
  Till till;
  const auto request = chargeOf(QString::fromLatin1(QTest::currentDataTag()));
  const auto answer = till.gateway.charge(request);
  QCOMPARE(static_cast<int>(answer.outcome), first);
  QCOMPARE(answer.declineCode, code);
  const auto again = till.goOn(request, answer);
  QTEST(static_cast<int>(again.outcome), "last");
  QTEST(till.stripe.charges(), "charges");
  QTEST(till.stripe.asked("POST /v1/payment_intents"), "posts");
  QVERIFY(till.stripe.intents().size() <= 1);
  QCOMPARE(till.stripe.objection(), QString());
}

void TestStripeGateway::aChargeSaysWhatItIsFor() {
  Till till;
  const auto answer = till.gateway.charge(chargeOf(u"pm_ok"_s));
  QCOMPARE(answer.reference, till.stripe.intents().at(0)["id"].get<QString>());
  const auto fields = till.stripe.lastFields("POST /v1/payment_intents");
  const QMap<QString, QString> expected{{u"amount"_s, u"19900"_s},
                                        {u"currency"_s, u"usd"_s},
                                        {u"customer"_s, u"cus_payer"_s},
                                        {u"payment_method"_s, u"pm_ok"_s},
                                        {u"confirm"_s, u"true"_s},
                                        {u"off_session"_s, u"true"_s},
                                        {u"error_on_requires_action"_s, u"true"_s},
                                        {u"description"_s, u"INV-2026-000001"_s},
                                        {u"metadata[organization]"_s, u"organization"_s},
                                        {u"metadata[attempt]"_s, u"attempt"_s}};
  QCOMPARE(fields, expected);
}

void TestStripeGateway::anotherRequestUnderTheKeyIsContradicted() {
  Till till;
  QVERIFY(till.gateway.charge(chargeOf(u"pm_ok"_s)).outcome == Outcome::Succeeded);
  const auto other = till.gateway.charge(chargeOf(u"pm_ok"_s, 100));
  QVERIFY(other.outcome == Outcome::Contradicted);
  QCOMPARE(other.declineCode, u"idempotency_error"_s);
  QCOMPARE(till.stripe.charges(), 1);
}

void TestStripeGateway::afterADayTheIntentIsFound() {
  Till till;
  const auto request = chargeOf(u"pm_drop"_s);
  QVERIFY(till.gateway.charge(request).outcome == Outcome::Unknown);
  till.stripe.forgetKeys();
  QVERIFY(till.goOn(request, {}).outcome == Outcome::Succeeded);
  QCOMPARE(till.stripe.charges(), 1);
}

void TestStripeGateway::manyIntentsOfACustomerAreReadInPages() {
  Till till;
  const auto request = chargeOf(u"pm_drop"_s);
  QVERIFY(till.gateway.charge(request).outcome == Outcome::Unknown);
  for (int other = 0; other < 230; ++other)
    till.stripe.makeIntent({{"id", "pi_other_" + std::to_string(other)},
                            {"customer", "cus_payer"},
                            {"metadata", {{"attempt", "another"}}}});
  QVERIFY(till.gateway.inquire(request).outcome == Outcome::Succeeded);
  QCOMPARE(till.stripe.asked("GET /v1/payment_intents"), 3);
}

void TestStripeGateway::whatWaitsForTheCustomerCannotBeBroughtToAnEnd() {
  Till till;
  static_cast<void>(till.gateway.charge(chargeOf(u"pm_acts"_s)));
  QCOMPARE(till.stripe.intents().at(0)["status"].get<QString>(), u"canceled"_s);
}

void TestStripeGateway::anAccountThatKnowsNothingContradicts() {
  Till till;
  auto request = chargeOf(u"pm_ok"_s);
  request.reference = u"pi_of_another_account"_s;
  const auto answer = till.gateway.inquire(request);
  QVERIFY(answer.outcome == Outcome::Contradicted);
  QCOMPARE(answer.declineCode, u"resource_missing"_s);
}

void TestStripeGateway::nobodyThereIsUnknown() {
  StripeGateway gateway(std::make_shared<StripeClient>(
      StripeSettings{u"sk_test_double"_s, {}, u"http://127.0.0.1:1"_s, 200ms, 200ms}));
  const auto request = chargeOf(u"pm_ok"_s);
  QVERIFY(gateway.charge(request).outcome == Outcome::Unknown);
  QVERIFY(gateway.inquire(request).outcome == Outcome::Unknown);
  const RefundRequest refund{u"k"_s, {}, u"pi_1"_s, dollars(1), {}, {}, {}, {}};
  QVERIFY(gateway.refund(refund).outcome == Outcome::Unknown);
  QVERIFY(gateway.inquireRefund(refund).outcome == Outcome::Unknown);
}

void TestStripeGateway::eachAnswerToARefund_data() {
  QTest::addColumn<int>("first");
  QTest::addColumn<QString>("code");
  QTest::addColumn<int>("last");
  QTest::addColumn<int>("refunds");
  const auto row = [](const char *method, Outcome first, const QString &code, Outcome last,
                      int refunds) {
    QTest::newRow(method) << static_cast<int>(first) << code << static_cast<int>(last) << refunds;
  };
  row("pm_ok", Outcome::Succeeded, {}, Outcome::Succeeded, 1);
  row("pm_refund_pending", Outcome::Unknown, {}, Outcome::Unknown, 0);
  row("pm_refund_fails:lost_or_stolen_card", Outcome::Failed, u"lost_or_stolen_card"_s,
      Outcome::Failed, 0);
  row("pm_refund_drop", Outcome::Unknown, {}, Outcome::Succeeded, 1);
  row("pm_refund_500", Outcome::Unknown, {}, Outcome::Succeeded, 1);
}

// BILL-6
void TestStripeGateway::eachAnswerToARefund() {
  QFETCH(int, first);
  QFETCH(QString, code);
  Till till;
  const auto charged = till.gateway.charge(chargeOf(QString::fromLatin1(QTest::currentDataTag())));
  RefundRequest request{u"refund:1"_s,     u"pay:invoice:1"_s, charged.reference,
                        dollars(19'900),   u"stripe"_s,        {},
                        u"organization"_s, u"refund"_s};
  QVERIFY(till.gateway.inquireRefund(request).outcome == Outcome::NotFound);
  const auto answer = till.gateway.refund(request);
  QCOMPARE(static_cast<int>(answer.outcome), first);
  QCOMPARE(answer.declineCode, code);
  till.stripe.forgetKeys();
  QTEST(static_cast<int>(till.gateway.inquireRefund(request).outcome), "last");
  request.reference = till.stripe.refundList().at(0)["id"].get<QString>();
  QTEST(static_cast<int>(till.gateway.inquireRefund(request).outcome), "last");
  QTEST(till.stripe.refunds(), "refunds");
  if (first == static_cast<int>(Outcome::Failed))
    return;
  request.reference.clear();
  request.refund = u"another"_s; // there is nothing left of the charge
  request.idempotencyKey = u"refund:2"_s;
  const auto more = till.gateway.refund(request);
  QVERIFY(more.outcome == Outcome::Failed);
  QCOMPARE(more.declineCode, u"charge_already_refunded"_s);
}

void TestStripeGateway::amountsAreInStripesUnits_data() {
  QTest::addColumn<QString>("currency");
  QTest::addColumn<qint64>("minor");
  QTest::addColumn<qint64>("said"); // -1: cannot be said
  QTest::newRow("two decimals") << u"EUR"_s << qint64(1999) << qint64(1999);
  QTest::newRow("none") << u"JPY"_s << qint64(500) << qint64(500);
  QTest::newRow("none in ISO, two at Stripe") << u"ISK"_s << qint64(500) << qint64(50'000);
  QTest::newRow("three") << u"KWD"_s << qint64(5120) << qint64(5120);
  QTest::newRow("three, the last is no zero") << u"KWD"_s << qint64(5124) << qint64(-1);
}

void TestStripeGateway::amountsAreInStripesUnits() {
  QFETCH(QString, currency);
  QFETCH(qint64, minor);
  const auto said = stripeAmount(Money(minor, *Currency::parse(currency)));
  QTEST(qint64(said.value_or(-1)), "said");
}

QTEST_GUILESS_MAIN(TestStripeGateway)
#include "tst_stripe_gateway.moc"
