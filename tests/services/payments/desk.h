// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/payments/bank_book.h"
#include "services/payments/bank_desk.h"
#include "services/payments/receipts.h"
#include "tests/services/payments/debt.h"
#include "tests/support/differences_of.h"

namespace tenantry::tests {

/// A customer with two open invoices, and entries of a statement that name none.
struct Desk : Debt {
  Desk() {
    clock.set(*parseInstant(u"2026-02-28T10:00:00Z"_s));
    runAll();
  }
  BankDesk desk() { return {worker.session, worker.business}; }
  /// Posts one, and gives it as it is kept.
  KeptEntry came(std::int64_t amount, const QString &remittance = {},
                 const QString &account = u"DE1"_s, const QString &party = {},
                 const QString &day = u"2026-02-27"_s) {
    BankStatement statement;
    statement.format = u"csv"_s;
    statement.file = u"bank.csv"_s;
    statement.account = u"OURS"_s;
    BankEntry entry;
    entry.amount = Money(amount, latest().currency);
    entry.bookedOn = *parseDay(day);
    entry.bankReference = QString::number(++posted);
    entry.remittance = remittance;
    entry.partyAccount = account;
    entry.party = party;
    statement.entries = {entry};
    static_cast<void>(expect(BankBook(worker.session, worker.business).post(statement)));
    for (const auto status : {BankEntryStatus::Waiting, BankEntryStatus::Matched})
      for (const auto &kept : expect(desk().list(status, 100)))
        if (kept.entry.bankReference == entry.bankReference)
          return kept;
    throw std::runtime_error("the entry is not kept");
  }
  std::vector<billing::Invoice> invoices() {
    return expect(worker.invoices().ofOrganization(customer));
  }
  /// Everything that money changes, as text.
  QStringList standing() {
    QStringList all;
    for (const auto &one : invoices())
      all += u"%1 %2 %3 %4 %5"_s.arg(one.number, billing::toString(one.status))
                 .arg(one.amountDue())
                 .arg(one.paid)
                 .arg(one.balanceApplied);
    all += u"balance %1"_s.arg(balance());
    for (const auto &[account, amounts] : expect(worker.invoices().ledger(customer)))
      for (const auto &[currency, amount] : amounts)
        if (amount != 0)
          all += u"%1 %2"_s.arg(account).arg(amount);
    const auto received = expect(receivedSince(worker.session, Instant::min()));
    for (const auto &[currency, amount] : received.amounts)
      all += u"received %1 in %2"_s.arg(amount).arg(received.count);
    all += u"mrr %1"_s.arg(number("select sum(mrr_twelfths)::bigint from subscription"));
    return all;
  }
  QStringList differences() { return differencesOf(worker); }
  int posted = 0;
};

} // namespace tenantry::tests
