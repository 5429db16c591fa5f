// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organizations/usage_tab.h"
#include "ui/charts/bar_chart.h"
#include "ui/organizations/refill.h"
#include "ui/organizations/upgrade_card.h"
#include "ui/organizations/words.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/card.h"
#include "ui/widgets/format.h"
#include "ui/widgets/key_figure.h"
#include "ui/widgets/label.h"
#include "ui/widgets/link_fact.h"
#include "ui/widgets/usage_bar.h"
#include <QBoxLayout>
#include <QGridLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

constexpr int chartHeight = 160, roomForTwo = 760;

/// Nothing is counted against a limit without one.
bool isSubscribed(const models::OrganizationFacts &facts) {
  return facts.subscription && !subscriptions::hasEnded(facts.subscription->status);
}

/// A sentence where there is no bar.
void addNoUsage(Card *card, const QString &why) {
  auto *none = new Label(why, TextStyle::Body, Tone::Muted);
  none->setWordWrap(true);
  none->setContentsMargins(LinkFact::outset, 0, LinkFact::outset, 0);
  card->body()->addWidget(none);
}

QString usedOf(const models::UsageFigure &figure, const QLocale &locale) {
  const auto used = formatQuantity(figure.quota.used, figure.decimals, locale);
  const auto limit = figure.quota.limit.value_or(-1);
  if (limit < 0)
    return UsageTab::tr("%1, unlimited").arg(used);
  const auto text =
      UsageTab::tr("%1 of %2").arg(used, formatQuantity(limit, figure.decimals, locale));
  return figure.quota.hard ? UsageTab::tr("%1, hard").arg(text) : text;
}

/// What stands below a bar: what is promised, and where the pace leads. Empty: nothing.
QString outlookOf(const models::UsageFigure &figure, const QLocale &locale) {
  QStringList sentences;
  if (figure.quota.reserved > 0)
    sentences.append(UsageTab::tr("%1 reserved.")
                         .arg(formatQuantity(figure.quota.reserved, figure.decimals, locale)));
  if (figure.limitDay)
    sentences.append(
        UsageTab::tr("Limit reached on %1 at this pace.").arg(formatDay(*figure.limitDay, locale)));
  return sentences.join(u' ');
}

ChartLabel labelOf(const DayRange &days, const QLocale &locale) {
  const auto last = days.to - std::chrono::days(1);
  const bool isLong = days.days() > 200; // a year: its day of the month says little
  return {u"%1 – %2"_s.arg(formatDay(days.from, locale), formatDay(last, locale)),
          isLong ? monthLabel(days.from, locale).text : formatAxisDay(days.from, locale)};
}

} // namespace

Place eventsOf(const OrganizationId &organization, const QString &metric,
               const std::optional<LocalDay> &day) {
  Place place{Place::Kind::Usage, {}, u"events"_s, day, metric};
  place.organization = organization.toString();
  return place;
}

void addUsageBars(Card *card, const models::OrganizationFacts &facts, const QLocale &locale,
                  const std::function<void(const Place &)> &go) {
  constexpr int side = LinkFact::outset;
  if (!isSubscribed(facts)) {
    card->setFact(UsageTab::tr("no subscription"));
    return addNoUsage(card, facts.subscription
                                ? UsageTab::tr("The subscription has ended: nothing is counted "
                                               "since.")
                                : UsageTab::tr("Without a subscription nothing is counted."));
  }
  card->setFact(UsageTab::tr("this period"));
  for (const auto &figure : facts.usage) {
    const auto name = metricName(figure.quota.metric);
    auto *row = new LinkFact(name, usedOf(figure, locale), LinkFact::Long::StaysWhole);
    QObject::connect(
        row, &QAbstractButton::clicked, card,
        [go, place = eventsOf(facts.organization.id, figure.quota.metric)] { go(place); });
    auto *bar = new UsageBar;
    auto *room = new QWidget;
    auto *within = new QVBoxLayout(room);
    within->setContentsMargins(side, 0, side, 0);
    within->addWidget(bar);
    bar->setUsage(name, figure.quota.used, std::max<qint64>(figure.quota.limit.value_or(0), 0),
                  figure.decimals);
    for (QWidget *part : std::initializer_list<QWidget *>{row, bar})
      explainFigure(part,
                    UsageTab::tr("What was counted since the running period began, against the "
                                 "limit of the plan."),
                    formatAsOf(facts.readAt, facts.organization.zone, locale));
    card->body()->addWidget(row);
    card->body()->addWidget(room);
    if (const auto outlook = outlookOf(figure, locale); !outlook.isEmpty()) {
      auto *note = new Label(outlook, TextStyle::Caption, Tone::Muted);
      note->setWordWrap(true);
      note->setContentsMargins(side, 0, side, 0);
      card->body()->addWidget(note);
    }
  }
  if (facts.usage.empty())
    addNoUsage(card, UsageTab::tr("Nothing is counted."));
}

UsageTab::UsageTab(QWidget *parent)
    : TabPage(tr("Usage"), parent), m_card(makeSnugCard(tr("Usage against limits"))),
      m_upgrade(makeSnugCard(tr("Suggested plan"))), m_grid(new QGridLayout) {
  m_grid->setSpacing(space::x3);
  m_card->setBodyOutset(LinkFact::outset);
  m_upgrade->hide();
  column()->addWidget(m_card);
  column()->addWidget(m_upgrade);
  column()->addLayout(m_grid);
  column()->addStretch();
}

void UsageTab::show(const models::OrganizationFacts &facts) {
  m_organization = facts.organization.id;
  m_periods.clear();
  for (const auto &period : facts.usagePeriods)
    m_periods.push_back(period.days.from);
  refillLinks(m_card, [&] {
    clearLayout(m_card->body());
    addUsageBars(m_card, facts, locale(),
                 [this](const Place &place) { Q_EMIT placeRequested(place); });
  });
  showUpgrade(m_upgrade, facts, locale());
  std::map<QString, MetricCard> shown;
  for (const auto &figure : facts.usage) {
    auto periods = chartOf(figure, facts);
    if (periods.isEmpty())
      continue;
    auto metric = m_metrics.extract(figure.quota.metric);
    if (metric.empty()) {
      auto *chart = new BarChart;
      chart->setFixedHeight(chartHeight);
      chart->setLeads(true);
      connect(chart, &Chart::pointActivated, this,
              [this, id = figure.quota.metric](std::size_t period) { openPeriod(id, period); });
      auto *card = makeSnugCard(metricName(figure.quota.metric));
      card->body()->addWidget(chart);
      metric = std::map<QString, MetricCard>{{figure.quota.metric, {card, chart}}}.extract(
          figure.quota.metric);
    }
    metric.mapped().card->setFact(isSubscribed(facts) ? factOf(figure) : tr("per period"));
    metric.mapped().card->setFormula(
        tr("What was counted in each period; the share is that of the running one in the limit."),
        formatAsOf(facts.readAt, facts.organization.zone, locale()));
    metric.mapped().chart->setData(std::move(periods));
    shown.insert(std::move(metric));
  }
  for (const auto &[id, gone] : m_metrics)
    delete gone.card;
  m_metrics = std::move(shown);
  arrange();
}

void UsageTab::openPeriod(const QString &metric, std::size_t period) {
  if (period < m_periods.size())
    Q_EMIT placeRequested(eventsOf(m_organization, metric, m_periods[period]));
}

QString UsageTab::factOf(const models::UsageFigure &figure) const {
  const auto limit = figure.quota.limit.value_or(-1);
  if (limit <= 0)
    return tr("per period, no limit");
  return tr("per period, %1 used now")
      .arg(formatShare(double(figure.quota.used) / double(limit), locale()));
}

ChartData UsageTab::chartOf(const models::UsageFigure &figure,
                            const models::OrganizationFacts &facts) const {
  ChartData chart;
  chart.title = metricName(figure.quota.metric);
  chart.labelsName = tr("Period");
  chart.unit = ChartUnit::count(figure.decimals);
  const auto limit = figure.quota.limit.value_or(-1);
  ChartSeries used{tr("Used"), ChartRole::Main, {}};
  ChartSeries most{tr("Limit now"), ChartRole::Limit, {}};
  bool isCounted = false;
  for (const auto &period : facts.usagePeriods) {
    chart.labels.push_back(labelOf(period.days, locale()));
    const auto found = period.used.find(figure.quota.metric);
    used.values.push_back(found == period.used.end() ? std::nullopt
                                                     : std::optional<qint64>(found->second));
    isCounted = isCounted || used.values.back().value_or(0) != 0;
    most.values.push_back(limit);
  }
  if (!isCounted)
    return chart; // of what was never used the bar above says enough
  chart.emphasized = chart.labels.size() - 1;
  chart.series.push_back(std::move(used));
  if (limit > 0)
    chart.series.push_back(std::move(most));
  return chart;
}

/// Two charts side by side where there is room.
void UsageTab::arrange() {
  const int columns = viewport()->width() < roomForTwo ? 1 : 2;
  int place = 0;
  for (const auto &[id, metric] : m_metrics) {
    m_grid->addWidget(metric.card, place / columns, place % columns);
    ++place;
  }
  m_grid->setColumnStretch(0, 1);
  m_grid->setColumnStretch(1, columns > 1 && m_metrics.size() > 1 ? 1 : 0);
}

void UsageTab::resizeEvent(QResizeEvent *event) {
  TabPage::resizeEvent(event);
  arrange();
}

} // namespace tenantry::ui
