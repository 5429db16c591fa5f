// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/credit.h"
#include "services/billing/proration.h"

#include "tests/services/billing/golden_cases.h"

using namespace tenantry;
using namespace tenantry::billing;
using golden::Json;

namespace {

template <typename Range> std::int64_t signedProration(const Json &given, const Range &period, const Range &part) {
  return given.at("sign").get<int>() * prorate(given.at("amount").get<std::int64_t>(), period, part);
}

std::int64_t dayLine(const Json &line) {
  return signedProration(line, golden::days(line.at("period")),
                         DayRange{golden::day(line.at("from")), golden::day(line.at("to"))});
}

} // namespace

class TestProration : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void byDays_data() { golden::addRows({"prorate"}); }
  void byDays() {
    const auto each = golden::current();
    QCOMPARE(dayLine(each.at("given")), each.at("expect").at("amount").get<std::int64_t>());
  }

  void bySeconds_data() { golden::addRows({"prorate_sec"}); }
  void bySeconds() {
    const auto each = golden::current();
    const auto &given = each.at("given");
    const InstantRange period{golden::instant(given.at("period").at(0)), golden::instant(given.at("period").at(1))};
    const InstantRange rest{golden::instant(given.at("at")), period.to};
    QCOMPARE(fractionOf(period, rest), Rational(each.at("expect").at("num").get<std::int64_t>(),
                                                each.at("expect").at("den").get<std::int64_t>()));
    QCOMPARE(signedProration(given, period, rest), each.at("expect").at("amount").get<std::int64_t>());
  }

  void eachLineOfAChangeRoundsByItself_data() { golden::addRows({"change"}); } // SUB-6
  void eachLineOfAChangeRoundsByItself() {
    const auto each = golden::current();
    golden::Amounts lines;
    std::int64_t net = 0;
    for (const auto &line : each.at("given").at("lines")) {
      lines.push_back(dayLine(line));
      net += lines.back();
    }
    QCOMPARE(lines, each.at("expect").at("lines").get<golden::Amounts>());
    QCOMPARE(net, each.at("expect").at("net").get<std::int64_t>());
  }

  void seatsAreCreditedAndCharged_data() { golden::addRows({"seat_delta"}); }
  void seatsAreCreditedAndCharged() {
    const auto each = golden::current();
    const auto &given = each.at("given");
    const auto period = golden::days(given.at("period"));
    const DayRange rest{golden::day(given.at("on")), period.to};
    const auto unit = given.at("unit").get<std::int64_t>();
    const auto forSeats = [&](const Json &seats) { return prorate(unit * seats.get<int>(), period, rest); };
    QCOMPARE(forSeats(given.at("new")) - forSeats(given.at("old")),
             each.at("expect").at("pair_net").get<std::int64_t>());
  }

  void creditIsCappedAtWhatIsLeft_data() { golden::addRows({"credit_cap"}); }
  void creditIsCappedAtWhatIsLeft() {
    const auto each = golden::current();
    const auto &given = each.at("given");
    const auto price = given.at("amount").get<std::int64_t>();
    const auto fraction = fractionOf(golden::days(given.at("period")),
                                     DayRange{golden::day(given.at("from")), golden::day(given.at("to"))});
    const CreditedLine line{{price, 0, 0}, {given.at("already_credited").get<std::int64_t>(), 0, 0}};
    QCOMPARE(creditFor({{price, 0, 0}}, price, fraction).amount,
             -each.at("expect").at("uncapped").get<std::int64_t>());
    QCOMPARE(creditFor(line, price, fraction).amount, each.at("expect").at("credit").get<std::int64_t>());
    const auto charge = roundHalfAwayFromZero(given.at("new_amount").get<std::int64_t>() * fraction);
    QCOMPARE(charge, each.at("expect").at("charge").get<std::int64_t>());
  }

  void partsUpToEachCutSumToTheWhole_data() { golden::addRows({"sum_parts"}); }
  void partsUpToEachCutSumToTheWhole() {
    const auto each = golden::current();
    const auto amount = each.at("given").at("amount").get<std::int64_t>();
    const auto period = golden::days(each.at("given").at("period"));
    auto cuts = each.at("given").at("cuts");
    cuts.push_back(each.at("given").at("period").at(1));
    golden::Amounts naive, carried;
    DayRange part{period.from, period.from};
    for (const auto &cut : cuts) {
      const auto before = prorate(amount, period, {period.from, part.to});
      part = {part.to, golden::day(cut)};
      naive.push_back(prorate(amount, period, part));
      carried.push_back(prorate(amount, period, {period.from, part.to}) - before);
    }
    QCOMPARE(naive, each.at("expect").at("naive").get<golden::Amounts>());
    QCOMPARE(carried, each.at("expect").at("carried").get<golden::Amounts>());
  }

  void aPartMustLieWithinItsPeriod() {
    const DayRange january{golden::day("2026-01-01"), golden::day("2026-02-01")};
    QVERIFY_EXCEPTION_THROWN(prorate(100, january, {january.from, golden::day("2026-02-02")}), ProgrammingError);
    QVERIFY_EXCEPTION_THROWN(prorate(100, january, {january.to, january.from}), ProgrammingError);
  }

  void casesOfModesThatAreNotOffered() {
    golden::printLeft({{"pro-07", "fixed 30-day months: periods have their own days"},
                       {"pro-17", "a balance over time: tst_ledger_rules"},
                       {"pro-19", "a balance over time: tst_ledger_rules"},
                       {"pro-36", "a price times a quantity: no proration in it"}});
  }
};

QTEST_GUILESS_MAIN(TestProration)
#include "tst_proration.moc"
