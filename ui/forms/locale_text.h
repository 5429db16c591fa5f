// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/money.h"
#include <QLocale>
#include <QString>

/// What people write into fields, in their locale, and the text that forms keep of it. What cannot
/// be understood is kept as it was written: the rules of the service say what is wrong with it.
namespace tenantry::ui {

/// "1.234" in German → "1234"; grouping is optional, and only where it belongs.
[[nodiscard]] QString numberFromTyped(const QString &typed, const QLocale &locale);
[[nodiscard]] QString numberToShown(const QString &text, const QLocale &locale);

/// "7,5" in German → "7.5", with at most so many decimals.
[[nodiscard]] QString decimalFromTyped(const QString &typed, int decimals, const QLocale &locale);

/// "31.12.1999", "31.12.99", ISO in any locale → "1999-12-31".
[[nodiscard]] QString dayFromTyped(const QString &typed, const QLocale &locale);
[[nodiscard]] QString dayToShown(const QString &text, const QLocale &locale);

/// "1.234,56" in German → "1234.56": with as many decimals as the currency has, at most.
[[nodiscard]] QString amountFromTyped(const QString &typed, Currency currency,
                                      const QLocale &locale);
[[nodiscard]] QString amountToShown(const QString &text, Currency currency, const QLocale &locale);

} // namespace tenantry::ui
