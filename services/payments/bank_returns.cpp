// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/bank_desk.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::payments {

namespace {

/// Whether the one can be the money of the other that went back: all of it, from the same account.
Result<> checkReturn(const KeptEntry &back, const KeptEntry &of) {
  const auto wrong = [](const QString &sentence) {
    return fail(u"bank.return_invalid"_s, sentence);
  };
  if (back.entry.amount.minor() > 0)
    return wrong(u"This money came in; only what went out can have sent back what came before."_s);
  if (of.account != back.account || of.entry.amount.currency() != back.entry.amount.currency())
    return wrong(u"The two entries are of different accounts or currencies."_s);
  if (of.entry.amount.minor() != -back.entry.amount.minor())
    return wrong(u"%1 came in, but %2 went out: a transfer goes back whole. Undo the assignment "
                 u"instead, and dismiss both."_s.arg(of.entry.amount.toString(),
                                                     back.entry.amount.toString()));
  if (back.entry.bookedOn < of.entry.bookedOn)
    return wrong(u"It went out on %1, before the other came in on %2."_s.arg(
        toIso(back.entry.bookedOn), toIso(of.entry.bookedOn)));
  return {};
}

constexpr int mostReturnable = 20;

/// How much speaks for the one being the other's money: ids before the account before a name.
int likeness(const BankEntry &back, const BankEntry &of) {
  const auto same = [](const QString &one, const QString &other) {
    return !one.isEmpty() && one == other;
  };
  return (same(back.endToEnd, of.endToEnd) ? 8 : 0) +
         (same(back.structuredReference, of.structuredReference) ? 4 : 0) +
         (same(back.partyAccount, of.partyAccount) ? 2 : 0) + (same(back.party, of.party) ? 1 : 0);
}

} // namespace

Result<std::vector<KeptEntry>> BankDesk::returnable(const KeptEntry &back) {
  std::vector<KeptEntry> entries;
  const auto &entry = back.entry;
  if (entry.amount.minor() >= 0)
    return entries;
  TENANTRY_TRY(rows, m_session.database.query("bank_entries_returnable",
                                              {{"amount", -entry.amount.minor()},
                                               {"account", back.account},
                                               {"currency", entry.amount.currency().code()},
                                               {"day", entry.bookedOn},
                                               {"returned", QString(returnedReason)},
                                               {"count", mostReturnable}}));
  for (const auto row : rows) {
    TENANTRY_TRY(kept, readKeptEntry(row));
    entries.push_back(std::move(kept));
  }
  std::stable_sort(entries.begin(), entries.end(), [&](const auto &one, const auto &other) {
    return likeness(entry, one.entry) > likeness(entry, other.entry);
  });
  return entries;
}

Result<UnassignPicture> BankDesk::previewReturn(const BankEntryId &id, const BankEntryId &of) {
  TENANTRY_TRY(back, find(id));
  TENANTRY_TRY(sent, find(of));
  TENANTRY_CHECK(expectStatus(back, BankEntryStatus::Waiting));
  TENANTRY_CHECK(expectUnheld(back));
  TENANTRY_CHECK(checkReturn(back, sent));
  if (sent.status != BankEntryStatus::Matched)
    return fail(u"bank.entry_settled"_s,
                u"The entry that came in pays nothing: it is %1."_s.arg(toString(sent.status)));
  return Unassignment(m_session, m_business).preview(BankReturn{id, of, back.entry.bookedOn});
}

Result<> BankDesk::assignReturn(const BankEntryId &id, const BankEntryId &of, const QString &seen) {
  return m_session.database.transaction([&]() -> Result<> {
    TENANTRY_CHECK(locked(of, BankEntryStatus::Matched));
    TENANTRY_TRY(back, locked(id, BankEntryStatus::Waiting));
    TENANTRY_CHECK(previewReturn(id, of));
    TENANTRY_CHECK(
        Unassignment(m_session, m_business).act(BankReturn{id, of, back.entry.bookedOn}, seen));
    TENANTRY_CHECK(
        m_session.database.execute("bank_entry_return", {{"entry", id},
                                                         {"of", of},
                                                         {"reason", QString(returnedReason)},
                                                         {"now", m_session.clock.now()}}));
    return settle(of, BankEntryStatus::Matched, QString(returnedReason));
  });
}

} // namespace tenantry::payments
