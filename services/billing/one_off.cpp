// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/one_off.h"

#include "services/billing/due_book.h"
#include "services/billing/included_tax.h"
#include "services/billing/invoice_planner.h"
#include "services/billing/invoice_writer.h"
#include "services/subscriptions/taxation.h"

using namespace Qt::StringLiterals;

namespace tenantry::billing {

namespace {

constexpr std::size_t mostLines = 1'000;
constexpr qsizetype longestDescription = 500;
constexpr int quantityDigits = 9;
constexpr int unitDigits = 12;
/// 10^15 minor units: sums of a thousand such lines stay exact.
constexpr std::int64_t largestAmount = 1'000'000'000'000'000;

bool isKeptWhole(const Rational &value, int places) {
  return parseDecimal(formatDecimal(value, places)) == value;
}

std::optional<QString> faultOf(const OneOffLine &line) {
  const auto description = line.description.trimmed();
  if (description.isEmpty())
    return u"says nothing; name what is charged."_s;
  if (description.size() > longestDescription)
    return u"is longer than %1 characters."_s.arg(longestDescription);
  if (line.quantity <= 0 || line.unit <= 0)
    return u"has no quantity or no price above zero; what is given back is a credit note."_s;
  if (!isKeptWhole(line.quantity, quantityDigits) || !isKeptWhole(line.unit, unitDigits))
    return u"has more decimal places than can be kept."_s;
  if (line.quantity > largestAmount || line.unit > largestAmount ||
      line.quantity * line.unit > largestAmount)
    return u"is larger than any invoice can be."_s;
  return roundHalfAwayFromZero(line.quantity * line.unit) == 0
             ? std::optional(u"comes to nothing."_s)
             : std::nullopt;
}

std::vector<DraftLine> draftLines(const std::vector<OneOffLine> &lines) {
  std::vector<DraftLine> drafts;
  for (const auto &line : lines) {
    DraftLine draft;
    draft.kind = LineKind::OneOff;
    draft.item = line.description.trimmed();
    draft.quantity = line.quantity;
    draft.unit = line.unit;
    draft.amount = roundHalfAwayFromZero(line.quantity * line.unit);
    drafts.push_back(std::move(draft));
  }
  return drafts;
}

PlannedInvoice plan(const organizations::Organization &organization,
                    const business::Applied &applied, const OneOffRequest &request, DueBook &book,
                    Instant now) {
  const auto tax = subscriptions::taxOf(organization, applied.business);
  const auto document = compose(draftLines(request.lines), {}, tax.rate);
  PlannedInvoice planned;
  for (const auto &line : document.lines) {
    planned.lines.push_back({line, {}, {}});
    if (line.kind == LineKind::OneOff)
      sayIncludedTax(line, planned.lines.back().detail);
  }
  Invoice &invoice = planned.invoice;
  invoice.organization = organization.id;
  invoice.id = request.id.isNull() ? makeId<InvoiceId>(now) : request.id;
  invoice.kind = InvoiceKind::OneOff;
  invoice.currency = request.currency.value_or(organization.currency);
  invoice.net = document.net;
  invoice.tax = document.tax;
  invoice.total = document.total;
  invoice.reverseCharge = tax.reverseCharge;
  invoice.customer = DocumentCustomer::of(organization);
  invoice.createdAt = now;
  setIssueDates(invoice, organization, applied, now);
  settleHead(planned, applied, book);
  return planned;
}

} // namespace

Result<> checkOneOffLines(const std::vector<OneOffLine> &lines) {
  if (lines.empty())
    return fail(u"invoice.no_lines"_s, u"The invoice has no lines; add at least one."_s);
  if (lines.size() > mostLines)
    return fail(u"invoice.line_invalid"_s, u"An invoice has at most %1 lines."_s.arg(mostLines));
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (const auto fault = faultOf(lines[i]))
      return fail(u"invoice.line_invalid"_s, u"Line %1 %2"_s.arg(i + 1).arg(*fault),
                  {{}, static_cast<int>(i) + 1, 0, {}});
  return {};
}

QString digestOfCharge(const PlannedInvoice &planned) {
  QString said = u"%1 %2 %3"_s.arg(planned.balanceUsed)
                     .arg(planned.staysDraft)
                     .arg(planned.invoice.reverseCharge);
  for (const auto &lowered : planned.lowers)
    said += u" %1:%2"_s.arg(lowered.invoice.id.toString()).arg(lowered.invoice.total);
  for (const auto &line : planned.lines)
    said += u" %1:%2"_s.arg(line.draft.item).arg(line.draft.amount);
  return said;
}

Result<PlannedInvoice> OneOffCharges::preview(const OneOffRequest &request) {
  TENANTRY_CHECK(checkOneOffLines(request.lines));
  TENANTRY_TRY(applied, m_business.current(m_session));
  TENANTRY_TRY(organization,
               organizations::OrganizationService(m_session).find(request.organization));
  if (organization.status == organizations::Status::Closed)
    return fail(
        u"organization.closed"_s,
        u"The organization %1 is closed; nothing more can be sold to it."_s.arg(organization.name));
  TENANTRY_TRY(book, loadDueBook(m_session, {request.organization}, *applied));
  return plan(organization, *applied, request, book, m_session.clock.now());
}

Result<Invoice> OneOffCharges::act(const OneOffRequest &request, const QString &seen) {
  return m_session.database.transaction([&]() -> Result<Invoice> {
    TENANTRY_CHECK(store::lockOrganization(m_session, request.organization));
    BillingService billing(m_session, m_business);
    if (!request.id.isNull()) {
      auto known = billing.find(request.organization, request.id);
      if (known || known.error().code != "invoice.not_found"_L1)
        return known;
    }
    TENANTRY_TRY(planned, preview(request));
    if (!seen.isEmpty() && seen != digestOfCharge(planned))
      return fail(u"invoice.picture_changed"_s,
                  u"The customer's tax, balance or hold has changed since; look at the invoice "
                  u"again."_s);
    const auto id = planned.invoice.id;
    TENANTRY_CHECK(write(std::move(planned)));
    return billing.find(request.organization, id);
  });
}

Result<> OneOffCharges::write(PlannedInvoice planned) {
  TENANTRY_TRY(applied, m_business.current(m_session));
  std::vector invoices{std::move(planned)};
  std::vector<store::BulkEvent> events;
  TENANTRY_CHECK(InvoiceWriter(m_session, *applied).write(invoices, events));
  return store::appendEventsBulk(m_session, events);
}

} // namespace tenantry::billing
