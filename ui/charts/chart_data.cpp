// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_data.h"
#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

bool ChartData::isEmpty() const {
  return std::none_of(series.begin(), series.end(), [](const ChartSeries &one) {
    return one.role != ChartRole::Limit &&
           std::any_of(one.values.begin(), one.values.end(),
                       [](const auto &value) { return value.has_value(); });
  });
}

std::optional<qint64> ChartData::value(std::size_t row, std::size_t label) const {
  if (row >= series.size() || label >= series[row].values.size())
    return std::nullopt;
  return series[row].values[label];
}

bool ChartData::isStep(std::size_t label) const {
  return !totals.empty() && !totals.contains(label);
}

QString ChartData::valueText(std::size_t row, std::size_t label, const QLocale &locale) const {
  const auto found = value(row, label);
  if (!found)
    return QString(QChar(0x2013));
  const auto text = unit.text(*found, locale);
  return isStep(label) && *found > 0 ? u'+' + text : text;
}

QString ChartData::pointText(std::size_t label, const QLocale &locale) const {
  QStringList values;
  for (std::size_t row = 0; row < series.size(); ++row)
    if (value(row, label)) {
      const auto text = valueText(row, label, locale);
      values.append(series[row].name.isEmpty() ? text : u"%1 %2"_s.arg(series[row].name, text));
    }
  const auto said = values.isEmpty() ? QString(QChar(0x2013)) : values.join(u", "_s);
  return u"%1: %2"_s.arg(labels[label].text, said);
}

QString ChartData::summary(std::size_t most, const QLocale &locale) const {
  if (isEmpty())
    return QCoreApplication::translate("Charts", "No figures.");
  // The newest are what one asks for.
  const std::size_t first = labels.size() > most ? labels.size() - most : 0;
  QStringList points;
  for (std::size_t i = first; i < labels.size(); ++i)
    points.append(pointText(i, locale));
  auto text = points.join(u"; "_s);
  if (first > 0)
    text = QCoreApplication::translate("Charts", "The last %1 of %2: %3")
               .arg(formatNumber(qint64(most), locale), formatNumber(qint64(labels.size()), locale),
                    text);
  return text;
}

ChartLabel dayLabel(LocalDay day, const QLocale &locale) {
  return {formatDay(day, locale), formatAxisDay(day, locale)};
}

ChartLabel monthLabel(LocalDay day, const QLocale &locale) {
  const std::chrono::year_month_day date(day);
  const auto month = formatMonth(day, locale);
  return {u"%1 %2"_s.arg(month, QString::number(int(date.year()))), month};
}

QStringList monthAxis(const std::vector<LocalDay> &days, const QLocale &locale) {
  const auto yearOf = [](LocalDay day) { return std::chrono::year_month_day(day).year(); };
  const bool isOneYear = days.empty() || yearOf(days.front()) == yearOf(days.back());
  QStringList months;
  for (std::size_t i = 0; i < days.size(); ++i) {
    const auto label = monthLabel(days[i], locale);
    const bool isAnotherYear = !isOneYear && (i == 0 || yearOf(days[i - 1]) != yearOf(days[i]));
    months.append(isAnotherYear ? label.text : label.axis);
  }
  return months;
}

} // namespace tenantry::ui
