// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/automation/values.h"
#include "services/core/zone.h"
#include "ui/organizations/words.h"

/// What the outbox says, in words.
namespace tenantry::ui {

[[nodiscard]] StatusLook mailLook(automation::MailState state);
/// "Payment failed"; a kind that is not known is called as it is kept.
[[nodiscard]] QString mailKindWord(const QString &mailTemplate);
/// When it was sent, or will be: "due 28 Nov 2026, 14:05"; empty where it is not.
[[nodiscard]] QString mailTimeWord(const automation::Mail &mail, const Zone &zone,
                                   const QLocale &locale);
/// The text as it is read; where its link stands, that one stands there: the link itself is a
/// secret that only the mail has.
[[nodiscard]] QString mailBodyText(const automation::Mail &mail);

} // namespace tenantry::ui
