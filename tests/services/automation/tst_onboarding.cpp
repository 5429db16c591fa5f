// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/organizations/members.h"
#include "services/subscriptions/onboarding.h"
#include "tests/services/automation/mail_house.h"

#include <thread>

using namespace tenantry;
using namespace tenantry::tests;

/// ORG-3: who is new gets a trial, is welcomed and asked how it goes, once each, whatever happens.
class TestOnboarding : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void itHappensOnceHoweverOftenItIsTold();
  void twoThatReadItAtOnceStartOneTrial();
  void aTrialIsKeptThatAPersonStartedFirst();
  void whatIsPromisedIsKept_data();
  void whatIsPromisedIsKept();
  void whoIsSuspendedAtOnceBeginsNothing();
  void checkInsComeToTheHourAndToWhoIsThereByThen();
  void whatComesTooLateDoesNotCome_data();
  void whatComesTooLateDoesNotCome();
  void anImportBeginsNothing();
};

namespace {

struct NewHouse : MailHouse {
  static organizations::Organization draft() {
    organizations::Organization draft;
    draft.name = u"New"_s;
    draft.email = u"new@example.com"_s;
    draft.addressCountry = u"US"_s;
    draft.currency = *Currency::parse(u"USD"_s);
    return draft;
  }
  OrganizationId begin(const QString &plan = {}) {
    return expect(subscriptions::onboard(worker.session, worker.business, draft(), plan));
  }
  /// Lets everything happen that is due up to so long after the start.
  void liveFor(std::chrono::microseconds time) {
    expect(jobs::runDueUntil(worker.session, registry, scenarios::houseConsumers(), clock,
                             start() + time));
  }
  std::vector<store::Event> created(const OrganizationId &id) {
    const auto rows = expect(worker.database->adHoc(
        "select sequence, type, payload from event where type = 'organization.created'"));
    return {{id,
             rows[0].get<std::int64_t>(0),
             rows[0].get<QString>(1),
             start(),
             {},
             rows[0].get<store::Json>(2)}};
  }
  std::int64_t subscriptions() { return number("select count(*) from subscription"); }
  QString templates() {
    QStringList told;
    for (const Mail &mail : mails())
      if (mail.mailTemplate.startsWith(u"o"_s)) // of onboarding, and the welcome
        told += mail.mailTemplate;
    told.sort();
    return told.join(u' ');
  }
};

void stopSelling(NewHouse &house, const QString &plan) {
  auto business = *business::Source::shipped().load();
  business.plans.erase(plan);
  const auto owner = house.test.connect();
  store::Session session{*owner, house.clock, u"tests"_s};
  expect(business::BusinessApply(session).apply(business, u"tests"_s));
}

} // namespace

void TestOnboarding::itHappensOnceHoweverOftenItIsTold() {
  NewHouse house;
  const auto id = house.begin();
  house.liveFor(hours(0));
  QCOMPARE(house.subscriptions(), 1);
  QCOMPARE(house.templates(), u"organization-welcome"_s);
  const auto again = house.created(id);
  for (const auto &consumer : {subscriptions::onboardingConsumer(), automation::mailConsumer()})
    expect(house.worker.database->transaction(
        [&] { return consumer.handle(house.worker.session, again); }));
  house.liveFor(days(10));
  QCOMPARE(house.subscriptions(), 1);
  QCOMPARE(house.templates(), u"onboarding-checkin-day3 onboarding-checkin-day7 "
                              u"organization-welcome"_s);
}

void TestOnboarding::twoThatReadItAtOnceStartOneTrial() {
  NewHouse house;
  const auto id = house.begin();
  const auto events = house.created(id);
  std::atomic<int> failed{0};
  const auto consume = [&] {
    Worker other(house.test, house.clock);
    const auto done = other.database->transaction(
        [&] { return subscriptions::onboardingConsumer().handle(other.session, events); });
    failed += done ? 0 : 1;
  };
  std::thread one(consume), two(consume);
  one.join();
  two.join();
  QCOMPARE(failed, 0);
  QCOMPARE(house.subscriptions(), 1);
}

void TestOnboarding::aTrialIsKeptThatAPersonStartedFirst() {
  NewHouse house;
  const auto id = house.begin();
  house.subscribe(id, u"enterprise"_s);
  house.liveFor(hours(1));
  QCOMPARE(house.subscriptions(), 1);
  QCOMPARE(expect(house.worker.subscriptions().live(id)).planId, u"enterprise"_s);
}

void TestOnboarding::whatIsPromisedIsKept_data() {
  QTest::addColumn<QString>("plan");
  QTest::addColumn<bool>("isSoldByThen");
  QTest::addColumn<QString>("begins");
  QTest::newRow("the trial") << QString() << true << u"professional trialing"_s;
  QTest::newRow("a named plan without one") << u"starter"_s << true << u"starter active"_s;
  QTest::newRow("a plan that is not sold any more by then") << u"starter"_s << false << QString();
}

void TestOnboarding::whatIsPromisedIsKept() {
  QFETCH(QString, plan);
  QFETCH(bool, isSoldByThen);
  QFETCH(QString, begins);
  NewHouse house;
  const auto id = house.begin(plan);
  if (!isSoldByThen)
    stopSelling(house, plan);
  house.liveFor(hours(1));
  const auto began = house.worker.subscriptions().live(id);
  QCOMPARE(house.number("select count(*) from job where queue = 'dispatch' and state = 'ready'"),
           0);
  QCOMPARE(began ? began->planId + u' ' + subscriptions::toString(began->status) : QString(),
           begins);
}

void TestOnboarding::whoIsSuspendedAtOnceBeginsNothing() {
  NewHouse house;
  const auto id = house.begin();
  expect(organizations::OrganizationService(house.worker.session)
             .move(id, organizations::Status::Suspended, u"looked at"_s));
  house.liveFor(days(1));
  QCOMPARE(house.subscriptions(), 0);
  QCOMPARE(house.templates(), QString());
}

void TestOnboarding::checkInsComeToTheHourAndToWhoIsThereByThen() {
  NewHouse house;
  const auto id = house.begin();
  house.liveFor(hours(72) - std::chrono::seconds(1));
  QCOMPARE(house.templates(), u"organization-welcome"_s);
  organizations::MemberService members(house.worker.session, house.worker.business);
  expect(members.addMember({id, {}, u"ann@example.com"_s, {}, {}, u"admin"_s, {}, {}}));
  house.change("update member set language = 'de'");
  house.liveFor(hours(72));
  const auto mails = house.mails();
  QCOMPARE(house.templates(), u"onboarding-checkin-day3 organization-welcome"_s);
  const auto &checkIn = mails.front();
  QCOMPARE(checkIn.recipient, u"ann@example.com"_s);
  QVERIFY2(checkIn.subject.startsWith(u"Wie läuft es, New"_s), qPrintable(checkIn.subject));
  QCOMPARE(checkIn.createdAt, NewHouse::start() + hours(72));
}

void TestOnboarding::whatComesTooLateDoesNotCome_data() {
  QTest::addColumn<int>("asleep");
  QTest::addColumn<QString>("told");
  const QString all = u"onboarding-checkin-day3 onboarding-checkin-day7"_s;
  QTest::newRow("ten days: seven for each") << 10 << all;
  QTest::newRow("eleven days") << 11 << u"onboarding-checkin-day7"_s;
  QTest::newRow("a month") << 30 << QString();
}

/// Everybody sleeps from the first hour on.
void TestOnboarding::whatComesTooLateDoesNotCome() {
  QFETCH(int, asleep);
  QFETCH(QString, told);
  NewHouse house;
  house.begin();
  house.liveFor(hours(1));
  house.change("delete from mail");
  house.clock.set(NewHouse::start() + days(asleep));
  house.liveFor(days(asleep));
  QCOMPARE(house.templates(), told);
}

void TestOnboarding::anImportBeginsNothing() {
  NewHouse house;
  auto imported = NewHouse::draft();
  imported.status = organizations::Status::Onboarding;
  expect(organizations::OrganizationService(house.worker.session).createMany({imported}));
  house.liveFor(days(10));
  QCOMPARE(house.subscriptions(), 0);
  QCOMPARE(house.templates(), QString());
}

QTEST_GUILESS_MAIN(TestOnboarding)
#include "tst_onboarding.moc"
