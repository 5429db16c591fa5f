// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/services/billing/billing_house.h"

#include <thread>

using namespace tenantry;
using namespace tenantry::tests;
using namespace tenantry::usage;

/// USE-1: whatever is sent at once, again or with others' events, corrections take no more than the
/// event was.
class TestCorrectionsAtOnce : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void init();
  void cleanup() { m_house.reset(); }
  void USE_1_sentAtOnceOnlyOneTakesIt();
  void USE_1_anotherOrganizationsKeyHidesNothing();
  void USE_1_aKeyThatIsSentAgainHidesNothing();
  void USE_1_whatWasCountedOnceIsARepeatForEver();

private:
  UsageEvent event(const OrganizationId &organization, const QString &key, std::int64_t quantity,
                   const QString &corrects = {}) const {
    UsageEvent one;
    one.organization = organization;
    one.key = key;
    one.metric = u"api_calls"_s;
    one.quantity = quantity;
    one.occurredAt = m_house->clock.now();
    one.corrects = corrects;
    return one;
  }
  Result<IngestReport> send(std::vector<UsageEvent> events) {
    return UsageService(m_house->worker.session, m_house->worker.business)
        .ingest(std::move(events));
  }
  std::int64_t total(const OrganizationId &organization) {
    return m_house->number("select quantity from usage_total where organization_id = '" +
                           organization.toString().toLatin1() + "'");
  }

  std::unique_ptr<BillingHouse> m_house;
  OrganizationId m_one, m_other;
};

void TestCorrectionsAtOnce::init() {
  m_house = std::make_unique<BillingHouse>();
  for (auto *each : {&m_one, &m_other}) {
    *each = m_house->organization();
    m_house->subscribe(*each, u"starter"_s);
    static_cast<void>(expect(send({event(*each, u"event"_s, 10)})));
  }
}

void TestCorrectionsAtOnce::USE_1_sentAtOnceOnlyOneTakesIt() {
  constexpr int senders = 6;
  std::atomic<int> taken = 0, refused = 0;
  std::vector<std::thread> threads;
  for (int number = 0; number < senders; ++number)
    threads.emplace_back([&, number] {
      const auto database = m_house->test.connect(u"worker"_s);
      store::Session session{*database, m_house->clock, u"software"_s};
      business::AppliedBusiness business;
      const auto sent = UsageService(session, business)
                            .ingest({event(m_one, u"less-%1"_s.arg(number), -7, u"event"_s)});
      ++(sent ? taken : refused);
    });
  for (auto &thread : threads)
    thread.join();
  QCOMPARE(taken.load(), 1);
  QCOMPARE(refused.load(), senders - 1);
  QCOMPARE(total(m_one), std::int64_t(3));
}

void TestCorrectionsAtOnce::USE_1_anotherOrganizationsKeyHidesNothing() {
  static_cast<void>(expect(send({event(m_other, u"less"_s, -10, u"event"_s)})));
  const auto both =
      send({event(m_one, u"less"_s, -5, u"event"_s), event(m_other, u"more"_s, -5, u"event"_s)});
  QVERIFY(!both);
  QCOMPARE(both.error().code, u"usage.quantity_invalid"_s);
  QCOMPARE(total(m_one), std::int64_t(10));
  QCOMPARE(total(m_other), std::int64_t(0));
}

void TestCorrectionsAtOnce::USE_1_aKeyThatIsSentAgainHidesNothing() {
  static_cast<void>(expect(send({event(m_one, u"less"_s, -8, u"event"_s)})));
  const auto again =
      send({event(m_one, u"less"_s, -1, u"event"_s), event(m_one, u"more"_s, -5, u"event"_s)});
  QVERIFY(!again);
  QCOMPARE(again.error().code, u"usage.quantity_invalid"_s);
  QCOMPARE(total(m_one), std::int64_t(2));
}

/// Also where more was taken than there was, as it could be before that was refused.
void TestCorrectionsAtOnce::USE_1_whatWasCountedOnceIsARepeatForEver() {
  const std::vector<UsageEvent> batch{event(m_one, u"less"_s, -10, u"event"_s)};
  QCOMPARE(expect(send(batch)).counted, std::int64_t(1));
  expect(m_house->test.connect()->adHoc(
      "insert into usage_event (organization_id, key, metric, quantity, occurred_at, recorded_at, "
      "part_from, corrects) select organization_id, 'beyond', metric, -3, occurred_at, "
      "recorded_at, "
      "part_from, corrects from usage_event where key = 'less'"));
  QCOMPARE(expect(send(batch)).repeated, std::int64_t(1));
}

QTEST_GUILESS_MAIN(TestCorrectionsAtOnce)
#include "tst_corrections_at_once.moc"
