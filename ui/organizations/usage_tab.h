// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/organizations/tab_page.h"
#include <map>

class QGridLayout;

namespace tenantry::ui {

class BarChart;
class Card;
struct ChartData;

/// Each metric of the running period against its limit, and how it was in the periods before.
class UsageTab : public TabPage {
  Q_OBJECT

public:
  explicit UsageTab(QWidget *parent = nullptr);

  void show(const models::OrganizationFacts &facts);

protected:
  void resizeEvent(QResizeEvent *event) override;

private:
  struct MetricCard {
    Card *card = nullptr;
    BarChart *chart = nullptr;
  };
  [[nodiscard]] ChartData chartOf(const models::UsageFigure &figure,
                                  const models::OrganizationFacts &facts) const;
  [[nodiscard]] QString factOf(const models::UsageFigure &figure) const;
  void arrange();

  Card *m_card;
  QGridLayout *m_grid;
  std::map<QString, MetricCard> m_metrics; ///< kept, so that what is read out stays with news
};

/// A line and a bar per metric; a sentence where nothing is counted.
void addUsageBars(Card *card, const models::OrganizationFacts &facts, const QLocale &locale);

} // namespace tenantry::ui
