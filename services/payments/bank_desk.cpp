// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/bank_desk.h"

#include "services/billing/invoice_search.h"
#include "services/jobs/dispatcher.h"
#include "services/organizations/search.h"
#include "services/payments/bank_twins.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tenantry::payments {

namespace {

const std::array<std::pair<BankEntryStatus, QLatin1StringView>, 4> entryStatusNames{{
    {BankEntryStatus::Waiting, "waiting"_L1},
    {BankEntryStatus::Matched, "matched"_L1},
    {BankEntryStatus::NotOurs, "not_ours"_L1},
    {BankEntryStatus::Repeated, "repeated"_L1},
}};

constexpr std::size_t mostByName = 3; ///< organizations that a payer's name may mean
constexpr std::size_t mostChosen = 8; ///< organizations that a person may mean

/// Proposals by invoice: a second hint for one joins the first.
class Proposals {
public:
  explicit Proposals(const BankEntry &entry) : m_entry(entry) {}

  void add(const NamedInvoice &invoice, Hint hint) {
    const auto known = std::find_if(m_all.begin(), m_all.end(), [&](const auto &one) {
      return one.invoice.invoice == invoice.invoice;
    });
    if (known != m_all.end()) {
      known->hints.push_back(hint);
      return;
    }
    m_all.push_back({invoice, {hint}});
    if (invoice.due == m_entry.amount)
      m_all.back().hints.push_back(Hint::Amount);
  }
  std::vector<MatchProposal> take() && {
    for (auto &one : m_all)
      std::sort(one.hints.begin(), one.hints.end());
    std::stable_sort(m_all.begin(), m_all.end(),
                     [](const auto &a, const auto &b) { return a.weight() > b.weight(); });
    return std::move(m_all);
  }

private:
  const BankEntry &m_entry;
  std::vector<MatchProposal> m_all;
};

} // namespace

Result<> expectStatus(const KeptEntry &kept, BankEntryStatus expected) {
  if (kept.status == expected)
    return {};
  if (kept.status == BankEntryStatus::Waiting)
    return fail(u"bank.entry_settled"_s,
                u"The entry waits; there is nothing of it that could be undone."_s);
  return fail(u"bank.entry_settled"_s,
              u"The entry is already %1; somebody else was faster."_s.arg(toString(kept.status)));
}

Result<> expectUnheld(const KeptEntry &kept) {
  if (!kept.isHeld())
    return {};
  return fail(u"bank.twin_unanswered"_s,
              u"Another statement may have brought this entry already; say first whether it is "
              u"another payment or the same."_s);
}

Result<KeptEntry> readKeptEntry(const store::Row &row) {
  KeptEntry kept;
  kept.id = row.get<BankEntryId>(0);
  kept.account = row.get<QString>(1);
  TENANTRY_TRY(currency, Currency::parse(row.get<QString>(3)));
  auto &entry = kept.entry;
  entry.amount = Money(row.get<std::int64_t>(2), currency);
  entry.bookedOn = row.get<LocalDay>(4);
  entry.valueOn = row.get<std::optional<LocalDay>>(5);
  entry.isReversal = row.get<bool>(6);
  entry.bankReference = row.get<QString>(7);
  entry.structuredReference = row.get<QString>(8);
  entry.endToEnd = row.get<QString>(9);
  entry.remittance = row.get<QString>(10);
  entry.party = row.get<QString>(11);
  entry.partyAccount = row.get<QString>(12);
  TENANTRY_TRY(status, parseBankEntryStatus(row.get<QString>(13)));
  kept.status = status;
  kept.reason = row.get<QString>(14);
  kept.twin = row.get<std::optional<BankEntryId>>(15);
  kept.twinAnswer = row.get<QString>(16);
  return kept;
}

QString toString(BankEntryStatus status) {
  for (const auto &[value, name] : entryStatusNames)
    if (value == status)
      return name;
  return {};
}

Result<BankEntryStatus> parseBankEntryStatus(QStringView text) {
  for (const auto &[value, name] : entryStatusNames)
    if (text == name)
      return value;
  return fail(u"bank.status_unknown"_s, u"“%1” is not a status of a bank entry."_s.arg(text));
}

QString toString(Hint hint) {
  switch (hint) {
  case Hint::Named:
    return u"named"_s;
  case Hint::Amount:
    return u"amount"_s;
  case Hint::PayerAccount:
    return u"payer_account"_s;
  case Hint::PayerName:
    return u"payer_name"_s;
  }
  return {};
}

int MatchProposal::weight() const {
  int sum = 0;
  for (const auto hint : hints)
    sum += hint == Hint::Named          ? 100
           : hint == Hint::Amount       ? 40
           : hint == Hint::PayerAccount ? 30
                                        : 20;
  return sum;
}

Result<> checkAssignment(const BankEntry &entry, const std::vector<Assignment> &parts) {
  const auto wrong = [](const QString &sentence) {
    return fail(u"bank.assignment_invalid"_s, sentence);
  };
  if (entry.amount.minor() < 0)
    return wrong(
        u"This money went out; it cannot pay an invoice. If the bank sent back what came in "
        u"before, say of which entry it is the return."_s);
  std::int64_t sum = 0;
  for (const auto &part : parts) {
    if (part.amount <= 0)
      return wrong(u"Each part needs an amount above zero."_s);
    if (part.organization != parts.front().organization)
      return wrong(u"All parts of an entry go to one organization. If it pays several, dismiss it "
                   u"with that reason and record a payment of each."_s);
    if (std::count_if(parts.begin(), parts.end(),
                      [&](const auto &one) { return one.invoice == part.invoice; }) > 1)
      return wrong(u"Name each invoice, and the balance, only once."_s);
    sum = checkedAdd(sum, part.amount);
  }
  if (parts.empty() || sum != entry.amount.minor())
    return wrong(u"The parts add up to %1, but %2 came in; give the rest to the balance."_s.arg(
        Money(sum, entry.amount.currency()).toString(), entry.amount.toString()));
  return {};
}

static Result<std::vector<KeptEntry>> readKeptEntries(const store::Rows &rows) {
  std::vector<KeptEntry> entries;
  for (const auto row : rows) {
    TENANTRY_TRY(entry, readKeptEntry(row));
    entries.push_back(std::move(entry));
  }
  return entries;
}

// With the commit itself: entries belong to no organization whose events would tell.
Result<> tellBankChanged(store::Session &session) {
  TENANTRY_CHECK(session.database.query("dispatch_tell", {{"channel", QString(jobs::newsChannel)},
                                                          {"payload", QString(jobs::bankNews)}}));
  return {};
}

Result<std::vector<KeptEntry>> BankDesk::list(BankEntryStatus status, int count) {
  TENANTRY_TRY(rows, m_session.database.query("bank_entries_latest",
                                              {{"status", toString(status)}, {"count", count}}));
  return readKeptEntries(rows);
}

Result<std::vector<KeptEntry>> BankDesk::findAll(const std::vector<BankEntryId> &ids) {
  TENANTRY_TRY(rows, m_session.database.query("bank_entries_of", {{"entries", ids}}));
  return readKeptEntries(rows);
}

Result<KeptEntry> BankDesk::find(const BankEntryId &id) {
  TENANTRY_TRY(rows, m_session.database.query("bank_entry_find", {{"entry", id}}));
  if (rows.isEmpty())
    return fail(u"bank.entry_not_found"_s, u"There is no bank entry %1."_s.arg(id.toString()));
  return readKeptEntry(rows[0]);
}

Result<std::vector<MatchProposal>> BankDesk::proposals(const KeptEntry &kept) {
  const auto &entry = kept.entry;
  Proposals found(entry);
  TENANTRY_TRY(applied, m_business.current(m_session));
  TENANTRY_TRY(named, namedBy(m_session, applied->business.invoice.numberFormat, entry));
  for (const auto &one : named)
    found.add(one, Hint::Named);
  const auto addOpenOf = [&](const std::vector<OrganizationId> &organizations,
                             Hint hint) -> Result<> {
    if (organizations.empty())
      return {};
    TENANTRY_TRY(rows, m_session.database.query("bank_invoices_open",
                                                {{"organizations", organizations},
                                                 {"currency", entry.amount.currency().code()}}));
    TENANTRY_TRY(open, readNamedInvoices(rows, MatchRule::ByHand));
    for (const auto &one : open)
      found.add(one, hint);
    return {};
  };
  if (!entry.partyAccount.isEmpty()) {
    TENANTRY_TRY(rows,
                 m_session.database.query("bank_payers", {{"party_account", entry.partyAccount}}));
    std::vector<OrganizationId> payers;
    for (const auto row : rows)
      payers.push_back(row.get<OrganizationId>(0));
    TENANTRY_CHECK(addOpenOf(payers, Hint::PayerAccount));
  }
  if (!entry.party.isEmpty()) {
    TENANTRY_TRY(alike, organizations::OrganizationSearch(m_session).organizations(entry.party));
    std::vector<OrganizationId> called;
    for (const auto &one : alike)
      if (called.size() < mostByName)
        called.push_back(one.id);
    TENANTRY_CHECK(addOpenOf(called, Hint::PayerName));
  }
  return std::move(found).take();
}

Result<Candidates> BankDesk::candidates(const QString &text, const Currency &currency) {
  Candidates found;
  if (text.trimmed().isEmpty())
    return found;
  TENANTRY_TRY(numbered, billing::searchInvoices(m_session, m_business, text));
  std::vector<QString> numbers;
  for (const auto &one : numbered)
    if ((one.status == billing::InvoiceStatus::Open ||
         one.status == billing::InvoiceStatus::Uncollectible) &&
        one.total.currency() == currency)
      numbers.push_back(one.number);
  if (!numbers.empty()) {
    TENANTRY_TRY(rows, m_session.database.query("bank_invoices_called", {{"numbers", numbers}}));
    TENANTRY_TRY(invoices, readNamedInvoices(rows, MatchRule::ByHand));
    found.invoices = std::move(invoices);
  }
  TENANTRY_TRY(alike, organizations::OrganizationSearch(m_session).organizations(text));
  std::vector<OrganizationId> ids;
  for (const auto &one : alike) {
    if (ids.size() == mostChosen)
      break;
    ids.push_back(one.id);
    found.organizations.push_back({one.id, one.name});
  }
  if (ids.empty())
    return found;
  TENANTRY_TRY(rows,
               m_session.database.query("bank_invoices_open",
                                        {{"organizations", ids}, {"currency", currency.code()}}));
  TENANTRY_TRY(open, readNamedInvoices(rows, MatchRule::ByHand));
  for (auto &one : open)
    if (std::none_of(found.invoices.begin(), found.invoices.end(),
                     [&](const auto &known) { return known.invoice == one.invoice; }))
      found.invoices.push_back(std::move(one));
  return found;
}

Result<std::vector<PaidPart>> BankDesk::paid(const BankEntryId &id) {
  TENANTRY_TRY(rows, m_session.database.query("bank_entry_paid", {{"entry", id}}));
  std::vector<PaidPart> parts;
  for (const auto row : rows) {
    TENANTRY_TRY(currency, Currency::parse(row.get<QString>(5)));
    parts.push_back({row.get<OrganizationId>(0), row.get<QString>(1), row.get<QString>(2),
                     Money(row.get<std::int64_t>(3), currency),
                     Money(row.get<std::int64_t>(4), currency), row.get<QString>(6),
                     row.get<Instant>(7), row.get<std::optional<LocalDay>>(8)});
  }
  return parts;
}

std::vector<Transfer> BankDesk::transfersOf(const KeptEntry &kept,
                                            const std::vector<Assignment> &parts) const {
  std::vector<Transfer> transfers;
  for (const auto &part : parts)
    transfers.push_back({part.organization, part.invoice,
                         Money(part.amount, kept.entry.amount.currency()), kept.entry.remittance,
                         makeId<PaymentId>(m_session.clock.now()), kept.entry.bookedOn});
  return transfers;
}

/// Who names an invoice without an amount means what is due of it.
Result<> BankDesk::expectUnpaid(const std::vector<Assignment> &parts) const {
  billing::BillingService billing(m_session, m_business);
  for (const auto &part : parts) {
    if (!part.invoice || part.amount != 0)
      continue;
    TENANTRY_TRY(invoice, billing.find(part.organization, *part.invoice));
    if (invoice.status == billing::InvoiceStatus::Paid)
      return fail(u"bank.assignment_invalid"_s,
                  u"Invoice %1 is paid already; assign the money to another one, or give it to the "
                  u"customer's balance."_s.arg(invoice.number));
  }
  return {};
}

Result<> BankDesk::expectAssignable(const KeptEntry &kept,
                                    const std::vector<Assignment> &parts) const {
  TENANTRY_CHECK(expectStatus(kept, BankEntryStatus::Waiting));
  TENANTRY_CHECK(expectUnheld(kept));
  TENANTRY_CHECK(expectUnpaid(parts));
  return checkAssignment(kept.entry, parts);
}

Result<TransfersPicture> BankDesk::preview(const BankEntryId &id,
                                           const std::vector<Assignment> &parts) {
  TENANTRY_TRY(kept, find(id));
  TENANTRY_CHECK(expectAssignable(kept, parts));
  return Transfers(m_session, m_business).previewAll(transfersOf(kept, parts));
}

Result<> BankDesk::assign(const BankEntryId &id, const std::vector<Assignment> &parts,
                          const QString &seen) {
  return m_session.database.transaction([&]() -> Result<> {
    TENANTRY_TRY(kept, locked(id, BankEntryStatus::Waiting));
    TENANTRY_CHECK(expectAssignable(kept, parts));
    const auto transfers = transfersOf(kept, parts);
    TENANTRY_CHECK(Transfers(m_session, m_business).actAll(transfers, seen));
    for (const auto &transfer : transfers)
      TENANTRY_CHECK(
          m_session.database.execute("bank_match_add", {{"organization", transfer.organization},
                                                        {"payment", transfer.id},
                                                        {"entry", id},
                                                        {"rule", toString(MatchRule::ByHand)},
                                                        {"now", m_session.clock.now()}}));
    return settle(id, BankEntryStatus::Matched, {});
  });
}

Result<UnassignPicture> BankDesk::previewUnassign(const BankEntryId &id) {
  TENANTRY_TRY(kept, find(id));
  TENANTRY_CHECK(expectStatus(kept, BankEntryStatus::Matched));
  return Unassignment(m_session, m_business).preview(id);
}

Result<> BankDesk::unassign(const BankEntryId &id, const QString &seen) {
  return m_session.database.transaction([&]() -> Result<> {
    TENANTRY_CHECK(locked(id, BankEntryStatus::Matched));
    TENANTRY_CHECK(Unassignment(m_session, m_business).act(id, seen));
    return settle(id, BankEntryStatus::Waiting, u"taken_back"_s);
  });
}

Result<> BankDesk::dismiss(const BankEntryId &id, const QString &reason) {
  if (reason.trimmed().isEmpty())
    return fail(u"bank.reason_missing"_s, u"Say why this entry is not a customer's."_s);
  return m_session.database.transaction([&]() -> Result<> {
    TENANTRY_CHECK(locked(id, BankEntryStatus::Waiting));
    return settle(id, BankEntryStatus::NotOurs, reason.trimmed());
  });
}

Result<> BankDesk::takeBack(const BankEntryId &id) {
  return m_session.database.transaction([&]() -> Result<> {
    TENANTRY_TRY(kept, locked(id, BankEntryStatus::NotOurs));
    if (kept.isHeld())
      return settle(id, BankEntryStatus::Waiting, QString(twinReason));
    TENANTRY_TRY(applied, m_business.current(m_session));
    TENANTRY_TRY(named, namedBy(m_session, applied->business.invoice.numberFormat, kept.entry));
    return settle(id, BankEntryStatus::Waiting, planMatch(kept.entry, named).waits);
  });
}

Result<KeptEntry> BankDesk::locked(const BankEntryId &id, BankEntryStatus expected) {
  TENANTRY_TRY(rows, m_session.database.query("bank_entry_lock", {{"entry", id}}));
  if (rows.isEmpty())
    return fail(u"bank.entry_not_found"_s, u"There is no bank entry %1."_s.arg(id.toString()));
  TENANTRY_TRY(kept, readKeptEntry(rows[0]));
  TENANTRY_CHECK(expectStatus(kept, expected));
  return kept;
}

Result<> BankDesk::settle(const BankEntryId &id, BankEntryStatus status, const QString &reason) {
  const bool waits = status == BankEntryStatus::Waiting;
  TENANTRY_CHECK(m_session.database.execute(
      "bank_entry_settle",
      {{"entry", id},
       {"status", toString(status)},
       {"reason", reason},
       {"settled_at", waits ? std::optional<Instant>() : std::optional(m_session.clock.now())}}));
  return tellBankChanged(m_session);
}

} // namespace tenantry::payments
