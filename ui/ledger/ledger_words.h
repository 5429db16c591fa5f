// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/billing/issued_invoices_model.h"
#include "services/core/clock.h"
#include <QLocale>
#include <QString>
#include <QStringList>

namespace tenantry::ui {

[[nodiscard]] const QStringList &ledgerAccounts();            ///< their words in the books
[[nodiscard]] QString accountWord(const QString &account);    ///< "Deferred revenue"
[[nodiscard]] QString accountMeaning(const QString &account); ///< what stands there, and its sign
[[nodiscard]] QString causeWord(const QString &cause);        ///< "Invoice finalized"
[[nodiscard]] QString dueAgeWord(billing::DueAge age);        ///< "1–30 days late"
/// "October 2026".
[[nodiscard]] QString monthName(std::chrono::year_month month, const QLocale &locale);

} // namespace tenantry::ui
