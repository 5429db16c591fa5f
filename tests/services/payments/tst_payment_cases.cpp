// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/services/billing/golden_cases.h"
#include "tests/services/payments/debt.h"

using namespace tenantry;
using namespace tenantry::tests;

/// The golden cases that need a provider: unknown outcomes, keys, and charges that are asked for
/// twice.
class TestPaymentCases : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void anUnknownAttemptLetsNoOtherBegin_data() { golden::addRows({"double_pay"}); } // BILL-4
  void anUnknownAttemptLetsNoOtherBegin() {
    const auto expected = golden::current()["expect"];
    Debt debt(u"times_out"_s);
    const auto first = expect(debt.service().charge(debt.customer, debt.invoice));
    QVERIFY(first->status == AttemptStatus::Unknown);
    static_cast<void>(expect(debt.service().charge(debt.customer, debt.invoice)));
    const bool isRefused = debt.attempts().size() == 1 && debt.wire.charges == 1;
    QCOMPARE(isRefused, expected["attempt2"] == "refused");
    static_cast<void>(expect(debt.service().inquire(debt.customer, first->id)));
    QCOMPARE(debt.latest().paid, debt.latest().total); // each in its own amount
    QCOMPARE(debt.latest().amountDue(), expected["due"].get<std::int64_t>());
    QCOMPARE(debt.balance(), std::int64_t(0));
  }

  void theKeyNamesTheAttempt_data() { golden::addRows({"attempt_keys"}); } // BILL-4
  void theKeyNamesTheAttempt() {
    const auto json = golden::current();
    Debt debt(u"times_out_then:do_not_honor"_s);
    Wire dead(debt.worker.session, Wire::State::Dead);
    QStringList keys;
    const auto tried = [&](const Attempt &attempt) { keys.append(attempt.key); };
    for (const auto &each : json["given"]["tries"]) {
      const auto outcome = each.at(0).get<std::string>();
      if (outcome == "ok")
        expect(debt.service().setMethod(debt.customer, u"Other"_s, u"succeeds"_s));
      auto service = outcome == "timeout" ? debt.serviceOver(dead) : debt.service();
      const auto attempts = debt.attempts();
      const bool asksAgain = !attempts.empty() && attempts.back().isLive();
      tried(asksAgain ? expect(service.inquire(debt.customer, attempts.back().id))
                      : *expect(service.charge(debt.customer, debt.invoice)));
      if (outcome ==
          "declined") // the dead wire has swallowed the request; now it is made and answered
        static_cast<void>(expect(debt.service().inquire(debt.customer, attempts.back().id)));
    }
    QStringList expected;
    for (const auto &key : json["expect"]["keys"])
      expected.append(QString::fromStdString(key.get<std::string>())
                          .replace(u"inv_7"_s, debt.invoice.toString()));
    QCOMPARE(keys, expected);
    QVERIFY(debt.latest().status == billing::InvoiceStatus::Paid);
  }

  void oneKeyIsOneCharge_data() { golden::addRows({"idem"}); }
  void oneKeyIsOneCharge() {
    const auto json = golden::current();
    BillingHouse house;
    SimulatorGateway simulator(house.worker.session);
    QStringList results;
    for (const auto &call : json["given"]["calls"]) {
      const auto key = QString::fromStdString(call.at(0).get<std::string>());
      const bool isNew = simulator.inquire({key, {}, {}, {}}).outcome == ChargeOutcome::NotFound;
      const auto answer =
          simulator.charge({key,
                            u"succeeds"_s,
                            Money(call.at(1).get<std::int64_t>(), *Currency::parse(u"USD"_s)),
                            {}});
      results.append(answer.outcome != ChargeOutcome::Succeeded ? u"error"_s
                     : isNew                                    ? u"created"_s
                                                                : u"replayed"_s);
    }
    QStringList expected;
    for (const auto &result : json["expect"]["results"])
      expected.append(QString::fromStdString(result.get<std::string>()));
    QCOMPARE(results, expected);
    QCOMPARE(house.number("select count(*) from simulator_charge"),
             json["expect"]["charges"].get<std::int64_t>());
  }
};

QTEST_GUILESS_MAIN(TestPaymentCases)
#include "tst_payment_cases.moc"
