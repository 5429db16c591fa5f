// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/bank_chain.h"
#include "tests/services/payments/desk.h"

#include <algorithm>

using namespace tenantry;
using namespace tenantry::tests;

/// Statements of an account follow each other (BILL-4).
class TestBankChain : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void whatDoesNotFollowIsSaid_data();
  void whatDoesNotFollowIsSaid();
  void theOrderOfImportingSaysNothing();
  void itIsSaidUntilTheOneBetweenCame();
  void aGapThatIsAcceptedIsSaidNoMore();
};

namespace {

const Currency chainCurrency = *Currency::parse(u"EUR"_s);

/// "1: 1-2 0>100": number (none: 0), first and last day of February, opening and closing.
StatementMark markOf(const QString &text) {
  static const QRegularExpression shape(u"^(\\d+): (\\d+)-(\\d+) (-?\\d+)>(-?\\d+)(?: (\\w+))?$"_s);
  const auto match = shape.match(text);
  if (!match.hasMatch())
    qFatal("no statement: %s", qPrintable(text));
  const auto day = [&](int at) {
    return *parseDay(u"2026-02-%1"_s.arg(match.captured(at), 2, u'0'));
  };
  StatementMark mark;
  mark.id = BankStatementId(QUuid::createUuidV5(QUuid(), text));
  mark.account = match.captured(6).isEmpty() ? u"DE1"_s : match.captured(6);
  mark.name = text;
  if (const auto number = match.captured(1).toLongLong(); number > 0)
    mark.number = number;
  mark.opensOn = day(2);
  mark.closesOn = day(3);
  mark.opening = Money(match.captured(4).toLongLong(), chainCurrency);
  mark.closing = Money(match.captured(5).toLongLong(), chainCurrency);
  return mark;
}

QString gapSaid(const StatementGap &gap) {
  auto text = u"%1 %2"_s.arg(toString(gap.kind)).arg(gap.difference().minor());
  if (gap.numbers)
    text += u" %1..%2"_s.arg(gap.numbers->first).arg(gap.numbers->second);
  return text;
}

QStringList gapsIn(const QStringList &statements) {
  std::vector<StatementMark> marks;
  for (const auto &text : statements)
    marks.push_back(markOf(text));
  QStringList all;
  for (const auto &gap : gapsOf(std::move(marks)))
    all += gapSaid(gap);
  return all;
}

struct ChainDesk : Desk {
  StatementOutcome post(const QString &id, std::int64_t number, int day, std::int64_t opening,
                        std::int64_t amount) {
    BankStatement statement;
    statement.format = u"camt.053.001.08"_s;
    statement.file = u"bank.xml"_s;
    statement.account = u"OURS"_s;
    statement.id = id;
    statement.number = number;
    statement.opening = Money(opening, chainCurrency);
    statement.closing = Money(opening + amount, chainCurrency);
    BankEntry entry;
    entry.amount = Money(amount, chainCurrency);
    entry.bookedOn = *parseDay(u"2026-02-%1"_s.arg(day, 2, 10, QLatin1Char('0')));
    entry.remittance = id;
    statement.entries = {entry};
    return expect(BankBook(worker.session, worker.business).post(statement));
  }
  BankChain chain() { return BankChain(worker.session); }
};

} // namespace

void TestBankChain::whatDoesNotFollowIsSaid_data() {
  QTest::addColumn<QStringList>("statements");
  QTest::addColumn<QStringList>("gaps");
  const QStringList none;
  const auto row = [](const char *name, const QStringList &statements, const QStringList &gaps) {
    QTest::newRow(name) << statements << gaps;
  };
  row("BILL-4 one follows the other", {u"1: 2-2 0>100"_s, u"2: 3-3 100>50"_s}, none);
  row("BILL-4 one is missing", {u"1: 2-2 0>100"_s, u"3: 4-4 130>50"_s}, {u"missing 30 2..2"_s});
  row("BILL-4 two are missing", {u"1: 2-2 0>100"_s, u"4: 6-6 90>50"_s}, {u"missing -10 2..3"_s});
  row("BILL-4 without numbers", {u"0: 2-2 0>100"_s, u"0: 4-4 130>50"_s}, {u"missing 30"_s});
  row("BILL-4 one is missing that moved as much out as in", {u"1: 2-2 0>100"_s, u"3: 4-4 100>50"_s},
      {u"missing 0 2..2"_s});
  row("BILL-4 a day as the number counts nothing",
      {u"20260202: 2-2 0>100"_s, u"20260206: 6-6 100>50"_s}, none);
  row("BILL-4 the later one begins within the earlier one",
      {u"0: 2-10 0>100"_s, u"0: 6-12 50>150"_s}, {u"overlap -50"_s});
  row("BILL-4 a day again, and more of it", {u"0: 2-2 0>100"_s, u"0: 2-3 0>150"_s},
      {u"overlap -100"_s});
  row("BILL-4 the same again under another name", {u"1: 2-2 0>100"_s, u"1: 2-2 0>100"_s}, none);
  row("BILL-4 the same again on a day of two",
      {u"0: 2-2 100>150"_s, u"0: 2-2 150>200"_s, u"0: 2-2 100>150"_s, u"0: 3-3 200>210"_s}, none);
  row("BILL-4 a month beside its last day", {u"0: 1-28 0>300"_s, u"0: 28-28 250>300"_s},
      {u"overlap -50"_s});
  row("BILL-4 pages of one day without numbers",
      {u"0: 2-2 100>50"_s, u"0: 2-2 0>100"_s, u"0: 2-2 50>70"_s, u"0: 3-3 70>80"_s}, none);
  row("BILL-4 another account", {u"1: 2-2 0>100"_s, u"2: 3-3 500>600 DE2"_s}, none);
  row("BILL-4 each gap by itself",
      {u"1: 2-2 0>100"_s, u"2: 3-3 110>120"_s, u"3: 4-4 120>130"_s, u"4: 5-5 140>150"_s},
      {u"missing 10"_s, u"missing 10"_s});
}

void TestBankChain::whatDoesNotFollowIsSaid() {
  QFETCH(QStringList, statements);
  QFETCH(QStringList, gaps);
  QCOMPARE(gapsIn(statements), gaps);
}

void TestBankChain::theOrderOfImportingSaysNothing() {
  QStringList statements{u"1: 2-2 0>100"_s, u"2: 3-3 100>90"_s, u"4: 5-5 60>70"_s,
                         u"5: 6-6 70>80"_s};
  std::sort(statements.begin(), statements.end());
  do
    QCOMPARE(gapsIn(statements), QStringList{u"missing -30 3..3"_s});
  while (std::next_permutation(statements.begin(), statements.end()));
}

void TestBankChain::itIsSaidUntilTheOneBetweenCame() {
  ChainDesk desk;
  static_cast<void>(desk.post(u"S1"_s, 1, 2, 0, 100));
  static_cast<void>(desk.post(u"S3"_s, 3, 4, 130, 20));
  const auto gaps = expect(desk.chain().gaps());
  QCOMPARE(gaps.size(), std::size_t(1));
  QCOMPARE(gaps[0].toString(),
           u"Statement number 2 is missing of account OURS: S1 closes on 2026-02-02 with 1.00 EUR, "
           u"and S3 opens on 2026-02-04 with 1.30 EUR (0.30 EUR apart)."_s);
  QVERIFY(!desk.differences().isEmpty()); // the doctor says it, too
  static_cast<void>(desk.post(u"S2"_s, 2, 3, 100, 30));
  QCOMPARE(expect(desk.chain().gaps()).size(), std::size_t(0));
  QCOMPARE(desk.differences(), QStringList());
}

void TestBankChain::aGapThatIsAcceptedIsSaidNoMore() {
  ChainDesk desk;
  static_cast<void>(desk.post(u"S1"_s, 1, 2, 0, 100));
  static_cast<void>(desk.post(u"S3"_s, 3, 4, 130, 20));
  const auto gap = expect(desk.chain().gaps()).at(0);
  QCOMPARE(desk.chain().accept(gap.later.id, u" "_s).error().code, u"bank.reason_missing"_s);
  QCOMPARE(desk.chain().accept(gap.earlier.id, u"why"_s).error().code, u"bank.gap_not_found"_s);
  static_cast<void>(expect(desk.chain().accept(gap.later.id, u"the bank moved"_s)));
  QCOMPARE(expect(desk.chain().gaps()).size(), std::size_t(0));
  QCOMPARE(desk.number("select count(*) from bank_gap_accepted where reason = 'the bank moved' and "
                       "accepted_by <> ''"),
           std::int64_t(1));
  static_cast<void>(desk.post(u"S2"_s, 2, 3, 100, 10)); // it came after all, and something is off
  QCOMPARE(expect(desk.chain().gaps()).size(), std::size_t(1));
}

QTEST_GUILESS_MAIN(TestBankChain)
#include "tst_bank_chain.moc"
