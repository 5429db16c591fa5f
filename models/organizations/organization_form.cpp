// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/organizations/organization_form.h"

#include "services/organizations/profile.h"
#include "services/organizations/service.h"
#include "services/subscriptions/onboarding.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace tenantry::models {

using organizations::OrganizationService;

namespace {

const QString formKind = u"organization"_s;

/// Those that a zone of the business files may have; the zones of old abbreviations are none.
QList<FormChoice> zoneChoices() {
  QList<FormChoice> zones{{u"UTC"_s, u"UTC"_s}};
  for (const auto &id : QTimeZone::availableTimeZoneIds())
    if (id.contains('/') && !id.startsWith("Etc/"))
      if (const auto zone = QString::fromLatin1(id); Zone::find(zone))
        zones.append({zone, zone});
  return zones;
}

/// Looked up once: there are hundreds of files.
QMap<QString, QList<FormChoice>> choices() {
  static const QList<FormChoice> zones = zoneChoices();
  return {{u"timeZone"_s, zones}};
}

Result<StoredValues> readOrganization(store::Session &session, const OrganizationId &id) {
  OrganizationService service(session);
  TENANTRY_TRY(organization, service.find(id));
  TENANTRY_TRY(isFixed, service.isCurrencyFixed(id));
  return StoredValues{organizations::profileOf(organization), organization.revision, choices(),
                      isFixed ? QStringList{u"currency"_s} : QStringList()};
}

Result<StoredValues> readDefaults(store::Session &session, business::AppliedBusiness &business) {
  TENANTRY_TRY(applied, business.current(session));
  organizations::Organization fresh;
  fresh.addressCountry = applied->business.issuer.country;
  fresh.currency = applied->business.defaultCurrency;
  fresh.zone = applied->zone();
  fresh.language = u"en"_s;
  FormValues values = organizations::profileOf(fresh);
  values[beginningField] = withOnboarding;
  return StoredValues{std::move(values), 0, choices()};
}

Result<QString> enter(store::Session &session, business::AppliedBusiness &business,
                      const OrganizationId &id, const FormValues &typed) {
  organizations::Organization fresh;
  fresh.id = id;
  TENANTRY_TRY(organization, organizations::withProfile(std::move(fresh), typed));
  OrganizationService service(session);
  auto made = typed.value(beginningField) == withoutOnboarding
                  ? service.create(organization)
                  : subscriptions::onboard(session, business, organization);
  if (!made) {
    // The answer of an earlier attempt may have been lost.
    if (made.error().code == u"store.duplicate"_s && service.find(id))
      return id.toString();
    return tl::unexpected(std::move(made).error());
  }
  return id.toString();
}

} // namespace

FormAct amendOrganization(const OrganizationId &id) {
  return {.key = {formKind, id.toString()},
          .organization = id,
          .read = [id](store::Session &session,
                       business::AppliedBusiness &) { return readOrganization(session, id); },
          .mistakes = organizations::mistakesIn,
          .write = [id](store::Session &session, business::AppliedBusiness &,
                        const FormState &state, std::int64_t revision) -> Result<QString> {
            TENANTRY_CHECK(OrganizationService(session).amend(id, state.changes(), revision));
            return id.toString();
          },
          .stale = u"organization.edited_since"_s};
}

FormAct enterOrganization(Instant now) {
  const auto id = makeId<OrganizationId>(now);
  return {.key = {formKind, {}},
          .isNew = true,
          .read = readDefaults,
          .mistakes = organizations::mistakesIn,
          .write = [id](store::Session &session, business::AppliedBusiness &business,
                        const FormState &state,
                        std::int64_t) { return enter(session, business, id, state.typed()); }};
}

} // namespace tenantry::models
