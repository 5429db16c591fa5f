// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/billing/invoice_view.h"
#include <QLocale>

namespace tenantry::ui {

/// A line of an invoice in words.
struct LineText {
  QString what; ///< "Professional, monthly", "API calls"
  QString how;  ///< "365 × $58.00", "4,120 used"; may be empty
};

[[nodiscard]] LineText lineText(const billing::StoredLine &line, const models::InvoiceSheet &sheet,
                                const QLocale &locale);
/// Steps of a usage line's amount, in order: "1 to 1,000 · 0.05", their amounts.
struct AmountStep {
  QString what;
  QString amount;
};
[[nodiscard]] std::vector<AmountStep> amountSteps(const billing::StoredLine &line,
                                                  Currency currency, const QLocale &locale);
/// An exact decimal as text, grouped for the locale: "1234.5" is "1,234.5".
[[nodiscard]] QString decimalText(const QString &decimal, const QLocale &locale);
/// An exact decimal of minor units as money, with as many places as it needs.
[[nodiscard]] QString unitText(const QString &minorUnits, Currency currency, const QLocale &locale);

} // namespace tenantry::ui
