// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/usage/measures.h"
#include <QRegularExpression>
#include <limits>

using namespace Qt::StringLiterals;

namespace tenantry::usage {

QString nameOf(business::Aggregation aggregation) {
  switch (aggregation) {
  case business::Aggregation::Max:
    return u"max"_s;
  case business::Aggregation::Last:
    return u"last"_s;
  case business::Aggregation::Unique:
    return u"unique"_s;
  case business::Aggregation::Sum:
    break;
  }
  return u"sum"_s;
}

void MeasureColumns::add(const business::Metric &metric) {
  std::int64_t scale = 1;
  for (int i = 0; i < metric.decimals; ++i)
    scale *= 10;
  metrics.push_back(metric.id);
  aggregations.push_back(nameOf(metric.aggregation));
  dimensions.push_back(metric.of);
  scales.push_back(scale);
  mosts.push_back(std::numeric_limits<std::int64_t>::max() / scale);
}

MeasureColumns MeasureColumns::of(const std::map<QString, business::Metric> &metrics) {
  MeasureColumns columns;
  for (const auto &[id, metric] : metrics)
    columns.add(metric);
  return columns;
}

QString inUnits(std::int64_t quantity, const business::Metric &metric) {
  QString digits = QString::number(quantity < 0 ? -quantity : quantity);
  if (metric.decimals > 0) {
    digits = digits.rightJustified(metric.decimals + 1, u'0');
    digits.insert(digits.size() - metric.decimals, u'.');
  }
  return quantity < 0 ? u'-' + digits : digits;
}

Result<std::int64_t> fromUnits(const QString &text, const business::Metric &metric) {
  static const QRegularExpression number(u"\\A-?[0-9]{1,18}(\\.[0-9]+)?\\z"_s);
  const auto fraction = text.section(u'.', 1);
  if (number.match(text).hasMatch() && fraction.size() <= metric.decimals) {
    bool fits = false;
    const auto quantity = (text.section(u'.', 0, 0) + fraction.leftJustified(metric.decimals, u'0'))
                              .toLongLong(&fits);
    if (fits)
      return quantity;
  }
  return fail(
      u"usage.quantity_invalid"_s,
      u"“%1” is no quantity; “%2” has %3 decimals."_s.arg(text, metric.id).arg(metric.decimals));
}

QString exceeded(const Quota &quota, std::int64_t more, const business::Metric &metric) {
  const auto limit = inUnits(quota.limit.value_or(0), metric);
  const auto taken =
      quota.reserved > 0
          ? u"%1 of %2 “%3” are used, %4 are reserved"_s.arg(
                inUnits(quota.used, metric), limit, metric.id, inUnits(quota.reserved, metric))
          : u"%1 of %2 “%3” are used"_s.arg(inUnits(quota.used, metric), limit, metric.id);
  return u"%1 and %2 more are needed; raise the limit or use less."_s.arg(taken,
                                                                          inUnits(more, metric));
}

} // namespace tenantry::usage
