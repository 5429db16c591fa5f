// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/ledger_rules.h"

#include "tests/services/billing/golden_cases.h"

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::billing;
using golden::Amounts;

namespace {

using Balances = std::map<std::string, std::int64_t>;

/// Posts entries and sees that they sum to zero.
void post(Balances &balances, const LedgerEntries &entries) {
  std::int64_t sum = 0;
  for (const auto &entry : entries) {
    balances[std::string(business::toWord(entry.account))] += entry.amount;
    sum += entry.amount;
    QVERIFY(entry.amount != 0);
  }
  QCOMPARE(sum, 0);
}

ComposedInvoice invoiceOf(const std::vector<std::pair<LineKind, std::int64_t>> &amounts,
                          int percentTax = 0) {
  std::vector<DraftLine> lines;
  for (const auto &[kind, amount] : amounts) {
    DraftLine line;
    line.kind = kind;
    line.amount = amount;
    lines.push_back(line);
  }
  return compose(lines, {}, business::TaxRate{u"DE"_s, QString(), percentTax, false, false});
}

void withoutZeros(Balances &balances) {
  std::erase_if(balances, [](const auto &each) { return each.second == 0; });
}

} // namespace

class TestLedgerRules : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void onePaidInvoice_data() { golden::addRows({"ledger"}); } // BILL-6
  void onePaidInvoice() {
    const auto each = golden::current();
    const auto &given = each.at("given");
    const auto invoice = invoiceOf({{LineKind::Plan, given.at("net")}}, 10);
    QCOMPARE(invoice.tax, given.at("tax").get<std::int64_t>());
    Balances balances;
    post(balances, invoiceFinalized(invoice));
    post(balances, balanceApplied(given.at("balance_used")));
    post(balances, paymentReceived(splitOverDue(given.at("card"), given.at("card"))));
    auto expected = each.at("expect").at("entries").get<Balances>();
    auto deferred = expected.extract("revenue_deferred");
    deferred.key() = "deferred_revenue";
    expected.insert(std::move(deferred));
    QCOMPARE(balances, expected);
  }

  void theBalanceIsTheSumOfItsMovements_data() { golden::addRows({"balance_run"}); }
  void theBalanceIsTheSumOfItsMovements() {
    const auto each = golden::current();
    Balances ledger{{"customer_balance", -each.at("given").at("opening").get<std::int64_t>()}};
    Amounts balances;
    for (const auto &entry : each.at("given").at("entries")) {
      const auto amount = entry.get<std::int64_t>();
      post(ledger, amount >= 0 ? paymentReceived({0, amount}) : balanceApplied(-amount));
      balances.push_back(-ledger["customer_balance"]);
    }
    QCOMPARE(balances, each.at("expect").at("balances").get<Amounts>());
  }

  void aVoidInvoiceGivesItsBalanceBack_data() { golden::addRows({"void_restores"}); }
  void aVoidInvoiceGivesItsBalanceBack() {
    const auto each = golden::current();
    const auto invoice = invoiceOf({{LineKind::Plan, each.at("given").at("invoice")}});
    const auto applied = each.at("given").at("balance_applied").get<std::int64_t>();
    Balances ledger;
    post(ledger, invoiceFinalized(invoice));
    post(ledger, balanceApplied(applied));
    post(ledger, revenueRecognized(700));
    post(ledger, balanceGivenBack(applied));
    post(ledger, invoiceVoided(invoice, 700));
    withoutZeros(ledger);
    QVERIFY(ledger.empty());
  }

  void aCreditMeetsWhatIsDueFirst_data() { golden::addRows({"cn_split"}); }
  void aCreditMeetsWhatIsDueFirst() {
    const auto each = golden::current();
    const auto &given = each.at("given");
    const auto due = given.at("total").get<std::int64_t>() - given.at("paid").get<std::int64_t>();
    const auto split = splitOverDue(given.at("credit"), due);
    QCOMPARE(split.reducesDue, each.at("expect").at("reduces_due").get<std::int64_t>());
    QCOMPARE(split.toBalance, each.at("expect").at("to_balance_or_refund").get<std::int64_t>());
    QCOMPARE(due - split.reducesDue, each.at("expect").at("due_after").get<std::int64_t>());
  }

  void overpaymentGoesToTheBalance_data() { golden::addRows({"payments"}); }
  void overpaymentGoesToTheBalance() {
    const auto each = golden::current();
    auto due = each.at("given").at("total").get<std::int64_t>();
    Balances ledger;
    Amounts open, toBalance;
    for (const auto &payment : each.at("given").at("payments")) {
      const auto split = splitOverDue(payment, due);
      post(ledger, paymentReceived(split));
      due -= split.reducesDue;
      open.push_back(due);
      toBalance.push_back(split.toBalance);
    }
    QCOMPARE(open, each.at("expect").at("due").get<Amounts>());
    QCOMPARE(toBalance, each.at("expect").at("to_balance").get<Amounts>());
    QCOMPARE(-ledger["customer_balance"], toBalance.back());
  }

  void theBalancePaysTheOldestFirst_data() { golden::addRows({"apply_balance"}); }
  void theBalancePaysTheOldestFirst() {
    const auto each = golden::current();
    std::vector<OpenInvoice> invoices;
    for (const auto &invoice : each.at("given").at("invoices"))
      invoices.push_back(
          {golden::day(invoice.at("date")), invoice.at("due"), invoice.value("pending", false)});
    auto left = each.at("given").at("credit").get<std::int64_t>();
    const auto paid = applyBalance(left, invoices);
    Balances applied;
    for (std::size_t i = 0; i < paid.size(); ++i) {
      left -= paid[i];
      applied[each.at("given").at("invoices").at(i).at("id")] = paid[i];
    }
    withoutZeros(applied);
    QCOMPARE(applied, each.at("expect").at("applied").get<Balances>());
    QCOMPARE(left, each.at("expect").at("left").get<std::int64_t>());
  }

  // Credit notes and prepaid money are both the one balance here, met one after the other.
  void theBalancePaysAfterTax_data() { golden::addRows({"waterfall"}); }
  void theBalancePaysAfterTax() {
    const auto each = golden::current();
    const auto &given = each.at("given");
    const auto &expect = each.at("expect");
    auto due =
        given.at("net_after_discount").get<std::int64_t>() + given.at("tax").get<std::int64_t>();
    QCOMPARE(due, expect.at("after_tax").get<std::int64_t>());
    due -= splitOverDue(given.at("credit_notes"), due).reducesDue;
    QCOMPARE(due, expect.at("after_credit_notes").get<std::int64_t>());
    const auto prepaid = splitOverDue(given.at("prepaid"), due);
    QCOMPARE(due - prepaid.reducesDue, expect.at("due").get<std::int64_t>());
    QCOMPARE(prepaid.toBalance, expect.value("prepaid_left", std::int64_t{0}));
  }

  void whatIsSoldInAdvanceIsDeferred() {
    const auto invoice = invoiceOf({{LineKind::ProrationCredit, -500},
                                    {LineKind::ProrationCharge, 2000},
                                    {LineKind::Usage, 300},
                                    {LineKind::OneOff, 200}},
                                   20);
    Balances ledger;
    post(ledger, invoiceFinalized(invoice));
    QCOMPARE(ledger, (Balances{{"receivable", 2500},
                               {"deferred_revenue", -1500},
                               {"revenue", -500},
                               {"tax_payable", -500}}));
  }

  void aCreditNoteTakesBackWhatItCredits() {
    auto note = invoiceOf({{LineKind::Usage, -400}}, 0);
    DraftLine plan;
    plan.kind = LineKind::ProrationCredit;
    plan.amount = -1000;
    plan.discountShare = 100;
    plan.taxShare = -171;
    note = compose({note.lines.front(), plan}, {}, {});
    QCOMPARE(note.total, -1471);
    Balances ledger;
    post(ledger, creditNoteIssued(note, splitOverDue(-note.total, 471)));
    QCOMPARE(ledger, (Balances{{"receivable", -471},
                               {"customer_balance", -1000},
                               {"deferred_revenue", 900},
                               {"revenue", 400},
                               {"tax_payable", 171}}));
  }

  void refundsAndLossesHaveTheirAccounts() {
    Balances ledger;
    post(ledger, paymentRefunded(1190, 190));
    post(ledger, invoiceWrittenOff(50));
    post(ledger, balanceAdjusted(30));
    post(ledger, balancePaidOut(7));
    QCOMPARE(ledger, (Balances{{"refunds", 1030},
                               {"tax_payable", 190},
                               {"cash", -1197},
                               {"bad_debt", 50},
                               {"receivable", -50},
                               {"customer_balance", -23}}));
    QVERIFY(paymentRefunded(0, 0).empty());
  }

  void aTransactionThatDoesNotSumIsABug() {
    auto invoice = invoiceOf({{LineKind::Plan, 100}});
    ++invoice.total;
    QVERIFY_THROWS_EXCEPTION(ProgrammingError, static_cast<void>(invoiceFinalized(invoice)));
  }

  void recognitionSumsToTheLine() { // BILL-6
    const DayRange year{golden::day("2026-01-31"), golden::day("2027-01-31")};
    for (const std::int64_t net : {49000, -49000, 1, 365}) {
      std::int64_t recognized = 0;
      for (auto until = year.from - std::chrono::days(5); until < year.to + std::chrono::days(40);
           until += std::chrono::days(30))
        recognized += recognizable(net, year, until, recognized);
      QCOMPARE(recognized, net);
    }
    QCOMPARE(recognizable(36500, year, year.from + std::chrono::days(10), 0), 1000);
  }

  void casesOfModesThatAreNotOffered() {
    golden::printLeft({{"bal-06", "grants that expire: there is one balance"}});
  }
};

QTEST_GUILESS_MAIN(TestLedgerRules)
#include "tst_ledger_rules.moc"
