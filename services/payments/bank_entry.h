// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/clock.h"
#include "services/core/id.h"
#include "services/core/money.h"
#include <optional>
#include <vector>

/// What came in by bank, as the statements say it.
namespace tenantry::payments {

using BankStatementId = Id<struct BankStatementTag>;
using BankEntryId = Id<struct BankEntryTag>;

/// One movement of the account.
struct BankEntry {
  int line = 0; ///< where it stands in its file
  Money amount; ///< what came in is positive
  LocalDay bookedOn{};
  std::optional<LocalDay> valueOn;
  bool isReversal = false;     ///< takes an earlier movement back; the amount says which way
  QString bankReference;       ///< the bank's own; may be missing, and is not always unique
  QString structuredReference; ///< a creditor reference
  QString endToEnd;            ///< what the payer's bank passed on; empty where none was given
  QString remittance;          ///< what the payer wrote, line by line
  QString party;
  QString partyAccount;
  std::optional<Money> batch{}; ///< what the bank booked in one, where this is one of several in it
};

struct BankStatement {
  QString file;
  int line = 0;
  QString format;                     ///< "camt.053.001.08", "csv"
  QString account;                    ///< IBAN or other number, without spaces
  QString id;                         ///< the bank's; empty: it gives none
  std::optional<std::int64_t> number; ///< the how-manieth, as the bank counts
  std::optional<LocalDay> opensOn;    ///< its first day, where it says one
  std::optional<LocalDay> closesOn;   ///< likewise its last
  std::optional<Money> opening;
  std::optional<Money> closing;
  std::vector<BankEntry> entries; ///< those that are booked
  int pending = 0;                ///< not booked yet, or for information only: left out
};

/// A key for each entry, in their order: a digest of what the bank says, and of several that say
/// the same the how-manieth it is. Where the bank gives no reference the statement's id is in it.
[[nodiscard]] std::vector<QString> entryKeys(const BankStatement &statement);

/// Of everything that the statement says.
[[nodiscard]] QString contentDigest(const BankStatement &statement);

/// Error `bank.balance_mismatch`, with the arithmetic, unless opening + entries = closing; nothing
/// is checked where the statement has no balances. `bank.currency_mixed` where it has several.
[[nodiscard]] Result<> checkSums(const BankStatement &statement);

} // namespace tenantry::payments
