// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/billing/invoice_reading.h"

#include "models/connection/catalog_names.h"
#include "services/billing/billing_run.h"
#include "services/billing/draft_taxes.h"
#include "services/billing/one_off.h"
#include "services/billing/service.h"
#include "services/organizations/service.h"
#include "services/payments/credits.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tenantry::models {

namespace {

struct InvoiceReading {
  Q_DECLARE_TR_FUNCTIONS(tenantry::models::InvoiceReading)
};

constexpr std::size_t mostHistory = 6;

/// What the lines' words and quantities are read with.
void addNames(InvoiceSheet &sheet, const business::Applied &applied) {
  for (const auto &line : sheet.lines) {
    const auto metric = applied.business.metrics.find(line.metric);
    if (metric != applied.business.metrics.end()) {
      sheet.decimals[line.metric] = metric->second.decimals;
      sheet.metricNames[line.metric] = metric->second.name;
    }
    if (!line.detail.is_object() || !line.detail.contains("plan"))
      continue;
    const auto plan = QString::fromStdString(line.detail.value("plan", std::string()));
    const auto sold = applied.business.plans.find(plan);
    sheet.planName =
        sold == applied.business.plans.end() ? plan : sold->second.name.in(readersLanguage());
  }
}

std::int64_t usageOf(const std::vector<billing::StoredLine> &lines) {
  std::int64_t sum = 0;
  for (const auto &line : lines)
    sum += line.kind == u"usage" ? line.amount : 0;
  return sum;
}

billing::InvoiceSums sumsOf(const InvoiceSheet &sheet) {
  return {sheet.invoice.currency, sheet.invoice.total, usageOf(sheet.lines)};
}

bool isComparable(const billing::Invoice &past, const billing::Invoice &invoice) {
  using Status = billing::InvoiceStatus;
  return past.kind == billing::InvoiceKind::Recurring && past.status != Status::Draft &&
         past.status != Status::Void && past.currency == invoice.currency && past.issuedOn &&
         past.id != invoice.id && (!invoice.issuedOn || *past.issuedOn < *invoice.issuedOn);
}

/// What came before, and what stands out beside it.
Result<> addHistory(InvoiceSheet &sheet, billing::BillingService &billing) {
  if (sheet.invoice.kind == billing::InvoiceKind::OneOff)
    return {}; // what is sold once is like nothing before it
  TENANTRY_TRY(invoices, billing.ofOrganization(sheet.invoice.organization));
  std::erase_if(invoices, [&](const auto &past) { return !isComparable(past, sheet.invoice); });
  std::optional<billing::InvoiceSums> before;
  if (!invoices.empty()) {
    const auto &last = invoices.back();
    TENANTRY_TRY(lines, billing.lines(last.organization, last.id));
    before = billing::InvoiceSums{last.currency, last.total, usageOf(lines)};
  }
  sheet.finding = billing::findingOf(sumsOf(sheet), before);
  const auto first = invoices.size() > mostHistory ? invoices.size() - mostHistory : 0;
  for (auto i = first; i < invoices.size(); ++i)
    sheet.history.push_back({*invoices[i].issuedOn, invoices[i].total, invoices[i].number});
  return {};
}

InvoiceSheet sheetOf(const billing::PlannedInvoice &planned,
                     const organizations::Organization &organization) {
  InvoiceSheet sheet;
  sheet.invoice = planned.invoice;
  sheet.organizationName = organization.name;
  sheet.zone = organization.zone;
  sheet.isPreview = true;
  for (const auto &line : planned.lines)
    sheet.lines.push_back(billing::asStored(line, int(sheet.lines.size()) + 1));
  return sheet;
}

/// What both have in common.
billing::Invoice asInvoice(const billing::CreditNote &note) {
  billing::Invoice invoice;
  invoice.organization = note.organization;
  invoice.id = InvoiceId(note.id.uuid());
  invoice.number = note.number;
  invoice.kind = billing::InvoiceKind::OneOff;
  invoice.status = billing::InvoiceStatus::Paid;
  invoice.currency = note.currency;
  invoice.net = note.net;
  invoice.tax = note.tax;
  invoice.total = note.total;
  invoice.reverseCharge = note.reverseCharge;
  invoice.customer = note.customer;
  invoice.issuedOn = note.issuedOn;
  invoice.createdAt = note.createdAt;
  return invoice;
}

/// What a draft waits for.
Result<> addWaits(InvoiceSheet &sheet, store::Session &session,
                  business::AppliedBusiness &business) {
  const billing::InvoiceKey key{sheet.invoice.organization, sheet.invoice.id};
  TENANTRY_TRY(holds, billing::Holds(session).of(key));
  sheet.holds = std::move(holds);
  TENANTRY_TRY(applied, business.current(session));
  sheet.needsApproval =
      applied->business.invoice.needsApproval({sheet.invoice.total, sheet.invoice.currency});
  if (!sheet.needsApproval)
    return {};
  TENANTRY_TRY(approvals, billing::Approvals(session).of(key));
  sheet.approvals = std::move(approvals);
  return {};
}

/// The organization alone: from just before its id up to it.
subscriptions::DueRange only(const OrganizationId &organization) {
  auto bytes = organization.uuid().toRfc4122();
  for (auto i = bytes.size() - 1; i >= 0; --i) {
    const bool borrows = bytes[i] == 0;
    bytes[i] = char(bytes[i] - 1);
    if (!borrows)
      break;
  }
  return {OrganizationId(QUuid::fromRfc4122(bytes)), organization};
}

} // namespace

Result<InvoiceSheet> readPreviewed(store::Session &session, business::AppliedBusiness &business,
                                   const OrganizationId &organization, int position, Instant asOf) {
  std::vector<InvoiceSheet> planned;
  const auto visit = [&](const billing::PlannedInvoice &invoice,
                         const organizations::Organization &whom) {
    if (int(planned.size()) <= position)
      planned.push_back(sheetOf(invoice, whom));
  };
  TENANTRY_TRY(due,
               billing::BillingRun(session, business).preview(asOf, only(organization), visit));
  if (!due.leftOut.empty())
    return Failure(due.leftOut.front().error);
  if (int(planned.size()) <= position)
    return fail(u"preview.outdated"_s,
                InvoiceReading::tr("This invoice is no longer due: it was issued, or the "
                                   "subscription was changed. Load the preview again."));
  auto sheet = std::move(planned.back());
  planned.pop_back();
  std::erase_if(planned, [](const InvoiceSheet &note) { return note.invoice.total < 0; });
  TENANTRY_TRY(applied, business.current(session));
  addNames(sheet, *applied);
  billing::BillingService billing(session, business);
  TENANTRY_CHECK(addHistory(sheet, billing));
  for (const auto &earlier : planned)
    sheet.history.push_back({earlier.invoice.issuedOn.value_or(LocalDay{}), earlier.invoice.total});
  if (!planned.empty())
    sheet.finding = billing::findingOf(sumsOf(sheet), sumsOf(planned.back()));
  return sheet;
}

/// By its number, or else by its key.
Result<InvoiceSheet> readStored(store::Session &session, business::AppliedBusiness &business,
                                const QString &number,
                                const std::optional<billing::InvoiceKey> &key) {
  billing::BillingService billing(session, business);
  InvoiceSheet sheet;
  TENANTRY_TRY(invoice,
               key ? billing.find(key->organization, key->invoice) : billing.findByNumber(number));
  TENANTRY_TRY(lines, billing.lines(invoice.organization, invoice.id));
  TENANTRY_TRY(organization,
               organizations::OrganizationService(session).find(invoice.organization));
  TENANTRY_TRY(applied, business.current(session));
  if (invoice.status == billing::InvoiceStatus::Draft) { // as it would be finalized
    TENANTRY_TRY(taxed, billing::DraftTaxes(session, *applied)
                            .ofNow(std::move(invoice), std::move(lines), organization));
    invoice = std::move(taxed.invoice);
    lines = std::move(taxed.lines);
  }
  sheet.invoice = std::move(invoice);
  sheet.lines = std::move(lines);
  sheet.organizationName = organization.name;
  sheet.zone = organization.zone;
  sheet.today = organization.zone.dayOf(session.clock.now());
  addNames(sheet, *applied);
  TENANTRY_CHECK(addHistory(sheet, billing));
  TENANTRY_TRY(credits, billing::creditNotesOfInvoice(session, sheet.invoice.organization,
                                                      sheet.invoice.id));
  sheet.credits = std::move(credits);
  TENANTRY_TRY(again, billing::IssueAgain(session, business)
                          .linksOf({sheet.invoice.organization, sheet.invoice.id}));
  sheet.again = std::move(again);
  auto money = payments::moneyOf(session, sheet.invoice.organization, sheet.invoice.id);
  if (!money && money.error().code != "store.forbidden"_L1) // support reads invoices, not payments
    return tl::unexpected(money.error());
  if (money)
    sheet.money = std::move(*money);
  if (sheet.invoice.status == billing::InvoiceStatus::Draft)
    TENANTRY_CHECK(addWaits(sheet, session, business));
  return sheet;
}

Result<AgainPicture> readAgainPreview(store::Session &session, business::AppliedBusiness &business,
                                      const billing::InvoiceKey &voided) {
  TENANTRY_TRY(planned, billing::IssueAgain(session, business).preview(voided));
  TENANTRY_TRY(organization, organizations::OrganizationService(session).find(voided.organization));
  TENANTRY_TRY(applied, business.current(session));
  AgainPicture picture{sheetOf(planned, organization), planned.balanceUsed, planned.staysDraft,
                       billing::digestOfCharge(planned)};
  addNames(picture.sheet, *applied);
  return picture;
}

Result<InvoiceSheet> readCreditNote(store::Session &session, business::AppliedBusiness &business,
                                    const QString &number,
                                    const std::optional<billing::InvoiceKey> &key) {
  TENANTRY_TRY(note, key ? billing::findCreditNote(session, key->organization,
                                                   CreditNoteId(key->invoice.uuid()))
                         : billing::findCreditNote(session, number));
  TENANTRY_TRY(lines, billing::creditNoteLines(session, note.organization, note.id));
  TENANTRY_TRY(lowered, billing::loweredBy(session, note.organization, note.id));
  TENANTRY_TRY(organization, organizations::OrganizationService(session).find(note.organization));
  TENANTRY_TRY(applied, business.current(session));
  InvoiceSheet sheet;
  sheet.invoice = asInvoice(note);
  sheet.lines = std::move(lines);
  for (auto &line : sheet.lines)
    line.amount = -line.amount;
  sheet.lowered = std::move(lowered);
  sheet.organizationName = organization.name;
  sheet.zone = organization.zone;
  sheet.today = organization.zone.dayOf(session.clock.now());
  addNames(sheet, *applied);
  sheet.note = std::move(note);
  return sheet;
}

Result<CreditPicture> readCreditPreview(store::Session &session,
                                        business::AppliedBusiness &business,
                                        const billing::InvoiceKey &invoice, std::int64_t amount) {
  TENANTRY_TRY(planned, payments::Credits(session, business)
                            .preview({invoice.organization, invoice.invoice, amount, {}}));
  billing::BillingService billing(session, business);
  InvoiceSheet sheet;
  TENANTRY_TRY(lines, billing.lines(invoice.organization, invoice.invoice));
  TENANTRY_TRY(applied, business.current(session));
  sheet.lines = std::move(lines); // they name the plan that the credits are of
  addNames(sheet, *applied);
  sheet.lines.clear();
  for (const auto &line : planned.lines) {
    sheet.lines.push_back(billing::asStored(line, int(sheet.lines.size()) + 1));
    sheet.lines.back().amount = -line.draft.amount;
  }
  sheet.invoice = planned.invoice;
  sheet.invoice.net = -planned.invoice.net;
  sheet.invoice.tax = -planned.invoice.tax;
  sheet.invoice.total = -planned.invoice.total;
  sheet.isPreview = true;
  billing::CreditNote note;
  note.kind = u"by_hand"_s;
  note.currency = planned.invoice.currency;
  note.total = -planned.invoice.total;
  note.toBalance = planned.credit->toBalance;
  sheet.note = std::move(note);
  return CreditPicture{std::move(sheet), billing::digestOf(planned)};
}

} // namespace tenantry::models
