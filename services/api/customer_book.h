// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/values.h"
#include "services/payments/service.h"

/// What a customer's pages show, read as the tenant role in the organization that the link entered.
namespace tenantry::api {

struct Customer {
  QString name;
  QString language;
  QString country;
  QString method; ///< label of how they pay; empty: not at all yet
  std::optional<LocalDay> methodExpiresOn{};
};

/// The last try to collect an invoice.
struct LastTry {
  int number = 0; ///< 0: there was none
  payments::AttemptStatus status = payments::AttemptStatus::Failed;
  QString declineCode;
  bool withMethodInForce = false;

  [[nodiscard]] bool isRunning() const {
    return number > 0 && (status == payments::AttemptStatus::Pending ||
                          status == payments::AttemptStatus::Unknown);
  }
  [[nodiscard]] bool hasFailed() const {
    return number > 0 && status == payments::AttemptStatus::Failed;
  }
};

struct InvoiceView {
  Customer customer;
  billing::Invoice invoice;
  LastTry lastTry;
  bool isOverdue = false;

  /// Another try may be made now.
  [[nodiscard]] bool canBePaid() const {
    return invoice.status == billing::InvoiceStatus::Open && !lastTry.isRunning();
  }
  /// ADR 9: who has an invoice's link may say how it is paid, but not replace a method that works.
  [[nodiscard]] bool takesMethod() const {
    return canBePaid() &&
           (customer.method.isEmpty() || (lastTry.hasFailed() && lastTry.withMethodInForce));
  }
  /// One that was issued elsewhere has its paper there.
  [[nodiscard]] bool hasPaper() const { return invoice.kind != billing::InvoiceKind::Imported; }
};

struct ListedInvoice {
  InvoiceId id;
  QString number;
  billing::InvoiceKind kind = billing::InvoiceKind::Recurring;
  billing::InvoiceStatus status = billing::InvoiceStatus::Open;
  Money total;
  Money due;
  std::optional<LocalDay> issuedOn;
  std::optional<LocalDay> dueOn;
  bool isOverdue = false;
  bool isBeingPaid = false;
};

struct ListedCreditNote {
  CreditNoteId id;
  QString number;
  Money total;
  LocalDay issuedOn{};
};

struct CreditNotePaper {
  QString number;
  std::optional<QByteArray> kept; ///< none: nobody has asked for it yet
};

/// What came of the page at the provider that the customer was led to last.
struct ReturnView {
  Customer customer;
  bool isOpen = false; ///< the provider has not said yet
  bool isDone = false; ///< the method that was entered there is in force
};

struct AccountView {
  Customer customer;
  std::vector<ListedCreditNote> creditNotes; ///< the latest, on the first page
  std::vector<ListedInvoice> invoices;       ///< the latest first; no drafts
  std::optional<InvoiceId> next; ///< what the next page begins after; none: this is the last
};

class CustomerBook {
public:
  static constexpr int pageSize = 50;

  CustomerBook(store::Session &session, const OrganizationId &organization)
      : m_session(session), m_organization(organization) {}

  /// Nothing for an invoice that is not this organization's, or is a draft.
  [[nodiscard]] Result<std::optional<InvoiceView>> invoice(const InvoiceId &id);
  /// The bytes that were kept when the paper was drawn; nothing before.
  [[nodiscard]] Result<std::optional<QByteArray>> paper(const InvoiceId &id);
  [[nodiscard]] Result<AccountView> account(const std::optional<InvoiceId> &after);
  [[nodiscard]] Result<ReturnView> returned();
  [[nodiscard]] Result<Customer> customer();
  /// Nothing for one that is not this organization's.
  [[nodiscard]] Result<std::optional<CreditNotePaper>> creditNote(const CreditNoteId &id);

private:
  [[nodiscard]] Result<LastTry> lastTry(const InvoiceId &id);
  [[nodiscard]] Result<std::vector<ListedCreditNote>> creditNotes();
  store::Session &m_session;
  OrganizationId m_organization;
};

} // namespace tenantry::api
