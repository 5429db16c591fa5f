// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/importing/invoice_history.h"

#include "services/billing/ledger.h"
#include "services/store/copy.h"

using namespace Qt::StringLiterals;

namespace tenantry::importing {

namespace {

using billing::InvoiceStatus;
using billing::LineKind;

/// The document as the rules of the ledger see it.
billing::ComposedInvoice composed(const billing::Invoice &invoice) {
  billing::DraftLine net;
  net.kind = LineKind::OneOff;
  net.amount = invoice.net;
  net.taxShare = invoice.tax;
  billing::DraftLine tax;
  tax.kind = LineKind::Tax;
  tax.amount = invoice.tax;
  return {{net, tax}, invoice.net, invoice.tax, invoice.total};
}

struct Line {
  int number = 1;
  LineKind kind = LineKind::OneOff;
  QString item;
  std::int64_t amount = 0;
  std::int64_t taxShare = 0;
  DayRange days{};
};

void put(store::CopyWriter &copy, const billing::Invoice &invoice, const Line &line) {
  const bool dated = !line.days.isEmpty();
  const Rational amount(line.amount);
  copy.beginRow(11);
  copy.put(invoice.organization);
  copy.put(invoice.id);
  copy.putInt4(line.number);
  copy.putUtf8(business::toWord(line.kind));
  copy.put(line.item);
  copy.put(u"1"_s);
  copy.put(formatDecimal(amount, 0));
  copy.put(line.amount);
  copy.put(line.taxShare);
  copy.put(dated ? std::optional(line.days.from) : std::nullopt);
  copy.put(dated ? std::optional(line.days.to) : std::nullopt);
}

} // namespace

Result<> InvoiceHistory::write(const std::vector<PastInvoice> &invoices) {
  std::vector<QUuid> payments;
  for (const auto &past : invoices)
    payments.push_back(past.invoice.paid > 0 ? makeUuidV7(m_session.clock.now()) : QUuid());
  TENANTRY_CHECK(writeLines(invoices));
  TENANTRY_CHECK(writeInvoices(invoices));
  TENANTRY_CHECK(writeBilledPeriods(invoices));
  TENANTRY_CHECK(writePayments(invoices, payments));
  return writeLedger(invoices, payments);
}

Result<> InvoiceHistory::writeLines(const std::vector<PastInvoice> &invoices) {
  store::CopyWriter copy(
      m_session.database, "invoice_line",
      "organization_id, invoice_id, line_no, kind, item, quantity, unit, amount, tax_share, "
      "from_day, to_day");
  for (const auto &past : invoices) {
    const auto &invoice = past.invoice;
    put(copy, invoice, {1, LineKind::OneOff, u"imported"_s, invoice.net, invoice.tax, past.days});
    if (invoice.tax != 0)
      put(copy, invoice, {2, LineKind::Tax, invoice.customer.address.country, invoice.tax, 0, {}});
  }
  TENANTRY_CHECK(copy.finish());
  return {};
}

Result<> InvoiceHistory::writeInvoices(const std::vector<PastInvoice> &invoices) {
  store::CopyWriter copy(
      m_session.database, "invoice",
      "organization_id, invoice_id, number, kind, status, subscription_id, currency, net, tax, "
      "total, paid, written_off, customer, issued_on, due_on, due_at, created_at, finalized_at, "
      "paid_at, closed_at");
  JsonText json;
  for (const auto &past : invoices) {
    const auto &invoice = past.invoice;
    const bool isClosed =
        invoice.status == InvoiceStatus::Void || invoice.status == InvoiceStatus::Uncollectible;
    copy.beginRow(20);
    copy.put(invoice.organization);
    copy.put(invoice.id);
    copy.put(invoice.number);
    copy.put(toString(invoice.kind));
    copy.put(toString(invoice.status));
    copy.put(invoice.subscription);
    copy.put(invoice.currency.code());
    copy.put(invoice.net);
    copy.put(invoice.tax);
    copy.put(invoice.total);
    copy.put(invoice.paid);
    copy.put(invoice.writtenOff);
    copy.putUtf8(invoice.customer.toText(json));
    copy.put(invoice.issuedOn);
    copy.put(invoice.dueOn);
    copy.put(invoice.dueAt);
    copy.put(invoice.createdAt);
    copy.put(invoice.finalizedAt);
    copy.put(invoice.paidAt);
    copy.put(isClosed ? std::optional(m_session.clock.now()) : std::nullopt);
  }
  TENANTRY_CHECK(copy.finish());
  return {};
}

Result<> InvoiceHistory::writeBilledPeriods(const std::vector<PastInvoice> &invoices) {
  std::vector<OrganizationId> organizations;
  std::vector<SubscriptionId> subscriptions;
  std::vector<LocalDay> froms, tos;
  std::vector<InvoiceId> ids;
  for (const auto &past : invoices) {
    if (!past.billsPeriod)
      continue;
    organizations.push_back(past.invoice.organization);
    subscriptions.push_back(*past.invoice.subscription);
    froms.push_back(past.days.from);
    tos.push_back(past.days.to);
    ids.push_back(past.invoice.id);
  }
  TENANTRY_CHECK(m_session.database.execute("import_billed_add", {{"organizations", organizations},
                                                                  {"subscriptions", subscriptions},
                                                                  {"froms", froms},
                                                                  {"tos", tos},
                                                                  {"invoices", ids}}));
  return {};
}

Result<> InvoiceHistory::writePayments(const std::vector<PastInvoice> &invoices,
                                       const std::vector<QUuid> &payments) {
  std::vector<OrganizationId> organizations;
  std::vector<QUuid> ids;
  std::vector<InvoiceId> paid;
  std::vector<std::int64_t> amounts;
  std::vector<QString> currencies, references;
  std::vector<Instant> received;
  for (std::size_t i = 0; i < invoices.size(); ++i) {
    const auto &invoice = invoices[i].invoice;
    if (payments[i].isNull())
      continue;
    organizations.push_back(invoice.organization);
    ids.push_back(payments[i]);
    paid.push_back(invoice.id);
    amounts.push_back(invoice.paid);
    currencies.push_back(invoice.currency.code());
    references.push_back(invoice.number);
    received.push_back(invoices[i].receivedAt.value_or(invoice.createdAt));
  }
  TENANTRY_CHECK(
      m_session.database.execute("import_payments_add", {{"organizations", organizations},
                                                         {"payments", ids},
                                                         {"amounts", amounts},
                                                         {"currencies", currencies},
                                                         {"references", references},
                                                         {"received", received}}));
  TENANTRY_CHECK(
      m_session.database.execute("import_allocations_add", {{"organizations", organizations},
                                                            {"payments", ids},
                                                            {"invoices", paid},
                                                            {"amounts", amounts}}));
  return {};
}

// A void invoice was booked and taken back elsewhere: nothing of it is left.
Result<> InvoiceHistory::writeLedger(const std::vector<PastInvoice> &invoices,
                                     const std::vector<QUuid> &payments) {
  std::vector<billing::LedgerTransaction> transactions;
  for (std::size_t i = 0; i < invoices.size(); ++i) {
    const auto &invoice = invoices[i].invoice;
    if (invoice.status == InvoiceStatus::Void)
      continue;
    const auto add = [&](const QString &cause, const QUuid &document,
                         billing::LedgerEntries entries) {
      transactions.push_back(
          {invoice.organization, invoice.currency, cause, document, std::move(entries)});
    };
    add(u"invoice.imported"_s, invoice.id.uuid(), billing::invoiceFinalized(composed(invoice)));
    if (invoice.paid > 0)
      add(u"payment.imported"_s, payments[i], billing::paymentReceived({invoice.paid, 0}));
    if (invoice.writtenOff > 0)
      add(u"invoice.written_off"_s, invoice.id.uuid(),
          billing::invoiceWrittenOff(invoice.writtenOff));
  }
  return billing::book(m_session, transactions, m_applied.zone());
}

} // namespace tenantry::importing
