// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/bank_entry.h"

#include <QCryptographicHash>
#include <map>

using namespace Qt::StringLiterals;

namespace tenantry::payments {

namespace {

QString digestOf(const QStringList &parts) {
  QCryptographicHash hash(QCryptographicHash::Sha256);
  for (const auto &part : parts) {
    const auto bytes = part.toUtf8();
    hash.addData(QByteArray::number(bytes.size()) + ':' + bytes); // no two lists look alike
  }
  return QString::fromLatin1(hash.result().toHex());
}

QStringList saidOf(const BankEntry &entry) {
  return {entry.bankReference,
          QString::number(entry.amount.minor()),
          entry.amount.currency().code(),
          toIso(entry.bookedOn),
          entry.isReversal ? u"reversal"_s : QString(),
          entry.structuredReference,
          entry.endToEnd,
          entry.remittance,
          entry.partyAccount};
}

} // namespace

std::vector<QString> entryKeys(const BankStatement &statement) {
  std::map<QString, int> seen;
  std::vector<QString> keys;
  keys.reserve(statement.entries.size());
  for (const auto &entry : statement.entries) {
    auto said = saidOf(entry);
    if (entry.bankReference.isEmpty())
      said.append(statement.id);
    const auto digest = digestOf(said);
    keys.push_back(u"%1-%2"_s.arg(digest).arg(++seen[digest]));
  }
  return keys;
}

QString contentDigest(const BankStatement &statement) {
  QStringList said{statement.account, statement.id};
  for (const auto &balance : {statement.opening, statement.closing})
    said.append(balance ? balance->toString() : QString());
  for (const auto &entry : statement.entries)
    said.append(digestOf(saidOf(entry)));
  return digestOf(said);
}

Result<> checkSums(const BankStatement &statement) {
  const Place place{statement.file, statement.line, 0, {}};
  std::optional<Currency> currency;
  if (statement.opening)
    currency = statement.opening->currency();
  const auto isOther = [&](const Money &money) {
    if (!currency)
      currency = money.currency();
    return money.currency() != *currency;
  };
  std::int64_t sum = 0;
  for (const auto &entry : statement.entries) {
    if (isOther(entry.amount))
      return fail(u"bank.currency_mixed"_s,
                  u"The statement is in %1, but this entry is in %2; an account has "
                  u"only one currency."_s.arg(currency->code(), entry.amount.toString()),
                  {statement.file, entry.line, 0, {}});
    if (__builtin_add_overflow(sum, entry.amount.minor(), &sum))
      return fail(u"amount.invalid"_s, u"The entries add up to more than can be counted."_s, place);
  }
  if (!statement.opening || !statement.closing)
    return {};
  if (isOther(*statement.closing))
    return fail(
        u"bank.currency_mixed"_s,
        u"The statement opens with %1 and closes with %2; an account has "
        u"only one currency."_s.arg(statement.opening->toString(), statement.closing->toString()),
        place);
  std::int64_t reached = 0;
  if (__builtin_add_overflow(statement.opening->minor(), sum, &reached) ||
      reached != statement.closing->minor())
    return fail(u"bank.balance_mismatch"_s,
                u"%1 (opening) + %2 (%3 booked entries) = %4, but the statement "
                u"closes with %5; part of it is missing. Ask the bank for it again."_s
                    .arg(statement.opening->majorString(), Money(sum, *currency).majorString())
                    .arg(statement.entries.size())
                    .arg(Money(reached, *currency).majorString(), statement.closing->toString()),
                place);
  return {};
}

} // namespace tenantry::payments
