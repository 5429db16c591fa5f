// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/id.h"
#include "services/core/money.h"
#include "services/core/zone.h"
#include <QMap>
#include <map>
#include <optional>
#include <vector>

namespace tenantry::organizations {

/// ORG-2. Trial is a state of the subscription, not of the organization.
enum class Status { Onboarding, Onboarded, Active, Suspended, Churned, Closed };
[[nodiscard]] QString toString(Status status);
[[nodiscard]] Result<Status> parseStatus(QStringView text); ///< error `organization.status_unknown`

/// ORG-1; the field names follow schema.org.
struct Organization {
  OrganizationId id;
  QString name;
  QString description;
  QString url;
  QString email; ///< as typed; compared in lower case
  QString telephone;
  std::optional<int> numberOfEmployees;
  std::optional<LocalDay> foundingDate;
  QString industry;
  QString streetAddress;
  QString addressLocality;
  QString addressRegion;
  QString postalCode;
  QString addressCountry; ///< ISO 3166-1 alpha-2
  Zone zone;
  QString dateFormat;
  Currency currency;
  QString language; ///< BCP 47 primary tag: "en", "de"
  QString vatId;
  Status status = Status::Onboarded;
  QString statusReason;
  QString customerNumber;
  Instant createdAt{};
  std::optional<Instant> onboardedAt;
  std::int64_t revision = 1; ///< of what people write of it; counted by the database
};

/// How a new organization begins (ORG-3): it is welcomed and looked after by mail, and a
/// subscription starts by itself.
struct Beginning {
  QString planId;    ///< empty: none starts
  int trialDays = 0; ///< 0: it is paid from the first day on
};

/// What people write of an organization, each field as text under its name of schema.org (`name`,
/// `numberOfEmployees`, `addressCountry`; besides `timeZone`, `currency`, `language`,
/// `customerNumber`): days as ISO, numbers in digits, empty where nothing is known.
using Profile = QMap<QString, QString>;

/// A limit that holds for an organization now; −1 is unlimited.
struct Limit {
  std::int64_t value = -1;
  bool hard = false;
  QString grantedBy; ///< "plan professional v2", "contract", "contract + add-on projects × 2"
  bool operator==(const Limit &) const = default;
};

struct Entitlements {
  std::map<QString, Limit> limits{};     ///< by metric; one that is not named has no limit
  std::map<QString, QString> features{}; ///< what granted each
  bool operator==(const Entitlements &) const = default;
};

} // namespace tenantry::organizations
