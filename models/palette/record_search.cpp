// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/palette/record_search.h"

#include "models/connection/catalog_names.h"
#include "models/connection/when_done.h"
#include "models/organizations/mrr_amount.h"
#include "services/billing/invoice_search.h"
#include "services/organizations/search.h"

using namespace Qt::StringLiterals;

namespace tenantry::models {

namespace {

using Kind = PaletteEntry::Kind;

QString planName(const business::Applied &applied, const QString &id) {
  const auto plan = applied.business.plans.find(id);
  return plan == applied.business.plans.end() ? id : plan->second.name.in(readersLanguage());
}

PaletteEntry entryOf(const organizations::FoundOrganization &one,
                     const business::Applied &applied) {
  PaletteEntry entry;
  entry.kind = Kind::Organization;
  entry.key = one.id.toString();
  entry.text = one.name;
  for (const auto &other : {one.email, one.url, one.customerNumber, one.vatId, one.telephone})
    if (!other.isEmpty())
      entry.others.append(other);
  entry.planName = planName(applied, one.planId);
  if (one.mrrTwelfths != 0)
    entry.amount = mrrAmount(one.mrrTwelfths, one.currency);
  return entry;
}

PaletteEntry entryOf(const organizations::FoundMember &one) {
  PaletteEntry entry;
  entry.kind = Kind::Member;
  entry.key = one.organization.toString();
  entry.within = one.id.toString();
  entry.text = one.name.isEmpty() ? one.email : one.name;
  if (!one.name.isEmpty())
    entry.others.append(one.email);
  for (const auto &other : {one.externalId, one.telephone})
    if (!other.isEmpty())
      entry.others.append(other);
  entry.detail = one.organizationName;
  return entry;
}

PaletteEntry entryOf(const billing::FoundInvoice &one) {
  PaletteEntry entry;
  entry.kind = Kind::Invoice;
  entry.key = one.number;
  entry.text = one.number;
  entry.detail = one.organizationName;
  entry.amount = one.total;
  entry.iconName = u"file-text"_s;
  entry.isCreditNote = one.isCreditNote;
  return entry;
}

Result<std::vector<PaletteEntry>> find(store::Session &session, business::AppliedBusiness &business,
                                       const QString &text) {
  std::vector<PaletteEntry> entries;
  TENANTRY_TRY(applied, business.current(session));
  organizations::OrganizationSearch search(session);
  TENANTRY_TRY(organizations, search.organizations(text));
  for (const auto &one : organizations)
    entries.push_back(entryOf(one, *applied));
  TENANTRY_TRY(invoices, billing::searchInvoices(session, business, text));
  for (const auto &one : invoices)
    entries.push_back(entryOf(one));
  TENANTRY_TRY(members, search.members(text));
  for (const auto &one : members)
    entries.push_back(entryOf(one));
  return entries;
}

} // namespace

RecordSearch::RecordSearch(Connection &connection, QObject *parent)
    : QObject(parent), m_connection(connection) {}

RecordSearch::~RecordSearch() { m_pending.cancel(); }

void RecordSearch::search(const QString &text) {
  cancel();
  if (text.trimmed().isEmpty())
    return finish({}, std::nullopt);
  look(text, false);
}

/// What was meant for the search before may come to the server so late that it ends this one.
void RecordSearch::look(const QString &text, bool isAgain) {
  m_isSearching = true;
  m_pending =
      m_connection.find([text](store::Session &session, business::AppliedBusiness &business) {
        return find(session, business, text);
      });
  whenDone(m_pending, this,
           [this, text, isAgain, generation = m_generation](const Result<Found> &found) {
             if (generation != m_generation)
               return;
             if (!found && found.error().code == "store.cancelled"_L1 && !isAgain)
               return look(text, true);
             if (found)
               finish(*found, std::nullopt);
             else
               finish({}, found.error());
           });
}

void RecordSearch::cancel() {
  ++m_generation;
  m_pending.cancel();
  m_isSearching = false;
}

void RecordSearch::finish(Found found, std::optional<Error> error) {
  m_isSearching = false;
  m_found = std::move(found);
  m_error = std::move(error);
  Q_EMIT changed();
}

} // namespace tenantry::models
