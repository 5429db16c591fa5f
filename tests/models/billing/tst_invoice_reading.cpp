// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/billing/invoice_reading.h"
#include "services/billing/one_off.h"
#include "tests/services/billing/billing_house.h"

using namespace tenantry;
using namespace tenantry::tests;

/// What is looked at of a stored invoice (BILL-1, BILL-2).
class TestInvoiceReading : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void whatIsSoldOnceIsComparedWithNothing();
  void aDraftSaysWhatItWaitsFor_data();
  void aDraftSaysWhatItWaitsFor();
};

namespace {

billing::Invoice charge(BillingHouse &house, const OrganizationId &id) {
  return expect(billing::OneOffCharges(house.worker.session, house.worker.business)
                    .act({id, {}, {{u"Set-up"_s, 1, Rational(50'000)}}}));
}

models::InvoiceSheet look(BillingHouse &house, const billing::Invoice &invoice) {
  return expect(models::readStored(house.worker.session, house.worker.business, {},
                                   billing::InvoiceKey{invoice.organization, invoice.id}));
}

} // namespace

void TestInvoiceReading::whatIsSoldOnceIsComparedWithNothing() {
  BillingHouse house;
  const auto id = house.organization();
  house.subscribe(id);
  house.runAll();
  house.clock.set(BillingHouse::start() + std::chrono::days(30));
  house.runAll();
  const auto monthly = expect(house.worker.invoices().ofOrganization(id)).back();
  QVERIFY(!look(house, monthly).history.empty());
  const auto once = look(house, charge(house, id));
  QVERIFY(once.history.empty());
  QVERIFY(once.finding.kind == billing::Finding::Kind::None);
}

void TestInvoiceReading::aDraftSaysWhatItWaitsFor_data() {
  QTest::addColumn<std::int64_t>("above");
  QTest::addColumn<bool>("waits");
  QTest::newRow("BILL-2 above the amount of four eyes") << std::int64_t(49'999) << true;
  QTest::newRow("BILL-2 below it") << std::int64_t(50'000) << false;
}

void TestInvoiceReading::aDraftSaysWhatItWaitsFor() {
  QFETCH(std::int64_t, above);
  QFETCH(bool, waits);
  BillingHouse house(business::Finalize::Review);
  const auto id = house.organization();
  const auto owner = house.test.connect();
  store::Session session{*owner, house.clock, u"tests"_s};
  business::AppliedBusiness business;
  auto changed = expect(business.current(session))->business;
  changed.invoice.approvalAbove = {{*Currency::parse(u"USD"_s), above}};
  expect(business::BusinessApply(session).apply(changed, u"tests"_s));
  const auto draft = charge(house, id);
  const billing::InvoiceKey key{id, draft.id};
  QCOMPARE(look(house, draft).needsApproval, waits);
  QVERIFY(look(house, draft).approvals.empty());
  QVERIFY(expect(billing::Approvals(house.worker.session).approve(key)));
  QCOMPARE(look(house, draft).approvals.size(), waits ? 1u : 0u);
}

QTEST_GUILESS_MAIN(TestInvoiceReading)
#include "tst_invoice_reading.moc"
