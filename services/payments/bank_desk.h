// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/payments/bank_matching.h"
#include "services/payments/unassignment.h"

namespace tenantry::payments {

enum class BankEntryStatus { Waiting, Matched, NotOurs, Repeated };
[[nodiscard]] QString toString(BankEntryStatus status);
[[nodiscard]] Result<BankEntryStatus>
parseBankEntryStatus(QStringView text); ///< error `bank.status_unknown`

/// The reason of an entry that the bank sent back, and of that by which it did.
constexpr QLatin1StringView returnedReason{"returned"};

/// An entry as it is kept.
struct KeptEntry {
  BankEntryId id;
  QString account;
  BankEntry entry;
  BankEntryStatus status = BankEntryStatus::Waiting;
  QString reason; ///< why it waits (MatchPlan::waits, taken_back, twin), or why it is not ours
  std::optional<BankEntryId> twin; ///< of an earlier statement: it may be that one, told again
  QString twinAnswer;              ///< "another", "same"; empty: nobody said yet
  [[nodiscard]] bool isHeld() const { return twin && twinAnswer.isEmpty(); }
  [[nodiscard]] bool isReturned() const {
    return status == BankEntryStatus::Matched && reason == returnedReason;
  }
};

/// Errors `bank.entry_settled` and `bank.twin_unanswered`.
[[nodiscard]] Result<> expectStatus(const KeptEntry &kept, BankEntryStatus expected);
[[nodiscard]] Result<> expectUnheld(const KeptEntry &kept);

/// Of the columns of its queries.
[[nodiscard]] Result<KeptEntry> readKeptEntry(const store::Row &row);

/// Consoles hear it with the commit (jobs::bankNews).
[[nodiscard]] Result<> tellBankChanged(store::Session &session);

/// Why an entry may be meant for an invoice.
enum class Hint { Named, Amount, PayerAccount, PayerName };
[[nodiscard]] QString toString(Hint hint);

/// The likeliest first. Nothing is posted by a proposal: a person assigns.
struct MatchProposal {
  NamedInvoice invoice;
  std::vector<Hint> hints; ///< the surest first
  [[nodiscard]] int weight() const;
};

/// What of an entry pays an invoice, or goes to the organization's balance.
struct Assignment {
  OrganizationId organization;
  std::optional<InvoiceId> invoice;
  std::int64_t amount = 0; ///< minor units
};

/// What somebody may mean who types a number or a name.
struct Candidates {
  struct Named {
    OrganizationId id;
    QString name;
  };
  std::vector<NamedInvoice> invoices; ///< open or written off, in the entry's currency
  std::vector<Named> organizations;   ///< for their balance
};

/// What an entry paid.
struct PaidPart {
  OrganizationId organization;
  QString organizationName;
  QString number; ///< of the invoice; empty: none
  Money applied;  ///< to it
  Money amount;   ///< what is more went to the balance
  QString rule;   ///< a MatchRule
  Instant at{};
  std::optional<LocalDay> inBooksOn{}; ///< none: nothing was booked
};

/// Where people decide about what names no invoice, or none that waits for it (BILL-4).
class BankDesk {
public:
  BankDesk(store::Session &session, business::AppliedBusiness &business)
      : m_session(session), m_business(business) {}

  /// The latest first.
  [[nodiscard]] Result<std::vector<KeptEntry>> list(BankEntryStatus status, int count);
  /// Those that there are, in no order.
  [[nodiscard]] Result<std::vector<KeptEntry>> findAll(const std::vector<BankEntryId> &ids);
  [[nodiscard]] Result<KeptEntry> find(const BankEntryId &id); ///< error `bank.entry_not_found`
  [[nodiscard]] Result<std::vector<MatchProposal>> proposals(const KeptEntry &entry);

  [[nodiscard]] Result<Candidates> candidates(const QString &text, const Currency &currency);
  [[nodiscard]] Result<std::vector<PaidPart>> paid(const BankEntryId &id);
  /// What assigning it comes to. Errors as those of assign, but for the last.
  [[nodiscard]] Result<TransfersPicture> preview(const BankEntryId &id,
                                                 const std::vector<Assignment> &parts);
  /// All of it, to one organization. Errors `bank.entry_settled` (it waits no more),
  /// `bank.twin_unanswered` (another statement may have brought it),
  /// `bank.assignment_invalid` (not all of it, nothing, money that went out, several
  /// organizations, an invoice twice), those of Transfers, and `payment.picture_changed` where
  /// `seen` is the digest of another picture than it comes to by now.
  [[nodiscard]] Result<> assign(const BankEntryId &id, const std::vector<Assignment> &parts,
                                const QString &seen = {});
  /// What undoing its assignment comes to. Errors `bank.entry_settled`, those of Unassignment.
  [[nodiscard]] Result<UnassignPicture> previewUnassign(const BankEntryId &id);
  /// It waits again, and what it paid is due again. Errors likewise.
  [[nodiscard]] Result<> unassign(const BankEntryId &id, const QString &seen = {});
  /// The entries that came in whose money this one may be, the likeliest first.
  [[nodiscard]] Result<std::vector<KeptEntry>> returnable(const KeptEntry &back);
  /// What it comes to where an entry that went out is the money of an earlier one that the bank
  /// sent back: that is taken back as a lost charge is, on the bank's day. Errors
  /// `bank.return_invalid` (not its money: it came in, or another account, amount, or an earlier
  /// day), `bank.entry_settled` (this one waits no more, or that one pays nothing),
  /// `bank.twin_unanswered`, those of Unassignment.
  [[nodiscard]] Result<UnassignPicture> previewReturn(const BankEntryId &id, const BankEntryId &of);
  /// Likewise; both entries are done with. It is final.
  [[nodiscard]] Result<> assignReturn(const BankEntryId &id, const BankEntryId &of,
                                      const QString &seen = {});
  /// It is no customer's. Errors `bank.entry_settled`, `bank.reason_missing`.
  [[nodiscard]] Result<> dismiss(const BankEntryId &id, const QString &reason);
  /// One that was dismissed waits again; what was said of its twin stays, and is taken back by
  /// `BankTwins::holdAgain`. Error `bank.entry_settled` where it is not dismissed (any more).
  [[nodiscard]] Result<> takeBack(const BankEntryId &id);

private:
  [[nodiscard]] std::vector<Transfer> transfersOf(const KeptEntry &kept,
                                                  const std::vector<Assignment> &parts) const;
  [[nodiscard]] Result<KeptEntry> locked(const BankEntryId &id, BankEntryStatus expected);
  [[nodiscard]] Result<> expectUnpaid(const std::vector<Assignment> &parts) const;
  [[nodiscard]] Result<> expectAssignable(const KeptEntry &kept,
                                          const std::vector<Assignment> &parts) const;
  [[nodiscard]] Result<> settle(const BankEntryId &id, BankEntryStatus status,
                                const QString &reason);
  store::Session &m_session;
  business::AppliedBusiness &m_business;
};

/// Error `bank.assignment_invalid`.
[[nodiscard]] Result<> checkAssignment(const BankEntry &entry,
                                       const std::vector<Assignment> &parts);

} // namespace tenantry::payments
