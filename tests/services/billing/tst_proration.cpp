// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/credit.h"
#include "services/billing/proration.h"

#include "tests/services/billing/golden_cases.h"

using namespace tenantry;
using namespace tenantry::billing;
using golden::Json;

namespace {

template <typename Range>
std::int64_t signedProration(const Json &given, const Range &period, const Range &part) {
  return given.at("sign").get<int>() *
         prorate(given.at("amount").get<std::int64_t>(), period, part);
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
    const InstantRange period{golden::instant(given.at("period").at(0)),
                              golden::instant(given.at("period").at(1))};
    const InstantRange rest{golden::instant(given.at("at")), period.to};
    QCOMPARE(fractionOf(period, rest), Rational(each.at("expect").at("num").get<std::int64_t>(),
                                                each.at("expect").at("den").get<std::int64_t>()));
    QCOMPARE(signedProration(given, period, rest),
             each.at("expect").at("amount").get<std::int64_t>());
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
    const auto forSeats = [&](const Json &seats) {
      return prorate(unit * seats.get<int>(), period, rest);
    };
    QCOMPARE(forSeats(given.at("new")) - forSeats(given.at("old")),
             each.at("expect").at("pair_net").get<std::int64_t>());
  }

  void creditIsCappedAtWhatIsLeft_data() { golden::addRows({"credit_cap"}); }
  void creditIsCappedAtWhatIsLeft() {
    const auto each = golden::current();
    const auto &given = each.at("given");
    const auto price = given.at("amount").get<std::int64_t>();
    const auto fraction =
        fractionOf(golden::days(given.at("period")),
                   DayRange{golden::day(given.at("from")), golden::day(given.at("to"))});
    const CreditedLine line{{price, 0, 0},
                            {given.at("already_credited").get<std::int64_t>(), 0, 0}};
    QCOMPARE(creditFor({{price, 0, 0}}, price, fraction).amount,
             -each.at("expect").at("uncapped").get<std::int64_t>());
    QCOMPARE(creditFor(line, price, fraction).amount,
             each.at("expect").at("credit").get<std::int64_t>());
    const auto charge =
        roundHalfAwayFromZero(given.at("new_amount").get<std::int64_t>() * fraction);
    QCOMPARE(charge, each.at("expect").at("charge").get<std::int64_t>());
  }

  void changesOfTheScenarios_data() {   // SUB-6
    QTest::addColumn<qint64>("billed"); // amount of the line that is credited
    QTest::addColumn<qint64>("alreadyCredited");
    QTest::addColumn<qint64>("oldPrice");
    QTest::addColumn<qint64>("newPrice");
    QTest::addColumn<int>("remaining");
    QTest::addColumn<int>("days");
    QTest::addColumn<qint64>("credit");
    QTest::addColumn<qint64>("charge");
    const auto row = [](const char *name, std::array<qint64, 4> prices, int remaining, int days,
                        qint64 credit, qint64 charge) {
      QTest::newRow(name) << prices[0] << prices[1] << prices[2] << prices[3] << remaining << days
                          << credit << charge;
    };
    row("upgrade in mid-period", {4900, 0, 4900, 19900}, 18, 28, -3150, 12793);
    row("downgrade keeps every cent", {99900, 0, 99900, 4900}, 14, 28, -49950, 2450);
    row("each proration line rounds by itself", {4900, 0, 4900, 19900}, 10, 31, -1581, 6419);
    row("first of two seat changes", {2997, 0, 2997, 4995}, 14, 28, -1499, 2498);
    row("second, of the charge of the first", {2498, 0, 4995, 3996}, 14, 28, -2498, 1998);
    row("a credit never exceeds what is left", {19900, 15000, 19900, 0}, 15, 30, -4900, 0);
  }
  void changesOfTheScenarios() {
    QFETCH(qint64, billed);
    QFETCH(qint64, alreadyCredited);
    QFETCH(qint64, oldPrice);
    QFETCH(qint64, newPrice);
    QFETCH(int, remaining);
    QFETCH(int, days);
    const Rational fraction(remaining, days);
    const CreditedLine line{{billed, 0, 0}, {alreadyCredited, 0, 0}};
    QTEST(static_cast<qint64>(creditFor(line, oldPrice, fraction).amount), "credit");
    QTEST(static_cast<qint64>(roundHalfAwayFromZero(newPrice * fraction)), "charge");
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
    const DayRange tooLong{january.from, golden::day("2026-02-02")};
    const DayRange backwards{january.to, january.from};
    QVERIFY_THROWS_EXCEPTION(ProgrammingError, static_cast<void>(prorate(100, january, tooLong)));
    QVERIFY_THROWS_EXCEPTION(ProgrammingError, static_cast<void>(prorate(100, january, backwards)));
  }

  void casesOfModesThatAreNotOffered() {
    golden::printLeft({{"pro-07", "fixed 30-day months: periods have their own days"},
                       {"pro-17", "a balance over time: tst_ledger_rules"},
                       {"pro-19", "a balance over time: tst_ledger_rules"}});
  }
};

QTEST_GUILESS_MAIN(TestProration)
#include "tst_proration.moc"
