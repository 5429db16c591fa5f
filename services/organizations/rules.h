// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/organizations/values.h"

/// What an organization must be, and how its status moves: pure functions.
namespace tenantry::organizations {

/// The organization as it is stored: texts trimmed, the VAT id in its normal form, a language
/// named. A VAT id is checked where the country's form is known. Errors
/// `organization.name_missing`, `email.invalid`, `country.unknown`, `currency.unknown`,
/// `organization.vat_id_invalid`.
[[nodiscard]] Result<Organization> checked(Organization draft);

/// Where an organization stands: `before` is the status that a suspension interrupted.
struct Standing {
  Status status = Status::Onboarding;
  std::optional<Status> before; ///< exactly while suspended
  bool operator==(const Standing &) const = default;
};

/// ORG-2: the standing after a move; a suspension ends by `resumed`, not by a move. Error
/// `organization.illegal_move`.
[[nodiscard]] Result<Standing> moved(const Standing &from, Status to);
/// Error `organization.illegal_move` unless suspended.
[[nodiscard]] Result<Standing> resumed(const Standing &from);

/// The standing of an organization whose subscription makes it active or churned: a closed one
/// stays closed, a suspended one stays suspended and comes back as what the subscription has made
/// of it. Error `organization.illegal_move`.
[[nodiscard]] Result<Standing> followed(const Standing &from, Status subscription);

/// The event that a move makes: "organization.activated"; a churned organization that is active
/// again and one that comes back from suspension are "organization.reactivated".
[[nodiscard]] QString eventOf(const Standing &from, const Standing &to);

} // namespace tenantry::organizations
