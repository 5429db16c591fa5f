// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/balance.h"
#include "services/billing/billing_run.h"
#include "services/billing/values.h"
#include "services/usage/event_listing.h"

namespace tenantry::billing {

/// What a balance pays of an invoice.
struct BalanceUse {
  InvoiceId invoice;
  QString number;
  Money amount;
};

/// What is about to change, before a balance is used: what is due of invoices, and balances.
struct DueChanges {
  std::map<InvoiceId, std::int64_t> due; ///< more (positive) or less
  std::map<Currency, std::int64_t> balance;
};

/// Invoices as documents: reading, explaining, and everything that settles or ends one. Issuing is
/// BillingRun's.
class BillingService {
public:
  BillingService(store::Session &session, business::AppliedBusiness &business)
      : m_session(session), m_business(business) {}

  [[nodiscard]] Result<Invoice> find(const OrganizationId &organization, const InvoiceId &id);
  [[nodiscard]] Result<Invoice> findByNumber(const QString &number); ///< error `invoice.not_found`
  /// By its number, or by its id, whosever it is: a draft has no number. For a person who typed it:
  /// an id alone is looked for in the whole book. Error `invoice.not_found`.
  [[nodiscard]] Result<Invoice> findCalled(const QString &numberOrId);
  [[nodiscard]] Result<std::vector<Invoice>>
  ofOrganization(const OrganizationId &organization); ///< oldest first
  [[nodiscard]] Result<std::vector<Invoice>>
  openOf(const OrganizationId &organization); ///< oldest first
  [[nodiscard]] Result<std::vector<StoredLine>> lines(const OrganizationId &organization,
                                                      const InvoiceId &id);
  /// The events behind a usage line, the latest first. Errors `invoice.no_usage`, and those of
  /// usage::eventsOfParts.
  [[nodiscard]] Result<std::vector<usage::CountedEvent>>
  evidence(const OrganizationId &organization, const StoredLine &line,
           const usage::EventCursor &after, int count);

  /// Numbers and finalizes drafts (review mode). Errors `invoice.not_draft`,
  /// `invoice.on_hold`.
  [[nodiscard]] Result<std::vector<Invoice>> finalize(const OrganizationId &organization,
                                                      const std::vector<InvoiceId> &ids);

  /// Money for an invoice: pays what is due, then makes good what of it was written off; the rest
  /// goes to the customer's balance. Books all of it and tells (`invoice.recovered`,
  /// `invoice.paid`). `payment` is the id of the payment row; `on` the day of the books on which
  /// the money came (none: today). What it pays is paid there no sooner than it is in the books
  /// itself: until then the money is the customer's balance. Error `invoice.not_open`.
  [[nodiscard]] Result<DueSplit> receive(const OrganizationId &organization, const InvoiceId &id,
                                         std::int64_t amount, const QUuid &payment,
                                         std::optional<LocalDay> on = {});
  /// Money that belongs to no invoice goes to the customer's balance.
  [[nodiscard]] Result<> receiveToBalance(const OrganizationId &organization, const Money &amount,
                                          const QUuid &payment, std::optional<LocalDay> on = {});
  /// Lets a positive balance pay open invoices, the oldest first, but those on which an attempt is
  /// running. Gives what it paid.
  [[nodiscard]] Result<std::vector<BalanceUse>>
  applyBalance(const OrganizationId &organization,
               const std::vector<InvoiceId> &withRunningAttempt);
  /// What that would pay after those changes; nothing is written.
  [[nodiscard]] Result<std::vector<BalanceUse>>
  balanceUses(const OrganizationId &organization, const std::vector<InvoiceId> &withRunningAttempt,
              const DueChanges &changes = {});
  /// Gives up what is still due: a loss in the books. Error `invoice.not_open`.
  [[nodiscard]] Result<> writeOff(const OrganizationId &organization, const InvoiceId &id);
  [[nodiscard]] Result<std::map<Currency, std::int64_t>>
  balance(const OrganizationId &organization);
  /// A row of the balance's history, which is the balance; the ledger is for the caller to book.
  [[nodiscard]] Result<> moveBalance(const OrganizationId &organization, const Money &amount,
                                     const QString &cause, const QUuid &document);
  /// Account → minor units, debit positive, of one organization.
  [[nodiscard]] Result<std::map<QString, std::map<Currency, std::int64_t>>>
  ledger(const OrganizationId &organization);

private:
  [[nodiscard]] Result<> bookReceipt(const Invoice &invoice, const DueSplit &split,
                                     const QUuid &payment, std::optional<LocalDay> on);
  [[nodiscard]] Result<std::vector<Invoice>>
  load(const char *query, std::initializer_list<store::Parameter> parameters);
  [[nodiscard]] Result<> settle(const Invoice &invoice, const DueSplit &money,
                                std::int64_t fromBalance);
  store::Session &m_session;
  business::AppliedBusiness &m_business;
};

} // namespace tenantry::billing
