// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/result.h"
#include "ui/forms/field_spec.h"
#include <QLocale>

namespace tenantry::ui {

/// What a field holds, as people read it: "Germany (DE)", "31.12.1999".
[[nodiscard]] QString shownValue(const FieldSpec &field, const QString &value,
                                 const QLocale &locale);

/// What is wrong with a field and what it may be, in the language of the console; of a code that
/// only the service knows its own sentence.
[[nodiscard]] QString mistakeText(const Error &mistake);

} // namespace tenantry::ui
