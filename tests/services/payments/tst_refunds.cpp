// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/corrections.h"
#include "services/billing/one_off.h"
#include "services/payments/adjustment.h"
#include "services/payments/credits.h"
#include "services/payments/refunds.h"
#include "services/payments/transfers.h"
#include "tests/services/billing/golden_cases.h"
#include "tests/services/payments/debt.h"
#include <functional>
#include <thread>

using namespace tenantry;
using namespace tenantry::tests;

/// Money given back, and transfers as they are received by hand (BILL-6).
class TestRefunds : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void noMoreThanIsLeftOfAPayment_data() { golden::addRows({"refund_cap"}); }
  void noMoreThanIsLeftOfAPayment();
  void thePreviewIsWhatIsDone();
  void whatChangedSinceThePreviewIsRefused();
  void aChargeGoesBackThroughTheProviderOnce_data();
  void aChargeGoesBackThroughTheProviderOnce();
  void aSilentProviderIsAskedAgainUnderTheSameKey();
  void declinedNothingIsBooked();
  void twoAtOnceGiveBackNoMoreThanWasPaid();
  void theDatabaseRefusesMoreThanWasPaid();
  void aTransferGoesBackByHand();
  void theBalanceThatPaidIsNotGivenBack();
  void whatIsRecordedTwiceIsReceivedOnce();
  void whatIsCreditedOrGivenBackTwiceIsDoneOnce();
  void aTransferInAnotherCurrencyIsRefused();
  void aTransferOfNoInvoicePaysWhatIsOpen();
  void aDraftIsCalledByWhatItComesTo_data();
  void aDraftIsCalledByWhatItComesTo();
  void whatIsChargedOnceWasNotPaidAsADraft();
  void cleanupTestCase() { m_reviewed.reset(); }

private:
  std::unique_ptr<BillingHouse> m_reviewed;
};

namespace {

struct Paid : Debt {
  explicit Paid(const QString &behaviour = u"succeeds"_s) : Debt(behaviour) {
    const auto attempt = expect(service().charge(customer, invoice));
    if (attempt && attempt->isLive())
      static_cast<void>(expect(service().inquire(customer, attempt->id)));
  }
  Refunds refunds() { return {worker.session, worker.business}; }
  Refund back(std::int64_t amount) {
    return expect(refunds().act({customer, invoice, amount, u"because"_s})).front();
  }
  std::int64_t account(const QString &name) {
    const auto ledger = expect(worker.invoices().ledger(customer));
    return ledger.contains(name) ? ledger.at(name).begin()->second : 0;
  }
  std::int64_t givenBack() {
    return number("select coalesce(sum(amount), 0)::bigint from simulator_refund where outcome = "
                  "'succeeded'");
  }
};

} // namespace

void TestRefunds::noMoreThanIsLeftOfAPayment() {
  const auto json = golden::current();
  InvoicePayment payment;
  payment.applied = json["given"]["payment"];
  payment.received = payment.applied;
  payment.refunded = json["given"]["refunded"];
  const std::int64_t wanted = json["given"]["request"];
  std::int64_t given = 0;
  for (const auto &part : spreadRefund(wanted, {payment}))
    given += part.amount;
  QCOMPARE(given, json["expect"]["max"].get<std::int64_t>());
  QCOMPARE(given == wanted, json["expect"]["accepted"].get<bool>());
}

void TestRefunds::thePreviewIsWhatIsDone() {
  Paid paid;
  const RefundRequest request{paid.customer, paid.invoice, 5'000, u"goodwill"_s};
  const auto seen = expect(paid.refunds().preview(request));
  QCOMPARE(seen.refundable, fee);
  QCOMPARE(seen.parts.size(), 1u);
  QCOMPARE(paid.number("select count(*) from refund"), std::int64_t(0));
  const auto made = expect(paid.refunds().act(request, seen.digest())).front();
  QVERIFY(made.status == RefundStatus::Pending && !made.isByHand);
  QCOMPARE(paid.account(u"cash"_s), fee); // nothing is booked before it is known
  const auto known = expect(paid.refunds().follow(paid.wire, paid.customer, made.id));
  QVERIFY(known.status == RefundStatus::Succeeded);
  QVERIFY(known.creditNote.startsWith(u"CN-"_s));
  QCOMPARE(paid.latest().paid, fee - 5'000);
  QCOMPARE(paid.latest().credited, std::int64_t(5'000));
  QVERIFY(paid.latest().status == billing::InvoiceStatus::Paid);
  QCOMPARE(paid.account(u"cash"_s), fee - 5'000);
  QCOMPARE(paid.account(u"refunds"_s), std::int64_t(5'000));
  QCOMPARE(paid.balance(), std::int64_t(0));
  QCOMPARE(paid.told("payment.refunded"), std::int64_t(1));
  const auto money = expect(moneyOf(paid.worker.session, paid.customer, paid.invoice));
  QCOMPARE(money.payments.front().refunded, std::int64_t(5'000));
  QCOMPARE(money.refunds.front().reason, u"goodwill"_s);
}

void TestRefunds::whatChangedSinceThePreviewIsRefused() {
  Paid paid;
  const RefundRequest request{paid.customer, paid.invoice, fee - 100, {}};
  const auto seen = expect(paid.refunds().preview(request));
  expect(paid.service().receiveTransfer(paid.customer, paid.invoice, 100, u"more"_s));
  QVERIFY(paid.refunds().act(request, u"another"_s).error().code == u"payment.picture_changed"_s);
  QVERIFY(paid.refunds().act(request, seen.digest()));
  QCOMPARE(paid.refunds().act(request, seen.digest()).error().code,
           u"payment.refund_exceeds_paid"_s);
}

void TestRefunds::aChargeGoesBackThroughTheProviderOnce_data() {
  QTest::addColumn<int>("state");
  QTest::addColumn<int>("again");
  QTest::newRow("killed after the provider had done it")
      << static_cast<int>(Wire::State::KilledAfter) << 0;
  QTest::newRow("killed before the provider had heard of it")
      << static_cast<int>(Wire::State::KilledBefore) << 1;
}

void TestRefunds::aChargeGoesBackThroughTheProviderOnce() {
  QFETCH(int, state);
  Paid paid;
  const auto refund = paid.back(7'000);
  Wire broken(paid.worker.session, static_cast<Wire::State>(state));
  bool killed = false;
  try {
    static_cast<void>(paid.refunds().follow(broken, paid.customer, refund.id));
  } catch (const Wire::Killed &) {
    killed = true;
  }
  QVERIFY(killed);
  QCOMPARE(paid.account(u"cash"_s), fee);
  for (int i = 0; i < 2; ++i)
    QVERIFY(expect(paid.refunds().follow(paid.wire, paid.customer, refund.id)).status ==
            RefundStatus::Succeeded);
  QTEST(paid.wire.refunds, "again");
  QCOMPARE(paid.givenBack(), std::int64_t(7'000));
  QCOMPARE(paid.account(u"cash"_s), fee - 7'000);
}

void TestRefunds::aSilentProviderIsAskedAgainUnderTheSameKey() {
  Paid paid;
  const auto refund = paid.back(7'000);
  Wire dead(paid.worker.session, Wire::State::Dead);
  for (int asked = 1; asked <= 3; ++asked) {
    const auto unknown = expect(paid.refunds().follow(dead, paid.customer, refund.id));
    QVERIFY(unknown.status == RefundStatus::Unknown);
    QCOMPARE(unknown.inquiries, asked);
    QCOMPARE(unknown.key, refund.key);
  }
  QCOMPARE(dead.refunds, 0);
  QCOMPARE(payments::Credits(paid.worker.session, paid.worker.business)
               .act({paid.customer, paid.invoice, 100, {}})
               .error()
               .code,
           u"payment.refund_running"_s);
  QVERIFY(expect(paid.refunds().follow(paid.wire, paid.customer, refund.id)).status ==
          RefundStatus::Succeeded);
  QCOMPARE(paid.givenBack(), std::int64_t(7'000));
}

void TestRefunds::declinedNothingIsBooked() {
  Paid paid;
  const auto refund = paid.back(fee);
  // The provider gave it back some other way: a person did so at its own desk.
  expect(paid.worker.database->adHoc(
      "insert into simulator_refund (idempotency_key, charge_key, amount, outcome, refunded_at) "
      "select 'desk', idempotency_key, amount, 'succeeded', now() from simulator_charge"));
  const auto failed = expect(paid.refunds().follow(paid.wire, paid.customer, refund.id));
  QVERIFY(failed.status == RefundStatus::Failed);
  QCOMPARE(failed.declineCode, u"charge_already_refunded"_s);
  QCOMPARE(paid.account(u"cash"_s), fee);
  QCOMPARE(paid.latest().paid, fee);
  QCOMPARE(paid.told("payment.refund_failed"), std::int64_t(1));
  QCOMPARE(expect(paid.refunds().most(paid.customer, paid.invoice)).minor(), fee); // free again
}

void TestRefunds::twoAtOnceGiveBackNoMoreThanWasPaid() {
  Paid paid;
  std::atomic<int> done = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i)
    threads.emplace_back([&] {
      Worker worker(paid.test, paid.clock);
      if (Refunds(worker.session, worker.business)
              .act({paid.customer, paid.invoice, fee / 2, u"twice"_s}))
        ++done;
    });
  for (auto &thread : threads)
    thread.join();
  QCOMPARE(done.load(), 2);
  QCOMPARE(paid.number("select sum(amount)::bigint from refund"), fee);
}

// Whoever writes: the rule stands in the database, too.
void TestRefunds::theDatabaseRefusesMoreThanWasPaid() {
  Paid paid;
  static_cast<void>(paid.back(fee));
  const auto more = paid.worker.database->adHoc(
      "insert into refund (organization_id, refund_id, payment_id, invoice_id, channel, "
      "idempotency_key, amount, currency, status, created_at) select organization_id, "
      "gen_random_uuid(), payment_id, invoice_id, channel, 'other', 1, currency, status, "
      "created_at "
      "from refund");
  QVERIFY(!more);
  QCOMPARE(more.error().code, u"payment.refund_exceeds_paid"_s);
}

void TestRefunds::aTransferGoesBackByHand() {
  Paid paid{QString()};
  expect(paid.service().receiveTransfer(paid.customer, paid.invoice, 9'900, u"bank"_s));
  const auto refund = paid.back(9'900);
  QVERIFY(refund.isByHand && refund.status == RefundStatus::Succeeded);
  QVERIFY(paid.latest().status == billing::InvoiceStatus::Open); // what was due stays due
  QCOMPARE(paid.latest().amountDue(), fee - 9'900);
  QCOMPARE(paid.account(u"cash"_s), std::int64_t(0));
  QCOMPARE(paid.account(u"receivable"_s), fee - 9'900);
  QCOMPARE(paid.number("select count(*) from job where kind = 'payment.refund'"), std::int64_t(0));
  QCOMPARE(paid.refunds().preview({paid.customer, paid.invoice, 1, {}}).error().code,
           u"payment.refund_exceeds_paid"_s);
}

void TestRefunds::theBalanceThatPaidIsNotGivenBack() {
  Debt debt;
  expect(adjustBalance(debt.worker.session, debt.worker.business, debt.customer,
                       Money(fee, debt.latest().currency), u"gift"_s));
  QVERIFY(debt.latest().status == billing::InvoiceStatus::Paid);
  QCOMPARE(Refunds(debt.worker.session, debt.worker.business)
               .preview({debt.customer, debt.invoice, 1, {}})
               .error()
               .code,
           u"payment.refund_exceeds_paid"_s);
}

void TestRefunds::whatIsRecordedTwiceIsReceivedOnce() {
  Debt debt;
  Transfers transfers(debt.worker.session, debt.worker.business);
  const Transfer transfer{debt.customer, debt.invoice, Money(9'900, debt.latest().currency),
                          u"bank"_s, makeId<PaymentId>(debt.clock.now())};
  const auto seen = expect(transfers.preview(transfer));
  QCOMPARE(seen.dueAfter(), fee - 9'900);
  QCOMPARE(transfers.act(transfer, u"other"_s).error().code, u"payment.picture_changed"_s);
  for (int i = 0; i < 2; ++i)
    static_cast<void>(expect(transfers.act(transfer, seen.digest())));
  QCOMPARE(debt.latest().paid, std::int64_t(9'900));
  QCOMPARE(debt.number("select count(*) from payment"), std::int64_t(1));
  QCOMPARE(debt.told("payment.received"), std::int64_t(1));
}

void TestRefunds::whatIsCreditedOrGivenBackTwiceIsDoneOnce() {
  Paid paid;
  payments::Credits credits(paid.worker.session, paid.worker.business);
  const auto note = makeId<CreditNoteId>(paid.clock.now());
  const payments::CreditRequest credit{paid.customer, paid.invoice, 700, u"because"_s, note};
  const auto seen = billing::digestOf(expect(credits.preview(credit)));
  QVERIFY(!expect(credits.knows(paid.customer, note)));
  const auto first = expect(credits.act(credit, seen));
  QVERIFY(expect(credits.knows(paid.customer, note)));
  QCOMPARE(expect(credits.act(credit, seen)).number, first.number);
  QCOMPARE(paid.balance(), std::int64_t(700));

  const RefundRequest back{paid.customer, paid.invoice, 500, u"because"_s,
                           makeId<RefundId>(paid.clock.now())};
  const auto shown = expect(paid.refunds().preview(back)).digest();
  QVERIFY(!expect(paid.refunds().knows(paid.customer, back.id)));
  for (int sent = 0; sent < 2; ++sent)
    QVERIFY(expect(paid.refunds().act(back, shown)).front().id == back.id);
  QVERIFY(expect(paid.refunds().knows(paid.customer, back.id)));
  QCOMPARE(paid.number("select count(*) from refund"), std::int64_t(1));
}

void TestRefunds::aTransferInAnotherCurrencyIsRefused() {
  Debt debt;
  Transfers transfers(debt.worker.session, debt.worker.business);
  QCOMPARE(
      transfers.act({debt.customer, debt.invoice, Money(100, *Currency::parse(u"EUR"_s)), {}, {}})
          .error()
          .code,
      u"payment.wrong_currency"_s);
}

void TestRefunds::aTransferOfNoInvoicePaysWhatIsOpen() {
  Debt debt;
  Transfers transfers(debt.worker.session, debt.worker.business);
  static_cast<void>(expect(transfers.act(
      {debt.customer, {}, Money(fee + 50, debt.latest().currency), u"account"_s, {}})));
  QVERIFY(debt.latest().status == billing::InvoiceStatus::Paid);
  QCOMPARE(debt.latest().balanceApplied, fee);
  QCOMPARE(debt.balance(), std::int64_t(50));
  QCOMPARE(debt.wrong(), QString());
}

using Act =
    std::function<Result<>(BillingHouse &, const OrganizationId &, const billing::Invoice &)>;

void TestRefunds::aDraftIsCalledByWhatItComesTo_data() {
  QTest::addColumn<Act>("act");
  QTest::addColumn<QString>("code");
  const auto row = [](const char *name, Act act, const QString &code = u"invoice.not_open"_s) {
    QTest::newRow(name) << std::move(act) << code;
  };
  row("BILL-2 written off", [](auto &house, const auto &id, const auto &draft) {
    return house.worker.invoices().writeOff(id, draft.id);
  });
  row("BILL-2 voided", [](auto &house, const auto &id, const auto &draft) {
    return billing::Corrections(house.worker.session, house.worker.business)
        .voidInvoice(id, draft.id);
  });
  row("BILL-5 credited", [](auto &house, const auto &id, const auto &draft) -> Result<> {
    TENANTRY_CHECK(billing::Corrections(house.worker.session, house.worker.business)
                       .previewCredit(id, draft.id, 100));
    return {};
  });
  row("BILL-5 refunded by a note", [](auto &house, const auto &id, const auto &draft) -> Result<> {
    TENANTRY_CHECK(billing::Corrections(house.worker.session, house.worker.business)
                       .planRefund(id, draft.id, 100, u"because"_s));
    return {};
  });
  row(
      "BILL-6 given back",
      [](auto &house, const auto &id, const auto &draft) -> Result<> {
        TENANTRY_CHECK(Refunds(house.worker.session, house.worker.business)
                           .preview({id, draft.id, 100, u"because"_s}));
        return {};
      },
      u"payment.refund_exceeds_paid"_s);
  row("BILL-6 paid by a transfer", [](auto &house, const auto &id, const auto &draft) -> Result<> {
    TENANTRY_CHECK(Transfers(house.worker.session, house.worker.business)
                       .preview({id, draft.id, Money(100, draft.currency), u"wire"_s}));
    return {};
  });
}

void TestRefunds::aDraftIsCalledByWhatItComesTo() {
  QFETCH(Act, act);
  if (!m_reviewed) { // nothing is changed in it
    m_reviewed = std::make_unique<BillingHouse>(business::Finalize::Review);
    m_reviewed->subscribe(m_reviewed->organization());
    m_reviewed->runAll();
  }
  const auto rows =
      expect(m_reviewed->worker.database->adHoc("select organization_id from invoice"));
  const auto id = rows[0].get<OrganizationId>(0);
  const auto draft = expect(m_reviewed->worker.invoices().ofOrganization(id)).back();
  const auto refused = act(*m_reviewed, id, draft);
  QVERIFY(!refused);
  QTEST(refused.error().code, "code");
  QCOMPARE(refused.error().message,
           u"The draft of 199.00 USD for One has not been issued yet; finalize it first."_s);
}

/// BILL-6: its lines have no days until it is issued.
void TestRefunds::whatIsChargedOnceWasNotPaidAsADraft() {
  BillingHouse house(business::Finalize::Review);
  auto &worker = house.worker;
  const billing::OneOffRequest request{house.organization(),
                                       {},
                                       {{u"Workshop"_s, Rational(1), Rational(900)}},
                                       makeId<InvoiceId>(house.clock.now())};
  const auto draft = expect(billing::OneOffCharges(worker.session, worker.business).act(request));
  const auto refused = Refunds(worker.session, worker.business)
                           .preview({request.organization, draft.id, 100, u"because"_s});
  QVERIFY(!refused);
  QCOMPARE(refused.error().code, u"payment.refund_exceeds_paid"_s);
}

QTEST_GUILESS_MAIN(TestRefunds)
#include "tst_refunds.moc"
