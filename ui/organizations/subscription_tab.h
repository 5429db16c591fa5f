// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/organizations/tab_page.h"

namespace tenantry::ui {

class ActsRow;
class Card;
class Label;
class PeriodBar;
class SubscriptionActs;

/// What was sold: plan, price, seats, the running period, what is scheduled, and how it is changed.
class SubscriptionTab : public TabPage {
  Q_OBJECT

public:
  explicit SubscriptionTab(models::Connection &connection, QWidget *parent = nullptr);

  void show(const models::OrganizationFacts &facts);
  [[nodiscard]] SubscriptionActs *acts() const { return m_acts; }

private:
  [[nodiscard]] QWidget *makeScheduled();
  void showScheduled(const models::OrganizationFacts &facts);
  void showPeriod(const models::OrganizationFacts &facts);

  Card *m_facts;
  Card *m_period;
  PeriodBar *m_bar;
  Label *m_periodText;
  SubscriptionActs *m_acts;
  ActsRow *m_row;
  Label *m_scheduled;
  QWidget *m_scheduledRow;
};

/// The facts of the subscription as rows of a card; a sentence where there is none.
void addSubscriptionFacts(Card *card, const models::OrganizationFacts &facts,
                          const QLocale &locale);

} // namespace tenantry::ui
