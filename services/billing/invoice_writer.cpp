// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/invoice_writer.h"

#include "services/billing/ledger.h"
#include "services/billing/numbering.h"
#include "services/core/crash_point.h"
#include "services/store/copy.h"

using namespace Qt::StringLiterals;
using std::chrono::year_month_day;

namespace tenantry::billing {

namespace {

const QString invoiceSeries = u"invoice"_s;
constexpr int quantityPlaces = 9;
constexpr int unitPlaces = 12;

int yearOf(LocalDay day) { return int(year_month_day(day).year()); }

ComposedInvoice composed(const PlannedInvoice &planned) {
  ComposedInvoice document;
  for (const auto &line : planned.lines)
    document.lines.push_back(line.draft);
  document.net = planned.invoice.net;
  document.tax = planned.invoice.tax;
  document.total = planned.invoice.total;
  return document;
}

store::NewEvent invoiceEvent(const QString &type, const Invoice &invoice) {
  store::Json payload;
  payload["invoice"] = invoice.id;
  payload["currency"] = invoice.currency.code();
  payload["total"] = invoice.total;
  if (!invoice.number.isEmpty())
    payload["number"] = invoice.number;
  return {type, std::move(payload)};
}

} // namespace

Result<> InvoiceWriter::write(std::vector<PlannedInvoice> &invoices,
                              std::vector<store::BulkEvent> &events) {
  TENANTRY_CHECK(writeUsage(invoices));
  std::erase_if(invoices, [](const PlannedInvoice &planned) { return planned.lines.empty(); });
  if (invoices.empty())
    return {};
  TENANTRY_CHECK(writeLines(invoices));
  TENANTRY_CHECK(writeBilledSpans(invoices));
  crashPoint("billing.after_lines");
  const bool isFinal = m_applied.business.finalize == business::Finalize::Automatic;
  if (isFinal) {
    TENANTRY_CHECK(writeMoney(invoices));
    TENANTRY_CHECK(takeNumbers(invoices));
    crashPoint("billing.after_numbers");
  }
  TENANTRY_CHECK(writeInvoices(invoices));
  for (const auto &planned : invoices)
    events.push_back(
        {planned.invoice.organization, invoiceEvent(u"invoice.created"_s, planned.invoice)});
  if (isFinal)
    tellFinal(invoices, events);
  return {};
}

Result<> InvoiceWriter::finalizeDrafts(std::vector<PlannedInvoice> &drafts,
                                       std::vector<store::BulkEvent> &events) {
  TENANTRY_CHECK(writeMoney(drafts));
  TENANTRY_CHECK(takeNumbers(drafts));
  for (const auto &draft : drafts) {
    const Invoice &invoice = draft.invoice;
    TENANTRY_TRY(written, m_session.database.execute("invoice_finalize",
                                                     {{"organization", invoice.organization},
                                                      {"invoice", invoice.id},
                                                      {"number", invoice.number},
                                                      {"status", toString(invoice.status)},
                                                      {"issued_on", invoice.issuedOn},
                                                      {"due_on", invoice.dueOn},
                                                      {"due_at", invoice.dueAt},
                                                      {"now", *invoice.finalizedAt},
                                                      {"customer", invoice.customer},
                                                      {"applied", invoice.balanceApplied},
                                                      {"paid_at", invoice.paidAt}}));
    if (written != 1)
      return fail(u"store.conflict"_s,
                  u"The draft was changed by someone else at the same moment."_s);
  }
  tellFinal(drafts, events);
  return {};
}

Result<> InvoiceWriter::writeLines(const std::vector<PlannedInvoice> &invoices) {
  store::CopyWriter copy(
      m_session.database, "invoice_line",
      "organization_id, invoice_id, line_no, kind, item, metric, quantity, unit, amount, "
      "discount_share, tax_share, from_day, to_day, part_from, detail");
  for (const auto &planned : invoices) {
    int lineNo = 0;
    for (const auto &line : planned.lines) {
      const DraftLine &draft = line.draft;
      const bool dated = !draft.days.isEmpty();
      copy.beginRow(15);
      copy.put(planned.invoice.organization);
      copy.put(planned.invoice.id);
      copy.putInt4(++lineNo);
      copy.putUtf8(business::toWord(draft.kind));
      copy.put(draft.item);
      copy.put(draft.metric);
      copy.put(formatDecimal(draft.quantity, quantityPlaces));
      copy.put(formatDecimal(draft.unit, unitPlaces));
      copy.put(draft.amount);
      copy.put(draft.discountShare);
      copy.put(draft.taxShare);
      copy.put(dated ? std::optional(draft.days.from) : std::nullopt);
      copy.put(dated ? std::optional(draft.days.to) : std::nullopt);
      copy.put(line.partFrom);
      if (line.detail.is_null())
        copy.putNull();
      else
        copy.putUtf8(line.detail.dump());
    }
  }
  TENANTRY_CHECK(copy.finish());
  return {};
}

Result<> InvoiceWriter::writeBilledSpans(const std::vector<PlannedInvoice> &invoices) {
  store::CopyWriter copy(m_session.database, "billed_period",
                         "organization_id, subscription_id, item, span, invoice_id, line_no");
  for (const auto &planned : invoices) {
    for (const auto &span : planned.billedSpans) {
      copy.beginRow(6);
      copy.put(planned.invoice.organization);
      copy.put(*planned.invoice.subscription);
      copy.put(span.item);
      copy.putDayRange(span.days.from, span.days.to);
      copy.put(planned.invoice.id);
      copy.putInt4(span.lineNo);
    }
  }
  TENANTRY_CHECK(copy.finish());
  return {};
}

Result<> InvoiceWriter::writeUsage(const std::vector<PlannedInvoice> &invoices) {
  std::vector<OrganizationId> closers, counters;
  std::vector<Instant> closed, parts;
  std::vector<InvoiceId> by;
  std::vector<QString> metrics;
  std::vector<std::int64_t> quantities, amounts;
  for (const auto &planned : invoices) {
    for (const auto part : planned.usage.closes) {
      closers.push_back(planned.invoice.organization);
      closed.push_back(part);
      by.push_back(planned.invoice.id);
    }
    for (const auto &billed : planned.usage.billed) {
      counters.push_back(planned.invoice.organization);
      metrics.push_back(billed.metric);
      parts.push_back(billed.partFrom);
      quantities.push_back(billed.quantity);
      amounts.push_back(billed.amount);
    }
  }
  if (!closers.empty())
    TENANTRY_CHECK(m_session.database.execute(
        "usage_parts_close", {{"organizations", closers}, {"parts", closed}, {"invoices", by}}));
  if (!counters.empty())
    TENANTRY_CHECK(m_session.database.execute("usage_totals_billed", {{"organizations", counters},
                                                                      {"metrics", metrics},
                                                                      {"parts", parts},
                                                                      {"quantities", quantities},
                                                                      {"amounts", amounts}}));
  return {};
}

Result<> InvoiceWriter::writeMoney(const std::vector<PlannedInvoice> &invoices) {
  std::vector<LedgerTransaction> transactions;
  for (const auto &planned : invoices) {
    const Invoice &invoice = planned.invoice;
    transactions.push_back({invoice.organization, invoice.currency, u"invoice.finalized"_s,
                            invoice.id.uuid(), invoiceFinalized(composed(planned))});
    if (planned.balanceUsed == 0)
      continue;
    transactions.push_back({invoice.organization, invoice.currency, u"balance.applied"_s,
                            invoice.id.uuid(), balanceApplied(planned.balanceUsed)});
    TENANTRY_CHECK(
        m_session.database.execute("balance_move", {{"organization", invoice.organization},
                                                    {"movement", makeUuidV7(m_session.clock.now())},
                                                    {"currency", invoice.currency.code()},
                                                    {"amount", -planned.balanceUsed},
                                                    {"cause", u"invoice"_s},
                                                    {"document", invoice.id},
                                                    {"now", m_session.clock.now()}}));
  }
  return book(m_session, transactions, m_applied.zone());
}

Result<> InvoiceWriter::takeNumbers(std::vector<PlannedInvoice> &invoices) {
  const Instant now = m_session.clock.now();
  const int year = yearOf(m_applied.zone().dayOf(now));
  const auto &business = m_applied.business;
  const auto count = static_cast<std::int64_t>(invoices.size());
  TENANTRY_TRY(taken, m_session.database.one<std::int64_t>("number_take",
                                                           {{"issuer", business.issuer.legalName},
                                                            {"series", invoiceSeries},
                                                            {"year", year},
                                                            {"count", count}}));
  std::int64_t next = std::get<0>(*taken) - count;
  store::CopyWriter registry(m_session.database, "number_registry",
                             "issuer, series, year, sequence, organization_id, document_id");
  for (auto &planned : invoices) {
    Invoice &invoice = planned.invoice;
    invoice.number = formatNumber(business.invoice.numberFormat, {year, ++next});
    invoice.finalizedAt = now;
    invoice.balanceApplied = planned.balanceUsed;
    invoice.status = invoice.amountDue() == 0 ? InvoiceStatus::Paid : InvoiceStatus::Open;
    if (invoice.status == InvoiceStatus::Paid)
      invoice.paidAt = now;
    registry.beginRow(6);
    registry.put(business.issuer.legalName);
    registry.put(invoiceSeries);
    registry.putInt4(year);
    registry.put(next);
    registry.put(invoice.organization);
    registry.put(invoice.id);
  }
  TENANTRY_CHECK(registry.finish());
  return {};
}

Result<> InvoiceWriter::writeInvoices(const std::vector<PlannedInvoice> &invoices) {
  store::CopyWriter copy(
      m_session.database, "invoice",
      "organization_id, invoice_id, number, kind, status, subscription_id, period_index, currency, "
      "net, tax, total, balance_applied, reverse_charge, customer, issued_on, due_on, due_at, "
      "created_at, finalized_at, paid_at");
  for (const auto &planned : invoices) {
    const Invoice &invoice = planned.invoice;
    const bool isDraft = invoice.number.isEmpty();
    copy.beginRow(20);
    copy.put(invoice.organization);
    copy.put(invoice.id);
    copy.put(isDraft ? std::nullopt : std::optional(invoice.number));
    copy.put(toString(invoice.kind));
    copy.put(toString(invoice.status));
    copy.put(invoice.subscription);
    if (invoice.periodIndex)
      copy.putInt4(*invoice.periodIndex);
    else
      copy.putNull();
    copy.put(invoice.currency.code());
    copy.put(invoice.net);
    copy.put(invoice.tax);
    copy.put(invoice.total);
    copy.put(invoice.balanceApplied);
    copy.put(invoice.reverseCharge);
    copy.putUtf8(invoice.customer.dump());
    copy.put(isDraft ? std::nullopt : invoice.issuedOn);
    copy.put(isDraft ? std::nullopt : invoice.dueOn);
    copy.put(isDraft ? std::nullopt : invoice.dueAt);
    copy.put(invoice.createdAt);
    copy.put(invoice.finalizedAt);
    copy.put(invoice.paidAt);
  }
  TENANTRY_CHECK(copy.finish());
  return {};
}

void InvoiceWriter::tellFinal(const std::vector<PlannedInvoice> &invoices,
                              std::vector<store::BulkEvent> &events) const {
  for (const auto &planned : invoices) {
    const Invoice &invoice = planned.invoice;
    events.push_back({invoice.organization, invoiceEvent(u"invoice.finalized"_s, invoice)});
    if (invoice.status == InvoiceStatus::Paid)
      events.push_back({invoice.organization, invoiceEvent(u"invoice.paid"_s, invoice)});
  }
}

} // namespace tenantry::billing
