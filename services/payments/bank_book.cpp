// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/bank_book.h"

#include "services/payments/bank_twins.h"

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace tenantry::payments {

namespace {

std::optional<std::int64_t> minorOf(const std::optional<Money> &money) {
  return money ? std::optional(money->minor()) : std::nullopt;
}

std::optional<QString> currencyOf(const BankStatement &statement) {
  if (statement.opening)
    return statement.opening->currency().code();
  return statement.entries.empty()
             ? std::nullopt
             : std::optional(statement.entries.front().amount.currency().code());
}

struct StatementDays {
  std::optional<LocalDay> first, last;
};

/// As it says, else those of its entries; both or none.
StatementDays daysOf(const BankStatement &statement) {
  StatementDays days{statement.opensOn, statement.closesOn};
  for (const auto &entry : statement.entries) {
    if (!statement.opensOn)
      days.first = days.first ? std::min(*days.first, entry.bookedOn) : entry.bookedOn;
    if (!statement.closesOn)
      days.last = days.last ? std::max(*days.last, entry.bookedOn) : entry.bookedOn;
  }
  if (!days.first || !days.last || *days.first > *days.last)
    days.first = days.last = days.last ? days.last : days.first;
  return days;
}

} // namespace

Result<StatementOutcome> BankBook::post(const BankStatement &statement, const Progress &progress) {
  TENANTRY_CHECK(checkSums(statement));
  return m_session.database.transaction([&]() -> Result<StatementOutcome> {
    TENANTRY_CHECK(m_session.database.query("bank_lock_account", {{"account", statement.account}}));
    const auto digest = contentDigest(statement);
    const auto key = statement.id.isEmpty() ? digest : statement.id;
    TENANTRY_TRY(posted,
                 m_session.database.one<QString>("bank_statement_find",
                                                 {{"account", statement.account}, {"key", key}}));
    if (posted && std::get<0>(*posted) == digest)
      return StatementOutcome{true, static_cast<std::int64_t>(statement.entries.size()), 0, 0};
    if (posted)
      return fail(u"bank.statement_differs"_s,
                  u"Statement %1 of account %2 was posted before with different "
                  u"content. Ask the bank which of the two is right."_s.arg(key, statement.account),
                  {statement.file, statement.line, 0, {}});
    const auto keys = entryKeys(statement);
    TENANTRY_TRY(rows, m_session.database.query("bank_entries_known",
                                                {{"account", statement.account}, {"keys", keys}}));
    std::set<QString> known;
    for (const auto row : rows)
      known.insert(row.get<QString>(0));
    TENANTRY_TRY(twins, BankTwins(m_session, m_business).of(statement, keys, known));
    TENANTRY_TRY(id, write(statement, key, digest));
    StatementOutcome outcome;
    for (std::size_t i = 0; i < keys.size(); ++i) {
      if (progress && !progress(static_cast<std::int64_t>(i)))
        return fail(u"import.cancelled"_s, u"The import was cancelled; nothing of it is kept."_s);
      if (known.contains(keys[i])) {
        ++outcome.known;
        continue;
      }
      TENANTRY_TRY(entry, write(id, statement.account, statement.entries[i], keys[i], twins[i]));
      if (twins[i]) {
        TENANTRY_CHECK(hold(entry));
        ++outcome.twins;
        ++outcome.waiting;
        continue;
      }
      TENANTRY_TRY(matched, match(entry, statement.entries[i]));
      ++(matched ? outcome.matched : outcome.waiting);
    }
    TENANTRY_CHECK(tellBankChanged(m_session));
    return outcome;
  });
}

Result<BankStatementId> BankBook::write(const BankStatement &statement, const QString &key,
                                        const QString &digest) {
  const Instant now = m_session.clock.now();
  const auto id = makeId<BankStatementId>(now);
  const auto days = daysOf(statement);
  TENANTRY_CHECK(
      m_session.database.execute("bank_statement_add", {{"statement", id},
                                                        {"account", statement.account},
                                                        {"key", key},
                                                        {"digest", digest},
                                                        {"format", statement.format},
                                                        {"file", statement.file},
                                                        {"currency", currencyOf(statement)},
                                                        {"opening", minorOf(statement.opening)},
                                                        {"closing", minorOf(statement.closing)},
                                                        {"statement_number", statement.number},
                                                        {"opens_on", days.first},
                                                        {"closes_on", days.last},
                                                        {"now", now}}));
  return id;
}

Result<BankEntryId> BankBook::write(const BankStatementId &statement, const QString &account,
                                    const BankEntry &entry, const QString &key,
                                    const std::optional<BankEntryId> &twin) {
  const auto id = makeId<BankEntryId>(m_session.clock.now());
  TENANTRY_CHECK(m_session.database.execute("bank_entry_add",
                                            {{"entry", id},
                                             {"statement", statement},
                                             {"account", account},
                                             {"key", key},
                                             {"amount", entry.amount.minor()},
                                             {"currency", entry.amount.currency().code()},
                                             {"booked_on", entry.bookedOn},
                                             {"value_on", entry.valueOn},
                                             {"is_reversal", entry.isReversal},
                                             {"bank_reference", entry.bankReference},
                                             {"structured_reference", entry.structuredReference},
                                             {"end_to_end", entry.endToEnd},
                                             {"remittance", entry.remittance},
                                             {"party", entry.party},
                                             {"party_account", entry.partyAccount},
                                             {"twin", twin},
                                             {"batch", minorOf(entry.batch)}}));
  return id;
}

Result<> BankBook::hold(const BankEntryId &id) {
  TENANTRY_CHECK(
      m_session.database.execute("bank_entry_settle", {{"entry", id},
                                                       {"status", u"waiting"_s},
                                                       {"reason", QString(twinReason)},
                                                       {"settled_at", std::optional<Instant>()}}));
  return {};
}

// What is due is looked at anew for each entry: the one before may have paid the same invoice.
Result<bool> BankBook::match(const BankEntryId &id, const BankEntry &entry) {
  TENANTRY_TRY(applied, m_business.current(m_session));
  TENANTRY_TRY(named, namedBy(m_session, applied->business.invoice.numberFormat, entry));
  if (!named.empty()) {
    TENANTRY_CHECK(store::lockOrganization(m_session, named.front().organization));
    TENANTRY_TRY(again, namedBy(m_session, applied->business.invoice.numberFormat, entry));
    named = std::move(again);
  }
  const auto plan = planMatch(entry, named);
  const Instant now = m_session.clock.now();
  for (const auto &part : plan.parts) {
    const auto payment = makeId<PaymentId>(now);
    TENANTRY_CHECK(Transfers(m_session, m_business)
                       .act({part.invoice.organization, part.invoice.invoice,
                             Money(part.amount, entry.amount.currency()), entry.remittance, payment,
                             entry.bookedOn}));
    TENANTRY_CHECK(
        m_session.database.execute("bank_match_add", {{"organization", part.invoice.organization},
                                                      {"payment", payment},
                                                      {"entry", id},
                                                      {"rule", toString(part.invoice.rule)},
                                                      {"now", now}}));
  }
  const bool isMatched = !plan.parts.empty();
  TENANTRY_CHECK(m_session.database.execute(
      "bank_entry_settle",
      {{"entry", id},
       {"status", isMatched ? u"matched"_s : u"waiting"_s},
       {"reason", plan.waits},
       {"settled_at", isMatched ? std::optional(now) : std::optional<Instant>()}}));
  return isMatched;
}

} // namespace tenantry::payments
