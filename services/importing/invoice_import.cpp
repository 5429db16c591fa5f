// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/importing/invoice_import.h"

#include "services/billing/invoice_planner.h"
#include "services/billing/numbering.h"
#include "services/organizations/service.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::importing {

namespace {

using billing::InvoiceStatus;

/// What was paid there of an invoice: all of one that counts as paid there, whatever it was paid
/// with.
std::int64_t paidOf(const InvoiceRow &row) {
  if (row.status == ImportedInvoiceStatus::Paid)
    return row.total.minor();
  if (row.status == ImportedInvoiceStatus::Void)
    return 0;
  return std::clamp<std::int64_t>(row.amountPaid.minor(), 0, row.total.minor());
}

InvoiceStatus statusOf(const InvoiceRow &row, std::int64_t paid) {
  if (row.status == ImportedInvoiceStatus::Void)
    return InvoiceStatus::Void;
  if (paid == row.total.minor())
    return InvoiceStatus::Paid;
  return row.status == ImportedInvoiceStatus::Uncollectible ? InvoiceStatus::Uncollectible
                                                            : InvoiceStatus::Open;
}

} // namespace

Result<> InvoiceImport::prepare(const ImportOptions &options) {
  TENANTRY_TRY(customers, References::load(m_session, options.source, u"customer"_s));
  TENANTRY_TRY(subscriptions, References::load(m_session, options.source, u"subscription"_s));
  TENANTRY_TRY(invoices, References::load(m_session, options.source, u"invoice"_s));
  m_customers = std::move(customers);
  m_subscriptions = std::move(subscriptions);
  m_invoices = std::move(invoices);
  const auto ids = m_customers.organizations();
  TENANTRY_TRY(organizations, organizations::OrganizationService(m_session).byIds(ids));
  for (auto &organization : organizations)
    m_organizations.emplace(organization.id, std::move(organization));
  TENANTRY_TRY(rows, m_session.database.query("import_live_periods", {{"organizations", ids}}));
  for (const auto row : rows)
    m_periods[row.get<OrganizationId>(0)] = {row.get<SubscriptionId>(1),
                                             {row.get<LocalDay>(2), row.get<LocalDay>(3)}};
  return loadNumbers(ids);
}

Result<> InvoiceImport::loadNumbers(const std::vector<OrganizationId> &organizations) {
  TENANTRY_TRY(
      rows, m_session.database.query("import_invoice_numbers", {{"organizations", organizations}}));
  for (const auto row : rows)
    m_numbers.emplace(row.get<OrganizationId>(0), row.get<QString>(1));
  return {};
}

Result<Taken> InvoiceImport::take(const MappedRow &mapped, RowChecks checks) {
  checks.isKnownCustomer = [this](const QString &id) { return m_customers.contains(id); };
  TENANTRY_TRY(row, parseInvoiceRow(mapped, checks));
  if (m_invoices.contains(row.externalId))
    return Taken::Known;
  TENANTRY_CHECK(checkHistory(mapped, row));
  TENANTRY_CHECK(checkSeries(mapped, row));
  const OrganizationId organization = m_customers.find(row.customerId)->organization;
  if (!m_numbers.emplace(organization, row.number).second)
    return mapped.bad(
        u"number"_s, u"duplicate_number"_s,
        u"The customer “%1” already has an invoice %2"_s.arg(row.customerId, row.number));
  auto past = describe(row, m_organizations.at(organization));
  placeInPeriod(row, m_organizations.at(organization).zone, past);
  m_invoices.add(row.externalId, {organization, past.invoice.id.uuid()});
  m_past.push_back(std::move(past));
  return Taken::New;
}

Result<> InvoiceImport::checkHistory(const MappedRow &mapped, const InvoiceRow &row) const {
  if (row.status == ImportedInvoiceStatus::Draft)
    return mapped.bad(u"status"_s, u"invoice_draft"_s,
                      u"A draft is not an invoice yet; issue it where it came from, or "
                      u"bill it here"_s);
  if (row.total.minor() < 0)
    return mapped.bad(
        u"total"_s, u"amount_invalid"_s,
        u"The total is %1; credit notes cannot be imported"_s.arg(row.total.toString()));
  return {};
}

// Its number would be given a second time.
Result<> InvoiceImport::checkSeries(const MappedRow &mapped, const InvoiceRow &row) const {
  const auto &format = m_applied.business.invoice.numberFormat;
  if (!billing::parseNumber(format, row.number))
    return {};
  return mapped.bad(
      u"number"_s, u"number_reserved"_s,
      u"“%1” is a number of this business's own series “%2”; give the series another format (invoice.number in business.toml) and import again"_s
          .arg(row.number, format));
}

PastInvoice InvoiceImport::describe(const InvoiceRow &row,
                                    const organizations::Organization &organization) const {
  PastInvoice past;
  auto &invoice = past.invoice;
  invoice.organization = organization.id;
  invoice.id = makeId<InvoiceId>(m_session.clock.now());
  invoice.number = row.number;
  invoice.kind = billing::InvoiceKind::Imported;
  invoice.currency = row.total.currency();
  invoice.net = (row.total - row.tax).minor();
  invoice.tax = row.tax.minor();
  invoice.total = row.total.minor();
  invoice.paid = paidOf(row);
  invoice.status = statusOf(row, invoice.paid);
  if (invoice.status == InvoiceStatus::Uncollectible)
    invoice.writtenOff = invoice.total - invoice.paid;
  invoice.customer = billing::DocumentCustomer::of(organization);
  billing::setIssueDates(invoice, organization, m_applied, row.issued);
  if (row.due) {
    invoice.dueOn = organization.zone.dayOf(*row.due);
    invoice.dueAt = row.due;
  }
  invoice.createdAt = row.issued;
  invoice.finalizedAt = row.issued;
  past.receivedAt = row.paid.value_or(row.issued);
  if (invoice.status == InvoiceStatus::Paid)
    invoice.paidAt = past.receivedAt;
  return past;
}

// Where it says that it billed the period that runs, no day of it can be billed here again.
void InvoiceImport::placeInPeriod(const InvoiceRow &row, const Zone &zone, PastInvoice &past) {
  auto &invoice = past.invoice;
  const Reference *subscription = m_subscriptions.find(row.subscriptionId);
  if (subscription && subscription->organization == invoice.organization)
    invoice.subscription = SubscriptionId(subscription->record);
  if (!row.periodFrom || !row.periodTo)
    return;
  const DayRange days{zone.dayOf(*row.periodFrom), zone.dayOf(*row.periodTo)};
  if (days.isEmpty())
    return;
  past.days = days;
  const auto live = m_periods.find(invoice.organization);
  past.billsPeriod = live != m_periods.end() && invoice.status != InvoiceStatus::Void &&
                     invoice.subscription == live->second.subscription && days == live->second.days;
  if (past.billsPeriod)
    m_periods.erase(live);
}

Result<std::int64_t> InvoiceImport::land() {
  if (m_past.empty())
    return 0;
  TENANTRY_CHECK(InvoiceHistory(m_session, m_applied).write(m_past));
  TENANTRY_CHECK(m_invoices.write(m_session));
  return static_cast<std::int64_t>(m_past.size());
}

} // namespace tenantry::importing
