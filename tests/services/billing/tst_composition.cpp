// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/composition.h"
#include "services/billing/credit.h"
#include "services/billing/proration.h"

#include "tests/services/billing/golden_cases.h"

#include <numeric>
#include <random>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::billing;
using catalog::AppliedDiscount;
using golden::Amounts;
using golden::Json;

namespace {

business::TaxRate rateOf(const Rational &percent, bool inclusive = false) {
  return {u"DE"_s, QString(), percent, inclusive, false};
}

DraftLine lineOf(LineKind kind, std::int64_t amount, std::optional<business::TaxRate> rate = {}) {
  DraftLine line;
  line.kind = kind;
  line.item = u"plan"_s;
  line.amount = amount;
  line.rate = std::move(rate);
  return line;
}

std::vector<DraftLine> linesOf(const Json &amountsAndRates, bool inclusive) {
  std::vector<DraftLine> lines;
  for (const auto &each : amountsAndRates)
    lines.push_back(
        lineOf(LineKind::Plan, each.at(0), rateOf(golden::number(each.at(1)), inclusive)));
  return lines;
}

std::vector<AppliedDiscount> discountsOf(const Json &given) {
  std::vector<AppliedDiscount> discounts;
  for (const auto &each : given) {
    AppliedDiscount discount{u"c%1"_s.arg(discounts.size()), {}, 0};
    if (each.at("type") == "percent")
      discount.percent = golden::number(each.at("value"));
    else
      discount.amount = each.at("value");
    discounts.push_back(discount);
  }
  return discounts;
}

std::int64_t sumOf(const ComposedInvoice &invoice, std::optional<LineKind> kind = {}) {
  std::int64_t sum = 0;
  for (const auto &line : invoice.lines)
    sum += !kind || line.kind == *kind ? line.amount : 0;
  return sum;
}

CreditedLine creditable(const DraftLine &line, bool inclusive = false) {
  return {{line.amount, line.discountShare, line.taxShare}, {}, inclusive};
}

bool isShared(const ComposedInvoice &invoice) {
  std::int64_t discount = 0, tax = 0;
  for (const auto &line : invoice.lines) {
    discount += line.discountShare;
    tax += line.taxShare;
  }
  return discount == sumOf(invoice, LineKind::Discount) && tax == sumOf(invoice, LineKind::Tax);
}

bool isWhole(const ComposedInvoice &invoice) {
  return sumOf(invoice) == invoice.total && invoice.net + invoice.tax == invoice.total &&
         isShared(invoice);
}

/// Invoices of up to six random lines with up to three discounts and up to two rates.
struct RandomInvoice {
  std::vector<DraftLine> lines;
  std::vector<AppliedDiscount> discounts;

  RandomInvoice(std::mt19937 &random, bool inclusive) {
    const auto below = [&](int limit) {
      return static_cast<int>(random() % static_cast<unsigned>(limit));
    };
    for (int i = 0, count = 1 + below(6); i < count; ++i)
      lines.push_back(lineOf(below(2) ? LineKind::Plan : LineKind::Usage, below(20000),
                             rateOf(Rational(below(250), 10), inclusive && below(2))));
    for (int i = 0, count = below(4); i < count; ++i)
      discounts.push_back(below(2) ? AppliedDiscount{u"p%1"_s.arg(i), Rational(below(1000), 10), 0}
                                   : AppliedDiscount{u"f%1"_s.arg(i), {}, below(9000)});
  }
};

void takeBack(CreditedLine &line, const LineParts &credit) {
  line.credited = {line.credited.amount - credit.amount, line.credited.discount - credit.discount,
                   line.credited.tax - credit.tax};
}

} // namespace

class TestComposition : public QObject {
  Q_OBJECT
private Q_SLOTS:
  // The order of these discounts is the one given; compose() puts percentages first.
  void discountsTakeEachOnWhatIsLeft_data() { golden::addRows({"discounts"}); }
  void discountsTakeEachOnWhatIsLeft() {
    const auto each = golden::current();
    const auto lines = each.at("given").at("lines").get<Amounts>();
    auto taken =
        catalog::applyDiscounts(lines, discountsOf(each.at("given").at("discounts"))).amounts;
    std::transform(taken.begin(), taken.end(), taken.begin(), std::negate<>());
    const auto total = std::accumulate(taken.begin(), taken.end(), std::int64_t{0});
    QCOMPARE(taken, each.at("expect").at("each").get<Amounts>());
    QCOMPARE(total, each.at("expect").at("total").get<std::int64_t>());
    QCOMPARE(std::accumulate(lines.begin(), lines.end(), -total),
             each.at("expect").at("net").get<std::int64_t>());
  }

  void sharesAreByLargestRemainder_data() { golden::addRows({"allocate"}); }
  void sharesAreByLargestRemainder() {
    const auto each = golden::current();
    const auto weights = each.at("given").at("weights").get<Amounts>();
    QCOMPARE(shareByLargestRemainder(each.at("given").at("total"), weights),
             each.at("expect").at("parts").get<Amounts>());
  }

  void percentagesComeBeforeAmounts() {
    const std::vector<AppliedDiscount> discounts{{u"ten"_s, {}, 10}, {u"fifth"_s, Rational(20), 0}};
    const auto invoice = compose({lineOf(LineKind::Plan, 100)}, discounts, {});
    QCOMPARE(invoice.lines.size(), 3U);
    QCOMPARE(invoice.lines[1].item, u"fifth"_s);
    QCOMPARE(invoice.lines[1].amount, -20);
    QCOMPARE(invoice.lines[2].amount, -10);
    QCOMPARE(invoice.total, 70);
  }

  // line_tax of a case is each line by itself, its sum what per-line rounding would make: the
  // document rounds per rate.
  void taxIsPerRateOnTheDocument_data() { golden::addRows({"tax"}); } // BILL-7
  void taxIsPerRateOnTheDocument() {
    const auto each = golden::current();
    const bool inclusive = each.at("given").at("mode") == "inclusive";
    const auto lines = linesOf(each.at("given").at("lines_amount_rate"), inclusive);
    const auto invoice = compose(lines, {}, {});
    const auto &expect = each.at("expect");
    QVERIFY(isWhole(invoice));
    if (expect.contains("category_tax"))
      QCOMPARE(invoice.tax, expect.at("category_tax").get<std::int64_t>());
    if (expect.contains("net"))
      QCOMPARE(invoice.net, expect.at("net").get<std::int64_t>());
    if (expect.contains("gross"))
      QCOMPARE(invoice.total, expect.at("gross").get<std::int64_t>());
    Amounts alone;
    for (std::size_t i = 0; expect.contains("line_tax") && i < lines.size(); ++i)
      alone.push_back(compose({lines[i]}, {}, {}).tax);
    if (expect.contains("line_tax"))
      QCOMPARE(alone, expect.at("line_tax").get<Amounts>());
  }

  void discountThenTaxOverThreeRates_data() { golden::addRows({"invoice"}); }
  void discountThenTaxOverThreeRates() {
    const auto each = golden::current();
    const auto &expect = each.at("expect");
    const auto invoice = compose(linesOf(each.at("given").at("lines"), false),
                                 {{u"c"_s, {}, each.at("given").at("coupon")}}, {});
    QVERIFY(isWhole(invoice));
    QCOMPARE(invoice.net, expect.at("net").get<std::int64_t>());
    QCOMPARE(invoice.tax, expect.at("tax").get<std::int64_t>());
    QCOMPARE(invoice.total, expect.at("total").get<std::int64_t>());
    Amounts taxes;
    for (std::size_t i = 0; i < expect.at("line_tax").size(); ++i)
      taxes.push_back(invoice.lines[i].taxShare);
    QCOMPARE(taxes, expect.at("line_tax").get<Amounts>());
  }

  void discountAndTaxEachRoundOnceOnTheDocument() { // BILL-1
    const auto invoice = compose({lineOf(LineKind::Seat, 105), lineOf(LineKind::Plan, 105)},
                                 {{u"ten"_s, Rational(10), 0}}, rateOf(5));
    const std::vector kinds{LineKind::Plan, LineKind::Seat, LineKind::Discount, LineKind::Tax};
    for (std::size_t i = 0; i < kinds.size(); ++i)
      QCOMPARE(invoice.lines.at(i).kind, kinds[i]);
    QCOMPARE(invoice.lines[2].amount, -21);
    QCOMPARE(invoice.tax, 9);
    QCOMPARE(invoice.total, 198);
    QVERIFY(isWhole(invoice));
  }

  void inclusivePricesKeepTheirSum() {
    const auto invoice =
        compose({lineOf(LineKind::Plan, 10000)}, {{u"fifth"_s, Rational(20), 0}}, rateOf(19, true));
    QCOMPARE(invoice.total, 8000);
    QCOMPARE(invoice.tax, 1277);
    QCOMPARE(invoice.lines[1].amount, -1681);
    QVERIFY(isWhole(invoice));
  }

  void creditNoteAddsUp_data() { golden::addRows({"cn"}); }
  void creditNoteAddsUp() {
    const auto each = golden::current();
    const auto text =
        QString::fromStdString(each.at("given").at("net_exact").get<std::string>()).split(u'/');
    const Rational exact(text[0].toLongLong(), text[1].toLongLong());
    const auto note = compose({lineOf(LineKind::Plan, roundHalfAwayFromZero(exact))}, {},
                              rateOf(golden::number(each.at("given").at("rate"))));
    QCOMPARE(note.net, each.at("expect").at("net").get<std::int64_t>());
    QCOMPARE(note.tax, each.at("expect").at("tax").get<std::int64_t>());
    QCOMPARE(note.total, each.at("expect").at("total").get<std::int64_t>());
  }

  void creditsOfAllLinesMakeTheInvoice_data() { golden::addRows({"cn_series"}); }
  void creditsOfAllLinesMakeTheInvoice() {
    const auto each = golden::current();
    std::vector<DraftLine> lines;
    for (const auto &amount : each.at("given").at("lines"))
      lines.push_back(lineOf(LineKind::Plan, amount));
    const auto invoice = compose(lines, {}, rateOf(golden::number(each.at("given").at("rate"))));
    QCOMPARE(invoice.total, each.at("expect").at("invoice_total").get<std::int64_t>());
    Amounts credits;
    for (const auto &index : each.at("given").at("order")) {
      const auto &line = invoice.lines[index.get<std::size_t>()];
      credits.push_back(-creditAmount(creditable(line), line.amount).total());
    }
    QCOMPARE(credits, each.at("expect").at("credit_totals").get<Amounts>());
  }

  void moreThanTheInvoiceIsRefused_data() { golden::addRows({"cn_reject"}); } // BILL-2
  void moreThanTheInvoiceIsRefused() {
    const auto each = golden::current();
    const auto &given = each.at("given");
    const auto usd = Currency::parse(u"USD").value();
    const std::vector<CreditedLine> lines{
        {{given.at("total"), 0, 0}, {given.at("credited"), 0, 0}}};
    const auto refused = creditByHand(lines, given.at("credit"), usd);
    QVERIFY(!refused.has_value());
    QCOMPARE(refused.error().code, u"invoice.credit_exceeds_total"_s);
    const auto most = creditByHand(lines, each.at("expect").at("max"), usd);
    QVERIFY(most.has_value());
    QCOMPARE(most->front().amount, -each.at("expect").at("max").get<std::int64_t>());
  }

  void aCreditBringsItsTaxBack_data() { golden::addRows({"tax_credit"}); }
  void aCreditBringsItsTaxBack() {
    const auto each = golden::current();
    const auto &given = each.at("given");
    const auto credit = creditAmount({{given.at("line"), 0, given.at("tax")}}, given.at("adjust"));
    QCOMPARE(-credit.total(), each.at("expect").at("credit").get<std::int64_t>());
  }

  void aCreditBringsItsDiscountBack_data() { golden::addRows({"prorated_discount"}); }
  void aCreditBringsItsDiscountBack() {
    const auto each = golden::current();
    const auto &given = each.at("given");
    const auto amount = given.at("amount").get<std::int64_t>();
    const auto period = golden::days(given.at("period"));
    const auto billed = compose({lineOf(LineKind::Plan, amount)},
                                {{u"c"_s, golden::number(given.at("percent")), 0}}, {});
    const auto credit =
        creditFor(creditable(billed.lines.front()), amount,
                  fractionOf(period, DayRange{golden::day(given.at("on")), period.to}));
    QCOMPARE(credit.amount, -amount / 2);
    QCOMPARE(credit.total(), each.at("expect").at("credit").get<std::int64_t>());
  }

  void aChangeCarriesTheOldDiscountAndTax() {
    const auto old =
        compose({lineOf(LineKind::Plan, 10000)}, {{u"half"_s, Rational(50), 0}}, rateOf(20))
            .lines[0];
    const auto credit =
        creditLine(old, u"line-1"_s, creditFor(creditable(old), 10000, Rational(1, 2)), {});
    const auto invoice = compose({lineOf(LineKind::ProrationCharge, 10000), credit},
                                 {{u"tenth"_s, Rational(10), 0}}, rateOf(10));
    QCOMPARE(invoice.lines[0].kind, LineKind::ProrationCredit);
    QCOMPARE(invoice.net, 10000 - 1000 - 5000 + 2500);
    QCOMPARE(invoice.tax, 900 - 500);
    QCOMPARE(invoice.lines.size(), 6U); // credit, charge, a line per coupon, a line per rate
    QVERIFY(isWhole(invoice));
  }

  void anInclusiveCreditIsThePartOfThePrice() {
    const auto line = compose({lineOf(LineKind::Plan, 999)}, {}, rateOf(19, true)).lines[0];
    for (int day = 0; day <= 31; ++day) {
      const Rational fraction(day, 31);
      QCOMPARE(creditFor(creditable(line, true), 999, fraction).total(),
               -roundHalfAwayFromZero(999 * fraction));
    }
  }

  void randomInvoicesAreWholeAndOrderDoesNotMatter() {
    std::mt19937 random(20260131);
    for (int i = 0; i < 300; ++i) {
      auto [lines, discounts] = RandomInvoice(random, i % 2 == 1);
      const auto invoice = compose(lines, discounts, {});
      QVERIFY(isWhole(invoice));
      QVERIFY(invoice.total >= 0);
      std::shuffle(lines.begin(), lines.end(), random);
      const auto again = compose(lines, discounts, {});
      QCOMPARE(sumOf(again), again.total);
      // Discount shares decide what each rate taxes, so that only one rate makes the total free of
      // the order.
      const auto oneRate = rateOf(Rational(19), i % 2 == 1);
      for (auto &line : lines)
        line.rate = oneRate;
      const auto first = compose(lines, discounts, {}).total;
      std::shuffle(lines.begin(), lines.end(), random);
      QCOMPARE(compose(lines, discounts, {}).total, first);
    }
  }

  void creditsOfAllPartsNeverExceedTheInvoice() {
    std::mt19937 random(20260201);
    const auto usd = Currency::parse(u"USD").value();
    for (int i = 0; i < 200; ++i) {
      const auto [drafts, discounts] = RandomInvoice(random, i % 2 == 1);
      const auto invoice = compose(drafts, discounts, {});
      std::vector<CreditedLine> lines;
      for (const auto &line : invoice.lines)
        if (line.kind != LineKind::Discount && line.kind != LineKind::Tax)
          lines.push_back(creditable(line, line.rate->inclusive));
      std::int64_t left = invoice.total;
      while (left > 0) {
        const auto amount =
            std::min<std::int64_t>(left, 1 + static_cast<std::int64_t>(random() % 9000));
        QVERIFY(!creditByHand(lines, left + 1, usd).has_value());
        const auto credits = creditByHand(lines, amount, usd);
        QVERIFY(credits.has_value());
        std::int64_t sum = 0;
        for (std::size_t n = 0; n < lines.size(); ++n) {
          takeBack(lines[n], (*credits)[n]);
          sum -= (*credits)[n].total();
          const auto rest = lines[n].left();
          QVERIFY(rest.amount >= 0 && rest.discount <= 0 && rest.tax >= 0);
        }
        QCOMPARE(sum, amount);
        left -= amount;
      }
    }
  }

  void creditsOfAChangingLineNeverExceedIt() {
    std::mt19937 random(20260202);
    for (int i = 0; i < 500; ++i) {
      const auto price = static_cast<std::int64_t>(random() % 20000);
      const bool inclusive = i % 2 == 1;
      const auto invoice =
          compose({lineOf(LineKind::Plan, price)}, {{u"c"_s, Rational(random() % 100), 0}},
                  rateOf(Rational(random() % 25), inclusive));
      if (invoice.lines.empty())
        continue;
      auto line = creditable(invoice.lines.front(), inclusive);
      for (int change = 0; change < 5; ++change)
        takeBack(line, creditFor(line, price, Rational(random() % 32, 31)));
      const auto rest = line.left();
      QVERIFY(rest.amount >= 0 && rest.discount <= 0 && rest.tax >= 0 && rest.total() >= 0);
    }
  }

  void casesOfModesThatAreNotOffered() {
    golden::printLeft({{"dis-11", "a coupon carried over to the next invoice: cycles only"},
                       {"dis-12", "cycles count periods, not invoices with a discount"},
                       {"cn-07", "a refund: the payments' own tests"},
                       {"cn-08", "balances of fractions: minor units only"}});
  }
};

QTEST_GUILESS_MAIN(TestComposition)
#include "tst_composition.moc"
