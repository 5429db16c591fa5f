// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/importing/customer_import.h"

#include "services/organizations/rules.h"
#include "services/organizations/service.h"

using namespace Qt::StringLiterals;

namespace tenantry::importing {

namespace {

QString firstGiven(std::initializer_list<QString> texts) {
  for (const auto &text : texts)
    if (!text.isEmpty())
      return text;
  return {};
}

QString joined(const QString &description, const QString &notes) {
  return description.isEmpty() || notes.isEmpty() ? description + notes
                                                  : description + u"\n\n"_s + notes;
}

/// An organization is stricter than an export: its errors as those of the row.
Failure refusedCustomer(const MappedRow &row, const Error &error) {
  if (error.code == "email.invalid"_L1)
    return row.bad(u"email"_s, u"email_invalid"_s, error.message);
  return row.bad(error.place.field, error.code, error.message);
}

} // namespace

Result<> CustomerImport::prepare(const ImportOptions &options) {
  TENANTRY_TRY(customers, References::load(m_session, options.source, u"customer"_s));
  m_customers = std::move(customers);
  return {};
}

Result<Taken> CustomerImport::take(const MappedRow &mapped, RowChecks checks) {
  TENANTRY_TRY(row, parseCustomerRow(mapped, checks));
  if (m_customers.contains(row.externalId))
    return Taken::Known;
  auto organization = organizations::checked(describe(row));
  if (!organization)
    return refusedCustomer(mapped, organization.error());
  m_customers.add(row.externalId, {organization->id, organization->id.uuid()});
  m_organizations.push_back(*std::move(organization));
  return Taken::New;
}

organizations::Organization CustomerImport::describe(const CustomerRow &row) const {
  const auto &business = m_applied.business;
  organizations::Organization made;
  made.id = makeId<OrganizationId>(m_session.clock.now());
  made.name = firstGiven({row.name, row.description, row.email, row.externalId});
  made.description = joined(row.description, row.notes);
  made.email = row.email;
  made.addressCountry = firstGiven({row.country, business.issuer.country});
  made.zone = row.zone;
  made.currency = row.currency.value_or(business.defaultCurrency);
  made.customerNumber = row.externalId;
  made.status = organizations::Status::Onboarded;
  made.createdAt = row.created.value_or(m_session.clock.now());
  made.onboardedAt = made.createdAt;
  return made;
}

Result<std::int64_t> CustomerImport::land() {
  if (m_organizations.empty())
    return 0;
  TENANTRY_CHECK(organizations::OrganizationService(m_session).createMany(m_organizations));
  TENANTRY_CHECK(m_customers.write(m_session));
  return static_cast<std::int64_t>(m_organizations.size());
}

} // namespace tenantry::importing
