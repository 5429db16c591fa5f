// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/format.h"
#include <QCoreApplication>
#include <QDate>
#include <QTime>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono;

namespace tenantry::ui {

namespace {

constexpr QChar minus(0x2212), noBreakSpace(0x00A0);

struct Symbol {
  const char *code;
  const char16_t *symbol;
};

/// CLDR's English symbols of currencies other than the locale's own, where one is in common use.
constexpr std::array symbols{Symbol{"AUD", u"A$"},  Symbol{"BRL", u"R$"}, Symbol{"CAD", u"CA$"},
                             Symbol{"CNY", u"CN¥"}, Symbol{"EUR", u"€"},  Symbol{"GBP", u"£"},
                             Symbol{"HKD", u"HK$"}, Symbol{"ILS", u"₪"},  Symbol{"INR", u"₹"},
                             Symbol{"JPY", u"¥"},   Symbol{"KRW", u"₩"},  Symbol{"MXN", u"MX$"},
                             Symbol{"NZD", u"NZ$"}, Symbol{"PHP", u"₱"},  Symbol{"TWD", u"NT$"},
                             Symbol{"USD", u"$"},   Symbol{"VND", u"₫"}};

QString symbolOf(const QString &code, const QLocale &locale) {
  if (locale.currencySymbol(QLocale::CurrencyIsoCode) == code)
    return locale.currencySymbol(QLocale::CurrencySymbol);
  const auto known = std::find_if(symbols.begin(), symbols.end(), [&code](const Symbol &s) {
    return code == QLatin1StringView(s.code);
  });
  return known == symbols.end() ? code : QString::fromUtf16(known->symbol);
}

QLocale grouping(QLocale locale) {
  locale.setNumberOptions(QLocale::DefaultNumberOptions);
  return locale;
}

quint64 magnitude(qint64 number) {
  return number < 0 ? quint64(0) - quint64(number) : quint64(number);
}

quint64 powerOfTen(int digits) {
  quint64 power = 1;
  while (digits-- > 0)
    power *= 10;
  return power;
}

QString digits(const Money &money, const QLocale &locale, MinorUnits minor) {
  const int places = money.currency().minorDigits();
  const quint64 unit = powerOfTen(places), amount = magnitude(money.minor());
  if (places == 0 || minor == MinorUnits::Hidden)
    return locale.toString((amount + unit / 2) / unit);
  const auto fraction = QString::number(amount % unit).rightJustified(places, u'0');
  return locale.toString(amount / unit) + locale.decimalPoint() + fraction;
}

QString signOf(double value) { return value < 0 ? QString(minus) : value > 0 ? u"+"_s : QString(); }

double rounded(double value, int decimals) {
  const double scale = std::pow(10.0, decimals);
  return std::round(value * scale) / scale;
}

QDate toDate(LocalDay day) { return QDate(1970, 1, 1).addDays(day.time_since_epoch().count()); }

/// The short form of the locale with two digits for day and month and four for the year.
QString numericPattern(const QLocale &locale) {
  auto pattern = locale.dateFormat(QLocale::ShortFormat);
  const auto widen = [&pattern](QChar letter, int wide) {
    const auto first = pattern.indexOf(letter), last = pattern.lastIndexOf(letter);
    if (first >= 0 && last - first + 1 < wide)
      pattern.replace(first, last - first + 1, QString(wide, letter));
  };
  widen(u'd', 2);
  widen(u'M', 2);
  widen(u'y', 4);
  return pattern;
}

QString text(const char *source, int n = -1) {
  return QCoreApplication::translate("Format", source, nullptr, n);
}

QString ago(microseconds age) {
  if (age < minutes(1))
    return text(QT_TRANSLATE_NOOP("Format", "just now"));
  if (age < hours(1))
    return text(QT_TRANSLATE_N_NOOP("Format", "%n min ago"),
                int(duration_cast<minutes>(age).count()));
  return text(QT_TRANSLATE_N_NOOP("Format", "%n h ago"), int(duration_cast<hours>(age).count()));
}

QString ahead(microseconds wait) {
  if (wait < minutes(1))
    return text(QT_TRANSLATE_NOOP("Format", "in a moment"));
  if (wait < hours(1))
    return text(QT_TRANSLATE_N_NOOP("Format", "in %n min"),
                int(duration_cast<minutes>(wait).count()));
  return text(QT_TRANSLATE_N_NOOP("Format", "in %n h"), int(duration_cast<hours>(wait).count()));
}

} // namespace

QString withCurrency(const QString &amount, const Currency &currency, const QLocale &given) {
  const QLocale locale = grouping(given);
  const auto symbol = symbolOf(currency.code(), locale);
  // The locale's own pattern says where the symbol stands; amounts go in afterwards, since a double
  // could not hold them.
  auto pattern = locale.toCurrencyString(qlonglong(0), symbol);
  if (pattern.startsWith(symbol + locale.zeroDigit()) && symbol.back().isLetter())
    pattern.insert(symbol.size(), noBreakSpace);
  return pattern.replace(locale.zeroDigit(), amount);
}

QString formatMoney(const Money &money, const QLocale &given, MinorUnits minor) {
  const QLocale locale = grouping(given);
  const auto amount = digits(money, locale, minor);
  const auto text = withCurrency(amount, money.currency(), locale);
  const bool isZero = minor == MinorUnits::Hidden && amount == locale.zeroDigit();
  return money.minor() < 0 && !isZero ? minus + text : text;
}

QString formatNumber(qint64 number, const QLocale &locale) {
  const auto text = grouping(locale).toString(magnitude(number));
  return number < 0 ? minus + text : text;
}

QString formatQuantity(qint64 quantity, int decimals, const QLocale &locale) {
  const quint64 unit = powerOfTen(decimals), amount = magnitude(quantity);
  auto text = grouping(locale).toString(amount / unit);
  if (const auto rest = amount % unit; rest != 0) {
    auto fraction = QString::number(rest).rightJustified(decimals, u'0');
    while (fraction.endsWith(u'0'))
      fraction.chop(1);
    text += locale.decimalPoint() + fraction;
  }
  return quantity < 0 ? minus + text : text;
}

QString formatCount(qint64 count, bool isAtLeast, const QLocale &locale) {
  return formatNumber(count, locale) + (isAtLeast ? u"+"_s : QString());
}

QString withPercent(const QString &number, const QLocale &locale) {
  return number + (locale.language() == QLocale::English ? QString() : QString(noBreakSpace)) +
         locale.percent();
}

QString formatDelta(double percent, const QLocale &locale, int decimals) {
  const double value = rounded(percent, decimals);
  return signOf(value) +
         withPercent(grouping(locale).toString(std::abs(value), 'f', decimals), locale);
}

QString formatShare(double share, const QLocale &locale, int decimals) {
  return withPercent(grouping(locale).toString(rounded(share * 100, decimals), 'f', decimals),
                     locale);
}

QString dayPattern(const QLocale &locale) {
  const bool english = locale.language() == QLocale::English || locale.language() == QLocale::C;
  return english ? u"dd MMM yyyy"_s : numericPattern(locale);
}

QString formatDay(LocalDay day, const QLocale &locale) {
  return locale.toString(toDate(day), dayPattern(locale));
}

QString formatAxisDay(LocalDay day, const QLocale &locale) {
  const bool dotted = numericPattern(locale).contains(u'.');
  return locale.toString(toDate(day), dotted ? u"d. MMM"_s : u"d MMM"_s);
}

QString formatMonth(LocalDay day, const QLocale &locale) {
  return locale.standaloneMonthName(toDate(day).month(), QLocale::ShortFormat);
}

QString formatInstant(Instant instant, const Zone &zone, const QLocale &locale) {
  const auto time = QTime::fromMSecsSinceStartOfDay(
      int(duration_cast<milliseconds>(zone.timeOfDay(instant)).count()));
  const bool twelveHours =
      locale.timeFormat(QLocale::ShortFormat).contains(u'a', Qt::CaseInsensitive);
  return u"%1, %2"_s.arg(formatDay(zone.dayOf(instant), locale),
                         locale.toString(time, twelveHours ? u"h:mm AP"_s : u"HH:mm"_s));
}

QString formatAsOf(Instant instant, const Zone &zone, const QLocale &locale) {
  return text(QT_TRANSLATE_NOOP("Format", "As of %1.")).arg(formatInstant(instant, zone, locale));
}

QString formatRelative(Instant instant, Instant now, const Zone &zone, const QLocale &locale) {
  const auto age = now - instant;
  if (age >= hours(24) || age <= -hours(24))
    return formatDay(zone.dayOf(instant), locale);
  return age >= microseconds(0) ? ago(age) : ahead(-age);
}

} // namespace tenantry::ui
