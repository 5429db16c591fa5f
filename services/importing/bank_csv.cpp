// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/importing/bank_csv.h"

#include "services/importing/mapped_row.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace tenantry::importing {

using payments::BankEntry;

namespace {

/// "2026-01-31", "31.01.2026", "31.01.26", and what a time may follow.
Result<LocalDay> dayIn(const MappedRow &row, const QString &field) {
  static const QRegularExpression german(u"^(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4}|\\d{2})$"_s);
  const auto text = row.text(field);
  const auto match = german.match(text);
  QString iso = text.left(10);
  if (match.hasMatch()) {
    auto year = match.captured(3);
    if (year.size() == 2)
      year.prepend(u"20"_s);
    iso = u"%1-%2-%3"_s.arg(year, match.captured(2).rightJustified(2, u'0'),
                            match.captured(1).rightJustified(2, u'0'));
  }
  const auto day = parseDay(iso);
  if (!day)
    return row.bad(field, u"bank.date_invalid"_s,
                   u"“%1” is not a day; write 2026-01-31 or 31.01.2026."_s.arg(text));
  return *day;
}

/// Where the sign stands in a column of its own: "S" (Soll), "D", "DBIT" take away.
bool isDebit(const QString &mark) {
  static const QStringList debits{u"s"_s, u"d"_s, u"dbit"_s, u"debit"_s, u"soll"_s, u"-"_s};
  return debits.contains(mark.toLower());
}

/// In one column with a sign, else what went out and what came in have a column each.
Result<Money> amountIn(const MappedRow &row, bool isSplit, Currency currency) {
  if (!isSplit) {
    TENANTRY_TRY(amount, row.money(u"amount"_s, currency));
    return isDebit(row.text(u"sign"_s)) && amount.minor() > 0 ? -amount : amount;
  }
  TENANTRY_TRY(out, row.money(u"debit"_s, currency, 0));
  TENANTRY_TRY(in, row.money(u"credit"_s, currency, 0));
  if (!out.isZero() && !in.isZero())
    return row.bad(u"debit"_s, u"bank.amount_invalid"_s,
                   u"%1 went out and %2 came in; a row of a bank moves money one way."_s.arg(
                       out.toString(), in.toString()));
  if (!in.isZero())
    return in;
  return out.minor() > 0 ? -out : out; // with or without a minus of its own
}

Failure noCurrency(const MappedRow &row) {
  return row.bad(u"currency"_s, u"currency.unknown"_s,
                 u"The file does not say which currency the account is in; name the "
                 u"currency."_s);
}

Result<BankEntry> entryOf(const MappedRow &row, const BankCsvOptions &options, bool isSplit) {
  BankEntry entry;
  entry.line = row.line();
  auto currency = options.currency;
  if (!row.text(u"currency"_s).isEmpty()) {
    TENANTRY_TRY(named, row.currency(u"currency"_s));
    currency = named;
  }
  if (currency == Currency())
    return noCurrency(row);
  TENANTRY_TRY(amount, amountIn(row, isSplit, currency));
  if (amount.isZero())
    return row.bad(isSplit ? u"credit"_s : u"amount"_s, u"bank.amount_invalid"_s,
                   u"The amount is zero; a bank entry must move money."_s);
  TENANTRY_TRY(booked, dayIn(row, u"booked_on"_s));
  entry.amount = amount;
  entry.bookedOn = booked;
  if (!row.text(u"value_on"_s).isEmpty()) {
    TENANTRY_TRY(value, dayIn(row, u"value_on"_s));
    entry.valueOn = value;
  }
  entry.bankReference = row.text(u"bank_reference"_s);
  entry.structuredReference = row.text(u"structured_reference"_s);
  entry.endToEnd = row.text(u"end_to_end"_s);
  entry.remittance = row.text(u"remittance"_s);
  entry.party = row.text(u"party"_s);
  entry.partyAccount = row.text(u"party_account"_s);
  return entry;
}

QString accountOf(const MappedRow &row, const BankCsvOptions &options) {
  static const QRegularExpression space(u"\\s"_s);
  auto account = row.text(u"account"_s);
  if (account.isEmpty())
    account = options.account;
  return account.remove(space).toUpper();
}

} // namespace

const ImportFormat &bankFormat() {
  using enum Presence;
  static const ImportFormat format{
      u"bank"_s,
      {{u"booked_on"_s,
        Required,
        {u"Booking date"_s, u"Buchungstag"_s, u"Buchungsdatum"_s, u"Booked on"_s, u"Posting date"_s,
         u"Date"_s, u"Datum"_s}},
       {u"amount"_s,
        Required,
        {u"Amount"_s, u"Betrag"_s, u"Betrag (EUR)"_s, u"Betrag (€)"_s, u"Betrag in EUR"_s,
         u"Umsatz"_s},
        {u"debit"_s, u"credit"_s}},
       {u"debit"_s,
        Optional,
        {u"Debit"_s, u"Soll"_s, u"Debit amount"_s, u"Paid out"_s, u"Money out"_s, u"Belastung"_s}},
       {u"credit"_s,
        Optional,
        {u"Credit"_s, u"Haben"_s, u"Credit amount"_s, u"Paid in"_s, u"Money in"_s,
         u"Gutschrift"_s}},
       {u"sign"_s, Optional, {u"Credit/Debit"_s, u"Soll/Haben"_s, u"S/H"_s}},
       {u"currency"_s, Optional, {u"Currency"_s, u"Währung"_s, u"Waehrung"_s}},
       {u"value_on"_s,
        Optional,
        {u"Value date"_s, u"Valutadatum"_s, u"Wertstellung"_s, u"Valuta"_s}},
       {u"remittance"_s,
        Optional,
        {u"Remittance information"_s, u"Remittance"_s, u"Verwendungszweck"_s,
         u"Payment reference"_s, u"Description"_s, u"Details"_s, u"Reference"_s,
         u"Buchungstext"_s}},
       {u"structured_reference"_s, Optional, {u"Creditor reference"_s, u"Structured reference"_s}},
       {u"end_to_end"_s,
        Optional,
        {u"End-to-end id"_s, u"EndToEndId"_s, u"Kundenreferenz (End-to-End)"_s,
         u"Kundenreferenz"_s}},
       {u"party"_s,
        Optional,
        {u"Counterparty"_s, u"Payer"_s, u"Partner name"_s, u"Name"_s,
         u"Beguenstigter/Zahlungspflichtiger"_s, u"Begünstigter/Zahlungspflichtiger"_s,
         u"Name Zahlungsbeteiligter"_s, u"Auftraggeber/Empfänger"_s, u"Auftraggeber"_s,
         u"Zahlungspflichtiger"_s, u"Zahlungspflichtige*r"_s}},
       {u"party_account"_s,
        Optional,
        {u"Counterparty account"_s, u"Payer account"_s, u"Partner IBAN"_s, u"Kontonummer/IBAN"_s,
         u"IBAN Zahlungsbeteiligter"_s}},
       {u"bank_reference"_s, Optional, {u"Bank reference"_s, u"Transaction id"_s, u"Umsatz-ID"_s}},
       {u"account"_s, Optional, {u"Account"_s, u"Auftragskonto"_s, u"IBAN Auftragskonto"_s}}}};
  return format;
}

bool isBankCsv(QIODevice &device) {
  auto head = device.peek(64);
  if (head.startsWith("\xEF\xBB\xBF"))
    head.remove(0, 3);
  return !head.trimmed().startsWith('<');
}

Result<BankCsv> readBankCsv(QIODevice &device, const QString &file, const BankCsvOptions &options) {
  TENANTRY_TRY(reader, CsvReader::open(device, file));
  TENANTRY_TRY(mapping, mapColumns(bankFormat(), reader.header().names(), options.mapping));
  TENANTRY_CHECK(mapping.checkComplete());
  const bool isSplit = !mapping.columnOf.contains(u"amount"_s);
  BankCsv found;
  found.statement.file = file;
  found.statement.line = 1;
  found.statement.format = u"csv"_s;
  for (;;) {
    const auto record = reader.next();
    if (!record) {
      found.errors.push_back(record.error());
      if (record.error().code == "text.unreadable"_L1)
        break;
      continue;
    }
    if (!*record)
      break;
    const MappedRow row(**record, mapping, file);
    const auto account = accountOf(row, options);
    if (account.isEmpty())
      return fail(u"bank.account_missing"_s,
                  u"The file does not say which account it belongs to; name the account."_s,
                  row.place(u"account"_s));
    if (options.currency == Currency() && !mapping.columnOf.contains(u"currency"_s))
      return noCurrency(row);
    if (found.statement.account.isEmpty())
      found.statement.account = account;
    auto entry = entryOf(row, options, isSplit);
    if (entry && account != found.statement.account)
      entry = row.bad(u"account"_s, u"bank.account_mixed"_s,
                      u"This row belongs to account %1, the rows before it to %2; import "
                      u"each account by itself."_s.arg(account, found.statement.account));
    if (entry)
      found.statement.entries.push_back(std::move(*entry));
    else
      found.errors.push_back(entry.error());
  }
  return found;
}

} // namespace tenantry::importing
