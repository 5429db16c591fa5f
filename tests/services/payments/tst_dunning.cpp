// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/dunning_case.h"
#include "tests/services/billing/golden_cases.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::payments;

namespace {

Instant at(const QString &iso) { return *parseInstant(iso); }
Instant dayAt(const golden::Json &iso) {
  return at(QString::fromStdString(iso.get<std::string>()) + u"T00:00:00Z"_s);
}
QString dayOf(Instant instant) { return toIso(instant).left(10); }

business::Dunning shipped() {
  business::Dunning policy;
  policy.retryAfterDays = {3, 6, 9};
  policy.hard = {u"lost_card"_s,
                 u"stolen_card"_s,
                 u"pickup_card"_s,
                 u"expired_card"_s,
                 u"incorrect_number"_s,
                 u"revocation_of_authorization"_s,
                 u"revocation_of_all_authorizations"_s,
                 u"stop_payment_order"_s,
                 u"fraudulent"_s};
  return policy;
}

/// Hours since issue.
using FromUntil = QList<QPair<int, int>>;

/// A card that always declines: tried when the invoice is issued, and whenever the plan says so.
struct Course {
  business::Dunning policy = shipped();
  OpenDebt debt;
  QStringList retries;
  QString suspendedOn;
  QString finalOn;

  Course(Instant issued, const QString &code) : m_code(code) {
    debt.issuedAt = issued;
    debt.dueAt = issued + std::chrono::hours(24 * 30);
    debt.hasMethod = true;
  }
  void fails(Instant when) {
    debt.failures.push_back({when, when, m_code, true});
    debt.alike.push_back(when);
  }

  void runUntil(Instant end) {
    for (Instant now = debt.issuedAt; now <= end && finalOn.isEmpty();) {
      const auto plan = planDunning(policy, debt, now);
      if (plan.suspend && suspendedOn.isEmpty())
        suspendedOn = dayOf(now);
      if (plan.isFinal)
        finalOn = dayOf(now);
      if (plan.retry) {
        retries.append(dayOf(now));
        fails(now);
        continue;
      }
      if (!plan.next)
        return;
      now = *plan.next;
    }
  }

private:
  QString m_code;
};

std::vector<int> sums(const golden::Json &steps) {
  std::vector<int> days;
  for (const auto &step : steps)
    days.push_back((days.empty() ? 0 : days.back()) + step.get<int>());
  return days;
}

QStringList textsOf(const golden::Json &list) {
  QStringList texts;
  for (const auto &each : list)
    texts.append(QString::fromStdString(each.get<std::string>()));
  return texts;
}

} // namespace

/// BILL-5: the policy as pure rules.
class TestDunning : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void retriesCountFromTheFirstFailure_data() { golden::addRows({"ladder"}); }
  void retriesCountFromTheFirstFailure() {
    const auto json = golden::current();
    const auto failed = dayAt(json["given"]["failed_on"]);
    Course course(failed, u"insufficient_funds"_s);
    course.policy.retryAfterDays = sums(json["given"]["steps_days"]);
    course.policy.finalAfterDays = 365;
    course.fails(failed);
    course.runUntil(failed + std::chrono::hours(24 * 100));
    QCOMPARE(course.retries, textsOf(json["expect"]["dates"]));
  }

  void aDeclineSaysWhetherToTryAgain_data() { golden::addRows({"decline_class"}); }
  void aDeclineSaysWhetherToTryAgain() {
    const auto json = golden::current();
    const auto codes = textsOf(json["given"]["codes"]);
    const auto classes = textsOf(json["expect"]["classes"]);
    for (qsizetype i = 0; i < codes.size(); ++i)
      QVERIFY2(isRetried(shipped(), codes[i]) ==
                   (classes[i] == u"soft"_s || classes[i] == u"transient"_s),
               qPrintable(codes[i]));
  }

  void aDeclineEndsTheLadderOrNot_data() { golden::addRows({"dunning_run"}); }
  void aDeclineEndsTheLadderOrNot() {
    const auto json = golden::current();
    const auto failed = dayAt(json["given"]["failed_on"]);
    Course course(failed, QString::fromStdString(json["given"]["code"].get<std::string>()));
    course.policy.retryAfterDays = sums(json["given"]["steps_days"]);
    course.fails(failed);
    course.runUntil(failed + std::chrono::hours(24 * 100));
    QCOMPARE(course.retries, textsOf(json["expect"]["retries"]));
    QCOMPARE(course.suspendedOn, course.retries.isEmpty()
                                     ? dayOf(failed + std::chrono::hours(24 * 7))
                                     : u"2026-03-09"_s);
    QCOMPARE(course.finalOn, dayOf(failed + std::chrono::hours(24 * 30)));
  }

  void theTimesOfThePolicy_data() {
    QTest::addColumn<QList<int>>("ladder");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("suspendedOn");
    QTest::newRow("a failure past it")
        << QList<int>{3, 6, 9} << u"do_not_honor"_s << u"2026-01-10"_s;
    QTest::newRow("a failure just at it") << QList<int>{7} << u"do_not_honor"_s << u"2026-01-08"_s;
    QTest::newRow("no try is left") << QList<int>{3, 6} << u"do_not_honor"_s << u"2026-01-08"_s;
    QTest::newRow("no try at all") << QList<int>{} << u"do_not_honor"_s << u"2026-01-08"_s;
    QTest::newRow("hard") << QList<int>{3, 6, 9} << u"lost_card"_s << u"2026-01-08"_s;
    QTest::newRow("the customer must act")
        << QList<int>{3, 6, 9} << u"authentication_required"_s << u"2026-01-08"_s;
    QTest::newRow("in any order") << QList<int>{9, 3, 6} << u"do_not_honor"_s << u"2026-01-10"_s;
  }
  void theTimesOfThePolicy() {
    QFETCH(const QList<int>, ladder);
    QFETCH(const QString, code);
    QFETCH(const QString, suspendedOn);
    const auto issued = at(u"2026-01-01T00:00:00Z"_s);
    Course course(issued, code);
    course.policy.retryAfterDays = {ladder.begin(), ladder.end()};
    course.fails(issued);
    course.runUntil(issued + std::chrono::hours(24 * 100));
    QCOMPARE(course.suspendedOn, suspendedOn);
    QCOMPARE(course.finalOn, u"2026-01-31"_s);
  }

  void cardNetworksBearSoManyTries_data() { golden::addRows({"network_cap"}); }
  void cardNetworksBearSoManyTries() {
    const auto json = golden::current();
    auto policy = shipped();
    policy.mostTriesIn30Days = json["given"]["cap"].get<int>();
    const auto now = at(u"2026-02-01T00:00:00Z"_s);
    std::vector<Instant> alike;
    for (auto left = json["given"]["attempts_last_30d"].get<int>(); left > 0; --left)
      alike.push_back(now - std::chrono::hours(left));
    const auto from = mayTryFrom(policy, alike);
    QCOMPARE(!from || *from <= now, json["expect"]["allowed"].get<bool>());
    alike.pop_back();
    QVERIFY(!mayTryFrom(policy, alike));
  }

  // A try that would be one too many is left out, and those that come later are made.
  void aTryTooManyIsLeftOut_data() {
    QTest::addColumn<int>("most");
    QTest::addColumn<QStringList>("retries");
    QTest::addColumn<QString>("suspendedOn");
    const auto on = [](int day) { return u"2026-01-%1"_s.arg(day, 2, 10, QLatin1Char('0')); };
    const auto last = u"2026-02-01"_s; // 31 days after the first
    QTest::newRow("BILL-5 enough")
        << 15 << QStringList{on(4), on(7), on(10), on(30), last} << on(10);
    QTest::newRow("BILL-5 four") << 4 << QStringList{on(4), on(7), on(10), last} << on(10);
    QTest::newRow("BILL-5 three") << 3 << QStringList{on(4), on(7), last} << u"2026-02-01"_s;
    QTest::newRow("BILL-5 the first alone") << 1 << QStringList{last} << u"2026-02-01"_s;
  }
  void aTryTooManyIsLeftOut() {
    QFETCH(const int, most);
    const auto issued = at(u"2026-01-01T00:00:00Z"_s);
    Course course(issued, u"do_not_honor"_s);
    course.policy.retryAfterDays = {3, 6, 9, 29, 31};
    course.policy.finalAfterDays = 60;
    course.policy.mostTriesIn30Days = most;
    course.fails(issued);
    course.runUntil(issued + std::chrono::hours(24 * 100));
    QTEST(course.retries, "retries");
    QTEST(course.suspendedOn, "suspendedOn");
    QStringList outlook;
    OpenDebt debt = course.debt;
    debt.failures.resize(1);
    debt.alike.resize(1);
    for (const auto &stage : dunningOutlook(course.policy, debt, true, issued))
      if (stage.act == DunningAct::Retry)
        outlook += dayOf(stage.at);
    QCOMPARE(outlook, course.retries);
  }

  void withoutAMethodItCountsFromTheDueDate() {
    Course course(at(u"2026-01-01T00:00:00Z"_s), {});
    course.debt.hasMethod = false;
    const auto before = planDunning(course.policy, course.debt, at(u"2026-01-30T23:59:59Z"_s));
    QVERIFY(!before.isPastDue);
    QCOMPARE(before.next, std::optional(course.debt.dueAt));
    QVERIFY(planDunning(course.policy, course.debt, course.debt.dueAt).isPastDue);
    course.runUntil(at(u"2026-12-01T00:00:00Z"_s));
    QCOMPARE(course.retries, QStringList());
    QCOMPARE(course.suspendedOn, u"2026-02-07"_s);
    QCOMPARE(course.finalOn, u"2026-03-02"_s);
  }

  void anotherMethodIsTriedAgainAfterAHardDecline() {
    Course course(at(u"2026-01-01T00:00:00Z"_s), u"lost_card"_s);
    course.fails(course.debt.issuedAt);
    course.debt.failures.back().withMethodInForce = false;
    const auto plan = planDunning(course.policy, course.debt, at(u"2026-01-02T00:00:00Z"_s));
    QCOMPARE(plan.next, std::optional(at(u"2026-01-04T00:00:00Z"_s)));
    QVERIFY(planDunning(course.policy, course.debt, at(u"2026-01-04T00:00:00Z"_s)).retry);
  }

  void missedRetriesAreOne() {
    Course course(at(u"2026-01-01T00:00:00Z"_s), u"do_not_honor"_s);
    course.fails(course.debt.issuedAt);
    const auto late = at(u"2026-01-08T12:00:00Z"_s);
    QVERIFY(planDunning(course.policy, course.debt, late).retry);
    course.fails(late);
    const auto after = planDunning(course.policy, course.debt, late);
    QVERIFY(!after.retry);
    QVERIFY(after.suspend);
    QCOMPARE(after.next, std::optional(at(u"2026-01-10T00:00:00Z"_s)));
  }

  void aRunningTryDecidesAlone() {
    Course course(at(u"2026-01-01T00:00:00Z"_s), u"do_not_honor"_s);
    course.fails(course.debt.issuedAt);
    course.debt.isTryRunning = true;
    const auto plan = planDunning(course.policy, course.debt, at(u"2026-03-01T00:00:00Z"_s));
    QCOMPARE(plan, (DunningPlan{true, false, false, false, std::nullopt}));
  }

  /// Golden histories know no extension: what was given moves all that is to come.
  void timeThatIsGivenDoesNotCount_data() {
    QTest::addColumn<FromUntil>("given"); // from and until, hours since issue
    QTest::addColumn<QStringList>("retries");
    QTest::addColumn<QString>("suspendedOn");
    QTest::addColumn<QString>("finalOn");
    const QStringList whole{u"2026-01-04"_s, u"2026-01-07"_s, u"2026-01-10"_s};
    QTest::newRow("BILL-5 none") << FromUntil{} << whole << u"2026-01-10"_s << u"2026-01-31"_s;
    QTest::newRow("BILL-5 before the first retry")
        << FromUntil{{24, 120}} << QStringList{u"2026-01-08"_s, u"2026-01-11"_s, u"2026-01-14"_s}
        << u"2026-01-14"_s << u"2026-02-04"_s;
    QTest::newRow("BILL-5 twice, overlapping")
        << FromUntil{{24, 96}, {48, 120}}
        << QStringList{u"2026-01-08"_s, u"2026-01-11"_s, u"2026-01-14"_s} << u"2026-01-14"_s
        << u"2026-02-04"_s;
    QTest::newRow("BILL-5 after the ladder")
        << FromUntil{{24 * 20, 24 * 40}} << whole << u"2026-01-10"_s << u"2026-02-20"_s;
    QTest::newRow("BILL-5 over, before anything came")
        << FromUntil{{24, 25}} << QStringList{u"2026-01-04"_s, u"2026-01-07"_s, u"2026-01-10"_s}
        << u"2026-01-10"_s << u"2026-01-31"_s;
  }
  void timeThatIsGivenDoesNotCount() {
    using std::chrono::hours;
    QFETCH(const FromUntil, given);
    const auto issued = at(u"2026-01-01T00:00:00Z"_s);
    Course course(issued, u"do_not_honor"_s);
    for (const auto &[from, until] : given)
      course.debt.extensions.push_back({issued + hours(from), issued + hours(until)});
    course.fails(issued);
    course.runUntil(issued + hours(24 * 100));
    QTEST(course.retries, "retries");
    QTEST(course.suspendedOn, "suspendedOn");
    QTEST(course.finalOn, "finalOn");
    for (const auto &[from, until] : given) {
      const auto plan = planDunning(course.policy, course.debt, issued + hours(from));
      QVERIFY(!plan.retry && !plan.suspend && !plan.isFinal);
      QVERIFY(plan.act == DunningAct::Resume);
    }
  }

  /// What is said to come is what comes.
  void theOutlookIsWhatHappens_data() {
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("outlook");
    QTest::newRow("BILL-5 soft")
        << u"do_not_honor"_s
        << u"retry 2026-01-04, retry 2026-01-07, retry 2026-01-10, suspend 2026-01-10, finish 2026-01-31"_s;
    QTest::newRow("BILL-5 hard") << u"lost_card"_s << u"suspend 2026-01-08, finish 2026-01-31"_s;
  }
  void theOutlookIsWhatHappens() {
    QFETCH(const QString, code);
    const auto issued = at(u"2026-01-01T00:00:00Z"_s);
    Course course(issued, code);
    course.fails(issued);
    QStringList outlook;
    for (const auto &stage : dunningOutlook(course.policy, course.debt, true, issued))
      outlook += toString(stage.act) + u' ' + dayOf(stage.at);
    QTEST(outlook.join(u", "_s), "outlook");
    course.runUntil(issued + std::chrono::hours(24 * 100));
    QVERIFY(outlook.contains(u"finish "_s + course.finalOn));
    QVERIFY(outlook.contains(u"suspend "_s + course.suspendedOn));
  }

  /// What was pending and failed later begins its ladder on that day.
  void aLateFailureBeginsTheLadder_data() { golden::addRows({"dunning_stop"}, stopsByPayment); }
  void aLateFailureBeginsTheLadder() {
    const auto json = golden::current();
    Course course(at(u"2026-03-01T00:00:00Z"_s), u"do_not_honor"_s);
    course.debt.failures.push_back(
        {course.debt.issuedAt, at(u"2026-03-04T00:00:00Z"_s), u"do_not_honor"_s, true});
    const auto plan = planDunning(course.policy, course.debt, at(u"2026-03-04T00:00:00Z"_s));
    QVERIFY(plan.isPastDue);
    QVERIFY(!plan.retry);
    QCOMPARE(dayOf(plan.next.value()),
             QString::fromStdString(json["expect"]["first_retry"].get<std::string>()));
  }

private:
  const std::map<std::string, std::string> stopsByPayment{
      {"dun-12", "an invoice paid otherwise is not open: the scenario paid-before-the-retry"}};
};

QTEST_GUILESS_MAIN(TestDunning)
#include "tst_dunning.moc"
