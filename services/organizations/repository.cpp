// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/organizations/repository.h"

using namespace Qt::StringLiterals;

namespace tenantry::organizations {

namespace {

Result<Standing> standingOf(const QString &status, const QString &before) {
  Standing standing;
  TENANTRY_TRY(now, parseStatus(status));
  standing.status = now;
  if (before.isEmpty())
    return standing;
  TENANTRY_TRY(interrupted, parseStatus(before));
  standing.before = interrupted;
  return standing;
}

/// One array per column of organization_add.
struct Columns {
  std::vector<OrganizationId> ids;
  std::vector<QString> names, descriptions, urls, emails, telephones, industries, streets,
      localities, regions;
  std::vector<QString> postalCodes, countries, zones, dateFormats, currencies, languages, vatIds;
  std::vector<QString> statuses, befores, reasons, customerNumbers;
  std::vector<std::optional<int>> employees;
  std::vector<std::optional<LocalDay>> foundings;
  std::vector<Instant> created;
  std::vector<std::optional<Instant>> onboarded;

  void add(const Organization &row) {
    ids.push_back(row.id);
    names.push_back(row.name);
    descriptions.push_back(row.description);
    urls.push_back(row.url);
    emails.push_back(row.email);
    telephones.push_back(row.telephone);
    employees.push_back(row.numberOfEmployees);
    foundings.push_back(row.foundingDate);
    industries.push_back(row.industry);
    streets.push_back(row.streetAddress);
    localities.push_back(row.addressLocality);
    regions.push_back(row.addressRegion);
    postalCodes.push_back(row.postalCode);
    countries.push_back(row.addressCountry);
    zones.push_back(row.zone.id());
    dateFormats.push_back(row.dateFormat);
    currencies.push_back(row.currency.code());
    languages.push_back(row.language);
    vatIds.push_back(row.vatId);
    statuses.push_back(toString(row.status));
    // One that arrives suspended was active before: nothing else is known of it.
    befores.push_back(row.status == Status::Suspended ? toString(Status::Active) : QString());
    reasons.push_back(row.statusReason);
    customerNumbers.push_back(row.customerNumber);
    created.push_back(row.createdAt);
    onboarded.push_back(row.onboardedAt);
  }
};

Result<Organization> readOrganization(const store::Row &row) {
  Organization read;
  TENANTRY_TRY(zone, Zone::find(row.get<QString>(14)));
  TENANTRY_TRY(currency, Currency::parse(row.get<QString>(16)));
  TENANTRY_TRY(status, parseStatus(row.get<QString>(19)));
  read.id = row.get<OrganizationId>(0);
  read.name = row.get<QString>(1);
  read.description = row.get<QString>(2);
  read.url = row.get<QString>(3);
  read.email = row.get<QString>(4);
  read.telephone = row.get<QString>(5);
  read.numberOfEmployees = row.get<std::optional<int>>(6);
  read.foundingDate = row.get<std::optional<LocalDay>>(7);
  read.industry = row.get<QString>(8);
  read.streetAddress = row.get<QString>(9);
  read.addressLocality = row.get<QString>(10);
  read.addressRegion = row.get<QString>(11);
  read.postalCode = row.get<QString>(12);
  read.addressCountry = row.get<QString>(13);
  read.zone = zone;
  read.dateFormat = row.get<QString>(15);
  read.currency = currency;
  read.language = row.get<QString>(17);
  read.vatId = row.get<QString>(18);
  read.status = status;
  read.statusReason = row.get<QString>(20);
  read.customerNumber = row.get<QString>(21);
  read.createdAt = row.get<Instant>(22);
  read.onboardedAt = row.get<std::optional<Instant>>(23);
  read.revision = row.get<std::int64_t>(24);
  return read;
}

} // namespace

Failure notFound(const OrganizationId &id) {
  return fail(u"organization.not_found"_s,
              u"There is no organization %1. Refresh the list and choose another one."_s.arg(
                  id.toString()));
}

Result<> Repository::add(const std::vector<Organization> &organizations) {
  Columns rows;
  for (const auto &organization : organizations)
    rows.add(organization);
  TENANTRY_CHECK(
      m_session.database.execute("organization_add", {{"ids", rows.ids},
                                                      {"names", rows.names},
                                                      {"descriptions", rows.descriptions},
                                                      {"urls", rows.urls},
                                                      {"emails", rows.emails},
                                                      {"telephones", rows.telephones},
                                                      {"employees", rows.employees},
                                                      {"foundings", rows.foundings},
                                                      {"industries", rows.industries},
                                                      {"streets", rows.streets},
                                                      {"localities", rows.localities},
                                                      {"regions", rows.regions},
                                                      {"postal_codes", rows.postalCodes},
                                                      {"countries", rows.countries},
                                                      {"zones", rows.zones},
                                                      {"date_formats", rows.dateFormats},
                                                      {"currencies", rows.currencies},
                                                      {"languages", rows.languages},
                                                      {"vat_ids", rows.vatIds},
                                                      {"statuses", rows.statuses},
                                                      {"befores", rows.befores},
                                                      {"reasons", rows.reasons},
                                                      {"customer_numbers", rows.customerNumbers},
                                                      {"created", rows.created},
                                                      {"onboarded", rows.onboarded},
                                                      {"now", m_session.clock.now()}}));
  TENANTRY_CHECK(
      m_session.database.execute("organization_head_add", {{"organizations", rows.ids}}));
  return addTeams(organizations);
}

Result<> Repository::addTeams(const std::vector<Organization> &organizations) {
  const Instant now = m_session.clock.now();
  std::vector<OrganizationId> owners;
  std::vector<TeamId> teams;
  std::vector<QString> names;
  for (const auto &organization : organizations) {
    owners.push_back(organization.id);
    teams.push_back(makeId<TeamId>(now));
    names.push_back(organization.name);
  }
  TENANTRY_CHECK(m_session.database.execute(
      "team_root_add",
      {{"organizations", owners}, {"teams", teams}, {"names", names}, {"now", now}}));
  return {};
}

Result<std::vector<Organization>> Repository::byIds(const std::vector<OrganizationId> &ids) {
  TENANTRY_TRY(rows, m_session.database.query("organization_by_ids", {{"organizations", ids}}));
  std::vector<Organization> found;
  found.reserve(static_cast<std::size_t>(rows.size()));
  for (const auto row : rows) {
    TENANTRY_TRY(organization, readOrganization(row));
    found.push_back(std::move(organization));
  }
  return found;
}

Result<std::int64_t> Repository::amend(const Organization &to) {
  TENANTRY_TRY(
      rows, m_session.database.query("organization_amend", {{"organization", to.id},
                                                            {"name", to.name},
                                                            {"description", to.description},
                                                            {"url", to.url},
                                                            {"email", to.email},
                                                            {"telephone", to.telephone},
                                                            {"employees", to.numberOfEmployees},
                                                            {"founding", to.foundingDate},
                                                            {"industry", to.industry},
                                                            {"street", to.streetAddress},
                                                            {"locality", to.addressLocality},
                                                            {"region", to.addressRegion},
                                                            {"postal_code", to.postalCode},
                                                            {"country", to.addressCountry},
                                                            {"zone", to.zone.id()},
                                                            {"currency", to.currency.code()},
                                                            {"language", to.language},
                                                            {"vat_id", to.vatId},
                                                            {"customer_number", to.customerNumber},
                                                            {"now", m_session.clock.now()}}));
  if (rows.isEmpty())
    return notFound(to.id);
  return rows[0].get<std::int64_t>(0);
}

Result<Standing> Repository::standing(const OrganizationId &id) {
  using Words = std::optional<std::tuple<QString, QString>>;
  Result<Words> row =
      m_session.database.one<QString, QString>("organization_standing", {{"organization", id}});
  if (!row)
    return tl::unexpected(std::move(row).error());
  if (!*row)
    return notFound(id);
  const auto &[word, before] = **row;
  return standingOf(word, before);
}

Result<std::vector<Stood>> Repository::standings(const std::vector<OrganizationId> &ids) {
  TENANTRY_TRY(rows, m_session.database.query("organization_standings", {{"organizations", ids}}));
  std::vector<Stood> found;
  for (const auto row : rows) {
    TENANTRY_TRY(standing, standingOf(row.get<QString>(2), row.get<QString>(3)));
    found.push_back(
        {row.get<OrganizationId>(0), row.get<QString>(1), standing, row.get<QString>(4)});
  }
  return found;
}

Result<> Repository::writeStanding(const OrganizationId &id, const Standing &standing,
                                   const QString &reason) {
  const QString before = standing.before ? toString(*standing.before) : QString();
  TENANTRY_CHECK(
      m_session.database.execute("organization_move", {{"organization", id},
                                                       {"status", toString(standing.status)},
                                                       {"before", before},
                                                       {"reason", reason},
                                                       {"now", m_session.clock.now()}}));
  return {};
}

Result<std::map<QString, Limit>> Repository::limits(const OrganizationId &id) {
  TENANTRY_TRY(rows, m_session.database.query("organization_limits", {{"organization", id}}));
  std::map<QString, Limit> limits;
  for (const auto row : rows) {
    const auto [metric, value, kind, grantedBy] = row.as<QString, std::int64_t, QString, QString>();
    limits[metric] = {value, kind == "hard"_L1, grantedBy};
  }
  return limits;
}

Result<> Repository::replaceLimits(const OrganizationId &id,
                                   const std::map<QString, Limit> &limits) {
  std::vector<QString> metrics, kinds, grantors;
  std::vector<std::int64_t> values;
  for (const auto &[metric, limit] : limits) {
    metrics.push_back(metric);
    values.push_back(limit.value);
    kinds.push_back(limit.hard ? u"hard"_s : u"soft"_s);
    grantors.push_back(limit.grantedBy);
  }
  TENANTRY_CHECK(m_session.database.execute("organization_limits_keep",
                                            {{"organization", id}, {"metrics", metrics}}));
  TENANTRY_CHECK(m_session.database.execute("organization_limits_set", {{"organization", id},
                                                                        {"metrics", metrics},
                                                                        {"values", values},
                                                                        {"kinds", kinds},
                                                                        {"grantors", grantors}}));
  return {};
}

Result<std::map<QString, QString>> Repository::features(const OrganizationId &id) {
  TENANTRY_TRY(rows, m_session.database.query("organization_features", {{"organization", id}}));
  std::map<QString, QString> features;
  for (const auto row : rows)
    features[row.get<QString>(0)] = row.get<QString>(1);
  return features;
}

Result<> Repository::replaceFeatures(const OrganizationId &id,
                                     const std::map<QString, QString> &granted) {
  std::vector<QString> features, grantors;
  for (const auto &[feature, grantedBy] : granted) {
    features.push_back(feature);
    grantors.push_back(grantedBy);
  }
  TENANTRY_CHECK(m_session.database.execute("organization_features_keep",
                                            {{"organization", id}, {"features", features}}));
  TENANTRY_CHECK(m_session.database.execute(
      "organization_features_set",
      {{"organization", id}, {"features", features}, {"grantors", grantors}}));
  return {};
}

} // namespace tenantry::organizations
