// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/stored_invoice.h"

#include "services/billing/invoice_planner.h"

namespace tenantry::billing {

namespace {

/// Decimal places that quantities and prices of a line have at most.
constexpr int storedQuantityPlaces = 9, storedUnitPlaces = 12;

} // namespace

Result<Invoice> readInvoice(const store::Row &row) {
  Invoice invoice;
  invoice.organization = row.get<OrganizationId>(0);
  invoice.id = row.get<InvoiceId>(1);
  invoice.number = row.get<QString>(2);
  TENANTRY_TRY(kind, parseInvoiceKind(row.get<QString>(3)));
  TENANTRY_TRY(status, parseInvoiceStatus(row.get<QString>(4)));
  TENANTRY_TRY(currency, Currency::parse(row.get<QString>(7)));
  invoice.kind = kind;
  invoice.status = status;
  invoice.currency = currency;
  invoice.subscription = row.get<std::optional<SubscriptionId>>(5);
  invoice.periodIndex = row.get<std::optional<int>>(6);
  invoice.net = row.get<std::int64_t>(8);
  invoice.tax = row.get<std::int64_t>(9);
  invoice.total = row.get<std::int64_t>(10);
  invoice.paid = row.get<std::int64_t>(11);
  invoice.balanceApplied = row.get<std::int64_t>(12);
  invoice.credited = row.get<std::int64_t>(13);
  invoice.writtenOff = row.get<std::int64_t>(14);
  invoice.reverseCharge = row.get<bool>(15);
  invoice.customer = DocumentCustomer::fromJson(row.get<Json>(16));
  invoice.issuedOn = row.get<std::optional<LocalDay>>(17);
  invoice.dueOn = row.get<std::optional<LocalDay>>(18);
  invoice.dueAt = row.get<std::optional<Instant>>(19);
  invoice.createdAt = row.get<Instant>(20);
  invoice.finalizedAt = row.get<std::optional<Instant>>(21);
  invoice.paidAt = row.get<std::optional<Instant>>(22);
  return invoice;
}

StoredLine readLine(const store::Row &row) {
  StoredLine line;
  line.lineNo = row.get<int>(0);
  line.kind = row.get<QString>(1);
  line.item = row.get<QString>(2);
  line.metric = row.get<QString>(3);
  line.quantity = row.get<QString>(4);
  line.unit = row.get<QString>(5);
  line.amount = row.get<std::int64_t>(6);
  line.discountShare = row.get<std::int64_t>(7);
  line.taxShare = row.get<std::int64_t>(8);
  line.fromDay = row.get<std::optional<LocalDay>>(9);
  line.toDay = row.get<std::optional<LocalDay>>(10);
  line.partFrom = row.get<std::optional<Instant>>(11);
  line.detail = row.get<std::optional<nlohmann::json>>(12).value_or(nlohmann::json());
  return line;
}

PlannedInvoice asPlanned(Invoice invoice, const std::vector<StoredLine> &lines) {
  PlannedInvoice planned;
  planned.invoice = std::move(invoice);
  for (const auto &stored : lines) {
    PlannedLine line;
    const auto kind = business::fromWord<LineKind>(stored.kind.toStdString());
    if (!kind)
      throw ProgrammingError("unknown kind of invoice line");
    line.draft.kind = *kind;
    line.draft.item = stored.item;
    line.draft.metric = stored.metric;
    line.draft.amount = stored.amount;
    line.draft.discountShare = stored.discountShare;
    line.draft.taxShare = stored.taxShare;
    if (stored.fromDay)
      line.draft.days = {*stored.fromDay, *stored.toDay};
    line.partFrom = stored.partFrom;
    line.detail = stored.detail;
    planned.lines.push_back(std::move(line));
  }
  return planned;
}

void prepareFinal(PlannedInvoice &draft, const organizations::Organization &organization,
                  const business::Applied &applied, std::map<Currency, std::int64_t> &balances,
                  Instant now) {
  Invoice &invoice = draft.invoice;
  setIssueDates(invoice, organization, applied, now);
  auto &balance = balances[invoice.currency];
  draft.balanceUsed = std::min(balance, invoice.total);
  balance -= draft.balanceUsed;
}

StoredLine asStored(const billing::PlannedLine &planned, int lineNo) {
  const auto &draft = planned.draft;
  StoredLine line;
  line.lineNo = lineNo;
  line.kind = QString::fromLatin1(business::toWord(draft.kind).data(),
                                  qsizetype(business::toWord(draft.kind).size()));
  line.item = draft.item;
  line.metric = draft.metric;
  line.quantity = formatDecimal(draft.quantity, storedQuantityPlaces);
  line.unit = formatDecimal(draft.unit, storedUnitPlaces);
  line.amount = draft.amount;
  line.discountShare = draft.discountShare;
  line.taxShare = draft.taxShare;
  if (!draft.days.isEmpty()) {
    line.fromDay = draft.days.from;
    line.toDay = draft.days.to;
  }
  line.partFrom = planned.partFrom;
  JsonText json;
  if (const auto explained = planned.explained(json); !explained.empty())
    line.detail = nlohmann::json::parse(explained);
  return line;
}

} // namespace tenantry::billing
