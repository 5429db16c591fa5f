// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/organizations/tab_page.h"

namespace tenantry::ui {

class Card;
class Label;
class PeriodBar;

/// What was sold: plan, price, seats, the running period and what is scheduled.
class SubscriptionTab : public TabPage {
  Q_OBJECT

public:
  explicit SubscriptionTab(QWidget *parent = nullptr);

  void show(const models::OrganizationFacts &facts);

private:
  void showPeriod(const models::OrganizationFacts &facts);

  Card *m_facts;
  Card *m_period;
  PeriodBar *m_bar;
  Label *m_periodText;
};

/// The facts of the subscription as rows of a card; a sentence where there is none.
void addSubscriptionFacts(Card *card, const models::OrganizationFacts &facts,
                          const QLocale &locale);

} // namespace tenantry::ui
