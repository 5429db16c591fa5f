// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/organizations/values.h"

/// The fields of an organization that people write, by themselves: what each may be. Pure
/// functions, for whoever writes and whoever types.
namespace tenantry::organizations {

/// The fields, in the order that they are checked in: a VAT id depends on its country.
[[nodiscard]] const std::vector<QString> &profileFields();
[[nodiscard]] QString textOf(const Organization &organization, const QString &field);
[[nodiscard]] Profile profileOf(const Organization &organization);

/// Sets one field as it is stored: trimmed, the VAT id in its normal form where its country's form
/// is known. Errors carry the field as their place: `organization.name_missing`, `email.invalid`,
/// `country.unknown`, `currency.unknown`, `time_zone.unknown`, `date.invalid`, `number.invalid`,
/// `organization.vat_id_invalid|url_invalid|telephone_invalid|language_invalid`.
[[nodiscard]] Result<> setField(Organization &organization, const QString &field,
                                const QString &text);

/// Everything that is wrong in what is written, by the fields that differ from what was there
/// before: what came in by another way is not held against whoever mends something else. `before`
/// is empty for a new organization. Besides the errors of `setField` there is
/// `organization.text_too_long`.
[[nodiscard]] std::vector<Error> mistakesIn(const Profile &written, const Profile &before);

/// The organization with those fields; the first mistake is the error.
[[nodiscard]] Result<Organization> withProfile(Organization organization, const Profile &changes);

/// The longest text that a field takes, in characters.
[[nodiscard]] qsizetype longestText(const QString &field);

} // namespace tenantry::organizations
