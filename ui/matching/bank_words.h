// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/matching/bank_entry_view.h"
#include "ui/organizations/words.h"

namespace tenantry::ui {

[[nodiscard]] QString bankStatusWord(payments::BankEntryStatus status);
/// With why it waits, where one glance is to say it.
[[nodiscard]] StatusLook bankLook(const payments::KeptEntry &kept);
/// "No open invoice is named."
[[nodiscard]] QString waitsSentence(const payments::KeptEntry &kept);
[[nodiscard]] QString hintsText(const std::vector<payments::Hint> &hints); ///< why it may be meant
[[nodiscard]] QString ruleText(const QString &rule); ///< by what an invoice was found
/// The payer, else his account, else a dash.
[[nodiscard]] QString payerOf(const payments::BankEntry &entry);

} // namespace tenantry::ui
