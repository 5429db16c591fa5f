// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/usage/event_words.h"

#include "services/organizations/service.h"
#include "services/usage/corrections.h"
#include <QUrl>

using namespace Qt::StringLiterals;

namespace tenantry::models {

using usage::EventPeriod;

namespace {

const QString outsideKey = u"outside"_s;

Result<EventPeriod> choosePeriod(const AskedEvents &asked, const std::vector<EventPeriod> &periods,
                                 Instant now) {
  if (asked.isOutside)
    return periods.back();
  if (const auto *found = usage::periodAt(periods, asked.day, now))
    return *found;
  return fail(u"usage.period_unknown"_s,
              u"The organization has no billing period on %1; choose another one."_s.arg(
                  toIso(asked.day.value_or(LocalDay{}))));
}

QString escaped(const QString &text) { return QString::fromLatin1(QUrl::toPercentEncoding(text)); }

QString unescaped(const QString &text) { return QUrl::fromPercentEncoding(text.toLatin1()); }

} // namespace

int EventWords::decimals() const {
  const auto found = metrics.find(metric);
  return found == metrics.end() ? 0 : found->second.decimals;
}

QMap<QString, QString> AskedEvents::settings(const EventWords *words) const {
  QMap<QString, QString> settings{
      {u"metric"_s, words && metric.isEmpty() ? words->metric : metric}};
  if (isOutside)
    settings[u"period"_s] = outsideKey;
  else if (const auto *period = words && day ? usage::periodAt(words->periods, day, {}) : nullptr)
    settings[u"period"_s] = periodKey(*period);
  else if (words)
    settings[u"period"_s] = periodKey(words->period);
  return settings;
}

void AskedEvents::take(const QMap<QString, QString> &settings) {
  const auto period = settings.value(u"period"_s);
  isOutside = period == outsideKey;
  day.reset();
  if (const auto read = parseDay(period); read && !isOutside)
    day = *read;
  metric = settings.value(u"metric"_s, metric);
}

QString periodKey(const EventPeriod &period) {
  return period.isOutside() ? outsideKey : toIso(period.days.from);
}

Result<EventWords> readEventWords(store::Session &session, business::AppliedBusiness &business,
                                  const AskedEvents &asked) {
  TENANTRY_TRY(organization, organizations::OrganizationService(session).find(asked.organization));
  TENANTRY_TRY(applied, business.current(session));
  EventWords words;
  words.metrics = applied->business.metrics;
  words.organizationName = organization.name;
  words.zone = organization.zone;
  TENANTRY_TRY(periods, usage::EventListing(session, business).periods(asked.organization));
  words.periods = std::move(periods);
  TENANTRY_TRY(period, choosePeriod(asked, words.periods, session.clock.now()));
  words.period = period;
  words.metric = asked.metric.isEmpty() && !words.metrics.empty() ? words.metrics.begin()->first
                                                                  : asked.metric;
  TENANTRY_TRY(may, usage::UsageCorrections(session, business).mayCorrect());
  words.mayCorrect = may;
  return words;
}

QString dimensionKey(const usage::DimensionValue &value) {
  return value.value ? escaped(value.dimension) + u'=' + escaped(*value.value)
                     : escaped(value.dimension);
}

std::optional<usage::DimensionValue> dimensionOf(const QString &key) {
  if (key.isEmpty())
    return std::nullopt;
  const auto end = key.indexOf(u'=');
  if (end < 0)
    return usage::DimensionValue{unescaped(key), std::nullopt};
  return usage::DimensionValue{unescaped(key.first(end)), unescaped(key.sliced(end + 1))};
}

} // namespace tenantry::models
