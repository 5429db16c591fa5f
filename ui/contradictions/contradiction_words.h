// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/contradictions/contradiction_list_model.h"
#include <QLocale>

/// What is contradicted, in words.
namespace tenantry::ui {

[[nodiscard]] QString contradictionKindWord(payments::ContradictionKind kind); ///< "Charge"
/// What of ours it is: "Charge, INV-2026-000001".
[[nodiscard]] QString contradictedName(const payments::Contradiction &of);
/// What contradicts, shortly: "another amount"; a code that is not known is called as it is.
[[nodiscard]] QString contradictionWord(const QString &code);
/// What our books say, in a sentence or two.
[[nodiscard]] QString beliefText(const payments::Contradiction &of, const QLocale &locale);
/// What the provider says, in a sentence.
[[nodiscard]] QString providerText(const payments::Contradiction &of);
/// What somebody does about it, in a sentence or two.
[[nodiscard]] QString remedyText(const payments::Contradiction &of);

} // namespace tenantry::ui
