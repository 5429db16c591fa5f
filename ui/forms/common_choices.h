// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/forms/field_spec.h"

class QLocale;

/// What many forms choose from.
namespace tenantry::ui {

/// What a country of ISO 3166-1 is called: in the language of the locale where it is spoken there,
/// else in English; the code where it is none.
[[nodiscard]] QString countryName(const QString &code, const QLocale &locale);
/// Every country of ISO 3166-1 by that name.
[[nodiscard]] QList<FieldChoice> countryChoices(const QLocale &locale);
/// The currencies that are in use somewhere.
[[nodiscard]] QList<FieldChoice> currencyChoices();
/// Languages by their own names.
[[nodiscard]] QList<FieldChoice> languageChoices();

} // namespace tenantry::ui
