// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/organizations/values.h"

#include <array>

using namespace Qt::StringLiterals;

namespace tenantry::organizations {

namespace {
const std::array<std::pair<Status, QLatin1StringView>, 6> statusNames{{
    {Status::Onboarding, "onboarding"_L1},
    {Status::Onboarded, "onboarded"_L1},
    {Status::Active, "active"_L1},
    {Status::Suspended, "suspended"_L1},
    {Status::Churned, "churned"_L1},
    {Status::Closed, "closed"_L1},
}};
} // namespace

QString toString(Status status) {
  for (const auto &[value, name] : statusNames)
    if (value == status)
      return name;
  throw ProgrammingError("a status of an organization without a word");
}

Result<Status> parseStatus(QStringView text) {
  for (const auto &[value, name] : statusNames)
    if (text == name)
      return value;
  return fail(
      u"organization.status_unknown"_s,
      u"“%1” is not a status of an organization: write onboarding, onboarded, active, suspended, "
      "churned or closed."_s.arg(text));
}

} // namespace tenantry::organizations
