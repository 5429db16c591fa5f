// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/organizations/rules.h"

#include "services/core/country.h"
#include "services/core/email_address.h"
#include "services/core/vat_id.h"
#include "services/core/vat_id_rules.h"

using namespace Qt::StringLiterals;

namespace tenantry::organizations {

namespace {

Place inField(const QString &field) { return {{}, 0, 0, field}; }

bool hasKnownVatForm(const QString &country) {
  const QString prefix = country == "GR"_L1 ? u"EL"_s : country;
  return findVatRule(prefix.toStdString()) != nullptr;
}

Result<QString> checkedVatId(const QString &text, const QString &country) {
  const QString trimmed = text.trimmed();
  if (trimmed.isEmpty() || !hasKnownVatForm(country))
    return trimmed;
  TENANTRY_TRY(vatId, VatId::parse(trimmed));
  return vatId.toString();
}

Failure illegal(Status from, Status to) {
  return fail(u"organization.illegal_move"_s,
              u"An organization cannot go from %1 to %2."_s.arg(toString(from), toString(to)));
}

bool isForward(Status from, Status to) {
  switch (to) {
  case Status::Onboarding:
    return false;
  case Status::Onboarded:
    return from == Status::Onboarding;
  case Status::Active:
    return from == Status::Onboarding || from == Status::Onboarded || from == Status::Churned;
  case Status::Suspended:
  case Status::Churned:
  case Status::Closed:
    return true;
  }
  return false;
}

} // namespace

Result<Organization> checked(Organization draft) {
  draft.name = draft.name.trimmed();
  draft.email = draft.email.trimmed();
  if (draft.name.isEmpty())
    return fail(u"organization.name_missing"_s, u"An organization needs a name."_s,
                inField(u"name"_s));
  TENANTRY_CHECK(EmailAddress::parse(draft.email));
  TENANTRY_TRY(country, Country::parse(draft.addressCountry));
  draft.addressCountry = country.code();
  if (draft.currency == Currency())
    return fail(u"currency.unknown"_s,
                u"The organization “%1” needs a currency, such as USD or EUR."_s.arg(draft.name),
                inField(u"currency"_s));
  TENANTRY_TRY(vatId, checkedVatId(draft.vatId, draft.addressCountry));
  draft.vatId = vatId;
  if (draft.language.isEmpty())
    draft.language = u"en"_s;
  return draft;
}

Result<Standing> moved(const Standing &from, Status to) {
  if (from.status == to)
    return from;
  if (from.status == Status::Closed || !isForward(from.status, to))
    return illegal(from.status, to);
  if (to == Status::Suspended)
    return Standing{to, from.status};
  return Standing{to, std::nullopt};
}

Result<Standing> resumed(const Standing &from) {
  if (from.status != Status::Suspended || !from.before)
    return fail(u"organization.illegal_move"_s,
                u"The organization is %1; only a suspended one is reactivated."_s.arg(
                    toString(from.status)));
  return Standing{*from.before, std::nullopt};
}

Result<Standing> followed(const Standing &from, Status subscription) {
  if (from.status == Status::Closed)
    return from;
  if (from.status == Status::Suspended && subscription == Status::Active)
    return Standing{Status::Suspended, Status::Active};
  return moved(from, subscription);
}

QString eventOf(const Standing &from, const Standing &to) {
  const bool returns = from.status == Status::Churned && to.status == Status::Active;
  const bool resumes = from.status == Status::Suspended && to.status == from.before;
  if (returns || resumes)
    return u"organization.reactivated"_s;
  const QString word = to.status == Status::Active ? u"activated"_s : toString(to.status);
  return u"organization."_s + word;
}

} // namespace tenantry::organizations
