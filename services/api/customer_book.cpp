// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/api/customer_book.h"

#include "services/billing/service.h"

using namespace Qt::StringLiterals;

namespace tenantry::api {

Result<Customer> CustomerBook::customer() {
  TENANTRY_TRY(row,
               (m_session.database.one<QString, QString, QString, QString, std::optional<LocalDay>>(
                   "api_customer", {{"organization", m_organization}})));
  if (!row)
    return fail(u"organization.not_found"_s,
                u"There is no organization %1."_s.arg(m_organization.toString()));
  const auto &[name, language, country, method, expiresOn] = *row;
  return Customer{name, language, country, method, expiresOn};
}

Result<ReturnView> CustomerBook::returned() {
  ReturnView view;
  TENANTRY_TRY(who, customer());
  view.customer = who;
  TENANTRY_TRY(last, m_session.database.one<QString>("api_method_setup",
                                                     {{"organization", m_organization}}));
  view.isOpen = last && std::get<0>(*last) == "open"_L1;
  view.isDone = last && std::get<0>(*last) == "done"_L1;
  return view;
}

Result<LastTry> CustomerBook::lastTry(const InvoiceId &id) {
  TENANTRY_TRY(row, (m_session.database.one<int, QString, QString, bool>(
                        "api_last_try", {{"organization", m_organization}, {"invoice", id}})));
  if (!row)
    return LastTry{};
  const auto &[number, status, declineCode, withMethodInForce] = *row;
  TENANTRY_TRY(parsed, payments::parseAttemptStatus(status));
  return LastTry{number, parsed, declineCode, withMethodInForce};
}

Result<std::optional<InvoiceView>> CustomerBook::invoice(const InvoiceId &id) {
  business::AppliedBusiness none; // what is read here does not ask for it
  auto invoice = billing::BillingService(m_session, none).find(m_organization, id);
  if (!invoice && invoice.error().code == "invoice.not_found"_L1)
    return std::optional<InvoiceView>{};
  if (!invoice)
    return tl::unexpected(invoice.error());
  if (invoice->number.isEmpty()) // a draft, discarded or not
    return std::optional<InvoiceView>{};
  InvoiceView view;
  view.isOverdue = invoice->status == billing::InvoiceStatus::Open && invoice->dueAt &&
                   *invoice->dueAt <= m_session.clock.now();
  view.invoice = std::move(*invoice);
  TENANTRY_TRY(who, customer());
  view.customer = who;
  TENANTRY_TRY(last, lastTry(id));
  view.lastTry = last;
  return std::optional(std::move(view));
}

Result<std::optional<QByteArray>> CustomerBook::paper(const InvoiceId &id) {
  TENANTRY_TRY(kept, m_session.database.one<QByteArray>(
                         "invoice_pdf_get", {{"organization", m_organization}, {"invoice", id}}));
  return kept ? std::optional(std::get<0>(*kept)) : std::nullopt;
}

Result<std::optional<CreditNotePaper>> CustomerBook::creditNote(const CreditNoteId &id) {
  TENANTRY_TRY(found, (m_session.database.one<QString, std::optional<QByteArray>>(
                          "api_credit_note", {{"organization", m_organization}, {"note", id}})));
  if (!found)
    return std::optional<CreditNotePaper>{};
  auto &[number, kept] = *found;
  return std::optional(CreditNotePaper{number, std::move(kept)});
}

Result<std::vector<ListedCreditNote>> CustomerBook::creditNotes() {
  TENANTRY_TRY(rows, m_session.database.query("api_credit_notes", {{"organization", m_organization},
                                                                   {"count", pageSize}}));
  std::vector<ListedCreditNote> notes;
  for (const auto row : rows) {
    TENANTRY_TRY(currency, Currency::parse(row.get<QString>(2)));
    notes.push_back({row.get<CreditNoteId>(0), row.get<QString>(1),
                     Money(row.get<std::int64_t>(3), currency), row.get<LocalDay>(4)});
  }
  return notes;
}

Result<AccountView> CustomerBook::account(const std::optional<InvoiceId> &after) {
  AccountView view;
  TENANTRY_TRY(who, customer());
  view.customer = who;
  if (!after) {
    TENANTRY_TRY(notes, creditNotes());
    view.creditNotes = std::move(notes);
  }
  TENANTRY_TRY(rows, m_session.database.query("api_invoices", {{"organization", m_organization},
                                                               {"after", after},
                                                               {"now", m_session.clock.now()},
                                                               {"count", pageSize + 1}}));
  for (const auto row : rows) {
    if (static_cast<int>(view.invoices.size()) == pageSize) {
      view.next = view.invoices.back().id;
      break;
    }
    const auto [id, number, kind, status, code, total, due, issuedOn, dueOn, isOverdue,
                isBeingPaid] =
        row.as<QUuid, QString, QString, QString, QString, std::int64_t, std::int64_t,
               std::optional<LocalDay>, std::optional<LocalDay>, bool, bool>();
    TENANTRY_TRY(currency, Currency::parse(code));
    TENANTRY_TRY(parsedKind, billing::parseInvoiceKind(kind));
    TENANTRY_TRY(parsedStatus, billing::parseInvoiceStatus(status));
    view.invoices.push_back({InvoiceId(id), number, parsedKind, parsedStatus,
                             Money(total, currency), Money(due, currency), issuedOn, dueOn,
                             isOverdue, isBeingPaid});
  }
  return view;
}

} // namespace tenantry::api
