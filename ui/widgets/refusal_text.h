// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/result.h"

namespace tenantry::ui {

/// What a service says of an error or a row, in the language of the console. Services speak
/// English, as the command line does; their sentences are recognized with the values in them
/// (resources/refusals/refusals.json) and said by the catalogue's context Refusal. One that is not
/// known stays as it is.
[[nodiscard]] QString said(const QString &sentence);
[[nodiscard]] inline QString said(const Error &error) { return said(error.message); }
/// With the code that support looks up, for an error that stands in the place of what it hides.
[[nodiscard]] QString saidWithReference(const Error &error);

} // namespace tenantry::ui
