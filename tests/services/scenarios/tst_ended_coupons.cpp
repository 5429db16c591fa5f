// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/adjustment.h"
#include "tests/services/billing/billing_house.h"
#include "tests/support/differences_of.h"

using namespace tenantry;
using namespace tenantry::tests;
using billing::ChangeRequest;
using billing::SeenPicture;
using std::chrono::days;
using subscriptions::When;

/// SUB-7: a coupon that was redeemed takes nothing more off.
class TestEndedCoupons : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void init() { m_house = std::make_unique<BillingHouse>(); }
  void SUB_7_whatWasPreviewedIsWhatHappens_data();
  void SUB_7_whatWasPreviewedIsWhatHappens();
  void SUB_7_whatIsDraftedStays();
  void SUB_7_anInvoiceThatIsAwaitedHasItOnlyUntilThePeriodsEnd_data();
  void SUB_7_anInvoiceThatIsAwaitedHasItOnlyUntilThePeriodsEnd();
  void whoMayOnAServer_data();
  void whoMayOnAServer();

private:
  ChangeRequest ending(const OrganizationId &id, When when) {
    ChangeRequest request;
    request.organization = id;
    request.kind = ChangeRequest::Kind::EndCoupon;
    request.couponId = u"launch"_s;
    request.when = when;
    request.reason = u"Agreed by phone"_s;
    return request;
  }
  std::int64_t lastTotal() {
    return m_house->number("select total from invoice order by created_at desc limit 1");
  }
  /// With 20 % off, now and for ever.
  OrganizationId begun() {
    change([](business::Business &business) { business.coupons[u"launch"_s].cycles.reset(); });
    const auto id = m_house->organization();
    m_house->subscribe(id, u"starter"_s, u"launch"_s);
    m_house->runAll();
    m_house->clock.set(BillingHouse::start() + days(10));
    return id;
  }
  template <typename Edit> void change(Edit edit) {
    const auto owner = m_house->test.connect();
    store::Session session{*owner, m_house->clock, u"tests"_s};
    auto business = expect(m_house->worker.business.current(m_house->worker.session))->business;
    edit(business);
    expect(business::BusinessApply(session).apply(business, u"tests"_s));
  }
  std::unique_ptr<BillingHouse> m_house;
};

void TestEndedCoupons::SUB_7_whatWasPreviewedIsWhatHappens_data() {
  QTest::addColumn<When>("when");
  QTest::newRow("SUB-7 now") << When::Now;
  QTest::newRow("SUB-7 at the period's end") << When::PeriodEnd;
}

void TestEndedCoupons::SUB_7_whatWasPreviewedIsWhatHappens() {
  QFETCH(When, when);
  const auto id = begun();
  QCOMPARE(lastTotal(), std::int64_t(3920)); // 4900 less 980
  auto &worker = m_house->worker;
  const auto request = ending(id, when);
  const auto picture =
      expect(billing::SubscriptionChanges(worker.session, worker.business).preview(request));
  QVERIFY(!picture.document.has_value() || picture.document->lines.empty());
  QCOMPARE(picture.next->invoice.total, std::int64_t(4900));
  QCOMPARE(picture.nextWithout->invoice.total, std::int64_t(3920));
  QCOMPARE(picture.after.mrrTwelfths, std::int64_t(4900 * 12));
  QCOMPARE(m_house->number("select count(*) from coupon_redemption where to_index is null"), 1);
  expect(payments::changeSubscription(worker.session, worker.business, request,
                                      SeenPicture::of(picture)));
  QCOMPARE(m_house->number("select to_index from coupon_redemption"), when == When::Now ? 0 : 1);
  QCOMPARE(m_house->number("select delta_twelfths from mrr_movement where kind = 'expansion'"),
           std::int64_t(980 * 12));
  QCOMPARE(m_house->number("select count(*) from event where type = 'subscription.changed' and "
                           "payload ->> 'coupon_ended' = 'launch' and payload ->> 'reason' = "
                           "'Agreed by phone'"),
           1);
  QCOMPARE(m_house->number("select count(*) from audit_entry where table_name = "
                           "'coupon_redemption' and new_row ->> 'to_index' is not null"),
           1);
  QCOMPARE(lastTotal(), std::int64_t(3920)); // what is issued stays
  m_house->clock.set(BillingHouse::start() + days(29));
  m_house->runAll();
  QCOMPARE(lastTotal(), std::int64_t(4900));
  QCOMPARE(differencesOf(worker), QStringList());
}

void TestEndedCoupons::SUB_7_whatIsDraftedStays() {
  change([](business::Business &business) { business.finalize = business::Finalize::Review; });
  const auto id = begun();
  expect(payments::changeSubscription(m_house->worker.session, m_house->worker.business,
                                      ending(id, When::Now)));
  QCOMPARE(m_house->number("select total from invoice where status = 'draft'"), 3920);
}

// Usage of a plan that is over waits for its grace, and the invoice of the next period with it.
void TestEndedCoupons::SUB_7_anInvoiceThatIsAwaitedHasItOnlyUntilThePeriodsEnd_data() {
  QTest::addColumn<When>("when");
  QTest::addColumn<std::int64_t>("awaited");
  QTest::newRow("SUB-7 now") << When::Now << std::int64_t(4900);
  QTest::newRow("SUB-7 at the period's end") << When::PeriodEnd << std::int64_t(3920);
}

void TestEndedCoupons::SUB_7_anInvoiceThatIsAwaitedHasItOnlyUntilThePeriodsEnd() {
  QFETCH(When, when);
  QFETCH(std::int64_t, awaited);
  change([](business::Business &business) { business.usageGraceHours = 48; });
  const auto id = begun();
  m_house->clock.set(*parseInstant(u"2026-02-28T10:00:00Z"_s));
  m_house->runAll();
  QCOMPARE(m_house->number("select count(*) from invoice"), 1);
  expect(payments::changeSubscription(m_house->worker.session, m_house->worker.business,
                                      ending(id, when)));
  m_house->clock.set(*parseInstant(u"2026-03-03T10:00:00Z"_s));
  m_house->runAll();
  QCOMPARE(lastTotal(), awaited);
  m_house->clock.set(*parseInstant(u"2026-04-03T10:00:00Z"_s));
  m_house->runAll();
  QCOMPARE(lastTotal(), std::int64_t(4900));
}

void TestEndedCoupons::whoMayOnAServer_data() {
  QTest::addColumn<bool>("may");
  for (const auto *group : {"success", "finance", "administrator"})
    QTest::newRow(group) << true;
  for (const auto *group : {"support", "manager"})
    QTest::newRow(group) << false;
}

void TestEndedCoupons::whoMayOnAServer() {
  QFETCH(bool, may);
  const auto id = begun();
  const auto group = QString::fromLatin1(QTest::currentDataTag());
  const auto database = m_house->test.connect(group);
  store::Session session{*database, m_house->clock, group};
  business::AppliedBusiness business;
  const auto result = payments::changeSubscription(session, business, ending(id, When::Now));
  QVERIFY2(result.has_value() == may, result ? "" : qPrintable(result.error().toString()));
  if (!may)
    QCOMPARE(result.error().code, u"store.forbidden"_s);
}

QTEST_GUILESS_MAIN(TestEndedCoupons)
#include "tst_ended_coupons.moc"
