// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/importing/camt_entry.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace tenantry::importing {

using payments::BankEntry;
using payments::BankStatement;

namespace {

Failure wrong(const XmlNode &node, const QString &file, const QString &code,
              const QString &sentence) {
  return fail(code, sentence, {file, node.line, 0, node.name});
}

/// "474.4": digits and at most one point, never more places than the currency has.
Result<Money> amountOf(const XmlNode &amount, const QString &file) {
  static const QRegularExpression shape(u"^(\\d{1,15})(?:\\.(\\d{1,5}))?$"_s);
  const auto currency = Currency::parse(amount.attributes.value(u"Ccy"_s));
  if (!currency)
    return wrong(amount, file, currency.error().code, currency.error().message);
  const auto match = shape.match(amount.text);
  auto places = match.captured(2);
  while (places.endsWith(u'0'))
    places.chop(1);
  if (!match.hasMatch() || places.size() > currency->minorDigits())
    return wrong(amount, file, u"bank.amount_invalid"_s,
                 u"“%1” is not an amount in %2."_s.arg(amount.text, currency->code()));
  const auto digits = match.captured(1) + places.leftJustified(currency->minorDigits(), u'0');
  return Money(digits.toLongLong(), *currency);
}

Result<Money> signedBy(const XmlNode &node, const XmlNode &amount, const QString &indicator,
                       const QString &file) {
  TENANTRY_TRY(money, amountOf(amount, file));
  if (indicator == "CRDT"_L1)
    return money;
  if (indicator == "DBIT"_L1)
    return -money;
  return wrong(node, file, u"bank.sign_missing"_s,
               u"CdtDbtInd is “%1”; it must be CRDT or DBIT."_s.arg(indicator));
}

/// Sts is text up to .04, and a code below it since.
QString statusOf(const XmlNode &entry) {
  const auto *status = entry.child(u"Sts");
  if (!status)
    return {};
  const auto code = status->textAt(u"Cd"_s);
  return code.isEmpty() ? status->text : code;
}

/// "NOTPROVIDED" and the like say nothing.
QString given(const QString &text) {
  return text == "NOTPROVIDED"_L1 || text == "NONREF"_L1 || text == "NOTAVAILABLE"_L1 ? QString()
                                                                                      : text;
}

QString remittanceOf(const XmlNode &details) {
  QStringList lines;
  if (const auto *info = details.child(u"RmtInf"))
    for (const auto *text : info->all(u"Ustrd"))
      lines.append(text->text);
  return lines.join(u'\n');
}

/// Who paid us, or, of money that went out, whom we paid. Since .08 there is a Pty around the name.
void takeParty(const XmlNode &details, BankEntry &entry) {
  const bool came = (entry.amount.minor() > 0) != entry.isReversal;
  const QString who = came ? u"Dbtr"_s : u"Cdtr"_s;
  entry.party = details.textAt(u"RltdPties/%1/Nm"_s.arg(who));
  if (entry.party.isEmpty())
    entry.party = details.textAt(u"RltdPties/%1/Pty/Nm"_s.arg(who));
  entry.partyAccount = details.textAt(u"RltdPties/%1Acct/Id/IBAN"_s.arg(who));
  if (entry.partyAccount.isEmpty())
    entry.partyAccount = details.textAt(u"RltdPties/%1Acct/Id/Othr/Id"_s.arg(who));
}

void takeDetails(const XmlNode &details, BankEntry &entry) {
  entry.endToEnd = given(details.textAt(u"Refs/EndToEndId"_s));
  entry.structuredReference = given(details.textAt(u"RmtInf/Strd/CdtrRefInf/Ref"_s));
  entry.remittance = remittanceOf(details);
  takeParty(details, entry);
}

/// The amount of one transaction of several: itself since .04, else that of AmtDtls. Its own
/// direction where it has one; nothing where it says no amount.
Result<std::optional<Money>> amountOfDetails(const XmlNode &details, const QString &indicator,
                                             const QString &file) {
  const auto *amount = details.child(u"Amt");
  if (!amount)
    amount = details.at(u"AmtDtls/TxAmt/Amt"_s);
  if (!amount)
    return std::optional<Money>{};
  const auto own = details.textAt(u"CdtDbtInd"_s);
  TENANTRY_TRY(money, signedBy(details, *amount, own.isEmpty() ? indicator : own, file));
  return std::optional(money);
}

/// One for each transaction; none where their amounts are not all given or do not sum to the whole.
Result<std::vector<BankEntry>> transactionsOf(const std::vector<const XmlNode *> &all,
                                              const BankEntry &whole, const QString &indicator,
                                              const QString &file) {
  std::vector<BankEntry> entries;
  std::int64_t sum = 0;
  int number = 0;
  for (const auto *details : all) {
    TENANTRY_TRY(amount, amountOfDetails(*details, indicator, file));
    if (!amount || amount->isZero() || amount->currency() != whole.amount.currency())
      return std::vector<BankEntry>{};
    BankEntry entry = whole;
    entry.line = details->line;
    entry.amount = *amount;
    entry.batch = whole.amount;
    sum = checkedAdd(sum, amount->minor());
    const auto own = given(details->textAt(u"Refs/AcctSvcrRef"_s));
    ++number;
    if (!own.isEmpty() && own != whole.bankReference)
      entry.bankReference = own;
    else if (!whole.bankReference.isEmpty())
      entry.bankReference = u"%1/%2"_s.arg(whole.bankReference).arg(number);
    takeDetails(*details, entry);
    entries.push_back(std::move(entry));
  }
  return sum == whole.amount.minor() ? entries : std::vector<BankEntry>{};
}

} // namespace

Result<std::optional<LocalDay>> camtDay(const XmlNode &node, const QString &name,
                                        const QString &file) {
  const auto *date = node.child(name);
  if (!date)
    return std::optional<LocalDay>{};
  auto text = date->textAt(u"Dt"_s);
  if (text.isEmpty())
    text = date->textAt(u"DtTm"_s).left(10);
  const auto day = parseDay(text.left(10)); // a zone may follow: 2026-01-31+01:00
  if (!day)
    return wrong(*date, file, u"bank.date_invalid"_s, u"“%1” is not a day."_s.arg(text));
  return std::optional(*day);
}

Result<Money> camtSignedAmount(const XmlNode &node, const QString &file) {
  const auto *amount = node.child(u"Amt");
  if (!amount)
    return wrong(node, file, u"bank.amount_invalid"_s, u"There is no amount."_s);
  return signedBy(node, *amount, node.textAt(u"CdtDbtInd"_s), file);
}

Result<> takeCamtEntry(const XmlNode &node, const QString &file, BankStatement &statement) {
  const auto status = statusOf(node);
  if (status.isEmpty())
    return wrong(node, file, u"bank.status_missing"_s,
                 u"The entry does not say whether it is booked."_s);
  if (status != "BOOK"_L1) {
    ++statement.pending;
    return {};
  }
  BankEntry entry;
  entry.line = node.line;
  TENANTRY_TRY(amount, camtSignedAmount(node, file));
  TENANTRY_TRY(booked, camtDay(node, u"BookgDt"_s, file));
  TENANTRY_TRY(value, camtDay(node, u"ValDt"_s, file));
  if (amount.isZero())
    return {};
  if (!booked && !value)
    return wrong(node, file, u"bank.date_invalid"_s, u"The entry has no booking date."_s);
  entry.amount = amount;
  entry.bookedOn = booked ? *booked : *value;
  entry.valueOn = value;
  entry.isReversal = node.textAt(u"RvslInd"_s) == "true"_L1 || node.textAt(u"RvslInd"_s) == "1"_L1;
  entry.bankReference = given(node.textAt(u"AcctSvcrRef"_s));
  std::vector<const XmlNode *> all;
  for (const auto *details : node.all(u"NtryDtls"))
    for (const auto *one : details->all(u"TxDtls"))
      all.push_back(one);
  if (all.size() > 1) {
    TENANTRY_TRY(each, transactionsOf(all, entry, node.textAt(u"CdtDbtInd"_s), file));
    if (!each.empty()) {
      statement.entries.insert(statement.entries.end(), each.begin(), each.end());
      return {};
    }
  } else if (all.size() == 1) {
    takeDetails(*all.front(), entry);
  }
  if (entry.remittance.isEmpty())
    entry.remittance = node.textAt(u"AddtlNtryInf"_s);
  statement.entries.push_back(std::move(entry));
  return {};
}

} // namespace tenantry::importing
