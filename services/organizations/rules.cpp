// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/organizations/rules.h"

#include "services/organizations/profile.h"

using namespace Qt::StringLiterals;

namespace tenantry::organizations {

namespace {

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
  for (const auto &field : {u"name"_s, u"email"_s, u"addressCountry"_s, u"currency"_s, u"vatId"_s})
    TENANTRY_CHECK(setField(draft, field, textOf(draft, field)));
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
                u"The organization is %1; only a suspended one can be reactivated."_s.arg(
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
