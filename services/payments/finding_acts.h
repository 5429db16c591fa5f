// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/payments/findings.h"
#include "services/payments/refunds.h"
#include "services/payments/unassignment.h"

namespace tenantry::payments {

/// How a finding gets into the books (BILL-6).
enum class BookAs {
  Refund,   ///< as one that we made, with its credit note
  Reopen,   ///< the payment is taken back, its invoice is due again
  WriteOff, ///< … and what is due then is given up
  Loss,     ///< nobody owes it again: invoices and balance stay as they are
  Balance,  ///< money for the customer's balance
  GiveBack, ///< the provider is asked to give it back; no book changes
  Payout    ///< the customer's balance was paid out by it
};
[[nodiscard]] QString toString(BookAs as); ///< "refund", "reopen", "write_off", …
[[nodiscard]] std::optional<BookAs> parseBookAs(QStringView text);
/// All of them, the likeliest first.
[[nodiscard]] std::vector<BookAs> waysToBook();

/// Whether what is found can be booked so. Errors `payment.finding_other_way`,
/// `payment.finding_not_moved_yet`: no money has moved (yet).
[[nodiscard]] Result<> mayBook(const Contradiction &of, BookAs as);

/// What booking it comes to; minor units.
struct BookingPicture {
  ContradictionKind kind = ContradictionKind::Dispute;
  BookAs as = BookAs::Refund;
  QString reference; ///< of the finding
  QString number;    ///< of the invoice
  Money amount;
  std::int64_t tax = 0;       ///< on the credit note
  std::int64_t dueBefore = 0; ///< of the invoice
  std::int64_t dueAfter = 0;
  std::int64_t writtenOff = 0; ///< of what would be due then
  std::int64_t balanceBefore = 0;
  std::int64_t balanceAfter = 0;
  std::vector<UnassignPicture::Reopened> others{}; ///< what the balance paid, and is due again

  /// Changes with all that a person sees of it.
  [[nodiscard]] QString digest() const;
};

/// Books what a provider did without us, by the rules of what we do ourselves, without asking it
/// for anything; or has it give a second charge back. Nothing is booked twice, whoever comes first.
class FindingActs {
public:
  FindingActs(store::Session &session, business::AppliedBusiness &business)
      : m_session(session), m_business(business) {}

  /// Nothing is written. Errors of `mayBook`, `payment.not_contradicted`,
  /// `payment.finding_pays_nothing` (the charge pays nothing), `payment.dispute_of_a_part` (it
  /// cannot be taken back as a whole), and those of refunds, reversals and balances. A loss has
  /// none of these: the provider's word is a fact. What it took in another currency than was paid
  /// is `taken` in that of the payment: `payment.finding_amount_missing`, and `amount.invalid`
  /// where it is not asked for, in another, not above zero, or more than was paid. Of a second
  /// charge it is not: `payment.wrong_currency`.
  [[nodiscard]] Result<BookingPicture> preview(const OrganizationId &organization, const QUuid &id,
                                               BookAs as, const std::optional<Money> &taken = {});
  /// Likewise; `seen` is the digest of the preview that was confirmed: `payment.picture_changed`
  /// where it comes to something else by now. `reason` stands on the credit note or the timeline.
  [[nodiscard]] Result<BookingPicture> act(const OrganizationId &organization, const QUuid &id,
                                           BookAs as, const QString &reason,
                                           const QString &seen = {},
                                           const std::optional<Money> &taken = {});
  /// Asks the provider for one that is being given back, or what became of it. It may be called any
  /// number of times, outside of any transaction. Error `payment.provider_absent`.
  [[nodiscard]] Result<> follow(gateways::PaymentGateway &gateway,
                                const OrganizationId &organization, const QUuid &id);
  /// What was booked comes to nothing at the provider (a dispute is won, a refund failed): the
  /// money is ours again. Within a transaction of the caller.
  [[nodiscard]] Result<> bookBack(const Finding &finding);

private:
  [[nodiscard]] Result<Finding> open(const OrganizationId &organization, const QUuid &id,
                                     const std::optional<Money> &taken);
  [[nodiscard]] Result<> mayBeTaken(const Finding &finding, const Money &taken);
  [[nodiscard]] Result<store::Rows> paymentInBooks(const Finding &finding);
  [[nodiscard]] Result<InvoicePayment> paymentOf(const Finding &finding);
  [[nodiscard]] Result<Chargeback> chargebackOf(const Finding &finding);
  [[nodiscard]] Result<BookingPicture> look(const Finding &finding, BookAs as);
  [[nodiscard]] Result<> lookAtReversal(const Finding &finding, BookingPicture &picture);
  [[nodiscard]] Result<> lookAtBalance(const Finding &finding, BookingPicture &picture);
  [[nodiscard]] Result<> book(const Finding &finding, BookAs as, const QString &reason);
  [[nodiscard]] Result<> bookLoss(const Finding &finding, bool isWon);
  [[nodiscard]] Result<> returned(const Finding &finding, const gateways::ChargeAnswer &answer);
  store::Session &m_session;
  business::AppliedBusiness &m_business;
};

} // namespace tenantry::payments
