// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/organizations/tab_page.h"
#include "ui/shell/place.h"
#include <functional>
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

Q_SIGNALS:
  void placeRequested(const tenantry::ui::Place &place);

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
  void openPeriod(const QString &metric, std::size_t period);

  Card *m_card;
  Card *m_upgrade; ///< hidden where no limit is used up
  QGridLayout *m_grid;
  OrganizationId m_organization;
  std::vector<LocalDay> m_periods;         ///< first days, as the charts show them
  std::map<QString, MetricCard> m_metrics; ///< kept, so that what is read out stays with news
};

/// The events of a metric in the period of that day; without a day in the one that runs.
[[nodiscard]] Place eventsOf(const OrganizationId &organization, const QString &metric,
                             const std::optional<LocalDay> &day = {});

/// A line and a bar per metric, which lead to its events; a sentence where nothing is counted. The
/// body of the card stands out by LinkFact::outset.
void addUsageBars(Card *card, const models::OrganizationFacts &facts, const QLocale &locale,
                  const std::function<void(const Place &)> &go);

} // namespace tenantry::ui
