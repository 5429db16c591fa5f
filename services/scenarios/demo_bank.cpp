// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/scenarios/demo_bank.h"

#include <map>

using namespace Qt::StringLiterals;

namespace tenantry::scenarios {

namespace {

constexpr std::int64_t feeMinor = 1290;

payments::BankEntry entryOf(const Money &amount, const QString &party, const QString &remittance,
                            LocalDay day) {
  payments::BankEntry entry;
  entry.amount = amount;
  entry.bookedOn = day;
  entry.valueOn = day;
  entry.party = party;
  entry.remittance = remittance;
  return entry;
}

} // namespace

std::vector<payments::BankStatement> demoStatements(const std::vector<DemoTransfer> &transfers,
                                                    LocalDay day) {
  std::map<Currency, payments::BankStatement> statements;
  for (const auto &transfer : transfers) {
    auto &statement = statements[transfer.amount.currency()];
    statement.entries.push_back(
        entryOf(transfer.amount, transfer.payer, u"Subscription, thank you"_s, day));
  }
  std::vector<payments::BankStatement> all;
  for (auto &[currency, statement] : statements) {
    statement.entries.push_back(
        entryOf(Money(-feeMinor, currency), u"Example Bank"_s, u"Fee of the account"_s, day));
    statement.format = u"csv"_s;
    statement.file = u"demo-%1.csv"_s.arg(currency.code().toLower());
    statement.account = u"DEMO-%1"_s.arg(currency.code());
    for (std::size_t i = 0; i < statement.entries.size(); ++i)
      statement.entries[i].line = static_cast<int>(i) + 2; // below the head
    all.push_back(std::move(statement));
  }
  return all;
}

} // namespace tenantry::scenarios
