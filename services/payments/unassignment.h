// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/reversals.h"
#include "services/payments/bank_entry.h"
#include "services/payments/transfers.h"

namespace tenantry::payments {

/// What becomes of invoices and balance when payments are taken back.
struct UnassignPicture {
  struct Reopened {
    InvoiceId invoice;
    QString number;
    std::int64_t dueBefore = 0;
    std::int64_t dueAfter = 0; ///< when the balance has paid what it can
    std::int64_t lost = 0;     ///< written off again
  };
  OrganizationId organization;
  Currency currency;
  std::vector<Reopened> invoices;        ///< in the order of their making
  std::vector<billing::BalanceUse> uses; ///< what the balance pays then
  std::int64_t balanceBefore = 0;
  std::int64_t balanceAfter = 0;

  [[nodiscard]] QString digest() const;
};

/// A payment that its payer's bank took back.
struct Chargeback {
  OrganizationId organization;
  PaymentId payment;
  QString reference; ///< the provider's id of the dispute
};

/// An entry of the bank by which the money of an earlier one went back.
struct BankReturn {
  BankEntryId entry;
  BankEntryId of;
  LocalDay day{}; ///< on which the bank booked it
};

/// A payment that a person recorded, and that never came.
struct RecordedPayment {
  OrganizationId organization;
  PaymentId payment;
  QString reason;
};

/// Undoes what an entry of the bank paid (BILL-4), or what was recorded by hand and never came, or
/// what a charge paid that was lost to a dispute, or what a transfer paid that the bank sent back:
/// the payments are reversed in the books, what they paid is due again and dunned further on.
/// Refused where the money went on. An assignment, or what never came, was never right and goes
/// from the days on which it was booked; a charge was, and is taken back today; a transfer on the
/// day on which it went back.
class Unassignment {
public:
  Unassignment(store::Session &session, business::AppliedBusiness &business)
      : m_session(session), m_business(business) {}

  /// Errors `bank.assignment_refunded`, `bank.assignment_credited` (an invoice that it paid was
  /// credited to the balance since), `bank.assignment_used` (what went to the balance has paid
  /// something else, or an invoice is void or given up by now), `payment.refund_running`.
  [[nodiscard]] Result<UnassignPicture> preview(const BankEntryId &entry);
  /// Within a transaction of the caller, who holds the entry. Errors likewise, and
  /// `payment.picture_changed` where `seen` is another picture's digest.
  [[nodiscard]] Result<UnassignPicture> act(const BankEntryId &entry, const QString &seen);
  /// Errors likewise, and `payment.not_found`, `payment.not_by_hand` (it came by an entry of the
  /// bank, through a provider or with an import), `payment.taken_back`.
  [[nodiscard]] Result<UnassignPicture> preview(const RecordedPayment &recorded);
  [[nodiscard]] Result<UnassignPicture> act(const RecordedPayment &recorded, const QString &seen);
  /// Likewise, but that the invoice may have been credited to the balance since: the credit stays;
  /// and what the balance has paid since is due again where it lacks what goes back, the latest
  /// first. `bank.assignment_used` where that is not enough: it was paid out.
  [[nodiscard]] Result<UnassignPicture> preview(const Chargeback &chargeback);
  [[nodiscard]] Result<UnassignPicture> act(const Chargeback &chargeback);
  [[nodiscard]] Result<UnassignPicture> preview(const BankReturn &back);
  /// As of an entry.
  [[nodiscard]] Result<UnassignPicture> act(const BankReturn &back, const QString &seen);

private:
  struct Part {
    PaymentId payment;
    std::int64_t amount = 0;
    std::optional<InvoiceId> invoice;
    std::int64_t applied = 0;
    std::int64_t recovered = 0; ///< of that
    bool isRefunded = false;
    bool isCredited = false;
  };
  /// Whose payments are taken back, and why.
  struct Source {
    OrganizationId organization;
    std::vector<PaymentId> payments;
    std::pair<const char *, QString> cause; ///< as the event says
    std::optional<LocalDay> day{};          ///< in the books; none: on the days of the payments
    bool reopensLater = false; ///< also what the balance paid later: that money is gone
  };
  struct Plan {
    Source source;
    std::vector<Part> parts;
    std::vector<std::pair<InvoiceId, std::int64_t>> givenBack; ///< what the balance had paid
    UnassignPicture picture;
  };
  [[nodiscard]] Result<Source> sourceOf(const BankEntryId &entry);
  [[nodiscard]] Result<Source> sourceOf(const RecordedPayment &recorded);
  [[nodiscard]] Result<Source> sourceOf(const Chargeback &chargeback);
  [[nodiscard]] Result<Source> sourceOf(const BankReturn &back);
  template <typename Of> [[nodiscard]] Result<UnassignPicture> previewOf(const Of &of);
  template <typename Of>
  [[nodiscard]] Result<UnassignPicture> actOn(const Of &of, const QString &seen);
  [[nodiscard]] Result<Plan> plan(Source source);
  [[nodiscard]] Result<> addPayments(Plan &plan, billing::DueChanges &changes);
  [[nodiscard]] Result<> addUses(Plan &plan, billing::DueChanges &changes);
  [[nodiscard]] Result<> addLaterUses(Plan &plan, std::int64_t missing,
                                      billing::DueChanges &changes);
  [[nodiscard]] Result<> reopens(const OrganizationId &organization, const InvoiceId &id,
                                 bool recoveredOnly = false);
  [[nodiscard]] Result<> write(const Plan &plan);
  store::Session &m_session;
  business::AppliedBusiness &m_business;
};

} // namespace tenantry::payments
