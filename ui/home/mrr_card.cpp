// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/mrr_card.h"
#include "models/organizations/mrr_amount.h"
#include "ui/charts/waterfall_chart.h"
#include "ui/home/figure_places.h"
#include "ui/widgets/format.h"
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

constexpr int chartHeight = 236;

using Kind = subscriptions::MrrMovementKind;
using subscriptions::MrrMonth;

std::optional<std::pair<Currency, MrrMonth>> largestOf(const models::HomeFacts &facts) {
  std::optional<std::pair<Currency, MrrMonth>> largest;
  for (const auto &[currency, months] : facts.movements) {
    auto month = subscriptions::mrrMonths(months, facts.today, 1).front();
    if (!largest || month.closing > largest->second.closing)
      largest = {currency, std::move(month)};
  }
  return largest;
}

} // namespace

MrrCard::MrrCard(QWidget *parent)
    : Card(tr("MRR this month"), {}, parent), m_chart(new WaterfallChart) {
  m_chart->setFixedHeight(chartHeight);
  m_chart->setEmptyText(tr("There is no recurring revenue yet: it begins with the first "
                           "subscription that is paid for."));
  m_chart->setLeads(true);
  body()->addWidget(m_chart);
  connect(m_chart, &Chart::pointActivated, this, [this](std::size_t point) {
    if (qsizetype(point) < m_places.size())
      Q_EMIT placeRequested(m_places[qsizetype(point)]);
  });
}

void MrrCard::show(const models::HomeFacts &facts, const QString &asOf) {
  ChartData chart;
  chart.title = tr("MRR this month");
  chart.labelsName = tr("Step");
  m_places.clear();
  const auto largest = largestOf(facts);
  if (!largest)
    return m_chart->setData(chart);
  const auto &[currency, month] = *largest;
  const auto amount = [code = currency](std::int64_t twelfths) {
    return std::optional<qint64>(models::mrrAmount(twelfths, code).minor());
  };
  const auto moved = [&month](Kind kind) {
    const auto found = month.movements.find(kind);
    return found == month.movements.end() ? 0 : found->second;
  };
  chart.unit = ChartUnit::money(currency, MinorUnits::Hidden);
  ChartSeries steps{{}, ChartRole::Main, {}};
  const auto add = [&](const QString &name, const QString &full, std::int64_t twelfths,
                       const Place &place) {
    chart.labels.push_back({full, name});
    steps.values.push_back(amount(twelfths));
    m_places.append(place);
  };
  const auto addKind = [&](const QString &name, Kind kind) {
    add(name, name, moved(kind), movementsPlace(kind, largest->first, largest->second.month));
  };
  const auto first = formatDay(month.month, locale()), today = formatDay(facts.today, locale());
  add(tr("Opening"), tr("Opening, %1").arg(first), month.opening,
      movementsPlace(std::nullopt, currency, month.month));
  addKind(tr("New"), Kind::New);
  addKind(tr("Expansion"), Kind::Expansion);
  addKind(tr("Reactivation"), Kind::Reactivation);
  addKind(tr("Contraction"), Kind::Contraction);
  addKind(tr("Churn"), Kind::Churn);
  add(tr("Today"), tr("Today, %1").arg(today), month.closing,
      placeOf(models::HomeFigure::Mrr, facts));
  chart.totals = {0, 6};
  chart.series.push_back(std::move(steps));
  setFact(facts.movements.size() > 1 ? tr("in %1, the largest currency").arg(currency.code())
                                     : tr("in %1").arg(currency.code()));
  setFormula(tr("What MRR was when the month began, and what moved it since: prices per month, "
                "after discounts."),
             asOf);
  m_chart->setData(std::move(chart));
}

} // namespace tenantry::ui
