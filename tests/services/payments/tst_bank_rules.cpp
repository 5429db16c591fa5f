// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/bank_matching.h"
#include "services/payments/bank_reference.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::payments;

/// Which invoice a transfer means, and what a statement must come to (BILL-4).
class TestBankRules : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void aNumberIsFoundHoweverItIsWritten_data();
  void aNumberIsFoundHoweverItIsWritten();
  void aCreditorReferenceIsChecked_data();
  void aCreditorReferenceIsChecked();
  void anEndToEndIdMayBeAnInvoice();
  void whatBecomesOfAnEntry_data();
  void whatBecomesOfAnEntry();
  void openingAndEntriesComeToClosing_data();
  void openingAndEntriesComeToClosing();
  void whatLooksAlikeIsCounted();
};

namespace {

const Currency usd = *Currency::parse(u"USD"_s);

BankEntry entryOf(std::int64_t amount) {
  BankEntry entry;
  entry.amount = Money(amount, usd);
  entry.bookedOn = *parseDay(u"2026-02-03"_s);
  return entry;
}

} // namespace

void TestBankRules::aNumberIsFoundHoweverItIsWritten_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<QString>("format");
  QTest::addColumn<QStringList>("numbers");
  const auto usual = u"INV-{year}-{seq:6}"_s;
  const QStringList one{u"INV-2026-000001"_s};
  QTest::newRow("as it is") << u"INV-2026-000001"_s << usual << one;
  QTest::newRow("in a sentence") << u"thanks for INV-2026-000001, paid"_s << usual << one;
  QTest::newRow("in small letters") << u"inv-2026-000001"_s << usual << one;
  QTest::newRow("without hyphens") << u"INV2026000001"_s << usual << one;
  QTest::newRow("with spaces") << u"INV 2026 000001"_s << usual << one;
  QTest::newRow("with other marks") << u"Re: Inv./2026/000001"_s << usual << one;
  QTest::newRow("broken by a line") << u"INV-2026-0000\n01"_s << usual << one;
  QTest::newRow("two") << u"INV-2026-000001+INV-2026-000002"_s << usual
                       << QStringList{u"INV-2026-000001"_s, u"INV-2026-000002"_s};
  QTest::newRow("above the padding")
      << u"INV-2026-1000000"_s << usual << QStringList{u"INV-2026-1000000"_s};
  QTest::newRow("none") << u"rent for May 2026"_s << usual << QStringList{};
  QTest::newRow("within another word") << u"XINV-2026-000001"_s << usual << QStringList{};
  QTest::newRow("too short") << u"INV-2026-0001"_s << usual << QStringList{};
  QTest::newRow("another format") << u"re 17/2026"_s << u"RE {seq}/{year}"_s
                                  << QStringList{u"RE 17/2026"_s};
}

void TestBankRules::aNumberIsFoundHoweverItIsWritten() {
  QFETCH(QString, text);
  QFETCH(QString, format);
  QTEST(numbersIn(text, format), "numbers");
}

void TestBankRules::aCreditorReferenceIsChecked_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<QString>("held");
  QTest::newRow("ISO 11649's own example") << u"RF18 5390 0754 7034"_s << u"539007547034"_s;
  QTest::newRow("in small letters") << u"rf18539007547034"_s << u"539007547034"_s;
  QTest::newRow("wrong check digits") << u"RF19 5390 0754 7034"_s << QString();
  QTest::newRow("two digits swapped") << u"RF18 5390 0754 7043"_s << QString();
  QTest::newRow("none") << u"INV-2026-000001"_s << QString();
}

void TestBankRules::aCreditorReferenceIsChecked() {
  QFETCH(QString, text);
  QTEST(creditorReference(text).value_or(QString()), "held");
}

void TestBankRules::anEndToEndIdMayBeAnInvoice() {
  const auto id = makeId<InvoiceId>(*parseInstant(u"2026-01-31T10:00:00Z"_s));
  QVERIFY(invoiceIdIn(id.toString().remove(u'-')) == id);
  QVERIFY(!invoiceIdIn(u"NOTPROVIDED"_s));
  QVERIFY(!invoiceIdIn(id.toString()));
}

void TestBankRules::whatBecomesOfAnEntry_data() {
  using Status = billing::InvoiceStatus;
  QTest::addColumn<std::int64_t>("amount");
  QTest::addColumn<std::vector<NamedInvoice>>("named");
  QTest::addColumn<QList<qint64>>("parts");
  QTest::addColumn<QString>("waits");
  const OrganizationId acme(QUuid::createUuid()), other(QUuid::createUuid());
  const auto invoice = [](const OrganizationId &organization, std::int64_t due,
                          Status status = Status::Open, Currency currency = usd) {
    NamedInvoice one;
    one.organization = organization;
    one.invoice = InvoiceId(QUuid::createUuid());
    one.status = status;
    one.due = Money(due, currency);
    return one;
  };
  const auto row = [](const char *name, std::int64_t amount, std::vector<NamedInvoice> named,
                      const QList<qint64> &parts, const QString &waits = {}) {
    QTest::newRow(name) << amount << std::move(named) << parts << waits;
  };
  row("exactly what is due", 100, {invoice(acme, 100)}, {100});
  row("a part", 40, {invoice(acme, 100)}, {40});
  row("too much", 150, {invoice(acme, 100)}, {150});
  row("two of one organization, to the cent", 300, {invoice(acme, 100), invoice(acme, 200)},
      {100, 200});
  row("two, not to the cent", 299, {invoice(acme, 100), invoice(acme, 200)}, {}, u"ambiguous"_s);
  row("two of two organizations", 300, {invoice(acme, 100), invoice(other, 200)}, {},
      u"ambiguous"_s);
  row("none named", 100, {}, {}, u"unnamed"_s);
  row("paid already", 100, {invoice(acme, 0, Status::Paid)}, {}, u"settled"_s);
  row("written off", 40, {invoice(acme, 100, Status::Uncollectible)}, {40});
  row("written off and recovered in part, refunded since", 40,
      {invoice(acme, 0, Status::Uncollectible)}, {}, u"settled"_s);
  row("void", 100, {invoice(acme, 100, Status::Void)}, {}, u"settled"_s);
  row("another currency", 100, {invoice(acme, 100, Status::Open, *Currency::parse(u"EUR"_s))}, {},
      u"currency"_s);
  row("money that went out", -100, {invoice(acme, 100)}, {}, u"money_out"_s);
}

void TestBankRules::whatBecomesOfAnEntry() {
  QFETCH(std::int64_t, amount);
  QFETCH(std::vector<NamedInvoice>, named);
  const auto plan = planMatch(entryOf(amount), named);
  QList<qint64> parts;
  for (const auto &part : plan.parts)
    parts.append(part.amount);
  QTEST(parts, "parts");
  QTEST(plan.waits, "waits");
  auto reversed = entryOf(amount);
  reversed.isReversal = true;
  QVERIFY(planMatch(reversed, named).parts.empty());
}

void TestBankRules::openingAndEntriesComeToClosing_data() {
  QTest::addColumn<std::int64_t>("closing");
  QTest::addColumn<QString>("code");
  QTest::newRow("they do") << std::int64_t(950) << QString();
  QTest::newRow("a cent less") << std::int64_t(949) << u"bank.balance_mismatch"_s;
}

void TestBankRules::openingAndEntriesComeToClosing() {
  QFETCH(std::int64_t, closing);
  BankStatement statement;
  statement.opening = Money(1'000, usd);
  statement.closing = Money(closing, usd);
  statement.entries = {entryOf(250), entryOf(-300)};
  const auto checked = checkSums(statement);
  QTEST(checked ? QString() : checked.error().code, "code");
  if (!checked)
    for (const auto *figure : {"10.00", "-0.50", "9.50", "9.49"})
      QVERIFY2(checked.error().message.contains(QString::fromUtf8(figure)),
               qPrintable(checked.error().message));
  statement.entries.front().amount = Money(250, *Currency::parse(u"EUR"_s));
  QCOMPARE(checkSums(statement).error().code, u"bank.currency_mixed"_s);
}

void TestBankRules::whatLooksAlikeIsCounted() {
  BankStatement statement;
  statement.id = u"1"_s;
  statement.entries = {entryOf(100), entryOf(100), entryOf(200)};
  const auto keys = entryKeys(statement);
  QVERIFY(keys[0] != keys[1] && keys[0] != keys[2]);
  QVERIFY(entryKeys(statement) == keys);
  auto later = statement;
  later.id = u"2"_s;
  QVERIFY(entryKeys(later) != keys); // the bank gives no reference: the statement tells them apart
  for (auto *each : {&statement, &later})
    each->entries.front().bankReference = u"B1"_s;
  QVERIFY(entryKeys(statement)[0] == entryKeys(later)[0]);
}

QTEST_GUILESS_MAIN(TestBankRules)
#include "tst_bank_rules.moc"
