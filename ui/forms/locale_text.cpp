// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/locale_text.h"
#include "services/core/clock.h"
#include "ui/widgets/format.h"
#include <QDate>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

/// Digits with a point, or nothing where it is no number of the locale. Written by hand, a group
/// has three digits or the sign is the decimal one of somebody else's locale.
QString plainNumber(const QString &typed, const QLocale &locale, int decimals) {
  QString text = typed.trimmed();
  const auto minus = text.startsWith(u'−') || text.startsWith(u'-');
  if (minus)
    text = text.mid(1).trimmed();
  const QString group = locale.groupSeparator(), point = locale.decimalPoint();
  const auto at = text.indexOf(point);
  QString whole = at < 0 ? text : text.left(at);
  const QString part = at < 0 ? QString() : text.mid(at + point.size());
  auto groups = whole.split(group);
  if (group.trimmed().isEmpty()) // a blank, of any width
    groups = whole.simplified().split(QRegularExpression(u"[\\s\\x{a0}\\x{202f}]"_s));
  for (qsizetype i = 1; i < groups.size(); ++i)
    if (groups[i].size() != 3)
      return {};
  if (groups.size() > 1 && (groups[0].isEmpty() || groups[0].size() > 3))
    return {};
  whole = groups.join(QString());
  const auto isDigits = [](const QString &digits) {
    return std::all_of(digits.begin(), digits.end(),
                       [](QChar c) { return c >= u'0' && c <= u'9'; });
  };
  if (whole.isEmpty() || !isDigits(whole) || !isDigits(part) || part.size() > decimals ||
      (at >= 0 && part.isEmpty()))
    return {};
  return (minus ? u"-"_s : QString()) + whole + (part.isEmpty() ? QString() : u'.' + part);
}

} // namespace

QString numberFromTyped(const QString &typed, const QLocale &locale) {
  const auto number = plainNumber(typed, locale, 0);
  return number.isEmpty() ? typed.trimmed() : number;
}

QString decimalFromTyped(const QString &typed, int decimals, const QLocale &locale) {
  const auto number = plainNumber(typed, locale, decimals);
  return number.isEmpty() ? typed.trimmed() : number;
}

QString numberToShown(const QString &text, const QLocale &locale) {
  bool isNumber = false;
  const auto number = text.toLongLong(&isNumber);
  return isNumber ? formatNumber(number, locale) : text;
}

QString dayFromTyped(const QString &typed, const QLocale &locale) {
  const auto text = typed.trimmed();
  for (const auto &pattern :
       {dayPattern(locale), u"d MMM yyyy"_s, locale.dateFormat(QLocale::LongFormat),
        locale.dateFormat(QLocale::ShortFormat), u"d.M.yyyy"_s, u"yyyy-MM-dd"_s}) {
    auto day = locale.toDate(text, pattern);
    if (!day.isValid())
      continue;
    // Of years with two digits, those from 70 on are of the last century (POSIX strptime, %y).
    if (!pattern.contains(u"yyyy"_s) && day.year() < 1970)
      day = day.addYears(100);
    return day.toString(Qt::ISODate);
  }
  return text;
}

QString dayToShown(const QString &text, const QLocale &locale) {
  const auto day = parseDay(text);
  return day ? formatDay(*day, locale) : text;
}

QString amountFromTyped(const QString &typed, Currency currency, const QLocale &locale) {
  const auto number = plainNumber(typed, locale, currency.minorDigits());
  return number.isEmpty() ? typed.trimmed() : number;
}

QString amountToShown(const QString &text, Currency currency, const QLocale &locale) {
  const auto parts = text.split(u'.');
  bool isNumber = false;
  const auto whole = parts.front().toLongLong(&isNumber);
  if (!isNumber || parts.size() > 2)
    return text;
  const int digits = currency.minorDigits();
  const auto part = parts.value(1).leftJustified(digits, u'0');
  // The sign of a negative amount below one would be lost in the whole.
  const QString sign = text.startsWith(u'-') ? QString(QChar(0x2212)) : QString();
  const auto shown = sign + formatNumber(std::abs(whole), locale);
  return digits == 0 ? shown : shown + locale.decimalPoint() + part;
}

} // namespace tenantry::ui
