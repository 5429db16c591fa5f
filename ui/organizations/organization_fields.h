// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/forms/field_spec.h"

class QLocale;

namespace tenantry::ui {

/// What people write of an organization, as a form shows it.
[[nodiscard]] QList<FieldGroup> organizationFields(const QLocale &locale);
/// The same of a new one, and how it begins.
[[nodiscard]] QList<FieldGroup> newOrganizationFields(const QLocale &locale);

/// What a field is called: "Postal code". One that is not known is called as it is kept.
[[nodiscard]] QString organizationFieldName(const QString &key);
/// "street, town": what an invoice needs and lacks (billing::Finding::missing).
[[nodiscard]] QString missingFieldNames(const QStringList &missing);

} // namespace tenantry::ui
