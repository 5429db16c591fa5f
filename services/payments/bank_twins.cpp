// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/bank_twins.h"

#include <QRegularExpression>
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tenantry::payments {

namespace {

/// Letters and digits, for the files of one bank break, cut and capitalize texts differently.
QString squashed(const QString &text) {
  QString kept;
  for (const auto letter : text)
    if (letter.isLetterOrNumber())
      kept += letter.toUpper();
  return kept == "NOTPROVIDED"_L1 ? QString() : kept;
}

enum class Likeness { Unsaid, Alike, Unlike };

Likeness compare(const QString &one, const QString &other, bool mayBeCut) {
  const auto a = squashed(one), b = squashed(other);
  if (a.isEmpty() || b.isEmpty())
    return Likeness::Unsaid;
  const bool alike = a == b || (mayBeCut && (a.startsWith(b) || b.startsWith(a)));
  return alike ? Likeness::Alike : Likeness::Unlike;
}

/// Other numbers of an account than an IBAN are written in too many ways.
Likeness compareAccounts(const QString &one, const QString &other) {
  static const QRegularExpression iban(u"^[A-Z]{2}\\d{2}[A-Z0-9]{8,30}$"_s);
  return iban.match(squashed(one)).hasMatch() && iban.match(squashed(other)).hasMatch()
             ? compare(one, other, false)
             : Likeness::Unsaid;
}

/// "SAM1/2": the second of the batch SAM1, as we call it where the bank names none.
const QRegularExpression &placeInBatch() {
  static const QRegularExpression place(u"/\\d+$"_s);
  return place;
}

bool isOfBatch(const QString &reference) { return placeInBatch().match(reference).hasMatch(); }

QString batchOf(const QString &reference) { return QString(reference).remove(placeInBatch()); }

} // namespace

bool mayBeBatch(const BankEntry &kept, const BankEntry &entry) {
  if (kept.bookedOn != entry.bookedOn || kept.amount.currency() != entry.amount.currency())
    return false;
  const auto &whole = kept.bankReference, &part = entry.bankReference;
  const auto agree = [](const QString &all, const QString &one) {
    return all.isEmpty() || one.isEmpty() || batchOf(one) == all;
  };
  if (entry.batch && kept.amount == *entry.batch)
    return agree(whole, part);
  if (kept.batch && !entry.batch && *kept.batch == entry.amount)
    return agree(part, whole);
  return !entry.batch && !part.isEmpty() && isOfBatch(whole) && batchOf(whole) == part;
}

bool mayBeTwins(const BankEntry &one, const BankEntry &other) {
  if (one.amount != other.amount || one.bookedOn != other.bookedOn ||
      (one.valueOn && other.valueOn && *one.valueOn != *other.valueOn))
    return false;
  const auto &mine = one.bankReference, &theirs = other.bankReference;
  if (!mine.isEmpty() && mine == theirs)
    return true;
  // What we made up of a batch contradicts nothing that the bank says.
  if (!mine.isEmpty() && !theirs.isEmpty() && !isOfBatch(mine) && !isOfBatch(theirs))
    return false;
  const std::array said{compare(one.endToEnd, other.endToEnd, false),
                        compare(one.structuredReference, other.structuredReference, false),
                        compare(one.remittance, other.remittance, true),
                        compareAccounts(one.partyAccount, other.partyAccount)};
  const auto has = [&](Likeness likeness) {
    return std::find(said.begin(), said.end(), likeness) != said.end();
  };
  if (has(Likeness::Unlike))
    return false;
  // A name is written in several ways: it tells them apart where nothing else speaks for one.
  return has(Likeness::Alike) || compare(one.party, other.party, true) != Likeness::Unlike;
}

Result<std::vector<std::optional<BankEntryId>>> BankTwins::of(const BankStatement &statement,
                                                              const std::vector<QString> &keys,
                                                              const std::set<QString> &known) {
  std::vector<std::optional<BankEntryId>> twins(statement.entries.size());
  std::vector<LocalDay> days;
  std::vector<std::int64_t> amounts;
  std::vector<QString> batches;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const auto &entry = statement.entries[i];
    if (known.contains(keys[i]))
      continue;
    days.push_back(entry.bookedOn);
    amounts.push_back(entry.amount.minor());
    if (entry.batch)
      amounts.push_back(entry.batch->minor());
    else if (!entry.bankReference.isEmpty())
      batches.push_back(entry.bankReference);
  }
  if (days.empty())
    return twins;
  TENANTRY_TRY(rows, m_session.database.query("bank_entries_alike", {{"account", statement.account},
                                                                     {"days", days},
                                                                     {"amounts", amounts},
                                                                     {"batches", batches}}));
  std::vector<KeptEntry> kept;
  for (const auto row : rows) {
    constexpr int keyColumn = 17, batchColumn = 18;
    if (known.contains(row.get<QString>(keyColumn))) // it is told again here, and stands for itself
      continue;
    TENANTRY_TRY(entry, readKeptEntry(row));
    if (const auto batch = row.get<std::optional<std::int64_t>>(batchColumn))
      entry.entry.batch = Money(*batch, entry.entry.amount.currency());
    kept.push_back(std::move(entry));
  }
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (known.contains(keys[i]))
      continue;
    const auto twin = std::find_if(kept.begin(), kept.end(), [&](const auto &one) {
      return mayBeTwins(one.entry, statement.entries[i]);
    });
    if (twin != kept.end()) {
      twins[i] = twin->id;
      kept.erase(twin);
      continue;
    }
    const auto batch = std::find_if(kept.begin(), kept.end(), [&](const auto &one) {
      return mayBeBatch(one.entry, statement.entries[i]);
    });
    if (batch != kept.end()) // several have it in common
      twins[i] = batch->id;
  }
  return twins;
}

Result<KeptEntry> BankTwins::locked(const BankEntryId &id, const QString &answered) {
  TENANTRY_TRY(rows, m_session.database.query("bank_entry_lock", {{"entry", id}}));
  if (rows.isEmpty())
    return fail(u"bank.entry_not_found"_s, u"There is no bank entry %1."_s.arg(id.toString()));
  TENANTRY_TRY(kept, readKeptEntry(rows[0]));
  if (!kept.twin)
    return fail(u"bank.no_twin"_s, u"No other statement seems to have brought this entry."_s);
  const auto expected =
      answered == "same"_L1 ? BankEntryStatus::Repeated : BankEntryStatus::Waiting;
  if (kept.status != expected)
    return fail(u"bank.entry_settled"_s,
                u"The entry is already %1; somebody else was faster."_s.arg(toString(kept.status)));
  if (kept.twinAnswer != answered)
    return fail(u"bank.entry_settled"_s,
                u"Somebody has said meanwhile that the entry is another payment, or took it back; "
                u"look at it again."_s);
  return kept;
}

Result<> BankTwins::another(const BankEntryId &id) {
  return m_session.database.transaction([&]() -> Result<> {
    TENANTRY_TRY(kept, locked(id, {}));
    TENANTRY_TRY(applied, m_business.current(m_session));
    TENANTRY_TRY(named, namedBy(m_session, applied->business.invoice.numberFormat, kept.entry));
    const auto plan = planMatch(kept.entry, named);
    return answer(id, u"another"_s, BankEntryStatus::Waiting,
                  plan.parts.empty() ? plan.waits : u"named"_s);
  });
}

Result<> BankTwins::same(const BankEntryId &id) {
  return m_session.database.transaction([&]() -> Result<> {
    TENANTRY_CHECK(locked(id, {}));
    return answer(id, u"same"_s, BankEntryStatus::Repeated, {});
  });
}

Result<> BankTwins::holdAgain(const BankEntryId &id, const QString &answered) {
  return m_session.database.transaction([&]() -> Result<> {
    TENANTRY_CHECK(locked(id, answered));
    return answer(id, {}, BankEntryStatus::Waiting, QString(twinReason));
  });
}

Result<> BankTwins::answer(const BankEntryId &id, const QString &answer, BankEntryStatus status,
                           const QString &reason) {
  const bool waits = status == BankEntryStatus::Waiting;
  TENANTRY_CHECK(m_session.database.execute(
      "bank_entry_answer",
      {{"entry", id},
       {"answer", answer},
       {"status", toString(status)},
       {"reason", reason},
       {"settled_at", waits ? std::optional<Instant>() : std::optional(m_session.clock.now())}}));
  return tellBankChanged(m_session);
}

} // namespace tenantry::payments
