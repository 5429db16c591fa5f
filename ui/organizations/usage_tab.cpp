// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organizations/usage_tab.h"
#include "ui/organizations/words.h"
#include "ui/widgets/card.h"
#include "ui/widgets/fact_row.h"
#include "ui/widgets/format.h"
#include "ui/widgets/label.h"
#include "ui/widgets/usage_bar.h"
#include <QBoxLayout>

namespace tenantry::ui {

namespace {

QString usedOf(const models::UsageFigure &figure, const QLocale &locale) {
  const auto used = formatQuantity(figure.quota.used, figure.decimals, locale);
  const auto limit = figure.quota.limit.value_or(-1);
  if (limit < 0)
    return UsageTab::tr("%1, unlimited").arg(used);
  const auto text = UsageTab::tr("%1 of %2").arg(used, formatQuantity(limit, 0, locale));
  return figure.quota.hard ? UsageTab::tr("%1, hard").arg(text) : text;
}

/// Limits are in whole units, what is counted in the metric's smallest.
qint64 inSmallest(std::int64_t limit, int decimals) {
  while (limit > 0 && decimals-- > 0)
    limit *= 10;
  return std::max<qint64>(limit, 0);
}

} // namespace

void addUsageBars(Card *card, const models::OrganizationFacts &facts, const QLocale &locale) {
  for (const auto &figure : facts.usage) {
    const auto name = metricName(figure.quota.metric);
    card->body()->addWidget(new FactRow(name, usedOf(figure, locale)));
    auto *bar = new UsageBar;
    bar->setUsage(name, figure.quota.used,
                  inSmallest(figure.quota.limit.value_or(-1), figure.decimals));
    card->body()->addWidget(bar);
  }
  if (facts.usage.empty())
    card->body()->addWidget(
        new Label(UsageTab::tr("Nothing is counted."), TextStyle::Body, Tone::Muted));
}

UsageTab::UsageTab(QWidget *parent)
    : TabPage(tr("Usage"), parent), m_card(makeSnugCard(tr("Usage against limits"))) {
  column()->addWidget(m_card);
  column()->addStretch();
}

void UsageTab::show(const models::OrganizationFacts &facts) {
  clearLayout(m_card->body());
  m_card->setFact(tr("this period"));
  addUsageBars(m_card, facts, locale());
}

} // namespace tenantry::ui
