// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

namespace tenantry::ui {

/// What a field of an import is called: "customer_id" as "Customer". One that has no name of its
/// own yet is called by the words of its key.
[[nodiscard]] QString fieldName(const QString &key);

} // namespace tenantry::ui
