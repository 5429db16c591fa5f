// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/provider_customers.h"
#include "tests/services/api/hosted_house.h"

using namespace tenantry;
using namespace tenantry::tests;
using payments::forgetCustomer;

/// BILL-4: a customer who was deleted at Stripe begins anew there.
class TestForgottenCustomers : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void aCustomerWhoWasDeletedBeginsAnew();
};

void TestForgottenCustomers::aCustomerWhoWasDeletedBeginsAnew() {
  HostedHouse house;
  house.enter();
  QCOMPARE(house.click().status, 200);
  static_cast<void>(house.stripe.completeSetup(house.lastSession(), u"pm_ok"_s));
  QCOMPARE(house.tell(house.stripe.events().back()).status, 200);
  house.work();
  const auto first = house.newSessions().back()["customer"].get<QString>();
  auto &session = house.worker.session;
  QCOMPARE(forgetCustomer(session, house.customer, u" "_s).error().code,
           u"payment.reason_missing"_s);
  QCOMPARE(house.click().status, 200); // a page is open
  const auto forgotten = expect(forgetCustomer(session, house.customer, u"deleted there"_s));
  QCOMPARE(forgotten.reference, first);
  QVERIFY(forgotten.hadMethod);
  QCOMPARE(house.setups("open"), std::int64_t(0));
  QCOMPARE(house.told("payment_method.forgotten"), std::int64_t(1));
  QCOMPARE(forgetCustomer(session, house.customer, u"again"_s).error().code,
           u"payment.no_provider_customer"_s);
  QCOMPARE(forgetCustomer(session, OrganizationId(QUuid::createUuid()), u"who"_s).error().code,
           u"organization.not_found"_s);
  QVERIFY(house.get(house.path).text.contains("Set up a payment method at Stripe"));
  const auto old = house.lastSession();
  QCOMPARE(house.click().status, 200);
  const auto second = house.newSessions().back()["customer"].get<QString>();
  QVERIFY2(second != first, "the same customer, by the key");
  QCOMPARE(house.newCustomers(), 2);
  static_cast<void>(house.stripe.completeSetup(old, u"pm_ok"_s)); // at the page that was left open
  house.tell(house.stripe.events().back());
  house.work();
  QCOMPARE(house.number("select count(*) from payment_method where removed_at is null and "
                        "organization_id = '" +
                        house.customer.toString().toUtf8() + "'"),
           std::int64_t(0));
  static_cast<void>(house.stripe.completeSetup(house.lastSession(), u"pm_ok"_s));
  QCOMPARE(house.tell(house.stripe.events().back()).status, 200);
  house.work();
  QCOMPARE(house.methods(), std::int64_t(2));
}

QTEST_GUILESS_MAIN(TestForgottenCustomers)
#include "tst_forgotten_customers.moc"
