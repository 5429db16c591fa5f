// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/usage/one_usage_page.h"
#include "ui/organizations/words.h"
#include "ui/usage/outcome_words.h"
#include "ui/widgets/format.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui {

QList<FilterOffer> OneUsagePage::metricAndPeriod(const OneUsagePage *page) {
  return {{tr("Metric"), u"metric"_s, [page] { return page->metrics(); }, metricName, true},
          {tr("Period"), u"period"_s, [page] { return page->periods(); },
           [page](const QString &key) { return page->periodNamed(key); }, true}};
}

QStringList OneUsagePage::metrics() const {
  QStringList ids;
  if (const auto *known = words())
    for (const auto &[id, metric] : known->metrics)
      ids += id;
  return ids;
}

QStringList OneUsagePage::periods() const {
  QStringList keys;
  if (const auto *known = words())
    for (const auto &period : known->periods)
      keys += models::periodKey(period);
  return keys;
}

QString OneUsagePage::periodNamed(const QString &key) const {
  if (const auto *known = words())
    for (const auto &period : known->periods)
      if (models::periodKey(period) == key)
        return periodWord(period, locale());
  return key;
}

QString OneUsagePage::heading() const {
  const auto *known = words();
  return known ? tr("%1 of %2").arg(metricName(known->metric), known->organizationName) : QString();
}

QString OneUsagePage::metricTitle() const {
  const auto *known = words();
  return known ? metricName(known->metric) : QString();
}

QString OneUsagePage::whose() const {
  const auto *known = words();
  return known ? known->organizationName : QString();
}

QString OneUsagePage::fact() const {
  const auto *known = words();
  if (!known)
    return {};
  return tr("%1 · %2 used")
      .arg(periodWord(known->period, locale()),
           formatQuantity(known->totals.used, known->decimals(), locale()));
}

Place OneUsagePage::placeIn(const QString &tab) const {
  const auto wanted = asked();
  Place place{Place::Kind::Usage, {}, tab, wanted.day, wanted.metric};
  place.organization = wanted.organization.toString();
  place.isOutside = wanted.isOutside;
  return place;
}

void OneUsagePage::showFilter() {
  ListPage::showFilter();
  Q_EMIT wordsChanged();
}

/// What is used may come from before: a value that is kept, or nothing at all.
EmptyStateContent OneUsagePage::noEvents() const {
  const auto *known = words();
  const bool isCarried = known && known->totals.used != 0;
  return {tr("No events"),
          isCarried ? tr("What is used was reported before this period and still holds.")
                    : tr("Nothing of this metric was reported for this period."),
          {},
          u"chart-line"_s};
}

} // namespace tenantry::ui
