// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QStringList>

namespace tenantry::ui {

/// The groups of staff that a login belongs to, as people call them: "finance, support". Whoever
/// may administer is called that alone.
[[nodiscard]] QString groupsText(const QStringList &groups);
/// Why an action is not for this login, and for whom it is.
[[nodiscard]] QString notForGroups(const QStringList &groups, const QStringList &allowed);

/// Why nothing is changed at the moment.
[[nodiscard]] QString offLineReason();

} // namespace tenantry::ui
