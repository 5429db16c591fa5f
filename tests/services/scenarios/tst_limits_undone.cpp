// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/adjustment.h"
#include "tests/services/billing/billing_house.h"

using namespace tenantry;
using namespace tenantry::tests;
using billing::ChangeRequest;

/// SUB-8: limits of a contract are taken back from what they were set on, and from nothing else.
class TestLimitsUndone : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void init() { m_house = std::make_unique<BillingHouse>(); }
  void cleanup() { m_house.reset(); }
  void SUB_8_takenBackFromWhatWasSetAlone_data();
  void SUB_8_takenBackFromWhatWasSetAlone();
  void SUB_8_aLimitHasAHighestValue();

private:
  Result<billing::ChangePicture> act(const ChangeRequest &request) {
    return payments::changeSubscription(m_house->worker.session, m_house->worker.business, request);
  }
  static ChangeRequest granting(const OrganizationId &id,
                                const subscriptions::WantedLimits &limits) {
    ChangeRequest request;
    request.organization = id;
    request.kind = ChangeRequest::Kind::Limits;
    request.limits = limits;
    request.reason = u"Order form 7"_s;
    return request;
  }
  std::map<QString, organizations::Limit> limits(const OrganizationId &id) {
    return expect(organizations::OrganizationService(m_house->worker.session).limits(id));
  }
  std::unique_ptr<BillingHouse> m_house;
};

void TestLimitsUndone::SUB_8_takenBackFromWhatWasSetAlone_data() {
  QTest::addColumn<QString>("plan");
  QTest::addColumn<Interval>("interval");
  QTest::addColumn<subscriptions::WantedLimits>("others");
  QTest::addColumn<QString>("said"); // empty: it is taken back
  using Wanted = subscriptions::WantedLimits;
  QTest::newRow("SUB-8 as it was set") << u"starter"_s << Interval::Month << Wanted{} << QString();
  QTest::newRow("SUB-8 another limit was agreed")
      << u"starter"_s << Interval::Month << Wanted{{u"projects"_s, 7}} << QString();
  QTest::newRow("SUB-8 that limit is another")
      << u"starter"_s << Interval::Month << Wanted{{u"users"_s, 60}}
      << u"the limit of users is 60 instead of 50"_s;
  QTest::newRow("SUB-8 the plan is another") << u"professional"_s << Interval::Month << Wanted{}
                                             << u"the plan is professional instead of starter"_s;
  QTest::newRow("SUB-8 the interval is another")
      << u"starter"_s << Interval::Year << Wanted{} << u"the interval is year instead of month"_s;
}

void TestLimitsUndone::SUB_8_takenBackFromWhatWasSetAlone() {
  QFETCH(QString, plan);
  QFETCH(Interval, interval);
  QFETCH(subscriptions::WantedLimits, others);
  QFETCH(QString, said);
  const auto id = m_house->organization();
  m_house->subscribe(id, u"starter"_s);
  m_house->runAll();
  const auto set = expect(act(granting(id, {{u"users"_s, 50}}))).after;
  if (plan != set.planId || interval != set.interval) {
    ChangeRequest change;
    change.organization = id;
    change.planId = plan;
    change.interval = interval;
    expect(act(change));
  }
  if (!others.empty())
    expect(act(granting(id, others)));
  auto back = granting(id, {{u"users"_s, std::nullopt}});
  back.limitsAsSet = {set.id, set.planId, set.interval, set.ownLimits};
  const auto before = limits(id);
  const auto done = act(back);
  QCOMPARE(done.has_value(), said.isEmpty());
  QCOMPARE(limits(id).at(u"users"_s).grantedBy == u"contract"_s,
           !said.isEmpty() && before.at(u"users"_s).grantedBy == u"contract"_s);
  if (said.isEmpty())
    return;
  QCOMPARE(done.error().code, u"subscription.limits_changed"_s);
  QVERIFY2(done.error().message.contains(said), qPrintable(done.error().message));
  QVERIFY(limits(id) == before);
}

void TestLimitsUndone::SUB_8_aLimitHasAHighestValue() {
  const auto id = m_house->organization();
  m_house->subscribe(id, u"starter"_s);
  const auto refused = act(granting(id, {{u"users"_s, subscriptions::highestLimit + 1}}));
  QVERIFY(!refused);
  QCOMPARE(refused.error().code, u"subscription.limit_invalid"_s);
  QVERIFY(refused.error().message.contains(u"at most 1000000000000000"_s));
  expect(act(granting(id, {{u"users"_s, subscriptions::highestLimit}})));
}

QTEST_GUILESS_MAIN(TestLimitsUndone)
#include "tst_limits_undone.moc"
