// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/billing/line_words.h"
#include "ui/organizations/words.h"
#include "ui/widgets/format.h"
#include <QCoreApplication>
#include <chrono>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

QString text(const char *source) { return QCoreApplication::translate("InvoiceLine", source); }

QString textOf(const nlohmann::json &detail, const char *key) {
  return detail.is_object() && detail.contains(key) && detail[key].is_string()
             ? QString::fromStdString(detail[key].get<std::string>())
             : QString();
}

QString period(const billing::StoredLine &line, const QLocale &locale) {
  if (!line.fromDay || !line.toDay)
    return {};
  return u"%1 – %2"_s.arg(formatDay(*line.fromDay, locale),
                          formatDay(*line.toDay - std::chrono::days(1), locale));
}

QString joined(const QStringList &parts) {
  QStringList filled;
  for (const auto &part : parts)
    if (!part.isEmpty())
      filled.append(part);
  return filled.join(u" · "_s);
}

/// The one that it was sold by.
QString addonName(const billing::StoredLine &line) {
  const auto name = textOf(line.detail, "addon");
  return name.isEmpty() ? line.item : name;
}

LineText planText(const billing::StoredLine &line, const models::InvoiceSheet &sheet,
                  const QLocale &locale) {
  const auto interval = parseInterval(textOf(line.detail, "interval"));
  const QString plan = sheet.planName.isEmpty() ? line.item : sheet.planName;
  return {interval ? u"%1, %2"_s.arg(plan, intervalWord(*interval)) : plan, period(line, locale)};
}

LineText countedText(const QString &what, const billing::StoredLine &line,
                     const models::InvoiceSheet &sheet, const QLocale &locale) {
  return {what, u"%1 × %2"_s.arg(decimalText(line.quantity, locale),
                                 unitText(line.unit, sheet.invoice.currency, locale))};
}

/// As the business calls it; else as the console does.
QString metricText(const billing::StoredLine &line, const models::InvoiceSheet &sheet,
                   const QLocale &locale) {
  const auto named = sheet.metricNames.find(line.metric);
  const auto name =
      named == sheet.metricNames.end() ? QString() : named->second.in(locale.name().left(2));
  return name.isEmpty() ? metricName(line.metric) : name;
}

QString percentText(const billing::StoredLine &line, const QLocale &locale) {
  return line.unit.isEmpty() || line.unit == u"0" ? QString()
                                                  : decimalText(line.unit, locale) + u'%';
}

QString stepText(const nlohmann::json &part, Currency currency, const QLocale &locale) {
  const auto from = decimalText(textOf(part, "from"), locale);
  const auto to = decimalText(textOf(part, "to"), locale);
  const auto unit = unitText(textOf(part, "unit"), currency, locale);
  enum Kind { Included, Units, Tier, Packages, Percentage, Minimum }; // as they are stored
  switch (part.value("kind", int(Units))) {
  case Included:
    return text(QT_TRANSLATE_NOOP("InvoiceLine", "Included, up to %1")).arg(to);
  case Tier:
    return text(QT_TRANSLATE_NOOP("InvoiceLine", "%1 to %2, %3 each")).arg(from, to, unit);
  case Packages:
    return text(QT_TRANSLATE_NOOP("InvoiceLine", "%1 to %2, %3 a package")).arg(from, to, unit);
  case Percentage:
    return text(QT_TRANSLATE_NOOP("InvoiceLine", "%1% of it"))
        .arg(decimalText(textOf(part, "unit"), locale));
  case Minimum:
    return text(QT_TRANSLATE_NOOP("InvoiceLine", "Up to the minimum"));
  default:
    return text(QT_TRANSLATE_NOOP("InvoiceLine", "%1 to %2, %3 each")).arg(from, to, unit);
  }
}

} // namespace

QString decimalText(const QString &decimal, const QLocale &locale) {
  const auto parts = decimal.split(u'.');
  const auto whole = formatNumber(parts[0].toLongLong(), locale);
  const bool isSmallNegative = parts[0].startsWith(u'-') && parts[0].toLongLong() == 0;
  const QString sign = isSmallNegative ? QString(QChar(0x2212)) : QString();
  return parts.size() > 1 ? sign + whole + locale.decimalPoint() + parts[1] : whole;
}

QString unitText(const QString &minorUnits, Currency currency, const QLocale &locale) {
  const auto parts = minorUnits.split(u'.');
  const auto money = formatMoney({parts[0].toLongLong(), currency}, locale);
  if (parts.size() < 2)
    return money;
  // The digits below the minor unit go where its own end.
  qsizetype end = money.size();
  while (end > 0 && !money[end - 1].isDigit())
    --end;
  const QString point = currency.minorDigits() == 0 ? QString(locale.decimalPoint()) : QString();
  return money.left(end) + point + parts[1] + money.mid(end);
}

LineText lineText(const billing::StoredLine &line, const models::InvoiceSheet &sheet,
                  const QLocale &locale) {
  if (line.kind == u"plan")
    return planText(line, sheet, locale);
  if (line.kind == u"seat")
    return countedText(text(QT_TRANSLATE_NOOP("InvoiceLine", "Seats")), line, sheet, locale);
  if (line.kind == u"addon")
    return countedText(addonName(line), line, sheet, locale);
  if (line.kind == u"usage")
    return {metricText(line, sheet, locale),
            joined({text(QT_TRANSLATE_NOOP("InvoiceLine", "%1 used"))
                        .arg(decimalText(line.quantity, locale)),
                    period(line, locale)})};
  if (line.kind == u"discount")
    return {text(QT_TRANSLATE_NOOP("InvoiceLine", "Discount %1")).arg(line.item),
            percentText(line, locale)};
  if (line.kind == u"tax")
    return {text(QT_TRANSLATE_NOOP("InvoiceLine", "Tax %1")).arg(line.item),
            percentText(line, locale)};
  if (line.kind == u"proration_credit" && sheet.note && sheet.note->kind != u"change")
    return {sheet.planName, period(line, locale)};
  if (line.kind.startsWith(u"proration_") && !textOf(line.detail, "addon").isEmpty())
    return {
        line.kind == u"proration_credit"
            ? text(QT_TRANSLATE_NOOP("InvoiceLine", "Unused time, %1")).arg(addonName(line))
            : text(QT_TRANSLATE_NOOP("InvoiceLine", "Rest of the period, %1")).arg(addonName(line)),
        period(line, locale)};
  if (line.kind == u"proration_credit")
    return {text(QT_TRANSLATE_NOOP("InvoiceLine", "Unused time")), period(line, locale)};
  if (line.kind == u"proration_charge")
    return {text(QT_TRANSLATE_NOOP("InvoiceLine", "Rest of the period")), period(line, locale)};
  if (line.kind == u"one_off" && !line.quantity.isEmpty() && line.quantity != u"1")
    return countedText(line.item, line, sheet, locale);
  return {line.item, period(line, locale)};
}

std::vector<AmountStep> amountSteps(const billing::StoredLine &line, Currency currency,
                                    const QLocale &locale) {
  std::vector<AmountStep> steps;
  if (!line.detail.is_object() || !line.detail.contains("parts"))
    return steps;
  for (const auto &part : line.detail["parts"])
    steps.push_back(
        {stepText(part, currency, locale), unitText(textOf(part, "amount"), currency, locale)});
  return steps;
}

} // namespace tenantry::ui
