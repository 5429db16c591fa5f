// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/billing/money_act.h"
#include "tests/services/payments/debt.h"

#include <QSignalSpy>

using namespace tenantry;
using namespace tenantry::tests;
using models::MoneyAct;

namespace {

template <class Settings> Settings named(Settings settings) {
  settings.applicationName = u"console"_s;
  return settings;
}

} // namespace

/// An amount typed in the console and what becomes of it (BILL-2, BILL-6), with a connection that
/// is lost in the middle.
class TestMoneyAct : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void whatWasSentIsAskedAboutAndDoneOnce_data();
  void whatWasSentIsAskedAboutAndDoneOnce();
  void whatChangedIsShownAnew();
  void aVoidInvoiceIsIssuedAgainOnce();

private:
  struct Console {
    Console() {
      expect(debt.service().receiveTransfer(debt.customer, debt.invoice, 10'000, u"first"_s));
    }
    [[nodiscard]] bool isWaiting() const {
      return !expect(
                  watcher->adHoc(
                      "select true from pg_stat_activity where wait_event_type = "
                      "'Lock' and application_name = 'console' and datname = current_database()"))
                  .isEmpty();
    }
    Debt debt;
    std::unique_ptr<store::Database> watcher = debt.test.connect();
    models::Connection connection{named(debt.test.settings()), debt.clock, u"test"_s};
  };
};

void TestMoneyAct::whatWasSentIsAskedAboutAndDoneOnce_data() {
  QTest::addColumn<MoneyAct::Kind>("kind");
  QTest::addColumn<QByteArray>("made");
  QTest::newRow("credit") << MoneyAct::Kind::Credit << QByteArray("credit_note");
  QTest::newRow("payment") << MoneyAct::Kind::Receive << QByteArray("payment");
  QTest::newRow("refund") << MoneyAct::Kind::Refund << QByteArray("refund");
}

void TestMoneyAct::whatWasSentIsAskedAboutAndDoneOnce() {
  QFETCH(MoneyAct::Kind, kind);
  QFETCH(QByteArray, made);
  Console console;
  auto &debt = console.debt;
  const auto count = [&] { return debt.number("select count(*) from " + made); };
  const auto before = count();
  MoneyAct act(console.connection, kind, debt.latest());
  QSignalSpy previewed(&act, &MoneyAct::previewed), refused(&act, &MoneyAct::refused),
      done(&act, &MoneyAct::done);
  act.preview(500);
  QTRY_VERIFY(act.shown());

  // It waits for somebody else when the connection is lost: nothing was done.
  auto holder = debt.test.connect();
  expect(holder->script("begin; lock table organization_head in exclusive mode"));
  act.confirm(u"because"_s);
  QTRY_VERIFY(console.isWaiting());
  expect(console.watcher->script("select pg_terminate_backend(pid) from pg_stat_activity where "
                                 "application_name = 'console' and datname = current_database()"));
  QTRY_COMPARE(refused.size(), 1);
  expect(holder->script("rollback"));
  QTRY_VERIFY_WITH_TIMEOUT(act.shown(), 20'000);
  QCOMPARE(count(), before);
  QCOMPARE(done.size(), 0);

  act.confirm(u"because"_s);
  QTRY_COMPARE(done.size(), 1);
  QCOMPARE(count(), before + 1);

  // Where the answer to that was lost, the same amount is found to be done.
  act.preview(500);
  QTRY_COMPARE(done.size(), 2);
  QVERIFY(!act.shown());
  act.preview(600); // another is another
  QTRY_VERIFY(act.shown());
  act.confirm(u"because"_s);
  QTRY_COMPARE(done.size(), 3);
  QCOMPARE(count(), before + 2);
}

void TestMoneyAct::whatChangedIsShownAnew() {
  Console console;
  auto &debt = console.debt;
  MoneyAct act(console.connection, MoneyAct::Kind::Credit, debt.latest());
  QSignalSpy outdated(&act, &MoneyAct::outdated);
  act.preview(fee);
  QTRY_VERIFY(act.shown());
  auto holder = debt.test.connect();
  expect(holder->script("begin; lock table organization_head in exclusive mode"));
  act.confirm(u"because"_s);
  QTRY_VERIFY(console.isWaiting());
  expect(holder->adHoc("update invoice set paid = paid + 100"));
  expect(holder->script("commit"));
  QTRY_COMPARE(outdated.size(), 1);
  QTRY_VERIFY(act.shown());
  QCOMPARE(std::get<models::CreditPicture>(*act.shown()).note.note->toBalance,
           std::int64_t(10'100));
  QCOMPARE(debt.number("select count(*) from credit_note"), std::int64_t(0));
}

void TestMoneyAct::aVoidInvoiceIsIssuedAgainOnce() {
  Debt debt;
  expect(payments::Voids(debt.worker.session, debt.worker.business)
             .act({debt.customer, debt.invoice, u"Wrong address"_s}));
  models::Connection connection(debt.test.settings(), debt.clock, u"test"_s);
  const auto voided = debt.latest();
  MoneyAct act(connection, MoneyAct::Kind::Again, voided);
  QSignalSpy done(&act, &MoneyAct::done);
  act.preview(fee);
  QTRY_VERIFY(act.shown());
  QCOMPARE(std::get<models::AgainPicture>(*act.shown()).sheet.invoice.total, fee);
  QVERIFY(!act.issued().again);
  act.confirm({});
  QTRY_COMPARE(done.size(), 1);
  const auto number = act.issued().againNumber;
  QVERIFY(!number.isEmpty() && number != voided.number);

  // Where the answer to that was lost, it is found to be done, and which one it is.
  act.preview(fee);
  QTRY_COMPARE(done.size(), 2);
  QCOMPARE(act.issued().againNumber, number);
  QCOMPARE(debt.number("select count(*) from invoice"), std::int64_t(2));

  MoneyAct other(connection, MoneyAct::Kind::Again, voided);
  QSignalSpy refused(&other, &MoneyAct::refused);
  other.preview(fee);
  QTRY_COMPARE(refused.size(), 1);
  QCOMPARE(refused.front().front().value<Error>().code, u"invoice.issued_again"_s);
}

QTEST_GUILESS_MAIN(TestMoneyAct)
#include "tst_money_act.moc"
