// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/bank_twins.h"
#include "tests/services/payments/desk.h"

using namespace tenantry;
using namespace tenantry::tests;

/// The same movement in two statements is posted once, and no movement is lost (BILL-4).
class TestBankTwins : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void whatMayBeTheSame_data();
  void whatMayBeTheSame();
  void itIsHeldUntilSomebodyAnswers();
  void itIsAnotherPayment();
  void itIsTheSame();
  void ofOneStatementTwoAreTwo();
  void whatIsHeldIsATwinOfWhatComes();
  void aBatchComesInParts_data();
  void aBatchComesInParts();
  void twoPeopleAnswerOnce();
  void onlyTheRestOfThemIsNew();
  void whatWasDismissedIsHeldAgain();
  void takenBackTwiceItIsTakenBackOnce();
  void theDatabaseLetsNoHeldOnePay();
  void whatIsNoTwinHasNoAnswer();
};

namespace {

BankEntry twinEntry(const QString &reference, const QString &endToEnd = {},
                    const QString &remittance = {}, const QString &account = {},
                    const QString &party = {}) {
  BankEntry entry;
  entry.amount = Money(19'900, *Currency::parse(u"USD"_s));
  entry.bookedOn = *parseDay(u"2026-02-27"_s);
  entry.bankReference = reference;
  entry.endToEnd = endToEnd;
  entry.remittance = remittance;
  entry.partyAccount = account;
  entry.party = party;
  return entry;
}

struct TwinDesk : Desk {
  StatementOutcome post(const QString &id, const std::vector<BankEntry> &entries) {
    BankStatement statement;
    statement.format = u"camt.053.001.08"_s;
    statement.file = u"bank.xml"_s;
    statement.account = u"OURS"_s;
    statement.id = id;
    statement.entries = entries;
    return expect(BankBook(worker.session, worker.business).post(statement));
  }
  BankTwins twins() { return {worker.session, worker.business}; }
  KeptEntry held() {
    for (const auto &kept : expect(desk().list(BankEntryStatus::Waiting, 100)))
      if (kept.isHeld())
        return kept;
    throw std::runtime_error("nothing is held");
  }
  std::int64_t payments() { return number("select count(*) from payment"); }
};

const QString twinNumber = u"INV-2026-000001"_s;

} // namespace

void TestBankTwins::whatMayBeTheSame_data() {
  QTest::addColumn<BankEntry>("one");
  QTest::addColumn<BankEntry>("other");
  QTest::addColumn<bool>("maybe");
  const auto row = [](const char *name, const BankEntry &one, const BankEntry &other, bool maybe) {
    QTest::newRow(name) << one << other << maybe;
  };
  const QString iban = u"DE02120300000000202051"_s, other = u"DE89370400440532013000"_s;
  row("all the same", twinEntry({}, u"E1"_s, twinNumber, iban),
      twinEntry({}, u"E1"_s, twinNumber, iban), true);
  row("one has the bank's reference", twinEntry(u"B1"_s, {}, twinNumber),
      twinEntry({}, {}, twinNumber), true);
  row("both have the same", twinEntry(u"B1"_s, {}, u"a"_s), twinEntry(u"B1"_s, {}, u"b"_s), true);
  row("both have another", twinEntry(u"B1"_s, {}, twinNumber), twinEntry(u"B2"_s, {}, twinNumber),
      false);
  row("nothing is said", twinEntry({}), twinEntry({}), true);
  row("one says nothing", twinEntry({}, u"E1"_s, twinNumber, iban, u"One"_s), twinEntry({}), true);
  row("another end-to-end id", twinEntry({}, u"E1"_s, twinNumber),
      twinEntry({}, u"E2"_s, twinNumber), false);
  row("no end-to-end id was given", twinEntry({}, u"NOTPROVIDED"_s, twinNumber),
      twinEntry({}, u"E2"_s, twinNumber), true);
  row("another text", twinEntry({}, {}, u"rent"_s), twinEntry({}, {}, u"fee"_s), false);
  row("the text is broken elsewhere", twinEntry({}, {}, u"INV-2026\n000001"_s),
      twinEntry({}, {}, twinNumber), true);
  row("the text is cut", twinEntry({}, {}, u"thank you for every"_s),
      twinEntry({}, {}, u"Thank you for everything"_s), true);
  row("another account", twinEntry({}, {}, u"monthly"_s, iban),
      twinEntry({}, {}, u"monthly"_s, other), false);
  row("the account in another way", twinEntry({}, {}, u"monthly"_s, iban),
      twinEntry({}, {}, u"monthly"_s, u"202051"_s), true);
  row("another payer", twinEntry({}, {}, {}, {}, u"One"_s), twinEntry({}, {}, {}, {}, u"Two"_s),
      false);
  row("the payer's name in another way", twinEntry({}, {}, twinNumber, {}, u"Müller"_s),
      twinEntry({}, {}, twinNumber, {}, u"MUELLER"_s), true);
  auto later = twinEntry({}, {}, twinNumber), worth = twinEntry({}, {}, twinNumber), dated = worth;
  later.bookedOn += std::chrono::days(1);
  row("another day", twinEntry({}, {}, twinNumber), later, false);
  worth.valueOn = worth.bookedOn;
  row("one has a value date", twinEntry({}, {}, twinNumber), worth, true);
  dated.valueOn = later.bookedOn;
  row("another value date", worth, dated, false);
  auto out = twinEntry({}, {}, twinNumber);
  out.amount = -out.amount;
  row("the other direction", twinEntry({}, {}, twinNumber), out, false);
}

void TestBankTwins::whatMayBeTheSame() {
  QFETCH(BankEntry, one);
  QFETCH(BankEntry, other);
  QFETCH(bool, maybe);
  QCOMPARE(mayBeTwins(one, other), maybe);
  QCOMPARE(mayBeTwins(other, one), maybe);
}

void TestBankTwins::itIsHeldUntilSomebodyAnswers() {
  TwinDesk desk;
  QCOMPARE(desk.post(u"S1"_s, {twinEntry({}, {}, twinNumber)}).matched, std::int64_t(1));
  const auto again = desk.post(u"S1b"_s, {twinEntry({}, {}, twinNumber)});
  QCOMPARE(again.matched, std::int64_t(0));
  QCOMPARE(again.waiting, std::int64_t(1));
  QCOMPARE(again.twins, std::int64_t(1));
  QCOMPARE(desk.payments(), std::int64_t(1));
  const auto held = desk.held();
  QCOMPARE(held.reason, u"twin"_s);
  const auto parts = std::vector<Assignment>{{desk.customer, {}, 19'900}};
  QCOMPARE(desk.desk().assign(held.id, parts).error().code, u"bank.twin_unanswered"_s);
  QCOMPARE(desk.desk().preview(held.id, parts).error().code, u"bank.twin_unanswered"_s);
  // A third time it is held as well: it may be the first one, and none of those held.
  QCOMPARE(desk.post(u"S1c"_s, {twinEntry({}, {}, twinNumber)}).twins, std::int64_t(1));
  QCOMPARE(desk.differences(), QStringList());
}

void TestBankTwins::itIsAnotherPayment() {
  TwinDesk desk;
  static_cast<void>(desk.post(u"S1"_s, {twinEntry({}, {}, u"monthly"_s)}));
  static_cast<void>(desk.post(u"S2"_s, {twinEntry({}, {}, u"monthly"_s)}));
  const auto held = desk.held();
  expect(desk.twins().another(held.id));
  QCOMPARE(expect(desk.desk().find(held.id)).reason, u"unnamed"_s);
  expect(desk.twins().holdAgain(held.id, u"another"_s));
  QCOMPARE(desk.held().id, held.id);
  expect(desk.twins().another(held.id));
  expect(desk.desk().assign(held.id, {{desk.customer, {}, 19'900}}));
  QCOMPARE(desk.payments(), std::int64_t(1));
  QCOMPARE(desk.twins().same(held.id).error().code, u"bank.entry_settled"_s);
  QCOMPARE(desk.number("select count(*) from audit_entry where table_name = 'bank_entry'"),
           std::int64_t(3));
  // Both count by now: of three that come, two are told again.
  const auto next =
      desk.post(u"S3"_s, {twinEntry({}, {}, u"monthly"_s), twinEntry({}, {}, u"monthly"_s),
                          twinEntry({}, {}, u"monthly"_s)});
  QCOMPARE(next.twins, std::int64_t(2));
  QCOMPARE(desk.differences(), QStringList());
}

void TestBankTwins::itIsTheSame() {
  TwinDesk desk;
  static_cast<void>(desk.post(u"S1"_s, {twinEntry(u"B1"_s, {}, twinNumber)}));
  static_cast<void>(desk.post(u"S1b"_s, {twinEntry({}, {}, twinNumber)}));
  const auto held = desk.held();
  expect(desk.twins().same(held.id));
  QVERIFY(expect(desk.desk().find(held.id)).status == BankEntryStatus::Repeated);
  QCOMPARE(desk.twins().same(held.id).error().code, u"bank.entry_settled"_s);
  expect(desk.twins().holdAgain(held.id, u"same"_s));
  QCOMPARE(desk.held().reason, u"twin"_s);
  QCOMPARE(desk.payments(), std::int64_t(1));
}

void TestBankTwins::ofOneStatementTwoAreTwo() {
  TwinDesk desk;
  const auto both =
      desk.post(u"S1"_s, {twinEntry({}, {}, twinNumber), twinEntry({}, {}, twinNumber)});
  QCOMPARE(both.twins, std::int64_t(0));
  QCOMPARE(both.matched + both.waiting, std::int64_t(2));
}

void TestBankTwins::whatIsHeldIsATwinOfWhatComes() {
  TwinDesk desk;
  auto half = twinEntry({}, {}, twinNumber);
  half.amount = Money(9'950, half.amount.currency());
  QCOMPARE(desk.post(u"A"_s, {half}).matched, std::int64_t(1));
  QCOMPARE(desk.post(u"B"_s, {half}).twins, std::int64_t(1)); // another, which nobody said yet
  const auto whole = desk.post(u"C"_s, {half, half});
  QCOMPARE(whole.twins, std::int64_t(2));
  QCOMPARE(whole.matched, std::int64_t(0));
  QCOMPARE(desk.payments(), std::int64_t(1));
}

void TestBankTwins::aBatchComesInParts_data() {
  QTest::addColumn<QStringList>("first"); // references of the parts; one: it came whole
  QTest::addColumn<QStringList>("second");
  const QStringList whole{u"SAM1"_s}, ours{u"SAM1/1"_s, u"SAM1/2"_s}, banks{u"X1"_s, u"X2"_s};
  QTest::newRow("BILL-4 the bank names the parts later") << ours << banks;
  QTest::newRow("BILL-4 whole, then in parts") << whole << ours;
  QTest::newRow("BILL-4 in parts, then whole") << ours << whole;
  const QStringList unnamed{QString()}, unnamedParts{QString(), QString()};
  QTest::newRow("BILL-4 without references, whole, then in parts") << unnamed << unnamedParts;
  QTest::newRow("BILL-4 without references, in parts, then whole") << unnamedParts << unnamed;
  QTest::newRow("BILL-4 without references, in parts twice") << unnamedParts << unnamedParts;
  QTest::newRow("BILL-4 parts that the bank names, then whole without a name") << banks << unnamed;
  QTest::newRow("BILL-4 parts without names, then whole with one") << unnamedParts << whole;
}

void TestBankTwins::aBatchComesInParts() {
  QFETCH(QStringList, first);
  QFETCH(QStringList, second);
  TwinDesk desk;
  const auto entries = [](const QStringList &references) {
    std::vector<BankEntry> all;
    for (const auto &reference : references) {
      auto entry = twinEntry(reference);
      if (references.size() > 1) {
        entry.batch = entry.amount;
        entry.amount = Money(9'950, entry.amount.currency());
        entry.endToEnd = u"E%1"_s.arg(all.size());
      }
      all.push_back(entry);
    }
    return all;
  };
  QCOMPARE(desk.post(u"A"_s, entries(first)).twins, std::int64_t(0));
  QCOMPARE(desk.post(u"B"_s, entries(second)).twins, std::int64_t(second.size()));
}

void TestBankTwins::twoPeopleAnswerOnce() {
  TwinDesk desk;
  static_cast<void>(desk.post(u"S1"_s, {twinEntry({}, {}, twinNumber)}));
  static_cast<void>(desk.post(u"S2"_s, {twinEntry({}, {}, twinNumber)}));
  const auto held = desk.held();
  expect(desk.twins().another(held.id));
  QCOMPARE(desk.twins().same(held.id).error().code, u"bank.entry_settled"_s);
  QCOMPARE(desk.twins().another(held.id).error().code, u"bank.entry_settled"_s);
  QCOMPARE(desk.twins().holdAgain(held.id, u"same"_s).error().code, u"bank.entry_settled"_s);
  expect(desk.twins().holdAgain(held.id, u"another"_s));
  QVERIFY(desk.held().id == held.id);
}

void TestBankTwins::onlyTheRestOfThemIsNew() {
  TwinDesk desk;
  static_cast<void>(desk.post(u"S1"_s, {twinEntry({}, {}, twinNumber)}));
  const auto two =
      desk.post(u"S2"_s, {twinEntry({}, {}, twinNumber), twinEntry({}, {}, u"INV-2026-000002"_s),
                          twinEntry({}, {}, twinNumber)});
  QCOMPARE(two.twins, std::int64_t(1));
  QCOMPARE(two.matched, std::int64_t(1));
  QCOMPARE(two.waiting, std::int64_t(2)); // one is paid already
}

void TestBankTwins::whatWasDismissedIsHeldAgain() {
  TwinDesk desk;
  static_cast<void>(desk.post(u"S1"_s, {twinEntry({}, {}, twinNumber)}));
  static_cast<void>(desk.post(u"S2"_s, {twinEntry({}, {}, twinNumber)}));
  const auto held = desk.held();
  expect(desk.desk().dismiss(held.id, u"ours"_s));
  expect(desk.desk().takeBack(held.id));
  QCOMPARE(desk.held().reason, u"twin"_s);
}

// Its answer was lost, and it is sent again: what was said of the twin before is another thing.
void TestBankTwins::takenBackTwiceItIsTakenBackOnce() {
  TwinDesk desk;
  static_cast<void>(desk.post(u"S1"_s, {twinEntry({}, {}, twinNumber)}));
  static_cast<void>(desk.post(u"S2"_s, {twinEntry({}, {}, twinNumber)}));
  const auto held = desk.held();
  expect(desk.twins().another(held.id));
  expect(desk.desk().dismiss(held.id, u"ours"_s));
  expect(desk.desk().takeBack(held.id));
  for (int time = 0; time < 2; ++time) {
    const auto kept = expect(desk.desk().find(held.id));
    QVERIFY(kept.status == BankEntryStatus::Waiting);
    QCOMPARE(kept.twinAnswer, u"another"_s);
    QCOMPARE(desk.desk().takeBack(held.id).error().code, u"bank.entry_settled"_s);
  }
}

void TestBankTwins::theDatabaseLetsNoHeldOnePay() {
  TwinDesk desk;
  static_cast<void>(desk.post(u"S1"_s, {twinEntry({}, {}, twinNumber)}));
  static_cast<void>(desk.post(u"S2"_s, {twinEntry({}, {}, twinNumber)}));
  for (const char *sql :
       {"update bank_entry set status = 'matched', settled_at = now() where twin_of is not null",
        "update bank_entry set status = 'repeated', settled_at = now() where twin_of is null",
        "update bank_entry set twin_answer = 'another' where twin_of is null"})
    QCOMPARE(desk.worker.database->script(sql).error().code, u"store.constraint"_s);
  QCOMPARE(desk.worker.database->script("update bank_entry set twin_of = null").error().code,
           u"bank.entry_final"_s);
}

void TestBankTwins::whatIsNoTwinHasNoAnswer() {
  TwinDesk desk;
  const auto kept = desk.came(5'000);
  QCOMPARE(desk.twins().another(kept.id).error().code, u"bank.no_twin"_s);
  QCOMPARE(desk.twins().same(kept.id).error().code, u"bank.no_twin"_s);
  QCOMPARE(desk.twins().another(BankEntryId(QUuid::createUuid())).error().code,
           u"bank.entry_not_found"_s);
}

QTEST_GUILESS_MAIN(TestBankTwins)
#include "tst_bank_twins.moc"
