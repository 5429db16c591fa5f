// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/importing/bank_csv.h"
#include "services/importing/camt_reader.h"

#include <QBuffer>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::importing;

/// Bank statements as banks give them: CAMT.053 in three versions, and CSV.
class TestBankFiles : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void eachVersionSaysTheSame_data();
  void eachVersionSaysTheSame();
  void whatIsWrongIsRefusedAtItsPlace_data();
  void whatIsWrongIsRefusedAtItsPlace();
  void oneWrongStatementLeavesTheOthers();
  void daysAndNumberAreThoseOfTheStatement();
  void aBatchWithoutAmountsStaysWhole();
  void aCsvIsReadByItsColumns();
  void aCsvNamesEachBadRow();
  void whatCameInMayHaveAColumnOfItsOwn_data();
  void whatCameInMayHaveAColumnOfItsOwn();
  void aCsvWithoutACurrencyIsAskedOnce();
};

namespace {

const Currency usd = *Currency::parse(u"USD"_s);

QByteArray contentOf(const QString &name) {
  QFile file(u"tests/data/bank/"_s + name);
  if (!file.open(QIODevice::ReadOnly))
    qFatal("%s is not there", qPrintable(name));
  return file.readAll();
}

Result<CamtFile> camt(QByteArray content) {
  QBuffer buffer(&content);
  buffer.open(QIODevice::ReadOnly);
  return readCamt(buffer, u"bank.xml"_s);
}

Result<BankCsv> csv(QByteArray content, const BankCsvOptions &options = {}) {
  QBuffer buffer(&content);
  buffer.open(QIODevice::ReadOnly);
  return readBankCsv(buffer, u"bank.csv"_s, options);
}

QByteArray changed(const QByteArray &before, const QByteArray &after) {
  auto content = contentOf(u"camt053-08.xml"_s);
  if (!content.contains(before))
    qFatal("the file has no %s", before.constData());
  return content.replace(content.indexOf(before), before.size(), after);
}

} // namespace

void TestBankFiles::eachVersionSaysTheSame_data() {
  QTest::addColumn<QString>("version");
  for (const auto *version : {"02", "04", "08"})
    QTest::newRow(version) << QString::fromUtf8(version);
}

void TestBankFiles::eachVersionSaysTheSame() {
  QFETCH(QString, version);
  const auto file = camt(contentOf(u"camt053-%1.xml"_s.arg(version)));
  QVERIFY2(file.has_value(), file ? "" : qPrintable(file.error().toString()));
  QCOMPARE(file->errors.size(), std::size_t(0));
  QCOMPARE(file->statements.size(), std::size_t(1));
  const auto &statement = file->statements.front();
  QCOMPARE(statement.format, u"camt.053.001."_s + version);
  QCOMPARE(statement.account, u"DE89370400440532013000"_s);
  QCOMPARE(statement.id, u"STMT-1"_s);
  QVERIFY(*statement.opening == Money(100'000, usd) && *statement.closing == Money(176'090, usd));
  QCOMPARE(statement.number.value_or(0), std::int64_t(7));
  QVERIFY(statement.closesOn && toIso(*statement.closesOn) == u"2026-02-03"_s);
  QCOMPARE(statement.pending, 1);
  QVERIFY(payments::checkSums(statement));
  const auto &entries = statement.entries;
  QCOMPARE(entries.size(), std::size_t(6));
  const auto &first = entries[0];
  QVERIFY(first.amount == Money(19'900, usd));
  QCOMPARE(first.remittance, u"inv 2026 000001 thank you"_s);
  QCOMPARE(first.endToEnd, QString()); // NOTPROVIDED says nothing
  QCOMPARE(first.party, u"Payer"_s);
  QCOMPARE(first.partyAccount, u"DE02120300000000202051"_s);
  QCOMPARE(toIso(first.bookedOn), u"2026-02-03"_s);
  QCOMPARE(toIso(*first.valueOn), u"2026-02-04"_s);
  QVERIFY(first.line > 1);
  // One entry of two transactions, booked at a moment.
  QVERIFY(entries[1].amount == Money(19'900, usd) && entries[2].amount == Money(27'540, usd));
  QCOMPARE(entries[1].remittance, u"Invoice INV2026\n000002"_s);
  QCOMPARE(entries[1].bankReference, u"B2/1"_s);
  QCOMPARE(entries[2].endToEnd, u"B"_s);
  QCOMPARE(toIso(entries[2].bookedOn), u"2026-02-03"_s);
  QVERIFY(entries[3].isReversal && entries[3].amount == Money(-1'250, usd));
  QVERIFY(entries[4].bankReference.isEmpty());
}

void TestBankFiles::whatIsWrongIsRefusedAtItsPlace_data() {
  QTest::addColumn<QByteArray>("content");
  QTest::addColumn<QString>("code");
  const auto row = [](const char *name, const QByteArray &content, const QString &code) {
    QTest::newRow(name) << content << code;
  };
  row("not well-formed", changed("</Document>", ""), u"bank.xml_invalid"_s);
  row("cut off", contentOf(u"camt053-08.xml"_s).left(2'000), u"bank.xml_invalid"_s);
  row("a notification", changed("camt.053.001.08", "camt.054.001.08"), u"bank.not_a_statement"_s);
  row("a report of the day", changed("camt.053.001.08", "camt.052.001.02"),
      u"bank.not_a_statement"_s);
  row("another message", changed("camt.053.001.08", "pain.002.001.03"), u"bank.version_unknown"_s);
  row("another version", changed("camt.053.001.08", "camt.053.001.13"), u"bank.version_unknown"_s);
  row("no message of a bank", "<html xmlns=\"x\"/>", u"bank.version_unknown"_s);
  row("a document type", changed("<Document", "<!DOCTYPE Document [<!ENTITY a \"b\">]><Document"),
      u"bank.dtd_refused"_s);
  row("a billion laughs",
      changed("<Document", "<!DOCTYPE d [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><Document"),
      u"bank.dtd_refused"_s);
  row("no amount", changed("<Amt Ccy=\"USD\">199.00</Amt>", ""), u"bank.amount_invalid"_s);
  row("no number", changed(">199.00<", ">199,00<"), u"bank.amount_invalid"_s);
  row("too many places", changed(">199.00<", ">199.001<"), u"bank.amount_invalid"_s);
  row("a sign of its own", changed(">199.00<", ">-199.00<"), u"bank.amount_invalid"_s);
  row("an unknown currency", changed("<Amt Ccy=\"USD\">199.00", "<Amt Ccy=\"EURO\">199.00"),
      u"currency.unknown"_s);
  row("neither credit nor debit",
      changed("<CdtDbtInd>DBIT</CdtDbtInd>", "<CdtDbtInd>PLUS</CdtDbtInd>"),
      u"bank.sign_missing"_s);
  row("no day", changed("<Dt>2026-02-03</Dt></BookgDt>", "<Dt>2026-02-30</Dt></BookgDt>"),
      u"bank.date_invalid"_s);
  row("no status", changed("<Sts><Cd>BOOK</Cd></Sts>", ""), u"bank.status_missing"_s);
  row("no account", changed("<Id><IBAN>DE89370400440532013000</IBAN></Id>", ""),
      u"bank.account_missing"_s);
  row("no closing balance", changed("<Cd>CLBD</Cd>", "<Cd>CLAV</Cd>"), u"bank.balance_missing"_s);
  row("nested without end",
      changed("<RmtInf>",
              "<RmtInf>" + QByteArray("<a>").repeated(100) + QByteArray("</a>").repeated(100)),
      u"bank.xml_invalid"_s);
}

void TestBankFiles::whatIsWrongIsRefusedAtItsPlace() {
  QFETCH(QByteArray, content);
  const auto file = camt(content);
  const auto error = file ? file->errors.at(0) : file.error();
  QTEST(error.code, "code");
  QVERIFY(error.place.line > 0);
  QVERIFY(!file || file->statements.empty());
}

void TestBankFiles::oneWrongStatementLeavesTheOthers() {
  auto content = contentOf(u"camt053-08.xml"_s);
  const auto from = content.indexOf("<Stmt>"), to = content.indexOf("</Stmt>") + 7;
  auto second = content.mid(from, to - from).replace("STMT-1", "STMT-2");
  content.replace("199.00", "wrong").insert(content.indexOf("</Stmt>") + 7, second);
  const auto file = camt(content);
  QVERIFY(file.has_value());
  QCOMPARE(file->errors.size(), std::size_t(1));
  QCOMPARE(file->statements.at(0).id, u"STMT-2"_s);
}

void TestBankFiles::daysAndNumberAreThoseOfTheStatement() {
  const auto file =
      camt(changed("<ElctrncSeqNb>7</ElctrncSeqNb><CreDtTm>2026-02-04T06:00:00</CreDtTm>",
                   "<LglSeqNb>12</LglSeqNb><CreDtTm>2026-02-04T06:00:00</CreDtTm>"
                   "<FrToDt><FrDtTm>2026-02-02T00:00:00</FrDtTm>"
                   "<ToDtTm>2026-02-04T00:00:00</ToDtTm></FrToDt>"));
  const auto &statement = file->statements.at(0);
  QCOMPARE(statement.number.value_or(0), std::int64_t(12));
  QCOMPARE(toIso(*statement.opensOn), u"2026-02-02"_s);
  QCOMPARE(toIso(*statement.closesOn), u"2026-02-03"_s); // not the midnight after it
}

void TestBankFiles::aBatchWithoutAmountsStaysWhole() {
  const auto file = camt(changed("<Amt Ccy=\"USD\">199.0</Amt><CdtDbtInd>CRDT</CdtDbtInd>", ""));
  QVERIFY(file.has_value());
  const auto &entries = file->statements.at(0).entries;
  QCOMPARE(entries.size(), std::size_t(5));
  QVERIFY(entries[1].amount == Money(47'440, usd));
  QVERIFY(payments::checkSums(file->statements[0]));
}

void TestBankFiles::aCsvIsReadByItsColumns() {
  const auto file = csv(contentOf(u"german.csv"_s));
  QVERIFY(file.has_value());
  QVERIFY2(file->errors.empty(),
           file->errors.empty() ? "" : qPrintable(file->errors[0].toString()));
  const auto &entries = file->statement.entries;
  QCOMPARE(entries.size(), std::size_t(4));
  QVERIFY(entries[0].amount == Money(19'900, usd) && entries[1].amount == Money(-123'456, usd));
  QCOMPARE(toIso(entries[0].bookedOn), u"2026-02-03"_s);
  QCOMPARE(toIso(*entries[0].valueOn), u"2026-02-04"_s);
  QCOMPARE(entries[0].party, u"Eins GmbH"_s);
  QVERIFY(payments::entryKeys(file->statement)[2] != payments::entryKeys(file->statement)[3]);
  const auto mapped =
      csv("When,What,S,How much\n2026-02-03,thanks,S,5.00\n", {u"DE1"_s,
                                                               usd,
                                                               {{u"booked_on"_s, u"When"_s},
                                                                {u"amount"_s, u"How much"_s},
                                                                {u"sign"_s, u"S"_s},
                                                                {u"remittance"_s, u"What"_s}}});
  QVERIFY(mapped.has_value());
  QVERIFY(mapped->statement.entries.at(0).amount == Money(-500, usd));
  QCOMPARE(mapped->statement.entries[0].remittance, u"thanks"_s);
  // What the payer wrote is not the bank's reference, where a file has both.
  const auto both = csv("Booking date,Amount,Reference,Remittance\n2026-02-03,5.00,R1,thanks\n",
                        {u"DE1"_s, usd, {}});
  QVERIFY(both.has_value());
  QCOMPARE(both->statement.entries.at(0).remittance, u"thanks"_s);
}

void TestBankFiles::aCsvNamesEachBadRow() {
  const auto file =
      csv("Date,Amount,Account,Currency\n2026-02-03,5.00,A,USD\nyesterday,5.00,A,USD\n"
          "2026-02-03,much,A,USD\n2026-02-03,1.00,B,USD\n2026-02-03,1.00,A,\n");
  QVERIFY(file.has_value());
  QStringList said;
  for (const auto &error : file->errors)
    said.append(u"%1:%2"_s.arg(error.place.line).arg(error.code));
  QCOMPARE(said, (QStringList{u"3:bank.date_invalid"_s, u"4:amount_invalid"_s,
                              u"5:bank.account_mixed"_s, u"6:currency.unknown"_s}));
  QCOMPARE(csv("Date,Amount\n2026-02-03,1\n").error().code, u"bank.account_missing"_s);
  QCOMPARE(csv("Date,Nothing\n2026-02-03,1\n").error().code, u"mapping.field_missing"_s);
}

void TestBankFiles::whatCameInMayHaveAColumnOfItsOwn_data() {
  QTest::addColumn<QByteArray>("content");
  QTest::addColumn<QString>("said"); ///< minor units, or line and code of what is wrong
  const auto row = [](const char *name, const QByteArray &content, const QString &said) {
    QTest::newRow(name) << content << said;
  };
  const QByteArray head = "Datum;Soll;Haben;Auftraggeber\n";
  row("BILL-4 came in", head + "03.02.2026;;199,00;Dora\n", u"19900 Dora"_s);
  row("BILL-4 went out", head + "03.02.2026;12,50;;Dora\n", u"-1250 Dora"_s);
  row("BILL-4 went out with a minus", head + "03.02.2026;-12,50;0,00;Dora\n", u"-1250 Dora"_s);
  row("BILL-4 both", head + "03.02.2026;12,50;1,00;Dora\n", u"2:bank.amount_invalid"_s);
  row("BILL-4 neither", head + "03.02.2026;;;Dora\n", u"2:bank.amount_invalid"_s);
  row("BILL-4 no amount", head + "03.02.2026;much;;Dora\n", u"2:amount_invalid"_s);
  row("BILL-4 by their English names", "Date,Paid out,Paid in\n2026-02-03,,5.00\n", u"500 "_s);
  row("BILL-4 an amount is an amount", "Date,Amount,Debit,Credit\n2026-02-03,5.00,7.00,\n",
      u"500 "_s);
  row("BILL-4 one of them alone", "Datum;Haben\n03.02.2026;5,00\n", u"0:mapping.field_missing"_s);
}

void TestBankFiles::whatCameInMayHaveAColumnOfItsOwn() {
  QFETCH(QByteArray, content);
  const auto file = csv(content, {u"DE1"_s, usd, {}});
  const auto *error = !file                  ? &file.error()
                      : file->errors.empty() ? nullptr
                                             : &file->errors.front();
  const auto said = error ? u"%1:%2"_s.arg(error->place.line).arg(error->code)
                          : u"%1 %2"_s.arg(file->statement.entries.at(0).amount.minor())
                                .arg(file->statement.entries[0].party);
  QTEST(said, "said");
}

void TestBankFiles::aCsvWithoutACurrencyIsAskedOnce() {
  const auto file = csv("Date,Amount\n2026-02-03,1\n2026-02-04,2\n", {u"DE1"_s, {}, {}});
  QVERIFY(!file);
  QCOMPARE(file.error().code, u"currency.unknown"_s);
  QCOMPARE(file.error().place.field, u"currency"_s);
}

QTEST_GUILESS_MAIN(TestBankFiles)
#include "tst_bank_files.moc"
