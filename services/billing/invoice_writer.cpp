// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/invoice_writer.h"

#include "services/billing/credit_notes.h"
#include "services/billing/document_numbers.h"
#include "services/billing/draft_lowering.h"
#include "services/billing/ledger.h"
#include "services/core/crash_point.h"
#include "services/core/json_text.h"
#include "services/store/copy.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::billing {

namespace {

constexpr int quantityPlaces = 9;
constexpr int unitPlaces = 12;

bool creditsAnything(const PlannedInvoice &planned) {
  return std::any_of(planned.lines.begin(), planned.lines.end(),
                     [](const PlannedLine &line) { return line.credits.has_value(); });
}

void putCredited(store::CopyWriter &copy, const PlannedLine &line) {
  if (!line.credits) {
    copy.putNull();
    copy.putNull();
    return;
  }
  copy.put(line.credits->document);
  copy.putInt4(line.credits->lineNo);
}

/// What all events of an invoice say. A run tells of a hundred thousand: no tree is built for them.
std::string_view payloadOf(const Invoice &invoice, JsonText &json) {
  json.begin();
  json.beginObject();
  json.member("invoice", QStringView(invoice.id.toString()));
  json.member("currency", QStringView(invoice.currency.code()));
  json.member("total", invoice.total);
  if (!invoice.number.isEmpty())
    json.member("number", QStringView(invoice.number));
  json.endObject();
  return json.text();
}

enum class Before { Nothing, Draft }; ///< what there was of the invoices that are told of

void tell(const std::vector<PlannedInvoice> &invoices, Before before,
          std::vector<store::BulkEvent> &events) {
  JsonText json;
  for (const auto &planned : invoices) {
    const Invoice &invoice = planned.invoice;
    const auto payload = payloadOf(invoice, json);
    const auto add = [&](const QString &type) {
      events.push_back({invoice.organization, {type, {}}, std::string(payload)});
    };
    if (before == Before::Nothing)
      add(u"invoice.created"_s);
    if (invoice.number.isEmpty())
      continue;
    add(u"invoice.finalized"_s);
    if (invoice.status == InvoiceStatus::Paid)
      add(u"invoice.paid"_s);
  }
}

/// A chunk is read while the one before it is written: whoever voids an invoice meanwhile changes
/// what was billed.
Result<> checkAsRead(std::int64_t written, std::size_t planned) {
  if (std::size_t(written) == planned)
    return {};
  return fail(u"store.conflict"_s,
              u"Someone else changed what was billed of the usage at the same moment."_s);
}

} // namespace

Result<> InvoiceWriter::write(std::vector<PlannedInvoice> &invoices,
                              std::vector<store::BulkEvent> &events) {
  TENANTRY_CHECK(writeUsage(invoices));
  TENANTRY_CHECK(cutBilledSpans(invoices));
  for (const auto &planned : invoices)
    for (const auto &lowered : planned.lowers)
      TENANTRY_CHECK(writeLowered(m_session, lowered, events));
  std::erase_if(invoices, [](const PlannedInvoice &planned) { return planned.lines.empty(); });
  if (invoices.empty())
    return {};
  TENANTRY_CHECK(writeLines(invoices));
  TENANTRY_CHECK(writeBilledSpans(invoices));
  crashPoint("billing.after_lines");
  const auto notes = std::stable_partition(invoices.begin(), invoices.end(),
                                           [](const PlannedInvoice &made) { return !made.credit; });
  if (notes != invoices.end()) {
    std::vector<PlannedInvoice> issued(std::make_move_iterator(notes),
                                       std::make_move_iterator(invoices.end()));
    invoices.erase(notes, invoices.end());
    TENANTRY_CHECK(writeCreditNotes(m_session, m_applied, issued, events));
  }
  if (invoices.empty())
    return {};
  const auto drafts =
      std::stable_partition(invoices.begin(), invoices.end(),
                            [](const PlannedInvoice &made) { return !made.staysDraft; });
  std::vector<PlannedInvoice> waiting(std::make_move_iterator(drafts),
                                      std::make_move_iterator(invoices.end()));
  invoices.erase(drafts, invoices.end());
  if (!invoices.empty()) {
    TENANTRY_CHECK(writeMoney(invoices));
    TENANTRY_CHECK(takeNumbers(invoices));
    crashPoint("billing.after_numbers");
  }
  invoices.insert(invoices.end(), std::make_move_iterator(waiting.begin()),
                  std::make_move_iterator(waiting.end()));
  TENANTRY_CHECK(writeInvoices(invoices));
  tell(invoices, Before::Nothing, events);
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
                                                      {"customer", invoice.customer.toJson()},
                                                      {"applied", invoice.balanceApplied},
                                                      {"paid_at", invoice.paidAt}}));
    if (written != 1)
      return fail(u"store.conflict"_s,
                  u"Someone else changed the draft at the same moment; look at it again."_s);
  }
  tell(drafts, Before::Draft, events);
  return {};
}

// Renewals credit nothing, and write no columns for it.
Result<> InvoiceWriter::writeLines(const std::vector<PlannedInvoice> &invoices) {
  const std::string columns =
      "organization_id, invoice_id, line_no, kind, item, metric, quantity, unit, amount, "
      "discount_share, tax_share, from_day, to_day, part_from, detail";
  const bool credits = std::any_of(invoices.begin(), invoices.end(), creditsAnything);
  store::CopyWriter copy(
      m_session.database, "invoice_line",
      (credits ? columns + ", credits_invoice_id, credits_line_no" : columns).c_str());
  JsonText json;
  for (const auto &planned : invoices) {
    int lineNo = 0;
    for (const auto &line : planned.lines) {
      const DraftLine &draft = line.draft;
      const bool dated = !draft.days.isEmpty();
      copy.beginRow(credits ? 17 : 15);
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
      if (const auto explained = line.explained(json); explained.empty())
        copy.putNull();
      else
        copy.putUtf8(explained);
      if (credits)
        putCredited(copy, line);
    }
  }
  TENANTRY_CHECK(copy.finish());
  return {};
}

Result<> InvoiceWriter::cutBilledSpans(const std::vector<PlannedInvoice> &invoices) {
  for (const auto &planned : invoices)
    for (const auto &cut : planned.cuts)
      for (const char *query : {"billed_period_end", "billed_period_drop"})
        TENANTRY_CHECK(
            m_session.database.execute(query, {{"organization", planned.invoice.organization},
                                               {"subscription", *planned.invoice.subscription},
                                               {"item", cut.item},
                                               {"on", cut.on}}));
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
  std::vector<std::int64_t> quantities, amounts, quantitiesBefore, amountsBefore;
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
      quantitiesBefore.push_back(billed.before.billedQuantity);
      amountsBefore.push_back(billed.before.billedAmount);
    }
  }
  if (!closers.empty()) {
    TENANTRY_TRY(written, m_session.database.execute(
                              "usage_parts_close",
                              {{"organizations", closers}, {"parts", closed}, {"invoices", by}}));
    TENANTRY_CHECK(checkAsRead(written, closers.size()));
  }
  if (!counters.empty()) {
    TENANTRY_TRY(written, m_session.database.execute("usage_totals_billed",
                                                     {{"organizations", counters},
                                                      {"metrics", metrics},
                                                      {"parts", parts},
                                                      {"quantities", quantities},
                                                      {"amounts", amounts},
                                                      {"quantities_before", quantitiesBefore},
                                                      {"amounts_before", amountsBefore}}));
    TENANTRY_CHECK(checkAsRead(written, counters.size()));
  }
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
  std::vector<DocumentOf> documents;
  documents.reserve(invoices.size());
  for (const auto &planned : invoices)
    documents.push_back({planned.invoice.organization, planned.invoice.id.uuid()});
  TENANTRY_TRY(numbers, takeDocumentNumbers(m_session, m_applied, Series::Invoice, documents));
  auto number = numbers.begin();
  for (auto &planned : invoices) {
    Invoice &invoice = planned.invoice;
    invoice.number = std::move(*number++);
    invoice.finalizedAt = now;
    invoice.balanceApplied = planned.balanceUsed;
    invoice.status = invoice.amountDue() == 0 ? InvoiceStatus::Paid : InvoiceStatus::Open;
    if (invoice.status == InvoiceStatus::Paid)
      invoice.paidAt = now;
  }
  return {};
}

Result<> InvoiceWriter::writeInvoices(const std::vector<PlannedInvoice> &invoices) {
  store::CopyWriter copy(
      m_session.database, "invoice",
      "organization_id, invoice_id, number, kind, status, subscription_id, period_index, currency, "
      "net, tax, total, balance_applied, reverse_charge, customer, issued_on, due_on, due_at, "
      "created_at, finalized_at, paid_at");
  JsonText json;
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
    copy.putUtf8(invoice.customer.toText(json));
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

} // namespace tenantry::billing
