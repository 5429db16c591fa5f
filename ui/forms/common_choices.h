// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/forms/field_spec.h"

class QLocale;

/// What many forms choose from.
namespace tenantry::ui {

/// As it stands among the choices: "Italy (IT)".
[[nodiscard]] QString countryWithCode(const QString &code, const QLocale &locale);
/// Every country of ISO 3166-1 by its name.
[[nodiscard]] QList<FieldChoice> countryChoices(const QLocale &locale);
/// The currencies that are in use somewhere.
[[nodiscard]] QList<FieldChoice> currencyChoices();
/// Languages by their own names.
[[nodiscard]] QList<FieldChoice> languageChoices();
/// As it is chosen there: "Deutsch (de)"; the code where nobody knows it.
[[nodiscard]] QString languageName(const QString &code);

} // namespace tenantry::ui
