// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/books.h"
#include "services/billing/closing_history.h"
#include "services/billing/reopening.h"
#include "tests/services/billing/billing_house.h"
#include "tests/support/code_of.h"

using namespace tenantry;
using namespace tenantry::tests;
using namespace tenantry::billing;
using std::chrono::year;

/// BILL-6: who closed and reopened months, and what opening one again comes to. 31 January, 10:00.
class TestClosing : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void BILL_6_whoClosedAndReopenedIsKept();
  void BILL_6_reopeningIsPreviewed();

private:
  static constexpr auto january = year(2026) / 1, february = year(2026) / 2, march = year(2026) / 3;
};

void TestClosing::BILL_6_whoClosedAndReopenedIsKept() {
  BillingHouse house;
  auto &session = house.worker.session;
  auto &business = house.worker.business;
  QVERIFY(expect(closingHistory(session)).empty());
  house.clock.set(*parseInstant(u"2026-03-02T10:00:00Z"_s));
  expect(closeMonth(session, business, january));
  house.clock.set(*parseInstant(u"2026-03-03T10:00:00Z"_s));
  expect(closeMonth(session, business, february));
  house.clock.set(*parseInstant(u"2026-03-04T10:00:00Z"_s));
  expect(reopenMonth(session, february, u" an invoice was forgotten "_s));
  const auto history = expect(closingHistory(session));
  QCOMPARE(history.size(), std::size_t(3));
  const auto line = [](const BookClosing &one) {
    return u"%1 %2 %3 %4 %5 %6"_s.arg(one.isReopening ? u"reopened"_s : u"closed"_s,
                                      toIso(firstDayOf(one.month())).left(7), toIso(one.through),
                                      toIso(one.at), one.actor, one.reason);
  };
  QCOMPARE(line(history[0]), u"reopened 2026-02 2026-01-31 2026-03-04T10:00:00Z %1 an invoice was "
                             "forgotten"_s.arg(session.actor));
  QCOMPARE(line(history[1]),
           u"closed 2026-02 2026-02-28 2026-03-03T10:00:00Z %1 "_s.arg(session.actor));
  QVERIFY(history[2].month() == january && !history[2].before);
  QVERIFY(history[0].concerns(february) && !history[0].concerns(january));
  QVERIFY(history[1].concerns(february) && !history[1].concerns(january));
  QVERIFY(history[2].concerns(january) && !history[2].concerns(february));
  QVERIFY(history[2].concerns(year(2025) / 12)); // closed with it
}

void TestClosing::BILL_6_reopeningIsPreviewed() {
  BillingHouse house;
  auto &session = house.worker.session;
  auto &business = house.worker.business;
  house.subscribe(house.organization());
  house.runAll();
  house.clock.set(*parseInstant(u"2026-04-02T10:00:00Z"_s));
  house.runAll();
  QCOMPARE(codeOf(previewReopening(session, january)), u"ledger.not_closed"_s);
  expect(closeMonth(session, business, february));
  const auto seen = expect(previewReopening(session, january));
  QVERIFY((seen.months == std::vector{january, february}));
  QVERIFY(seen.entries > 0);
  QCOMPARE(seen.entries,
           house.number("select count(*) from ledger_entry where business_day < '2026-03-01'"));
  QCOMPARE(toIso(seen.before), u"2026-02-28"_s);
  // Before anything was booked there are no months.
  QVERIFY(expect(previewReopening(session, year(2020) / 1)).months == seen.months);
  const auto later = expect(previewReopening(session, february));
  QVERIFY(later.months == std::vector{february} && later.digest() != seen.digest());
  expect(closeMonth(session, business, march));
  QCOMPARE(codeOf(reopenMonth(session, january, u"why"_s, seen.digest())),
           u"ledger.picture_changed"_s); // March is opened with it
  const auto now = expect(previewReopening(session, january));
  QCOMPARE(now.months.size(), std::size_t(3));
  QCOMPARE(expect(reopenMonth(session, january, u"why"_s, now.digest())), now.through);
}

QTEST_GUILESS_MAIN(TestClosing)
#include "tst_closing.moc"
