// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/forms/field_spec.h"

namespace tenantry::ui {

/// Who is added to an organization, as a form shows it.
[[nodiscard]] QList<FieldGroup> memberFields();

} // namespace tenantry::ui
