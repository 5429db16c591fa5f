// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/money.h"
#include "services/core/zone.h"
#include <QLocale>
#include <QString>

/// How the console writes values. The one place: what a table shows, a label shows the same way.
/// The sign of a negative value is U+2212, as wide as a plus.
namespace tenantry::ui {

enum class MinorUnits {
  Shown,
  Hidden
}; ///< always shown in billing, never in lists of recurring revenue

/// "$1,184,220.40", "1.184.220,40 €", "−¥500", "CHF 12.00": digits of the currency, place of the
/// symbol and separators of the locale. Hidden minor units round half away from zero.
[[nodiscard]] QString formatMoney(const Money &money, const QLocale &locale,
                                  MinorUnits minor = MinorUnits::Shown);
/// An amount that is written already ("1.2k") with the currency's symbol in its place.
[[nodiscard]] QString withCurrency(const QString &amount, const Currency &currency,
                                   const QLocale &locale);
[[nodiscard]] QString formatNumber(qint64 number, const QLocale &locale);
/// An integer in the smallest unit of something counted, in whole ones: 12345 with two decimals is
/// "123.45", 12300 is "123".
[[nodiscard]] QString formatQuantity(qint64 quantity, int decimals, const QLocale &locale);
/// "10,000+" where it is only known that there are more.
[[nodiscard]] QString formatCount(qint64 count, bool isAtLeast, const QLocale &locale);

/// Signed: "+8.1 %" in German, "+8.1%" in English; zero has no sign. `percent` is 8.1, not 0.081.
[[nodiscard]] QString formatDelta(double percent, const QLocale &locale, int decimals = 1);
/// Without a sign, of a share 0..1: "91%".
[[nodiscard]] QString formatShare(double share, const QLocale &locale, int decimals = 0);

/// A number that is written already, with the percent sign of the locale: "91%", "91 %".
[[nodiscard]] QString withPercent(const QString &number, const QLocale &locale);

/// "02 Jan 2027" in English, "02.01.2027" in German.
[[nodiscard]] QString formatDay(LocalDay day, const QLocale &locale);
/// The same as a pattern of QLocale, for fields that days are typed into.
[[nodiscard]] QString dayPattern(const QLocale &locale);
/// Day and month alone, for axes: "14 Nov".
[[nodiscard]] QString formatAxisDay(LocalDay day, const QLocale &locale);
/// The month alone, short: "Nov".
[[nodiscard]] QString formatMonth(LocalDay day, const QLocale &locale);
/// Day and time of day in the zone; the pane names the zone once.
[[nodiscard]] QString formatInstant(Instant instant, const Zone &zone, const QLocale &locale);
/// When a figure was read: "As of 3 Mar 2026 14:05."
[[nodiscard]] QString formatAsOf(Instant instant, const Zone &zone, const QLocale &locale);
/// "just now", "24 min ago", "in 3 h"; the day from 24 hours on.
[[nodiscard]] QString formatRelative(Instant instant, Instant now, const Zone &zone,
                                     const QLocale &locale);

} // namespace tenantry::ui
